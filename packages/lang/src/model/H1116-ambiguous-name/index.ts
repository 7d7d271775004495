import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1116 = defineDiagnostic<{ name: string; candidates: readonly string[] }>({
  code: "H1116",
  severity: "error",
  message: (d) => ({
    zh: `有 ${d.candidates.length} 个指标叫“${d.name}”`,
    en: `${d.candidates.length} indicators are called “${d.name}”`,
  }),
  mend: (d) => ({
    zh: `写上它的上级，如 ${d.candidates[0] ?? ""}`,
    en: `write it with its parent, such as ${d.candidates[0] ?? ""}`,
  }),
});
