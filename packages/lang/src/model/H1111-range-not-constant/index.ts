import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1111 = defineDiagnostic<{ found: { zh: string; en: string } }>({
  code: "H1111",
  severity: "error",
  message: (d) => ({
    zh: `数据的范围只能写固定的数，${d.found.zh} 不行`,
    en: `a field's range takes fixed figures only, not ${d.found.en}`,
  }),
  mend: () => ({
    zh: `写成 >= 0 或 [0%, 100%] 这样的范围；随别的数据变化的要求写成“核对”`,
    en: `write a range such as >= 0 or [0%, 100%]; what depends on other data is a crossCheck`,
  }),
});
