/** 人工: a person gives the points or, of a 扣分项, takes them; with a reason when they are not all left. */
import { compare, sign, ZERO, type Fraction } from "@heng/number";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { constantOf } from "../../core/constant.ts";
import { minus } from "../../core/build.ts";
import { POINTS } from "../../core/type.ts";
import { defineMethod, type Bound, type LeafContext } from "../../core/method.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { H1455 } from "./H1455-range-outside/index.ts";
import { H1456 } from "./H1456-range-not-fixed/index.ts";

const syntax = {
  head: { arguments: [{ shape: "range", unit: "points" }], optional: true },
} as const satisfies Syntax;

type Judged = Bound<typeof syntax>;

interface Within {
  readonly low: Fraction;
  readonly lowOpen: boolean;
  readonly high: Fraction;
  readonly highOpen: boolean;
}

/** What may be given: 0 to 分值 unless the range says otherwise; undefined when an end is no figure. */
function withinOf(m: Judged, leaf: LeafContext): Within | undefined {
  const range = m.head?.value;
  const low = range?.low ? constantOf(range.low) : ZERO;
  const high = range?.high ? constantOf(range.high) : leaf.points;
  if (!low || !high) return undefined;
  return {
    low,
    lowOpen: range?.low !== undefined && range.lowOpen,
    high,
    highOpen: range?.high !== undefined && range.highOpen,
  };
}

export const judgedMethod = defineMethod({
  id: "judged",
  name: { zh: "人工", en: "judged" },
  syntax,
  check(m, leaf, report) {
    const origin = m.head?.origin ?? m.origin;
    const within = withinOf(m, leaf);
    if (!within) {
      report(diagnose(H1456, {}, { range: origin }));
      return;
    }
    const { low, high } = within;
    if (sign(low) >= 0 && compare(low, high) < 0 && compare(high, leaf.points) <= 0) return;
    const points = pointsWords(leaf.points, "zh");
    const text = `[0分, ${points}]`;
    report(
      diagnose(
        H1455,
        { points },
        { range: origin },
        { fixes: [replacement(origin, text, `改为 ${text}`, `write ${text}`)] },
      ),
    );
  },
  lower(m, leaf, b) {
    const within = withinOf(m, leaf);
    if (!within) throw new Error("A judged range that was not checked");
    const { low, lowOpen, high, highOpen } = within;
    const given = b.ask({
      within: { low: { value: low, open: lowOpen }, high: { value: high, open: highOpen } },
      reason: "belowFull",
      ...(leaf.extra === "penalty" ? { taken: true } : {}),
      origin: m.origin,
    });
    const said = { zh: ["由人评定"], en: ["given by judgement"] };
    if (leaf.extra === "penalty") {
      const taken = b.step({ zh: "评定扣分", en: "points taken" }, given, {
        ...said,
        en: ["taken by judgement"],
      });
      return { score: minus(POINTS, b.full, taken) };
    }
    return {
      score: b.step({ zh: "评定得分", en: "points given" }, given, said),
    };
  },
  wording(m, leaf) {
    const within = withinOf(m, leaf);
    return inBoth((lang) => {
      const low = pointsWords(within?.low ?? ZERO, lang);
      const high = pointsWords(within?.high ?? leaf.points, lang);
      const open = [...(within?.lowOpen ? [low] : []), ...(within?.highOpen ? [high] : [])];
      const taken = leaf.extra === "penalty";
      if (lang === "zh") {
        const but = open.length > 0 ? `（不含${open.join("、")}）` : "";
        if (taken) return `由评价人员在${low}至${high}之间${but}评定扣分，扣分的须说明理由。`;
        return `由评价人员在${low}至${high}之间${but}评定，未给满分的须说明理由。`;
      }
      const but = open.length > 0 ? ` (${open.join(", ")} excluded)` : "";
      if (taken) return `Points from ${low} to ${high}${but} are taken by judgement, with the reason.`;
      return `Judged from ${low} to ${high}${but}; a reason is required unless full marks are given.`;
    });
  },
});
