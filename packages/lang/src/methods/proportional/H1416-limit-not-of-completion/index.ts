import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** 低于 and 超过 of 按比例 speak of the completion, in %; their steps are 个百分点. */
export const H1416 = defineDiagnostic<{ word: Names; expected: "ratio" | "step" }>({
  code: "H1416",
  severity: "error",
  message: ({ word, expected }) =>
    expected === "ratio"
      ? {
          zh: `“${word.zh}”在这里指完成率（值 ÷ 目标），要写百分数`,
          en: `“${word.en}” speaks of the completion (value ÷ target) here: a percentage is expected`,
        }
      : {
          zh: `“${word.zh}”在这里是完成率的差，要写几个百分点`,
          en: `“${word.en}” is a difference of completions here: percentage points are expected`,
        },
  mend: ({ word, expected }) =>
    expected === "ratio"
      ? { zh: `写成 ${word.zh} 130%`, en: `write ${word.en} 130%` }
      : { zh: `写成 ${word.zh} 10个百分点`, en: `write ${word.en} 10个百分点` },
});
