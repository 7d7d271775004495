import { defineDiagnostic, type Names } from "@heng/lang";

export const H2103 = defineDiagnostic<{
  readonly name: string;
  /** Why: `没有一档适用于这个值`. */
  readonly cause: Names;
  /** What is filed. */
  readonly filed: Names;
}>({
  code: "H2103",
  severity: "warning",
  message: ({ name, cause, filed }) => ({
    zh: `“${name}”算不出得分：${filed.zh} 时，${cause.zh}`,
    en: `“${name}” has no score when ${filed.en}: ${cause.en}`,
  }),
  mend: () => ({
    zh: "补上漏掉的情形（如在最后写 其他 得 …分），或用 不适用 写明怎样处理",
    en: "cover the case that is left out (such as with otherwise), or say with notApplicable how it is treated",
  }),
});
