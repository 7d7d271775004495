import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1301 = defineDiagnostic<{
  left: { zh: string; en: string };
  right: { zh: string; en: string };
  /** What makes a ratio of the one side, where the other is one: its field, or that there is none. */
  divisor?: string | false;
}>({
  code: "H1301",
  severity: "error",
  message: (d) =>
    areDates(d)
      ? { zh: "两个日期不能相加", en: "two dates cannot be added" }
      : {
          zh: `${d.left.zh} 和 ${d.right.zh} 不能相加减或比较`,
          en: `${d.left.en} and ${d.right.en} cannot be added or compared`,
        },
  label: (d) => ({ zh: `这里是 ${d.right.zh}`, en: `this is ${d.right.en}` }),
  mend: (d) =>
    areDates(d)
      ? {
          zh: "日期可以相减（得天数）、比较，也可以加减天数：日期 + 10天",
          en: "dates are subtracted (which gives days) and compared, and days are added to one: date + 10天",
        }
      : d.left.zh === "分" || d.right.zh === "分"
        ? {
            zh: `分值、得分写成 10分；比例要换成分，再乘以 分值`,
            en: `write points as 10分; multiply a share by points to make it points`,
          }
        : d.divisor === false
          ? {
              zh: `检查是不是用错了数据：同样单位的两个数相除，才是比率`,
              en: `check whether the right fields were used: only figures of one unit, divided, are a ratio`,
            }
          : {
              zh: `检查是不是用错了数据，或漏了一个除法${d.divisor === undefined ? "" : `（如 ÷ ${d.divisor}）`}`,
              en: `check whether the right field was used, or whether a division is missing${d.divisor === undefined ? "" : ` (such as ÷ ${d.divisor})`}`,
            },
});

/** Dates can be subtracted and compared; what cannot be is their sum. */
function areDates({ left, right }: { left: { zh: string }; right: { zh: string } }): boolean {
  return left.zh === "日期" && right.zh === "日期";
}
