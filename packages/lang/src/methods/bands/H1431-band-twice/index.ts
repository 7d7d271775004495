import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** The same option, or 其他, in two rows. */
export const H1431 = defineDiagnostic<{ band: string }>({
  code: "H1431",
  severity: "error",
  message: ({ band }) => ({ zh: `“${band}”这一档写了两次`, en: `the band “${band}” is written twice` }),
  mend: () => ({ zh: "只留一行", en: "keep one of the rows" }),
});
