import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1115 = defineDiagnostic<{
  field: string;
  expected: { zh: string; en: string };
  options: readonly string[];
  /** It stands in 应得. */
  score?: true;
}>({
  code: "H1115",
  severity: "error",
  message: (d) => ({
    zh: `案例里“${d.field}”的值写法不对，应是${d.expected.zh}${d.options.length > 0 ? `：${d.options.join("、")}` : ""}`,
    en: `the scenario's value of “${d.field}” should be ${d.expected.en}${d.options.length > 0 ? `: ${d.options.join(", ")}` : ""}`,
  }),
  mend: ({ score }) =>
    score === true
      ? {
          zh: `写上得分，如 8.63分；比率要先乘以分值`,
          en: `write points, such as 8.63分; multiply a ratio by the points of the indicator`,
        }
      : {
          zh: `照“数据”里声明的类型和单位写，例如 3359.45万元、95%、达成 90%、是`,
          en: `write it as declared under data, such as 3359.45万元, 95%, yes`,
        },
});
