import { defineDiagnostic, type Names } from "@heng/lang";

export const H2107 = defineDiagnostic<{
  readonly name: string;
  /** The divisor as it is written. */
  readonly divisor: string;
  /** `0万元` */
  readonly nothing: Names;
  readonly filed: Names;
}>({
  code: "H2107",
  severity: "warning",
  message: ({ name, divisor, filed }) => ({
    zh: `“${name}”的除数“${divisor}”可能是 0：${filed.zh} 时算不出得分`,
    en: `the divisor “${divisor}” of “${name}” may be 0: there is no score when ${filed.en}`,
  }),
  mend: ({ divisor, nothing }) => ({
    zh: `为它是 0 的情形写明处理：不适用 当 ${divisor} = ${nothing.zh} 按 满分（或 零分、剔除、折算）；从不为 0 的，在“数据”里写 > 0`,
    en: `say how 0 is treated: notApplicable when ${divisor} = ${nothing.en} as fullMarks (or zero, redistribute, rescale); where it never is 0, declare > 0`,
  }),
});
