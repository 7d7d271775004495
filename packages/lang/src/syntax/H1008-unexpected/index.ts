import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1008 = defineDiagnostic<{
  readonly found: string;
  /** The line begins with a sign that joins it to a formula above. */
  readonly continues: boolean;
}>({
  code: "H1008",
  severity: "error",
  message: ({ found, continues }) =>
    continues
      ? {
          zh: `上一行的算式到行末就完了，这一行的“${found}”接不上`,
          en: `the formula ended with the line above: “${found}” does not go on with it`,
        }
      : {
          zh: `这里不应有“${found}”，从它到行末没有读懂`,
          en: `"${found}" does not fit here: the rest of the row was not understood`,
        },
  mend: ({ continues }) =>
    continues
      ? {
          zh: "写在一行里；要分几行写，就把整个算式放进 ( )",
          en: "write the formula on one line, or put all of it in ( )",
        }
      : {
          zh: "一行只写一条；另起一行或用分号隔开，名称里有别的字符时放进 「 」",
          en: "write one row a line, or separate rows by a semicolon; put a name with other characters in 「 」",
        },
});
