import { defineDiagnostic } from "@heng/lang";

/** Data that the score still needs. */
export const H3121 = defineDiagnostic<{
  readonly fields: readonly string[];
  readonly indicators: readonly string[];
}>({
  code: "H3121",
  severity: "hint",
  message: ({ fields, indicators }) => ({
    zh: `待补 ${fields.length}项数据：${fields.join("、")}（涉及 ${indicators.join("、")}）`,
    en: `${fields.length} missing: ${fields.join(", ")} (needed by ${indicators.join(", ")})`,
  }),
  mend: () => ({ zh: "补齐后得分即可确定", en: "File them, and the score is settled" }),
  example: { fields: ["全年支出数"], indicators: ["预算执行率"] },
});
