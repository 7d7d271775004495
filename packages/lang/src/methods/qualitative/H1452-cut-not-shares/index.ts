import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1452 = defineDiagnostic<{ grade: string }>({
  code: "H1452",
  severity: "error",
  message: (d) => ({
    zh: `“${d.grade}”的区间应是 0% 至 100% 之间由小到大的两个百分数`,
    en: `the range of “${d.grade}” must be two percentages from 0% to 100%, the smaller first`,
  }),
  mend: () => ({
    zh: `写成：部分达成 酌情得 [50%, 80%)`,
    en: `write: 部分达成 酌情得 [50%, 80%)`,
  }),
});
