/** Walks over core expressions. */
import type { Expr } from "./program.ts";

/** The direct parts of an expression, in order. */
export function partsOf(e: Expr): readonly Expr[] {
  switch (e.node) {
    case "step":
    case "absolute":
    case "round":
    case "not":
      return [e.of];
    case "sum":
      return e.terms.map(({ of }) => of);
    case "product":
      return e.factors.map(({ of }) => of);
    case "extreme":
    case "logic":
      return e.of;
    case "compare":
      return [e.left, e.right];
    case "cases":
      return [...e.cases.flatMap(({ when, then }) => [when, then]), e.otherwise];
    case "aggregate":
      return [e.when, e.of, e.weight].flatMap((part) => part ?? []);
    default:
      return [];
  }
}

/** Whether a part of the expression (itself included) is as asked. */
export function someExpr(e: Expr, is: (part: Expr) => boolean): boolean {
  if (is(e)) return true;
  // As `partsOf`, without its lists: this is asked of every standard.
  switch (e.node) {
    case "step":
    case "absolute":
    case "round":
    case "not":
      return someExpr(e.of, is);
    case "sum":
      for (const { of } of e.terms) if (someExpr(of, is)) return true;
      return false;
    case "product":
      for (const { of } of e.factors) if (someExpr(of, is)) return true;
      return false;
    case "extreme":
    case "logic":
      for (const of of e.of) if (someExpr(of, is)) return true;
      return false;
    case "compare":
      return someExpr(e.left, is) || someExpr(e.right, is);
    case "cases":
      for (const { when, then } of e.cases) if (someExpr(when, is) || someExpr(then, is)) return true;
      return someExpr(e.otherwise, is);
    default:
      return partsOf(e).some((part) => someExpr(part, is));
  }
}
