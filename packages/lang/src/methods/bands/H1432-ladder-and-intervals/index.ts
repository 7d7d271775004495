import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** Ladder rows (first that holds) and intervals (exactly one holds) in one 分档. */
export const H1432 = defineDiagnostic<{ found: "interval" | "ladder" | "when"; row: Names; before: Names }>({
  code: "H1432",
  severity: "error",
  message: ({ found, row, before }) =>
    ({
      interval: {
        zh: `前面的“${before.zh}”是逐档比较，这里的“${row.zh}”是区间，两种写法不能混用`,
        en: `“${before.en}” above is compared in turn, “${row.en}” is an interval; the two do not mix`,
      },
      ladder: {
        zh: `前面的“${before.zh}”是区间，这里的“${row.zh}”是逐档比较，两种写法不能混用`,
        en: `“${before.en}” above is an interval, “${row.en}” is compared in turn; the two do not mix`,
      },
      when: {
        zh: `“${before.zh}”是区间，区间分档里不能有“${row.zh}”：两个可能同时成立`,
        en: `“${before.en}” is an interval, among which “${row.en}” cannot stand: both may hold`,
      },
    })[found],
  mend: ({ found }) =>
    found === "when"
      ? {
          zh: "各档都写成 >= 或 <= 逐档比较，“当”写在它该先比的地方；或用 首个 先分开两种情形",
          en: "write all bands with >= or <=, and when where it is to be tried; or part the two with firstOf",
        }
      : {
          zh: "各档都写成区间，如 [85%, 95%)，最后一档可以写 其他；或都写成 >= 或 <= 逐档比较",
          en: "write all bands as intervals, such as [85%, 95%), the last one otherwise; or all with >= or <=",
        },
});
