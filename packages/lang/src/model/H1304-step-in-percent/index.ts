import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1304 = defineDiagnostic<{ text: string; ratio: boolean }>({
  code: "H1304",
  severity: "error",
  message: (d) => ({
    zh: `每 ${d.text}：是 ${d.text.replace("%", "")}个百分点，还是基准的 ${d.text}？两种读法得分不同`,
    en: `each ${d.text}: percentage points, or ${d.text} of the base? The two give different scores`,
  }),
  mend: (d) => ({
    zh: d.ratio
      ? `写 每 ${d.text.replace("%", "")}个百分点，或写 每 (${d.text} × 目标)`
      : `写明是多少，如 每 (${d.text} × 目标)`,
    en: d.ratio
      ? `write each ${d.text.replace("%", "")}个百分点, or each (${d.text} × target)`
      : `write the amount, such as each (${d.text} × target)`,
  }),
});
