/**
 * The types of tokens the grammar consumes. All words are one type: the tables of keywords, methods and properties
 * tell them apart.
 */
import { createToken, Lexer } from "chevrotain";

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
