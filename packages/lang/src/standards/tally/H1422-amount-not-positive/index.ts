import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** 扣 0分, 最多扣 0分: says nothing, or the opposite. */
export const H1422 = defineDiagnostic<{ word: Names; amount: string }>({
  code: "H1422",
  severity: "error",
  message: (d) => ({
    zh: `“${d.word.zh} ${d.amount}”：要写大于 0分 的数`,
    en: `“${d.word.en} ${d.amount}”: points above 0分 are expected`,
  }),
  mend: () => ({ zh: "写明几分；不扣（加）的就把这一条删去", en: "write how many points, or delete it" }),
});
