import { defineDiagnostic } from "@heng/lang";

export const H4001 = defineDiagnostic<{
  readonly encoding: string;
  readonly control: number | undefined;
  readonly line: number;
}>({
  code: "H4001",
  severity: "error",
  message: (d) => ({
    zh: `第 ${d.line} 行${d.control === undefined ? `有不合 ${d.encoding} 编码的内容，文件可能损坏` : "有文本里不会有的字符，这不像文本文件"}`,
    en: `line ${d.line} has ${d.control === undefined ? `bytes that ${d.encoding} does not allow; the file may be damaged` : "a character that no text has; this does not look like a text file"}`,
  }),
  mend: () => ({
    zh: "用原来的软件重新另存为 UTF-8 编码的 CSV 或 JSON；Excel 工作簿（.xlsx）不能改名充当",
    en: "save it again from its program as CSV or JSON in UTF-8; a workbook (.xlsx) cannot just be renamed",
  }),
  example: { encoding: "UTF-8", control: undefined, line: 3 },
});
