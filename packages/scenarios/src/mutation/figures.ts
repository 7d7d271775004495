/** Figures, signs and brackets as they are written, and what a slip makes of them. */
import type { ComparisonSign } from "@heng/lang";

/** One more and one less in the last digit that is written: 10 → 11, 9; 0.5 → 0.6, 0.4; 0 → 1. */
export function beside(written: string): readonly string[] {
  if (!/^\d+(\.\d+)?$/.test(written)) return [];
  const [, fraction = ""] = written.split(".");
  const digits = BigInt(written.replace(".", ""));
  return [digits + 1n, digits - 1n].filter((n) => n >= 0n).map((n) => withPoint(n, fraction.length));
}

/** A figure moved by some of the last digit of another, with no more decimals than both have. */
export function moved(written: string, by: bigint, places: number): string | undefined {
  if (!/^\d+(\.\d+)?$/.test(written)) return undefined;
  const [whole = "", fraction = ""] = written.split(".");
  if (fraction.length > places) return undefined;
  const n = BigInt(whole + fraction.padEnd(places, "0")) + by;
  if (n <= 0n) return undefined;
  return withPoint(n, places).replace(/\.0+$/, "");
}

function withPoint(n: bigint, places: number): string {
  if (places === 0) return `${n}`;
  const text = `${n}`.padStart(places + 1, "0");
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Whether the bound itself belongs to it or not; = and ≠. */
export const FLIPPED: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "=": "≠",
  "≠": "=",
};

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ["[", "("],
  ["(", "["],
  ["]", ")"],
  [")", "]"],
]);

export function flippedBracket(bracket: string): string | undefined {
  return BRACKETS.get(bracket);
}
