/** Yes or no, options, and the grades of a 定性, as people write them. */
import { compare, foldWidth, ONE, readNumber, WHOLE } from "@heng/number";
import { diagnose, isOf, normal, QUALITATIVE_GRADES, RATIO } from "@heng/lang";
import { H3001 } from "./H3001-placeholder/index.ts";
import { H3006 } from "./H3006-percent-or-times/index.ts";
import { H3009 } from "./H3009-not-yes-or-no/index.ts";
import { H3010 } from "./H3010-unknown-option/index.ts";
import { H3011 } from "./H3011-not-a-grade/index.ts";
import { readFigure } from "./figures.ts";
import {
  nearOf,
  PLACEHOLDERS,
  placeholder,
  shownText,
  writtenText,
  type Outcome,
  type Reading,
  type ValueContext,
  type Written,
} from "./written.ts";

const YES = new Set(["是", "true", "yes", "√", "✓", "✔"]);
const NO = new Set(["否", "false", "no", "×", "✗", "✘"]);
const LIKE_YES = new Set(["☑", "对", "有", "已", "y", "1", "t", "是的"]);
const LIKE_NO = new Set(["不是", "没有", "无", "未", "n", "0", "f", "错", "x"]);

export function readYesNo(written: Written, name: string, context: ValueContext): Outcome {
  const at = { place: context.place };
  if (typeof written !== "string") {
    if (written.kind === "null") return undefined;
    if (written.kind === "boolean") return { kind: "yesNo", value: written.value };
  }
  const text = foldWidth(writtenText(written)).trim();
  if (text === "") return undefined;
  const word = text.toLowerCase();
  if (YES.has(word) || NO.has(word)) return { kind: "yesNo", value: YES.has(word) };
  const shown = shownText(writtenText(written));
  const proposal = LIKE_YES.has(word) ? "是" : LIKE_NO.has(word) ? "否" : undefined;
  if (proposal === undefined && PLACEHOLDERS.has(text)) {
    return diagnose(H3001, { field: name, written: shown, figure: false, words: ["是", "否"] }, at);
  }
  return diagnose(H3009, { field: name, written: shown, proposal }, at);
}

export function readOption(read: Reading, options: readonly string[]): Outcome {
  const { text, written, name, context } = read;
  const key = normal(text);
  const option = options.find((o) => normal(o) === key);
  if (option !== undefined) return { kind: "option", value: option };
  if (PLACEHOLDERS.has(text)) return placeholder(read, false, options);
  return diagnose(
    H3010,
    { field: name, written, options, near: nearOf(key, options) },
    { place: context.place },
  );
}

export function readGrade(read: Reading): Outcome {
  const { text, written, name, context } = read;
  if (PLACEHOLDERS.has(text)) return placeholder(read, false, ["达成 90%"]);
  const grade = QUALITATIVE_GRADES.find((g) => text.startsWith(g));
  const share = grade === undefined ? "" : text.slice(grade.length).trim();
  if (grade !== undefined && share !== "") {
    const number = readNumber(share);
    if (number.ok) {
      const value = readFigure({ ...read, text: share }, RATIO, { decimals: undefined, range: WHOLE });
      if (!("code" in value)) return { kind: "qualitative", grade, share: value };
      // A share is never 90 times the whole.
      if (!isOf(H3006, value)) return value;
    }
  }
  const inside = /^[:(]?\s*([0-9.]+)%?\s*\)?$/.exec(share)?.[1];
  const whole = inside === undefined ? undefined : readNumber(`${inside}%`);
  const proposal =
    grade !== undefined && whole?.ok === true && compare(whole.value, ONE) <= 0
      ? `${grade} ${inside}%`
      : undefined;
  return diagnose(H3011, { field: name, written, proposal }, { place: context.place });
}
