import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1204 = defineDiagnostic<{
  name: string;
  sum: string;
  points: string;
  difference: string;
  more: boolean;
}>({
  code: "H1204",
  severity: "error",
  message: (d) => ({
    zh: `下级分值合计 ${d.sum}分，与“${d.name}”的 ${d.points}分 不符，${d.more ? `多 ${d.difference.replace("-", "")}` : `少 ${d.difference}`}分`,
    en: `the weights below sum to ${d.sum}分, not to the ${d.points}分 of “${d.name}”: ${d.more ? `${d.difference.replace("-", "")} too many` : `${d.difference} too few`}`,
  }),
  label: (d) => ({ zh: `${d.points}分`, en: `${d.points}分` }),
  mend: (d) => ({
    zh: `将“${d.name}”改为 ${d.sum}分；或在下级中${d.more ? "减去" : "加上"} ${d.difference.replace("-", "")}分`,
    en: `set “${d.name}” to ${d.sum}分, or ${d.more ? "take" : "give"} ${d.difference.replace("-", "")}分 below`,
  }),
});
