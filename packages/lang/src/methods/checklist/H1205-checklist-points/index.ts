import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1205 = defineDiagnostic<{ sum: string; points: string; item: string }>({
  code: "H1205",
  severity: "error",
  message: (d) => ({
    zh: `各要点合计 ${d.sum}分，指标的分值是 ${d.points}分`,
    en: `the items sum to ${d.sum}分, but the indicator has ${d.points}分`,
  }),
  label: (d) => ({ zh: `合计 ${d.sum}分`, en: `${d.sum}分 in all` }),
  mend: (d) => ({
    zh: `调整各项的分，使合计等于 ${d.points}分；全部不写“得”则平均分配`,
    en: `change the points of the items so that they sum to ${d.points}分, or leave out every 得 to share equally`,
  }),
});
