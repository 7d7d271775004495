/** `=`: the points as an expression. */
import { cases, numbers, sentence } from "../../core/build.ts";
import type { Expr, Say, SayPart } from "../../core/program.ts";
import { diagnose, type Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import { kindName } from "../../core/type.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { constantOf } from "../../core/constant.ts";
import { defineMethod } from "../../core/method.ts";
import { inBoth, pointsWords, words } from "../../standards/wording.ts";
import { H1458 } from "./H1458-not-points/index.ts";

const syntax = { head: { arguments: [{ shape: "sum" }] } } as const satisfies Syntax;

/** Of 如果 … 则 … the explanation says which condition held. */
function saying(e: Expr): Expr {
  if (e.node !== "cases") return e;
  return cases(
    e.type,
    e.cases.map(({ when, then, origin }) => ({
      when,
      ...(origin ? { origin } : {}),
      then: saying(then),
      say: { zh: sentence`${numbers(when)} 成立`, en: sentence`${numbers(when)} holds` },
    })),
    saying(e.otherwise),
    failed(e.cases.map(({ when }) => when)),
  );
}

/** `重大事项 2件 < 2件 不成立` */
function failed(conditions: readonly Expr[]): Say {
  const listed = (comma: string): readonly SayPart[] =>
    conditions.flatMap((when, i) => sentence`${i === 0 ? "" : comma}${numbers(when)}`);
  const [, second] = conditions;
  return second
    ? { zh: [...listed("、"), " 都不成立"], en: ["none of ", ...listed(", "), " holds"] }
    : { zh: [...listed("、"), " 不成立"], en: [...listed(", "), " does not hold"] };
}

export const expressionMethod = defineMethod({
  id: "expression",
  name: { zh: "=", en: "=" },
  called: () => ({ zh: "算式", en: "expression" }),
  syntax,
  check(m, _leaf, report) {
    if (!m.head || m.head.value.type.kind === "points") return;
    const { value, origin } = m.head;
    const { type } = value;
    const fixes: Fix[] = [];
    // Written around the expression, whose text is not at hand.
    if (type.kind === "ratio")
      fixes.push({
        title: { zh: "乘以分值", en: "multiply by the points" },
        safe: false,
        edits: [
          { ...origin, end: origin.start, text: "(" },
          { ...origin, start: origin.end, text: ") × 分值" },
        ],
      });
    if (type.kind === "number" && value.node === "figure") {
      const text = pointsWords(value.value, "zh");
      fixes.push(replacement(origin, text, `改为 ${text}`, `write ${text}`));
    }
    const data = { found: kindName(type), share: type.kind === "ratio" };
    report(diagnose(H1458, data, { range: origin }, { fixes }));
  },
  lower(m) {
    if (!m.head) throw new Error("An expression standard without its expression");
    return { score: saying(m.head.value) };
  },
  wording(m, leaf) {
    return inBoth((lang) => {
      const of = m.head ? words(m.head.value, lang) : "";
      if (m.head && constantOf(m.head.value)) return lang === "zh" ? `得${of}。` : `${of}.`;
      const full = pointsWords(leaf.points, lang);
      return lang === "zh"
        ? `得分 = ${of}，最低0分，最高${full}。`
        : `Score = ${of}, at least 0分 and at most ${full}.`;
    });
  },
});
