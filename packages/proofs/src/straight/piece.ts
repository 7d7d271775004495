/** What a standard is on a cell of the one figure that it reads: a constant, a straight line, a share of it, or steps of one. */
import {
  add,
  addIntervals,
  compare,
  divide,
  equals,
  fraction,
  isZero,
  multiply,
  multiplyIntervals,
  ONE,
  point,
  sign,
  subtract,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { roundedFigure, roundedRange, roundingTurns, type ComparisonSign, type Expr } from "@heng/lang";
import type { Way } from "../space/reach.ts";
import { MIRRORED } from "../space/space.ts";

type Round = Extract<Expr, { node: "round" }>;

/** `a + b·x`, or `a + b ÷ x`, or of steps `a + b·round(of)`. With b = 0 it is a constant, and no more is said of it. */
export interface Piece {
  readonly a: Fraction;
  readonly b: Fraction;
  readonly inverse: boolean;
  readonly steps: Steps | undefined;
}

/** A line, rounded. */
interface Steps {
  readonly round: Round;
  readonly of: Piece;
}

/** The figure itself. */
export const FIGURE: Piece = { a: ZERO, b: ONE, inverse: false, steps: undefined };

export function constant(a: Fraction): Piece {
  return { a, b: ZERO, inverse: false, steps: undefined };
}

export function isConstant({ b }: Piece): boolean {
  return b.n === 0n;
}

/** The sum; undefined where it is no single piece. */
export function plus(p: Piece, q: Piece): Piece | undefined {
  if (isConstant(q)) return { ...p, a: add(p.a, q.a) };
  if (isConstant(p)) return { ...q, a: add(p.a, q.a) };
  if (p.steps || q.steps || p.inverse !== q.inverse) return undefined;
  return { ...p, a: add(p.a, q.a), b: add(p.b, q.b) };
}

export function times(p: Piece, by: Fraction): Piece {
  return { ...p, a: multiply(p.a, by), b: multiply(p.b, by) };
}

/** `1 ÷ p`; undefined where that is no single piece, or p is 0. Of a line it is one only where p is 0 with x. */
export function inverseOf(p: Piece): Piece | undefined {
  if (isConstant(p)) return isZero(p.a) ? undefined : constant(divide(ONE, p.a));
  if (p.steps || !isZero(p.a)) return undefined;
  return { ...p, b: divide(ONE, p.b), inverse: !p.inverse };
}

/** A piece rounded as a node says; undefined of steps, which are not rounded twice. */
export function roundedBy(round: Round, of: Piece): Piece | undefined {
  if (isConstant(of)) return constant(roundedFigure(round, of.a));
  return of.steps ? undefined : { ...FIGURE, steps: { round, of } };
}

/** What a piece is for one x. */
export function valueAt({ a, b, inverse, steps }: Piece, x: Fraction): Fraction {
  if (b.n === 0n) return a;
  const of = steps ? roundedFigure(steps.round, valueAt(steps.of, x)) : x;
  return add(a, inverse ? divide(b, of) : multiply(b, of));
}

/**
 * The values of x at which the one comes to the other, or goes on from it, as far as a comparison by a sign tells them
 * apart; undefined where they cannot be told. Where both are the same throughout there are none.
 */
export function meetings(p: Piece, q: Piece, by: ComparisonSign): readonly Fraction[] | undefined {
  if (p.steps || q.steps) {
    if (isSame(p, q)) return NOWHERE;
    if (q.steps) return isConstant(p) ? stepMeetings(q, p.a, MIRRORED[by]) : undefined;
    return isConstant(q) ? stepMeetings(p, q.a, by) : undefined;
  }
  if (isConstant(p) && isConstant(q)) return NOWHERE;
  if (!isConstant(p) && !isConstant(q) && p.inverse !== q.inverse) return undefined;
  const gap = subtract(q.a, p.a);
  const slope = subtract(p.b, q.b);
  if (isZero(slope)) return NOWHERE;
  if (!(isConstant(p) ? q : p).inverse) return [divide(gap, slope)];
  return isZero(gap) ? NOWHERE : [divide(slope, gap)];
}

function stepMeetings(
  { a, b, steps }: Piece,
  at: Fraction,
  by: ComparisonSign,
): readonly Fraction[] | undefined {
  if (!steps) return undefined;
  const { reached, passed } = roundingTurns(steps.round, divide(subtract(at, a), b));
  const seen = sign(b) > 0 ? by : MIRRORED[by];
  const ends =
    seen === ">" || seen === "<=" ? [passed] : seen === ">=" || seen === "<" ? [reached] : [reached, passed];
  return ends.flatMap((end) => meetings(steps.of, constant(end), "=") ?? []);
}

function isSame(p: Piece, q: Piece): boolean {
  return (
    p.steps?.round === q.steps?.round &&
    equals(p.a, q.a) &&
    equals(p.b, q.b) &&
    (!p.steps || !q.steps || isSame(p.steps.of, q.steps.of))
  );
}

/** All that a piece comes to on a cell, on which no share of 0 is asked for. */
export function rangeOf({ a, b, inverse, steps }: Piece, cell: Interval): Interval {
  if (b.n === 0n) return point(a);
  if (steps) {
    const inside = roundedRange(steps.round, rangeOf(steps.of, cell));
    return addIntervals(multiplyIntervals(inside, point(b)), point(a));
  }
  const low = inverse ? shareEnd(cell.high) : cell.low;
  const high = inverse ? shareEnd(cell.low) : cell.high;
  const end = (of: Interval["low"]): Interval["low"] =>
    of && { value: add(a, multiply(b, of.value)), open: of.open };
  return b.n > 0n ? { low: end(low), high: end(high) } : { low: end(high), high: end(low) };
}

/** What `1 ÷ x` comes to at an end of x: towards 0 it has none, and without end it comes near to 0. */
function shareEnd(of: Interval["low"]): Interval["low"] {
  if (!of) return { value: ZERO, open: true };
  return isZero(of.value) ? undefined : { value: divide(ONE, of.value), open: of.open };
}

/** Which way a piece goes as x rises. */
export function wayOf({ b, inverse, steps }: Piece): Way {
  if (b.n === 0n) return 0;
  const own = (b.n > 0n !== inverse ? 1 : -1) as 1 | -1;
  const within = steps ? wayOf(steps.of) : 1;
  return within === undefined ? undefined : ((own * within) as Way);
}

/** Whether a value lies between the ends of a cell, or at one that it has. */
export function isWithin({ low, high }: Interval, x: Fraction): boolean {
  if (low && (low.open ? compare(x, low.value) <= 0 : compare(x, low.value) < 0)) return false;
  return !high || (high.open ? compare(x, high.value) < 0 : compare(x, high.value) <= 0);
}

/** Some value within a cell, and at no end of one that has others. */
export function innerOf({ low, high }: Interval): Fraction {
  if (low && high) return divide(add(low.value, high.value), fraction(2n));
  if (low) return add(low.value, ONE);
  return high ? subtract(high.value, ONE) : ZERO;
}

const NOWHERE: readonly Fraction[] = [];
