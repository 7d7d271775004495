/**
 * An exact rational number: `n / d`. `d` is positive; the pair is not always in lowest terms, so compare with
 * {@link equals} or {@link compare}, never field by field.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The exact zero. */
export const ZERO: Fraction = { n: 0n, d: 1n };

/** The exact one. */
export const ONE: Fraction = { n: 1n, d: 1n };

/**
 * The most bits that a numerator or denominator may take in an evaluation. Nothing here enforces it: an evaluator asks
 * {@link bits} and reports the field, because only it can name the place. The room is wide: the sum of a hundred
 * unrounded ratios of money needs about 2,200.
 */
export const FRACTION_BITS = 4096;

// Reducing costs more than carrying a common factor as long as both parts stay small.
const REDUCE_ABOVE = 1n << 256n;

function build(n: bigint, d: bigint): Fraction {
  return d < REDUCE_ABOVE && n < REDUCE_ABOVE && n > -REDUCE_ABOVE ? { n, d } : reduce({ n, d });
}

/**
 * The fraction `n / d`, with the sign moved into the numerator.
 * @throws RangeError when `d` is 0: a fault of the caller, since a divisor that comes from data is asked with
 * {@link isZero} first.
 */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("A fraction cannot have the denominator 0");
  return d < 0n ? build(-n, -d) : build(n, d);
}

/** The exact sum. */
export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? build(a.n + b.n, a.d) : build(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** The exact difference `a − b`. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? build(a.n - b.n, a.d) : build(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The exact product. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return build(a.n * b.n, a.d * b.d);
}

/**
 * The exact quotient `a ÷ b`.
 * @throws RangeError when `b` is 0: callers ask {@link isZero} first, for they know which record and field to name.
 */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** The number with the opposite sign. */
export function negate(f: Fraction): Fraction {
  return { n: -f.n, d: f.d };
}

/** The number without its sign. */
export function absolute(f: Fraction): Fraction {
  return f.n < 0n ? negate(f) : f;
}

function signOf(n: bigint): -1 | 0 | 1 {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

/** −1 below zero, 0 at zero, 1 above. */
export function sign(f: Fraction): -1 | 0 | 1 {
  return signOf(f.n);
}

/** −1 when `a < b`, 0 when they are equal, 1 when `a > b`: by cross multiplication, so no division loses anything. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return a.d === b.d ? signOf(a.n - b.n) : signOf(a.n * b.d - b.n * a.d);
}

/** Whether both are the same number, reduced or not. */
export function equals(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

/** Whether the number is zero. */
export function isZero(f: Fraction): boolean {
  return f.n === 0n;
}

/** The smaller of the two; the first when they are equal. */
export function minimum(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of the two; the first when they are equal. */
export function maximum(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The largest integer that is not above `f`, also below zero: floor(−1/2) is −1. */
export function floor(f: Fraction): bigint {
  const quotient = f.n / f.d;
  return f.n < 0n && quotient * f.d !== f.n ? quotient - 1n : quotient;
}

/** The smallest integer that is not below `f`. */
export function ceiling(f: Fraction): bigint {
  return -floor(negate(f));
}

/** The same number in lowest terms. */
export function reduce(f: Fraction): Fraction {
  let a = f.n < 0n ? -f.n : f.n;
  let b = f.d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? f : { n: f.n / a, d: f.d / a };
}

/** The bit length of the larger of |n| and d, as they stand: what {@link FRACTION_BITS} limits. */
export function bits(f: Fraction): number {
  const magnitude = f.n < 0n ? -f.n : f.n;
  // Hexadecimal digits are four times fewer to make than binary ones; the first may stand for fewer than four bits.
  const digits = (magnitude > f.d ? magnitude : f.d).toString(16);
  const first = digits.charAt(0);
  return digits.length * 4 - (first < "2" ? 3 : first < "4" ? 2 : first < "8" ? 1 : 0);
}
