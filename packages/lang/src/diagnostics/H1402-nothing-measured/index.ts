import { defineDiagnostic } from "../diagnostic.ts";

export const H1402 = defineDiagnostic<Record<never, never>>({
  code: "H1402",
  severity: "error",
  message: () => ({
    zh: `这个指标没有写“值”，不知道拿什么来比`,
    en: `the indicator has no value: there is nothing to compare`,
  }),
  mend: () => ({
    zh: `在评分前写一行 值 = …，或在评分方法后面写上要比的数据`,
    en: `write a line value = … before the standard, or name the figure after the method`,
  }),
});
