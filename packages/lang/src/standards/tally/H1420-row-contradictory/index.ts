import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** Two clauses of one row that exclude each other. */
export const H1420 = defineDiagnostic<{ first: Names; second: Names }>({
  code: "H1420",
  severity: "error",
  message: (d) => ({
    zh: `“${d.first.zh}”和“${d.second.zh}”不能写在同一行`,
    en: `“${d.first.en}” and “${d.second.en}” exclude each other in one row`,
  }),
  mend: () => ({ zh: "只留一个，或分成两行写", en: "keep one, or write two rows" }),
});
