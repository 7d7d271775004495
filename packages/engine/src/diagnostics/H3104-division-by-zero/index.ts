import { defineDiagnostic, type Names } from "@heng/lang";

export const divisorIsZero = (divisor: Names): Names => ({
  zh: `除数 ${divisor.zh} 等于 0`,
  en: `the divisor ${divisor.en} is 0`,
});

/** An indicator divides by something that is 0 for this filing. */
export const H3104 = defineDiagnostic<{ readonly indicator: string; readonly divisor: Names }>({
  code: "H3104",
  severity: "error",
  message: ({ indicator, divisor }) => ({
    zh: `“${indicator}”无法计算：${divisorIsZero(divisor).zh}`,
    en: `"${indicator}" cannot be worked out: ${divisorIsZero(divisor).en}`,
  }),
  mend: ({ divisor }) => ({
    zh: `核对 ${divisor.zh}；确为 0 的，在规则中写明怎样计分，如“不适用 当 … = 0 按 满分”`,
    en: `Check ${divisor.en}; if it really is 0, let the rules say what the score is then, as in "notApplicable when … = 0 as fullMarks"`,
  }),
  example: { indicator: "预算执行率", divisor: { zh: "全年预算数", en: "全年预算数" } },
});
