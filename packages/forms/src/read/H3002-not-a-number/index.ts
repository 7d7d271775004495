import { defineDiagnostic, type Names } from "@heng/lang";
import type { NumberProblem } from "@heng/number";

/** Why a text is no figure; `target`: it says what was to be reached (≥266米), not what was. */
export type FigureProblem = Exclude<NumberProblem, "empty"> | "target";

const PROBLEMS: Readonly<Record<FigureProblem, Names>> = {
  grouping: { zh: "的逗号没有隔开千分位", en: "whose commas do not part thousands" },
  exponent: {
    zh: "是科学计数法，可能已经丢了数字",
    en: "which has an exponent and may have lost digits",
  },
  hex: { zh: "不是十进制数", en: "which is not decimal" },
  sign: { zh: "的正负号不合规范", en: "whose sign is not in order" },
  digits: {
    zh: "的位数不合规范：整数 1 至 18 位，小数至多 12 位",
    en: "whose digits are not in order: 1 to 18 before the point, at most 12 after it",
  },
  approximate: { zh: "是大概的数，这里要确切的数", en: "which is approximate where an exact number is due" },
  range: { zh: "是一个范围，这里要一个数", en: "which is a range where one number is due" },
  trailing: { zh: "不是规范的数", en: "which is not a proper number" },
  notANumber: { zh: "不是数", en: "which is no number" },
  target: {
    zh: "是目标的写法，这里要实际完成的数",
    en: "which states a target where the figure reached is due",
  },
};

export const H3002 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly problem: FigureProblem;
  readonly proposal: string | undefined;
}>({
  code: "H3002",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”填的“${d.written}”${PROBLEMS[d.problem].zh}`,
    en: `“${d.field}” says “${d.written}”, ${PROBLEMS[d.problem].en}`,
  }),
  mend: (d) => ({
    zh:
      d.proposal === undefined
        ? "写成 1234.5 或 1,234.5 这样的数，可带单位"
        : `核对原始资料；若确数就是 ${d.proposal}，写 ${d.proposal}`,
    en:
      d.proposal === undefined
        ? "write a number such as 1234.5 or 1,234.5, with its unit if you like"
        : `check the source; if it is exactly ${d.proposal}, write ${d.proposal}`,
  }),
});
