import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1002 = defineDiagnostic<{ readonly text: string }>({
  code: "H1002",
  severity: "error",
  message: ({ text }) => ({
    zh: `“${text}”不能出现在规则里`,
    en: `"${text}" has no meaning in a rule`,
  }),
  mend: ({ text }) =>
    /^[#＃]/.test(text)
      ? {
          zh: "注解写在 // 后面；是名称里的字，就把整个名称放进 「 」",
          en: "write a comment behind //; if it belongs to a name, put the whole name in 「 」",
        }
      : {
          zh: "删去它；名称里要用时，把整个名称放进 「 」",
          en: "remove it; if it belongs to a name, put the whole name in 「 」",
        },
});
