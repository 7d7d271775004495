import { defineDiagnostic, type Names } from "@heng/lang";

/** A filed figure lies outside the declared range of its field. */
export const H3101 = defineDiagnostic<{
  readonly field: string;
  readonly value: Names;
  readonly range: Names;
  /** Of a judged score, what the standard allows, as it is said to whoever judges: `0分 至 3分`. */
  readonly judged?: Names;
}>({
  code: "H3101",
  severity: "error",
  message: ({ field, value, range, judged }) => ({
    zh: `“${field}”填报为 ${value.zh}，不在${judged ? "评分" : "申报"}范围 ${range.zh} 之内`,
    en: `"${field}" was filed as ${value.en}, outside its ${judged ? "judging" : "declared"} range ${range.en}`,
  }),
  label: ({ value }) => value,
  mend: ({ field, range, judged }) => {
    if (judged !== undefined) return { zh: `改为 ${judged.zh}`, en: `Give ${judged.en}` };
    return {
      zh: `核对“${field}”的数值和计量单位，应为 ${range.zh}；确属可能的，在规则中放宽该数据的范围`,
      en: `Check the figure and the unit of "${field}", which should be ${range.en}; if it is possible after all, widen the range in the rules`,
    };
  },
  example: {
    field: "满意度",
    value: { zh: "950%", en: "950%" },
    range: { zh: "[0%, 100%]", en: "[0%, 100%]" },
  },
});
