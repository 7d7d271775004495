import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** 每 0: nothing can be counted in steps of nothing. */
export const H1421 = defineDiagnostic<{ word: Names; step: Names }>({
  code: "H1421",
  severity: "error",
  message: (d) => ({
    zh: `“${d.word.zh} ${d.step.zh}”：每一步要大于 0，否则算不出有几步`,
    en: `“${d.word.en} ${d.step.en}”: a step must be above 0, or steps cannot be counted`,
  }),
  mend: (d) => ({
    zh: `写明每多少，如 ${d.word.zh} 1个百分点、${d.word.zh} 1次`,
    en: `write the step, such as ${d.word.en} 1个百分点 or ${d.word.en} 1次`,
  }),
});
