/** The tokens as the grammar takes them: junk is not among them, it rides on the token behind it. */
import type { Token } from "./tree.ts";

export interface TokenStream {
  readonly tokens: readonly Token[];
  /** The junk before a token, by its index. */
  readonly junk: ReadonlyMap<number, readonly Token[]>;
  /** Whether a token is the first of its line. */
  readonly fresh: (index: number) => boolean;
}

/** Tokens as the grammar takes them. */
export function streamOf(all: readonly Token[]): TokenStream {
  const junk = junkOf(all);
  const tokens = junk.size === 0 ? all : all.filter(({ kind }) => kind !== "junk");
  const startsLine = (index: number): boolean => tokens[index]?.startsLine ?? true;
  return {
    tokens,
    junk,
    fresh:
      junk.size === 0
        ? startsLine
        : (index) => startsLine(index) || junk.get(index)?.some((before) => before.startsLine) === true,
  };
}

function junkOf(all: readonly Token[]): ReadonlyMap<number, readonly Token[]> {
  const junk = new Map<number, Token[]>();
  let index = 0;
  for (const token of all) {
    if (token.kind !== "junk") index++;
    else if (!junk.get(index)?.push(token)) junk.set(index, [token]);
  }
  return junk;
}

/** What stands for a token while Chevrotain records the grammar. */
export const NO_TOKEN: Token = {
  kind: "end",
  text: "",
  value: "",
  before: "",
  start: 0,
  end: 0,
  startsLine: true,
};
export const NO_INPUT: TokenStream = { tokens: [], junk: new Map(), fresh: () => true };
