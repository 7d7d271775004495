import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1307 = defineDiagnostic<{
  text: string;
  unit: { zh: string; en: string };
  mended: string | undefined;
  /** A date with strokes, which is read as a subtraction. */
  date: boolean;
}>({
  code: "H1307",
  severity: "error",
  message: (d) =>
    d.date
      ? {
          zh: `这样写是两个减号，算出来是一个数，这里要的是 日期`,
          en: `written so it is a subtraction and gives a number; a date belongs here`,
        }
      : {
          zh: `${d.text === "" ? "这个数" : `${d.text} `}没有写单位，这里要的是 ${d.unit.zh}`,
          en: `${d.text === "" ? "this figure" : d.text} has no unit; ${d.unit.en} belongs here`,
        },
  mend: (d) =>
    d.text === "" && !d.date
      ? {
          zh: `给每个数写上单位；若是数据，在“数据”里写上它的单位`,
          en: `write the unit of every figure; of a field, declare it under data`,
        }
      : d.mended === undefined
        ? { zh: `写成日期，如 2022年11月30日`, en: `write a date, such as 2022年11月30日` }
        : { zh: `写成 ${d.mended}`, en: `write ${d.mended}` },
});
