import { defineDiagnostic } from "../diagnostic.ts";

export const H1203 = defineDiagnostic<{ name: string; points: string; places: number }>({
  code: "H1203",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”的 ${d.points}分 比“得分保留 ${d.places}位小数”更细，四舍五入会超出分值`,
    en: `${d.points}分 of “${d.name}” is finer than scores are rounded to (${d.places} decimals); rounding would leave the range`,
  }),
  mend: (d) => ({
    zh: `分值和封顶最多写 ${d.places} 位小数，或提高“得分保留”的位数`,
    en: `write at most ${d.places} decimals, or raise the decimals of round`,
  }),
});
