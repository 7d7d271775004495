import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** A reading that the target's direction has no use for, or two readings at once. */
export const H1411 = defineDiagnostic<{ reading: Names; target: Names; other?: Names }>({
  code: "H1411",
  severity: "error",
  message: ({ reading, target, other }) =>
    other
      ? {
          zh: `“${other.zh}”和“${reading.zh}”是两种算法，不能同时写`,
          en: `“${other.en}” and “${reading.en}” are two readings; only one can hold`,
        }
      : {
          zh: `“${reading.zh}”与目标 ${target.zh} 的方向不符`,
          en: `“${reading.en}” does not go with the target ${target.en}`,
        },
  mend: () => ({
    zh: "目标 >= 不写读法；目标 <= 写 反比 或 线性；目标 = 写 同正向 或 较小比较大",
    en: "no reading for >=; inverse or linear for <=; asAtLeast or lesserOverGreater for =",
  }),
});
