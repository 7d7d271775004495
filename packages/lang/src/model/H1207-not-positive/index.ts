import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1207 = defineDiagnostic<{ name: string }>({
  code: "H1207",
  severity: "error",
  message: (d) => ({ zh: `“${d.name}”的分值要大于 0`, en: `the weight of “${d.name}” must be above 0` }),
  mend: () => ({
    zh: `写上分值；不计分的内容用“解释”或“核对”`,
    en: `write a weight; what is not scored is a describe or a crossCheck`,
  }),
});
