import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1102 = defineDiagnostic<{ name: string }>({
  code: "H1102",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”写了两次，分不清指哪一个`,
    en: `“${d.name}” is written twice; which one is meant cannot be told`,
  }),
  mend: () => ({ zh: `删去一个，或给其中一个换名`, en: `remove one of them or rename it` }),
});
