import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** `found` undefined: the row does not begin with a name. */
export const H1450 = defineDiagnostic<{ found: string | undefined }>({
  code: "H1450",
  severity: "error",
  message: (d) => ({
    zh: d.found === undefined ? `这一行没有写是哪个等次` : `“${d.found}”不是定性指标的等次`,
    en:
      d.found === undefined
        ? `this row does not say which grade it is for`
        : `“${d.found}” is not a grade of 定性`,
  }),
  mend: () => ({
    zh: `写 达成、部分达成 或 未达成`,
    en: `write 达成, 部分达成 or 未达成`,
  }),
});
