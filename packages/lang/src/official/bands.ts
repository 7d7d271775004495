/** How bands are worded in official tables: each says its stretch; here they are compared in turn, or say their ends. */
import { DASH, folded, interval, isOwn, NUMBER, unitOf, withUnit } from "./figures.ts";
import { isBands, type Row } from "./rows.ts";

/** `60%（含）` */
const INCLUDED = "(?: ?\\((不?含)\\))?";

/** A band below others that are compared in turn. */
export function readsInTurn(row: Row): boolean {
  return isBands({ words: row.block }) && direction(row, `${NUMBER}${unitOf(row)}?`) !== undefined;
}

/** How the bands of the block are compared in turn, as the first of them shows. */
function direction({ first = "" }: Row, amount: string): ">=" | "<=" | undefined {
  const start = folded(first);
  if (new RegExp(`^(?:[^0-9<>[(]*>=?|不低于|不少于|大于|超过|${amount}${INCLUDED}\\s*以上)`).test(start))
    return ">=";
  if (new RegExp(`^(?:[^0-9<>[(]*<=?|不超过|不高于|小于|低于|${amount}${INCLUDED}\\s*以[下内])`).test(start))
    return "<=";
  return undefined;
}

/** `变动率 <= 0%`, `0% < 变动率 <= 10%`, `10%~20%`, `20%以上`, each with its points. */
export function band(text: string, row: Row, amount: string): readonly string[] {
  const inTurn = direction(row, amount);
  const points = text.replace(/ ?,? ?不得分$/, " 得 0分");
  const one = new RegExp(`^(\\S+) (<=|>=|<|>) (${amount}) (得 .*)$`).exec(points);
  if (one) {
    const [, name = "", sign, of, rest] = one;
    return [isOwn(name, row) ? `${sign} ${of} ${rest}` : `当 ${points}`];
  }
  const two = new RegExp(`^(${amount}) (<=?) (\\S+) (<=?) (${amount}) (得 .*)$`).exec(points);
  if (two) {
    const [, low = "", from = "", name = "", to = "", high = "", rest] = two;
    const range = interval(low, from, to, high);
    if (!isOwn(name, row)) return [`当 ${name} 在 ${range} ${rest}`];
    // What is beyond the other end has met a band above.
    if (inTurn === ">=") return [`${from === "<" ? ">" : ">="} ${low} ${rest}`];
    return [inTurn === "<=" ? `${to} ${high} ${rest}` : `${range} ${rest}`];
  }
  const beyond = new RegExp(`^(${amount})${INCLUDED} ?(以上|以下|以内)${INCLUDED} ?(得 .*)$`).exec(points);
  if (beyond) {
    const [, of, before, word, behind, rest] = beyond;
    const sign = word === "以上" ? ">=" : "<=";
    if (inTurn !== undefined && inTurn !== sign) return [`其他 ${rest}`];
    const said = before ?? behind;
    if (points === text && said === undefined) return [text];
    return [`${said === "不含" ? sign.slice(0, 1) : sign} ${of} ${rest}`];
  }
  const ends = new RegExp(`^(${amount})${INCLUDED}${DASH}(${amount})${INCLUDED} ?(得 .*)$`).exec(points);
  return ends ? stretch(ends, inTurn) : [points];
}

/** `60%（含）-80%`; where neither end is said to be included, nor other bands show it, either may be. */
function stretch(
  [, least = "", lowSaid, high = "", highSaid, rest = ""]: readonly (string | undefined)[],
  inTurn: ">=" | "<=" | undefined,
): readonly string[] {
  const low = withUnit(least, high);
  if (inTurn === ">=") return [`${lowSaid === "不含" ? ">" : ">="} ${low} ${rest}`];
  if (inTurn === "<=") return [`${highSaid === "不含" ? "<" : "<="} ${high} ${rest}`];
  const closed = `[${low}, ${high}) ${rest}`;
  const open = `(${low}, ${high}] ${rest}`;
  if (lowSaid === undefined && highSaid === undefined) return [open, closed];
  if (lowSaid === highSaid)
    return [lowSaid === "含" ? `[${low}, ${high}] ${rest}` : `(${low}, ${high}) ${rest}`];
  return [lowSaid === "含" || highSaid === "不含" ? closed : open];
}
