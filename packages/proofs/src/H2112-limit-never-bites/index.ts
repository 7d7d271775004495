import { defineDiagnostic, type Names } from "@heng/lang";

export const H2112 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
  readonly limit: Names;
  /** The most that there is. */
  readonly most: Names;
}>({
  code: "H2112",
  severity: "warning",
  message: ({ name, word, limit, most }) => ({
    zh: `“${name}”的“${word.zh} ${limit.zh}”从不起作用：本来最多就是 ${most.zh}`,
    en: `“${word.en} ${limit.en}” of “${name}” changes nothing: ${most.en} is the most there is`,
  }),
  mend: () => ({
    zh: "核对这个限度；确实多余的，删去",
    en: "check the limit; take it out if it is not needed",
  }),
});
