/** `=`: the points as an expression. */
import { compare, sign } from "@heng/number";
import { cases, numbers, sentence } from "../../core/build.ts";
import type { Expr, Say, SayPart } from "../../core/program.ts";
import { diagnose, type Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import { kindName } from "../../core/type.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { constantOf } from "../../core/constant.ts";
import { defineMethod } from "../../core/method.ts";
import { holdsWords, pointsFormula } from "../../standards/formula.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { H1458 } from "./H1458-not-points/index.ts";

const syntax = { head: { arguments: [{ shape: "sum" }] } } as const satisfies Syntax;

/** Expressions that × takes whole. */
const CLOSE: ReadonlySet<Expr["node"]> = new Set<Expr["node"]>([
  "figure",
  "input",
  "use",
  "product",
  "extreme",
  "absolute",
  "round",
  "aggregate",
]);

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
    // Written around the expression, whose text is not at hand; what binds as closely as × needs no brackets.
    if (type.kind === "ratio") {
      const [open, close] = CLOSE.has(value.node) ? ["", ""] : ["(", ")"];
      const before = { ...origin, end: origin.start, text: open };
      const behind = { ...origin, start: origin.end, text: `${close} × 分值` };
      fixes.push({
        title: { zh: "乘以分值", en: "multiply by the points" },
        safe: false,
        edits: open === "" ? [behind] : [before, behind],
      });
    }
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
      if (!m.head) return "";
      const of = m.head.value;
      const zh = lang === "zh";
      const full = pointsWords(leaf.points, lang);
      const constant = constantOf(of);
      const within = zh ? `最低0分，最高${full}` : `at least 0分 and at most ${full}`;
      if (constant && sign(constant) >= 0 && compare(constant, leaf.points) <= 0) {
        const points = pointsFormula(of, lang, leaf);
        return zh ? `得${points}。` : `${points}.`;
      }
      const [first, ...others] = alternatives(of);
      if (!first || others.length === 0)
        return zh
          ? `得分＝${pointsFormula(of, lang, leaf)}，${within}。`
          : `Score = ${pointsFormula(of, lang, leaf)}, ${within}.`;
      const texts = [first, ...others].map(({ when, then }) => {
        const points = pointsFormula(then, lang, leaf);
        if (!when) return zh ? `其他情形，得分＝${points}` : `otherwise ${points}`;
        const holds = holdsWords(when, lang, leaf);
        return zh ? `${holds}的，得分＝${points}` : `${points} when ${holds}`;
      });
      return zh
        ? `${texts.length > 2 ? "依次判断，按最先符合的一种情形计分：" : ""}${texts.join("；")}；${within}。`
        : `${texts.length > 2 ? "The first that holds: " : ""}${texts.join("; ")}; ${within}.`;
    });
  },
});

/** The cases of 如果 … 则 … 否则 …, in order; an expression of one case is the last without a condition. */
function alternatives(e: Expr): readonly { readonly when?: Expr; readonly then: Expr }[] {
  return e.node === "cases" ? [...e.cases, ...alternatives(e.otherwise)] : [{ then: e }];
}
