import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1302 = defineDiagnostic<{ text: string }>({
  code: "H1302",
  severity: "error",
  message: (d) => ({
    zh: `这里要比率，写的却是没有单位的数${d.text === "" ? "" : ` ${d.text}`}：是百分之几，还是几倍？`,
    en: `a ratio belongs here, but ${d.text === "" ? "a plain number" : d.text} stands without a unit: per cent, or times?`,
  }),
  mend: (d) => ({
    zh: d.text === "" ? `写成百分数` : `写 ${d.text}%，或写成相当的百分数`,
    en: d.text === "" ? `write a percentage` : `write ${d.text}%, or the percentage it stands for`,
  }),
});
