import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** 最高 above 分值, below a group that counts only what share of its 分值 a child has. */
export const H1211 = defineDiagnostic<{
  readonly name: string;
  readonly cap: string;
  readonly points: string;
  readonly group: string;
  readonly by: "weighted" | "average";
}>({
  code: "H1211",
  severity: "error",
  message: ({ name, cap, points, group, by }) => ({
    zh: `最高 ${cap}，“${name}”的分值是 ${points}；上级“${group}”${by === "weighted" ? "加权" : "平均"}，只看得分占分值的多少，超过分值的部分在整体里不知值多少`,
    en: `upTo ${cap}, and “${name}” has ${points}; “${group}” above it ${by === "weighted" ? "is weighted" : "averages"} by the share of its points that each child has, so what goes beyond them has no worth in the whole`,
  }),
  label: ({ group, by }) => ({
    zh: `“${group}”${by === "weighted" ? "加权" : "平均"}`,
    en: `“${group}” ${by === "weighted" ? "is weighted" : "averages"}`,
  }),
  mend: () => ({
    zh: "删去 最高；要另外加分，在指标外面写一个 加分项",
    en: "leave upTo out; to give points beyond, write a bonus outside the indicators",
  }),
});
