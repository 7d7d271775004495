import { defineDiagnostic, type Names } from "@heng/lang";

/** A 须说明 holds, and no reason was filed. */
export const H3112 = defineDiagnostic<{ readonly indicator: string; readonly when: Names }>({
  code: "H3112",
  severity: "warning",
  message: ({ indicator, when }) => ({
    zh: `“${indicator}”须说明原因：${when.zh}`,
    en: `"${indicator}" needs a reason: ${when.en}`,
  }),
  mend: ({ indicator }) => ({
    zh: `写明偏差原因和改进措施：JSON 写在 "texts" 中，如 "texts": { "${indicator}": "原因和措施" }；CSV 写在“${indicator} 说明”一列；不影响得分`,
    en: `State the cause and the remedy: in JSON among the texts, as in "texts": { "${indicator}": "…" }; in CSV in the column "${indicator} 说明"; no score changes`,
  }),
  example: { indicator: "预算执行率", when: { zh: "得分 8.63分 < 10分", en: "score 8.63分 < 10分" } },
});
