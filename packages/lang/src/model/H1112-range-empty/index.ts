import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1112 = defineDiagnostic<Record<never, never>>({
  code: "H1112",
  severity: "error",
  message: () => ({
    zh: `这些范围合在一起，没有一个数能填`,
    en: `no figure satisfies these ranges together`,
  }),
  mend: () => ({ zh: `检查大于、小于是否写反`, en: `check whether the signs are the right way round` }),
});
