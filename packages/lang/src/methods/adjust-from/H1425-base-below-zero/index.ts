import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** 起点 below 0. */
export const H1425 = defineDiagnostic<{ base: string }>({
  code: "H1425",
  severity: "error",
  message: (d) => ({ zh: `起点 ${d.base} 低于 0分`, en: `the base ${d.base} lies below 0分` }),
  mend: () => ({ zh: "起点写 0分 或以上", en: "write a base of 0分 or more" }),
});
