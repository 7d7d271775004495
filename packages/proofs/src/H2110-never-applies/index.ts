import { defineDiagnostic, type Names } from "@heng/lang";

export const H2110 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
}>({
  code: "H2110",
  severity: "warning",
  message: ({ name, word }) => ({
    zh: `“${name}”的“${word.zh}”从不起作用：按数据的范围，它的条件不会成立`,
    en: `“${word.en}” of “${name}” never applies: within the ranges of the data its condition does not hold`,
  }),
  mend: () => ({
    zh: "核对条件的符号和数；确实用不到的，删去这一句",
    en: "check the sign and the figure of the condition; take it out if it is not needed",
  }),
});
