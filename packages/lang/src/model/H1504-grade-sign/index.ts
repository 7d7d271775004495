import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1504 = defineDiagnostic<{ name: string; sign: string; last: boolean }>({
  code: "H1504",
  severity: "error",
  message: (d) => ({
    zh: `等级“${d.name}”要写下限（>= 或 >），写的却是 ${d.sign}`,
    en: `the grade “${d.name}” takes a lower bound (>= or >), not ${d.sign}`,
  }),
  mend: ({ name, last }) =>
    last
      ? { zh: `写成 ${name} 其他`, en: `write ${name} otherwise` }
      : { zh: `例如 优 >= 90分；最后一个写 其他`, en: `such as 优 >= 90分; the last one is otherwise` },
});
