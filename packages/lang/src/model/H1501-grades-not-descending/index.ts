import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1501 = defineDiagnostic<{ name: string; before: string; otherwise: boolean }>({
  code: "H1501",
  severity: "error",
  message: (d) => ({
    zh: d.otherwise
      ? `“${d.before} 其他”后面的“${d.name}”永远轮不到`
      : `等级要从高到低写：“${d.name}”的下限不低于前面“${d.before}”的下限`,
    en: d.otherwise
      ? `“${d.name}” after “${d.before} otherwise” can never be given`
      : `grades go from high to low: the bound of “${d.name}” is not below that of “${d.before}”`,
  }),
  mend: (d) => ({
    zh: d.otherwise ? `把“其他”放到最后` : `调整次序或下限`,
    en: d.otherwise ? `put otherwise last` : `change the order or the bound`,
  }),
});
