import { createToken, Lexer } from "chevrotain";
import { LIMITS } from "../limits.ts";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { excerpt } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { SIGN_SUFFIXES } from "./keywords.ts";
import type { Token } from "./tree.ts";
import { H1001 } from "./H1001-unterminated/index.ts";
import { H1002 } from "./H1002-stray-character/index.ts";
import { H1003 } from "./H1003-invisible-character/index.ts";
import { H1011 } from "./H1011-chinese-number/index.ts";
import { H1012 } from "./H1012-comma-in-brackets/index.ts";
import { H1015 } from "./H1015-limit/index.ts";

// Chevrotain drops the `u` flag, so ranges are written out and the planes above U+FFFF by surrogate pairs.
const HAN = "\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const HAN_PAIR = "[\\ud840-\\ud888][\\udc00-\\udfff]";
const LETTERS = "A-Za-z_\\uff21-\\uff3a\\uff3f\\uff41-\\uff5a";
const DIGITS = "0-9\\uff10-\\uff19";
/** Controls, bidi marks, zero-width characters and other characters nobody sees. */
const HIDDEN =
  "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e" +
  "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb";
const BLANK = " \\t\\r\\n\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000";

/** The types the grammar consumes. `Any` is the category of all, for runs that fit nothing. */
export const Any = createToken({ name: "Any", pattern: Lexer.NA });
const kind = (name: string, pattern: RegExp) => createToken({ name, pattern, categories: [Any] });
const Trivia = createToken({
  name: "Trivia",
  // A hidden character between tokens is reported on its own; as a blank it disturbs nothing else.
  pattern: new RegExp(`(?:[${BLANK}${HIDDEN}]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|[\\udc00-\\udfff])+`),
  group: Lexer.SKIPPED,
  line_breaks: true,
});
const Comment = createToken({ name: "Comment", pattern: /[/\uff0f][/\uff0f][^\n\r]*/, group: Lexer.SKIPPED });
export const Word = kind(
  "Word",
  new RegExp(`(?:[${LETTERS}${HAN}]|${HAN_PAIR})(?:[${LETTERS}${DIGITS}${HAN}${HIDDEN}]|${HAN_PAIR})*`),
);
export const QuotedName = kind("QuotedName", /「[^」\r\n]*」/);
export const Text = kind("Text", /["\uff02][^"\uff02\r\n]*["\uff02]|[“”][^”\r\n]*”/);
export const DateLiteral = kind(
  "DateLiteral",
  new RegExp(`[${DIGITS}]{4}年[${DIGITS}]{1,2}月[${DIGITS}]{1,2}日`),
);
// The bound on groups keeps a long run of them linear.
export const NumberLiteral = kind(
  "NumberLiteral",
  new RegExp(
    `[${DIGITS}]{1,3}(?:,[0-9]{3}){1,12}(?!,?[0-9])(?:\\.[0-9]+)?|[${DIGITS}]+(?:[.\\uff0e][${DIGITS}]+)?`,
  ),
);
export const Mark = kind(
  "Mark",
  /[<＜][=＝>＞]|[>＞][=＝]|[=＝][=＝]|[!！][=＝]|[{}()[\],;:=≠<>≤≥≦≧+\-*/.%‰×÷｛｝（）［］，；：＝＜＞＋－−＊／．％。、∕]/,
);
export const End = createToken({ name: "End", pattern: Lexer.NA, categories: [Any] });

// Lexed apart from the kinds above, and turned into them or into junk.
const ChineseRatio = createToken({
  name: "ChineseRatio",
  pattern: new RegExp(
    `[百千]分之(?:[${DIGITS}]+(?:[.\\uff0e][${DIGITS}]+)?|[零〇一二两三四五六七八九十百点]+)`,
  ),
  longer_alt: Word,
});
// An open quotation ends at the line's end, but leaves the `{` there to its block.
const OpenText = createToken({ name: "OpenText", pattern: /["\uff02“”](?:[^\r\n]*[^\r\n{\s])?/ });
const OpenName = createToken({ name: "OpenName", pattern: /「(?:[^\r\n]*[^\r\n{\s])?/ });
const Astral = createToken({ name: "Astral", pattern: /[\ud800-\udbff][\udc00-\udfff]/ });

const VOCABULARY = [
  Trivia,
  Comment,
  ChineseRatio,
  Word,
  QuotedName,
  Text,
  DateLiteral,
  NumberLiteral,
  Mark,
  OpenText,
  OpenName,
  Astral,
];

/** What the grammar's parser is built from. */
export const TOKEN_TYPES = [Any, Word, QuotedName, Text, DateLiteral, NumberLiteral, Mark, End];

let lexer: Lexer | undefined;

function chevrotainLexer(): Lexer {
  return (lexer ??= new Lexer(VOCABULARY, {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    // A stray character is named by its place alone.
    errorMessageProvider: {
      buildUnableToPopLexerModeMessage: () => "",
      buildUnexpectedCharactersMessage: () => "",
    },
  }));
}

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

const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Full-width ASCII as ASCII. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const HIDDEN_RUN = new RegExp(`[${HIDDEN}]+`, "g");
const PLAIN_WORD = /^[A-Za-z0-9_\u3400-\u4dbf\u4e00-\u9fff]*$/;

/** A name as it is compared: without hidden characters, full-width letters folded, NFC. */
export function canonicalName(text: string): string {
  return PLAIN_WORD.test(text) ? text : foldWidth(text.replace(HIDDEN_RUN, "")).normalize("NFC");
}

function canonicalMark(text: string): string {
  if (text.length === 1 && text < "\u007f") return text;
  const folded = foldWidth(text);
  return FOLDED.get(folded) ?? folded;
}

const PLAIN_NUMBER = /^[0-9.]*$/;

function canonicalNumber(text: string): string {
  return PLAIN_NUMBER.test(text) ? text : foldWidth(text).replaceAll(",", "");
}

const HIDDEN_ANYWHERE = new RegExp(
  `[${HIDDEN}]+|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
  "g",
);
const NEWLINE = /[\n\r]/;

/**
 * Splits a source into tokens, the last of kind "end". Blanks, newlines and comments stand in `before`, so that the
 * tokens' `before` and `text` in order are the source, whatever it holds.
 */
export function lex(source: string, findings: Findings): Token[] {
  reportHidden(source, findings);
  const { tokens: found, errors } = chevrotainLexer().tokenize(source);
  const tokens: Token[] = [];
  let at = 0; // everything before is in `tokens`
  let gap = 0; // start of the next token's `before`
  let brackets = 0;
  let nextError = 0;

  const push = (
    tokenKind: Token["kind"],
    start: number,
    end: number,
    value: string,
    text = source.slice(start, end),
  ): Token => {
    const before = gap === start ? "" : source.slice(gap, start);
    const token: Token = {
      kind: tokenKind,
      text,
      value,
      before,
      start,
      end,
      startsLine: tokens.length === 0 || (before !== "" && before !== " " && NEWLINE.test(before)),
    };
    tokens.push(token);
    at = end;
    gap = end;
    return token;
  };
  const junkUpTo = (limit: number): void => {
    for (
      let error = errors[nextError];
      error !== undefined && error.offset < limit;
      error = errors[++nextError]
    ) {
      pushJunk(error.offset, error.offset + error.length);
    }
  };
  const pushJunk = (start: number, end: number): void => {
    const token = push("junk", start, end, source.slice(start, end));
    findings.add(H1002, { text: excerpt(token.text) }, token);
  };

  for (const piece of found) {
    const start = piece.startOffset;
    const end = start + piece.image.length;
    junkUpTo(start);
    switch (piece.tokenType) {
      case Word: {
        // `90分以上`: only directly behind a number can a suffix be told from a name.
        const last = tokens.at(-1);
        const suffix = piece.image.slice(-2);
        if (last?.kind === "number" && at === start && piece.image.length > 2 && SIGN_SUFFIXES.has(suffix)) {
          push("word", start, end - 2, canonicalName(piece.image.slice(0, -2)));
          push("word", end - 2, end, suffix);
        } else {
          const token = push("word", start, end, canonicalName(piece.image), piece.image);
          if (piece.image.length > LIMITS.name) checkLength(token, "name", LIMITS.name, findings);
        }
        break;
      }
      case QuotedName: {
        const token = push("name", start, end, canonicalName(source.slice(start + 1, end - 1)), piece.image);
        if (piece.image.length > LIMITS.name) checkLength(token, "name", LIMITS.name, findings);
        break;
      }
      case Text: {
        const token = push("text", start, end, source.slice(start + 1, end - 1), piece.image);
        if (piece.image.length > LIMITS.text) checkLength(token, "text", LIMITS.text, findings);
        break;
      }
      case OpenName: {
        const token = push("name", start, end, canonicalName(source.slice(start + 1, end)));
        const close = nameEnd(source, start, end);
        findings.add(H1001, { kind: "name" }, token, [
          fix({ zh: "补上 」", en: "add 」" }, false, [{ start: close, end: close, text: "」" }]),
        ]);
        break;
      }
      case OpenText: {
        const token = push("text", start, end, source.slice(start + 1, end));
        const quote = /["\uff02]/.test(piece.image[0] ?? "") ? '"' : "”";
        findings.add(H1001, { kind: "text" }, token, [
          fix({ zh: `补上 ${quote}`, en: `add ${quote}` }, false, [{ start: end, end, text: quote }]),
        ]);
        break;
      }
      case DateLiteral: {
        push("date", start, end, isoDate(piece.image));
        break;
      }
      case NumberLiteral: {
        const token = push("number", start, end, canonicalNumber(piece.image), piece.image);
        checkDigits(token, findings);
        if (brackets > 0 && piece.image.includes(",")) {
          findings.add(H1012, { text: excerpt(token.text) }, token, [
            fix({ zh: "去掉千分位的逗号", en: "drop the separator" }, false, [
              { start, end, text: token.value },
            ]),
            fix({ zh: "逗号后加空格，分成几个数", en: "separate the numbers" }, false, [
              { start, end, text: piece.image.replaceAll(",", ", ") },
            ]),
          ]);
        }
        break;
      }
      case ChineseRatio: {
        const number = chineseNumber(foldWidth(piece.image.slice(3)));
        const token = push("number", start, end, number);
        const mended = number + (piece.image.startsWith("百") ? "%" : "‰");
        findings.add(H1011, { text: excerpt(token.text), mended }, token, [
          fix({ zh: `改为 ${mended}`, en: `write ${mended}` }, true, [{ start, end, text: mended }]),
        ]);
        break;
      }
      case Mark: {
        const token = push("symbol", start, end, canonicalMark(piece.image), piece.image);
        if (token.value === "(" || token.value === "[") brackets++;
        else if (token.value === ")" || token.value === "]") brackets = brackets > 0 ? brackets - 1 : 0;
        else if (token.value === "{" || token.value === "}") brackets = 0;
        break;
      }
      default:
        pushJunk(start, end);
    }
  }
  junkUpTo(source.length);
  push("end", source.length, source.length, "");
  return tokens;

  function fix(title: { zh: string; en: string }, safe: boolean, edits: readonly Omit<TextEdit, "file">[]) {
    return { title, safe, edits: edits.map((edit) => ({ file: findings.file, ...edit })) };
  }
}

function reportHidden(source: string, findings: Findings): void {
  HIDDEN_ANYWHERE.lastIndex = 0;
  for (let match = HIDDEN_ANYWHERE.exec(source); match !== null; match = HIDDEN_ANYWHERE.exec(source)) {
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

function checkLength(token: Token, what: "name" | "text", limit: number, findings: Findings): void {
  let points = 0;
  for (const _ of token.value) points++;
  if (points > limit) findings.add(H1015, { what, limit, found: points }, token);
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

const CHINESE_DIGITS = "零一二三四五六七八九";

/** `五` 5, `十二` 12, `九十` 90, `一百` 100, `三点五` 3.5; digits stay. */
function chineseNumber(text: string): string {
  if (/^[0-9.]+$/.test(text)) return text;
  const [whole = "", ...decimals] = text.replaceAll("〇", "零").replaceAll("两", "二").split("点");
  const digit = (c: string) => CHINESE_DIGITS.indexOf(c);
  let total = 0;
  let pending = 0;
  for (const c of whole) {
    if (c === "百" || c === "十") {
      total += (pending === 0 ? 1 : pending) * (c === "百" ? 100 : 10);
      pending = 0;
    } else {
      // Digits read out one by one (`八五`) follow each other.
      pending = pending * 10 + digit(c);
    }
  }
  const fraction = Array.from(decimals.join("").replace(/[十百]/g, ""), digit).join("");
  return String(total + pending) + (fraction === "" ? "" : `.${fraction}`);
}
