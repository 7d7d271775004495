import { defineDiagnostic } from "@heng/lang";

export const H3023 = defineDiagnostic<{ readonly found: string; readonly expected: string }>({
  code: "H3023",
  severity: "error",
  message: (d) => ({
    zh: `这份数据是 ${d.found}年度的，规则集是 ${d.expected}年度的`,
    en: `the filing is of ${d.found}, the rule set of ${d.expected}`,
  }),
  mend: (d) => ({
    zh: `用 ${d.found}年度的规则集，或改正数据的年度`,
    en: `use the rule set of ${d.found}, or mend the year of the filing`,
  }),
});
