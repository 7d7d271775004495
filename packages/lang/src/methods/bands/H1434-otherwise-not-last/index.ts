import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** Rows after 其他 would never be reached. */
export const H1434 = defineDiagnostic<Record<never, never>>({
  code: "H1434",
  severity: "error",
  message: () => ({
    zh: "“其他”后面还有别的档，永远轮不到",
    en: "rows stand after otherwise, which takes everything left",
  }),
  mend: () => ({ zh: "把“其他”移到最后一行", en: "move otherwise to the last row" }),
});
