import { defineDiagnostic } from "@heng/lang";

export const H3013 = defineDiagnostic<{ readonly field: string; readonly first: string }>({
  code: "H3013",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”填了两次，前一次在${d.first}`,
    en: `“${d.field}” is filed twice, first at ${d.first}`,
  }),
  mend: () => ({ zh: "只留一处", en: "keep one of them" }),
});
