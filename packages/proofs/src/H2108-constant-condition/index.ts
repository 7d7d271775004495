import { defineDiagnostic } from "@heng/lang";

export const H2108 = defineDiagnostic<{
  readonly name: string;
  /** The condition as it is written. */
  readonly condition: string;
  readonly holds: boolean;
}>({
  code: "H2108",
  severity: "warning",
  message: ({ name, condition, holds }) => ({
    zh: `“${name}”的条件“${condition}”${holds ? "总是成立" : "从不成立"}：按数据的范围，怎样填报都是这样`,
    en: `the condition “${condition}” of “${name}” ${holds ? "always" : "never"} holds, whatever is filed within the ranges of the data`,
  }),
  mend: () => ({
    zh: "核对比较的符号和数，以及数据的范围；确实多余的，删去",
    en: "check the sign, the figure and the ranges of the data; take it out if it is not needed",
  }),
});
