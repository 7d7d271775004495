import { defineDiagnostic } from "@heng/lang";

const LOOKS = { gb18030: "GB18030", utf16: "UTF-16" } as const;

export const H4106 = defineDiagnostic<{
  readonly line: number;
  readonly looks: "gb18030" | "utf16" | "other";
}>({
  code: "H4106",
  severity: "error",
  message: ({ line, looks }) => ({
    zh: `规则文件要用 UTF-8 编码，第 ${line} 行不是${looks === "other" ? "" : `；看来是 ${LOOKS[looks]}`}`,
    en: `rule files are UTF-8, line ${line} is not${looks === "other" ? "" : `; it looks like ${LOOKS[looks]}`}`,
  }),
  mend: () => ({ zh: "在编辑器中另存为 UTF-8", en: "save it as UTF-8 in the editor" }),
  example: { line: 1, looks: "gb18030" },
});
