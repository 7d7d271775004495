import fc from "fast-check";
import { fraction, power10, type Fraction } from "../src/index.ts";

/** Runs of each property; HENG_RUNS with --testTimeout=0 asks for a long search. fast-check prints a failure's seed. */
export const RUNS = { numRuns: Number(process.env["HENG_RUNS"] ?? "10000") };

/** Small parts, so that equal values, ties and zeros come up often. */
export const smallFraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt(-60n, 60n), fc.bigInt(1n, 24n))
  .map(([n, d]) => fraction(n, d));

/** Parts of up to 140 bits, whose sums and products pass the size at which arithmetic begins to reduce. */
export const anyFraction: fc.Arbitrary<Fraction> = fc.oneof(
  { weight: 3, arbitrary: smallFraction },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.bigInt(-(2n ** 140n), 2n ** 140n), fc.bigInt(1n, 2n ** 140n))
      .map(([n, d]) => fraction(n, d)),
  },
);

/** A finite decimal within the bounds of what is read: up to 18 digits before the point and 12 after it. */
export interface Decimal {
  readonly negative: boolean;
  readonly integer: string;
  readonly decimals: string;
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), minLength, maxLength });

export const decimal: fc.Arbitrary<Decimal> = fc.record({
  negative: fc.boolean(),
  integer: fc.oneof(digits(1, 3), digits(1, 18)),
  decimals: fc.oneof(digits(0, 3), digits(0, 12)),
});

/** The decimal as people and libraries write it. */
export function decimalText({ negative, integer, decimals }: Decimal): string {
  return `${negative ? "-" : ""}${integer}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The decimal as a fraction, made from its digits alone. */
export function decimalValue({ negative, integer, decimals }: Decimal): Fraction {
  const n = BigInt(integer + decimals);
  return fraction(negative ? -n : n, power10(decimals.length));
}
