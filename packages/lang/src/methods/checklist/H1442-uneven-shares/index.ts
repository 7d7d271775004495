import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1442 = defineDiagnostic<{ points: string; items: number; places: number }>({
  code: "H1442",
  severity: "error",
  message: (d) => ({
    zh: `${d.points}分不能在 ${d.items} 个要点之间平均分配：每项的分超过 ${d.places} 位小数`,
    en: `${d.points}分 cannot be shared equally by ${d.items} items: a share has more than ${d.places} decimals`,
  }),
  label: (d) => ({ zh: `${d.items} 项`, en: `${d.items} items` }),
  mend: () => ({
    zh: `用“得”写明每一项的分`,
    en: `write the points of each item with 得 (gets)`,
  }),
});
