/**
 * Arithmetic on scores: small, so that no digits need be watched. Whether a score may fail is kept beside it in the tree
 * (`undecided`); only {@link lower} carries it.
 */
import {
  add,
  addIntervals,
  compare,
  equals,
  maximumIntervals,
  minimum,
  minimumIntervals,
  multiply,
  multiplyIntervals,
  point,
  roundHalfUp,
  roundInterval,
  type Fraction,
} from "@heng/number";
import { marked, mayFail, rangeOf, settle, type Figure } from "./outcome.ts";

export function plus(a: Figure, b: Figure): Figure {
  if (a.state === "error") return a;
  if (b.state === "error") return b;
  return a.state === "value" && b.state === "value"
    ? { state: "value", value: add(a.value, b.value) }
    : settle(addIntervals(rangeOf(a), rangeOf(b)));
}

/** a × by; `by` is not negative. */
export function times(a: Figure, by: Fraction): Figure {
  if (a.state === "value") return { state: "value", value: multiply(a.value, by) };
  return a.state === "missing" ? settle(multiplyIntervals(a.range, point(by))) : a;
}

export function rounded(a: Figure, places: number): Figure {
  if (a.state === "value") return { state: "value", value: roundHalfUp(a.value, places) };
  return a.state === "missing" ? settle(roundInterval(a.range, places)) : a;
}

export function atLeast(a: Figure, least: Fraction): Figure {
  if (a.state === "value") return compare(a.value, least) < 0 ? { state: "value", value: least } : a;
  return a.state === "missing" ? settle(maximumIntervals(a.range, point(least))) : a;
}

export function atMost(a: Figure, most: Fraction): Figure {
  if (a.state === "value") return compare(a.value, most) > 0 ? { state: "value", value: most } : a;
  return a.state === "missing" ? settle(minimumIntervals(a.range, point(most))) : a;
}

/** The lower of two results; an error of either is one of both. */
export function lower(a: Figure, b: Figure): Figure {
  if (a.state === "error") return a;
  if (b.state === "error") return b;
  const least: Figure =
    a.state === "value" && b.state === "value"
      ? { state: "value", value: minimum(a.value, b.value) }
      : settle(minimumIntervals(rangeOf(a), rangeOf(b)));
  return marked(least, mayFail(a) || mayFail(b));
}

/** Whether both are known and the same. */
export function sameFigure(a: Figure, b: Figure): boolean {
  return a.state === "value" && b.state === "value" && equals(a.value, b.value);
}
