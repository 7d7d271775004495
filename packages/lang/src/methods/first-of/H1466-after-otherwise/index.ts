import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1466 = defineDiagnostic<Record<never, never>>({
  code: "H1466",
  severity: "error",
  message: () => ({
    zh: `这一行在“其他”之后，永远用不到`,
    en: `this row stands after 其他 (otherwise) and is never used`,
  }),
  mend: () => ({
    zh: `把“其他”移到最后一行，并且只写一次`,
    en: `move 其他 (otherwise) to the last row, and write it once`,
  }),
});
