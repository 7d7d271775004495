import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1008 = defineDiagnostic<{
  readonly found: string;
  /**
   * `unread`: nor was the rest of the row understood. `read`: what follows was. `continues`: the line begins with a sign
   * that joins it to a formula above. `comma`: it stands where a comma separates.
   */
  readonly rest: "unread" | "read" | "continues" | "comma";
}>({
  code: "H1008",
  severity: "error",
  message: ({ found, rest }) =>
    ({
      unread: {
        zh: `这里不应有“${found}”，从它到行末没有读懂`,
        en: `"${found}" does not fit here: the rest of the row was not understood`,
      },
      read: { zh: `这里不应有“${found}”`, en: `"${found}" does not fit here` },
      comma: { zh: `各项用逗号隔开，写的却是“${found}”`, en: `a comma separates them, not "${found}"` },
      continues: {
        zh: `上一行的算式到行末就完了，这一行的“${found}”接不上`,
        en: `the formula ended with the line above: “${found}” does not go on with it`,
      },
    })[rest],
  mend: ({ rest }) =>
    ({
      unread: {
        zh: "有用的就照规则的写法写：是另一条就另起一行，或用分号隔开，名称里有别的字符时放进 「 」；确实多写了才删去",
        en: "write what matters as rules have it: another row on a new line or behind a semicolon, a name with other characters in 「 」; take out only what is not needed",
      },
      read: { zh: "删去它", en: "take it out" },
      comma: { zh: "改为逗号", en: "write a comma" },
      continues: {
        zh: "写在一行里；要分几行写，就把整个算式放进 ( )",
        en: "write the formula on one line, or put all of it in ( )",
      },
    })[rest],
});
