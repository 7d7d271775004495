import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1004 = defineDiagnostic<Record<never, never>>({
  code: "H1004",
  severity: "error",
  message: () => ({ zh: "这个 { 没有配上 }", en: "this { is never closed" }),
  mend: () => ({
    zh: "在这一块的末尾另起一行写 }",
    en: "write } on a line of its own where the block ends",
  }),
});
