import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1008 = defineDiagnostic<{ readonly found: string }>({
  code: "H1008",
  severity: "error",
  message: ({ found }) => ({
    zh: `这里不应有“${found}”，从它到行末没有读懂`,
    en: `"${found}" does not fit here: the rest of the row was not understood`,
  }),
  mend: () => ({
    zh: "一行只写一条；另起一行或用分号隔开，名称里有别的字符时放进 「 」",
    en: "write one row a line, or separate rows by a semicolon; put a name with other characters in 「 」",
  }),
});
