import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

type Problem = "nothing" | "effect" | "both" | "take" | "each" | "stray" | "readings";

/** 低于 and 超过 of 按比例 that do not say what follows. */
export const H1414 = defineDiagnostic<{ word: Names; problem: Problem }>({
  code: "H1414",
  severity: "error",
  message: ({ word, problem }) =>
    ({
      nothing: {
        zh: `“${word.zh}”后面没有写结果`,
        en: `“${word.en}” does not say what follows`,
      },
      effect: {
        zh: `“${word.zh}”后面没有写结果`,
        en: `“${word.en}” does not say what follows`,
      },
      both: {
        zh: `“${word.zh}”后面又写不得分、又写扣分`,
        en: `“${word.en}” is followed by nothing and by take`,
      },
      take: {
        zh: `“${word.zh}”后面写了每多少，没有写扣几分`,
        en: `“${word.en}” says each how much, but not what it takes`,
      },
      each: {
        zh: `“${word.zh}”后面写了扣几分，没有写每多少`,
        en: `“${word.en}” says what it takes, but not for each how much`,
      },
      stray: {
        zh: `“${word.zh}”前面没有写低于或超过多少`,
        en: `“${word.en}” does not follow below or above`,
      },
      readings: {
        zh: `“${word.zh}”后面写了两种“每”，只能用一种`,
        en: `“${word.en}” has two readings of each; only one can hold`,
      },
    })[problem],
  mend: ({ problem }) =>
    problem === "nothing" || problem === "stray"
      ? { zh: "写成 低于 60% 不得分", en: "write below 60% nothing" }
      : {
          zh: "写成 超过 130% 不得分，或 超过 130% 每 10个百分点 扣 0.5分",
          en: "write above 130% nothing, or above 130% each 10个百分点 take 0.5分",
        },
});
