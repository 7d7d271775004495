import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** How many indicators a message names. */
const NAMED = 8;

export const H1202 = defineDiagnostic<{
  sum: string;
  fullMarks: string;
  parts: readonly { name: string; points: string }[];
  /** A grade that nobody could get if full marks were the sum. */
  outOfReach?: string;
}>({
  code: "H1202",
  severity: "error",
  message: ({ sum, fullMarks, parts }) => {
    const named = parts.slice(0, NAMED).map(({ name, points }) => `${name} ${points}`);
    const more = parts.length - named.length;
    return {
      zh: `一级指标分值合计 ${sum}分，与满分 ${fullMarks}分 不符（${named.join("、")}${more > 0 ? `，另有 ${more} 个` : ""}）`,
      en: `the top indicators sum to ${sum}分, not to the full marks of ${fullMarks}分 (${named.join(", ")}${more > 0 ? `, and ${more} more` : ""})`,
    };
  },
  label: (d) => ({ zh: `合计 ${d.sum}分`, en: `sum ${d.sum}分` }),
  mend: ({ sum, outOfReach }) =>
    outOfReach === undefined
      ? {
          zh: `调整一级指标的分值，或将满分改为 ${sum}分`,
          en: `change the weights of the top indicators, or set full marks to ${sum}分`,
        }
      : {
          zh: `调整一级指标的分值；若满分确是 ${sum}分，“等级”的分数线也要改，否则得不到“${outOfReach}”`,
          en: `change the weights of the top indicators; if full marks are ${sum}分, change the grades too, or nobody gets “${outOfReach}”`,
        },
});
