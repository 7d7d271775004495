/**
 * The types of tokens the grammar consumes. All words are one type: the tables of keywords, methods and properties
 * tell them apart.
 */
import { createToken, EOF, Lexer } from "chevrotain";
import type { IToken, TokenType } from "chevrotain";
import type { Token } from "./tree.ts";

/** The category of all, for runs that fit nothing. */
export const Any = createToken({ name: "Any", pattern: Lexer.NA });

// The lexer is our own: Chevrotain's is not asked for patterns.
const kind = (name: string) => createToken({ name, pattern: Lexer.NA, categories: [Any] });

export const Word = kind("Word");
export const QuotedName = kind("QuotedName");
export const Text = kind("Text");
export const DateLiteral = kind("DateLiteral");
export const NumberLiteral = kind("NumberLiteral");
export const Mark = kind("Mark");
export const End = kind("End");

/** What the grammar's parser is built from. */
export const TOKEN_TYPES = [Any, Word, QuotedName, Text, DateLiteral, NumberLiteral, Mark, End];

function typed(tokenType: TokenType): IToken {
  return { image: tokenType.name, startOffset: 0, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1 };
}

/** What Chevrotain is shown of a token. It asks for the type and nothing else, so all of one kind are one. */
export const SHOWN: Readonly<Record<Token["kind"], IToken>> = {
  word: typed(Word),
  name: typed(QuotedName),
  text: typed(Text),
  number: typed(NumberLiteral),
  date: typed(DateLiteral),
  symbol: typed(Mark),
  junk: typed(Any),
  end: typed(End),
};
export const SHOWN_BEYOND = typed(EOF);
