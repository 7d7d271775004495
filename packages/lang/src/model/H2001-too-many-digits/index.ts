import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H2001 = defineDiagnostic<{ name: string; bits: number; limit: number }>({
  code: "H2001",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”算下去可能要 ${d.bits} 位二进制数字，超过精度上限 ${d.limit} 位`,
    en: `“${d.name}” could need ${d.bits} binary digits; the bound is ${d.limit}`,
  }),
  mend: () => ({
    zh: `减少连乘连除的层数，或在中间用 四舍五入(x, 位数) 明确保留几位`,
    en: `multiply and divide less deeply, or round on the way with roundHalfUp(x, places)`,
  }),
});
