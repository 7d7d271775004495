/** What each UTF-16 unit is to the lexer, and how the full-width and hidden ones are read. */

// The planes above U+FFFF are written as surrogate pairs, as the lexer meets them.
const HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
const WIDE_LETTERS = "\uff21-\uff3a\uff3f\uff41-\uff5a";
const WIDE_DIGITS = "\uff10-\uff19";
/** Controls, bidi marks, zero-width characters and other characters nobody sees. */
const HIDDEN_CHARACTERS =
  "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e" +
  "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb";
const MARKS = "{}()[],;:=≠<>≤≥≦≧+-*/.%‰×÷｛｝（）［］，；：＝＜＞＋－−＊／．％。、∕";

export const BLANK = 1;
export const NEWLINE = 2;
export const HIDDEN = 4;
/** Begins a word. */
export const LETTER = 8;
export const DIGIT = 16;
export const MARK = 32;
export const SURROGATE = 64;
/** Not what it is compared as: folded or left out of canonical names and numbers. */
export const FOLDS = 128;

/** The classes of every UTF-16 unit, as bits. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  /** `a-z` stands for all from a to z, as in a pattern; a `-` elsewhere for itself. */
  const add = (characters: string, bits: number): void => {
    for (let i = 0; i < characters.length; i++) {
      const from = characters.charCodeAt(i);
      const to =
        characters[i + 1] === "-" && i + 2 < characters.length ? characters.charCodeAt((i += 2)) : from;
      table.fill(bits, from, to + 1);
    }
  };
  add(" \t\u00a0\u2000-\u200a\u202f\u205f\u3000", BLANK);
  add("\n\r", BLANK | NEWLINE);
  add(HIDDEN_CHARACTERS, HIDDEN | FOLDS);
  add(HAN + WIDE_LETTERS, LETTER | FOLDS);
  add("A-Za-z_\u3400-\u4dbf\u4e00-\u9fff", LETTER);
  add("0-9", DIGIT);
  add(WIDE_DIGITS, DIGIT | FOLDS);
  for (const mark of MARKS) add(mark, MARK);
  add("\ud800-\udfff", SURROGATE);
  return table;
}

/** The classes of a unit; none past the end of a text. */
export function classOf(unit: number): number {
  return CLASSES[unit] ?? 0;
}

/** The digits of either width, for patterns. */
export const DIGITS = `0-9${WIDE_DIGITS}`;

const HIDDEN_IN_NAME = new RegExp(`[${HIDDEN_CHARACTERS}]+`, "g");

/** Runs of characters nobody sees, and half characters. */
export const HIDDEN_RUN = new RegExp(
  `[${HIDDEN_CHARACTERS}]+|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  "g",
);

const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Full-width ASCII as ASCII. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A name as it is compared: without hidden characters, full-width letters folded, NFC. */
export function canonicalName(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const bits = classOf(text.charCodeAt(i));
    if (bits !== LETTER && bits !== DIGIT) return folded(text);
  }
  return text;
}

function folded(text: string): string {
  return foldWidth(text.replace(HIDDEN_IN_NAME, "")).normalize("NFC");
}
