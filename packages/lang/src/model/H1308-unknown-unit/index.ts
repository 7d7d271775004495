import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1308 = defineDiagnostic<{
  readonly unit: string;
  readonly known: readonly string[];
  /** The figure in a known unit: 5000万元 for 5千万元. */
  readonly meant?: string;
  /** What the figures of a field can be filed in instead, and how many of it are one of the unit. */
  readonly other?: { readonly unit: string; readonly times: string };
}>({
  code: "H1308",
  severity: "error",
  message: (d) => ({ zh: `不认识的单位或类型“${d.unit}”`, en: `unknown unit or kind “${d.unit}”` }),
  mend: ({ unit, known, meant, other }) => {
    if (meant !== undefined) return { zh: `写成 ${meant}`, en: `write ${meant}` };
    if (other !== undefined)
      return {
        zh: `改用 ${other.unit}，数跟着换算（1${unit} 是 ${other.times}${other.unit}）`,
        en: `use ${other.unit} and convert the figures (1${unit} is ${other.times}${other.unit})`,
      };
    return {
      zh:
        known.length > 0
          ? `是不是“${known.join("”“")}”？新的计量单位先写一行：单位 ${unit}`
          : `新的计量单位先写一行：单位 ${unit}`,
      en:
        known.length > 0
          ? `did you mean “${known.join("”, “")}”? A new unit is declared by a line: unit ${unit}`
          : `a new unit is declared by a line: unit ${unit}`,
    };
  },
});
