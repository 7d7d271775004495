import {
  compare,
  ceiling,
  divide,
  floor,
  fraction,
  isZero,
  maximum,
  minimum,
  multiply,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { proportionalMethod } from "./index.ts";

export const reference: Reference<typeof proportionalMethod.syntax> = (m, leaf, at) => {
  const { target } = leaf;
  if (!leaf.value || target?.kind !== "compare") return ZERO;
  const aim = at.figure(target.of);
  if (sign(aim) < 0) return at.fail("target");
  const actual = at.figure(leaf.value);
  const full = leaf.points;
  const { inverse, linear, lesserOverGreater, below, above, upTo } = m.clauses;
  const order = compare(actual, aim);
  const meets = {
    ">=": order >= 0,
    ">": order > 0,
    "<=": order <= 0,
    "<": order < 0,
    "=": order === 0,
    "≠": order !== 0,
  }[target.sign];
  if (isZero(aim)) return meets ? full : ZERO;

  const completion = divide(actual, aim);
  if (below && compare(completion, at.figure(below.value)) < 0) return ZERO;
  const share = (): Fraction => {
    if (lesserOverGreater) return divide(minimum(actual, aim), maximum(actual, aim));
    if (linear) return subtract(fraction(2n), completion);
    // Under a ceiling an actual of 0 or less is better than any proportion.
    if (inverse) return sign(actual) > 0 ? divide(aim, actual) : fraction(1_000_000n);
    return completion;
  };
  // A ceiling met, or a floor reached, is full marks, or up to 最高 where it is given.
  const ceilinged = upTo ? at.figure(upTo) : full;
  const base = minimum(multiply(share(), full), ceilinged);
  if (!above || compare(completion, at.figure(above.value)) <= 0) return base;
  const length = above.each ?? above.eachFull ?? above.eachStarted;
  if (!length || !above.take) return ZERO;
  const steps = divide(subtract(completion, at.figure(above.value)), at.figure(length));
  const counted = above.eachFull
    ? fraction(floor(steps))
    : above.eachStarted
      ? fraction(ceiling(steps))
      : steps;
  return subtract(base, multiply(counted, at.figure(above.take)));
};
