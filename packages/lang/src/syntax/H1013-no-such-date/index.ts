import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1013 = defineDiagnostic<{ readonly text: string }>({
  code: "H1013",
  severity: "error",
  message: ({ text }) => ({ zh: `没有 ${text} 这一天`, en: `there is no day ${text}` }),
  mend: () => ({ zh: "改正月份或日期", en: "correct the month or the day" }),
});
