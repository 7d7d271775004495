import { defineDiagnostic } from "@heng/lang";

export const H4108 = defineDiagnostic<{ readonly path: string; readonly later: boolean }>({
  code: "H4108",
  severity: "error",
  message: ({ path, later }) => ({
    zh: later ? `还不能读 Excel 文件“${path}”` : `不认识“${path}”的格式`,
    en: later ? `Excel files cannot be read yet: “${path}”` : `the format of “${path}” is not known`,
  }),
  mend: () => ({
    zh: "数据可以是 .json 或 .csv；表格在 Excel 或 WPS 中另存为 CSV",
    en: "data may be .json or .csv; save a sheet as CSV in Excel or WPS",
  }),
  example: { path: "filings/department.xlsx", later: true },
});
