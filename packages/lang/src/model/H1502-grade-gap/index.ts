import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1502 = defineDiagnostic<{ name: string; below: string }>({
  code: "H1502",
  severity: "error",
  message: (d) => ({ zh: `低于 ${d.below} 的得分没有等级`, en: `scores below ${d.below} have no grade` }),
  mend: (d) => ({ zh: `在“${d.name}”后面加一行：差 其他`, en: `add a line after “${d.name}”: 差 otherwise` }),
});
