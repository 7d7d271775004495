import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1308 = defineDiagnostic<{ unit: string; known: readonly string[] }>({
  code: "H1308",
  severity: "error",
  message: (d) => ({ zh: `不认识的单位或类型“${d.unit}”`, en: `unknown unit or kind “${d.unit}”` }),
  mend: (d) => ({
    zh:
      d.known.length > 0
        ? `是不是“${d.known.join("”“")}”？新的计量单位先写一行：单位 ${d.unit}`
        : `新的计量单位先写一行：单位 ${d.unit}`,
    en:
      d.known.length > 0
        ? `did you mean “${d.known.join("”, “")}”? A new unit is declared by a line: unit ${d.unit}`
        : `a new unit is declared by a line: unit ${d.unit}`,
  }),
});
