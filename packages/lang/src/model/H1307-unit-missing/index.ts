import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1307 = defineDiagnostic<{
  text: string;
  unit: { zh: string; en: string };
  mended: string | undefined;
}>({
  code: "H1307",
  severity: "error",
  message: (d) => ({
    zh: `${d.text === "" ? "这个数" : `${d.text} `}没有写单位，这里要的是 ${d.unit.zh}`,
    en: `${d.text === "" ? "this figure" : d.text} has no unit; ${d.unit.en} belongs here`,
  }),
  mend: (d) =>
    d.text === ""
      ? {
          zh: `给每个数写上单位；若是数据，在“数据”里写上它的单位`,
          en: `write the unit of every figure; of a field, declare it under data`,
        }
      : d.mended === undefined
        ? { zh: `写成日期，如 2022年11月30日`, en: `write a date, such as 2022年11月30日` }
        : { zh: `写成 ${d.mended}`, en: `write ${d.mended}` },
});
