import { defineDiagnostic } from "../diagnostic.ts";

export const H1306 = defineDiagnostic<{
  expected: "condition" | "figure";
  found: { zh: string; en: string };
}>({
  code: "H1306",
  severity: "error",
  message: (d) => ({
    zh:
      d.expected === "condition"
        ? `这里要一个条件（如 支出 > 0万元），写的却是${d.found.zh}`
        : `这里要一个数，写的却是${d.found.zh}`,
    en:
      d.expected === "condition"
        ? `a condition belongs here (such as expense > 0), not ${d.found.en}`
        : `a figure belongs here, not ${d.found.en}`,
  }),
  mend: (d) => ({
    zh: d.expected === "condition" ? `补上比较，如 > 0、= 是` : `换成能计算的数据`,
    en:
      d.expected === "condition"
        ? `add a comparison, such as > 0 or = yes`
        : `use a field that can be computed with`,
  }),
});
