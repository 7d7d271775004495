import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1005 = defineDiagnostic<Record<never, never>>({
  code: "H1005",
  severity: "error",
  message: () => ({ zh: "多了一个 }，前面没有 { 与它相配", en: "this } has no { before it" }),
  mend: () => ({ zh: "删去它，或者补上它所结束的 {", en: "remove it, or add the { it closes" }),
});
