import { defineDiagnostic, type Names } from "@heng/lang";

/** A judged score or amount was filed without the reason it needs. */
export const H3113 = defineDiagnostic<{ readonly field: string; readonly value: Names }>({
  code: "H3113",
  severity: "warning",
  message: ({ field, value }) => ({
    zh: `“${field}”评定为 ${value.zh}，没有写明理由`,
    en: `"${field}" was judged as ${value.en} without a reason`,
  }),
  mend: ({ field }) => ({
    zh: `在填报的“说明”中为“${field}”写明评定的理由；不影响得分`,
    en: `File a reason for "${field}" among the texts; no score changes`,
  }),
  example: { field: "重点工作完成情况", value: { zh: "2分", en: "2分" } },
});
