import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1004 = defineDiagnostic<{
  /** What stands before the `{` on its line. */
  readonly head: string;
  readonly line: number;
  /** The last line of the block. */
  readonly last: number;
}>({
  code: "H1004",
  severity: "error",
  message: ({ head, line }) => ({
    zh: `第 ${line} 行${head === "" ? "" : `“${head}”`}的 { 没有配上 }`,
    en: `the { ${head === "" ? "" : `of “${head}” `}in line ${line} is never closed`,
  }),
  mend: ({ last }) => ({
    zh: `在第 ${last} 行后面另起一行写 }`,
    en: `write } on a line of its own after line ${last}`,
  }),
});
