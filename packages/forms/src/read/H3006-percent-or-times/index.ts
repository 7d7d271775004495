import { defineDiagnostic } from "@heng/lang";

export const H3006 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly asPercent: string;
  readonly asTimes: string;
}>({
  code: "H3006",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”是比率，“${d.written}”没有写 %，看不出是 ${d.asPercent} 还是 ${d.asTimes}`,
    en: `“${d.field}” is a ratio; “${d.written}” has no %, so it could be ${d.asPercent} or ${d.asTimes}`,
  }),
  mend: (d) => ({ zh: `写 ${d.asPercent} 或 ${d.asTimes}`, en: `write ${d.asPercent} or ${d.asTimes}` }),
});
