/** 首个: the first standard whose condition holds. */
import { equals } from "@heng/number";
import { cases, min, numbers, points, sentence } from "../../core/build.ts";
import type { Case } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { replacement, without } from "../../diagnostics/fix.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { defineMethod } from "../../core/method.ts";
import { highestOf, innerWording, inPlace } from "../../standards/nested.ts";
import { holdsWords } from "../../standards/formula.ts";
import { inBoth, numeral } from "../../standards/wording.ts";
import { H1465 } from "./H1465-no-otherwise/index.ts";
import { H1466 } from "./H1466-after-otherwise/index.ts";
import { H1467 } from "./H1467-row-condition/index.ts";

const syntax = {
  rows: {
    clauses: {
      when: { zh: "当", en: "when", shape: "condition" },
      otherwise: { zh: "其他", en: "otherwise", shape: "flag" },
      use: { zh: "用", en: "use", shape: "method", need: "once" },
    },
  },
} as const satisfies Syntax;

export const firstOfMethod = defineMethod({
  id: "first-of",
  name: { zh: "首个", en: "firstOf" },
  syntax,
  check(m, _leaf, report) {
    const rows = m.rows ?? [];
    for (const row of rows) {
      const { when, otherwise } = row.clauses;
      if ((when === undefined) !== (otherwise === undefined)) continue;
      const condition = without(row, "when", syntax.rows.clauses.when);
      const rest = without(row, "otherwise", syntax.rows.clauses.otherwise);
      // The last row is for the rest, unless another is.
      const last = rows.every((other) => other === row || !other.clauses.otherwise) && row === rows.at(-1);
      const fixes = when === undefined ? [] : last ? [condition, rest] : [rest, condition];
      report(diagnose(H1467, { both: when !== undefined }, { range: row.origin }, { fixes }));
    }
    const at = rows.findIndex(({ clauses }) => clauses.otherwise);
    for (const [i, { origin }] of rows.entries()) {
      const before = rows[i - 1]?.origin;
      if (at < 0 || i <= at || !before) continue;
      const fix = replacement(
        { ...origin, start: before.end },
        "",
        "删去用不到的这一行",
        "remove the row that is never used",
      );
      report(diagnose(H1466, {}, { range: origin }, { fixes: [fix] }));
    }
    if (at >= 0) return;
    const last = rows.at(-1)?.origin;
    const zero = "其他 用 = 0分";
    report(
      diagnose(
        H1465,
        {},
        { range: m.origin },
        {
          fixes: last
            ? [
                replacement(
                  { ...last, start: last.end },
                  `; ${zero}`,
                  `其余情形得 0分`,
                  `0分 in all other cases`,
                ),
              ]
            : [],
        },
      ),
    );
  },
  lower(m, leaf, b) {
    const rows = m.rows ?? [];
    const results = rows.map(({ clauses }) => inPlace(clauses.use, b));
    const upTo = highestOf(results, leaf.points);
    // A row that may give less than another is held to its own highest; the rest the leaf does.
    const scores = results.map(({ score, upTo: own = leaf.points }) =>
      equals(own, upTo) ? score : min(POINTS, score, points(own)),
    );
    const list = rows.flatMap(({ clauses: { when }, origin }, i): readonly Case[] => {
      const then = scores[i];
      return when && then
        ? [
            {
              when,
              then,
              origin,
              say: { zh: sentence`按 ${numbers(when)} 的情形`, en: sentence`the case ${numbers(when)}` },
            },
          ]
        : [];
    });
    const otherwise = scores[rows.findIndex(({ clauses }) => clauses.otherwise)];
    if (!otherwise) throw new Error("A first-of standard without its last row");
    return {
      score: cases(POINTS, list, otherwise, { zh: ["属于其他情形"], en: ["none of the conditions holds"] }),
      upTo,
    };
  },
  wording(m, leaf) {
    return inBoth((lang) => {
      const zh = lang === "zh";
      const rows = (m.rows ?? []).map(({ clauses: { when, use } }, i) => {
        const inner = innerWording(use, leaf, lang);
        const which = when ? holdsWords(when, lang, leaf) : zh ? "其他情形" : "otherwise";
        return zh ? `${numeral(i)}${which}${when ? "的" : ""}，${inner}` : `${numeral(i)}${which}: ${inner}`;
      });
      return zh
        ? `依次判断，按最先符合的一种情形计分：${rows.join("；")}。`
        : `By the first case that holds: ${rows.join("; ")}.`;
    });
  },
});
