import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1302 = defineDiagnostic<{ text: string; times: string }>({
  code: "H1302",
  severity: "error",
  message: (d) => ({
    zh: `这里要比率，写的却是没有单位的数${d.text === "" ? "" : ` ${d.text}`}：是百分之几，还是几倍？`,
    en: `a ratio belongs here, but ${d.text === "" ? "a plain number" : d.text} stands without a unit: per cent, or times?`,
  }),
  mend: (d) =>
    d.text === ""
      ? {
          zh: `给数写上 %；若是数据，在“数据”里把它的种类写成 比率`,
          en: `write % behind a number; of a field, declare it as ratio under data`,
        }
      : {
          zh: `写成 ${d.text}%；若真是 ${d.text} 倍，写成 ${d.times}`,
          en: `write ${d.text}%, or ${d.times} for ${d.text} times`,
        },
});
