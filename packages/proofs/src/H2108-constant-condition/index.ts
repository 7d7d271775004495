import { defineDiagnostic, type Names } from "@heng/lang";

export const H2108 = defineDiagnostic<{
  readonly name: string;
  /** The condition as it is written. */
  readonly condition: string;
  readonly holds: boolean;
  /** `“预算数”填的数都不小于 0万元`, where a figure tells it. */
  readonly why: Names | undefined;
}>({
  code: "H2108",
  severity: "warning",
  message: ({ name, condition, holds, why }) => ({
    zh: `“${name}”的条件“${condition}”${holds ? "总是成立" : "从不成立"}：${why?.zh ?? "按数据的范围，怎样填报都是这样"}`,
    en: `the condition “${condition}” of “${name}” ${holds ? "always" : "never"} holds${why ? `: ${why.en}` : ", whatever is filed within the ranges of the data"}`,
  }),
  mend: () => ({
    zh: "核对比较的符号和数，以及数据的范围；都没有错、这个条件确实多余的，才删去",
    en: "check the sign, the figure and the ranges of the data; take the condition out only if all are right",
  }),
});
