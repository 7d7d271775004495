import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** `other`: what was written before that excludes the word. */
export const H1113 = defineDiagnostic<{ word: string; of: string; other: string | undefined }>({
  code: "H1113",
  severity: "error",
  message: ({ word, of, other }) =>
    other === undefined
      ? { zh: `“${of}”里“${word}”写了两次`, en: `“${word}” is written twice in “${of}”` }
      : {
          zh: `“${of}”里写了“${other}”，不能再写“${word}”`,
          en: `“${of}” already says “${other}”, which excludes “${word}”`,
        },
  mend: () => ({ zh: `只留一个`, en: `keep one` }),
});
