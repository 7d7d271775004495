import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1017 = defineDiagnostic<{ readonly text: string }>({
  code: "H1017",
  severity: "error",
  message: ({ text }) => ({
    zh: `名称 ${text} 里有汉字、字母、数字以外的字符，要放进 「 」`,
    en: `the name ${text} has more than letters and digits: put it in 「 」`,
  }),
  mend: ({ text }) => ({ zh: `写成 「${text}」`, en: `write 「${text}」` }),
});
