import { defineDiagnostic, type Names } from "@heng/lang";

export const H2103 = defineDiagnostic<{
  readonly name: string;
  /** Why: `没有一档适用于这个值`. */
  readonly cause: Names;
  /** The old value of a change rate that is 0. */
  readonly change: { readonly old: string; readonly nothing: Names } | undefined;
  /** What is filed. */
  readonly filed: Names;
}>({
  code: "H2103",
  severity: "warning",
  message: ({ name, cause, filed }) => ({
    zh: `“${name}”算不出得分：${filed.zh} 时，${cause.zh}`,
    en: `“${name}” has no score when ${filed.en}: ${cause.en}`,
  }),
  mend: ({ change }) =>
    change
      ? {
          zh: `写明旧值是 0 的怎样处理，如 不适用 当 ${change.old} = ${change.nothing.zh} 按 满分，或 否决 当 ${change.old} = ${change.nothing.zh} 得 0分；从不为 0 的，在“数据”里写 > 0`,
          en: `say how an old value of 0 is treated, such as notApplicable when ${change.old} = ${change.nothing.en} as fullMarks, or veto when ${change.old} = ${change.nothing.en} gets 0分; where it never is 0, declare > 0`,
        }
      : {
          zh: "补上漏掉的情形（如在最后写 其他 得 …分），或用 不适用 写明怎样处理",
          en: "cover the case that is left out (such as with otherwise), or say with notApplicable how it is treated",
        },
});
