import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1448 = defineDiagnostic<{ circle: readonly string[] }>({
  code: "H1448",
  severity: "error",
  message: (d) => ({
    zh: `“须先”绕成了圈：${d.circle.join(" 须先 ")}，这些要点永远不能得分`,
    en: `须先 (requires) goes in a circle: ${d.circle.join(" requires ")}; none of them can ever count`,
  }),
  mend: () => ({
    zh: `删去其中一个“须先”`,
    en: `remove one of these 须先 (requires)`,
  }),
});
