import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** More is taken at once than the indicator has. */
export const H1426 = defineDiagnostic<{ taken: string; points: string }>({
  code: "H1426",
  severity: "warning",
  message: (d) => ({
    zh: `一次扣 ${d.taken}，而这个指标只有 ${d.points}，等于扣完`,
    en: `${d.taken} are taken at once from an indicator of ${d.points}: all of it`,
  }),
  mend: (d) => ({ zh: `要扣完就写 扣 ${d.points}`, en: `to take all of it, write take ${d.points}` }),
});
