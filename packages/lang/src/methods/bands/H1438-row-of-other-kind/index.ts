import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

type Problem = "option" | "figure" | "empty";

/** A row that does not go with what is measured: an option for a figure, a figure for an option, an empty interval. */
export const H1438 = defineDiagnostic<{ problem: Problem; row: Names }>({
  code: "H1438",
  severity: "error",
  message: ({ problem, row }) =>
    ({
      option: {
        zh: `这里分档的是一个数，“${row.zh}”不是数`,
        en: `a figure is banded here, and “${row.en}” is none`,
      },
      figure: {
        zh: `这里分档的是选项，“${row.zh}”不是选项`,
        en: `an option is banded here, and “${row.en}” is none`,
      },
      empty: {
        zh: `“${row.zh}”里没有一个数，两头写反了`,
        en: `no figure lies in “${row.en}”: its ends are the wrong way round`,
      },
    })[problem],
  mend: ({ problem }) =>
    ({
      option: {
        zh: "写成比较或区间，如 >= 90%；别的条件写在“当”后面",
        en: "write a comparison or interval, such as >= 90%; other conditions after when",
      },
      figure: {
        zh: "写选项的名称，或写 当 条件",
        en: "write the name of an option, or when and a condition",
      },
      empty: { zh: "小的数写在前面，如 [60%, 80%)", en: "write the smaller figure first: [60%, 80%)" },
    })[problem],
});
