/** What a `round` node makes of figures: in which unit, and of all that a figure can be (docs/reference/semantics.md, §2.6). */
import {
  ceiling,
  ceilingInterval,
  divide,
  equals,
  floor,
  floorInterval,
  fraction,
  multiply,
  multiplyIntervals,
  ONE,
  point,
  power10,
  roundHalfUp,
  roundInterval,
  type Fraction,
  type Interval,
} from "@heng/number";
import type { Expr } from "./program.ts";
import type { Type } from "./type.ts";

type Round = Extract<Expr, { readonly node: "round" }>;

const PERCENTAGE_POINT = fraction(1n, 100n);

/** What figures of a type are rounded in, in base units: the unit they are shown in; ratios as they are (86.28% is 0.8628). */
export function roundingUnit(type: Type): Fraction {
  if (type.kind === "quantity") return type.factor;
  return type.kind === "ratio" && type.sense !== "ratio" ? PERCENTAGE_POINT : ONE;
}

/** A figure, rounded. */
export function roundedFigure({ type, mode, places }: Round, value: Fraction): Fraction {
  const unit = roundingUnit(type);
  if (mode === "halfUp") return multiply(roundHalfUp(divide(value, unit), places), unit);
  const step = divide(unit, decimalsOf(places));
  const steps = divide(value, step);
  return multiply(fraction(mode === "floor" ? floor(steps) : ceiling(steps)), step);
}

/** All that the rounded figure can be. */
export function roundedRange({ type, mode, places }: Round, of: Interval): Interval {
  const unit = roundingUnit(type);
  const decimals = decimalsOf(places);
  const scale = mode === "halfUp" ? unit : divide(unit, decimals);
  const scaled = multiplyIntervals(of, point(divide(ONE, scale)));
  const rounded =
    mode === "halfUp"
      ? roundInterval(scaled, places)
      : (mode === "floor" ? floorInterval : ceilingInterval)(scaled);
  return multiplyIntervals(rounded, point(scale));
}

/**
 * The figures between which the rounded one is below a value, at it, and above it: from the first on, or behind it, it is
 * no longer below, from the second on no longer at it. Of a value that nothing is rounded to the two are one.
 */
export function roundingTurns(
  { type, mode, places }: Round,
  at: Fraction,
): { readonly reached: Fraction; readonly passed: Fraction } {
  const step = divide(roundingUnit(type), decimalsOf(places));
  const steps = floor(divide(at, step));
  const isStep = equals(multiply(fraction(steps), step), at);
  const halves = (mode === "floor" ? 2n : mode === "ceiling" ? 0n : 1n) + 2n * steps;
  const end = (of: bigint): Fraction => multiply(fraction(of, 2n), step);
  const passed = end(halves);
  return { reached: isStep ? end(halves - 2n) : passed, passed };
}

function decimalsOf(places: number): Fraction {
  return places >= 0 ? fraction(power10(places)) : fraction(1n, power10(-places));
}
