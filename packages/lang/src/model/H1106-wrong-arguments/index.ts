import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1106 = defineDiagnostic<{
  name: string;
  least: number;
  most: number;
  found: number;
  rows: boolean;
}>({
  code: "H1106",
  severity: "error",
  message: (d) => ({
    zh: d.rows
      ? `“${d.name}”要写成对明细的统计，如 ${d.name}(项目.资金) 或 ${d.name}(项目 当 条件)`
      : `“${d.name}”要 ${d.least === d.most ? d.least : `至少 ${d.least}`} 个参数，这里是 ${d.found} 个或写法不对`,
    en: d.rows
      ? `“${d.name}” is taken over rows, such as ${d.name}(rows.column) or ${d.name}(rows when condition)`
      : `“${d.name}” takes ${d.least === d.most ? d.least : `at least ${d.least}`} argument(s); ${d.found} found, or not of the right form`,
  }),
  mend: (d) => ({
    zh:
      d.name === "四舍五入"
        ? `第二个参数写小数位数，-12 到 12 的整数，如 四舍五入(x, 4)`
        : `对照手册里“${d.name}”的写法修改参数`,
    en: `see “${d.name}” in the reference for its arguments`,
  }),
});
