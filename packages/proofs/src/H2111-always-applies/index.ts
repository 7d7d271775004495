import { defineDiagnostic, type Names } from "@heng/lang";

export const H2111 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
  /** `“满意度”填的数都不小于 0%`, where a figure tells it. */
  readonly why: Names | undefined;
}>({
  code: "H2111",
  severity: "warning",
  message: ({ name, word, why }) => ({
    zh: `“${name}”的“${word.zh}”总是成立，评分标准从来用不到${why ? `：${why.zh}` : ""}`,
    en: `“${word.en}” of “${name}” always applies, so that its standard is never used${why ? `: ${why.en}` : ""}`,
  }),
  mend: () => ({
    zh: "核对条件的符号和数，以及数据的范围",
    en: "check the sign and the figure of the condition, and the ranges of the data",
  }),
});
