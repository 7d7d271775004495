/** Lines that open a block: with a number before the word, with another bracket for `{`, or without it. */
import { lineIndent, width } from "./braces.ts";
import type { Findings } from "./findings.ts";
import { keywordOf, type Keyword } from "../keywords.ts";
import { ORDINAL } from "./numbered.ts";
import type { Names } from "../names.ts";
import type { Token } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isMark } from "./words.ts";
import { H1007 } from "./H1007-missing/index.ts";
import { H1008 } from "./H1008-unexpected/index.ts";

/** Words that a block follows, and how many tokens stand between them at most where they stand alone. */
const ALONE: ReadonlyMap<Keyword, number> = new Map([
  ["data", 0],
  ["grade", 0],
  ["statistics", 0],
  ["expect", 0],
  ["scenario", 1],
  ["rows", 1],
]);
/** A name and points may stand behind these. */
const NAMED: ReadonlySet<Keyword> = new Set(["indicator", "bonus", "penalty"]);
const A_BRACE: Names = { zh: "{", en: "{" };

/** Mends what headings of blocks have wrong, and tells of it. */
export function mendHeadings(tokens: Token[], findings: Findings, vocabulary: Vocabulary): Token[] {
  let unopened = unopenedIn(tokens);
  if (unopened === undefined) return tokens;
  const result: Token[] = [];
  const closing = new Set<number>();
  let partners: ReadonlyMap<number, number> | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.startsLine) {
      const length = numberingAt(tokens, index);
      if (length > 0) {
        tellNumbering(tokens, index, length, findings);
        for (const part of tokens.slice(index, index + length)) result.push({ ...part, kind: "junk" });
        index += length - 1;
        continue;
      }
    }
    result.push(closing.has(index) ? { ...token, value: "}" } : token);
    const last = lastOfHeading(tokens, index, vocabulary);
    if (last < 0) continue;
    for (const part of tokens.slice(index + 1, last)) result.push(part);
    const end = tokens[last] ?? token;
    if (isMark(end, "[") || isMark(end, "(")) {
      const partner = (partners ??= partnersIn(tokens)).get(last);
      if (partner !== undefined && !isMark(tokens[partner], "}")) closing.add(partner);
      else unopened--;
      tellBracket(end, partner === undefined ? undefined : tokens[partner], findings);
      result.push({ ...end, value: "{" });
    } else {
      if (last > index) result.push(end);
      if (unopened > 0) {
        unopened--;
        tellMissing(tokens, last, findings);
        result.push({
          ...end,
          kind: "symbol",
          text: "",
          value: "{",
          before: "",
          start: end.end,
          startsLine: false,
        });
      }
    }
    index = last;
  }
  return result;
}

/** How many `}` have no `{`; undefined where no heading can be wrong. */
function unopenedIn(tokens: readonly Token[]): number | undefined {
  let unopened = 0;
  let suspect = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "symbol") {
      if (token.value === "}") unopened++;
      else if (token.value === "{") unopened--;
      else if (
        (token.value === "[" || token.value === "(") &&
        (token.startsLine || tokens[index + 1]?.startsLine)
      )
        suspect = true;
    } else if (token.startsLine && (token.kind === "number" || ORDINAL.test(token.value))) suspect = true;
  }
  return unopened > 0 || suspect ? Math.max(0, unopened) : undefined;
}

/** How many tokens of `1.`, `一、`, `（一）` stand before a heading's word. */
function numberingAt(tokens: readonly Token[], index: number): number {
  const bracketed = isMark(tokens[index], "(");
  const at = bracketed ? index + 1 : index;
  const [ordinal, mark] = [tokens[at], tokens[at + 1]];
  if (ordinal?.kind !== "number" && !(ordinal?.kind === "word" && ORDINAL.test(ordinal.value))) return 0;
  const closed = bracketed ? isMark(mark, ")") : [".", ","].some((one) => isMark(mark, one));
  const word = tokens[at + 2];
  if (!closed || mark?.startsLine === true || word?.kind !== "word" || word.startsLine) return 0;
  const keyword = keywordOf(word.value);
  return keyword !== undefined && (NAMED.has(keyword) || ALONE.has(keyword)) ? at + 2 - index : 0;
}

function tellNumbering(tokens: readonly Token[], index: number, length: number, findings: Findings): void {
  const parts = tokens.slice(index, index + length);
  const [start, end, next] = [
    parts[0]?.start ?? 0,
    parts.at(-1)?.end ?? 0,
    tokens[index + length]?.start ?? 0,
  ];
  const found = parts.map(({ text }) => text).join("");
  findings.add(H1008, { found, rest: "read" }, { start, end }, [
    {
      title: { zh: "删去编号", en: "take the number out" },
      safe: true,
      edits: [{ file: findings.file, start, end: next, text: "" }],
    },
  ]);
}

/** The index of the last token of a heading whose line has no `{`; -1 where there is none, or nothing deeper below it. */
function lastOfHeading(tokens: readonly Token[], index: number, vocabulary: Vocabulary): number {
  const token = tokens[index];
  if (token?.kind !== "word") return -1;
  const keyword = keywordOf(token.value);
  const named = keyword !== undefined && NAMED.has(keyword);
  const most =
    named || takesRows(tokens, index, vocabulary)
      ? LONGEST_HEADING
      : keyword === undefined
        ? undefined
        : ALONE.get(keyword);
  if (most === undefined || !begins(tokens, index)) return -1;
  let last = index;
  for (let next = tokens[last + 1]; next && !next.startsLine; next = tokens[last + 1]) {
    if (next.kind === "end") break;
    if (next.kind === "symbol" && ["{", "}", ";"].includes(next.value)) return -1;
    if (++last > index + most + 1) return -1;
  }
  const [end, below] = [tokens[last], tokens[last + 1]];
  const bracket = isMark(end, "[") || isMark(end, "(");
  if (last - index > most + (bracket ? 1 : 0) || (named && last === index)) return -1;
  if (!below || below.kind === "end" || isMark(below, "{") || isMark(below, "}")) return -1;
  return width(lineIndent(below.before)) > width(indentOf(tokens, index)) ? last : -1;
}
const LONGEST_HEADING = 12;

/** `评分 扣分`: a method that must have rows. */
function takesRows(tokens: readonly Token[], index: number, { properties, methods }: Vocabulary): boolean {
  const [word, method] = [tokens[index], tokens[index + 1]];
  if (word?.startsLine !== true || method?.kind !== "word" || method.startsLine) return false;
  const rows = methods.get(method.value)?.syntax.rows;
  return rows !== undefined && rows.optional !== true && properties.get(word.value)?.id === "standard";
}

/** It is the first of its line, but for its numbering. */
function begins(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.startsLine === true) return true;
  return [2, 3].some(
    (length) => tokens[index - length]?.startsLine === true && numberingAt(tokens, index - length) === length,
  );
}

function indentOf(tokens: readonly Token[], index: number): string {
  let first = index;
  while (first > 0 && tokens[first]?.startsLine !== true) first--;
  return lineIndent(tokens[first]?.before ?? "");
}

/** Which bracket closes which, of whatever kind. */
function partnersIn(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, value }] of tokens.entries()) {
    if (kind !== "symbol") continue;
    if (value === "(" || value === "[" || value === "{") open.push(index);
    else if (value === ")" || value === "]" || value === "}") {
      const opening = open.pop();
      if (opening !== undefined) partners.set(opening, index);
    }
  }
  return partners;
}

function tellBracket(bracket: Token, partner: Token | undefined, findings: Findings): void {
  const pair = partner && partner.value !== "}" ? [{ ...placeOf(partner, findings), text: "}" }] : [];
  findings.add(H1007, { what: A_BRACE, found: bracket.text, after: "", goes: "instead" }, bracket, [
    {
      title: { zh: "改为 {", en: "write {" },
      safe: false,
      edits: [{ ...placeOf(bracket, findings), text: "{" }, ...pair],
    },
  ]);
}

function tellMissing(tokens: readonly Token[], last: number, findings: Findings): void {
  const [number, end] = [tokens[last - 1], tokens[last]];
  if (end === undefined) return;
  const after = (number?.kind === "number" && end.before === "" ? number.text : "") + end.text;
  const at = { ...placeOf(end, findings), start: end.end };
  findings.add(H1007, { what: A_BRACE, found: "", after }, end, [
    { title: { zh: "补上 {", en: "add {" }, safe: false, edits: [{ ...at, text: " {" }] },
  ]);
}

function placeOf({ start, end }: Token, { file }: Findings): { file: string; start: number; end: number } {
  return { file, start, end };
}
