import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1456 = defineDiagnostic<Record<never, never>>({
  code: "H1456",
  severity: "error",
  message: () => ({
    zh: `评定区间的两端应是固定的分数，不能随数据变化`,
    en: `the ends of the range to judge in must be fixed points, not worked out from data`,
  }),
  mend: () => ({
    zh: `写成：人工 [2分, 5分]，或分值的百分数：人工 [40%, 100%]`,
    en: `write: 人工 [2分, 5分] (judged), or shares of the points: 人工 [40%, 100%]`,
  }),
});
