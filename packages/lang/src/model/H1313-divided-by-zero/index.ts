import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** A divisor that is 0 as it is written: nothing comes of it, whatever is filed. */
export const H1313 = defineDiagnostic<{ readonly divisor: string }>({
  code: "H1313",
  severity: "error",
  message: ({ divisor }) => ({
    zh: `除数写的是 ${divisor}，除以 0 算不出数`,
    en: `the divisor is ${divisor}, and nothing can be divided by 0`,
  }),
  mend: () => ({
    zh: "改为要除以的数据或数",
    en: "write the field or the number that is to divide",
  }),
});
