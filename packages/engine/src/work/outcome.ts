/**
 * What an expression comes to: docs/reference/semantics.md, sections 1 and 2. A missing figure is carried as the
 * interval of what it can still be, so that whatever is decided by the whole interval is decided.
 */
import { FRACTION_BITS, hull, isPoint, point, WHOLE, type Fraction, type Interval } from "@heng/number";
import type { Expr, FaultCause } from "@heng/lang";
import type { Row } from "./fields.ts";

/** Why there is no figure: what the rules foresee, or `field`: what was filed cannot be used; `precision`: more digits than an evaluation may have. */
export interface Fault {
  readonly cause: FaultCause | "divisionByZero" | "field" | "precision";
  /** The divisor of a division by zero; otherwise what could not be worked out. */
  readonly at: Expr;
  /** The row it is in, within an aggregate. */
  readonly row?: Row;
}

/** Of whatever is no error. */
interface Sound {
  /** Depending on what is missing it is an error after all (§1.7). */
  readonly mayFail?: true;
}
interface ValueOutcome extends Sound {
  readonly state: "value";
  readonly value: Fraction;
}
interface MissingOutcome extends Sound {
  readonly state: "missing";
  readonly range: Interval;
}
export interface ErrorOutcome {
  readonly state: "error";
  readonly fault: Fault;
}
interface TruthOutcome extends Sound {
  readonly state: "truth";
  readonly holds: boolean;
}
interface ChoiceOutcome extends Sound {
  readonly state: "choice";
  readonly option: string;
}
export interface Unknown extends Sound {
  readonly state: "unknown";
}
/** A figure that is no error. */
export type Known = ValueOutcome | MissingOutcome;
/** What a figure comes to. */
export type Figure = Known | ErrorOutcome;
/** What a condition comes to; `unknown`: it depends on what is missing. */
export type Truth = TruthOutcome | Unknown | ErrorOutcome;
/** What an option comes to. */
type Choice = ChoiceOutcome | Unknown | ErrorOutcome;
export type Outcome = Figure | Truth | Choice;

export const TRUE: TruthOutcome = { state: "truth", holds: true };
export const FALSE: TruthOutcome = { state: "truth", holds: false };
export const UNKNOWN: Unknown = { state: "unknown" };

/** Whether an outcome is no error, but may become one. */
export function mayFail(outcome: Outcome): boolean {
  return outcome.state !== "error" && outcome.mayFail === true;
}

/** Whether an outcome depends on what is missing. */
export function isOpen(outcome: Outcome): boolean {
  return outcome.state === "missing" || outcome.state === "unknown" || mayFail(outcome);
}

/** The outcome, marked as one that may become an error if `fails`. */
export function marked<O extends Outcome>(outcome: O, fails: boolean): O {
  return !fails || outcome.state === "error" || outcome.mayFail === true
    ? outcome
    : { ...outcome, mayFail: true };
}

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

/** One of two outcomes, not known which (§2.8): where only one is an error, the other one, which may fail. */
export function either(a: Outcome, b: Outcome): Outcome {
  if (a.state === "error") return marked(b, true);
  if (b.state === "error") return marked(a, true);
  return marked(eitherKnown(a, b), mayFail(a) || mayFail(b));
}

function eitherKnown(a: Outcome, b: Outcome): Outcome {
  if (a.state === "truth" && b.state === "truth" && a.holds === b.holds) return a;
  if (a.state === "choice" && b.state === "choice" && a.option === b.option) return a;
  if (isKnown(a) && isKnown(b)) return settle(hull(rangeOf(a), rangeOf(b)));
  return UNKNOWN;
}

/** {@link either} of figures. */
export function eitherFigure(a: Figure, b: Figure): Figure {
  return asFigure(either(a, b));
}

/** Whether an outcome is that of a figure, and no error. */
export function isKnown(outcome: Outcome): outcome is Known {
  return outcome.state === "value" || outcome.state === "missing";
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
      return marked(valueOf(exact(figure.value), at), figure.mayFail === true);
    case "missing":
      return marked(missingOf(range(figure.range), at), figure.mayFail === true);
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
    case "unknown":
      // What cannot be told may be any figure.
      return marked({ state: "missing", range: WHOLE }, outcome.mayFail === true);
    default:
      return mismatch(outcome, "figure");
  }
}

/** A condition where the type of an expression says that there must be one. */
export function asTruth(outcome: Outcome): Truth {
  switch (outcome.state) {
    case "truth":
    case "unknown":
    case "error":
      return outcome;
    default:
      return mismatch(outcome, "condition");
  }
}

/** The checked program has types that fit: this is a fault of whoever made it, never of data. */
function mismatch({ state }: Outcome, wanted: string): never {
  throw new Error(`An expression of a ${wanted} came to a ${state}`);
}
