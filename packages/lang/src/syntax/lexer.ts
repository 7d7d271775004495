import { chineseNumber } from "@heng/number";
import { LIMITS } from "../limits.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import {
  BLANK,
  canonicalName,
  classOf,
  DIGIT,
  DIGITS,
  FOLDS,
  foldWidth,
  HIDDEN,
  HIDDEN_RUN,
  LETTER,
  MARK,
  NEWLINE,
  SURROGATE,
} from "./characters.ts";
import { excerpt, Findings } from "./findings.ts";
import { SIGN_SUFFIXES } from "./known-words.ts";
import type { Token } from "./tree.ts";
import { H1001 } from "./H1001-unterminated/index.ts";
import { H1002 } from "./H1002-stray-character/index.ts";
import { H1003 } from "./H1003-invisible-character/index.ts";
import { H1011 } from "./H1011-chinese-number/index.ts";
import { H1012 } from "./H1012-comma-in-brackets/index.ts";
import { H1018 } from "./H1018-quotes/index.ts";
import { H1019 } from "./H1019-sign/index.ts";
import { H1015 } from "./H1015-limit/index.ts";

/**
 * Splits a source into tokens, the last of kind "end". Blanks, newlines and comments stand in `before`, so that the
 * tokens' `before` and `text` in order are the source, whatever it holds.
 */
export function lex(source: string, findings: Findings): Token[] {
  reportHidden(source, findings);
  return SCANNER.scan(source, findings);
}

const DATE = new RegExp(`[${DIGITS}]{4}年[${DIGITS}]{1,2}月[${DIGITS}]{1,2}日`, "y");
// The bound on groups keeps a long run of them linear.
const NUMBER = new RegExp(
  `[${DIGITS}]{1,3}(?:,[0-9]{3}){1,12}(?!,?[0-9])(?:\\.[0-9]+)?|[${DIGITS}]+(?:[.\uff0e][${DIGITS}]+)?`,
  "y",
);
const RATIO = new RegExp(
  `分之(?:[${DIGITS}]+(?:[.\uff0e][${DIGITS}]+)?|[零〇一二两三四五六七八九十百点]+)`,
  "y",
);
// An open quotation ends at the line's end, but leaves the `{` there to its block.
const OPEN = /(?:[^\r\n]*[^\r\n{\s])?/y;
const TEXT = /[^"\uff02\r\n]*["\uff02]/y;
const CURLY_TEXT = /[^”\r\n]*”/y;
const NAME = /[^」\r\n]*」/y;
const WHITE_NAME = /[^』\r\n]+』/y;
const SINGLE_TEXT = /[^'\r\n]+'/y;
const CURLY_SINGLE_TEXT = /[^’\r\n]+’/y;
const TITLE_TEXT = /[^》\r\n]+》/y;
const LONG_SIGN = /[<＜][=＝>＞]|[>＞=＝!！][=＝]/y;
/** Signs as people write them for `>=`, `<=` and `=`. */
const ODD_SIGN =
  /[=＝][>＞<＜][=＝]*|[≥≧≤≦][=＝≥≧≤≦]+|[>＞]{1,2}[=＝]{2,}|[<＜]{1,2}[=＝]{2,}|[>＞<＜][ \u3000][=＝]+/y;
const HASHES = /[#＃]+/y;
const DECIMALS = /^((?:得分)?保留)?([零〇一二两三四五六])位小数$/;
const OF_SCORES = "得分保留";

/** Where a pattern that matches here ends; -1 when it does not. */
function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}

const SLASH = unit("/");
const WIDE_SLASH = unit("／");
const HUNDRED = unit("百");
const THOUSAND = unit("千");
const YEAR = unit("年");
const NUMBER_WORD = unit("数");
const COMMA = unit(",");
const POINT = unit(".");
const WIDE_POINT = unit("．");

function unit(character: string): number {
  return character.charCodeAt(0);
}

/**
 * Words met lately, by their hash. Files repeat a few words over and over: of each there is one string, whose own hash
 * the tables of words need not work out again.
 */
const WORDS_MET: (string | undefined)[] = Array.from({ length: 512 });
const LONGEST_MET = 12;

function wordAt(source: string, start: number, end: number, hash: number): string {
  if (end - start > LONGEST_MET) return source.slice(start, end);
  const slot = hash & (WORDS_MET.length - 1);
  const met = WORDS_MET[slot];
  if (met !== undefined && met.length === end - start && source.startsWith(met, start)) return met;
  return (WORDS_MET[slot] = source.slice(start, end));
}

/** A sign that may go on: `<=`, `<>`, `==`; full-width too. */
function isSign(first: number): boolean {
  return (first >= 0x3c && first <= 0x3e) || (first >= 0xff1c && first <= 0xff1e);
}

/** `≤`, `≥`, `≦`, `≧`, which go on only by mistake. */
function isWholeSign(first: number): boolean {
  return first >= 0x2264 && first <= 0x2267;
}

const QUOTES = new Set("「『\"\uff02“”'‘《");

const NO_FINDINGS = new Findings("");

/**
 * One pass over a source. What begins here is seen by its first unit. One scanner serves all sources: were none left
 * between two of them, the engine would forget what it has learnt of scanners.
 */
class Scanner {
  #source = "";
  #findings = NO_FINDINGS;
  #tokens: Token[] = [];
  /** Start of the next token's `before`. */
  #gap = 0;
  /** A newline stands in it. */
  #newline = true;
  /** The last `before` of several characters: lines are mostly indented as the one above. */
  #indent = "";
  /** Open ( and [ since the last brace. */
  #brackets = 0;

  scan(source: string, findings: Findings): Token[] {
    const tokens: Token[] = [];
    this.#begin(source, findings, tokens);
    const { length } = source;
    for (let at = 0; at < length;) {
      const first = source.charCodeAt(at);
      const bits = classOf(first);
      if ((bits & (BLANK | HIDDEN)) !== 0) {
        // A hidden character between tokens is reported on its own; as a blank it disturbs nothing else.
        if ((bits & NEWLINE) !== 0) this.#newline = true;
        at++;
      } else if ((bits & LETTER) !== 0) at = this.#word(at, first);
      else if ((bits & MARK) !== 0)
        at = this.#isComment(at, first) ? this.#commentEnd(at + 2) : this.#mark(at, first);
      else if ((bits & DIGIT) !== 0) at = this.#number(at);
      else if ((bits & SURROGATE) !== 0) at = this.#surrogate(at);
      else at = this.#other(at, source[at] ?? "");
    }
    this.#push("end", length, length, "");
    this.#begin("", NO_FINDINGS, []);
    return tokens;
  }

  #begin(source: string, findings: Findings, tokens: Token[]): void {
    this.#source = source;
    this.#findings = findings;
    this.#tokens = tokens;
    this.#gap = 0;
    this.#newline = true;
    this.#indent = "";
    this.#brackets = 0;
  }

  #push(kind: Token["kind"], start: number, end: number, text: string, value = text): Token {
    const token: Token = {
      kind,
      text,
      value,
      before: this.#before(start),
      start,
      end,
      startsLine: this.#newline,
    };
    this.#tokens.push(token);
    this.#gap = end;
    this.#newline = false;
    return token;
  }

  #before(start: number): string {
    const length = start - this.#gap;
    if (length === 0) return "";
    if (length === 1) return this.#source[this.#gap] ?? "";
    if (length === this.#indent.length && this.#source.startsWith(this.#indent, this.#gap))
      return this.#indent;
    return (this.#indent = this.#source.slice(this.#gap, start));
  }

  #isComment(at: number, first: number): boolean {
    if (first !== SLASH && first !== WIDE_SLASH) return false;
    const second = this.#source.charCodeAt(at + 1);
    return second === SLASH || second === WIDE_SLASH;
  }

  #commentEnd(from: number): number {
    let end = from;
    while (end < this.#source.length && (classOf(this.#source.charCodeAt(end)) & NEWLINE) === 0) end++;
    return end;
  }

  // ---- words -----------------------------------------------------------------------------------------------

  /** A Han character above U+FFFF. */
  #isHanPair(at: number): boolean {
    const high = this.#source.charCodeAt(at);
    if (high < 0xd840 || high > 0xd888) return false;
    const low = this.#source.charCodeAt(at + 1);
    return low >= 0xdc00 && low <= 0xdfff;
  }

  #word(start: number, first: number): number {
    const source = this.#source;
    let end = start;
    let seen = 0;
    let hash = 0;
    for (;;) {
      const unit = source.charCodeAt(end);
      const bits = classOf(unit);
      if ((bits & (LETTER | DIGIT | HIDDEN)) !== 0) end++;
      else if (bits === SURROGATE && this.#isHanPair(end)) end += 2;
      else break;
      seen |= bits;
      hash = (31 * hash + unit) | 0;
    }
    if (first === HUNDRED || first === THOUSAND) {
      const ratioEnd = endOf(RATIO, source, start + 1);
      if (ratioEnd >= end) return this.#ratio(start, ratioEnd);
    }
    const text = wordAt(source, start, end, hash);
    if (text.length > 3 && source.charCodeAt(end - 1) === NUMBER_WORD && this.#decimals(start, text))
      return end;
    // `90分以上`: only directly behind a number can a suffix be told from a name.
    if (this.#gap === start && text.length > 2 && this.#tokens.at(-1)?.kind === "number") {
      const suffix = text.slice(-2);
      if (SIGN_SUFFIXES.has(suffix)) {
        const word = text.slice(0, -2);
        this.#push("word", start, end - 2, word, canonicalName(word));
        this.#push("word", end - 2, end, suffix);
        return end;
      }
    }
    const plain = (seen & (FOLDS | SURROGATE)) === 0;
    this.#limited("name", this.#push("word", start, end, text, plain ? text : canonicalName(text)));
    return end;
  }

  /** `得分保留两位小数`, with its word or without. */
  #decimals(start: number, text: string): boolean {
    const [, word = "", digits = ""] = DECIMALS.exec(text) ?? [];
    if (digits === "" || (word !== "" && !this.#newline)) return false;
    const number = chineseNumber(digits === "两" ? "二" : digits);
    const mended = `${word === "" ? "" : `${OF_SCORES} `}${number}位小数`;
    const end = start + text.length;
    const from = start + word.length;
    if (word !== "") this.#push("word", start, from, word, OF_SCORES);
    this.#push("number", from, from + 1, digits, number);
    this.#push("word", from + 1, end, "位小数");
    this.#findings.add(H1011, { text, mended }, { start, end }, [
      this.#fix({ zh: `改为 ${mended}`, en: `write ${mended}` }, true, start, end, mended),
    ]);
    return true;
  }

  #ratio(start: number, end: number): number {
    const text = this.#source.slice(start, end);
    const number = chineseNumber(foldWidth(text.slice(3)));
    const token = this.#push("number", start, end, text, number);
    const mended = number + (text.startsWith("百") ? "%" : "‰");
    // With digits or letters right beside it, it would become part of another figure.
    const beside = (this.#source[start - 1] ?? "") + (this.#source[end] ?? "");
    const apart = !/[\p{L}\p{N}]/u.test(beside);
    this.#findings.add(H1011, { text: excerpt(text), mended }, token, [
      this.#fix({ zh: `改为 ${mended}`, en: `write ${mended}` }, apart, start, end, mended),
    ]);
    return end;
  }

  // ---- numbers ---------------------------------------------------------------------------------------------

  #number(start: number): number {
    const end = this.#plainNumberEnd(start);
    if (end > 0) {
      checkDigits(this.#push("number", start, end, this.#source.slice(start, end)), this.#findings);
      return end;
    }
    const date = endOf(DATE, this.#source, start);
    if (date < 0) return this.#groupedNumber(start, endOf(NUMBER, this.#source, start));
    const text = this.#source.slice(start, date);
    this.#push("date", start, date, text, isoDate(text));
    return date;
  }

  /** Where `12` or `1.5` ends; 0 where it may be a date, or is written with commas or full-width. */
  #plainNumberEnd(start: number): number {
    const source = this.#source;
    let end = start;
    while (classOf(source.charCodeAt(end)) === DIGIT) end++;
    if (source.charCodeAt(end) === POINT && classOf(source.charCodeAt(end + 1)) === DIGIT) {
      end++;
      while (classOf(source.charCodeAt(end)) === DIGIT) end++;
    }
    const next = source.charCodeAt(end);
    const more = next === YEAR || next === COMMA || next === WIDE_POINT || (classOf(next) & DIGIT) !== 0;
    // Wide digits may also follow the point.
    return more || (next === POINT && (classOf(source.charCodeAt(end + 1)) & DIGIT) !== 0) ? 0 : end;
  }

  #groupedNumber(start: number, end: number): number {
    const text = this.#source.slice(start, end);
    const token = this.#push("number", start, end, text, foldWidth(text).replaceAll(",", ""));
    checkDigits(token, this.#findings);
    if (this.#brackets > 0 && text.includes(",")) {
      this.#findings.add(H1012, { text: excerpt(text) }, token, [
        this.#fix({ zh: "去掉千分位的逗号", en: "drop the separator" }, false, start, end, token.value),
        this.#fix(
          { zh: "逗号后加空格，分成几个数", en: "separate the numbers" },
          false,
          start,
          end,
          text.replaceAll(",", ", "),
        ),
      ]);
    }
    return end;
  }

  // ---- marks -----------------------------------------------------------------------------------------------

  #mark(start: number, first: number): number {
    const end = Math.max(start + 1, isSign(first) ? endOf(LONG_SIGN, this.#source, start) : 0);
    if ((isSign(first) || isWholeSign(first)) && this.#signGoesOn(end)) {
      const odd = endOf(ODD_SIGN, this.#source, start);
      if (odd > 0) return this.#oddSign(start, odd);
    }
    const text = this.#source.slice(start, end);
    const { value } = this.#push("symbol", start, end, text, canonicalMark(text));
    if (value === "(" || value === "[") this.#brackets++;
    else if (value === ")" || value === "]") this.#brackets = Math.max(0, this.#brackets - 1);
    else if (value === "{" || value === "}") this.#brackets = 0;
    return end;
  }

  /** Another sign stands there, perhaps behind a blank. */
  #signGoesOn(at: number): boolean {
    const next = this.#source.charCodeAt(at);
    if ((classOf(next) & BLANK) !== 0) return isSign(this.#source.charCodeAt(at + 1));
    return isSign(next) || isWholeSign(next);
  }

  /** `=>`, `≥≥`: the sign that was meant. */
  #oddSign(start: number, end: number): number {
    const text = this.#source.slice(start, end);
    const sign = /[<＜≤≦]/.test(text) ? "<=" : ">=";
    this.#push("symbol", start, end, text, sign);
    this.#findings.add(H1019, { text, sign }, { start, end }, [
      this.#fix({ zh: `改为 ${sign}`, en: `write ${sign}` }, true, start, end, sign),
    ]);
    return end;
  }

  // ---- names and texts in quotes, and what is neither ---------------------------------------------------------

  #other(start: number, first: string): number {
    switch (first) {
      case "「":
        return this.#quotedName(start);
      case "『":
        return this.#whiteQuotedName(start);
      case '"':
      case "\uff02":
        return this.#text(start, TEXT, '"');
      case "“":
      case "”":
        return this.#text(start, CURLY_TEXT, "”");
      case "#":
      case "＃":
        return this.#hash(start);
      case "'":
        return this.#foreignText(start, SINGLE_TEXT);
      case "‘":
        return this.#foreignText(start, CURLY_SINGLE_TEXT);
      case "《":
        return this.#foreignText(start, TITLE_TEXT);
      case "!":
      case "！":
        return this.#begins(start) ? this.#mark(start, unit("=")) : this.#junk(start);
      default:
        return this.#junk(start);
    }
  }

  #quotedName(start: number): number {
    const source = this.#source;
    const end = endOf(NAME, source, start + 1);
    if (end > 0) {
      const value = canonicalName(source.slice(start + 1, end - 1));
      this.#limited("name", this.#push("name", start, end, source.slice(start, end), value));
      return end;
    }
    const open = endOf(OPEN, source, start + 1);
    const text = source.slice(start, open);
    const token = this.#push("name", start, open, text, canonicalName(text.slice(1)));
    const close = nameEnd(source, start, open);
    this.#findings.add(H1001, { kind: "name" }, token, [
      this.#fix({ zh: "补上 」", en: "add 」" }, false, close, close, "」"),
    ]);
    return open;
  }

  /** `『三公经费控制率』`: read as a name in the quotes that names have. */
  #whiteQuotedName(start: number): number {
    const end = endOf(WHITE_NAME, this.#source, start + 1);
    if (end < 0) return this.#pushJunk(start, start + 1);
    const text = this.#source.slice(start, end);
    const mended = `「${text.slice(1, -1)}」`;
    const token = this.#push("name", start, end, text, canonicalName(text.slice(1, -1)));
    this.#limited("name", token);
    this.#findings.add(H1018, { text: excerpt(text), mended: excerpt(mended), as: "marks" }, token, [
      this.#fix({ zh: `改为 ${excerpt(mended)}`, en: `write ${excerpt(mended)}` }, true, start, end, mended),
    ]);
    return end;
  }

  #text(start: number, closed: RegExp, quote: string): number {
    const source = this.#source;
    const end = endOf(closed, source, start + 1);
    if (end > 0) {
      const value = source.slice(start + 1, end - 1);
      this.#limited("text", this.#push("text", start, end, source.slice(start, end), value));
      return end;
    }
    const open = endOf(OPEN, source, start + 1);
    const text = source.slice(start, open);
    const token = this.#push("text", start, open, text, text.slice(1));
    this.#findings.add(H1001, { kind: "text" }, token, [
      this.#fix({ zh: `补上 ${quote}`, en: `add ${quote}` }, false, open, open, quote),
    ]);
    return open;
  }

  /** `#` where other languages begin a comment: read as one. */
  #hash(start: number): number {
    if (this.#gap === start && start > 0) return this.#junk(start);
    const signs = endOf(HASHES, this.#source, start);
    const end = this.#commentEnd(signs);
    // Behind a heading the block is no part of it.
    const line = this.#source.slice(start, end).trimEnd();
    const opens = !this.#newline && /[{｛]$/.test(line);
    const fixes = opens ? [] : [this.#fix({ zh: "改为 //", en: "write //" }, true, start, signs, "//")];
    this.#findings.add(H1002, { text: this.#source.slice(start, signs) }, { start, end: signs }, fixes);
    return opens ? start + line.length - 1 : end;
  }

  /** A text in quotes that are none in rules, which is told where it is known what it is. */
  #foreignText(start: number, closed: RegExp): number {
    const end = endOf(closed, this.#source, start + 1);
    if (end < 0) return this.#pushJunk(start, start + 1);
    this.#limited(
      "text",
      this.#push("text", start, end, this.#source.slice(start, end), this.#source.slice(start + 1, end - 1)),
    );
    return end;
  }

  #surrogate(start: number): number {
    if (this.#isHanPair(start)) return this.#word(start, 0);
    const high = this.#source.charCodeAt(start) < 0xdc00;
    const low = this.#source.charCodeAt(start + 1);
    if (!high || low < 0xdc00 || low > 0xdfff || Number.isNaN(low)) return start + 1; // half a character: hidden
    return this.#pushJunk(start, start + 2);
  }

  /** A run of characters that begin nothing. */
  #junk(start: number): number {
    let end = start + 1;
    while (end < this.#source.length && !this.#begins(end)) end++;
    return this.#pushJunk(start, end);
  }

  #begins(at: number): boolean {
    const first = this.#source[at] ?? "";
    if (first === "!" || first === "！") return endOf(LONG_SIGN, this.#source, at) > 0;
    return classOf(first.charCodeAt(0)) !== 0 || QUOTES.has(first);
  }

  #pushJunk(start: number, end: number): number {
    const token = this.#push("junk", start, end, this.#source.slice(start, end));
    this.#findings.add(H1002, { text: excerpt(token.text) }, token);
    return end;
  }

  #limited(what: "name" | "text", token: Token): void {
    const limit = LIMITS[what];
    if (token.text.length <= limit) return;
    let points = 0;
    for (const _ of token.value) points++;
    if (points > limit) this.#findings.add(H1015, { what, limit, found: points }, token);
  }

  #fix(title: Fix["title"], safe: boolean, start: number, end: number, text: string): Fix {
    return { title, safe, edits: [{ file: this.#findings.file, start, end, text }] };
  }
}

const SCANNER = new Scanner();

// ---- canonical forms -----------------------------------------------------------------------------------------

const FOLDED: ReadonlyMap<string, string> = new Map([
  ["×", "*"],
  ["÷", "/"],
  ["∕", "/"],
  ["−", "-"],
  ["≥", ">="],
  ["≧", ">="],
  ["≤", "<="],
  ["≦", "<="],
  ["!=", "≠"],
  ["<>", "≠"],
  ["==", "="],
  ["。", ";"],
  ["、", ","],
]);

function canonicalMark(text: string): string {
  if (text.length === 1 && text < "\u007f") return text;
  const folded = foldWidth(text);
  return FOLDED.get(folded) ?? folded;
}

function checkDigits(token: Token, findings: Findings): void {
  if (token.value.length <= LIMITS.decimalDigits) return;
  const [whole = "", decimals = ""] = token.value.split(".");
  const significant = whole.replace(/^0+/, "").length;
  if (significant > LIMITS.integerDigits) {
    findings.add(H1015, { what: "integerDigits", limit: LIMITS.integerDigits, found: significant }, token);
  } else if (decimals.length > LIMITS.decimalDigits) {
    findings.add(
      H1015,
      { what: "decimalDigits", limit: LIMITS.decimalDigits, found: decimals.length },
      token,
    );
  }
}

function isoDate(text: string): string {
  const [year = "", month = "", day = ""] = foldWidth(text).split(/[年月日]/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

// ---- findings --------------------------------------------------------------------------------------------------

function holdsHidden(source: string): boolean {
  for (let i = 0; i < source.length; i++) {
    if ((classOf(source.charCodeAt(i)) & (HIDDEN | SURROGATE)) !== 0) return true;
  }
  return false;
}

function reportHidden(source: string, findings: Findings): void {
  if (!holdsHidden(source)) return;
  for (const match of source.matchAll(HIDDEN_RUN)) {
    let start = match.index;
    const end = start + match[0].length;
    if (start === 0 && source.charCodeAt(0) === 0xfeff) start = 1; // the byte order mark
    if (start === end) continue;
    const points = Array.from(source.slice(start, end), codePoint);
    findings.add(H1003, { points: [...new Set(points)] }, { start, end }, [
      {
        title: { zh: "删除看不见的字符", en: "remove the hidden characters" },
        safe: false,
        edits: [{ file: findings.file, start, end, text: "" }],
      },
    ]);
  }
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Where an unclosed name most likely ended: at its first blank or `{`. */
function nameEnd(source: string, start: number, end: number): number {
  const blank = source.slice(start, end).search(/[\s{]/);
  return blank > 1 ? start + blank : end;
}
