import { defineDiagnostic, type Names } from "@heng/lang";

export const H2107 = defineDiagnostic<{
  readonly name: string;
  /** The divisor as it is written. */
  readonly divisor: string;
  /** What is divided, where it is an expense without a budget then. */
  readonly expense: string | undefined;
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
  mend: ({ divisor, expense, nothing }) =>
    expense === undefined
      ? {
          zh: `为它是 0 的情形写明处理：不适用 当 ${divisor} = ${nothing.zh} 按 满分（或 零分、剔除、折算）；从不为 0 的，在“数据”里写 > 0`,
          en: `say how 0 is treated: notApplicable when ${divisor} = ${nothing.en} as fullMarks (or zero, redistribute, rescale); where it never is 0, declare > 0`,
        }
      : {
          zh: `为它是 0 的情形写明处理：“${expense}”大于 0 的，否决 当 ${divisor} = ${nothing.zh} 得 0分；也是 0 的，不适用 当 ${divisor} = ${nothing.zh} 且 ${expense} = ${nothing.zh} 按 满分（或 剔除、折算）；从不为 0 的，在“数据”里写 > 0`,
          en: `say how 0 is treated: where “${expense}” is above 0, veto when ${divisor} = ${nothing.en} gets 0分; where it is 0 too, notApplicable when ${divisor} = ${nothing.en} and ${expense} = ${nothing.en} as fullMarks (or redistribute, rescale); where the divisor never is 0, declare > 0`,
        },
});
