import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** A straight line needs two points. */
export const H1440 = defineDiagnostic<{ found: number }>({
  code: "H1440",
  severity: "error",
  message: ({ found }) => ({
    zh: `插值至少要两个点，这里有 ${found} 个`,
    en: `interpolate needs two points at least, and there are ${found}`,
  }),
  mend: () => ({ zh: "补上另一个点，如 60% 得 0分", en: "add another point, such as 60% gets 0分" }),
});
