import { defineDiagnostic } from "@heng/lang";

export const H3010 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly options: readonly string[];
  readonly near: readonly string[];
}>({
  code: "H3010",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”没有“${d.written}”这个选项`,
    en: `“${d.field}” has no option “${d.written}”`,
  }),
  mend: (d) => ({
    zh: `${d.near.length === 0 ? "" : `是不是“${d.near.join("”“")}”？`}可选：${d.options.join("、")}`,
    en: `${d.near.length === 0 ? "" : `did you mean “${d.near.join("”, “")}”? `}the options are ${d.options.join(", ")}`,
  }),
});
