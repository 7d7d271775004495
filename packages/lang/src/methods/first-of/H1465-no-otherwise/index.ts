import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1465 = defineDiagnostic<Record<never, never>>({
  code: "H1465",
  severity: "error",
  message: () => ({
    zh: `“首个”没有写“其他”：各条件都不成立时不知怎样评分`,
    en: `首个 (firstOf) has no 其他 (otherwise): nothing says how to score when no condition holds`,
  }),
  mend: () => ({
    zh: `最后加一行，如“其他 用 达标”或“其他 用 = 0分”`,
    en: `add a last row such as 其他 用 达标 (otherwise use threshold), or 其他 用 = 0分`,
  }),
});
