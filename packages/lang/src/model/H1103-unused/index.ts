import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1103 = defineDiagnostic<{ name: string; kind: { zh: string; en: string } }>({
  code: "H1103",
  severity: "warning",
  message: (d) => ({
    zh: `${d.kind.zh}“${d.name}”没有任何地方用到`,
    en: `${d.kind.en} “${d.name}” is used nowhere`,
  }),
  mend: () => ({
    zh: `若确实不用，删去这一行；若漏写了用它的指标，补上`,
    en: `remove the line if it is not needed, or write what was meant to use it`,
  }),
});
