import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** 最高 must be known before data: it decides what the whole can reach. */
export const H1427 = defineDiagnostic<Record<never, never>>({
  code: "H1427",
  severity: "error",
  message: () => ({
    zh: "“最高”要写明是多少，不能由填报的数据算出",
    en: "upTo must be written out; it cannot come from data",
  }),
  mend: () => ({
    zh: "写成分数或分值的百分比，如 最高 120%",
    en: "write points or a share of them, such as upTo 120%",
  }),
});
