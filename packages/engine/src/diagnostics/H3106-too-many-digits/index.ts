import { defineDiagnostic, type Names } from "@heng/lang";
import { FRACTION_BITS } from "@heng/number";

export const tooManyDigits = (bits: number): Names => ({
  zh: `数值超出精度上限（${bits} 位二进制）`,
  en: `a figure has more digits than the limit of ${bits} bits`,
});

/** An exact figure would need more digits than an evaluation may use. */
export const H3106 = defineDiagnostic<{ readonly indicator: string; readonly bits: number }>({
  code: "H3106",
  severity: "error",
  message: ({ indicator, bits }) => ({
    zh: `“${indicator}”无法计算：${tooManyDigits(bits).zh}`,
    en: `"${indicator}" cannot be worked out: ${tooManyDigits(bits).en}`,
  }),
  mend: () => ({
    zh: "减少连乘、连除的层数，或用“四舍五入”写明中间结果保留几位",
    en: "Divide and multiply fewer figures in a row, or round an intermediate one with roundHalfUp",
  }),
  example: { indicator: "综合比率", bits: FRACTION_BITS },
});
