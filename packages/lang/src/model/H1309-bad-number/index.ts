import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1309 = defineDiagnostic<{ text: string; problem: string }>({
  code: "H1309",
  severity: "error",
  message: ({ text, problem }) =>
    problem === "noSuchDay"
      ? { zh: `没有 ${day(text)} 这一天`, en: `there is no day ${text}` }
      : problem === "range"
        ? {
            zh: `“${text}”位数太多：小数点前最多 18 位，后最多 12 位`,
            en: `“${text}” has too many digits: at most 18 before and 12 after the point`,
          }
        : { zh: `“${text}”不是规范的数`, en: `“${text}” is not a proper number` },
  mend: ({ problem }) =>
    problem === "noSuchDay"
      ? { zh: `改成有的日期，注意小月和二月`, en: `write a day that the month has` }
      : problem === "range"
        ? { zh: `减少位数，或换一个单位（如 元 换成 万元）`, en: `use fewer digits or another unit` }
        : { zh: `写成 1234.5 或 1,234.5 这样的数`, en: `write it as 1234.5 or 1,234.5` },
});

function day(text: string): string {
  const [year, month, date] = text.split("-").map((part) => part.replace(/^0+/, ""));
  return date === undefined ? text : `${year}年${month}月${date}日`;
}
