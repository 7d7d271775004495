import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1001 = defineDiagnostic<{ readonly kind: "name" | "text" }>({
  code: "H1001",
  severity: "error",
  message: ({ kind }) =>
    kind === "name"
      ? { zh: "名称的 「 没有配上 」", en: "the 「 of this name is never closed" }
      : { zh: "文字的引号没有配上", en: "the quote of this text is never closed" },
  mend: ({ kind }) =>
    kind === "name"
      ? { zh: "在名称之后补上 」，同一行内", en: "close the name with 」 on the same line" }
      : { zh: "在文字之后补上引号，同一行内", en: "close the text with a quote on the same line" },
});
