import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1471 = defineDiagnostic<{ indicator: string }>({
  code: "H1471",
  severity: "warning",
  message: (d) => ({
    zh: `“${d.indicator}”的评分标准待定，现在还不能评分`,
    en: `the standard of “${d.indicator}” is still open; it cannot be scored yet`,
  }),
  mend: () => ({
    zh: `写明评分标准，或在沿用本规则集的规则集里用“修改 指标”写明`,
    en: `write the standard, or write it with 修改 指标 (amend indicator) in the rule set that inherits this one`,
  }),
});
