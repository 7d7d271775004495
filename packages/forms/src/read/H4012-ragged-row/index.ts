import { defineDiagnostic } from "@heng/lang";

export const H4012 = defineDiagnostic<{
  readonly line: number;
  readonly found: number;
  readonly expected: number;
}>({
  code: "H4012",
  severity: "error",
  message: (d) => ({
    zh: `第 ${d.line} 行有 ${d.found} 格，列名却有 ${d.expected} 列`,
    en: `line ${d.line} has ${d.found} cells where the headings have ${d.expected}`,
  }),
  mend: () => ({
    zh: "补齐或删去多出的格；格里有逗号的，用引号括起来",
    en: "add or remove cells; put a cell that has a comma in quotes",
  }),
});
