import { defineDiagnostic } from "@heng/lang";

export const H3008 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly proposal: string | undefined;
}>({
  code: "H3008",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”要填日期，“${d.written}”不是日期`,
    en: `“${d.field}” takes a date, “${d.written}” is none`,
  }),
  mend: (d) => ({
    zh:
      d.proposal === undefined ? "写成 2022年11月30日 或 2022-11-30" : `若是 ${d.proposal}，写 ${d.proposal}`,
    en:
      d.proposal === undefined
        ? "write 2022年11月30日 or 2022-11-30"
        : `if it is ${d.proposal}, write ${d.proposal}`,
  }),
});
