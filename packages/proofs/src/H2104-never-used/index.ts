import { defineDiagnostic, type Names } from "@heng/lang";

export const H2104 = defineDiagnostic<{
  readonly name: string;
  /** `前面第 2 行的“完成率 >= 90%”已经包含它`, where that can be told in a line. */
  readonly why: { readonly by: "condition" | "before"; readonly words: Names } | undefined;
}>({
  code: "H2104",
  severity: "warning",
  message: ({ name, why }) =>
    why
      ? {
          zh: `“${name}”的这一行用不到：${why.words.zh}`,
          en: `this row of “${name}” is never used: ${why.words.en}`,
        }
      : {
          zh: `“${name}”的这一行用不到：能到它的填报，都已经归了前面的行，或者数据的范围到不了`,
          en: `this row of “${name}” is never used: whatever could come to it is taken by the rows before, or out of the range of the data`,
        },
  mend: ({ why }) =>
    why?.by === "condition"
      ? {
          zh: "核对这一行的界限和数据的范围；两样都没有错、这一行确实多余的，才删去",
          en: "check the bound of the row and the range of the data; take the row out only if both are right",
        }
      : {
          zh: "核对各行的次序（范围小的写在前面）和界限；都没有错、这一行确实多余的，才删去",
          en: "check the order of the rows (the narrower first) and their bounds; take the row out only if both are right",
        },
});
