import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** `whole`: 向下取整 or 向上取整, which take no decimals. */
export const H1311 = defineDiagnostic<{ readonly places: number; readonly whole: boolean }>({
  code: "H1311",
  severity: "warning",
  message: ({ places, whole }) => {
    const step = places === 1 ? "10%" : places === 0 ? "100%" : `1${"0".repeat(2 - places)}%`;
    const zh = whole ? "取整" : "舍入";
    return {
      zh: `比率按它的本值${zh}，86.28% 是 0.8628：只剩 ${step} 的整数倍`,
      en: `a ratio is rounded as the number it is, 86.28% as 0.8628: only multiples of ${step} are left`,
    };
  },
  mend: ({ places, whole }) =>
    whole
      ? {
          zh: "要取整到 1% 的，写成 向下取整(率 / 1%) × 1%",
          en: "for whole per cents write floor(ratio / 1%) × 1%",
        }
      : {
          zh: `位数加 2：要保留到百分号前 ${places} 位小数的，写 ${places + 2}`,
          en: `add 2 to the decimals: for ${places} decimals before the per cent sign write ${places + 2}`,
        },
});
