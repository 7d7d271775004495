/** Results in points: of bands and of the points of an interpolation. */
import { compare, sign } from "@heng/number";
import type { Expr } from "../../core/program.ts";
import { diagnose, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { constantOf } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import { pointsWords, words } from "../../standards/wording.ts";
import { H1436 } from "./H1436-result-outside-points/index.ts";

/** A literal result lies within [0, 分值]. */
export function checkResult(result: Expr | undefined, leaf: LeafContext, range: Range, report: Report): void {
  const constant = result && constantOf(result);
  if (!constant) return;
  const problem = compare(constant, leaf.points) > 0 ? "above" : sign(constant) < 0 ? "below" : undefined;
  if (!problem) return;
  const known = problem === "above" || leaf.weightless !== true;
  const points = known ? pointsWords(leaf.points, "zh") : undefined;
  report(diagnose(H1436, { result: words(result, "zh"), problem, points }, { range }));
}
