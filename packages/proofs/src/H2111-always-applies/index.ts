import { defineDiagnostic, type Names } from "@heng/lang";

export const H2111 = defineDiagnostic<{
  readonly name: string;
  /** The clause that always applies, or those of which one always does: `否决 当 满意度 < 60%`. */
  readonly clauses: readonly Names[];
  /** `“满意度”填的数都不小于 0%`, where a figure tells it. */
  readonly why: Names | undefined;
}>({
  code: "H2111",
  severity: "warning",
  message: ({ name, clauses, why }) => {
    const said = (lang: keyof Names): readonly string[] => clauses.map((clause) => `“${clause[lang]}”`);
    const [zh, en] =
      clauses.length > 1
        ? [
            `${said("zh").join("和")}合在一起，总有一条成立`,
            `one of ${said("en").join(" and ")} of “${name}” always applies`,
          ]
        : [`${said("zh").join("")}总是成立`, `${said("en").join("")} of “${name}” always applies`];
    return {
      zh: `“${name}”的${zh}，评分标准从来用不到${why ? `：${why.zh}` : ""}`,
      en: `${en}, so that its standard is never used${why ? `: ${why.en}` : ""}`,
    };
  },
  mend: ({ clauses }) =>
    clauses.length > 1
      ? {
          zh: "核对这几条的符号和数：合在一起，没有留下要评分的情形",
          en: "check the signs and the figures of these conditions: together they leave nothing to be scored",
        }
      : {
          zh: "核对条件的符号和数，以及数据的范围",
          en: "check the sign and the figure of the condition, and the ranges of the data",
        },
});
