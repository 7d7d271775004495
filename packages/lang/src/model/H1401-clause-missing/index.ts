import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1401 = defineDiagnostic<{ phrase: string | undefined; clause: { zh: string; en: string } }>({
  code: "H1401",
  severity: "error",
  message: (d) => ({
    zh: `${d.phrase === undefined ? "这一行" : `“${d.phrase}”后面`}缺少“${d.clause.zh}”`,
    en: `${d.phrase === undefined ? "this row" : `“${d.phrase}”`} lacks “${d.clause.en}”`,
  }),
  mend: (d) => ({ zh: `补上“${d.clause.zh}”`, en: `add “${d.clause.en}”` }),
});
