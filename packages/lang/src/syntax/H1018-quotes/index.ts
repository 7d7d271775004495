import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1018 = defineDiagnostic<{
  readonly text: string;
  readonly mended: string;
  /**
   * What stands in the quotes: a name, another piece of a rule, or a text or name (`marks`) in quotes of another kind;
   * `bare`: a text that stands in none.
   */
  readonly as: "name" | "rule" | "text" | "marks" | "bare";
}>({
  code: "H1018",
  severity: "error",
  message: ({ text, as }) =>
    ({
      name: { zh: `名称不加引号，写的却是 ${text}`, en: `a name has no quotes, but ${text} has` },
      rule: {
        zh: `${text} 不加引号：引号里的是文字，不参加计算`,
        en: `${text} has no quotes: what is in quotes is a text and not worked with`,
      },
      marks: { zh: `名称的引号是 「 」，写的却是 ${text}`, en: `a name stands in 「 」, not as ${text}` },
      text: { zh: `文字要放进 “ ”，写的却是 ${text}`, en: `a text stands in “ ”, not as ${text}` },
      bare: { zh: `文字要放进 “ ”：${text}`, en: `a text stands in “ ”: ${text}` },
    })[as],
  mend: ({ mended }) => ({ zh: `写成 ${mended}`, en: `write ${mended}` }),
});
