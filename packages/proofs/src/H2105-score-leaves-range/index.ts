import { defineDiagnostic, type Names } from "@heng/lang";

export const H2105 = defineDiagnostic<{
  readonly name: string;
  readonly filed: Names;
  /** What the formula gives then. */
  readonly score: Names;
  readonly by: "below" | "above";
  /** The end that it leaves: 0分, or 分值. */
  readonly end: Names;
}>({
  code: "H2105",
  severity: "warning",
  message: ({ name, filed, score, by, end }) => ({
    zh: `“${name}”的算式会${by === "below" ? "低于" : "高于"} ${end.zh}：${filed.zh} 时是 ${score.zh}，只能按 ${end.zh} 计`,
    en: `the formula of “${name}” goes ${by} ${end.en}: when ${filed.en} it gives ${score.en}, which counts as ${end.en}`,
  }),
  mend: ({ by }) => ({
    zh:
      by === "below"
        ? "算式外面套上 最大(0分, …)，写明最低 0分；或核对算式"
        : "算式外面套上 最小(分值, …)，写明最高得满分；或核对算式",
    en:
      by === "below"
        ? "say so with max(0分, …), or check the formula"
        : "say so with min(points, …), or check the formula",
  }),
});
