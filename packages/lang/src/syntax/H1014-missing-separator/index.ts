import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1014 = defineDiagnostic<{ readonly word: string }>({
  code: "H1014",
  severity: "error",
  message: ({ word }) => ({
    zh: `“${word}”与前一条写在了同一行`,
    en: `"${word}" stands on one line with what comes before it`,
  }),
  mend: () => ({ zh: "另起一行，或用分号隔开", en: "begin a new line, or put a semicolon between" }),
});
