import { defineDiagnostic, YEARS } from "@heng/lang";

export const H3008 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly proposal: string | undefined;
  /** That of the rule set. */
  readonly year?: string | undefined;
  /** It is a date, of a year that nothing happened in. */
  readonly outOfYears?: boolean;
}>({
  code: "H3008",
  severity: "error",
  message: (d) =>
    d.outOfYears === true
      ? {
          zh: `“${d.field}”填的是“${d.written}”，年份不在 ${YEARS.first}年 至 ${YEARS.last}年 之间`,
          en: `“${d.field}” is “${d.written}”, a year that is not between ${YEARS.first} and ${YEARS.last}`,
        }
      : {
          zh: `“${d.field}”要填日期，“${d.written}”不是日期`,
          en: `“${d.field}” takes a date, “${d.written}” is none`,
        },
  mend: (d) => {
    if (d.outOfYears === true)
      return {
        zh: "查对年份；没有这个日期的，空着不填",
        en: "check the year; leave it empty if there is no date",
      };
    return d.proposal === undefined
      ? {
          zh: `写成 ${d.year ?? "2022"}年11月30日 或 ${d.year ?? "2022"}-11-30 的样子`,
          en: `write it like ${d.year ?? "2022"}年11月30日 or ${d.year ?? "2022"}-11-30`,
        }
      : { zh: `若是 ${d.proposal}，写 ${d.proposal}`, en: `if it is ${d.proposal}, write ${d.proposal}` };
  },
});
