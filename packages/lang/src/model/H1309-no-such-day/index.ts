import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** `date`: as `2022-11-31`. */
export const H1309 = defineDiagnostic<{ date: string }>({
  code: "H1309",
  severity: "error",
  message: ({ date }) => {
    const [year, month, day] = date.split("-").map((part) => part.replace(/^0+(?=\d)/, ""));
    return { zh: `没有 ${year}年${month}月${day}日 这一天`, en: `there is no day ${date}` };
  },
  mend: () => ({ zh: `改成有的日期，注意小月和二月`, en: `write a day that the month has` }),
});
