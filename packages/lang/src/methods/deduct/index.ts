import { compare, ZERO, type Fraction } from "@heng/number";
import * as b from "../../core/build.ts";
import { constantOf } from "../../core/constant.ts";
import type { Expr } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import { defineMethod } from "../../core/method.ts";
import { checkAmount, checkRows } from "../../standards/tally/check.ts";
import { lowerRow, together } from "../../standards/tally/lower.ts";
import { ROW_HEAD, TAKES, type TallyRow } from "../../standards/tally/rows.ts";
import { mostOf, rowWords } from "../../standards/tally/wording.ts";
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
      const zh = lang === "zh";
      const most = cap && pointsFormula(cap, lang, leaf);
      const all = [...rows, ...(most ? [zh ? `合计最多扣${most}` : `at most ${most} taken together`] : [])];
      // What is taken from the total: how much at most stands beside it.
      if (leaf.extra === "penalty") return zh ? `${all.join("；")}。` : `${all.join("; ")}.`;
      if (mayTakeAll(m.rows ?? [], cap, leaf.points)) all.push(zh ? "扣完为止" : "not below 0");
      return zh ? `满分${full}。${all.join("；")}。` : `Full marks ${full}; ${all.join("; ")}.`;
    }),
});

/** Whether all the points may be taken, as far as limits in figures tell. */
function mayTakeAll(rows: readonly TallyRow[], cap: Expr | undefined, points: Fraction): boolean {
  return [mostOf(rows), cap && constantOf(cap)].every((most) => !most || compare(most, points) >= 0);
}
