import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1016 = defineDiagnostic<{ readonly more: number }>({
  code: "H1016",
  severity: "hint",
  message: ({ more }) => ({ zh: `另有 ${more} 条`, en: `${more} more` }),
  mend: () => ({ zh: "先改正前面列出的", en: "mend those listed first" }),
});
