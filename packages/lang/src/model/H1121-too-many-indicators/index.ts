import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1121 = defineDiagnostic<{ limit: number }>({
  code: "H1121",
  severity: "error",
  message: (d) => ({
    zh: `一个规则集最多 ${d.limit} 个指标，从这里起超出`,
    en: `a rule set holds at most ${d.limit} indicators; from here on it is more`,
  }),
  mend: () => ({ zh: `把规则集分成几份`, en: `split the rule set` }),
  example: { limit: 5000 },
});
