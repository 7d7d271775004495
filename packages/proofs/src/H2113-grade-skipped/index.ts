import { defineDiagnostic, type Names } from "@heng/lang";

export const H2113 = defineDiagnostic<{
  /** The grade. */
  readonly name: string;
  readonly places: number;
  /** The highest total, where none comes up to the grade. */
  readonly highest: Names | undefined;
}>({
  code: "H2113",
  severity: "warning",
  message: ({ name, places, highest }) =>
    highest
      ? {
          zh: `没有一个总分是“${name}”：总分最高 ${highest.zh}，够不上它的分数线`,
          en: `no total is “${name}”: ${highest.en} is the highest there is`,
        }
      : {
          zh: `没有一个总分是“${name}”：总分四舍五入到 ${places} 位小数，它的分数线之间没有这样的数`,
          en: `no total is “${name}”: totals are rounded to ${places} decimals, and no such number lies between its bounds`,
        },
  mend: ({ highest }) =>
    highest
      ? {
          zh: "先改好得不到满分的指标，或核对等级的分数线",
          en: "mend the indicators that cannot get full marks, or check the bounds of the grades",
        }
      : {
          zh: "核对等级的分数线，小数位数不要多过 得分保留 的位数",
          en: "check the bounds of the grades: no finer than scores are rounded to",
        },
});
