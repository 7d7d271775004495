/** The rows of a text as its lines, braces and semicolons part them, whatever is wrong in them. */
import { Findings } from "../syntax/findings.ts";
import { keywordOf } from "../keywords.ts";
import { lex } from "../syntax/lexer.ts";
import type { Token } from "../syntax/tree.ts";
import { declaredNames, isMark } from "../syntax/words.ts";

export interface Row {
  readonly start: number;
  readonly end: number;
  /** As it is written, but what the file has names for is one character each, and so is a date. */
  readonly text: string;
  /** Names and dates in place of the characters that stand for them. */
  readonly named: (text: string) => string;
  /** The words before the `{` it stands in. */
  readonly block: readonly string[];
  /** The first row of its block, where that is another. */
  readonly first: string | undefined;
  /** The band above it. */
  readonly above: string | undefined;
  /** The name of the indicator around. */
  readonly indicator: string | undefined;
  /** A block follows. */
  readonly opens: boolean;
  /** Units of its file, beside those that every file knows. */
  readonly units: ReadonlySet<string>;
  /** What each field of the file is filed in: its unit or kind, as declared. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What is longer is no wording. */
const LONGEST = 200;
const MOST_IN_BLOCK = 20;
/** The first of the characters that stand for names. */
const FIRST_NAME = 0xe000;

interface Block {
  readonly words: readonly string[];
  readonly indicator: string | undefined;
  readonly rows: Place[];
}

interface Place {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly block: Block;
  readonly opens: boolean;
}

/** The rows that hold one of the places; of bands, which read together, all that stand with one. */
export function rowsAt(source: string, places: readonly number[]): readonly Row[] {
  if (places.length === 0) return [];
  const tokens = lex(source, new Findings(""));
  const all = parted(tokens);
  const sought = places.toSorted((a, b) => a - b);
  let next = 0;
  const held = all.filter(({ start, end }) => {
    while ((sought[next] ?? Infinity) < start) next++;
    return (sought[next] ?? Infinity) < end;
  });
  const blocks = new Set(held.map(({ block }) => block));
  const rows = new Set(held);
  for (const block of blocks)
    if (isBands(block) && block.rows.length <= MOST_IN_BLOCK) for (const row of block.rows) rows.add(row);
  const { names, units } = declaredNames(tokens);
  const fields = fieldsOf(all);
  return Array.from(rows)
    .toSorted((a, b) => a.start - b.start)
    .flatMap((place): Row[] => {
      const { tokens: own, start, end, block, opens } = place;
      const { words, indicator, rows: together } = block;
      const masked = end - start <= LONGEST ? withoutNames(own, names, indicator) : undefined;
      const [lead] = together;
      const first = lead && lead.start < start ? source.slice(lead.start, lead.end) : undefined;
      const before = isBands(block) ? together[together.indexOf(place) - 1] : undefined;
      const above = before && source.slice(before.start, before.end);
      return masked
        ? [{ ...masked, start, end, block: words, first, above, indicator, opens, units, fields }]
        : [];
    });
}

export function isBands({ words }: Pick<Block, "words">): boolean {
  return words.includes("分档");
}

function fieldsOf(rows: readonly Place[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { tokens, block } of rows) {
    const [name, kind] = tokens;
    if (name && isFields(block)) fields.set(name.value, kind?.kind === "word" ? kind.value : "");
  }
  return fields;
}

export function isFields({ words }: Pick<Block, "words">): boolean {
  const keyword = keywordOf(words[0] ?? "");
  return keyword === "data" || keyword === "rows";
}

function parted(tokens: readonly Token[]): readonly Place[] {
  const all: Place[] = [];
  const blocks: Block[] = [];
  let block: Block = { words: [], indicator: undefined, rows: [] };
  let row: Token[] = [];
  for (const token of tokens) {
    const opens = isMark(token, "{");
    const closes = isMark(token, "}");
    const separates = opens || closes || isMark(token, ";");
    if (separates || token.startsLine || token.kind === "end") {
      const words = row.map(({ value }) => value);
      const [first, last] = [row[0], row.at(-1)];
      if (first && last) {
        const place: Place = { tokens: row, start: first.start, end: last.end, block, opens };
        block.rows.push(place);
        all.push(place);
      }
      row = [];
      if (opens) {
        blocks.push(block);
        const named = keywordOf(words[0] ?? "") === "indicator" ? words[1] : undefined;
        block = { words, indicator: named ?? block.indicator, rows: [] };
      }
      if (closes) block = blocks.pop() ?? block;
    }
    if (!separates) row.push(token);
  }
  return all;
}

/** Undefined where texts stand in the row: nothing in them is wording of a rule. */
function withoutNames(
  row: readonly Token[],
  names: ReadonlySet<string>,
  indicator: string | undefined,
): Pick<Row, "text" | "named"> | undefined {
  const masked: string[] = [];
  let text = "";
  for (const [index, token] of row.entries()) {
    const { kind, value, before } = token;
    if (kind === "text") return undefined;
    if (index > 0) text += before;
    const isName =
      kind === "name" || kind === "date" || (kind === "word" && names.has(value) && value !== indicator);
    text += isName ? String.fromCharCode(FIRST_NAME + masked.push(token.text) - 1) : token.text;
  }
  return {
    text,
    named: (of) => of.replace(/[\ue000-\uf7ff]/g, (c) => masked[c.charCodeAt(0) - FIRST_NAME] ?? c),
  };
}
