import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  absoluteInterval,
  add,
  addIntervals,
  ceiling,
  ceilingInterval,
  clampInterval,
  compare,
  compareIntervals,
  contains,
  divide,
  divideIntervals,
  exactText,
  floor,
  floorInterval,
  fraction,
  hull,
  intersect,
  isPoint,
  isZero,
  maximum,
  maximumIntervals,
  minimum,
  minimumIntervals,
  multiply,
  multiplyIntervals,
  negate,
  negateInterval,
  ONE,
  point,
  power10,
  roundHalfUp,
  roundInterval,
  subtract,
  subtractIntervals,
  WHOLE,
  ZERO,
  type Bound,
  type Comparison,
  type Fraction,
  type Interval,
} from "../src/index.ts";
import { RUNS } from "./arbitraries.ts";

/** "[1, 5/2)" as an interval; "∞" with its sign for an end that is unbounded. */
function interval(text: string): Interval {
  const match = /^([[(])(\S+), (\S+)([\])])$/.exec(text);
  const [, opening = "", low = "", high = "", closing = ""] = match ?? expect.fail(text);
  const bound = (end: string, bracket: string): Bound | undefined => {
    if (end.endsWith("∞")) return undefined;
    const [n = "", d = "1"] = end.split("/");
    return { value: fraction(BigInt(n), BigInt(d)), open: bracket === "(" || bracket === ")" };
  };
  return { low: bound(low, opening), high: bound(high, closing) };
}

/** The text that {@link show} gives of the same interval. */
function normal(text: string): string {
  return text === "none" ? text : show(interval(text));
}

function show(i: Interval | undefined): string {
  if (i === undefined) return "none";
  const low = i.low === undefined ? "(-∞" : `${i.low.open ? "(" : "["}${exactText(i.low.value)}`;
  const high = i.high === undefined ? "∞)" : `${exactText(i.high.value)}${i.high.open ? ")" : "]"}`;
  return `${low}, ${high}`;
}

type Binary = (a: Interval, b: Interval) => Interval | undefined;
type Unary = (i: Interval) => Interval | undefined;

describe("facts", () => {
  test.each<[string, Binary, string, string, string]>([
    ["+", addIntervals, "[1, 2)", "[3, 4]", "[4, 6)"],
    ["+", addIntervals, "[1, ∞)", "(3, 4]", "(4, ∞)"],
    ["−", subtractIntervals, "[1, 2)", "[3, 4]", "[-3, -1)"],
    ["−", subtractIntervals, "[1, 2]", "(0, ∞)", "(-∞, 2)"],
    ["×", multiplyIntervals, "[-1, 2)", "[3, 4]", "[-4, 8)"],
    ["×", multiplyIntervals, "[0, 5)", "(2, 3)", "[0, 15)"],
    ["×", multiplyIntervals, "(0, 5)", "[0, 1]", "[0, 5)"],
    ["×", multiplyIntervals, "(0, 1)", "(1, ∞)", "(0, ∞)"],
    ["×", multiplyIntervals, "[0, 0]", "(-∞, ∞)", "[0, 0]"],
    ["×", multiplyIntervals, "(-∞, 0)", "[2, 3)", "(-∞, 0)"],
    ["×", multiplyIntervals, "(-∞, -1]", "(-∞, -2)", "(2, ∞)"],
    ["×", multiplyIntervals, "(-∞, ∞)", "[1, 2]", "(-∞, ∞)"],
    ["×", multiplyIntervals, "[-2, 3]", "[-3, 2)", "[-9, 6]"],
    ["÷", divideIntervals, "[1, 2]", "[4, 5)", "(1/5, 1/2]"],
    ["÷", divideIntervals, "[1, 2]", "(0, 5]", "[1/5, ∞)"],
    ["÷", divideIntervals, "[1, 2]", "[4, ∞)", "(0, 1/2]"],
    ["÷", divideIntervals, "[0, 2]", "[4, ∞)", "[0, 1/2]"],
    ["÷", divideIntervals, "[1, 2]", "(-∞, 0)", "(-∞, 0)"],
    ["÷", divideIntervals, "[1, 2]", "[-5, -4)", "(-1/2, -1/5]"],
    ["÷", divideIntervals, "[1, 2]", "[0, 5]", "none"],
    ["÷", divideIntervals, "[1, 2]", "(-1, 5]", "none"],
    ["÷", divideIntervals, "[1, 2]", "(-∞, ∞)", "none"],
    ["min", minimumIntervals, "[1, 5)", "(1, 3]", "[1, 3]"],
    ["min", minimumIntervals, "(1, 3)", "(1, 3]", "(1, 3)"],
    ["min", minimumIntervals, "(-∞, ∞)", "[2, 3]", "(-∞, 3]"],
    ["max", maximumIntervals, "[1, 5)", "(1, 5]", "(1, 5]"],
    ["max", maximumIntervals, "(-∞, 4]", "[2, 3]", "[2, 4]"],
    ["hull", hull, "[1, 2)", "(3, 4)", "[1, 4)"],
    ["hull", hull, "(1, 2]", "[1, 2)", "[1, 2]"],
    ["hull", hull, "[1, 2)", "(-∞, 1]", "(-∞, 2)"],
    ["∩", intersect, "[1, 3)", "(1, 4]", "(1, 3)"],
    ["∩", intersect, "[1, 2]", "[2, ∞)", "[2, 2]"],
    ["∩", intersect, "(-∞, ∞)", "[2, 3)", "[2, 3)"],
    ["∩", intersect, "[1, 2)", "[2, 3]", "none"],
    ["∩", intersect, "[1, 2]", "(2, 3]", "none"],
    ["∩", intersect, "[1, 2]", "[3, 4]", "none"],
  ])("%s of %3$s and %4$s is %5$s", (_, operation, a, b, result) => {
    expect(show(operation(interval(a), interval(b)))).toBe(normal(result));
  });

  test.each<[string, Unary, string, string]>([
    ["negation", negateInterval, "(-1, 2]", "[-2, 1)"],
    ["negation", negateInterval, "[1, ∞)", "(-∞, -1]"],
    ["absolute value", absoluteInterval, "[-3, 2)", "[0, 3]"],
    ["absolute value", absoluteInterval, "(-2, 2]", "[0, 2]"],
    ["absolute value", absoluteInterval, "(0, 2]", "(0, 2]"],
    ["absolute value", absoluteInterval, "[-2, 0)", "(0, 2]"],
    ["absolute value", absoluteInterval, "(-∞, 1]", "[0, ∞)"],
    ["absolute value", absoluteInterval, "(-∞, ∞)", "[0, ∞)"],
    ["floor", floorInterval, "(1, 2)", "[1, 1]"],
    ["floor", floorInterval, "[1, 2]", "[1, 2]"],
    ["floor", floorInterval, "[-3/2, 5/2)", "[-2, 2]"],
    ["floor", floorInterval, "(-∞, 3)", "(-∞, 2]"],
    ["ceiling", ceilingInterval, "(1, 2)", "[2, 2]"],
    ["ceiling", ceilingInterval, "[1, ∞)", "[1, ∞)"],
    ["ceiling", ceilingInterval, "(-3/2, 5/2]", "[-1, 3]"],
    ["rounding", (i) => roundInterval(i, 0), "[1/2, 3/2)", "[1, 1]"],
    ["rounding", (i) => roundInterval(i, 0), "[1/2, 3/2]", "[1, 2]"],
    ["rounding", (i) => roundInterval(i, 0), "(-1/2, 1/2)", "[0, 0]"],
    ["rounding", (i) => roundInterval(i, 0), "[-1/2, 1/2]", "[-1, 1]"],
    ["rounding", (i) => roundInterval(i, 0), "(1/2, ∞)", "[1, ∞)"],
    ["rounding", (i) => roundInterval(i, 2), "(1/3, 125/1000)", "[33/100, 12/100]"],
    ["rounding", (i) => roundInterval(i, -1), "[5, 15)", "[10, 10]"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(-∞, ∞)", "[0, 10]"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(3, 5)", "(3, 5)"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(-3, 10)", "[0, 10)"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(11, ∞)", "[10, 10]"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(-5, -1]", "[0, 0]"],
    ["clamping", (i) => clampInterval(i, ZERO, fraction(10n)), "(-5, 0)", "[0, 0]"],
  ])("%s of %3$s is %4$s", (_, operation, i, result) => {
    expect(show(operation(interval(i)))).toBe(normal(result));
  });

  test.each<[Comparison, string, string, boolean | undefined]>([
    [">", "(0, ∞)", "[0, 0]", true],
    [">", "[0, ∞)", "[0, 0]", undefined],
    [">=", "[0, ∞)", "[0, 0]", true],
    ["<", "[0, ∞)", "[0, 0]", false],
    ["<=", "(0, ∞)", "[0, 0]", false],
    ["<=", "[0, ∞)", "[0, 0]", undefined],
    ["<", "[1, 2)", "[2, 3]", true],
    ["<=", "[1, 2]", "[2, 3]", true],
    ["<", "[1, 2]", "[2, 3]", undefined],
    ["=", "[2, 2]", "[2, 2]", true],
    ["=", "[1, 2)", "[2, 2]", false],
    ["=", "[1, 2]", "[2, 2]", undefined],
    ["≠", "[1, 2)", "[2, 2]", true],
    ["≠", "[2, 2]", "[2, 2]", false],
    ["≠", "(-∞, ∞)", "[2, 2]", undefined],
    ["<", "(-∞, ∞)", "(-∞, ∞)", undefined],
  ])("%s of %s and %s is %s", (op, a, b, result) => {
    expect(compareIntervals(op, interval(a), interval(b))).toBe(result);
  });

  test("points and the whole line", () => {
    expect(show(point(ONE))).toBe("[1, 1]");
    expect(isPoint(point(ONE))).toEqual(ONE);
    expect(
      isPoint({
        low: { value: fraction(1n, 2n), open: false },
        high: { value: fraction(2n, 4n), open: false },
      }),
    ).toEqual(fraction(1n, 2n));
    expect(isPoint(interval("[1, 2]"))).toBeUndefined();
    expect(isPoint(interval("[1, ∞)"))).toBeUndefined();
    expect(isPoint(interval("(-∞, 1]"))).toBeUndefined();
    expect(show(WHOLE)).toBe("(-∞, ∞)");
  });
});

const bound = fc.record({
  // Halves, so that zeros, equal ends and ties are common.
  value: fc.bigInt(-6n, 6n).map((n) => fraction(n, 2n)),
  open: fc.boolean(),
});
const end = fc.option(bound, { nil: undefined, freq: 5 });

const anyInterval: fc.Arbitrary<Interval> = fc.record({ low: end, high: end }).filter(({ low, high }) => {
  if (low === undefined || high === undefined) return true;
  const order = compare(low.value, high.value);
  return order < 0 || (order === 0 && !low.open && !high.open);
});

const NEAR = fraction(1n, 1_000_000n);
const FAR = fraction(1_000_000n);

function inside({ low, high }: Interval, f: Fraction): boolean {
  const above = low === undefined ? 1 : compare(f, low.value);
  const below = high === undefined ? -1 : compare(f, high.value);
  return (
    (above > 0 || (above === 0 && low?.open !== true)) && (below < 0 || (below === 0 && high?.open !== true))
  );
}

// Finer than the ends of intervals, so that any two that overlap share a point of it.
const GRID = Array.from({ length: 29 }, (_, index) => fraction(BigInt(index - 14), 4n));

/** Points of an interval: its ends and what lies just within them, far out where it is unbounded, and the grid. */
function samples(i: Interval): Fraction[] {
  const near = [i.low, i.high].flatMap((at) =>
    at === undefined ? [] : [at.value, add(at.value, NEAR), subtract(at.value, NEAR)],
  );
  return [...GRID, ...near, FAR, negate(FAR)].filter((f) => inside(i, f));
}

/**
 * Holds a result against results of points: none lies outside, a closed end is one of them, an open end is approached
 * but is none of them, and an unbounded side goes on.
 */
function expectSoundAndTight(result: Interval, results: readonly Fraction[]): void {
  const reaches = (end: Bound | undefined, extreme: Fraction) => {
    if (end === undefined) return compare(absolute(extreme), fraction(1000n)) > 0;
    const distance = absolute(subtract(extreme, end.value));
    return end.open ? !isZero(distance) && compare(distance, fraction(1n, 1000n)) < 0 : isZero(distance);
  };
  const lowest = results.reduce(minimum);
  const highest = results.reduce(maximum);
  const text = `${show(result)} for ${exactText(lowest)} to ${exactText(highest)}`;
  ok(inside(result, lowest) && inside(result, highest), text);
  ok(reaches(result.low, lowest) && reaches(result.high, highest), text);
}

const FEWER = { numRuns: RUNS.numRuns / 10 };

describe("every operation is sound and tight", () => {
  test.each<[string, Binary, (x: Fraction, y: Fraction) => Fraction]>([
    ["addition", addIntervals, add],
    ["subtraction", subtractIntervals, subtract],
    ["multiplication", multiplyIntervals, multiply],
    ["minimum", minimumIntervals, minimum],
    ["maximum", maximumIntervals, maximum],
  ])("%s", (_, operation, onPoints) => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const result = operation(a, b) ?? expect.fail("no result");
        expectSoundAndTight(
          result,
          samples(a).flatMap((x) => samples(b).map((y) => onPoints(x, y))),
        );
      }),
      FEWER,
    );
  });

  test("division, unless the divisor may be 0", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const result = divideIntervals(a, b);
        equal(result === undefined, inside(b, ZERO));
        if (result === undefined) return;
        expectSoundAndTight(
          result,
          samples(a).flatMap((x) => samples(b).map((y) => divide(x, y))),
        );
      }),
      FEWER,
    );
  });

  test("negation, absolute value, floor, ceiling", () => {
    fc.assert(
      fc.property(anyInterval, (i) => {
        expectSoundAndTight(negateInterval(i), samples(i).map(negate));
        expectSoundAndTight(absoluteInterval(i), samples(i).map(absolute));
        expectSoundAndTight(
          floorInterval(i),
          samples(i).map((x) => fraction(floor(x))),
        );
        expectSoundAndTight(
          ceilingInterval(i),
          samples(i).map((x) => fraction(ceiling(x))),
        );
      }),
      FEWER,
    );
  });

  test("rounding at any place", () => {
    fc.assert(
      fc.property(anyInterval, fc.integer({ min: -3, max: 3 }), (i, places) => {
        // Ends at halves of a step, whatever the place.
        const step = places < 0 ? fraction(power10(-places)) : fraction(1n, power10(places));
        const scale = (at: Bound | undefined) => at && { value: multiply(at.value, step), open: at.open };
        const rounded = roundInterval({ low: scale(i.low), high: scale(i.high) }, places);
        const results = samples(i).map((x) => divide(roundHalfUp(multiply(x, step), places), step));
        const unscale = (at: Bound | undefined) => at && { value: divide(at.value, step), open: at.open };
        expectSoundAndTight({ low: unscale(rounded.low), high: unscale(rounded.high) }, results);
      }),
      FEWER,
    );
  });

  test("clamping", () => {
    const value = bound.map((at) => at.value);
    fc.assert(
      fc.property(anyInterval, value, value, (i, p, q) => {
        const [low, high] = [minimum(p, q), maximum(p, q)];
        const results = samples(i).map((x) => minimum(maximum(x, low), high));
        expectSoundAndTight(clampInterval(i, low, high), results);
      }),
      FEWER,
    );
  });

  test("hull, intersection and membership", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        expectSoundAndTight(hull(a, b), [...samples(a), ...samples(b)]);
        const common = [...samples(a), ...samples(b)].filter((x) => inside(a, x) && inside(b, x));
        const both = intersect(a, b);
        equal(both === undefined, common.length === 0);
        if (both !== undefined) expectSoundAndTight(both, common);
        for (const x of samples(a)) {
          ok(contains(a, x));
          equal(contains(b, x), inside(b, x));
        }
      }),
      FEWER,
    );
  });
});

test("a comparison is decided exactly when all points agree on it", () => {
  const onPoints: Readonly<Record<Comparison, (order: number) => boolean>> = {
    "<": (order) => order < 0,
    "<=": (order) => order <= 0,
    ">": (order) => order > 0,
    ">=": (order) => order >= 0,
    "=": (order) => order === 0,
    "≠": (order) => order !== 0,
  };
  const comparisons = ["<", "<=", ">", ">=", "=", "≠"] as const;
  fc.assert(
    fc.property(anyInterval, anyInterval, (a, b) => {
      const orders = new Set(samples(a).flatMap((x) => samples(b).map((y) => compare(x, y))));
      for (const op of comparisons) {
        const outcomes = new Set([...orders].map((order) => onPoints[op](order)));
        equal(compareIntervals(op, a, b), outcomes.size === 1 ? outcomes.has(true) : undefined);
      }
    }),
    FEWER,
  );
});
