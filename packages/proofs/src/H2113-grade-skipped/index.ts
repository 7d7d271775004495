import { defineDiagnostic } from "@heng/lang";

export const H2113 = defineDiagnostic<{
  readonly grade: string;
  readonly places: number;
}>({
  code: "H2113",
  severity: "warning",
  message: ({ grade, places }) => ({
    zh: `没有一个总分是“${grade}”：总分四舍五入到 ${places} 位小数，它的分数线之间没有这样的数`,
    en: `no total is “${grade}”: totals are rounded to ${places} decimals, and no such number lies between its bounds`,
  }),
  mend: () => ({
    zh: "核对等级的分数线，小数位数不要多过 得分保留 的位数",
    en: "check the bounds of the grades: no finer than scores are rounded to",
  }),
});
