import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1204 = defineDiagnostic<{
  name: string;
  sum: string;
  points: string;
  difference: string;
  more: boolean;
  /** The points of the indicator fit what stands above it. */
  fits: boolean;
}>({
  code: "H1204",
  severity: "error",
  message: (d) => ({
    zh: `下级分值合计 ${d.sum}分，与“${d.name}”的 ${d.points}分 不符，${d.more ? `多 ${d.difference.replace("-", "")}` : `少 ${d.difference}`}分`,
    en: `the weights below sum to ${d.sum}分, not to the ${d.points}分 of “${d.name}”: ${d.more ? `${d.difference.replace("-", "")} too many` : `${d.difference} too few`}`,
  }),
  label: (d) => ({ zh: `${d.points}分`, en: `${d.points}分` }),
  mend: (d) => {
    const difference = d.difference.replace("-", "");
    const below = {
      zh: `在下级中${d.more ? "减去" : "加上"} ${difference}分`,
      en: `${d.more ? "take" : "give"} ${difference}分 below`,
    };
    const above = { zh: `将“${d.name}”改为 ${d.sum}分`, en: `set “${d.name}” to ${d.sum}分` };
    const [first, other] = d.fits ? [below, above] : [above, below];
    return { zh: `${first.zh}；或${other.zh}`, en: `${first.en}, or ${other.en}` };
  },
});
