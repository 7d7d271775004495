import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1017 = defineDiagnostic<{
  readonly text: string;
  /** A field's name and its unit, where the unit stands in brackets behind the name. */
  readonly apart: string | undefined;
}>({
  code: "H1017",
  severity: "error",
  message: ({ text, apart }) =>
    apart === undefined
      ? {
          zh: `名称 ${text} 里有汉字、字母、数字以外的字符，要放进 「 」`,
          en: `the name ${text} has more than letters and digits: put it in 「 」`,
        }
      : {
          zh: `${text}：单位不放进括号，空一格写在名称后面`,
          en: `${text}: the unit stands behind the name, after a blank and without brackets`,
        },
  mend: ({ text, apart }) => ({
    zh: `写成 ${apart ?? `「${text}」`}`,
    en: `write ${apart ?? `「${text}」`}`,
  }),
});
