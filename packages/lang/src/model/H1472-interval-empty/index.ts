import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";

/** `turned`: the larger figure stands first; else both are the same, and an end is left out. */
export const H1472 = defineDiagnostic<{ readonly interval: Names; readonly turned: boolean }>({
  code: "H1472",
  severity: "error",
  message: ({ interval, turned }) => ({
    zh: `“${interval.zh}”里没有一个数，${turned ? "两头写反了" : "两头是同一个数，又不含它"}`,
    en: `no figure lies in “${interval.en}”: ${turned ? "its ends are the wrong way round" : "its ends are one figure, which is left out"}`,
  }),
  mend: ({ turned }) =>
    turned
      ? { zh: "小的数写在前面，如 [60%, 80%)", en: "write the smaller figure first: [60%, 80%)" }
      : { zh: "含端点的用方括号，如 [60%, 60%]", en: "use square brackets to take an end in: [60%, 60%]" },
});
