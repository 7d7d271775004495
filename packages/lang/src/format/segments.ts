/** A file as rows of pieces: what stands on one line if there is room, with blocks and comments in their places. */
import { SIGN_SUFFIXES, SIGN_WORDS } from "../syntax/known-words.ts";
import type { Element, Node, Token } from "../syntax/tree.ts";
import { isUnit } from "./broken.ts";
import {
  blockEnd,
  firstToken,
  isDropped,
  isEmpty,
  isGlued,
  isMark,
  isSeparator,
  isSuffixed,
  lastToken,
  leaves,
} from "./elements.ts";
import { readTrivia, type OwnLine } from "./trivia.ts";
import { displayWidth } from "./width.ts";
import { isNode, spell, type Spelling } from "./words.ts";

/** Some text without blanks around it. */
export interface Piece {
  readonly kind: "piece";
  readonly text: string;
  /**
   * Its columns in Chinese. What fits on a line is decided by this, whatever the language, so that a file brought to
   * the other language and back is the same.
   */
  readonly width: number;
  /** The token it was made of; of text made up, the one it stands before. */
  readonly token: Token;
  /** No blank before it. */
  readonly glued: boolean;
  /** It began a line as written. */
  readonly newline: boolean;
  /** A comment that ended the line before it. */
  readonly trailing: string | undefined;
  readonly own: readonly OwnLine[];
}

export interface Block {
  readonly kind: "block";
  readonly rows: readonly Row[];
  readonly separator: ";" | ",";
  /** Written on one line, and no comment in it. */
  readonly oneLine: boolean;
  /** A comment behind the opening brace. */
  readonly trailing: string | undefined;
  /** Comments before the closing brace. */
  readonly end: readonly OwnLine[];
}

export interface Row {
  readonly pieces: readonly (Piece | Block)[];
  /** What the row is, where it is one node. */
  readonly node: Node | undefined;
  readonly own: readonly OwnLine[];
  /** A blank line before the row, behind its comments. */
  readonly blank: boolean;
  /** On the line of the row before. */
  readonly joined: boolean;
  /** A comment at the end of the row's line. */
  readonly trailing: string | undefined;
  /** What could not be read begins the row: it keeps this indentation, since lines follow that have theirs. */
  readonly indent: string | undefined;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

export interface Reading {
  readonly source: string;
  readonly spelling: Spelling;
  readonly broken: ReadonlySet<Node>;
}

/** The rows of a file, and the comments after the last. */
export function rowsOfFile(tree: Node, reading: Reading): Pick<Block, "rows" | "end"> {
  const end = tree.children.at(-1);
  return new Reader(reading).rows(
    tree.children.slice(0, -1),
    end && !isNode(end) ? end : undefined,
    undefined,
  );
}

/** Reads one file from left to right. */
class Reader {
  readonly #reading: Reading;
  readonly #lines = new Set<Node>();
  #previous: Token | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /**
   * Elements between braces, as rows; `close` is the token behind them, `opening` the comment behind the brace, `before` those that
   * stood before it.
   */
  rows(
    all: readonly Element[],
    close: Token | undefined,
    opening: string | undefined,
    before: readonly OwnLine[] = [],
  ) {
    const elements = this.#withBrokenLines(all);
    const rows: Draft<Row>[] = [];
    /** A file has no brace that a comment could stand behind. */
    const atMargin = close?.kind === "end";
    let trailing = opening;
    let own: OwnLine[] = [...before];
    let blank = false;
    let newline = true;
    /** Nothing but separators since the last row. */
    let separated = true;
    let closed = false;

    const takeTrivia = (token: Token): void => {
      const trivia = readTrivia(token.before, token.start === token.before.length);
      if (trivia.trailing !== undefined) {
        const row = rows.at(-1);
        if (own.length === 0 && !blank && row && row.trailing === undefined) row.trailing = trivia.trailing;
        else if (own.length === 0 && !row && !atMargin && trailing === undefined) trailing = trivia.trailing;
        else {
          own.push({ text: trivia.trailing, blank });
          blank = false;
        }
      }
      own.push(
        ...trivia.own.map((line, index) => ({ ...line, blank: line.blank || (index === 0 && blank) })),
      );
      blank = trivia.own.length > 0 ? trivia.blank : blank || trivia.blank;
      newline ||= trivia.newline;
    };

    for (let index = 0; index < elements.length; index++) {
      const element = elements[index];
      if (element === undefined || isEmpty(element)) continue;
      if (isSeparator(element)) {
        takeTrivia(element);
        this.#previous = element;
        separated = true;
        continue;
      }
      const token = firstToken(element);
      if (token === undefined) continue;
      const opens = isMark(token, "{") && !isNode(element);
      const begins = token.startsLine && !opens;
      if (rows.length === 0 || separated || begins || closed) {
        takeTrivia(token);
        rows.push({
          pieces: [],
          node: isNode(element) ? element : undefined,
          own,
          blank,
          joined: !newline && own.length === 0,
          trailing: undefined,
          indent: this.#indentOf(element, token),
        });
        own = [];
        blank = false;
        newline = false;
        separated = false;
        const until = this.#rowEnd(elements, index);
        const row = rows.at(-1);
        if (row) {
          row.pieces = this.#pieces(elements.slice(index, until), undefined, true);
          if (until > index + 1) row.node = undefined;
        }
        closed = this.#previous !== undefined && isMark(this.#previous, "}");
        index = until - 1;
      }
    }
    if (close) takeTrivia(close);
    return { rows: rows as readonly Row[], end: own as readonly OwnLine[], trailing };
  }

  #isBroken(node: Node): boolean {
    return this.#lines.has(node) || (isUnit(node) && this.#reading.broken.has(node));
  }

  /** What could not be read, with all that stands on its line: a separator there may belong to it. */
  #withBrokenLines(elements: readonly Element[]): Element[] {
    if (this.#reading.broken.size === 0) return [...elements];
    const lines: Element[][] = [];
    const isBrace = (element: Element | undefined): boolean =>
      element !== undefined && !isNode(element) && (isMark(element, "{") || isMark(element, "}"));
    for (const element of elements) {
      const line = lines.at(-1);
      const apart = firstToken(element)?.startsLine === true || isBrace(element) || isBrace(line?.[0]);
      if (line && !apart) line.push(element);
      else lines.push([element]);
    }
    return lines.flatMap((line) => {
      const [first] = line;
      const last = line.at(-1);
      if (!first || !last || line.length === 1) return line;
      if (!line.some((element) => isNode(element) && this.#isBroken(element))) return line;
      const whole: Node = { kind: "junk", start: first.start, end: last.end, children: line };
      this.#lines.add(whole);
      return [whole];
    });
  }

  /** Index behind the elements of the row that begins at `start`. */
  #rowEnd(elements: readonly Element[], start: number): number {
    let index = start;
    for (; index < elements.length; index++) {
      const element = elements[index];
      if (element === undefined || isEmpty(element)) continue;
      if (isSeparator(element)) break;
      const token = firstToken(element);
      if (token && !isNode(element) && isMark(token, "{")) {
        index = blockEnd(elements, index);
        return index + 1;
      }
      if (index > start && token?.startsLine === true) break;
      const last = isNode(element) ? lastToken(element) : element;
      if (last && isMark(last, "}")) return index + 1;
    }
    return index;
  }

  #indentOf(element: Element, token: Token): string | undefined {
    if (!isNode(element) || !this.#isBroken(element) || !token.startsLine) return undefined;
    const { source } = this.#reading;
    if (!/[\r\n]/.test(source.slice(element.start, element.end))) return undefined;
    return /[^\r\n]*$/.exec(token.before)?.[0].replace(/[^ \t\u3000]/g, "");
  }

  /** The pieces of a row. `leads`: the trivia of its first token has been taken. */
  #pieces(elements: readonly Element[], parent: Node | undefined, leads: boolean): (Piece | Block)[] {
    const pieces: (Piece | Block)[] = [];
    let first = leads;
    const add = (token: Token, text: string, glued: boolean): void => {
      const trivia = first ? undefined : readTrivia(token.before, false);
      first = false;
      pieces.push({
        kind: "piece",
        text,
        width: displayWidth(this.#reading.spelling.roles.get(token)?.zh ?? text),
        token,
        glued,
        newline: trivia?.newline ?? false,
        trailing: trivia?.trailing,
        own: trivia?.own ?? [],
      });
      this.#previous = token;
    };
    const visit = (list: readonly Element[], around: Node | undefined, gluedFirst: boolean): void => {
      for (let index = 0; index < list.length; index++) {
        const element = list[index];
        if (element === undefined || isEmpty(element)) continue;
        const glued = index === 0 ? gluedFirst : isGlued(list, index, around);
        if (isNode(element)) {
          if (this.#isBroken(element)) this.#verbatim(element, add);
          else if (isSuffixed(element)) this.#suffixed(element, add, visit);
          else visit(element.children, element, glued);
        } else if (isMark(element, "{")) {
          const end = blockEnd(list, index);
          pieces.push(this.#block(list.slice(index, end + 1), around));
          first = false;
          index = end;
        } else {
          const text = isDropped(element, around) ? "" : this.#spell(element, around);
          const previous = this.#previous;
          const behind = previous !== undefined && (isMark(previous, "(") || isMark(previous, "["));
          // `2022年度` and `2位小数`, but `2022 year` and `2 decimals`.
          const worded = around?.kind === "year" || (around?.kind === "quantity" && text === "decimals");
          const apart = worded && this.#reading.spelling.keywords === "en";
          add(element, text, (glued && !apart) || text === "" || (!first && behind));
        }
      }
    };
    visit(elements, parent, false);
    return pieces;
  }

  #spell(token: Token, around: Node | undefined): string {
    if (isMark(token, ":") && around) return "=";
    if (around?.kind === "comparison" && token.kind === "word") {
      return SIGN_WORDS.get(token.value) ?? spell(token, this.#previous, this.#reading.spelling);
    }
    return spell(token, this.#previous, this.#reading.spelling);
  }

  /** `95%以上`: the sign goes before the number. */
  #suffixed(
    node: Node,
    add: (token: Token, text: string, glued: boolean) => void,
    visit: (list: readonly Element[], around: Node | undefined, glued: boolean) => void,
  ): void {
    const suffix = node.children.at(-1);
    const quantity = node.children.at(-2);
    const number = quantity && firstToken(quantity);
    if (!suffix || isNode(suffix) || !quantity || !number) return;
    visit(node.children.slice(0, -2), node, false);
    add(number, SIGN_SUFFIXES.get(suffix.value) ?? suffix.text, false);
    const [first, ...rest] = isNode(quantity) ? quantity.children : [quantity];
    if (first && !isNode(first)) add({ ...first, before: " " }, this.#spell(first, node), false);
    visit(rest, undefined, true);
    this.#previous = suffix;
  }

  /** What could not be read, as it was written. */
  #verbatim(node: Node, add: (token: Token, text: string, glued: boolean) => void): void {
    const token = firstToken(node);
    const last = lastToken(node);
    if (!token || !last) return;
    const text = this.#reading.source
      .slice(token.start, last.end)
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t\n]+$/, "");
    add(token, text, false);
    this.#previous = last;
  }

  /** `{ … }`, braces included. */
  #block(list: readonly Element[], around: Node | undefined): Block {
    const [open] = list;
    const last = list.at(-1);
    const close = last && !isNode(last) && isMark(last, "}") ? last : undefined;
    const inner = list.slice(1, close ? -1 : undefined);
    let oneLine = true;
    let opening: string | undefined;
    let before: readonly OwnLine[] = [];
    if (open && !isNode(open)) {
      // A comment before the brace goes behind it.
      const trivia = readTrivia(open.before, false);
      opening = trivia.trailing;
      before = trivia.own;
      this.#previous = open;
    }
    for (const token of [
      ...inner.flatMap((element) => (isNode(element) ? leaves(element) : [element])),
      close,
    ]) {
      if (token?.startsLine === true) oneLine = false;
    }
    const { rows, end, trailing } = this.rows(inner, close, opening, before);
    if (close) this.#previous = close;
    if (before.length > 0 || trailing !== undefined) oneLine = false;
    const listed = around?.kind === "fieldType" || around?.kind === "projectGroup";
    return { kind: "block", rows, separator: listed ? "," : ";", oneLine, trailing, end };
  }
}
