import { defineDiagnostic } from "@heng/lang";

export const H4114 = defineDiagnostic<{ readonly what: string }>({
  code: "H4114",
  severity: "error",
  message: ({ what }) => ({ zh: `程序内部故障：${what}`, en: `internal fault: ${what}` }),
  mend: () => ({
    zh: "这是程序的错，不是规则或数据的错。加 --debug 再运行一次，可得到供报告用的调用栈",
    en: "this is a bug of the program, not of the rules or data; run again with --debug for a stack trace to report",
  }),
  example: { what: "Invalid array length" },
});
