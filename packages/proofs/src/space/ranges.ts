/** Ranges of figures beyond what intervals of numbers give by themselves. */
import {
  contains,
  divideIntervals,
  equals,
  intersect,
  isPoint,
  multiply,
  point,
  sign,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import type { ComparisonSign, Expr } from "@heng/lang";

/** Nothing is known. */
export const WHOLE: Interval = {};

/** The part of a range on one side of a value. */
export function within(range: Interval, by: ComparisonSign, value: Fraction): Interval | undefined {
  switch (by) {
    case "<":
    case "<=":
      return intersect(range, { high: { value, open: by === "<" } });
    case ">":
    case ">=":
      return intersect(range, { low: { value, open: by === ">" } });
    case "=":
      return intersect(range, point(value));
    case "≠": {
      if (!contains(range, value)) return range;
      const { low, high } = range;
      if (isPoint(range)) return undefined;
      if (low && equals(low.value, value)) return { ...range, low: { value, open: true } };
      if (high && equals(high.value, value)) return { ...range, high: { value, open: true } };
      return range; // a hole within cannot be said
    }
  }
}

/** All x ÷ y, y = 0 left out; undefined where y is 0 alone. */
export function quotient(a: Interval, by: Interval): Interval | undefined {
  if (!contains(by, ZERO)) return divideIntervals(a, by);
  if (isPoint(by)) return undefined;
  const { low, high } = by;
  if (low && sign(low.value) === 0)
    return divideIntervals(a, { ...by, low: { value: ZERO, open: true } }) ?? WHOLE;
  if (high && sign(high.value) === 0)
    return divideIntervals(a, { ...by, high: { value: ZERO, open: true } }) ?? WHOLE;
  return WHOLE;
}

/** The sign of all that an interval holds, 0 with either. */
export function signOf({ low, high }: Interval): -1 | 1 | undefined {
  if (low && sign(low.value) >= 0) return 1;
  return high && sign(high.value) <= 0 ? -1 : undefined;
}

/** All c × x. */
export function stretched(i: Interval, by: Fraction): Interval {
  if (by.n === by.d) return i;
  const end = (bound: Interval["low"]): Interval["low"] =>
    bound && { value: multiply(bound.value, by), open: bound.open };
  return by.n > 0n ? { low: end(i.low), high: end(i.high) } : { low: end(i.high), high: end(i.low) };
}

/** What a column of rows may be. */
export function columnRange(
  of: Expr,
  columns: readonly { readonly name: string; readonly range: Interval }[] | undefined,
): Interval {
  return of.node === "column" && of.part === undefined
    ? (columns?.find(({ name }) => name === of.column)?.range ?? WHOLE)
    : WHOLE;
}
