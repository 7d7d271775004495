import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

type Problem = "open" | "empty" | "negative" | "above";

/** The range a person may judge in, of 酌情扣 and 酌情得. */
export const H1423 = defineDiagnostic<{
  problem: Problem;
  /** What it is above. */
  points: string | undefined;
}>({
  code: "H1423",
  severity: "error",
  message: ({ problem, points }) =>
    ({
      open: {
        zh: "酌情给分的范围要写明两头的分数",
        en: "the range to judge in needs points written out at both ends",
      },
      empty: {
        zh: "酌情给分的范围里没有一个分数可填，两头写反了",
        en: "no points fit the range to judge in: its ends are the wrong way round",
      },
      negative: { zh: "酌情给分的范围不能低于 0分", en: "the range to judge in cannot go below 0分" },
      above: {
        zh: `酌情给分的范围超过了分值 ${points}`,
        en: `the range to judge in goes above the ${points} of the indicator`,
      },
    })[problem],
  mend: () => ({
    zh: "写成从小到大的两个分数，如 [1分, 5分]",
    en: "write two figures, the smaller first: [1分, 5分]",
  }),
});
