import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** `lowest`: the last grade bears the name of the lowest one, and only its bound is wrong. */
export const H1502 = defineDiagnostic<{ name: string; below: string; lowest: boolean }>({
  code: "H1502",
  severity: "error",
  message: (d) => ({ zh: `低于 ${d.below} 的得分没有等级`, en: `scores below ${d.below} have no grade` }),
  mend: (d) => ({
    zh: d.lowest ? `把“${d.name}”的下限改成 其他` : `在“${d.name}”后面加一行：差 其他`,
    en: d.lowest
      ? `write otherwise for the bound of “${d.name}”`
      : `add a line after “${d.name}”: 差 otherwise`,
  }),
});
