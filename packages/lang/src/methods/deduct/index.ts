import { ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import { POINTS } from "../../core/type.ts";
import { defineMethod } from "../../core/method.ts";
import { checkAmount, checkRows } from "../../standards/tally/check.ts";
import { lowerRow, together } from "../../standards/tally/lower.ts";
import { ROW_HEAD, TAKES } from "../../standards/tally/rows.ts";
import { rowWords } from "../../standards/tally/wording.ts";
import { pointsFormula } from "../../standards/formula.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";

/** 扣分: from full marks down, row by row. */
export const deductMethod = defineMethod({
  id: "deduct",
  name: { zh: "扣分", en: "deduct" },
  syntax: {
    clauses: { takeAtMost: TAKES.takeAtMost },
    rows: { head: ROW_HEAD, clauses: TAKES },
  },
  check(m, leaf, report) {
    checkRows(m.rows, leaf, m.origin, report);
    checkAmount(m.clauses.takeAtMost, TAKES.takeAtMost, m.places.get("takeAtMost") ?? m.origin, report);
  },
  lower(m, leaf, build) {
    const rows = (m.rows ?? []).map((row) => lowerRow(row, leaf, build, leaf.points));
    const taken = together(rows, m, "takeAtMost", build, leaf.points);
    return {
      score: b.cases(
        POINTS,
        [
          {
            when: b.compare(b.plus(POINTS, ...taken), "=", b.points(ZERO)),
            then: build.full,
            say: { zh: ["没有应扣分的情形"], en: ["nothing to take"] },
          },
        ],
        {
          node: "sum",
          type: POINTS,
          terms: [{ negative: false, of: build.full }, ...taken.map((of) => ({ negative: true, of }))],
        },
      ),
    };
  },
  wording: (m, leaf) =>
    inBoth((lang) => {
      const rows = (m.rows ?? []).map((row) => rowWords(row, leaf, lang));
      const cap = m.clauses.takeAtMost;
      const full = pointsWords(leaf.points, lang);
      return lang === "zh"
        ? `满分${full}。${rows.join("；")}${cap ? `；合计最多扣${pointsFormula(cap, lang, leaf)}` : ""}；扣完为止。`
        : `Full marks ${full}; ${rows.join("; ")}${cap ? `; at most ${pointsFormula(cap, lang, leaf)} taken together` : ""}; not below 0.`;
    }),
});
