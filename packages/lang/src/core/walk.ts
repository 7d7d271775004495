/** Walks over core expressions. */
import type { Expr } from "./program.ts";

/** Whether a direct part of an expression, in order, is as asked. Makes no lists: this is asked of every standard. */
function somePart(e: Expr, is: (part: Expr) => boolean): boolean {
  switch (e.node) {
    case "step":
    case "absolute":
    case "round":
    case "not":
      return is(e.of);
    case "sum":
      for (const { of } of e.terms) if (is(of)) return true;
      return false;
    case "product":
      for (const { of } of e.factors) if (is(of)) return true;
      return false;
    case "extreme":
    case "logic":
      for (const of of e.of) if (is(of)) return true;
      return false;
    case "compare":
      return is(e.left) || is(e.right);
    case "cases":
      for (const { when, then } of e.cases) if (is(when) || is(then)) return true;
      return is(e.otherwise);
    case "aggregate":
      for (const part of [e.when, e.of, e.weight]) if (part && is(part)) return true;
      return false;
    default:
      return false;
  }
}

/** The direct parts of an expression, in order. */
export function partsOf(e: Expr): readonly Expr[] {
  const parts: Expr[] = [];
  somePart(e, (part) => {
    parts.push(part);
    return false;
  });
  return parts;
}

/** Whether a part of the expression (itself included) is as asked. */
export function someExpr(e: Expr, is: (part: Expr) => boolean): boolean {
  const within = (part: Expr): boolean => is(part) || somePart(part, within);
  return within(e);
}
