import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H5001 = defineDiagnostic<{ word: string }>({
  code: "H5001",
  severity: "error",
  message: ({ word }) => ({
    zh: `“${word}”改的是上一年度的规则，第一行却没有写沿用哪一年`,
    en: `“${word}” changes the rules of a year before, but the first line inherits none`,
  }),
  mend: () => ({
    zh: `第一行写上沿用的年度，如 规则集 名称 2023年度 沿用 2022年度；引用的文件里不能写，移到规则集的文件里`,
    en: `name the year in the first line, as in ruleset name 2023 year inherit 2022 year; it cannot stand in an included file: move it to that of the rule set`,
  }),
});
