import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1108 = defineDiagnostic<{ part: { zh: string; en: string }; of: string }>({
  code: "H1108",
  severity: "error",
  message: (d) => ({ zh: `“${d.of}”缺少 ${d.part.zh}`, en: `“${d.of}” lacks ${d.part.en}` }),
  mend: (d) => ({ zh: `补上 ${d.part.zh}`, en: `add ${d.part.en}` }),
});
