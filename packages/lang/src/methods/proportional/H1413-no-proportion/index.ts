import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

type Why = "range" | "unequal" | "negative" | "date" | "text";

/** A target that nothing can be in proportion to. */
export const H1413 = defineDiagnostic<{ why: Why }>({
  code: "H1413",
  severity: "error",
  message: ({ why }) =>
    ({
      range: {
        zh: "目标是一个区间，没有比例可言",
        en: "the target is a range: nothing is in proportion to it",
      },
      unequal: {
        zh: "目标是“不等于”，没有比例可言",
        en: "the target is “≠”: nothing is in proportion to it",
      },
      negative: {
        zh: "目标是负数，没有比例可言",
        en: "the target is below 0: nothing is in proportion to it",
      },
      date: { zh: "值是日期，没有比例可言", en: "the value is a date: it has no proportion" },
      text: { zh: "值不是一个数，没有比例可言", en: "the value is no figure: it has no proportion" },
    })[why],
  mend: ({ why }) =>
    why === "date"
      ? { zh: "改用 扣分（超过 … 每 1天 扣 …）或 分档", en: "use deduct (above … each 1天 take …) or bands" }
      : { zh: "改用 达标、扣分 或 分档", en: "use threshold, deduct or bands" },
});
