import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1113 = defineDiagnostic<{ word: string; of: string }>({
  code: "H1113",
  severity: "error",
  message: (d) => ({ zh: `“${d.of}”里“${d.word}”写了两次`, en: `“${d.word}” is written twice in “${d.of}”` }),
  mend: () => ({ zh: `只留一个`, en: `keep one` }),
});
