import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1011 = defineDiagnostic<{ readonly text: string; readonly mended: string }>({
  code: "H1011",
  severity: "error",
  message: ({ text, mended }) => ({
    zh: `“${text}”应写成 ${mended}`,
    en: `"${text}" is written ${mended}`,
  }),
  mend: ({ mended }) => ({ zh: `写成 ${mended}`, en: `write ${mended}` }),
});
