/** Sums of several atoms that are compared: looked at as one, whatever multiple of them stands there. */
import { divide, equals, fraction, multiply, negate, ONE, ZERO, type Fraction } from "@heng/number";
import { scaled, type Form } from "./form.ts";

/** What sums begin with, and no other atom does. */
const SUM = "\n+";

export function isSum(key: string): boolean {
  return key.startsWith(SUM);
}

/** The sum that a form of several atoms is a multiple of, without its constant. */
export interface Sum {
  readonly key: string;
  readonly form: Form;
  /** How many of it, and that more or less. */
  readonly times: Fraction;
  readonly constant: Fraction;
}

/** Undefined where it is of one atom, or divides by one. */
export function sumOf({ constant, terms }: Form): Sum | undefined {
  if (terms.length < 2 || terms.some(({ inverse }) => inverse)) return undefined;
  const inOrder = terms.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first] = inOrder;
  if (!first) return undefined;
  const form = scaled({ constant: ZERO, terms: inOrder }, divide(ONE, first.coef));
  const said = form.terms.map(({ key, coef }) => `${coef.n}/${coef.d}×${key}`);
  return { key: `${SUM}${said.join("+")}`, form, times: first.coef, constant };
}

/** Where the sum stands when the form is 0. */
export function rootOfSum({ times, constant }: Sum): Fraction {
  return divide(negate(constant), times);
}

/** What all that a form comes to are multiples of, where each of its atoms is one of some step. */
export function stepOfForm(
  { constant, terms }: Form,
  stepOf: (key: string) => Fraction | undefined,
): Fraction | undefined {
  let common: Fraction | undefined;
  for (const { key, inverse, coef } of terms) {
    const own = inverse ? undefined : stepOf(key);
    if (!own) return undefined;
    const step = multiply(own, coef.n < 0n ? negate(coef) : coef);
    common = common ? commonStep(common, step) : step;
  }
  return common && isMultiple(constant, common) ? common : undefined;
}

/** Whether every multiple of a common step is come to: where all count the same. */
export function isEven(form: Form, stepOf: (key: string) => Fraction | undefined): boolean {
  const steps = form.terms.map(({ key, coef }) => {
    const own = stepOf(key);
    return own && multiply(own, coef.n < 0n ? negate(coef) : coef);
  });
  const [first] = steps;
  return steps.includes(undefined) || steps.every((one) => one && first && equals(one, first));
}

function commonStep(a: Fraction, b: Fraction): Fraction {
  return divide(fraction(greatestCommon(a.n * b.d, b.n * a.d)), fraction(a.d * b.d));
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

function isMultiple(value: Fraction, step: Fraction): boolean {
  const { n, d } = divide(value, step);
  return n % d === 0n;
}
