import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1403 = defineDiagnostic<{
  name: string;
  expected: { zh: string; en: string };
  found: { zh: string; en: string };
}>({
  code: "H1403",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”的类型是“${d.found.zh}”，这里要“${d.expected.zh}”`,
    en: `“${d.name}” is ${d.found.en}; ${d.expected.en} belongs here`,
  }),
  mend: (d) => ({
    zh: `换一个数据，或在“数据”里把它的类型改为“${d.expected.zh}”`,
    en: `use another field, or declare it as ${d.expected.en}`,
  }),
});
