import { isYear, YEARS } from "../../core/show.ts";
import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** `date`: as `2022-11-31`. */
export const H1309 = defineDiagnostic<{ date: string }>({
  code: "H1309",
  severity: "error",
  message: ({ date }) => {
    const [year, month, day] = date.split("-").map((part) => part.replace(/^0+(?=\d)/, ""));
    const { first, last } = YEARS;
    return isYear(BigInt(year ?? "0"))
      ? { zh: `没有 ${year}年${month}月${day}日 这一天`, en: `there is no day ${date}` }
      : {
          zh: `${year}年${month}月${day}日 的年份不在 ${first}年 至 ${last}年 之间`,
          en: `the year of ${date} is not between ${first} and ${last}`,
        };
  },
  mend: ({ date }) =>
    isYear(BigInt(date.split("-")[0] ?? "0"))
      ? { zh: `改成有的日期，注意小月和二月`, en: `write a day that the month has` }
      : { zh: `查对年份`, en: `check the year` },
});
