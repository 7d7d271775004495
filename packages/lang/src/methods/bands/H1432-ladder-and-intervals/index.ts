import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** Ladder rows (first that holds) and intervals (exactly one holds) in one 分档. */
export const H1432 = defineDiagnostic<{ found: "interval" | "ladder" | "when" }>({
  code: "H1432",
  severity: "error",
  message: ({ found }) =>
    ({
      interval: {
        zh: "前面是逐档比较（如 >= 90%），这里是区间，两种写法不能混用",
        en: "the rows above are compared one after the other (>= 90%), this one is an interval; the two do not mix",
      },
      ladder: {
        zh: "前面是区间，这里是逐档比较，两种写法不能混用",
        en: "the rows above are intervals, this one is compared in turn; the two do not mix",
      },
      when: {
        zh: "区间分档里不能有“当”，它可能与某个区间同时成立",
        en: "when cannot stand among intervals: it may hold together with one of them",
      },
    })[found],
  mend: () => ({
    zh: "全部写成 >= 或 <= 逐档比较，或全部写成区间",
    en: "write all rows with >= or <=, or all as intervals",
  }),
});
