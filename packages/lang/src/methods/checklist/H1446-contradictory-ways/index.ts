import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1446 = defineDiagnostic<{ word: string; other: string }>({
  code: "H1446",
  severity: "error",
  message: (d) => ({
    zh: `“${d.word}”和“${d.other}”是两种不同的算法，不能同时写`,
    en: `“${d.word}” and “${d.other}” are two ways of scoring and cannot stand together`,
  }),
  mend: () => ({
    zh: `只留一种：逐项“得”、“每缺一项 扣”或“缺一不得分”`,
    en: `keep one: 得 (gets) for each item, 每缺一项 扣 (eachMissing take), or 缺一不得分 (allOrNothing)`,
  }),
});
