import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1307 = defineDiagnostic<{ text: string; unit: { zh: string; en: string } }>({
  code: "H1307",
  severity: "error",
  message: (d) => ({
    zh: `${d.text === "" ? "这个数" : d.text}没有写单位，另一边是${d.unit.zh}`,
    en: `${d.text === "" ? "this figure" : d.text} has no unit; the other side is ${d.unit.en}`,
  }),
  mend: () => ({ zh: `写上单位`, en: `write the unit` }),
});
