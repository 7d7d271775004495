/** The tokens as Chevrotain's parser takes them: each with its type, its place in the file and the junk before it. */
import type { IToken, TokenType } from "chevrotain";
import { DateLiteral, End, Mark, NumberLiteral, QuotedName, Text, Word } from "./token-types.ts";
import type { Token } from "./tree.ts";

/** A token as the grammar sees it: junk is not among them, it rides on the token behind it. */
export interface Grain extends IToken {
  readonly token: Token;
  readonly index: number;
  /** First of its line. */
  readonly fresh: boolean;
  readonly junk: readonly Token[];
}

const TYPES: Readonly<Record<Exclude<Token["kind"], "junk">, TokenType>> = {
  word: Word,
  name: QuotedName,
  text: Text,
  number: NumberLiteral,
  date: DateLiteral,
  symbol: Mark,
  end: End,
};

export const NO_JUNK: readonly Token[] = [];

/** Tokens as the grammar takes them. */
export function grains(tokens: readonly Token[]): Grain[] {
  const result: Grain[] = [];
  let junk: Token[] | undefined;
  for (const token of tokens) {
    if (token.kind === "junk") {
      (junk ??= []).push(token);
      continue;
    }
    const tokenType = TYPES[token.kind];
    result.push({
      token,
      index: result.length,
      fresh: token.startsLine || (junk?.some((j) => j.startsLine) ?? false),
      junk: junk ?? NO_JUNK,
      image: token.text,
      startOffset: token.start,
      tokenType,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
    });
    junk = undefined;
  }
  return result;
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
export const NO_GRAIN: Grain = {
  token: NO_TOKEN,
  index: 0,
  fresh: true,
  junk: NO_JUNK,
  image: "",
  startOffset: 0,
  tokenType: End,
  tokenTypeIdx: End.tokenTypeIdx ?? -1,
};
