import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1019 = defineDiagnostic<{ readonly text: string; readonly sign: string }>({
  code: "H1019",
  severity: "error",
  message: ({ text, sign }) => ({
    zh: `没有“${text}”这个符号，应写成 ${sign}`,
    en: `there is no sign "${text}": it is written ${sign}`,
  }),
  mend: ({ sign }) => ({ zh: `写成 ${sign}`, en: `write ${sign}` }),
});
