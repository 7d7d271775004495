import { defineDiagnostic, type Names } from "@heng/lang";

export const H2112 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
  readonly limit: Names;
  /** The most that there is. */
  readonly most: Names;
  /** It is the most where the condition holds, or exactly what there is then; undefined: the most there ever is. */
  readonly where?: "atMost" | "exactly" | undefined;
  /** What is filed for the most. */
  readonly filed?: Names | undefined;
}>({
  code: "H2112",
  severity: "warning",
  message: ({ name, word, limit, most, where, filed }) => {
    const [zh, en] = {
      always: [`本来最多就是 ${most.zh}`, `${most.en} is the most there is`],
      atMost: [
        `条件成立时，本来最多就是 ${most.zh}`,
        `${most.en} is the most there is where its condition holds`,
      ],
      exactly: [`条件成立时，本来就是 ${most.zh}`, `it is ${most.en} anyway where its condition holds`],
    }[where ?? "always"] as [string, string];
    return {
      zh: `“${name}”的“${word.zh} ${limit.zh}”从不起作用：${zh}${filed ? `（${filed.zh} 时）` : ""}`,
      en: `“${word.en} ${limit.en}” of “${name}” changes nothing: ${en}${filed ? ` (when ${filed.en})` : ""}`,
    };
  },
  mend: () => ({
    zh: "核对这个限度，和它所限的分数；都没有错、确实多余的，才删去",
    en: "check the limit, and the points that it limits; take it out only if both are right",
  }),
});
