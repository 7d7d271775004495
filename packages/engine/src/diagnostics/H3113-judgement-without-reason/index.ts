import { defineDiagnostic, type Names } from "@heng/lang";

/** A judged score or amount was filed without the reason it needs. */
export const H3113 = defineDiagnostic<{ readonly field: string; readonly value: Names }>({
  code: "H3113",
  severity: "warning",
  message: ({ field, value }) => ({
    zh: `“${field}”评定为 ${value.zh}，没有写明理由`,
    en: `"${field}" was judged as ${value.en} without a reason`,
  }),
  mend: ({ field, value }) => ({
    zh: `写明评定的理由：JSON 写在分数旁边，如 "judged": { "${field}": { "score": "${value.zh}", "reason": "理由" } }；CSV 写在“${field} 说明”一列；不影响得分`,
    en: `State the reason: in JSON beside the score, as in "judged": { "${field}": { "score": "${value.en}", "reason": "…" } }; in CSV in the column "${field} 说明"; no score changes`,
  }),
  example: { field: "重点工作完成情况", value: { zh: "2分", en: "2分" } },
});
