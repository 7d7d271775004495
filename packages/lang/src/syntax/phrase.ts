/**
 * The shape of a phrase, declared as data. One grammar rule parses every scoring method and every property:
 * `name head? clause* ({ row* } clause*)?`, row = `head? clause*`, clause = word + argument of its shape.
 * The grammar knows shapes; methods and properties are tables of words (docs/decisions/0003).
 */
import type { Names } from "../names.ts";

/**
 * What may stand as an argument. `flag`: nothing; `sum`: an arithmetic expression; `condition`: an expression that
 * is true or false, or one that begins with a comparison sign (its left side is then 量/值); `comparison`: a sign and
 * a sum, or 在 and a range; `range`: `[a, b)`; `name`: a name, with arguments in ( ) where it refers to a 方法;
 * `method`: a phrase of the method table; `text`: a text in quotes.
 */
export type Shape = "flag" | "sum" | "condition" | "comparison" | "range" | "name" | "method" | "text";

/** What an argument is: its shape, and what the model makes of it. */
export interface Argument {
  readonly shape: Shape;
  /**
   * The kind of figure asked for. `points`: 分, or a share (%) of the leaf's 分值; `value`: as the measured quantity
   * (量, default 值); `step`: as a difference of the measured quantity (个百分点 for ratios, 天 for dates). None: any.
   */
  readonly unit?: "points" | "value" | "step";
  /** What a name refers to. */
  readonly refers?:
    | "checklist"
    | "qualitative"
    | "item"
    | "option"
    | "qualitativeGrade"
    | "standard"
    | "treatment"
    | "grade";
}

/** A clause: its word, its argument, and which clauses belong to it when they follow (`超过 130% 不得分`). */
export interface Clause extends Argument, Names {
  /** `once`: the phrase or row must have it. */
  readonly need?: "once";
  /** Keys of the clauses that attach to this one instead of to the phrase. */
  readonly then?: readonly string[];
}

export type Clauses = Readonly<Record<string, Clause>>;

/** A head: one of the arguments listed; which one is decided by its first token. */
export interface Head {
  readonly arguments: readonly Argument[];
  /** No head before a clause word, `{`, `;` or the line's end. */
  readonly optional?: boolean;
}

export interface Syntax {
  readonly head?: Head;
  readonly clauses?: Clauses;
  readonly rows?: { readonly head?: Head; readonly clauses: Clauses; readonly optional?: boolean };
}

/** An entry of a table the parser looks words up in: a method or a property. */
export interface Entry {
  readonly id: string;
  readonly name: Names;
  readonly syntax: Syntax;
}
