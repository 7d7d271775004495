import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1305 = defineDiagnostic<{ found: { zh: string; en: string } }>({
  code: "H1305",
  severity: "error",
  message: (d) => ({
    zh: `这里要写分（如 2分）或分值的百分之几（如 60%），写的却是${d.found.zh}`,
    en: `points (2分) or a share of the weight (60%) belong here, not ${d.found.en}`,
  }),
  mend: () => ({ zh: `写上单位“分”或“%”`, en: `add the unit 分 or %` }),
});
