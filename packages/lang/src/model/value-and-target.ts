/** 值 and 目标 of an indicator or 方法. */
import { fraction } from "@heng/number";
import * as b from "../core/build.ts";
import type { Expr, Target } from "../core/program.ts";
import { RATIO } from "../core/type.ts";
import type { ArgumentNode, ExprNode, Node, PropertyNode } from "../syntax/tree.ts";
import { share } from "./definitions.ts";
import { elaborate, figureAs, figureOf, rangeAs } from "./expression.ts";
import { inhabited } from "./interval.ts";
import { shownBeside } from "./shown-unit.ts";
import { rangeOf, type Place, type Scope } from "./scope.ts";

/** Whether an argument is an expression: no range, name or phrase. */
export function isExpr(node: ArgumentNode): node is ExprNode {
  return node.kind !== "range" && node.kind !== "nameRef" && node.kind !== "phrase";
}

/** 值 = …: a definition of the program, so that it is worked out once. */
export function bindValue(
  node: PropertyNode | undefined,
  id: string,
  name: string,
  place: Place,
  scope: Scope,
  /** All that the indicator or 方法 says. */
  beside: readonly Node[],
): Expr | undefined {
  const head = node?.phrase.head;
  if (!node || !head || !isExpr(head)) return undefined;
  const leaf = place.leaf && { ...place.leaf, insideValue: place.leaf.value === undefined };
  const of = elaborate(head, { ...place, ...(leaf ? { leaf } : {}) }, scope);
  const shown =
    of &&
    shownBeside(
      of,
      beside.filter((one) => one !== node),
      scope,
    );
  return shown && share(`${id}#value`, { zh: name, en: name }, shown, rangeOf(place.file, node), scope);
}

/** 目标 …: typed as 值; a ratio without one has >= 100%. */
export function bindTarget(
  node: PropertyNode,
  value: Expr | undefined,
  place: Place,
  scope: Scope,
): Target | undefined {
  const head = node.phrase.head;
  if (head?.kind !== "comparison" && head?.kind !== "membership") return undefined;
  if (!value) {
    // A target without 值: kept as written, for tables; nothing is compared with it.
    if (head.kind === "membership") return inhabited(rangeAs(head.range, undefined, place, scope), scope);
    const of = figureOf(head.right, place, scope);
    return of && { kind: "compare", sign: head.sign, of };
  }
  if (head.kind === "membership")
    return inhabited(rangeAs(head.range, value.type, place, scope, value), scope);
  const of = figureAs(head.right, value.type, place, scope, value);
  return of && { kind: "compare", sign: head.sign, of };
}

/** What a ratio is compared with when no 目标 is written. */
export function defaultTarget(value: Expr | undefined): Target | undefined {
  return value?.type.kind === "ratio" && value.type.sense !== "percentagePoints"
    ? { kind: "compare", sign: ">=", of: b.figure(fraction(1n), RATIO) }
    : undefined;
}
