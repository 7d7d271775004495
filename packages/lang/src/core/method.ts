/**
 * A scoring method is declared as data plus four functions. The phrase grammar, units, completion, formatting, the
 * editor's form and the manual follow from `syntax`; evaluation, explanation, proofs and SQL follow from `lower`.
 */
import type { Fraction, Interval } from "@heng/number";
import type { Range, Report } from "../diagnostics/diagnostic.ts";
import type { Expr, FieldSpec, Say, Tabled, Target } from "./program.ts";
import type { Names } from "../names.ts";
import type { Places } from "./places.ts";
import type { Argument, Clause, Clauses, Shape, Syntax } from "../syntax/phrase.ts";
import type { ComparisonSign } from "../syntax/tree.ts";

/** What stands around a standard: the leaf's name, weight, value and target; a 方法 may bring its own. */
export interface LeafContext {
  /** Id of the indicator (path joined by `/`). */
  readonly id: string;
  readonly name: string;
  readonly points: Fraction;
  /** The weight could not be read; `points` stands for it. */
  readonly weightless?: boolean;
  /** Of a 加分项 or 扣分项, whose points are what 至多 says. */
  readonly extra?: "bonus" | "penalty";
  /** The nearest group above that counts only the share of 分值 that is got. */
  readonly shareOf?: ShareOf;
  /** 得分保留 */
  readonly places: number;
  readonly value: Expr | undefined;
  readonly target: Target | undefined;
  /** What values an expression may have by the declared ranges, where that is known. */
  readonly within?: (e: Expr) => Interval;
  /** Whether an expression is always a whole number of times a figure: a count is of 1, by its declared decimals. */
  readonly comesIn?: (e: Expr, step: Fraction) => boolean;
  /** How the official wording writes definitions; without it they go by their names. */
  readonly spelling?: Spelling;
  /** Range of the whole standard, for findings without a better place. */
  readonly origin: Range;
}

/** How the official wording writes definitions. */
export interface Spelling {
  /**
   * What stands for a definition: its formula, where people do not know it by a name (what was put in for a parameter),
   * or another name than its own; undefined: its name.
   */
  spell(use: Extract<Expr, { node: "use" }>): Expr | string | undefined;
}

/** A group by 加权 or 平均. */
export interface ShareOf {
  readonly name: string;
  readonly by: "weighted" | "average";
}

/** A sign with its right side, or a range. */
export type BoundComparison =
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly right: Expr; readonly origin: Range }
  | BoundRange;
export interface BoundRange {
  readonly kind: "range";
  readonly low: Expr | undefined;
  readonly lowOpen: boolean;
  readonly high: Expr | undefined;
  readonly highOpen: boolean;
  readonly origin: Range;
}
/** A resolved name; what it `refers` to decides which of the others is there. */
export interface BoundName {
  readonly text: string;
  readonly origin: Range;
  /** refers checklist, qualitative: the field. */
  readonly field?: FieldSpec;
  /** refers standard: the body of the 方法 with its arguments put in. */
  readonly standard?: BoundStandard;
}
/** A method call inside a method, checked and ready to be lowered by `Build.standard`. */
export interface BoundStandard {
  readonly method: AnyMethod;
  readonly bound: AnyBound;
  /** With the 值 and 目标 that it measures by: its own, where it is a 方法 that has some. */
  readonly leaf: LeafContext;
  readonly origin: Range;
}

/** What an argument of a shape becomes. A sum is typed by its `unit` (shares of 分值 are already in points). */
type Bind<S extends Shape> = S extends "flag"
  ? true
  : S extends "sum" | "condition"
    ? Expr
    : S extends "comparison"
      ? BoundComparison
      : S extends "range"
        ? BoundRange
        : S extends "name"
          ? BoundName
          : S extends "method"
            ? BoundStandard
            : string;

/** Heads are tagged by their shape. */
export type BoundHead<A extends Argument> = A extends Argument
  ? { readonly shape: A["shape"]; readonly value: Bind<A["shape"]>; readonly origin: Range }
  : never;

/** A clause without `then` is its argument; with `then`, its argument and what followed. */
type BoundClause<C extends Clause, All extends Clauses> = C extends { readonly then: readonly (infer T)[] }
  ? { readonly value: Bind<C["shape"]>; readonly origin: Range } & {
      readonly [K in T & keyof All]?: Bind<All[K]["shape"]>;
    }
  : Bind<C["shape"]>;

export type BoundClauses<C extends Clauses> = {
  readonly [K in keyof C as C[K] extends { need: "once" } ? K : never]: BoundClause<C[K], C>;
} & { readonly [K in keyof C as C[K] extends { need: "once" } ? never : K]?: BoundClause<C[K], C> };

type HeadOf<S> = S extends { readonly head: { readonly arguments: readonly (infer A extends Argument)[] } }
  ? BoundHead<A>
  : never;
type RowsOf<S> = S extends { readonly rows: infer R extends NonNullable<Syntax["rows"]> }
  ? readonly {
      readonly head: HeadOf<R> | undefined;
      readonly clauses: BoundClauses<R["clauses"]>;
      readonly origin: Range;
      readonly places: Places;
    }[]
  : never;

/** A phrase of syntax S with its names, units and shares resolved. A phrase that misses a `once` clause is never bound. */
export interface Bound<S extends Syntax> {
  readonly head: HeadOf<S> | undefined;
  readonly clauses: S extends { readonly clauses: infer C extends Clauses }
    ? BoundClauses<C>
    : Record<never, never>;
  /** Undefined when no block was written. */
  readonly rows: RowsOf<S> | undefined;
  readonly origin: Range;
  readonly places: Places;
}

/** The result of a method: points within [0, upTo], not yet clamped or rounded, and what it has for the 自评表. */
export interface Lowered extends Tabled {
  readonly score: Expr;
  /** Highest score where 最高 allows more than 分值. */
  readonly upTo?: Fraction;
  /** The check of the method has seen to it that every filing gets a figure of 0 to 分值, and some filing 分值 itself. */
  readonly assured?: true;
}

/** The result of a standard inside another. */
export interface Nested extends Lowered {
  /** What `score` was clamped from. */
  readonly unclamped: Expr;
}

/** What `lower` gets: the constructors above, and what needs the leaf. */
export interface Build {
  /** The leaf's 分值 in points. */
  readonly full: Expr;
  /** A named step of the explanation; ids are unique within the leaf (`超出`, `超出2` …). */
  step(name: Names, of: Expr, say?: Say): Expr;
  /**
   * A figure that a person judges (人工's score, an amount 酌情): a field of the filing, named after the indicator
   * (the second and later ones `<id>#2` …), with its reason in the filing's texts. `within`: what may be filed.
   */
  ask(ask: {
    readonly within: Interval;
    readonly reason: "always" | "belowFull";
    /** What is filed is taken, not given. */
    readonly taken?: true;
    readonly origin: Range;
  }): Expr;
  /** A nested standard: lowered, clamped to [0, upTo]; its steps are named under it. */
  standard(standard: BoundStandard): Nested;
}

export interface Method<S extends Syntax> {
  readonly id: string;
  readonly name: Names;
  /** What a standard is called among others, where that is not by the name of its method. */
  called?(m: Bound<S>): Names;
  readonly syntax: S;
  /** What the syntax cannot say. A standard with an error is not lowered. */
  check(m: Bound<S>, leaf: LeafContext, report: Report): void;
  lower(m: Bound<S>, leaf: LeafContext, b: Build): Lowered;
  /** The official 评分标准, as scoring tables word it, the reading of 每 included. */
  wording(m: Bound<S>, leaf: LeafContext): Names;
}

/** A method of some syntax: as the registry holds it. (Methods are bivariant in `m`, so a Method<S> is one.) */
// The binder made `bound` from the method's own syntax, so the pair always fits.
export type AnyBound = Bound<Syntax>;
export interface AnyMethod {
  readonly id: string;
  readonly name: Names;
  called?(m: never): Names;
  readonly syntax: Syntax;
  check(m: never, leaf: LeafContext, report: Report): void;
  lower(m: never, leaf: LeafContext, b: Build): Lowered;
  wording(m: never, leaf: LeafContext): Names;
}

/** The official 评分标准 of a standard, as scoring tables word it. */
export function wordingOf({ method, bound, leaf }: BoundStandard, spelling?: Spelling): Names {
  return method.wording(bound as never, spelling ? { ...leaf, spelling } : leaf);
}

/** Declares a method; the types of `m` follow from `syntax`. */
export function defineMethod<const S extends Syntax>(method: Method<S>): Method<S> {
  return method;
}

/**
 * The method's formula written a second time, without core and `lower`, in plain fractions: the oracle of the
 * differential tests (each folder's reference.ts). Gives the points before clamping to [0, upTo] and rounding.
 */
export type Reference<S extends Syntax> = (
  m: Bound<S>,
  leaf: LeafContext,
  at: {
    /** The value of an argument: a figure in base units. */
    figure(e: Expr): Fraction;
    /** Whether a condition holds. */
    holds(e: Expr): boolean;
    /** The value of an input that is no figure. */
    text(e: Expr): string;
    /** What was filed for the n-th thing the phrase asks (Build.ask), from 0. */
    asked(n: number): Fraction;
    /** Points of a nested standard, clamped. */
    standard(s: BoundStandard): Fraction;
    /** There are no points, although every figure is there. */
    fail(cause: string): never;
  },
) => Fraction;

/** How many things a phrase asks a person for (Build.ask): `asks` beside the `reference` of a method that asks any. */
export type Asks<S extends Syntax> = (m: Bound<S>) => number;
