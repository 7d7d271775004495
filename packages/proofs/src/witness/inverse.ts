/** Sums and products solved for one of their parts: the one place where arithmetic is turned round. */
import type { Expr } from "@heng/lang";
import {
  add,
  divide,
  divideIntervals,
  isZero,
  multiply,
  ONE,
  point,
  subtract,
  subtractIntervals,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";

type Sum = Extract<Expr, { readonly node: "sum" }>;
type Product = Extract<Expr, { readonly node: "product" }>;

/**
 * What the part at `at` has to be for a sum or a product to lie in `want`, the others being as `valueOf` says, which is
 * asked in their order. Undefined where one of them has no value, or nothing will do.
 */
export function wantedOfPart(
  e: Sum | Product,
  at: number,
  want: Interval,
  valueOf: (part: Expr) => Fraction | undefined,
): Interval | undefined {
  return e.node === "sum" ? ofTerm(e, at, want, valueOf) : ofFactor(e, at, want, valueOf);
}

function ofTerm(
  { terms }: Sum,
  at: number,
  want: Interval,
  valueOf: (part: Expr) => Fraction | undefined,
): Interval | undefined {
  let rest = ZERO;
  for (const [i, { negative, of }] of terms.entries()) {
    if (i === at) continue;
    const value = valueOf(of);
    if (value === undefined) return undefined;
    rest = negative ? subtract(rest, value) : add(rest, value);
  }
  return terms[at]?.negative === true
    ? subtractIntervals(point(rest), want)
    : subtractIntervals(want, point(rest));
}

function ofFactor(
  { factors }: Product,
  at: number,
  want: Interval,
  valueOf: (part: Expr) => Fraction | undefined,
): Interval | undefined {
  let rest = ONE;
  for (const [i, { inverse, of }] of factors.entries()) {
    if (i === at) continue;
    const value = valueOf(of);
    if (value === undefined || isZero(value)) return undefined;
    rest = inverse ? divide(rest, value) : multiply(rest, value);
  }
  return factors[at]?.inverse === true
    ? divideIntervals(point(rest), want)
    : divideIntervals(want, point(rest));
}
