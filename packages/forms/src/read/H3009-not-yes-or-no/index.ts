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
  mend: (d) => {
    const also = {
      zh: "（也可用 √、×、true、false、yes、no）",
      en: " (√, ×, true, false, yes, no will do too)",
    };
    return d.proposal === undefined
      ? { zh: `写“是”或“否”${also.zh}`, en: `write 是 or 否${also.en}` }
      : {
          zh: `看来是“${d.proposal}”，就写“${d.proposal}”${also.zh}`,
          en: `it seems to be “${d.proposal}”: write that${also.en}`,
        };
  },
});
