/**
 * Exact fractions a second time, always in lowest terms: the figures of the oracle, so that it shares nothing with what
 * it judges but the shape `{ n, d }`.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** n / d in lowest terms; d must not be 0. */
export function exact(n: bigint, d = 1n): Exact {
  if (d === 0n) throw new Error("A division by 0 that was not asked about");
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = d < 0n ? -a : a;
  return a === 0n ? { n: 0n, d: 1n } : { n: n / by, d: d / by };
}

export const NONE = exact(0n);
export const UNIT = exact(1n);
export const plus = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Exact, b: Exact): Exact => exact(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const over = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
/** Below, equal to or above: -1, 0, 1. */
export const order = (a: Exact, b: Exact): number => {
  const [x, y] = [a.n * b.d, b.n * a.d];
  return x < y ? -1 : x > y ? 1 : 0;
};
export const least = (a: Exact, b: Exact): Exact => (order(a, b) <= 0 ? a : b);
export const most = (a: Exact, b: Exact): Exact => (order(a, b) >= 0 ? a : b);

/** The largest integer not above. */
export function down({ n, d }: Exact): bigint {
  const q = n / d;
  return q * d > n ? q - 1n : q;
}

/** 四舍五入 by integers: (2n + d) div 2d, away from zero. */
export function halfUp({ n, d }: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places < 0 ? -places : places);
  const [top, bottom] = places < 0 ? [n, d * scale] : [n * scale, d];
  const size = top < 0n ? -top : top;
  const rounded = (2n * size + bottom) / (2n * bottom);
  const signed = top < 0n ? -rounded : rounded;
  return places < 0 ? exact(signed * scale) : exact(signed, scale);
}

/** `8.63`, `-0.5`, `289845/335945` as a fraction. */
export function parse(text: string): Exact {
  const [top = "", bottom] = text.split("/");
  if (bottom !== undefined) return exact(BigInt(top), BigInt(bottom));
  const [whole = "", part = ""] = top.split(".");
  const size = exact(BigInt(`${whole.replace("-", "")}${part}`), 10n ** BigInt(part.length));
  return whole.startsWith("-") ? exact(-size.n, size.d) : size;
}

/** With exactly so many decimals; must be a multiple of 10^-places. */
export function written({ n, d }: Exact, places: number): string {
  const steps = (n * 10n ** BigInt(places)) / d;
  const digits = `${steps < 0n ? -steps : steps}`.padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return steps < 0n ? `-${text}` : text;
}
