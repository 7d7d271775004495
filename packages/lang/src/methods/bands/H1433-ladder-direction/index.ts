import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

type Problem = "signs" | "order" | "unequal";

/** A ladder that turns round: the first row that holds would not be the one meant. */
export const H1433 = defineDiagnostic<{ problem: Problem; row: Names; before: Names }>({
  code: "H1433",
  severity: "error",
  message: ({ problem, row, before }) =>
    ({
      signs: {
        zh: `前面是“${before.zh}”，这里是“${row.zh}”，方向相反`,
        en: `“${row.en}” runs against “${before.en}” above it`,
      },
      order: {
        zh: `“${row.zh}”排在“${before.zh}”后面，永远轮不到它`,
        en: `“${row.en}” comes after “${before.en}”, which takes all of it`,
      },
      unequal: {
        zh: `“${row.zh}”没有方向，不能作为一档`,
        en: `“${row.en}” has no direction and cannot be a band`,
      },
    })[problem],
  mend: ({ problem }) =>
    ({
      signs: {
        zh: "上面没有归到的，最后写 其他；两头分开的，各档都写成区间，如 [60%, 85%)",
        en: "end with otherwise for what is left; where both ends count, write all bands as intervals, such as [60%, 85%)",
      },
      order: {
        zh: ">= 的各档从高到低写，<= 的各档从低到高写",
        en: "write bands with >= from high to low, bands with <= from low to high",
      },
      unequal: {
        zh: "等于的一档写 =，其余写 其他",
        en: "write the band of the figure itself with =, and the rest as otherwise",
      },
    })[problem],
});
