import { defineDiagnostic } from "@heng/lang";

/** Every indicator is taken out: there is no total. */
export const H3123 = defineDiagnostic<Record<never, never>>({
  code: "H3123",
  severity: "warning",
  message: () => ({
    zh: "所有指标都不适用，没有合计得分，也没有等级",
    en: "No indicator applies: there is neither a total nor a grade",
  }),
  mend: () => ({
    zh: "核对各项“不适用”所依据的数据；确实都不适用的，这份填报不评分",
    en: "Check the data that make the indicators not applicable; if none applies, this filing is not scored",
  }),
  example: {},
});
