import { defineDiagnostic } from "@heng/lang";

export const H4018 = defineDiagnostic<{ readonly format: string }>({
  code: "H4018",
  severity: "error",
  message: (d) => ({
    zh: `还不能生成 ${d.format} 格式的空表`,
    en: `empty forms in ${d.format} cannot be made yet`,
  }),
  mend: () => ({
    zh: "改用 --format csv，填好后可用电子表格软件打开和保存",
    en: "use --format csv; a spreadsheet program opens and saves it",
  }),
  example: { format: "xlsx" },
});
