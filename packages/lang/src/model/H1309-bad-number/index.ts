import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1309 = defineDiagnostic<{ text: string; problem: string }>({
  code: "H1309",
  severity: "error",
  message: (d) => ({
    zh:
      d.problem === "noSuchDay"
        ? `没有 ${d.text} 这一天`
        : d.problem === "range"
          ? `“${d.text}”位数太多：整数最多 18 位，小数最多 12 位`
          : `“${d.text}”不是规范的数`,
    en:
      d.problem === "noSuchDay"
        ? `there is no day ${d.text}`
        : d.problem === "range"
          ? `“${d.text}” has too many digits: at most 18 before and 12 after the point`
          : `“${d.text}” is not a proper number`,
  }),
  mend: () => ({ zh: `写成 1234.5 或 1,234.5 这样的数`, en: `write it as 1234.5 or 1,234.5` }),
});
