import { defineDiagnostic } from "@heng/lang";

export const H4004 = defineDiagnostic<{ readonly key: string; readonly line: number }>({
  code: "H4004",
  severity: "error",
  message: (d) => ({
    zh: `“${d.key}”在同一处写了两次，前一次在第 ${d.line} 行`,
    en: `“${d.key}” stands twice in one place, first in line ${d.line}`,
  }),
  mend: () => ({ zh: "只留一处", en: "keep one of them" }),
});
