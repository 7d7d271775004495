import { ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Expr, Tabled } from "../../core/program.ts";
import { isFigure, POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { defineMethod, type LeafContext } from "../../core/method.ts";
import { holdsWords, measuredWords, standsWords } from "../../standards/formula.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { H1417 } from "./H1417-nothing-to-meet/index.ts";

/** 达标: full marks or none. */
export const thresholdMethod = defineMethod({
  id: "threshold",
  name: { zh: "达标", en: "threshold" },
  syntax: { head: { arguments: [{ shape: "condition" }], optional: true } },
  check(m, leaf, report) {
    if (!conditionOf(m.head?.value, leaf)) report(diagnose(H1417, {}, { range: m.origin }));
  },
  lower(m, leaf, build) {
    const when = conditionOf(m.head?.value, leaf) ?? b.yesNo(false);
    return {
      score: b.cases(
        POINTS,
        [
          {
            when,
            then: build.full,
            say: { zh: b.sentence`${b.numbers(when)}，达标`, en: b.sentence`${b.numbers(when)}: met` },
          },
        ],
        b.points(ZERO),
        {
          zh: b.sentence`不符合 ${b.numbers(when)}，未达标`,
          en: b.sentence`${b.numbers(when)} does not hold: not met`,
        },
      ),
      ...targetIn(when, leaf),
    };
  },
  wording: (m, leaf) =>
    inBoth((lang) => {
      const full = pointsWords(leaf.points, lang);
      const { value, target } = leaf;
      const standing = target?.kind === "compare" ? { ...target, right: target.of } : target;
      const condition = m.head
        ? holdsWords(m.head.value, lang, leaf)
        : value && standing
          ? standsWords(measuredWords(leaf, lang), standing, lang, leaf)
          : "";
      return lang === "zh"
        ? `${condition}的，得满分（${full}）；否则不得分。`
        : `Full marks (${full}) when ${condition}; otherwise nothing.`;
    }),
});

/** Of `达标 在职人员控制率 <= 100%` for the indicator of that name: `<= 100%`. */
function targetIn(when: Expr, { name }: LeafContext): Tabled {
  if (when.node !== "compare" || !isFigure(when.left.type)) return {};
  const { left, sign, right } = when;
  const measured = left.node === "input" ? left.field : left.node === "use" ? left.name.zh : undefined;
  return measured === name ? { target: { kind: "compare", sign, of: right } } : {};
}

/** The condition written, or 值 against 目标. */
function conditionOf(written: Expr | undefined, { value, target }: LeafContext): Expr | undefined {
  return written ?? (value && target && b.holds(value, target));
}
