import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1208 = defineDiagnostic<{ name: string; deepest: number }>({
  code: "H1208",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”在第 ${d.deepest + 1} 层，指标最多 ${d.deepest} 层`,
    en: `“${d.name}” stands at level ${d.deepest + 1}; indicators nest at most ${d.deepest} deep`,
  }),
  mend: () => ({ zh: `去掉一层，把它的下级并到上一层`, en: `merge some levels` }),
});
