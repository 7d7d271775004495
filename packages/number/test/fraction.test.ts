import { deepEqual, equal, ok } from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  bits,
  ceiling,
  compare,
  divide,
  equals,
  exactText,
  floor,
  fraction,
  FRACTION_BITS,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  reduce,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "../src/index.ts";
import { anyFraction, decimal, decimalText, decimalValue, RUNS, smallFraction } from "./arbitraries.ts";

const half = fraction(1n, 2n);
const third = fraction(1n, 3n);

describe("facts", () => {
  test("the sign lives in the numerator", () => {
    expect(fraction(1n, -2n)).toEqual({ n: -1n, d: 2n });
    expect(fraction(-1n, -2n)).toEqual({ n: 1n, d: 2n });
    expect(fraction(7n)).toEqual({ n: 7n, d: 1n });
    expect(fraction(0n, -5n).n).toBe(0n);
  });

  test("a zero denominator or divisor is the caller's fault", () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => fraction(1n, 0n)).toThrow("denominator 0");
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
    expect(() => divide(ZERO, ZERO)).toThrow(RangeError);
  });

  test("arithmetic by hand", () => {
    expect(equals(add(half, third), fraction(5n, 6n))).toBe(true);
    expect(equals(subtract(third, half), fraction(-1n, 6n))).toBe(true);
    expect(equals(multiply(half, third), fraction(1n, 6n))).toBe(true);
    expect(equals(divide(half, negate(third)), fraction(-3n, 2n))).toBe(true);
    expect(equals(absolute(fraction(-3n, 2n)), fraction(3n, 2n))).toBe(true);
    expect(equals(absolute(half), half)).toBe(true);
  });

  test("sums over one denominator keep it", () => {
    expect(add(fraction(3n, 100n), fraction(7n, 100n))).toEqual({ n: 10n, d: 100n });
    expect(subtract(fraction(3n, 100n), fraction(7n, 100n))).toEqual({ n: -4n, d: 100n });
  });

  test("order, sign and zero", () => {
    expect([compare(third, half), compare(half, fraction(2n, 4n)), compare(half, third)]).toEqual([-1, 0, 1]);
    expect([
      compare(fraction(1n, 7n), fraction(2n, 7n)),
      compare(fraction(2n, 7n), fraction(1n, 7n)),
    ]).toEqual([-1, 1]);
    expect([equals(half, third), equals(half, fraction(2n, 4n)), equals(half, negate(half))]).toEqual([
      false,
      true,
      false,
    ]);
    expect([sign(fraction(-1n, 9n)), sign(ZERO), sign(half)]).toEqual([-1, 0, 1]);
    expect([isZero(fraction(0n, 9n)), isZero(fraction(1n, 9n))]).toEqual([true, false]);
  });

  test("minimum and maximum keep the first of equals", () => {
    const sameHalf = fraction(2n, 4n);
    expect(minimum(half, third)).toBe(third);
    expect(minimum(third, half)).toBe(third);
    expect(maximum(half, third)).toBe(half);
    expect(maximum(third, half)).toBe(half);
    expect(minimum(half, sameHalf)).toBe(half);
    expect(maximum(half, sameHalf)).toBe(half);
  });

  test.each([
    [fraction(-3n, 2n), -2n, -1n],
    [fraction(-1n), -1n, -1n],
    [fraction(-1n, 2n), -1n, 0n],
    [ZERO, 0n, 0n],
    [fraction(1n, 2n), 0n, 1n],
    [fraction(4n, 2n), 2n, 2n],
    [fraction(5n, 2n), 2n, 3n],
  ])("floor and ceiling of %o", (f, below, above) => {
    expect([floor(f), ceiling(f)]).toEqual([below, above]);
  });

  test("bits are those of the larger part", () => {
    expect([bits(ZERO), bits(ONE), bits(fraction(-8n, 3n)), bits(fraction(3n, 256n))]).toEqual([1, 1, 4, 9]);
    expect(bits(fraction(2n ** 4096n - 1n))).toBe(FRACTION_BITS);
    expect(bits(fraction(2n ** 4096n))).toBe(FRACTION_BITS + 1);
  });

  test("arithmetic begins to reduce above 256 bits", () => {
    const widest = 2n ** 256n - 2n;
    expect(fraction(widest, 2n)).toEqual({ n: widest, d: 2n });
    expect(fraction(-widest, 2n)).toEqual({ n: -widest, d: 2n });
    expect(fraction(2n, widest)).toEqual({ n: 2n, d: widest });
    expect(fraction(widest + 2n, 2n)).toEqual({ n: 2n ** 255n, d: 1n });
    expect(fraction(-widest - 2n, 2n)).toEqual({ n: -(2n ** 255n), d: 1n });
    expect(fraction(2n, widest + 2n)).toEqual({ n: 1n, d: 2n ** 255n });
  });

  test("reducing gives lowest terms", () => {
    expect(reduce(fraction(-6n, 4n))).toEqual({ n: -3n, d: 2n });
    expect(reduce(fraction(0n, 4n))).toEqual({ n: 0n, d: 1n });
    expect(reduce(half)).toBe(half);
  });
});

describe("laws of a field", () => {
  const holds = (law: (a: Fraction, b: Fraction, c: Fraction) => void) =>
    fc.assert(fc.property(anyFraction, anyFraction, anyFraction, law), RUNS);
  const same = (a: Fraction, b: Fraction) => ok(equals(a, b));

  test("addition and multiplication commute, associate and distribute", () => {
    holds((a, b, c) => {
      same(add(a, b), add(b, a));
      same(multiply(a, b), multiply(b, a));
      same(add(add(a, b), c), add(a, add(b, c)));
      same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)));
      same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
    });
  });

  test("0 and 1 are neutral, and every inverse undoes", () => {
    holds((a, b) => {
      same(add(a, ZERO), a);
      same(multiply(a, ONE), a);
      same(add(a, negate(a)), ZERO);
      same(add(subtract(a, b), b), a);
      if (!isZero(b)) same(multiply(divide(a, b), b), a);
    });
  });

  test("the order is total and kept by addition and by positive factors", () => {
    holds((a, b, c) => {
      const order = compare(a, b);
      equal(compare(b, a), order === 0 ? 0 : -order);
      equal(compare(add(a, c), add(b, c)), order);
      equal(compare(multiply(a, absolute(c)), multiply(b, absolute(c))), isZero(c) ? 0 : order);
      equal(sign(subtract(a, b)), order);
      ok(equals(minimum(a, b), order < 0 ? a : b));
      ok(equals(maximum(a, b), order < 0 ? b : a));
    });
  });

  test("denominators stay positive, and what passes 256 bits is in lowest terms", () => {
    holds((a, b) => {
      for (const f of [add(a, b), subtract(a, b), multiply(a, b), isZero(b) ? ONE : divide(a, b)]) {
        ok(f.d > 0n);
        if (bits(f) > 256) deepEqual(f, reduce(f));
      }
    });
  });

  test("floor and ceiling enclose, less than 1 away", () => {
    holds((a) => {
      const below = fraction(floor(a));
      const above = fraction(ceiling(a));
      ok(compare(below, a) <= 0 && compare(a, add(below, ONE)) < 0);
      ok(compare(above, a) >= 0 && compare(a, subtract(above, ONE)) > 0);
    });
  });

  test("reducing changes nothing but the terms", () => {
    fc.assert(
      fc.property(smallFraction, fc.bigInt(1n, 1000n), (f, factor) => {
        const reduced = reduce(f);
        same(reduced, f);
        deepEqual(reduce({ n: f.n * factor, d: f.d * factor }), reduced);
      }),
      RUNS,
    );
  });
});

test("finite decimals agree with decimal.js", () => {
  // Wide enough for every exact sum and product of two decimals of 30 digits.
  const Exact = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [x, y] = [decimalValue(a), decimalValue(b)];
      const [p, q] = [new Exact(decimalText(a)), new Exact(decimalText(b))];
      const agrees = (f: Fraction, oracle: Decimal) => equal(exactText(f), oracle.add(0).toString());
      agrees(add(x, y), p.add(q));
      agrees(subtract(x, y), p.sub(q));
      agrees(multiply(x, y), p.mul(q));
      agrees(absolute(x), p.abs());
      agrees(negate(x), p.neg());
      equal(compare(x, y), p.cmp(q));
      equal(`${floor(x)}`, p.floor().add(0).toString());
      equal(`${ceiling(x)}`, p.ceil().add(0).toString());
    }),
    RUNS,
  );
});
