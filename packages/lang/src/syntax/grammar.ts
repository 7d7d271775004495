import { EmbeddedActionsParser } from "chevrotain";
import type { ILookaheadStrategy, IToken } from "chevrotain";
import type { DiagnosticType, Fix } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import { LIMITS } from "../limits.ts";
import type { Braces } from "./braces.ts";
import { excerpt } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { NO_INPUT, NO_TOKEN } from "./token-stream.ts";
import type { TokenStream } from "./token-stream.ts";
import { isKind, keywordOf, type Keyword } from "../keywords.ts";
import { Any, Mark, SHOWN, SHOWN_BEYOND, TOKEN_TYPES } from "./token-types.ts";
import type { Names } from "../names.ts";
import type { Element, JunkNode, MissingNode, Node, Token } from "./tree.ts";
import { meantWord } from "../nearest.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { startsRow, type Declared } from "./words.ts";
import { H1004 } from "./H1004-missing-brace/index.ts";
import { H1006 } from "./H1006-missing-bracket/index.ts";
import { H1007 } from "./H1007-missing/index.ts";
import { H1008 } from "./H1008-unexpected/index.ts";
import { H1010 } from "./H1010-glued-words/index.ts";
import { H1015 } from "./H1015-limit/index.ts";

/**
 * All words are one token type, so tokens cannot choose an alternative: its gate does, and the last one, without a
 * gate, always fits. So no rule ever fails to match and there is nothing to look up: the grammar asks the gates itself.
 */
const GATES: ILookaheadStrategy = {
  validate: () => [],
  buildLookaheadForAlternation: () => () => undefined,
  buildLookaheadForOptional: () => () => false,
};

/** Signs that join two operands: a line that begins with one goes on with the formula above. */
export const OPERATORS: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

/** What may stand here, if its gate lets it. */
interface Alternative<R> {
  readonly GATE?: (() => boolean) | undefined;
  readonly ALT: () => R;
}
interface Gated<R> {
  readonly GATE: () => boolean;
  readonly DEF: () => R;
}
type Optional<R> = Gated<R> | (() => R);

/** Words that end an expression, a name or a unit where they stand: the clauses of the phrases around. */
export interface Reserved {
  readonly words: { has(word: string): boolean };
  readonly outer: Reserved | undefined;
}

interface Finished {
  start: number;
  end: number;
  children: readonly Element[];
}
type Fields<N> = N extends unknown ? Omit<N, "start" | "end" | "children"> : never;

/** What one parse works on. */
export interface Input {
  readonly stream: TokenStream;
  readonly braces: Braces;
  readonly vocabulary: Vocabulary;
  readonly findings: Findings;
  readonly declared: Declared;
}

/** What the rules share: the node stack, where a row ends, and what is said when something is missing or too much. */
export abstract class Grammar extends EmbeddedActionsParser {
  /** Finished elements; a rule's children are those above the mark it took when it began. */
  #elements: Element[] = [];
  #lastToken: Token = NO_TOKEN;
  #lastReported = -1;
  /** What was reported there is the last of the findings. */
  #told = false;
  #source!: Input;
  #stream: TokenStream = NO_INPUT;
  #tokens: readonly Token[] = [];
  /** Index of the next token. */
  #next = 0;
  /** Index of the token that ends the innermost block. */
  #limit = 0;
  /** Open ( and [ since the last brace: inside them a newline ends nothing. */
  #brackets = 0;
  /** Levels that are open: brackets, signs and 非 in formulas, and blocks, each counted by itself. */
  readonly #depth = { brackets: 0, blocks: 0 };
  /** Index of the token the row began with: it may be the first of its line. */
  #rowStart = 0;
  #separatedAt = -1;
  /** Index of the operator that last began a line. */
  #continuedAt = -1;
  /** Blocks that were not opened: their `}` are no surprise. */
  protected unopened = 0;
  /** Inside the rows of a block, where a clause does not go on on the next line. */
  protected inRow = false;
  /** The standard of rows that are filed with their targets: what it is of comes with the row. */
  protected ofFiledRows = false;
  protected reserved: Reserved | undefined;

  constructor(skipValidations: boolean) {
    super(TOKEN_TYPES, { lookaheadStrategy: GATES, skipValidations, recoveryEnabled: false });
  }

  protected begin(source: Input): void {
    this.input = []; // it is shown the tokens of the stream, see LA
    this.#source = source;
    this.#stream = source.stream;
    this.#tokens = source.stream.tokens;
    this.#next = 0;
    this.#elements = [];
    this.#lastToken = NO_TOKEN;
    this.#lastReported = -1;
    this.#limit = source.stream.tokens.length - 1;
    this.#brackets = 0;
    this.#depth.brackets = 0;
    this.#depth.blocks = 0;
    this.#rowStart = 0;
    this.#separatedAt = -1;
    this.#continuedAt = -1;
    this.unopened = 0;
    this.inRow = false;
    this.ofFiledRows = false;
    this.reserved = undefined;
  }

  // ---- the engine ------------------------------------------------------------------------------------------

  // What OR, OPTION and MANY come to once the grammar is recorded. Chevrotain's own build a closure over gate and
  // tables each time. For the same reason rules that are used for every word of a file make their alternatives once,
  // and ask before an OPTION or MANY whether there is anything in it: only while Chevrotain records the grammar does
  // every rule run to its end.

  protected orInternal<R>(alternatives: readonly Alternative<R>[]): R | undefined {
    // By index: this is the hottest loop of the parser.
    for (let index = 0; index < alternatives.length; index++) {
      const alternative = alternatives[index];
      if (alternative && (alternative.GATE === undefined || alternative.GATE())) return alternative.ALT();
    }
    return undefined;
  }

  protected optionInternal<R>(part: Optional<R>): R | undefined {
    if (typeof part === "function") return part();
    return part.GATE() ? part.DEF() : undefined;
  }

  protected manyInternal(_occurrence: number, { GATE, DEF }: Gated<void>): void {
    let before = -1;
    // What takes nothing is not repeated.
    while (this.#next !== before && GATE()) {
      before = this.#next;
      DEF();
    }
  }

  /** Chevrotain reads the types of the tokens where they lie: a list of its own would be as long as theirs. */
  protected override LA(howMuch: number): IToken {
    const token = this.#tokens[this.#next + howMuch - 1];
    return token === undefined ? SHOWN_BEYOND : SHOWN[token.kind];
  }

  protected override LA_FAST(howMuch: number): IToken {
    return this.LA(howMuch);
  }

  // ---- looking ahead ---------------------------------------------------------------------------------------

  protected get vocabulary(): Vocabulary {
    return this.#source.vocabulary;
  }

  protected isUnit(word: string): boolean {
    return this.#source.declared.units.has(word);
  }

  /** Whether a name in 「 」 is written so anywhere. */
  protected isQuoted(name: string): boolean {
    return this.#tokens.some(({ kind, value }) => kind === "name" && value === name);
  }

  /** A name the file declares: never taken for a mistyped word. */
  protected isDeclared(word: string): boolean {
    return this.#source.declared.names.has(word);
  }

  /** Whether a 方法 of the file has the name. */
  protected isStandard(name: string): boolean {
    return this.#source.declared.standards.has(name);
  }

  /** Index of the next token. */
  protected get next(): number {
    return this.#next;
  }

  protected peek(ahead = 1): Token {
    return this.#tokens[this.#next + ahead - 1] ?? NO_TOKEN;
  }

  /** Junk stands just before. */
  protected behindJunk(ahead = 1): boolean {
    return this.#stream.junk.has(this.#next + ahead - 1);
  }

  protected get lastToken(): Token {
    return this.#lastToken;
  }

  /** The block around ends here. */
  protected blockEnds(ahead = 1): boolean {
    return this.#next + ahead > this.#limit;
  }

  /** Nothing of this row, head or argument can follow. */
  protected ends(ahead = 1): boolean {
    const index = this.#next + ahead - 1;
    if (index >= this.#limit) return true;
    if (this.#brackets === 0 && index !== this.#rowStart && this.#stream.fresh(index)) return true;
    const token = this.peek(ahead);
    return token.kind === "symbol" && (token.value === ";" || token.value === "{" || token.value === "}");
  }

  protected at(mark: string, ahead = 1): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.value === mark && !this.ends(ahead);
  }

  protected atWord(keyword: Keyword, ahead = 1): boolean {
    const token = this.peek(ahead);
    return token.kind === "word" && keywordOf(token.value) === keyword && !this.ends(ahead);
  }

  /** A block opens here; its `{` may stand on a line of its own. */
  protected opens(): boolean {
    const token = this.peek();
    return token.kind === "symbol" && token.value === "{" && !this.blockEnds();
  }

  /** A `,` or `;` between rows. */
  protected separates(): boolean {
    const token = this.peek();
    return token.kind === "symbol" && (token.value === ";" || token.value === ",") && !this.blockEnds();
  }

  /** A word or number right behind another: to be taken apart before anything else is mended. */
  protected isGlued({ before, kind }: Token): boolean {
    return before === "" && kind !== "symbol" && kind !== "end";
  }

  protected isReserved(word: string): boolean {
    for (let at = this.reserved; at !== undefined; at = at.outer) {
      if (at.words.has(word)) return true;
    }
    return false;
  }

  // ---- the node stack --------------------------------------------------------------------------------------

  protected mark(): number {
    return this.#elements.length;
  }

  /** Puts a consumed token on the stack, junk before it first. */
  protected keep(_consumed: IToken): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) return NO_TOKEN; // while Chevrotain records the grammar
    const { junk } = this.#stream;
    if (junk.size > 0) for (const before of junk.get(this.#next) ?? []) this.#elements.push(before);
    this.#elements.push(token);
    this.#next++;
    this.#lastToken = token;
    return token;
  }

  /** Makes a node of all elements since the mark. */
  protected node<N extends Node>(mark: number, fields: Fields<N>): N {
    const elements = this.#elements;
    const children = mark === elements.length - 1 ? [elements.pop() as Element] : elements.splice(mark);
    // Completed in place: a copy of every node would be a fifth of the time.
    const node = fields as object as Finished;
    node.start = children[0]?.start ?? this.#lastToken.end;
    node.end = children.at(-1)?.end ?? this.#lastToken.end;
    node.children = children;
    elements.push(node as unknown as N);
    return node as unknown as N;
  }

  // ---- what is missing or too much -------------------------------------------------------------------------

  /** Reports a mistake of form, once for each place; junk just before is the mistake itself, and reported. */
  protected fault<D>(type: DiagnosticType<D>, data: D, fixes?: readonly Fix[]): void {
    if (this.faulty() && this.#told) this.#source.findings.unmendLast();
    if (this.faulty() || this.behindJunk()) return;
    this.#lastReported = this.#next;
    // What is missing at a row's end is missing after its last token.
    const at = this.ends() || this.opens() ? this.#lastToken : this.peek();
    this.#told = !(at === this.peek() && this.#source.findings.startsAt(at.start));
    if (!this.#told) return this.#source.findings.unmend(at.start);
    this.#source.findings.add(type, data, at, fixes);
  }

  protected report<D>(type: DiagnosticType<D>, data: D, at: Token, fixes?: readonly Fix[]): void {
    this.#lastReported = this.#next;
    this.#told = true;
    this.#source.findings.add(type, data, at, fixes);
  }

  /** What is told of parts of this is no mend of it. */
  protected unmend(start: number, end: number): void {
    this.#source.findings.unmend(start, end);
  }

  /** Reports what stands from here to `end` as one mistake, whatever was said of its characters. */
  protected reportWhole<D>(type: DiagnosticType<D>, data: D, end: number, fixes: readonly Fix[]): void {
    const at = { ...this.peek(), end };
    this.#source.findings.withdraw(at.start, end);
    this.report(type, data, at, fixes);
  }

  protected fix(title: Names, safe: boolean, start: number, end: number, text: string): Fix {
    return replacement({ file: this.#source.findings.file, start, end }, text, title.zh, title.en, safe);
  }

  protected missing(what: Names, fixes?: readonly Fix[]): MissingNode {
    if (!this.RECORDING_PHASE) this.expected(what, fixes);
    return this.node<MissingNode>(this.mark(), { kind: "missing" });
  }

  /** A mistake was found at this very token: nothing goes on with it. */
  protected faulty(): boolean {
    return this.#next === this.#lastReported;
  }

  /** Says what should stand here. */
  protected expected(what: Names, fixes?: readonly Fix[], goes?: "before" | "instead"): void {
    const index = this.#next;
    const found = this.ends() || this.opens() ? "" : this.#quote(index);
    const last = this.#tokens[index - 2]?.kind === "number" && this.#lastToken.before === "";
    const data = { what, found, after: this.#quote(last ? index - 2 : index - 1) };
    this.fault(H1007, goes ? { ...data, goes } : data, fixes);
  }

  /** A token as it is quoted: a number, or a word that ends in one, with the unit right behind it. */
  #quote(index: number): string {
    const [first, unit] = [this.#tokens[index], this.#tokens[index + 1]];
    const whole =
      (first?.kind === "number" || (first?.kind === "word" && /[0-9]$/.test(first.value))) &&
      unit?.before === "" &&
      (unit.kind === "word" || unit.value === "%" || unit.value === "‰");
    return excerpt(`${first?.text ?? ""}${whole ? unit.text : ""}`);
  }

  /** What stands here has been told of, with all that it leaves out: neither is told again, nor against its fix. */
  protected excuse(): void {
    this.#lastReported = this.#next;
    this.#told = false;
  }

  /** The text from here to the end of the row, or to a word that is reserved. */
  protected rest(): { readonly text: string; readonly end: number } {
    let text = "";
    let end = this.peek().start;
    for (let ahead = 1; !this.ends(ahead); ahead++) {
      const token = this.peek(ahead);
      const junk = this.#stream.junk.get(this.#next + ahead - 1) ?? [];
      if (token.kind === "word" && this.isReserved(token.value)) break;
      for (const part of [...junk, token]) text += (text === "" ? "" : part.before) + part.text;
      end = token.end;
    }
    return { text, end };
  }

  /** Says that what stands here fits nothing. */
  protected unexpected(): void {
    const index = this.#next;
    const token = this.peek();
    const continues = this.#stream.fresh(index) && token.kind === "symbol" && OPERATORS.has(token.value);
    if (continues) {
      const said = index > 0 && this.#lineStart(index - 1) === this.#continuedAt;
      this.#continuedAt = index;
      if (said) return; // of a formula on several lines the first that is cut off is told
    }
    this.fault(H1008, { found: excerpt(token.text), rest: continues ? "continues" : "unread" });
  }

  /** Nothing more is told: looking for what was meant is idle. */
  protected get full(): boolean {
    return this.#source.findings.full;
  }

  /** The kind a field of the file is declared with. */
  protected kindOf(field: string): Keyword | undefined {
    return this.#declarations((name) => name === field)[1];
  }

  /** A field of the file of a kind. */
  protected fieldOf(sought: Keyword): string | undefined {
    return this.#declarations((_, kind) => kind === sought)[0];
  }

  /** The first field of the file for which it holds, and its kind. */
  #declarations(
    holds: (name: string, kind: Keyword) => boolean,
  ): readonly [string, Keyword] | readonly [undefined, undefined] {
    for (const [index, { kind, value }] of this.#tokens.entries()) {
      const next = this.#tokens[index + 1];
      if ((kind !== "word" && kind !== "name") || next?.kind !== "word" || !startsRow(this.#tokens, index))
        continue;
      const keyword = keywordOf(next.value);
      if (keyword !== undefined && isKind(keyword) && holds(value, keyword)) return [value, keyword];
    }
    return [undefined, undefined];
  }

  /** The known word that was most likely meant. */
  protected guess(word: string, known: Iterable<string>): string | undefined {
    return this.#source.findings.full ? undefined : meantWord(word, known);
  }

  /** The fix that writes a word in place of a token. */
  protected replacement(token: Token, word: string, safe = false): Fix {
    return this.fix({ zh: `改为 ${word}`, en: `write ${word}` }, safe, token.start, token.end, word);
  }

  /** Index of the token where a run that fits nothing ends: the row's end, blocks in it included. */
  #runEnd(beforeBlock: boolean): number {
    const { braces } = this.#source;
    const start = this.#next;
    let open = 0;
    for (let index = start; index < this.#limit; index++) {
      const token = this.#tokens[index];
      if (token === undefined) return index;
      if (index > start && this.#stream.fresh(index)) return index;
      if (token.kind !== "symbol") continue;
      switch (token.value) {
        case "(":
        case "[":
          open++;
          break;
        case ")":
        case "]":
          open--;
          break;
        case ",":
          if (open <= 0 && index > start) return index;
          break;
        case ";":
          if (index > start) return index;
          break;
        case "}":
          return index > start ? index : index + 1;
        case "{": {
          if (beforeBlock && index > start) return index;
          // A block that lost its brace ends before the token where that showed.
          const end = braces.ends.get(index) ?? this.#limit;
          index = braces.lost.has(index) ? end - 1 : end;
        }
      }
    }
    return this.#limit;
  }

  readonly junk = this.RULE("junk", (beforeBlock = false): JunkNode => {
    const start = this.mark();
    let until = 0;
    this.ACTION(() => {
      until = this.#runEnd(beforeBlock);
    });
    this.MANY({
      GATE: () => this.#next < until,
      DEF: () => {
        this.keep(this.CONSUME(Any));
      },
    });
    const junk = this.node<JunkNode>(start, { kind: "junk" });
    // To part its words would not make it read.
    this.ACTION(() => this.#source.findings.unmend(junk.start, junk.end, H1010.code));
    return junk;
  });

  // ---- brackets and blocks ---------------------------------------------------------------------------------

  /** Counts one level of nesting; false, and a report, when there are too many. */
  protected deeper(into: "brackets" | "blocks" = "brackets"): boolean {
    const depth = this.#depth[into];
    if (depth >= LIMITS.nesting) {
      this.report(H1015, { what: "nesting", limit: LIMITS.nesting, found: depth + 1 }, this.peek());
      return false;
    }
    this.#depth[into] = depth + 1;
    return true;
  }

  protected shallower(levels = 1, outOf: "brackets" | "blocks" = "brackets"): void {
    this.#depth[outOf] -= levels;
  }

  /**
   * What stands between a bracket and its partner, on as many lines as it needs. The occurrences 30 to 32 of the
   * calling rule are used up here.
   */
  protected bracketed<R>(content: () => R, closing: readonly string[] = [")"]): Bracketed<R> {
    const open = this.keep(this.consume(30, Mark));
    const outer = this.#brackets++;
    const inside = content();
    let until = 0;
    this.ACTION(() => {
      until = this.#bracketEnd(closing);
      if (until > this.#next) this.unexpected();
      else if (until < 0) this.#unclosed(open, closing);
    });
    this.many(30, {
      GATE: () => this.#next < until,
      DEF: () => {
        this.keep(this.consume(31, Any));
      },
    });
    const close = this.option(30, {
      GATE: () => until >= 0,
      DEF: () => this.keep(this.consume(32, Mark)),
    });
    this.#brackets = outer;
    return { open, content: inside, close };
  }

  #unclosed(open: Token, closing: readonly string[]): void {
    if (this.faulty() || this.behindJunk()) return;
    this.report(H1006, { open: open.text, close: closing.join(" ") }, open);
  }

  /** Index of the partner, here or later on this line; -1 when there is none. */
  #bracketEnd(closing: readonly string[]): number {
    const start = this.#next;
    let open = 0;
    for (let index = start; index < this.#limit; index++) {
      const token = this.#tokens[index];
      if (token === undefined) return -1;
      const { kind, value } = token;
      if (this.#stream.fresh(index) && !(index === start && kind === "symbol" && closing.includes(value)))
        return -1;
      if (kind !== "symbol") continue;
      if (value === "{" || value === "}" || value === ";") return -1;
      if (open === 0 && closing.includes(value)) return index;
      if (value === "(" || value === "[") open++;
      else if (value === ")" || value === "]") open--;
    }
    return -1;
  }

  /**
   * `{ row; row }`. What is left of a row after it was read is junk. Called where a block opens; the occurrences 20
   * to 22 of the calling rule are used up here.
   */
  protected block(row: () => void, scope?: Reserved["words"]): void {
    const opening = this.#next;
    const outer = {
      limit: this.#limit,
      brackets: this.#brackets,
      reserved: this.reserved,
      inRow: this.inRow,
    };
    const open = this.keep(this.consume(20, Mark));
    if (!this.RECORDING_PHASE) {
      this.#limit = this.#source.braces.ends.get(opening) ?? this.#limit;
      this.#brackets = 0;
      this.reserved = scope && { words: scope, outer: undefined };
    }
    this.rows(row);
    if (this.RECORDING_PHASE || !this.#lost(opening, open)) this.option(20, this.#closing);
    this.#limit = outer.limit;
    this.#brackets = outer.brackets;
    this.reserved = outer.reserved;
    this.inRow = outer.inRow;
  }

  readonly #closing = (): void => {
    this.keep(this.consume(21, Mark));
  };

  /** The block that opened there has no end of its own, which is reported. */
  #lost(opening: number, open: Token): boolean {
    const indent = this.#source.braces.lost.get(opening);
    if (indent === undefined) return false;
    const first = this.#lineStart(opening);
    const head = this.#tokens.slice(first, opening).map(({ before, text }) => before + text);
    const data = {
      head: excerpt(head.join("").trim()),
      line: this.#lineOf(opening),
      last: this.#lineOf(this.#next - 1),
    };
    const { end } = this.#lastToken;
    this.#source.findings.add(H1004, data, open, [
      // What the block has swallowed may hold mistakes of its own, so it is not made unasked.
      this.fix({ zh: "补上 }", en: "add }" }, false, end, end, `\n${indent}}`),
    ]);
    return true;
  }

  /** Index of the first token on the line of another. */
  #lineStart(index: number): number {
    let first = index;
    while (first > 0 && !this.#stream.fresh(first)) first--;
    return first;
  }

  /** The number of the line a token stands on. */
  #lineOf(index: number): number {
    let line = 1;
    for (const [i, token] of this.#tokens.slice(0, index + 1).entries())
      for (const { before } of [...(this.#stream.junk.get(i) ?? []), token])
        line += before.match(/\r\n?|\n/g)?.length ?? 0;
    return line;
  }

  /** Rows up to the block's end. */
  protected rows(row: () => void): void {
    const kinds = [this.#separator, { ALT: () => this.#row(row) }];
    this.many(20, {
      GATE: () => !this.blockEnds(),
      DEF: () => {
        this.or(20, kinds);
      },
    });
  }

  readonly #separator = {
    GATE: () => this.separates(),
    ALT: (): void => {
      this.keep(this.consume(22, Mark));
    },
  };

  #row(row: () => void): void {
    const began = this.#next;
    this.#rowStart = began;
    row();
    // A row that took nothing has met what fits nothing: it is taken here, so that rows always go on.
    if (this.RECORDING_PHASE || this.#next === began || !this.rowEnded()) this.option(21, this.#leftOver);
  }

  readonly #leftOver = (): void => {
    this.ACTION(() => this.unexpected());
    this.subrule(20, this.junk);
  };

  /** Lets a row end before the next token, where a separator should have stood. */
  protected separateHere(): void {
    this.#separatedAt = this.#next;
  }

  /** The row is complete: its end, a separator, or a block that has just closed. */
  protected rowEnded(): boolean {
    return (
      (this.ends() && !this.opens()) ||
      this.separates() ||
      this.#next === this.#separatedAt ||
      (this.#lastToken.kind === "symbol" && this.#lastToken.value === "}")
    );
  }
}

/** A bracket, what is in it, and its partner where there is one. */
export interface Bracketed<R> {
  readonly open: Token;
  readonly content: R;
  readonly close: Token | undefined;
}
