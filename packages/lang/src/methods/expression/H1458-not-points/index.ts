import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1458 = defineDiagnostic<{ found: { zh: string; en: string }; share: boolean }>({
  code: "H1458",
  severity: "error",
  message: (d) => ({
    zh: `算式的结果是${d.found.zh}，这里要的是分`,
    en: `the expression gives ${d.found.en}; points (分) are needed here`,
  }),
  mend: (d) => ({
    zh: d.share ? `再乘以分值，如：完成比例 × 分值` : `让结果的单位是分，如：件数 ÷ 目标件数 × 分值`,
    en: d.share ? `multiply it by the points: … × 分值` : `make it points, such as: … ÷ … × 分值`,
  }),
});
