/** A ratio that is multiplied by a bare 100, as in a spreadsheet: the figure is a hundred times too large. */
import type { Expr } from "../core/program.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { ExprNode, ProductNode } from "../syntax/tree.ts";
import { literal } from "./kinds.ts";
import { H1310 } from "./H1310-bare-hundred/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";

type Factors = ProductNode["factors"];

/**
 * Reports the bare 100, 1000 … in a product that is a ratio, or in brackets in it. Asked of the outermost product only:
 * `(完成率 * 100) * 0.1分` is right.
 */
export function tellBareHundred(
  factors: Factors,
  parts: readonly { readonly inverse: boolean; readonly of: Expr }[],
  place: Place,
  scope: Scope,
): void {
  const at = parts.findIndex(({ inverse, of }) => !inverse && isBareHundred(of));
  if (at < 0) return inBrackets(factors, parts, place, scope);
  // What is divided by 100 again, and a share of literals alone, is no ratio of figures.
  if (parts.some(({ inverse, of }) => inverse && isBareHundred(of))) return;
  if (parts.every(({ of }) => literal(of) !== undefined)) return;
  const node = factors[at]?.of;
  if (node?.kind !== "quantity") return;
  finding(scope, H1310, { number: node.number }, rangeOf(place.file, node), {
    fixes: fixes(factors, at, node.number, place),
  });
}

/** `(a / b * 100)` in a product that is a ratio itself. */
function inBrackets(
  factors: Factors,
  parts: readonly { readonly inverse: boolean; readonly of: Expr }[],
  place: Place,
  scope: Scope,
): void {
  for (const [i, { inverse, of }] of parts.entries()) {
    const node = bare(factors[i]?.of);
    if (!inverse && node?.kind === "product" && of.node === "product")
      tellBareHundred(node.factors, of.factors, place, scope);
  }
}

function isBareHundred(e: Expr): boolean {
  if (e.node !== "figure" || e.type.kind !== "number" || e.value.d !== 1n) return false;
  let rest = e.value.n;
  while (rest > 0n && rest % 10n === 0n) rest /= 10n;
  return rest === 1n && e.value.n >= 100n;
}

function bare(node: ExprNode | undefined): ExprNode | undefined {
  let inside = node;
  while (inside?.kind === "paren") inside = inside.of;
  return inside;
}

function fixes(factors: Factors, at: number, number: string, place: Place): readonly Fix[] {
  const [node, before, behind] = [factors[at]?.of, factors[at - 1]?.of, factors[at + 1]];
  if (!node) return [];
  const range = rangeOf(place.file, node);
  const whole = before
    ? { ...range, start: before.end }
    : behind && !behind.inverse
      ? { ...range, end: behind.of.start }
      : undefined;
  return [
    ...(whole ? [replacement(whole, "", `删去 × ${number}`, `take out × ${number}`)] : []),
    ...(number === "100" ? [replacement(range, "100%", "改为 100%", "write 100%")] : []),
  ];
}
