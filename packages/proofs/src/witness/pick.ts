/** The figure that a person would choose out of a range: of the fewest digits, near a round one. */
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  multiply,
  power10,
  type Fraction,
  type Interval,
} from "@heng/number";
import type { Type } from "@heng/lang";

/** What one of a figure is, as people write it: 1万元, 1%, 1个. */
export function shownOne(type: Type): Fraction {
  if (type.kind === "ratio") return fraction(1n, 100n);
  return type.kind === "quantity" ? type.factor : fraction(1n);
}

/** Decimals beyond which nobody files a figure. */
const FINEST = 12;
/** Tens beyond which figures are no rounder. */
const COARSEST = -4;

/**
 * The value of an interval with the fewest digits in its shown unit, of those the nearest to `near`; a multiple of
 * `step` where one is given. Undefined where none with as few decimals as people may file lies in it.
 */
export function pick(range: Interval, type: Type, near: Fraction, step?: Fraction): Fraction | undefined {
  if (holds(range, near) && (!step || isMultiple(near, step))) return near;
  const one = shownOne(type);
  const { low, high } = range;
  const point = low && high && compare(low.value, high.value) === 0;
  if (point) return step && !isMultiple(low.value, step) ? undefined : low.value;
  let best: { readonly value: Fraction; readonly digits: number } | undefined;
  for (let places = COARSEST; places <= FINEST; places += 1) {
    const grid = multiply(one, places >= 0 ? fraction(1n, power10(places)) : fraction(power10(-places)));
    const value = nearestOn(grid, range, near);
    if (!value || (step && !isMultiple(value, step))) continue;
    const digits = digitsOf(divide(value, grid));
    // Finer ones have no fewer digits, or are near to a bound that is not in the range.
    if (best && (digits > best.digits || places > 0)) break;
    best = { value, digits };
  }
  return best?.value ?? (step ? nearestOn(step, range, near) : undefined);
}

/** How many digits a whole figure has before the noughts it ends with: of 0 one. */
function digitsOf({ n }: Fraction): number {
  return n === 0n ? 1 : `${n < 0n ? -n : n}`.replace(/0+$/, "").length;
}

/** The multiple of `grid` in the range that is nearest to a figure. */
function nearestOn(grid: Fraction, range: Interval, near: Fraction): Fraction | undefined {
  const { low, high } = range;
  const least = low && (low.open ? floor(divide(low.value, grid)) + 1n : ceiling(divide(low.value, grid)));
  const most = high && (high.open ? ceiling(divide(high.value, grid)) - 1n : floor(divide(high.value, grid)));
  if (least !== undefined && most !== undefined && least > most) return undefined;
  const wanted = floor(add(divide(near, grid), fraction(1n, 2n)));
  const count =
    least !== undefined && wanted < least ? least : most !== undefined && wanted > most ? most : wanted;
  return multiply(fraction(count), grid);
}

function isMultiple(value: Fraction, step: Fraction): boolean {
  const count = divide(value, step);
  return count.n % count.d === 0n;
}

/** Whether a value lies in an interval. */
export function holds({ low, high }: Interval, value: Fraction): boolean {
  if (low) {
    const order = compare(value, low.value);
    if (order < 0 || (order === 0 && low.open)) return false;
  }
  if (!high) return true;
  const order = compare(value, high.value);
  return order < 0 || (order === 0 && !high.open);
}
