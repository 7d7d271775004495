import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1503 = defineDiagnostic<{ name: string; highest: string }>({
  code: "H1503",
  severity: "error",
  message: (d) => ({
    zh: `等级“${d.name}”谁也得不到：最高只能得 ${d.highest}`,
    en: `no one can be given “${d.name}”: the highest attainable is ${d.highest}`,
  }),
  mend: () => ({ zh: `改低它的下限，或检查满分`, en: `lower its bound or check the full marks` }),
});
