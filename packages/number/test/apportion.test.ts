import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  apportion,
  compare,
  divide,
  equals,
  finiteDecimal,
  fixed,
  floor,
  fraction,
  isZero,
  multiply,
  power10,
  roundHalfUp,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "../src/index.ts";
import { RUNS } from "./arbitraries.ts";

const whole = (...numbers: number[]) => numbers.map((n) => fraction(BigInt(n)));
const shown = (shares: readonly Fraction[], places: number) => shares.map((share) => fixed(share, places));

describe("facts", () => {
  test("4 by 1 + 1 + 1 is 1.34, 1.33, 1.33: ties by order of declaration", () => {
    expect(shown(apportion(whole(1, 1, 1), fraction(4n), 2), 2)).toEqual(["1.34", "1.33", "1.33"]);
  });

  test("two steps left over go to the first two of equals", () => {
    expect(shown(apportion(whole(1, 1, 1), fraction(5n), 2), 2)).toEqual(["1.67", "1.67", "1.66"]);
  });

  test("the largest remainder comes first, wherever it is declared", () => {
    // Quotas 1.42…, 2.85…, 5.71…: the two steps left go to 0.857 and 0.714.
    expect(shown(apportion(whole(1, 2, 4), fraction(10n), 0), 0)).toEqual(["1", "3", "6"]);
    // Quotas 7.5, 2.25, 0.25.
    expect(shown(apportion(whole(30, 9, 1), fraction(10n), 0), 0)).toEqual(["8", "2", "0"]);
  });

  test("weights with decimals, and a total with as many as the places", () => {
    const weights = [fraction(225n, 10n), fraction(75n, 10n)];
    expect(shown(apportion(weights, fraction(1001n, 100n), 2), 2)).toEqual(["7.51", "2.50"]);
  });

  test("exact quotas stay, weights of 0 get 0, and one weight gets all", () => {
    expect(shown(apportion(whole(50, 30, 0, 20), fraction(100n), 2), 2)).toEqual([
      "50.00",
      "30.00",
      "0.00",
      "20.00",
    ]);
    expect(shown(apportion(whole(7), fraction(12n), 1), 1)).toEqual(["12.0"]);
    expect(shown(apportion(whole(1, 2), ZERO, 2), 2)).toEqual(["0.00", "0.00"]);
  });

  test("a negative total is shared out as exactly", () => {
    expect(shown(apportion(whole(1, 1, 1), fraction(-4n), 2), 2)).toEqual(["-1.33", "-1.33", "-1.34"]);
  });

  test("the shares have the denominator of the places", () => {
    expect(apportion(whole(1, 1), fraction(1n), 2)).toEqual([
      { n: 50n, d: 100n },
      { n: 50n, d: 100n },
    ]);
  });

  test("what cannot be shared out is the caller's fault", () => {
    expect(() => apportion([], fraction(1n), 2)).toThrow("all 0");
    expect(() => apportion(whole(0, 0), fraction(1n), 2)).toThrow(RangeError);
    expect(() => apportion(whole(3, -1), fraction(1n), 2)).toThrow("negative");
    expect(() => apportion(whole(1), fraction(1n, 3n), 2)).toThrow("more than 2 decimals");
    expect(() => apportion(whole(1), fraction(1005n, 1000n), 2)).toThrow(RangeError);
  });
});

describe("properties", () => {
  const weight = fc
    .tuple(fc.bigInt(0n, 40n), fc.constantFrom(1n, 1n, 2n, 3n, 10n))
    .map(([n, d]) => fraction(n, d));
  const instance = fc
    .tuple(
      fc.array(weight, { minLength: 1, maxLength: 8 }),
      fc.bigInt(0n, 30_000n),
      fc.integer({ min: 0, max: 4 }),
    )
    .filter(([weights]) => weights.some((w) => !isZero(w)));

  test("shares sum to the total and lie within one step of their quota", () => {
    fc.assert(
      fc.property(instance, ([weights, steps, places]) => {
        const total = fraction(steps, power10(places));
        const sum = weights.reduce(add, ZERO);
        const shares = apportion(weights, total, places);
        ok(equals(shares.reduce(add, ZERO), total));
        shares.forEach((share, index) => {
          const quota = divide(multiply(weights[index] ?? ZERO, total), sum);
          ok(compare(absolute(subtract(share, quota)), fraction(1n, power10(places))) < 0);
          ok(equals(share, roundHalfUp(share, places)));
          ok(finiteDecimal(share) !== undefined);
          if (isZero(quota)) ok(isZero(share));
        });
      }),
      RUNS,
    );
  });

  test("who is given a step has the larger remainder, or the same and was declared before", () => {
    fc.assert(
      fc.property(instance, ([weights, steps, places]) => {
        const sum = weights.reduce(add, ZERO);
        const scale = fraction(power10(places));
        const judged = apportion(weights, fraction(steps, power10(places)), places).map((share, index) => {
          const quota = divide(multiply(weights[index] ?? ZERO, fraction(steps)), sum);
          const down = fraction(floor(quota));
          return {
            given: sign(subtract(multiply(share, scale), down)) > 0,
            remainder: subtract(quota, down),
          };
        });
        judged.forEach((winner, first) => {
          judged.forEach((loser, second) => {
            if (!winner.given || loser.given) return;
            const order = compare(winner.remainder, loser.remainder);
            ok(order > 0 || (order === 0 && first < second));
          });
        });
      }),
      RUNS,
    );
  });

  test("only the proportions of the weights count", () => {
    fc.assert(
      fc.property(instance, fc.bigInt(1n, 50n), ([weights, steps, places], factor) => {
        const total = fraction(steps, power10(places));
        const scaled = weights.map((w) => multiply(w, fraction(factor, 7n)));
        deepEqual(apportion(scaled, total, places), apportion(weights, total, places));
      }),
      RUNS,
    );
  });
});
