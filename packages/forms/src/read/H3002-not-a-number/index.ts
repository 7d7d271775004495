import { defineDiagnostic, type Names } from "@heng/lang";
import { DECIMAL_DIGITS, INTEGER_DIGITS, type NumberProblem } from "@heng/number";

/**
 * Why a text is no figure. Beyond what numbers know: `target`: it says what was to be reached (≥266米), not what was;
 * `formula`: it was copied instead of its result; `failedFormula`, `narrow`: a spreadsheet shows `#DIV/0!`, `####`.
 */
export type FigureProblem =
  | Exclude<NumberProblem, "empty">
  | "target"
  | "formula"
  | "failedFormula"
  | "narrow"
  | "nothing"
  | "fullMarks"
  | "money"
  | "brackets"
  | "chineseDigits";

const PROBLEMS: Readonly<Record<FigureProblem, Names>> = {
  grouping: { zh: "的逗号没有隔开千分位", en: "whose commas do not part thousands" },
  exponent: {
    zh: "是科学计数法，可能已经丢了数字",
    en: "which has an exponent and may have lost digits",
  },
  hex: { zh: "不是十进制数", en: "which is not decimal" },
  sign: { zh: "的正负号不合规范", en: "whose sign is not in order" },
  digits: {
    zh: `的位数不合规范：整数 1 至 ${INTEGER_DIGITS} 位，小数至多 ${DECIMAL_DIGITS} 位`,
    en: `whose digits are not in order: 1 to ${INTEGER_DIGITS} before the point, at most ${DECIMAL_DIGITS} after it`,
  },
  approximate: { zh: "是大概的数，这里要确切的数", en: "which is approximate where an exact number is due" },
  range: { zh: "是一个范围，这里要一个数", en: "which is a range where one number is due" },
  trailing: { zh: "不是规范的数", en: "which is not a proper number" },
  notANumber: { zh: "不是数", en: "which is no number" },
  target: {
    zh: "是目标的写法，这里要实际完成的数",
    en: "which states a target where the figure reached is due",
  },
  formula: { zh: "是公式，这里要算出来的数", en: "which is a formula where its result is due" },
  failedFormula: { zh: "是表格里公式出错的标记", en: "which a spreadsheet shows for a formula in error" },
  narrow: {
    zh: "是表格的列太窄时显示的，数没有存下来",
    en: "which a spreadsheet shows where a column is too narrow; the figure was not saved",
  },
  nothing: { zh: "不是数", en: "which is no number" },
  fullMarks: { zh: "不是分数", en: "which is no score" },
  money: { zh: "带了货币符号", en: "which has a currency sign" },
  brackets: { zh: "带了括号，看不出是负数还是正数", en: "whose brackets may stand for a minus sign, or not" },
  chineseDigits: { zh: "是汉字写的，这里要阿拉伯数字", en: "which is not written in digits" },
};

/** What to do, where that is not plainly to write a number. */
const MENDS: Partial<Readonly<Record<FigureProblem, Names>>> = {
  formula: {
    zh: "写公式算出的数；在表格软件里另存为 CSV，存下的就是算出的数",
    en: "write what the formula comes to; a spreadsheet saved as CSV has that",
  },
  failedFormula: {
    zh: "在表格里改正这个公式（#DIV/0! 是除数为 0 或空），或直接写数；没有数据就留空",
    en: "mend the formula in the spreadsheet (#DIV/0!: its divisor is 0 or empty), or write the figure; leave it empty when there is none",
  },
  narrow: {
    zh: "在表格里拉宽这一列，再另存为 CSV",
    en: "widen the column in the spreadsheet, and save it as CSV again",
  },
  nothing: {
    zh: "确实没有发生，就写 0；没有数据就留空",
    en: "write 0 when nothing happened; leave it empty when there is nothing to file",
  },
};

function mendOf({ problem, proposals, like }: Data): Names {
  const own = MENDS[problem];
  if (own !== undefined) return own;
  const [only, ...others] = proposals;
  if (only === undefined) return like;
  if (problem === "fullMarks") return { zh: `给满分的，写 ${only}`, en: `write ${only} for full marks` };
  return others.length > 0
    ? { zh: `写 ${proposals.join(" 或 ")}`, en: `write ${proposals.join(" or ")}` }
    : {
        zh: `核对原始资料；若确数就是 ${only}，写 ${only}`,
        en: `check the source; if it is exactly ${only}, write ${only}`,
      };
}

interface Data {
  readonly field: string;
  readonly written: string;
  readonly problem: FigureProblem;
  /** What may have been meant. */
  readonly proposals: readonly string[];
  /** What to write where there is no proposal. */
  readonly like: Names;
}

export const H3002 = defineDiagnostic<Data>({
  code: "H3002",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”填的“${d.written}”${PROBLEMS[d.problem].zh}`,
    en: `“${d.field}” says “${d.written}”, ${PROBLEMS[d.problem].en}`,
  }),
  mend: mendOf,
});
