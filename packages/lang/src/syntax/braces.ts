import type { TokenStream } from "./token-stream.ts";

/** Which brace closes which, found before parsing, so that no rule runs out of its block. */
export interface Braces {
  /** From the index of `{` to that of its `}`, or of the token before which its `}` was lost. */
  readonly ends: ReadonlyMap<number, number>;
  /** The `{` without a partner, with the blanks their line begins with. */
  readonly lost: ReadonlyMap<number, string>;
}

interface Open {
  readonly index: number;
  /** Indentation of the line it stands on. */
  readonly indent: string;
  /** Indentation of the first line inside. */
  inner: number | undefined;
}

/** Pairs braces. */
export function matchBraces(stream: TokenStream): Braces {
  const { tokens } = stream;
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== "symbol") continue;
    if (token.value === "{") open.push(index);
    else if (token.value === "}") {
      const opening = open.pop();
      if (opening !== undefined) ends.set(opening, index);
    }
  }
  return open.length === 0 ? { ends, lost: NONE_LOST } : matchByIndent(stream, open.length);
}

const NONE_LOST: Braces["lost"] = new Map();

/**
 * Pairs braces where some are missing. Indentation tells whose: a line that stands no deeper than the block's own
 * line, in a block whose lines did, is outside it.
 */
function matchByIndent({ tokens, fresh }: TokenStream, unclosed: number): Braces {
  let missing = unclosed;
  const ends = new Map<number, number>();
  const lost = new Map<number, string>();
  const stack: Open[] = [];
  let indent = "";

  const lose = (open: Open, at: number): void => {
    ends.set(open.index, at);
    lost.set(open.index, open.indent);
  };

  let index = -1;
  for (const token of tokens) {
    index++;
    const brace = token.kind === "symbol" ? token.value : "";
    if (fresh(index) && token.kind !== "end") {
      indent = lineIndent(token.before);
      if (missing > 0) {
        const column = width(indent);
        for (let top = stack.at(-1); top !== undefined && missing > 0; top = stack.at(-1)) {
          const own = width(top.indent);
          const outside =
            brace === "}" ? column < own : column <= own && top.inner !== undefined && top.inner > own;
          if (!outside) break;
          lose(top, index);
          stack.pop();
          missing--;
        }
        const top = stack.at(-1);
        if (top !== undefined && brace !== "}") top.inner ??= column;
      }
    }
    if (brace === "{") stack.push({ index, indent, inner: undefined });
    else if (brace === "}") {
      const open = stack.pop();
      if (open !== undefined) ends.set(open.index, index);
    }
  }
  for (const open of stack) lose(open, tokens.length - 1);
  return { ends, lost };
}

/** The blanks that a line begins with, of what stands before its first token. */
export function lineIndent(before: string): string {
  return before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
}

/** Columns of an indentation; a tab counts as two blanks, a full-width blank too. */
export function width(indent: string): number {
  let columns = 0;
  for (const c of indent) columns += c === "\t" || c === "\u3000" ? 2 : 1;
  return columns;
}
