import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1119 = defineDiagnostic<Record<never, never>>({
  code: "H1119",
  severity: "error",
  message: () => ({
    zh: `核对要写成两个数的比较，如 收入 - 支出 = 结余`,
    en: `a crossCheck compares two figures, such as income - expense = balance`,
  }),
  mend: () => ({ zh: `写一个带 = 、>= 或 <= 的算式`, en: `write a formula with =, >= or <=` }),
});
