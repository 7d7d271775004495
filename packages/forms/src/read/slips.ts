/** What stands where a figure is due, and is none: why, and what was probably meant. */
import { readNumber, splitQuantity, type Interval } from "@heng/number";
import { showFigure, shownUnit, type Type } from "@heng/lang";
import type { FigureProblem } from "./H3002-not-a-number/index.ts";

export interface Slip {
  readonly problem: FigureProblem;
  /** What may have been meant: one, or several between which only the source decides. */
  readonly proposals: readonly string[];
}

/** The sign or the words of a target before a figure: what was to be reached, copied as what was. */
const TARGET =
  /^(?:[<>]=?|[≥≤≧≦＝═=]|不?(?:大于|小于|高于|低于|多于|少于|晚于|早于)(?:或?等于)?|不超过|等于)\s*(.*)$/;
/** What a spreadsheet shows for a formula that has no result. */
const FAILED = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;
const MONEY = /^([-+]?)[¥￥$]\s*([-+]?)(.+)$/;
const NOTHING = /^(?:未发生|没有发生|无发生|未产生|没有产生|零)$/;
const FULL = /^(?:满分|全分|得满分)$/;
const CHINESE_DIGITS = /^[〇零一二两三四五六七八九十百]/;

/** The slip of a folded text, where it is one of those that people often make. */
export function slipIn(
  text: string,
  type: Type,
  range: Interval,
  columnUnit: string | undefined,
): Slip | undefined {
  const target = TARGET.exec(text)?.[1];
  if (target !== undefined) {
    if (readsAsFigure(target)) return { problem: "target", proposals: [target] };
    return { problem: text.startsWith("=") ? "formula" : "target", proposals: [] };
  }
  if (FAILED.test(text)) return { problem: "failedFormula", proposals: [] };
  if (/^#+$/.test(text)) return { problem: "narrow", proposals: [] };
  if (NOTHING.test(text)) return { problem: "nothing", proposals: ["0"] };
  if (type.kind === "points" && FULL.test(text)) {
    const { high } = range;
    return {
      problem: "fullMarks",
      proposals: high === undefined ? [] : [showFigure(high.value, type, "zh")],
    };
  }
  const [, before = "", behind = "", amount = ""] = MONEY.exec(text) ?? [];
  if (amount !== "" && readsAsFigure(amount)) {
    const figure = `${before}${behind}${amount}`;
    const bare = splitQuantity(amount).unit === "";
    const unit = columnUnit ?? shownUnit(type);
    // The sign is that of 元, the column may be one of 万元.
    const both = bare && unit !== "元" ? [figure + unit, `${figure}元`] : [figure];
    return { problem: "money", proposals: type.kind === "quantity" ? both : [] };
  }
  const inside = /^\((.*)\)$/.exec(text)?.[1];
  if (inside !== undefined && readsAsFigure(inside) && !/^[-+]/.test(inside)) {
    return { problem: "brackets", proposals: [`-${inside}`, inside] };
  }
  return CHINESE_DIGITS.test(text) ? { problem: "chineseDigits", proposals: [] } : undefined;
}

function readsAsFigure(text: string): boolean {
  return readNumber(splitQuantity(text).number).ok;
}
