import { defineDiagnostic } from "@heng/lang";

export const H4020 = defineDiagnostic<{ readonly line: number; readonly written: string }>({
  code: "H4020",
  severity: "hint",
  message: (d) => ({
    zh: `第 ${d.line} 行的预算单位是“${d.written}”，不是一份填报数据，没有读入`,
    en: `line ${d.line} has “${d.written}” for its agency: it is no filing and was left out`,
  }),
  mend: () => ({
    zh: "可以留着；要去掉提示，就删去这一行",
    en: "it may stay; take the line out to be rid of this hint",
  }),
});
