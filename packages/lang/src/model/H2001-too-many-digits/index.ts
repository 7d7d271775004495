import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H2001 = defineDiagnostic<{ name: string; bits: number; limit: number }>({
  code: "H2001",
  severity: "error",
  message: ({ name, bits, limit }) => ({
    zh: `“${name}”要算得分毫不差，可能要 ${digits(bits)} 位数字，最多只能 ${digits(limit)} 位`,
    en: `to be exact, “${name}” could need ${digits(bits)} digits; at most ${digits(limit)} are carried`,
  }),
  mend: () => ({
    zh: `少乘几层、少除几层，或在中间用 四舍五入(…, 位数) 写明保留几位`,
    en: `multiply and divide less deeply, or round on the way with roundHalfUp(…, places)`,
  }),
});

/** Decimal digits that so many bits hold. */
function digits(bits: number): number {
  return Math.floor((bits * 30_103) / 100_000);
}
