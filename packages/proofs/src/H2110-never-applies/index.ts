import { defineDiagnostic, type Names } from "@heng/lang";

export const H2110 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
  /** `“预算数”填的数都大于 0万元`, where a figure tells it. */
  readonly why: Names | undefined;
}>({
  code: "H2110",
  severity: "warning",
  message: ({ name, word, why }) => ({
    zh: `“${name}”的“${word.zh}”从不起作用：${why?.zh ?? "按数据的范围，它的条件不会成立"}`,
    en: `“${word.en}” of “${name}” never applies: ${why?.en ?? "within the ranges of the data its condition does not hold"}`,
  }),
  mend: () => ({
    zh: "核对条件的符号和数，以及数据的范围；都没有错、这一句确实用不到的，才删去",
    en: "check the sign and the figure of the condition and the ranges of the data; take the statement out only if all are right",
  }),
});
