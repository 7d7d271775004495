import { defineDiagnostic } from "@heng/lang";

export const H4015 = defineDiagnostic<{ readonly column: number; readonly written: string }>({
  code: "H4015",
  severity: "error",
  message: (d) => ({
    zh: `第 ${d.column} 列没有列名，却填了“${d.written}”`,
    en: `column ${d.column} has no heading, yet “${d.written}” is filed in it`,
  }),
  mend: () => ({ zh: "写上列名，或清空这一列", en: "give the column a heading, or empty it" }),
});
