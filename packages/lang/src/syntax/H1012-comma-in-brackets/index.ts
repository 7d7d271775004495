import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1012 = defineDiagnostic<{ readonly text: string }>({
  code: "H1012",
  severity: "error",
  message: ({ text }) => ({
    zh: `括号里的 ${text} 分不清是一个数还是几个数`,
    en: `inside brackets ${text} may be one number or several`,
  }),
  mend: () => ({
    zh: "是一个数就去掉逗号；是几个数就在逗号后加空格",
    en: "drop the comma if it is one number, put a blank behind it if they are several",
  }),
});
