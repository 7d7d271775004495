import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** 达标 without a condition and without a target. */
export const H1417 = defineDiagnostic<Record<never, never>>({
  code: "H1417",
  severity: "error",
  message: () => ({
    zh: "达标 要有目标或条件，这里都没有写",
    en: "threshold needs a target or a condition, and there is neither",
  }),
  mend: () => ({
    zh: "补一行 目标 <= 100%，或写成 达标 <= 100%",
    en: "add a line target <= 100%, or write threshold <= 100%",
  }),
});
