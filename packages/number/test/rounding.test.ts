import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  exactText,
  finiteDecimal,
  fixed,
  fraction,
  isZero,
  multiply,
  negate,
  power10,
  reduce,
  roundHalfUp,
  subtract,
  ZERO,
} from "../src/index.ts";
import { anyFraction, decimal, decimalText, decimalValue, RUNS } from "./arbitraries.ts";

describe("facts", () => {
  test.each([
    [1n, 8n, 2, "0.13"], // 0.125
    [-1n, 8n, 2, "-0.13"],
    [1n, 3n, 2, "0.33"],
    [2n, 3n, 2, "0.67"],
    [-2n, 3n, 2, "-0.67"],
    [1n, 200n, 2, "0.01"], // 0.005
    [-1n, 200n, 2, "-0.01"],
    [-1n, 201n, 2, "0.00"],
    [1n, 2n, 0, "1"],
    [-1n, 2n, 0, "-1"],
    [0n, 7n, 2, "0.00"],
    [10n, 1n, 0, "10"],
    [1005n, 1000n, 2, "1.01"],
    [99999n, 1000n, 2, "100.00"],
    [1n, 2n, 12, "0.500000000000"],
    [15n, 1n, -1, "20"],
    [-15n, 1n, -1, "-20"],
    [14n, 1n, -1, "10"],
    [4n, 1n, -1, "0"],
    [149999n, 1n, -5, "100000"],
    [500000000000n, 1n, -12, "1000000000000"],
  ] as const)("%s/%s at %i places is %s", (n, d, places, text) => {
    expect(fixed(fraction(n, d), places)).toBe(text);
  });

  test("the denominator is the power of ten of the places", () => {
    expect(roundHalfUp(fraction(1n, 3n), 2)).toEqual({ n: 33n, d: 100n });
    expect(roundHalfUp(fraction(1n, 2n), 2)).toEqual({ n: 50n, d: 100n });
    expect(roundHalfUp(fraction(-155n), -1)).toEqual({ n: -160n, d: 1n });
    expect(roundHalfUp(fraction(1n, 3n), 80).d).toBe(10n ** 80n);
  });

  test("places are whole numbers", () => {
    expect(() => roundHalfUp(ZERO, 0.5)).toThrow(RangeError);
    expect(() => roundHalfUp(ZERO, -0.5)).toThrow(RangeError);
    expect(() => power10(-1)).toThrow(RangeError);
  });

  test("powers of ten, kept or not", () => {
    expect([power10(0), power10(1), power10(12)]).toEqual([1n, 10n, 1_000_000_000_000n]);
    for (const exponent of [63, 64, 100]) expect(`${power10(exponent)}`).toBe(`1${"0".repeat(exponent)}`);
  });

  test.each([
    [1n, 2n, "0.5"],
    [-12n, 1n, "-12"],
    [100n, 1n, "100"],
    [200n, 2n, "100"],
    [0n, 8n, "0"],
    [1n, 8n, "0.125"],
    [-1n, 80n, "-0.0125"],
    [3n, 6n, "0.5"],
    [1n, 1_000_000n, "0.000001"],
    [1n, 1024n, "0.0009765625"],
    [1n, 3125n, "0.00032"],
    [335945n, 100n, "3359.45"],
  ])("%s/%s is %s", (n, d, text) => {
    expect(finiteDecimal(fraction(n, d))).toBe(text);
    expect(exactText(fraction(n, d))).toBe(text);
  });

  test("what does not terminate is a fraction in lowest terms", () => {
    for (const [n, d, text] of [
      [1n, 3n, "1/3"],
      [-2n, 6n, "-1/3"],
      [579690n, 671890n, "57969/67189"],
      [1n, 70n, "1/70"],
    ] as const) {
      expect(finiteDecimal(fraction(n, d))).toBeUndefined();
      expect(exactText(fraction(n, d))).toBe(text);
    }
  });
});

const places = fc.integer({ min: -12, max: 12 });
const step = (p: number) => (p < 0 ? fraction(power10(-p)) : fraction(1n, power10(p)));
const half = fraction(1n, 2n);

describe("properties", () => {
  test("a tie goes away from zero, and one step to either side of it does not", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 15n),
        places,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (k, p, finer, negative) => {
          const towards = (value: bigint) => multiply(fraction(negative ? -value : value), step(p));
          const tie = multiply(add(fraction(k), half), step(p));
          const nudge = multiply(step(p), fraction(1n, power10(finer)));
          const at = (magnitude: typeof tie) => roundHalfUp(negative ? negate(magnitude) : magnitude, p);
          ok(equals(at(subtract(tie, nudge)), towards(k)));
          ok(equals(at(tie), towards(k + 1n)));
          ok(equals(at(add(tie, nudge)), towards(k + 1n)));
        },
      ),
      RUNS,
    );
  });

  test("rounding moves by half a step at most, mirrors the sign, keeps the order and settles", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, places, (a, b, p) => {
        const rounded = roundHalfUp(a, p);
        const halfStep = multiply(half, step(p));
        ok(compare(absolute(subtract(rounded, a)), halfStep) <= 0);
        deepEqual(roundHalfUp(negate(a), p), negate(rounded));
        deepEqual(roundHalfUp(rounded, p), rounded);
        if (compare(a, b) <= 0) ok(compare(rounded, roundHalfUp(b, p)) <= 0);
        const steps = divide(rounded, step(p));
        equal(reduce(steps).d, 1n);
      }),
      RUNS,
    );
  });

  test("rounding and printing agree with decimal.js on finite decimals", () => {
    const Wide = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 14 }), (text, p) => {
        const printed = fixed(decimalValue(text), p);
        // decimal.js keeps a sign at zero, which no score may show.
        equal(printed, new Wide(decimalText(text)).toFixed(p).replace(/^-(?=[0.]+$)/, ""));
        match(printed, p === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${p}}$`));
      }),
      RUNS,
    );
  });

  test("the exact text of a finite decimal is its shortest form", () => {
    const Wide = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
    fc.assert(
      fc.property(decimal, fc.bigInt(1n, 50n), (text, factor) => {
        const { n, d } = decimalValue(text);
        const shortest = new Wide(decimalText(text)).add(0).toString();
        equal(finiteDecimal({ n: n * factor, d: d * factor }), shortest);
      }),
      RUNS,
    );
  });

  test("a fraction terminates exactly when its lowest denominator has no prime but 2 and 5", () => {
    fc.assert(
      fc.property(anyFraction, fc.nat(20), fc.nat(20), (f, twos, fives) => {
        const value = fraction(f.n, f.d * 2n ** BigInt(twos) * 5n ** BigInt(fives));
        let { d } = reduce(value);
        while (d % 2n === 0n) d /= 2n;
        while (d % 5n === 0n) d /= 5n;
        equal(finiteDecimal(value) !== undefined, d === 1n);
        if (d !== 1n) equal(exactText(value), `${reduce(value).n}/${reduce(value).d}`);
      }),
      RUNS,
    );
  });

  test("zero is printed without a sign", () => {
    fc.assert(
      fc.property(anyFraction, places, (f, p) => {
        const text = fixed(f, p);
        equal(text.startsWith("-"), f.n < 0n && !isZero(roundHalfUp(f, p)));
      }),
      RUNS,
    );
  });
});
