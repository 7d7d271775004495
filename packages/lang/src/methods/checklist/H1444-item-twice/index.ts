import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1444 = defineDiagnostic<{ item: string }>({
  code: "H1444",
  severity: "error",
  message: (d) => ({
    zh: `要点“${d.item}”写了两行`,
    en: `the item “${d.item}” has two rows`,
  }),
  mend: () => ({
    zh: `每个要点只写一行，把两行的内容合在一起`,
    en: `give each item one row: put both together`,
  }),
});
