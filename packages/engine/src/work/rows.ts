/** Folds the rows of a list, some of which may or may not count (docs/reference/semantics.md, §2.10). */
import {
  add,
  addIntervals,
  contains,
  divide,
  fraction,
  hull,
  isZero,
  maximum,
  maximumIntervals,
  minimum,
  minimumIntervals,
  multiply,
  multiplyIntervals,
  ONE,
  point,
  sign,
  WHOLE,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { NEGATIVE_WEIGHT, NO_ROWS, type Expr } from "@heng/lang";
import {
  either,
  error,
  mapFigure,
  marked,
  mayFail,
  missingOf,
  rangeFits,
  rangeOf,
  valueOf,
  type Figure,
  type Known,
  type Outcome,
} from "./outcome.ts";

type Aggregate = Extract<Expr, { readonly node: "aggregate" }>;

/** A row that counts or, while its condition is unknown, may count. */
export interface Member {
  readonly certain: boolean;
  readonly of: Known;
  readonly weight: Known;
}

/** The rows that count, or may. Without any, only 计数 and 合计 have a value. */
export function fold(e: Aggregate, members: readonly Member[]): Outcome {
  const certain = members.filter((m) => m.certain);
  const all = members.map((m) => m.of);
  switch (e.fold) {
    case "count": {
      const count = (of: readonly Member[]) => ({ value: fraction(BigInt(of.length)), open: false });
      return missingOf({ low: count(certain), high: count(members) }, e);
    }
    case "total":
      return total(
        members.map(({ certain: counts, of }) => (counts ? of : orNothing(of))),
        e,
      );
    case "max":
    case "min": {
      if (certain.length === members.length) return extremeOf(all, e.fold, e);
      // Of the rows that are not certain none may count, or all; where no row is certain, one at least must.
      if (certain.length === 0) return marked(spanned(all, e), true);
      return either(
        extremeOf(
          certain.map(({ of }) => of),
          e.fold,
          e,
        ),
        extremeOf(all, e.fold, e),
      );
    }
    default:
      return average(e, members);
  }
}

const COUNT_FROM: Interval = { low: { value: ZERO, open: false }, high: { value: ONE, open: false } };

/** Any number of rows, up to `atMost`, each of which can be whatever `any` can be. */
export function foldUnknown(e: Aggregate, any: Member, atMost: number): Outcome {
  const counts = multiplyIntervals(COUNT_FROM, point(fraction(BigInt(atMost))));
  switch (e.fold) {
    case "count":
      return missingOf(counts, e);
    case "total":
      return missingOf(multiplyIntervals(counts, rangeOf(any.of)), e);
    default:
      // There may be no rows.
      return marked(any.of, true);
  }
}

function orNothing(figure: Known): Known {
  return { state: "missing", range: hull(rangeOf(figure), point(ZERO)) };
}

/** The sum of figures that are no errors (§2.3). */
export function total(figures: readonly Known[], at: Expr): Figure {
  let known = ZERO;
  let open: Interval | undefined;
  for (const figure of figures) {
    if (figure.state === "value") {
      if (known === ZERO) {
        // Nothing to add to yet, and most sums are of two.
        known = figure.value;
        continue;
      }
      const next = valueOf(add(known, figure.value), at);
      if (next.state !== "value") return next;
      known = next.value;
    } else {
      open = open === undefined ? figure.range : addIntervals(open, figure.range);
      if (!rangeFits(open)) return error("precision", at);
    }
  }
  return marked(
    open === undefined ? { state: "value", value: known } : missingOf(addIntervals(open, point(known)), at),
    figures.some(mayFail),
  );
}

/** The greatest or the least of figures that are no errors (§2.5). */
export function extremeOf(figures: readonly Known[], pick: "max" | "min", at: Expr): Figure {
  const [first, ...rest] = figures;
  if (first === undefined) return error(NO_ROWS, at);
  const [exact, ranges] =
    pick === "max" ? ([maximum, maximumIntervals] as const) : ([minimum, minimumIntervals] as const);
  let best: Known = first;
  for (const figure of rest) {
    best =
      best.state === "value" && figure.state === "value"
        ? { state: "value", value: exact(best.value, figure.value) }
        : { state: "missing", range: ranges(rangeOf(best), rangeOf(figure)) };
  }
  return marked(best.state === "value" ? best : missingOf(best.range, at), figures.some(mayFail));
}

/** One of the figures, or anything between them. */
function spanned(figures: readonly Known[], at: Expr): Figure {
  const [first = WHOLE, ...rest] = figures.map(rangeOf);
  return missingOf(rest.reduce(hull, first), at);
}

function isNegative({ weight }: Member): boolean {
  return weight.state === "value" && sign(weight.value) < 0;
}

/** Whether a weight that is missing can be below 0. */
function mayBeNegative({ weight }: Member): boolean {
  if (weight.state === "value") return false;
  const { low } = weight.range;
  return low === undefined || sign(low.value) < 0;
}

/** The mean of the rows, each by its weight (1 without weights). */
function average(e: Aggregate, members: readonly Member[]): Figure {
  if (members.some((m) => m.certain && isNegative(m))) return error(NEGATIVE_WEIGHT, e);
  // A row that would make an error does not count unless there is one.
  const sound = members.filter((m) => !isNegative(m));
  if (sound.length === 0) return error(NO_ROWS, e);
  const sumOfWeights = total(
    sound.map(({ certain, weight }) => (certain ? weight : orNothing(weight))),
    e,
  );
  if (sumOfWeights.state === "error") return sumOfWeights;
  const settled = sound.every(({ certain, weight }) => certain && weight.state === "value");
  if (!settled) {
    // Which rows count, or by how much, is open: a mean lies between the least and the greatest.
    // Taken in, a negative weight is an error, and so are weights that come to 0.
    const fails =
      sound.length < members.length || contains(rangeOf(sumOfWeights), ZERO) || sound.some(mayBeNegative);
    return marked(
      spanned(
        sound.map(({ of }) => of),
        e,
      ),
      fails,
    );
  }
  if (sumOfWeights.state === "missing" || isZero(sumOfWeights.value)) return error(NO_ROWS, e);
  const weighed: Known[] = [];
  for (const { of, weight } of sound) {
    const part = scaledBy(of, weight.state === "value" ? weight.value : ONE, e);
    if (part.state === "error") return part;
    weighed.push(part);
  }
  const mean = scaledBy(total(weighed, e), divide(ONE, sumOfWeights.value), e);
  return marked(mean, sound.length < members.length);
}

function scaledBy(figure: Figure, by: Fraction, at: Expr): Figure {
  return mapFigure(
    figure,
    (value) => multiply(value, by),
    (range) => multiplyIntervals(range, point(by)),
    at,
  );
}
