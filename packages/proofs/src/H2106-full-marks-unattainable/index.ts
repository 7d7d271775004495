import { defineDiagnostic, type Names } from "@heng/lang";

export const H2106 = defineDiagnostic<{
  readonly name: string;
  readonly best: Names;
  readonly points: Names;
  readonly filed: Names | undefined;
  /** What the whole can come to at most, where that is not full marks either. */
  readonly total: Names | undefined;
}>({
  code: "H2106",
  severity: "warning",
  message: ({ name, best, points, filed, total }) => ({
    zh: `“${name}”得不到满分 ${points.zh}：最高只有 ${best.zh}${filed ? `（${filed.zh} 时）` : ""}${total ? `，总分因此最高 ${total.zh}` : ""}`,
    en: `“${name}” cannot get its full ${points.en}: ${best.en} is the most${filed ? ` (when ${filed.en})` : ""}${total ? `, so that the total is at most ${total.en}` : ""}`,
  }),
  mend: () => ({
    zh: "核对各档的得分和分值；最好的一档写 得 满分",
    en: "check what the bands give against the points; let the best one get fullMarks",
  }),
});
