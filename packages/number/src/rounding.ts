import { bits, reduce, type Fraction } from "./fraction.ts";

const SMALL_POWERS = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));
const EXPONENTS: ReadonlyMap<bigint, number> = new Map(
  SMALL_POWERS.map((power, exponent) => [power, exponent]),
);

/**
 * 10 to the power of `exponent`; the powers that money and scores need are kept.
 * @throws RangeError when `exponent` is negative or not an integer.
 */
export function power10(exponent: number): bigint {
  return SMALL_POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * `f` rounded to `places` decimals, ties away from zero (四舍五入): sign · ((2·|n|·10^p + d) div 2d). The denominator of
 * the result is 10^places. A negative `places` rounds to tens, hundreds, …, and the denominator is 1.
 * @throws RangeError when `places` is not an integer.
 */
export function roundHalfUp(f: Fraction, places: number): Fraction {
  const magnitude = f.n < 0n ? -f.n : f.n;
  const scale = places >= 0 ? power10(places) : 1n;
  const step = places >= 0 ? 1n : power10(-places);
  const divisor = f.d * step;
  const rounded = ((2n * magnitude * scale + divisor) / (2n * divisor)) * step;
  return { n: f.n < 0n ? -rounded : rounded, d: scale };
}

/** Writes `n / 10^places` with exactly `places` decimals. */
function decimalText(n: bigint, places: number): string {
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return n < 0n ? `-${text}` : text;
}

/**
 * `f` with exactly `places` decimals, rounded half up: ASCII digits, no exponent, no grouping, never "-0.00". With
 * negative `places` an integer rounded to tens, hundreds, ….
 * @throws RangeError when `places` is not an integer.
 */
export function fixed(f: Fraction, places: number): string {
  return decimalText(roundHalfUp(f, places).n, places > 0 ? places : 0);
}

/** The exact value in its shortest decimal form ("0.5", "-12", "100"), or undefined when it does not terminate. */
export function finiteDecimal(f: Fraction): string | undefined {
  // A denominator of the form 2^a·5^b divides 10^max(a, b), and neither a nor b can reach its bit length: one exact
  // division answers the question, without factoring and without reducing first.
  // Most denominators are powers of ten as they stand, and then there is nothing to divide.
  const plain = EXPONENTS.get(f.d);
  const places = plain ?? bits({ n: 0n, d: f.d });
  let quotient = f.n;
  if (plain === undefined) {
    const scaled = f.n * power10(places);
    quotient = scaled / f.d;
    if (quotient * f.d !== scaled) return undefined;
  }
  const text = decimalText(quotient, places);
  if (places === 0) return text;
  let end = text.length;
  while (text[end - 1] === "0") end -= 1;
  return text.slice(0, text[end - 1] === "." ? end - 1 : end);
}

/** The exact value: a finite decimal where there is one, else the reduced fraction ("289845/335945"). */
export function exactText(f: Fraction): string {
  const decimal = finiteDecimal(f);
  if (decimal !== undefined) return decimal;
  const { n, d } = reduce(f);
  return `${n}/${d}`;
}
