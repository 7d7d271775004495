/** Figures that are known before any data: literals and arithmetic of literals (`-5%`, `2 × 30%`). */
import { add, divide, isZero, multiply, negate, ONE, ZERO, type Fraction, type Interval } from "@heng/number";
import type { Expr } from "./program.ts";
import type { BoundRange } from "./method.ts";

/** The figure of an expression without data, or undefined. */
export function constantOf(e: Expr): Fraction | undefined {
  switch (e.node) {
    case "figure":
      return e.value;
    case "sum": {
      let total = ZERO;
      for (const { negative, of } of e.terms) {
        const term = constantOf(of);
        if (!term) return undefined;
        total = add(total, negative ? negate(term) : term);
      }
      return total;
    }
    case "product": {
      let total = ONE;
      for (const { inverse, of } of e.factors) {
        const factor = constantOf(of);
        if (!factor || (inverse && isZero(factor))) return undefined;
        total = inverse ? divide(total, factor) : multiply(total, factor);
      }
      return total;
    }
    default:
      return undefined;
  }
}

/** The interval of a range whose two ends are constants, or undefined. */
export function constantRange(range: BoundRange): Interval | undefined {
  const low = range.low && constantOf(range.low);
  const high = range.high && constantOf(range.high);
  return low && high
    ? { low: { value: low, open: range.lowOpen }, high: { value: high, open: range.highOpen } }
    : undefined;
}

/** Whether an expression is the constant 100%, or 1. */
export function isOne(e: Expr): boolean {
  const value = constantOf(e);
  return value !== undefined && value.n === value.d;
}
