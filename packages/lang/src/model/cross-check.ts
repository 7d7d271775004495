import { fraction } from "@heng/number";
import type { CrossCheck } from "../core/program.ts";
import * as b from "../core/build.ts";
import type { CrossCheckNode } from "../syntax/tree.ts";
import { condition, figureAs } from "./expression.ts";
import { H1119 } from "./H1119-cross-check-sign/index.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";

/** 核对: two figures compared, with the tolerance that is allowed. */
export function crossCheck(node: CrossCheckNode, file: string, scope: Scope): readonly CrossCheck[] {
  if (!node.condition || node.condition.kind === "missing") return [];
  const e = condition(node.condition, undefined, { file }, scope);
  if (!e) return [];
  if (e.node !== "compare" || e.left.type.kind === "yesNo" || e.left.type.kind === "option") {
    finding(scope, H1119, {}, rangeOf(file, node.condition));
    return [];
  }
  // The difference is a length: of two ratios it is in 个百分点.
  const type = e.left.type.kind === "ratio" ? ({ kind: "ratio", sense: "difference" } as const) : e.left.type;
  const tolerance = node.tolerance
    ? figureAs(node.tolerance, type, { file }, scope)
    : b.figure(fraction(0n), type);
  return tolerance
    ? [
        {
          title: node.title?.value ?? "",
          left: e.left,
          sign: e.sign,
          right: e.right,
          tolerance,
          origin: rangeOf(file, node.title ?? node),
        },
      ]
    : [];
}
