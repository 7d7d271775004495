/** 择优: the best of several standards. */
import { max, sentence, working } from "../../core/build.ts";
import type { SayPart } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Lang, Names } from "../../names.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { defineMethod, type Bound, type BoundStandard } from "../../core/method.ts";
import { highestOf, innerWording, standardName } from "../../standards/nested.ts";
import { inBoth, numeral } from "../../standards/wording.ts";
import { H1469 } from "./H1469-too-few/index.ts";

const syntax = {
  rows: { head: { arguments: [{ shape: "method" }] }, clauses: {} },
} as const satisfies Syntax;

type BestOf = Bound<typeof syntax>;

function alternativesOf(m: BestOf): readonly BoundStandard[] {
  return (m.rows ?? []).flatMap(({ head }) => (head ? [head.value] : []));
}

/** `①控制`, `②达标`: numbered as in the wording, for one method may stand there twice. */
function nameOf(standard: BoundStandard, index: number): Names {
  const name = standardName(standard);
  return { zh: `${numeral(index)}${name.zh}`, en: `${numeral(index)} ${name.en}` };
}

export const bestOfMethod = defineMethod({
  id: "best-of",
  name: { zh: "择优", en: "bestOf" },
  syntax,
  check(m, _leaf, report) {
    const { length } = alternativesOf(m);
    if (length >= 2) return;
    const only = m.rows?.[0]?.head?.origin;
    const { file, start, end } = m.origin;
    // What stands around the only one goes.
    const fixes = only
      ? [
          {
            title: { zh: "直接写这一种", en: "write it by itself" },
            safe: false,
            edits: [
              { file, start, end: only.start, text: "" },
              { file, start: only.end, end, text: "" },
            ],
          },
        ]
      : [];
    report(diagnose(H1469, { alternatives: length }, { range: m.origin }, { fixes }));
  },
  lower(m, leaf, b) {
    const alternatives = alternativesOf(m);
    const named = alternatives.map((standard, i) => {
      const lowered = b.standard(standard);
      const name = nameOf(standard, i);
      return { ...lowered, name, step: b.step(name, lowered.score) };
    });
    const steps = named.map(({ step }) => step);
    const all = (lang: Lang): readonly SayPart[] =>
      named.flatMap(({ name, step, unclamped }, i) => [
        ...(i === 0 ? [] : [lang === "zh" ? "，" : ", "]),
        ...sentence`${name[lang]} ${step}${working(unclamped)}`,
      ]);
    const upTo = highestOf(named, leaf.points);
    return {
      score: b.step({ zh: "最高", en: "best" }, max(POINTS, ...steps), {
        zh: ["取其中最高：", ...all("zh")],
        en: ["the best of: ", ...all("en")],
      }),
      upTo,
    };
  },
  wording(m, leaf) {
    return inBoth((lang) => {
      const all = alternativesOf(m).map(
        (standard, i) => `${numeral(i)}${innerWording(standard, leaf, lang)}`,
      );
      return lang === "zh"
        ? `分别按以下标准计分，取得分最高的一项：${all.join("；")}。`
        : `The best of: ${all.join("; ")}.`;
    });
  },
});
