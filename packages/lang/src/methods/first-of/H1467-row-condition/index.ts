import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** `both`: 当 and 其他 in one row. */
export const H1467 = defineDiagnostic<{ both: boolean }>({
  code: "H1467",
  severity: "error",
  message: (d) => ({
    zh: d.both ? `“当”和“其他”不能写在同一行` : `这一行没有写什么情形下用它`,
    en: d.both
      ? `当 (when) and 其他 (otherwise) cannot stand in one row`
      : `this row does not say in which case it is used`,
  }),
  mend: () => ({
    zh: `写成“当 条件 用 评分方法”，最后一行写“其他 用 评分方法”`,
    en: `write 当 … 用 … (when … use …), and 其他 用 … (otherwise use …) in the last row`,
  }),
});
