import { defineDiagnostic } from "@heng/lang";

export const H3009 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly proposal: string | undefined;
}>({
  code: "H3009",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”要填是或否，“${d.written}”两样都不是`,
    en: `“${d.field}” takes yes or no, “${d.written}” is neither`,
  }),
  mend: (d) => ({
    zh: `写“是”或“否”（也可用 √、×、true、false、yes、no）${d.proposal === undefined ? "" : `；若意思是“${d.proposal}”，写“${d.proposal}”`}`,
    en: `write 是 or 否 (or √, ×, true, false, yes, no)${d.proposal === undefined ? "" : `; if “${d.proposal}” is meant, write “${d.proposal}”`}`,
  }),
});
