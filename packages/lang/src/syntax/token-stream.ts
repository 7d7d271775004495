/** The tokens as the grammar takes them: junk is not among them, it rides on the token behind it. */
import type { IToken, TokenType } from "chevrotain";
import { DateLiteral, End, Mark, NumberLiteral, QuotedName, Text, Word } from "./token-types.ts";
import type { Token } from "./tree.ts";

export interface TokenStream {
  readonly tokens: readonly Token[];
  /** The junk before a token, by its index. */
  readonly junk: ReadonlyMap<number, readonly Token[]>;
  /** Whether a token is the first of its line. */
  readonly fresh: (index: number) => boolean;
  /**
   * What Chevrotain is given. It asks a token for its type and nothing else, so all of one type are one. It puts
   * sentinels behind them while it parses.
   */
  readonly types: IToken[];
}

const TYPES: Readonly<Record<Token["kind"], IToken | undefined>> = {
  junk: undefined,
  word: typed(Word),
  name: typed(QuotedName),
  text: typed(Text),
  number: typed(NumberLiteral),
  date: typed(DateLiteral),
  symbol: typed(Mark),
  end: typed(End),
};

function typed(tokenType: TokenType): IToken {
  return { image: tokenType.name, startOffset: 0, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1 };
}

/** Tokens as the grammar takes them. */
export function streamOf(all: readonly Token[]): TokenStream {
  const types = all.map(({ kind }) => TYPES[kind]);
  const whole = !types.includes(undefined);
  const junk = whole ? NO_JUNK : junkOf(all);
  const tokens = whole ? all : all.filter(({ kind }) => kind !== "junk");
  const startsLine = (index: number): boolean => tokens[index]?.startsLine ?? true;
  return {
    tokens,
    junk,
    fresh:
      junk.size === 0
        ? startsLine
        : (index) => startsLine(index) || junk.get(index)?.some((before) => before.startsLine) === true,
    types: types.filter((type) => type !== undefined),
  };
}

const NO_JUNK: TokenStream["junk"] = new Map();

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
export const NO_INPUT: TokenStream = { tokens: [], junk: new Map(), fresh: () => true, types: [] };
