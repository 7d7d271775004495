import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1003 = defineDiagnostic<{ readonly points: readonly string[] }>({
  code: "H1003",
  severity: "error",
  message: ({ points }) => ({
    zh: `这里有看不见的字符 ${points.join("、")}，会让名称看着相同而实际不同`,
    en: `there is a hidden character here (${points.join(", ")}): it makes names look alike that are not`,
  }),
  mend: () => ({ zh: "删除它，重新键入两边的字", en: "remove it and type the letters around it again" }),
});
