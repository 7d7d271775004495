import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1451 = defineDiagnostic<{ grade: string }>({
  code: "H1451",
  severity: "error",
  message: (d) => ({
    zh: `“${d.grade}”写了两行，不知按哪个区间`,
    en: `“${d.grade}” has two rows: which range counts?`,
  }),
  mend: () => ({
    zh: `每个等次只写一行`,
    en: `give each grade one row`,
  }),
});
