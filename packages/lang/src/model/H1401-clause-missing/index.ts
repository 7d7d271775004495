import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1401 = defineDiagnostic<{ phrase: string; clause: { zh: string; en: string } }>({
  code: "H1401",
  severity: "error",
  message: (d) => ({
    zh: `“${d.phrase}”后面缺少“${d.clause.zh}”`,
    en: `“${d.phrase}” lacks “${d.clause.en}”`,
  }),
  mend: (d) => ({ zh: `补上“${d.clause.zh}”`, en: `add “${d.clause.en}”` }),
});
