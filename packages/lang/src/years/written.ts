/** A text with its tokens in order: what stands around a statement belongs to it or not. */
import { readTrivia } from "../format/trivia.ts";
import type { FileNode, Node, Token } from "../syntax/tree.ts";

export interface Written {
  readonly text: string;
  readonly tree: FileNode;
  readonly tokens: readonly Token[];
  /** Index of the token that begins, or ends, at an offset. */
  readonly from: ReadonlyMap<number, number>;
  readonly until: ReadonlyMap<number, number>;
}

/** Offsets [start, end) of a statement with its comments; `after`: behind its line as well, where nothing else is on it. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

const LINE_END = /\r\n|\r|\n/;

export function written(text: string, tree: FileNode): Written {
  const tokens: Token[] = [];
  const visit = (node: Node): void => {
    for (const child of node.children)
      if ("children" in child) visit(child);
      else tokens.push(child);
  };
  visit(tree);
  return {
    text,
    tree,
    tokens,
    from: new Map(tokens.map(({ start }, index) => [start, index])),
    until: new Map(tokens.map(({ end }, index) => [end, index])),
  };
}

/**
 * A statement with the comments right above it and the one at the end of its line. `all`: with all comments above it, also
 * those that a blank line parts from it.
 */
export function extentOf({ start: first, end: last }: Node, of: Written, all = false): Extent {
  const { text, tokens, from, until } = of;
  const begins = tokens[from.get(first) ?? -1];
  let index = until.get(last) ?? -1;
  const start = begins ? above(begins, all) : first;
  let next = tokens[index + 1];
  let end = last;
  if (next?.kind === "symbol" && (next.value === ";" || next.value === ",")) {
    end = next.end;
    index += 1;
    next = tokens[index + 1];
  }
  if (!next) return { start, end, after: end };
  const [rest = ""] = next.before.split(LINE_END, 1);
  const alone = rest.length < next.before.length || next.kind === "end";
  if (!alone) return { start, end, after: end };
  end += rest.length;
  return { start, end, after: end + (LINE_END.exec(text.slice(end, end + 2))?.[0].length ?? 0) };
}

/** Where the lines above a token that belong to it begin; of a token inside a line, the token itself. */
function above({ before, start }: Token, all: boolean): number {
  const origin = start - before.length;
  const lines = linesIn(before, origin);
  // The first piece ends the line of the token before, unless there is none.
  const own = origin === 0 ? lines : lines.slice(1);
  let from = own.at(-1)?.start;
  if (from === undefined) return start;
  if (all) return own[0]?.start ?? start;
  for (const line of own.slice(0, -1).toReversed()) {
    if (line.text.trim() === "") break;
    from = line.start;
  }
  return from;
}

function linesIn(text: string, origin: number): { readonly text: string; readonly start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let at = 0;
  for (const line of text.split(/(?<=\r\n|\r(?!\n)|\n)/)) {
    lines.push({ text: line, start: origin + at });
    at += line.length;
  }
  if (/[\r\n]$/.test(text)) lines.push({ text: "", start: origin + at });
  return lines;
}

/** The comments between two offsets, each by its place. */
export function commentsIn(of: Written, start: number, end: number): { start: number; end: number }[] {
  return of.tokens.flatMap(({ before, start: at }) => {
    if (before.trim() === "" || at <= start || at - before.length >= end) return [];
    const origin = at - before.length;
    return linesIn(before, origin).flatMap(({ text, start: from }) => {
      const { trailing, own } = readTrivia(text.trimEnd(), true);
      if (trailing === undefined && own.length === 0) return [];
      const begins = from + text.search(/\S/);
      const ends = from + text.trimEnd().length;
      return begins >= start && ends <= end ? [{ start: begins, end: ends }] : [];
    });
  });
}
