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
    zh: `在填报的“说明”中为“${indicator}”写明偏差原因和改进措施；不影响得分`,
    en: `File a reason for "${indicator}" among the texts; no score changes`,
  }),
  example: { indicator: "预算执行率", when: { zh: "得分 < 10分", en: "score < 10分" } },
});
