import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1212 = defineDiagnostic<{ readonly cap: string }>({
  code: "H1212",
  severity: "error",
  message: ({ cap }) => ({
    zh: `封顶 ${cap}分：得分不会低于 0分`,
    en: `capped at ${cap}分: no score is below 0分`,
  }),
  mend: () => ({
    zh: "写 0分 或更高的分；要扣分的，写“扣分项”",
    en: "write 0分 or more; what takes points is a penalty",
  }),
});
