import { defineDiagnostic } from "@heng/lang";

export const H3011 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly proposal: string | undefined;
}>({
  code: "H3011",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”是定性指标，“${d.written}”没有写清达成程度和百分比`,
    en: `“${d.field}” is qualitative; “${d.written}” does not give both a grade and a share`,
  }),
  mend: (d) => ({
    zh:
      d.proposal === undefined
        ? "写 达成、部分达成 或 未达成，再写百分比，如 达成 90%"
        : `若是 ${d.proposal}，写 ${d.proposal}`,
    en:
      d.proposal === undefined
        ? "write 达成, 部分达成 or 未达成 and its share, such as 达成 90%"
        : `if it is ${d.proposal}, write ${d.proposal}`,
  }),
});
