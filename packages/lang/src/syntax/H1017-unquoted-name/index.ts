import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";

const WHY = {
  characters: {
    zh: (text: string) => `名称 ${text} 里有汉字、字母、数字以外的字符，要放进 「 」`,
    en: (text: string) => `the name ${text} has more than letters and digits: put it in 「 」`,
  },
  digit: {
    zh: (text: string) => `名称 ${text} 以数字开头，要放进 「 」`,
    en: (text: string) => `the name ${text} begins with a digit: put it in 「 」`,
  },
  numbering: {
    zh: (text: string) => `${text}：编号不写进名称`,
    en: (text: string) => `${text}: a name has no numbering`,
  },
  unit: {
    zh: (text: string) => `${text}：单位不放进括号，空一格写在名称后面`,
    en: (text: string) => `${text}: the unit stands behind the name, after a blank and without brackets`,
  },
  points: {
    zh: (text: string) => `${text}：分值不放进括号，空一格写在名称后面`,
    en: (text: string) => `${text}: the points stand behind the name, after a blank and without brackets`,
  },
} as const;

export const H1017 = defineDiagnostic<{
  readonly text: string;
  /** What is meant, where it is more than the name in 「 」: a name and its unit or points, or a name alone. */
  readonly apart: string | undefined;
  readonly why: keyof typeof WHY;
}>({
  code: "H1017",
  severity: "error",
  message: ({ text, why }): Names => ({ zh: WHY[why].zh(text), en: WHY[why].en(text) }),
  mend: ({ text, apart }) => ({
    zh: `写成 ${apart ?? `「${text}」`}`,
    en: `write ${apart ?? `「${text}」`}`,
  }),
});
