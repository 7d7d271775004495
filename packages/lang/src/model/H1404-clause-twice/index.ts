import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1404 = defineDiagnostic<{ word: string }>({
  code: "H1404",
  severity: "error",
  message: (d) => ({ zh: `“${d.word}”在同一处写了两次`, en: `“${d.word}” is written twice in one place` }),
  mend: () => ({ zh: `只留一个，或分成两行`, en: `keep one, or split into two rows` }),
});
