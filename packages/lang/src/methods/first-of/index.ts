/** 首个: the first standard whose condition holds. */
import { cases, numbers, sentence } from "../../core/build.ts";
import type { Case } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../model/scope.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { defineMethod, type Bound } from "../method.ts";
import { highestOf, innerWording } from "../nested.ts";
import { inBoth, words } from "../wording.ts";
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

export type FirstOf = Bound<typeof syntax>;

export const firstOfMethod = defineMethod({
  id: "first-of",
  name: { zh: "首个", en: "firstOf" },
  syntax,
  check(m, _leaf, report) {
    const rows = m.rows ?? [];
    for (const { clauses, origin } of rows) {
      if ((clauses.when === undefined) === (clauses.otherwise === undefined))
        report(diagnose(H1467, { both: clauses.when !== undefined }, { range: origin }));
    }
    const at = rows.findIndex(({ clauses }) => clauses.otherwise);
    for (const { origin } of at < 0 ? [] : rows.slice(at + 1)) report(diagnose(H1466, {}, { range: origin }));
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
    const lowered = rows.map(({ clauses }) => b.standard(clauses.use));
    const list = rows.flatMap(({ clauses: { when } }, i): readonly Case[] => {
      const then = lowered[i]?.score;
      return when && then
        ? [{ when, then, say: { zh: sentence`${numbers(when)} 成立`, en: sentence`${numbers(when)} holds` } }]
        : [];
    });
    const otherwise = lowered[rows.findIndex(({ clauses }) => clauses.otherwise)]?.score;
    if (!otherwise) throw new Error("A first-of standard without its last row");
    const upTo = highestOf(lowered, leaf.points);
    return {
      score: cases(POINTS, list, otherwise, { zh: ["属于其他情形"], en: ["none of the conditions holds"] }),
      ...(upTo ? { upTo } : {}),
    };
  },
  wording(m) {
    return inBoth((lang) => {
      const rows = (m.rows ?? []).map(({ clauses: { when, use } }) => {
        const inner = innerWording(use, lang);
        if (!when) return lang === "zh" ? `其他情形：${inner}` : `otherwise: ${inner}`;
        return lang === "zh" ? `${words(when, lang)}的：${inner}` : `where ${words(when, lang)}: ${inner}`;
      });
      return lang === "zh" ? `${rows.join("；")}。` : `${rows.join("; ")}.`;
    });
  },
});
