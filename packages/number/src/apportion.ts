import {
  add,
  compare,
  divide,
  floor,
  fraction,
  isZero,
  multiply,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "./fraction.ts";
import { power10 } from "./rounding.ts";

/**
 * Shares `total` out in proportion to `weights`, each share with `places` decimals, so that the shares sum to `total`
 * exactly: the method of the largest remainder, ties going to the weight declared first. Rounding each share on its own
 * would lose or invent a cent: 1 + 1 + 1 of 4 at two decimals is 1.34, 1.33, 1.33.
 *
 * Every share lies within one step (10^-places) of its exact quota, and a weight of 0 gets 0.
 * @throws RangeError when the weights are all 0 or one is negative, or when `total` has more than `places` decimals:
 * then no such shares exist.
 */
export function apportion(weights: readonly Fraction[], total: Fraction, places: number): Fraction[] {
  if (weights.some((weight) => sign(weight) < 0)) throw new RangeError("A weight cannot be negative");
  const sum = weights.reduce(add, ZERO);
  if (isZero(sum)) throw new RangeError("Nothing can be shared out by weights that are all 0");
  const scale = power10(places);
  const steps = (total.n * scale) / total.d;
  if (steps * total.d !== total.n * scale) throw new RangeError(`The total has more than ${places} decimals`);

  const perWeight = divide(fraction(steps), sum);
  const shares = weights.map((weight, index) => {
    const quota = multiply(weight, perWeight);
    const whole = floor(quota);
    return { index, whole, remainder: subtract(quota, fraction(whole)) };
  });
  let left = shares.reduce((rest, share) => rest - share.whole, steps);
  // The sort is stable, so equal remainders keep the order of declaration.
  for (const share of shares.toSorted((a, b) => compare(b.remainder, a.remainder))) {
    if (left === 0n) break;
    share.whole += 1n;
    left -= 1n;
  }
  return shares.map((share) => ({ n: share.whole, d: scale }));
}
