import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** 按比例 without anything to be in proportion to. */
export const H1412 = defineDiagnostic<Record<never, never>>({
  code: "H1412",
  severity: "error",
  message: () => ({
    zh: "按比例 要有目标，这个指标没有写“目标”",
    en: "proportional needs a target, and the indicator has none",
  }),
  mend: () => ({ zh: "补一行，如 目标 >= 10次", en: "add a line such as target >= 10次" }),
});
