/**
 * What an expression comes to: docs/reference/semantics.md, sections 1 and 2. A missing figure is carried as the
 * interval of what it can still be, so that whatever is decided by the whole interval is decided.
 */
import { FRACTION_BITS, hull, isPoint, point, WHOLE, type Fraction, type Interval } from "@heng/number";
import type { Expr, FaultCause } from "@heng/lang";

/** Why there is no figure. `field`: what was filed cannot be used; `precision`: more digits than an evaluation may have. */
export interface Fault {
  readonly cause: FaultCause | "field" | "precision";
  /** The divisor of a division by zero; otherwise what could not be worked out. */
  readonly at: Expr;
}

export interface ValueOutcome {
  readonly state: "value";
  readonly value: Fraction;
}
export interface MissingOutcome {
  readonly state: "missing";
  readonly range: Interval;
}
export interface ErrorOutcome {
  readonly state: "error";
  readonly fault: Fault;
}
/** A figure that is no error. */
export type Known = ValueOutcome | MissingOutcome;
/** What a figure comes to. */
export type Figure = Known | ErrorOutcome;
/** What a condition comes to; `unknown`: it depends on what is missing. */
export type Truth = { readonly state: "truth"; readonly holds: boolean } | Unknown | ErrorOutcome;
/** What an option comes to. */
export type Choice = { readonly state: "choice"; readonly option: string } | Unknown | ErrorOutcome;
export interface Unknown {
  readonly state: "unknown";
}
export type Outcome = Figure | Truth | Choice;

export const TRUE: Outcome & Truth = { state: "truth", holds: true };
export const FALSE: Outcome & Truth = { state: "truth", holds: false };
export const UNKNOWN: Unknown = { state: "unknown" };

const LIMIT = 1n << BigInt(FRACTION_BITS);

/** Whether the parts of a fraction fit into FRACTION_BITS (§1.6). */
function fits({ n, d }: Fraction): boolean {
  return n < LIMIT && n > -LIMIT && d < LIMIT;
}

export function error(cause: Fault["cause"], at: Expr): ErrorOutcome {
  return { state: "error", fault: { cause, at } };
}

/** A figure worked out at `at`, or the error that it has too many digits (§1.6). */
export function valueOf(value: Fraction, at: Expr): Figure {
  return fits(value) ? { state: "value", value } : error("precision", at);
}

/** A figure known to lie in an interval; an interval of one number is that number (§1.3). */
export function settle(range: Interval): Known {
  const only = isPoint(range);
  return only === undefined ? { state: "missing", range } : { state: "value", value: only };
}

/** {@link settle} for an interval worked out at `at` (§1.6). */
export function missingOf(range: Interval, at: Expr): Figure {
  return rangeFits(range) ? settle(range) : error("precision", at);
}

/** Whether the ends of an interval fit into FRACTION_BITS. */
export function rangeFits({ low, high }: Interval): boolean {
  return (low === undefined || fits(low.value)) && (high === undefined || fits(high.value));
}

/** All that a figure can be. */
export function rangeOf(figure: Known): Interval {
  return figure.state === "value" ? point(figure.value) : figure.range;
}

/** One of two outcomes, not known which (§2.8): an error is left out unless both are. */
export function either(a: Outcome, b: Outcome): Outcome {
  if (a.state === "error") return b;
  if (b.state === "error") return a;
  if (a.state === "truth" && b.state === "truth" && a.holds === b.holds) return a;
  if (a.state === "choice" && b.state === "choice" && a.option === b.option) return a;
  const figures = (o: Outcome) => o.state === "value" || o.state === "missing";
  if (figures(a) && figures(b)) return eitherFigure(a as Figure, b as Figure);
  return UNKNOWN;
}

/** {@link either} of figures. */
export function eitherFigure(a: Figure, b: Figure): Figure {
  if (a.state === "error") return b;
  if (b.state === "error") return a;
  return settle(hull(rangeOf(a), rangeOf(b)));
}

/** The same for a figure known and one missing: `value` of the one, `range` of the other. */
export function mapFigure(
  figure: Figure,
  exact: (value: Fraction) => Fraction,
  range: (range: Interval) => Interval,
  at: Expr,
): Figure {
  switch (figure.state) {
    case "value":
      return valueOf(exact(figure.value), at);
    case "missing":
      return missingOf(range(figure.range), at);
    case "error":
      return figure;
  }
}

/** A figure where the type of an expression says that there must be one. */
export function asFigure(outcome: Outcome): Figure {
  switch (outcome.state) {
    case "value":
    case "missing":
    case "error":
      return outcome;
    default:
      // A figure-typed expression over text that cannot be told: anything.
      return { state: "missing", range: WHOLE };
  }
}

/** A condition where the type of an expression says that there must be one. */
export function asTruth(outcome: Outcome): Truth {
  return outcome.state === "truth" || outcome.state === "error" ? outcome : UNKNOWN;
}
