import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1455 = defineDiagnostic<{ points: string }>({
  code: "H1455",
  severity: "error",
  message: (d) => ({
    zh: `评定区间应由小到大，且在 0分 至 ${d.points}（指标的分值）之内`,
    en: `the range to judge in must go from the smaller to the larger, within 0分 and ${d.points}, the indicator's points`,
  }),
  mend: (d) => ({
    zh: `改写区间，或不写区间：不写就是 0分 至 ${d.points}`,
    en: `change the range, or leave it out: then it is 0分 to ${d.points}`,
  }),
});
