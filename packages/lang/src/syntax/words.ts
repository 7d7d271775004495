import type { Findings } from "./findings.ts";
import { FUNCTION_WORDS, keywordOf, LEAF_WORDS, type Keyword } from "../keywords.ts";
import { COMMON_UNITS, MISWRITTEN, SIGN_WORDS } from "./known-words.ts";
import { canonicalName, foldWidth } from "./characters.ts";
import type { Token } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { H1010 } from "./H1010-glued-words/index.ts";

/** The names and units a file declares, found before parsing: a name is never taken apart. */
export interface Declared {
  readonly names: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Those among the names that a 方法 has. */
  readonly standards: ReadonlySet<string>;
}

/** What a block declares by the first word of its rows: `first`; by every word: `all`; by keywords alone: `none`. */
type Declares = "first" | "all" | "none";

export const BLOCKS: ReadonlyMap<Keyword, Declares> = new Map([
  ["data", "first"],
  ["rows", "first"],
  ["statistics", "first"],
  ["grade", "first"],
  ["items", "all"],
  ["options", "all"],
  ["group", "all"],
]);
/** Keywords that a declared name follows. */
export const NAMING: ReadonlySet<Keyword> = new Set([
  "ruleset",
  "indicator",
  "bonus",
  "penalty",
  "define",
  "method",
  "rows",
  "unit",
  "projectRows",
  "group",
  "name",
  "was",
]);

/** Collects the names a file declares, beside those that it has from elsewhere. */
export function declaredNames(tokens: readonly Token[], known?: Declared): Declared {
  const names = new Set(known?.names);
  const units = new Set(known?.units ?? COMMON_UNITS);
  const standards = new Set(known?.standards);
  const blocks: Declares[] = [];
  let block: Declares = "none";
  let opening: Declares = "none";
  let rowStarts = true;
  let naming: Keyword | undefined;
  let parameters = false;
  let index = -1;
  for (const token of tokens) {
    index++;
    rowStarts ||= token.startsLine;
    if (token.kind === "symbol") {
      switch (token.value) {
        case "{":
          blocks.push(block);
          block = opening;
          opening = "none";
          rowStarts = true;
          break;
        case "}":
          block = blocks.pop() ?? "none";
          rowStarts = true;
          break;
        case ";":
        case ",":
          rowStarts ||= !parameters;
          break;
        case ")":
          parameters = false;
          break;
      }
      continue;
    }
    if (token.kind === "name" || token.kind === "word") {
      const keyword = token.kind === "word" ? keywordOf(token.value) : undefined;
      if (rowStarts) opening = "none";
      if (naming !== undefined) {
        (naming === "unit" ? units : names).add(token.value);
        if (naming === "method") standards.add(token.value);
        parameters = isMark(tokens[index + 1], "(") && (naming === "define" || naming === "method");
        naming = undefined;
      } else if (parameters || block === "all" || (block === "first" && rowStarts)) {
        names.add(token.value);
      } else if (keyword !== undefined) {
        if (NAMING.has(keyword) && rowStarts) naming = keyword;
      }
      const declares = keyword === undefined ? undefined : BLOCKS.get(keyword);
      if (declares !== undefined && block !== "all") opening = declares;
    } else naming = undefined;
    rowStarts = false;
  }
  return { names, units, standards };
}

export function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "symbol" && token.value === mark;
}

/** Words that stand for a figure: two of them never stand side by side, so neither do their readings. */
const OPERANDS: ReadonlySet<Keyword> = new Set([...LEAF_WORDS, ...FUNCTION_WORDS]);
/** Structural words that begin, join or end an expression. */
const JOINTS: ReadonlySet<Keyword> = new Set([
  "and",
  "or",
  "not",
  "if",
  "then",
  "else",
  "in",
  "when",
  "otherwise",
  "use",
]);

interface Piece {
  readonly kind: "keyword" | "operand" | "number" | "unit" | "percent";
  readonly text: string;
  /** What it is read as, where that is not what is written. */
  readonly meant?: string;
}

/** What may follow: an operand never follows an operand, a unit only a number. */
type State = "start" | "keyword" | "operand" | "number";

/**
 * How many look-ups a file may cost, so that a file made of names that contain each other stays cheap; past it glued
 * words are reported as unknown names.
 */
const BUDGET = 2_000_000;
const LONGEST_RUN = 80;

/**
 * Takes glued words apart (`每1个百分点扣0.5分`) where that gives exactly one reading of known words, names and
 * numbers, and reports them. The tokens that come back read as the mended text would, and print as the source.
 */
export function separateGlued(
  tokens: Token[],
  declared: Declared,
  vocabulary: Vocabulary,
  findings: Findings,
): Token[] {
  let glue: Glue | undefined;
  let result: Token[] | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const heading = token.kind === "word" ? gluedHeading(tokens, index) : undefined;
    const taken =
      heading !== undefined ||
      (token.kind === "word" && !WHOLE.has(token.value) && !isWhole(token, declared, vocabulary));
    if (taken && !isInterval(tokens, index)) {
      const end = runEnd(tokens, index);
      const run = tokens.slice(index, end);
      const text = run.map((part) => part.text).join("");
      const pieces =
        heading ??
        (text.length <= LONGEST_RUN
          ? (glue ??= new Glue(declared, vocabulary)).read(
              text,
              stateBefore(tokens, index),
              startsRow(tokens, index),
              opensBlock(tokens, end),
            )
          : undefined);
      if (pieces !== undefined) {
        const read =
          beyondTarget(pieces, startsRow(tokens, index)) ?? withWhen(pieces, tokens, index, vocabulary);
        const mended = spaced(read);
        const at = { start: token.start, end: token.start + text.length };
        const twice = pieces.some(
          ({ kind, text: word }, i) => kind === "keyword" && word === pieces[i + 1]?.text,
        );
        // A name is wanted there, and none was written.
        const nameless = pieces.some(
          ({ kind, text: word }, i) =>
            kind === "keyword" &&
            NAMING.has(keywordOf(word) ?? "value") &&
            keywordOf(pieces[i + 1]?.text ?? "") !== undefined,
        );
        const plain = !twice && !nameless && !ODD_NAME.test(nameIn(pieces, heading !== undefined));
        const safe = read === pieces && plain && pieces.every(({ meant }) => meant === undefined);
        const fix = safe
          ? { zh: "补上空格", en: "put the blanks in" }
          : { zh: `改为 ${mended}`, en: `write ${mended}` };
        findings.add(H1010, { text, mended }, at, [
          { title: fix, safe, edits: [{ file: findings.file, ...at, text: mended }] },
        ]);
        result ??= tokens.slice(0, index);
        result.push(...split(token, read));
        index = end - 1;
        continue;
      }
    }
    result?.push(token);
  }
  return result ?? tokens;
}

/** Names that have to be put in 「 」 besides. */
const ODD_NAME = /^[0-9０-９]|[%‰％.．]/u;

/** What stands behind 指标 or another word that a name follows, or in a heading alone, before points. */
function nameIn(pieces: readonly Piece[], heading: boolean): string {
  const at = pieces.findIndex(
    ({ kind, text }) => kind === "keyword" && NAMING.has(keywordOf(text) ?? "value"),
  );
  if (at < 0 && !heading) return "";
  const behind = pieces.slice(at + 1);
  const points = behind.findIndex(({ kind }, i) => i > 0 && kind === "number");
  return behind
    .slice(0, points < 0 ? undefined : points)
    .map(({ text }) => text)
    .join("");
}

/** Meant as one word, though two are in it. */
const WHOLE: ReadonlySet<string> = new Set(["目标值"]);
const EACH = "每";
const BEYOND: ReadonlySet<string> = new Set(["超过", "低于", "偏离"]);

/** `每超过1个百分点扣0.5分`, as official tables have it: what is beyond the target is counted. */
function beyondTarget(pieces: readonly Piece[], rowStarts: boolean): readonly Piece[] | undefined {
  const [each, beyond, ...rest] = pieces;
  if (!rowStarts || each?.text !== EACH || beyond === undefined || !BEYOND.has(beyond.text)) return undefined;
  return [
    { kind: "keyword", text: each.text + beyond.text, meant: beyond.text },
    { kind: "operand", text: "", meant: "目标" },
    { kind: "keyword", text: "", meant: EACH },
    ...rest,
  ];
}

/** `须说明 得分低于分值`: the condition needs its 当. */
function withWhen(
  pieces: readonly Piece[],
  tokens: readonly Token[],
  index: number,
  { properties }: Vocabulary,
): readonly Piece[] {
  const [first, second] = pieces;
  const before = tokens[index]?.startsLine === true ? undefined : tokens[index - 1];
  const own = startsRow(tokens, index) && first?.kind === "keyword" ? properties.get(first.text) : undefined;
  const form =
    own ??
    (before?.kind === "word" && startsRow(tokens, index - 1) ? properties.get(before.value) : undefined);
  const next = own === undefined ? first : second;
  if (form === undefined || form.syntax.head !== undefined || next?.kind !== "operand") return pieces;
  const when = Object.values(form.syntax.clauses ?? {}).find(
    ({ shape, need }) => shape === "condition" && need === "once",
  );
  if (when === undefined) return pieces;
  const word: Piece = { kind: "keyword", text: "", meant: when.zh };
  return own === undefined || first === undefined ? [word, ...pieces] : [first, word, ...pieces.slice(1)];
}

/**
 * Words, numbers and percent signs that follow without a blank, and the decimal point between digits; of a run that is
 * too long to be read, no more than shows it.
 */
function runEnd(tokens: readonly Token[], start: number): number {
  const most = (tokens[start]?.start ?? 0) + LONGEST_RUN;
  let end = start + 1;
  for (let next = tokens[end]; next !== undefined && next.before === ""; next = tokens[++end]) {
    if (next.start > most) break;
    if (next.kind === "word" || next.kind === "number" || isMark(next, "%") || isMark(next, "‰")) continue;
    const point = isMark(next, ".") && /[0-9０-９]$/.test(tokens[end - 1]?.text ?? "");
    const digits = tokens[end + 1];
    if (!point || digits?.kind !== "number" || digits.before !== "") break;
  }
  return end;
}

function stateBefore(tokens: readonly Token[], index: number): State {
  const previous = tokens[index - 1];
  if (previous === undefined || tokens[index]?.before !== "") return "start";
  if (previous.kind === "number") return "number";
  return previous.kind === "symbol" && [")", "]", "%", "‰"].includes(previous.value) ? "operand" : "start";
}

/** `60%至90%` at the beginning of a row: an interval in words, which the parser tells of. */
function isInterval(tokens: readonly Token[], index: number): boolean {
  if (!/^[^0-9]{0,4}[至到][0-9]/.test(tokens[index]?.text ?? "")) return false;
  const number = tokens[index - 1]?.kind === "number" ? index - 1 : index - 2;
  return stateBefore(tokens, index) !== "start" && startsRow(tokens, number);
}

export function startsRow(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1];
  if (previous === undefined || tokens[index]?.startsLine) return true;
  return previous.kind === "symbol" && ["{", "}", ";", ","].includes(previous.value);
}

/** `指标采购管理3分 {`, `指标 采购管理3分 {`: a name that ends with its points, right before the block. */
function gluedHeading(tokens: readonly Token[], index: number): Piece[] | undefined {
  const end = runEnd(tokens, index);
  const next = tokens[end];
  if (!isMark(next, "{") || next?.startsLine) return undefined;
  const previous = tokens[index - 1];
  const text = tokens
    .slice(index, end)
    .map((part) => part.text)
    .join("");
  const read = /^(指标)?(.*[^0-9０-９.．])([0-9０-９]+(?:[.．][0-9０-９]+)?)分$/u.exec(text);
  const [, word, name, points] = read ?? [];
  const named =
    previous?.kind === "word" && !tokens[index]?.startsLine && keywordOf(previous.value) === "indicator";
  if (text.length > LONGEST_RUN || name === undefined || points === undefined) return undefined;
  if (word === undefined ? !named : named || !startsRow(tokens, index)) return undefined;
  return [
    ...(word === undefined ? [] : [{ kind: "keyword", text: word } as const]),
    { kind: "operand", text: name },
    { kind: "number", text: points },
    { kind: "unit", text: "分" },
  ];
}

/** A number and then a block follow, as behind an indicator's name. */
function opensBlock(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.kind !== "number") return false;
  for (let index = from; index < from + 4; index++) {
    const token = tokens[index];
    if (token === undefined || (token.startsLine && index > from)) return false;
    if (isMark(token, "{")) return true;
  }
  return false;
}

function spaced(pieces: readonly Piece[]): string {
  let text = "";
  for (const [index, piece] of pieces.entries()) {
    const joined = index === 0 || piece.kind === "unit" || piece.kind === "percent";
    const word = piece.meant ?? piece.text;
    text += joined ? word : ` ${word}`;
  }
  return text;
}

/** The pieces as tokens; together they print as the run did. */
function split(first: Token, pieces: readonly Piece[]): Token[] {
  let start = first.start;
  return pieces.map(({ kind, text, meant = text }, index) => {
    const end = start + text.length;
    const token: Token = {
      kind: kind === "number" ? "number" : kind === "percent" ? "symbol" : "word",
      text,
      value: kind === "number" || kind === "percent" ? foldWidth(text) : canonicalName(meant),
      before: index === 0 ? first.before : "",
      start,
      end,
      startsLine: index === 0 && first.startsLine,
    };
    start = end;
    return token;
  });
}

/** A word that is known as it stands. */
function isWhole({ value }: Token, { names, units }: Declared, { keywords }: Vocabulary): boolean {
  return names.has(value) || units.has(value) || keywords.has(value);
}

class Glue {
  readonly #names: ReadonlySet<string>;
  readonly #units: ReadonlySet<string>;
  readonly #vocabulary: Vocabulary;
  readonly #longest: number;
  #budget = BUDGET;

  constructor({ names, units }: Declared, vocabulary: Vocabulary) {
    this.#names = names;
    this.#units = units;
    this.#vocabulary = vocabulary;
    let longest = vocabulary.longestKeyword;
    for (const name of names) longest = Math.max(longest, name.length);
    this.#longest = longest;
  }

  /** The only reading of a run, in two pieces or more, a keyword among them; undefined when there is none or several. */
  read(text: string, state: State, rowStarts: boolean, opensBlock: boolean): Piece[] | undefined {
    const memo = new Map<string, { readonly count: number; readonly pieces: readonly Piece[] }>();
    const none = { count: 0, pieces: [] };
    const from = (
      at: number,
      before: State,
    ): { readonly count: number; readonly pieces: readonly Piece[] } => {
      if (at === text.length) return { count: 1, pieces: [] };
      const key = `${at} ${before}`;
      const seen = memo.get(key);
      if (seen !== undefined) return seen;
      let best: { count: number; pieces: readonly Piece[] } = none;
      for (const [piece, after] of this.#piecesAt(text, at, before, rowStarts && at === 0)) {
        const rest = from(at + piece.text.length, after);
        if (rest.count === 0) continue;
        best =
          best.count === 0 ? { count: rest.count, pieces: [piece, ...rest.pieces] } : { ...best, count: 2 };
        if (best.count > 1) break;
      }
      memo.set(key, best);
      return best;
    };
    const { count, pieces } = from(0, state);
    if (count === 1 && pieces.length > 1 && pieces.some(({ kind }) => kind === "keyword")) return [...pieces];
    if (count > 0 || !rowStarts || !opensBlock) return undefined;
    // `指标预算执行率 10分 {`: whatever follows the word is the indicator's name.
    const word = ["指标", "加分项", "扣分项"].find(
      (prefix) => text.startsWith(prefix) && text.length > prefix.length,
    );
    if (word === undefined) return undefined;
    return [
      { kind: "keyword", text: word },
      { kind: "operand", text: text.slice(word.length) },
    ];
  }

  *#piecesAt(text: string, at: number, before: State, rowStarts: boolean): Generator<[Piece, State]> {
    const digits = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(text.slice(at))?.[0];
    if (digits !== undefined) {
      if (before === "keyword" || before === "start") yield [{ kind: "number", text: digits }, "number"];
      return;
    }
    const first = text[at] ?? "";
    if (first === "%" || first === "‰" || first === "％") {
      if (before === "number") yield [{ kind: "percent", text: first }, "operand"];
      return;
    }
    let sign = false;
    for (let end = Math.min(text.length, at + this.#longest); end > at; end--) {
      if (--this.#budget < 0) return;
      const piece = text.slice(at, end);
      const word = canonicalName(piece);
      // 大于等于 is not 大于 and 等于.
      if (SIGN_WORDS.has(word)) {
        if (sign) continue;
        sign = true;
      }
      if (before === "number" && this.#units.has(word)) yield [{ kind: "unit", text: piece }, "operand"];
      const keyword = keywordOf(word);
      const figure = keyword !== undefined && OPERANDS.has(keyword);
      if (figure || this.#names.has(word)) {
        if (before === "start" || before === "keyword") yield [{ kind: "operand", text: piece }, "operand"];
        if (!rowStarts) continue;
      }
      const meant = this.#names.has(word) || text[at - 1] === EACH ? undefined : MISWRITTEN.get(word);
      if (meant !== undefined) yield [{ kind: "keyword", text: piece, meant }, "keyword"];
      if (this.#joins(word, keyword, rowStarts)) yield [{ kind: "keyword", text: piece }, "keyword"];
    }
  }

  /** A word that may stand against an operand or another keyword. */
  #joins(word: string, keyword: Keyword | undefined, rowStarts: boolean): boolean {
    if (keyword !== undefined && JOINTS.has(keyword)) return true;
    if (this.#vocabulary.clauseWords.has(word)) return true;
    return (
      rowStarts && (this.#vocabulary.properties.has(word) || (keyword !== undefined && NAMING.has(keyword)))
    );
  }
}
