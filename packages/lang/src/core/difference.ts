/** Figures that are measured from somewhere: what lies beyond a base, and where between two edges a figure stands. */
import { ONE, ZERO } from "@heng/number";
import * as b from "./build.ts";
import type { Expr, FaultCause } from "./program.ts";
import { PERCENTAGE_POINTS, POINTS, RATIO, type Type } from "./type.ts";
import { DAYS } from "./type.ts";
import { constantOf } from "./constant.ts";

/** What two figures of a kind differ by: 个百分点 for ratios, 天 for dates. */
export function differenceType(type: Type): Type {
  if (type.kind === "ratio") return PERCENTAGE_POINTS;
  return type.kind === "date" ? DAYS : type;
}

/** `a − b` in the kind of their difference. */
export function difference(a: Expr, z: Expr): Expr {
  return b.minus(differenceType(a.type), a, z);
}

/**
 * How far along from `low` to `high` a figure between them stands, 0 to 1. Held within [0, 1], which changes nothing
 * for a figure between the edges and keeps a missing one from promising more than the edges give.
 */
export function along(of: Expr, low: Expr, high: Expr): { readonly share: Expr; readonly bare: Expr } {
  const bare = b.over(RATIO, difference(of, low), difference(high, low));
  const zero = b.figure(ZERO, RATIO);
  const one = b.figure(ONE, RATIO);
  return { share: b.min(RATIO, b.max(RATIO, bare, zero), one), bare };
}

/** `a + 位置 × (b − a)`: points that run straight from one figure to another. */
export function straight(from: Expr, to: Expr, position: Expr): Expr {
  return b.plus(POINTS, from, b.times(POINTS, position, b.minus(POINTS, to, from)));
}

/** Edges that do not ascend, once their expressions are worked out. */
export const NOT_ASCENDING: FaultCause = {
  id: "pointsNotAscending",
  words: {
    zh: "插值各点算出来不是从小到大",
    en: "the points of the interpolation do not come out ascending",
  },
};

/** The condition that two edges do not ascend; undefined when both are constants, which the check has compared. */
export function notAscending(low: Expr, high: Expr): Expr | undefined {
  return constantOf(low) && constantOf(high) ? undefined : b.compare(low, ">=", high);
}
