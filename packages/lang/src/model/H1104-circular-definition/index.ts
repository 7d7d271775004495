import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1104 = defineDiagnostic<{ chain: readonly string[] }>({
  code: "H1104",
  severity: "error",
  message: (d) => ({
    zh: `定义绕成了圈：${d.chain.join(" → ")}`,
    en: `the definitions go round in a circle: ${d.chain.join(" → ")}`,
  }),
  mend: () => ({ zh: `让其中一个改用“数据”里的项目来算`, en: `let one of them be worked out from data` }),
});
