import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  floor,
  fraction,
  isZero,
  multiply,
  negate,
  ONE,
  sign,
  ZERO,
  type Fraction,
} from "./fraction.ts";
import { power10, roundHalfUp } from "./rounding.ts";

/** One end of an interval. An open bound is approached but not reached. */
export interface Bound {
  readonly value: Fraction;
  readonly open: boolean;
}

/**
 * All numbers that a value may have: what is known of a missing field from its declared range. An end that is undefined
 * is unbounded. An interval is never empty: who makes one keeps `low` ≤ `high`, and equal ends closed.
 *
 * Every operation is sound (its result for any points of the operands lies in the interval it gives) and tight (no
 * smaller interval has that property), each operand taken as independent of the others.
 */
export interface Interval {
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}

/** The comparisons that {@link compareIntervals} decides. */
export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "≠";

type MaybeBound = Bound | undefined;

const LOW = -1;
const HIGH = 1;
type Side = typeof LOW | typeof HIGH;

/** Of two bounds on the same side, the one that takes in more. */
function outer(a: MaybeBound, b: MaybeBound, side: Side): MaybeBound {
  if (a === undefined || b === undefined) return undefined;
  const order = compare(a.value, b.value) * side;
  return order > 0 || (order === 0 && !a.open) ? a : b;
}

/** Of two bounds on the same side, the one that takes in less. */
function inner(a: MaybeBound, b: MaybeBound, side: Side): MaybeBound {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const order = compare(a.value, b.value) * side;
  return order < 0 || (order === 0 && a.open) ? a : b;
}

function closed(value: Fraction): Bound {
  return { value, open: false };
}

/** Every number: nothing is known. */
export const WHOLE: Interval = {};

/** The interval that holds `f` alone. */
export function point(f: Fraction): Interval {
  return { low: closed(f), high: closed(f) };
}

/** The one number that the interval holds, or undefined when it holds more. */
export function isPoint(i: Interval): Fraction | undefined {
  return i.low !== undefined && i.high !== undefined && equals(i.low.value, i.high.value)
    ? i.low.value
    : undefined;
}

/** Whether `f` lies in the interval. */
export function contains(i: Interval, f: Fraction): boolean {
  return intersect(i, point(f)) !== undefined;
}

/** What lies in both, or undefined when nothing does. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = inner(a.low, b.low, LOW);
  const high = inner(a.high, b.high, HIGH);
  if (low !== undefined && high !== undefined) {
    const order = compare(low.value, high.value);
    if (order > 0 || (order === 0 && (low.open || high.open))) return undefined;
  }
  return { low, high };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: outer(a.low, b.low, LOW), high: outer(a.high, b.high, HIGH) };
}

function negateBound(bound: MaybeBound): MaybeBound {
  return bound && { value: negate(bound.value), open: bound.open };
}

function addBounds(a: MaybeBound, b: MaybeBound): MaybeBound {
  return a && b && { value: add(a.value, b.value), open: a.open || b.open };
}

/** All −x. */
export function negateInterval(i: Interval): Interval {
  return { low: negateBound(i.high), high: negateBound(i.low) };
}

/** All x + y. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: addBounds(a.low, b.low), high: addBounds(a.high, b.high) };
}

/** All x − y. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, negateInterval(b));
}

/** An end of an interval: its bound, or the infinity that stands for one it lacks. */
type End = Bound | "-∞" | "+∞";

function ends(i: Interval): readonly End[] {
  return [i.low ?? "-∞", i.high ?? "+∞"];
}

function endSign(end: End): number {
  return end === "-∞" ? -1 : end === "+∞" ? 1 : sign(end.value);
}

function multiplyEnds(a: End, b: End): End {
  const direction = endSign(a) * endSign(b);
  if (direction === 0) {
    // Zero times anything is zero, however far the other end lies: it is reached as soon as one factor reaches zero.
    const reached = [a, b].some((end) => endSign(end) === 0 && !(end as Bound).open);
    return { value: ZERO, open: !reached };
  }
  if (typeof a === "string" || typeof b === "string") return direction < 0 ? "-∞" : "+∞";
  return { value: multiply(a.value, b.value), open: a.open || b.open };
}

/** All x × by, of a figure above 0. */
function stretched({ low, high }: Interval, by: Fraction): Interval {
  const end = (bound: MaybeBound): MaybeBound =>
    bound && { value: multiply(bound.value, by), open: bound.open };
  return { low: end(low), high: end(high) };
}

/** All x × y. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const by = isPoint(b);
  if (by && by.n > 0n) return stretched(a, by);
  // A product is linear in either factor, so its extremes lie where ends meet.
  const corners = ends(a).flatMap((x) => ends(b).map((y) => multiplyEnds(x, y)));
  const finite = (end: End): MaybeBound => (typeof end === "string" ? undefined : end);
  return {
    low: corners
      .filter((end) => end !== "+∞")
      .map(finite)
      .reduce((x, y) => outer(x, y, LOW)),
    high: corners
      .filter((end) => end !== "-∞")
      .map(finite)
      .reduce((x, y) => outer(x, y, HIGH)),
  };
}

/** All 1 ÷ x of an interval that does not hold 0. */
function reciprocal(i: Interval): Interval {
  if (i.low === undefined || sign(i.low.value) < 0) return negateInterval(reciprocal(negateInterval(i)));
  const invert = (bound: Bound): Bound => ({ value: divide(ONE, bound.value), open: bound.open });
  return {
    low: i.high === undefined ? { value: ZERO, open: true } : invert(i.high),
    high: isZero(i.low.value) ? undefined : invert(i.low),
  };
}

/** All x ÷ y, or undefined when the divisor may be 0. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  return contains(b, ZERO) ? undefined : multiplyIntervals(a, reciprocal(b));
}

/** All |x|. */
export function absoluteInterval(i: Interval): Interval {
  if (i.low !== undefined && sign(i.low.value) >= 0) return i;
  if (i.high !== undefined && sign(i.high.value) <= 0) return negateInterval(i);
  return { low: closed(ZERO), high: outer(negateBound(i.low), i.high, HIGH) };
}

/** All min(x, y). */
export function minimumIntervals(a: Interval, b: Interval): Interval {
  return { low: outer(a.low, b.low, LOW), high: inner(a.high, b.high, HIGH) };
}

/** All max(x, y). */
export function maximumIntervals(a: Interval, b: Interval): Interval {
  return { low: inner(a.low, b.low, LOW), high: outer(a.high, b.high, HIGH) };
}

/** All x, those below `low` raised to it and those above `high` lowered to it; `low` ≤ `high`. */
export function clampInterval(i: Interval, low: Fraction, high: Fraction): Interval {
  return minimumIntervals(maximumIntervals(i, point(low)), point(high));
}

/** The smallest interval that holds every ⌊x⌋. */
export function floorInterval(i: Interval): Interval {
  return {
    low: i.low && closed(fraction(floor(i.low.value))),
    // An open end at an integer is not reached, so neither is that integer.
    high: i.high && closed(fraction(i.high.open ? ceiling(i.high.value) - 1n : floor(i.high.value))),
  };
}

/** The smallest interval that holds every ⌈x⌉. */
export function ceilingInterval(i: Interval): Interval {
  return negateInterval(floorInterval(negateInterval(i)));
}

/** Half up of the numbers just above an open lower bound: there even a negative tie goes up. */
function roundJustAbove(value: Fraction, places: number): Fraction {
  const scale = places >= 0 ? fraction(power10(places)) : fraction(1n, power10(-places));
  return divide(fraction(floor(add(multiply(value, scale), fraction(1n, 2n)))), scale);
}

/**
 * The smallest interval that holds every x rounded half up to `places` decimals.
 * @throws RangeError when `places` is not an integer.
 */
export function roundInterval(i: Interval, places: number): Interval {
  const low = (bound: Bound) => closed((bound.open ? roundJustAbove : roundHalfUp)(bound.value, places));
  const mirrored = negateBound(i.high);
  return { low: i.low && low(i.low), high: mirrored && negateBound(low(mirrored)) };
}

/** Whether x < y for all x and y. */
function allBelow(a: Interval, b: Interval): boolean {
  if (a.high === undefined || b.low === undefined) return false;
  const order = compare(a.high.value, b.low.value);
  return order < 0 || (order === 0 && (a.high.open || b.low.open));
}

/** Whether x ≤ y for all x and y. */
function noneAbove(a: Interval, b: Interval): boolean {
  return a.high !== undefined && b.low !== undefined && compare(a.high.value, b.low.value) <= 0;
}

function decide(holds: boolean, fails: boolean): boolean | undefined {
  return holds ? true : fails ? false : undefined;
}

/**
 * The comparison of any x of `a` with any y of `b`, where it comes out the same for all of them, else undefined. Open
 * bounds count: every number of (0, ∞) is > 0.
 */
export function compareIntervals(op: Comparison, a: Interval, b: Interval): boolean | undefined {
  switch (op) {
    case "<":
      return decide(allBelow(a, b), noneAbove(b, a));
    case "<=":
      return decide(noneAbove(a, b), allBelow(b, a));
    case ">":
      return compareIntervals("<", b, a);
    case ">=":
      return compareIntervals("<=", b, a);
    case "=":
      return decide(noneAbove(a, b) && noneAbove(b, a), allBelow(a, b) || allBelow(b, a));
    case "≠": {
      const same = compareIntervals("=", a, b);
      return same === undefined ? undefined : !same;
    }
  }
}
