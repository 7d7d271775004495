import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1202 = defineDiagnostic<{
  sum: string;
  fullMarks: string;
  parts: readonly { name: string; points: string }[];
}>({
  code: "H1202",
  severity: "error",
  message: (d) => ({
    zh: `一级指标分值合计 ${d.sum}分，与满分 ${d.fullMarks}分 不符（${d.parts.map((p) => `${p.name} ${p.points}`).join("、")}）`,
    en: `the top indicators sum to ${d.sum}分, not to the full marks of ${d.fullMarks}分 (${d.parts.map((p) => `${p.name} ${p.points}`).join(", ")})`,
  }),
  label: (d) => ({ zh: `合计 ${d.sum}分`, en: `sum ${d.sum}分` }),
  mend: (d) => ({
    zh: `调整一级指标的分值，或将满分改为 ${d.sum}分`,
    en: `change the weights of the top indicators, or set full marks to ${d.sum}分`,
  }),
});
