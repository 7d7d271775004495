import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1006 = defineDiagnostic<{ readonly open: string; readonly close: string }>({
  code: "H1006",
  severity: "error",
  message: ({ open, close }) => ({
    zh: `“${open}”没有配上 ${close.replace(" ", " 或 ")}`,
    en: `"${open}" is never closed by ${close.replace(" ", " or ")}`,
  }),
  mend: () => ({ zh: "在算式之后补上右括号", en: "close the bracket after the expression" }),
});
