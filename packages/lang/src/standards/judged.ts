/** What is wrong with a range in which a person judges. */
import { compare, sign, type Fraction } from "@heng/number";
import { constantRange } from "../core/constant.ts";
import type { BoundRange } from "../core/method.ts";
import { diagnose, type Range, type Report } from "../diagnostics/diagnostic.ts";
import { H1423 } from "./H1423-judged-range/index.ts";
import { pointsWords } from "./wording.ts";

/** What a person may judge lies in a range between two literals: not empty, from 0 up, at most `atMost`. */
export function checkJudged(judged: BoundRange, range: Range, report: Report, atMost?: Fraction): void {
  const within = constantRange(judged);
  const { low, high } = within ?? {};
  const order = low && high ? compare(low.value, high.value) : 0;
  const problem =
    !low || !high
      ? "open"
      : order > 0 || (order === 0 && (low.open || high.open))
        ? "empty"
        : sign(low.value) < 0
          ? "negative"
          : atMost && compare(high.value, atMost) > 0
            ? "above"
            : undefined;
  if (problem) {
    const points = problem === "above" && atMost ? pointsWords(atMost, "zh") : undefined;
    report(diagnose(H1423, { problem, points }, { range }));
  }
}
