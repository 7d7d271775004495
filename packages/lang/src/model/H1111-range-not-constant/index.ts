import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1111 = defineDiagnostic<{
  problem: "notFixed" | "noFigure" | "sign";
  kind: { zh: string; en: string };
}>({
  code: "H1111",
  severity: "error",
  message: ({ problem, kind }) => ({
    zh:
      problem === "notFixed"
        ? `数据的范围只能写固定的数，不能随别的数据变化`
        : problem === "sign"
          ? `数据的范围不能写“≠”`
          : `${kind.zh}不是数，不能写范围`,
    en:
      problem === "notFixed"
        ? `a field's range takes fixed figures only; it cannot depend on other data`
        : problem === "sign"
          ? `a field's range cannot be written with “≠”`
          : `${kind.en} is no figure and has no range`,
  }),
  mend: ({ problem }) => ({
    zh:
      problem === "notFixed"
        ? `写成 >= 0 或 [0%, 100%] 这样的范围；同别的数据比较的要求写成“核对”`
        : problem === "sign"
          ? `写成 > 0 或 >= 0 这样的范围`
          : `删去后面的范围`,
    en:
      problem === "notFixed"
        ? `write a range such as >= 0 or [0%, 100%]; a comparison with other data is a crossCheck`
        : problem === "sign"
          ? `write a range such as > 0 or >= 0`
          : `take the range out`,
  }),
});
