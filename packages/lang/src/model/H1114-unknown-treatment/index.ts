import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1114 = defineDiagnostic<{ found: string }>({
  code: "H1114",
  severity: "error",
  message: (d) => ({
    zh: `不适用时不能“按 ${d.found}”`,
    en: `notApplicable cannot be treated as “${d.found}”`,
  }),
  mend: () => ({
    zh: `写 按 满分、按 零分、按 剔除 或 按 折算`,
    en: `write as fullMarks, zero, redistribute or rescale`,
  }),
});
