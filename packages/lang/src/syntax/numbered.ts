/** Names that begin with a number: `12345热线满意度`, and the numbering of a table, `1、预算执行率`. */
import { canonicalName } from "./characters.ts";
import { excerpt, type Findings } from "./findings.ts";
import { keywordOf, wordsOf } from "../keywords.ts";
import { COMMON_UNITS } from "./known-words.ts";
import type { Token } from "./tree.ts";
import { BLOCKS, isMark, NAMING, startsRow } from "./words.ts";
import { H1017 } from "./H1017-unquoted-name/index.ts";

/** The numbering of a table in Chinese: 一, 十二. */
export const ORDINAL = /^[一二三四五六七八九十]{1,3}$/;

/** Reads them as the names they are, and tells of each where it is declared. */
export function joinNumbered(tokens: Token[], findings: Findings): Token[] {
  if (!tokens.some((token, index) => mayBegin(token, tokens, index))) return tokens;
  const at = declarations(tokens);
  const counts = occurrences(tokens);
  const names = new Set<string>();
  for (const index of at) {
    const { kind, value } = tokens[index] ?? {};
    if (kind === "number" && begins(tokens, index)) names.add(joined(tokens, index));
    else if (kind === "name" && value !== undefined && /^[0-9]/.test(value)) names.add(value);
  }
  const uses = new Map<string, Token[]>();
  const told = new Map<string, Token>();
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const length = at.has(index) && isHeading(tokens, index) ? numberingOf(tokens, index, counts) : 0;
    if (length > 0) {
      const name = folded(tokens, index, length);
      tellNumbering(name, findings);
      result.push(name);
      index += length;
    } else if (token.kind === "number" && begins(tokens, index) && names.has(joined(tokens, index))) {
      const name = folded(tokens, index, 1);
      const whole: Token = { ...name, kind: "name", value: canonicalName(name.text) };
      const same = uses.get(whole.value);
      if (same === undefined) uses.set(whole.value, [whole]);
      else same.push(whole);
      if (at.has(index) || !told.has(whole.value)) told.set(whole.value, whole);
      result.push(whole);
      index++;
    } else result.push(token);
  }
  for (const [name, token] of told) {
    const edits = (uses.get(name) ?? []).map(({ start, end, text }) => ({
      file: findings.file,
      start,
      end,
      text: `「${text}」`,
    }));
    findings.add(H1017, { text: excerpt(token.text), apart: undefined, why: "digit" }, token, [
      { title: { zh: "放进 「 」", en: "put it in 「 」" }, safe: true, edits },
    ]);
  }
  return result;
}

const UNITS: ReadonlySet<string> = new Set([...COMMON_UNITS, ...wordsOf("year")]);

/** A number that a word is glued to which is no unit. */
function begins(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === "word" && next.before === "" && !next.startsLine && !UNITS.has(next.value);
}

function joined(tokens: readonly Token[], index: number): string {
  return canonicalName(`${tokens[index]?.text ?? ""}${tokens[index + 1]?.text ?? ""}`);
}

/** How often each word stands there, and each number with the word that is glued to it. */
function occurrences(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [index, { kind, value }] of tokens.entries()) {
    const name = kind === "word" ? value : begins(tokens, index) ? joined(tokens, index) : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A token that a name with a number may begin with: what most files have none of. */
function mayBegin(token: Token, tokens: readonly Token[], index: number): boolean {
  switch (token.kind) {
    case "number":
      return begins(tokens, index)
        ? startsRow(tokens, index) || isHeading(tokens, index)
        : isHeading(tokens, index);
    case "name":
      return /^[0-9]/.test(token.value);
    case "symbol":
      return token.value === "(" && isHeading(tokens, index);
    case "word":
      return token.text.length < 4 && ORDINAL.test(token.text);
    default:
      return false;
  }
}

/** Right behind 指标, 定义 and other words that a name follows. */
function isHeading(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1];
  return (
    previous?.kind === "word" &&
    tokens[index]?.startsLine === false &&
    startsRow(tokens, index - 1) &&
    NAMING.has(keywordOf(previous.value) ?? "value")
  );
}

/** Where names are declared: behind their words, and at the head of rows in 数据, 选项, 清单. */
function declarations(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  const blocks: boolean[] = [];
  let opening = false;
  let brackets = 0;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, "[") || isMark(token, "(")) brackets++;
    else if (isMark(token, "]") || isMark(token, ")")) brackets--;
    else if (isMark(token, "{") || isMark(token, "}")) brackets = 0;
    if (isMark(token, "{")) {
      blocks.push(opening);
      opening = false;
    } else if (isMark(token, "}")) blocks.pop();
    const row = blocks.at(-1) === true && brackets === 0 && startsRow(tokens, index);
    if (row || isHeading(tokens, index)) found.add(index);
    const keyword = token.kind === "word" ? keywordOf(token.value) : undefined;
    if (keyword !== undefined) opening = BLOCKS.has(keyword);
  }
  return found;
}

/** Of `1预算执行率` the number is one too, where the name is used without it. */
function numberingOf(tokens: readonly Token[], index: number, counts: ReadonlyMap<string, number>): number {
  const length = numbering(tokens, index);
  const [number, word] = [tokens[index], tokens[index + 1]];
  if (length > 0 || number?.kind !== "number" || !/^[0-9]{1,2}(?:\.[0-9])?$/.test(number.text)) return length;
  const alone = (counts.get(joined(tokens, index)) ?? 0) < 2;
  return begins(tokens, index) && alone && (counts.get(word?.value ?? "") ?? 0) > 1 ? 1 : 0;
}

/** How many tokens the numbering before a name has: `1.`, `一、`, `（1）`; 0 for none. */
function numbering(tokens: readonly Token[], index: number): number {
  const glued = (ahead: number): boolean => tokens[index + ahead]?.before === "";
  const isNumber = (token: Token | undefined): boolean =>
    token?.kind === "number" || (token?.kind === "word" && ORDINAL.test(token.text));
  const bracket = isMark(tokens[index], "(") ? 1 : 0;
  if (!isNumber(tokens[index + bracket])) return 0;
  const sign = tokens[index + bracket + 1];
  const closes =
    bracket === 1 ? isMark(sign, ")") : sign?.text === "." || sign?.text === "、" || sign?.text === "．";
  const length = bracket + 2;
  const name = tokens[index + length];
  const close = Array.from({ length: length - 1 }, (_, i) => i + 1).every(glued);
  return closes && close && name?.kind === "word" && !name.startsLine ? length : 0;
}

/** A name with the tokens before it, which together print as they did. */
function folded(tokens: readonly Token[], index: number, length: number): Token {
  const parts = tokens.slice(index, index + length + 1);
  const [first, last] = [parts[0], parts.at(-1)];
  const text = parts.map((part, i) => (i === 0 ? "" : part.before) + part.text).join("");
  return {
    kind: "word",
    text,
    value: last?.value ?? "",
    before: first?.before ?? "",
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    startsLine: first?.startsLine ?? false,
  };
}

function tellNumbering(name: Token, findings: Findings): void {
  const { start, end, text, value } = name;
  findings.add(H1017, { text: excerpt(text), apart: excerpt(value), why: "numbering" }, name, [
    {
      title: { zh: "去掉编号", en: "take the numbering out" },
      safe: false,
      edits: [{ file: findings.file, start, end, text: value }],
    },
  ]);
}
