/** How bands are worded in official tables: each says its stretch; here they are compared in turn, or say their ends. */
import { DASH, folded, interval, isOwn, NAME, NUMBER, unitOf, withUnit } from "./figures.ts";
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
  const [, day] = /^[0-9]+年[0-9]+月[0-9]+日 ?[之以]?(前|后)/.exec(start) ?? [];
  if (day !== undefined) return day === "前" ? "<=" : ">=";
  if (
    new RegExp(`^(?:[^0-9<>[(]*>=?|达到?|不低于|不少于|大于|超过|${amount}${INCLUDED}\\s*以上)`).test(start)
  )
    return ">=";
  if (new RegExp(`^(?:[^0-9<>[(]*<=?|不超过|不高于|小于|低于|${amount}${INCLUDED}\\s*以[下内])`).test(start))
    return "<=";
  return undefined;
}

/** `变动率 <= 0%`, `0% < 变动率 <= 10%`, `10%~20%`, `20%以上`, each with its points. */
export function band(text: string, row: Row, amount: string): readonly string[] {
  const inTurn = direction(row, amount);
  const points = text
    .replace(/ ?,? ?不得分$/, " 得 0分")
    .replace(new RegExp(`^(?:达到|达|完成) ?(?=${amount})`), ">= ")
    .replace(new RegExp(`^(?:未达到?|达不到|不到) ?(?=${amount})`), "< ");
  const days = new RegExp(`^(${NAME}) ?([之以]?)(前|后) ?(得 .*)$`).exec(points);
  if (days) return aroundDay(days, inTurn);
  const less = new RegExp(`^(?:<|低于|不足|小于) ?(${amount}) ?(得 .*)$`).exec(points);
  if (less && inTurn === ">=" && reaches(row.above, less[1] ?? "", amount)) return [`其他 ${less[2]}`];
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

/** The band above takes all from there on, so that what is less is all the rest. */
function reaches(above: string | undefined, bound: string, amount: string): boolean {
  const words = new RegExp(`^(?:达到?|不低于|不少于|>=) ?(${amount})|^(${amount})${INCLUDED} ?以上`);
  const [, after, before] = words.exec(folded(above ?? "").trim()) ?? [];
  return (after ?? before) === bound;
}

/** `2022年12月30日前`: whether that day is included is left open, unless it says 以前. */
function aroundDay(
  [, day = "", within, side, rest = ""]: readonly (string | undefined)[],
  inTurn: ">=" | "<=" | undefined,
): readonly string[] {
  const sign = side === "前" ? "<" : ">";
  if (inTurn !== undefined && !inTurn.startsWith(sign)) return [`其他 ${rest}`];
  const included = `${sign}= ${day} ${rest}`;
  return within === "以" ? [included] : [included, `${sign} ${day} ${rest}`];
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
