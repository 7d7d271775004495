/** How figures and the names beside them are written in official wording. */
import { COUNTED_UNITS } from "../core/units.ts";
import { foldWidth } from "../syntax/characters.ts";
import { FUNCTION_WORDS, keywordOf, type Keyword } from "../keywords.ts";
import { COMMON_UNITS } from "../syntax/known-words.ts";
import type { Row } from "./rows.ts";

export const NUMBER = "[0-9]+(?:\\.[0-9]+)?";
/** What stands for a name, see `rows.ts`. */
export const NAME = "[\ue000-\uf7ff]";
export const DASH = "\\s*[~\\-－—–至到]+\\s*";
/** As the name of a figure it can only be what the indicator measures. */
const FUNCTIONS: ReadonlySet<Keyword> = new Set(FUNCTION_WORDS);

/** A pattern of what may stand behind a number. */
export function unitOf({ units }: Row): string {
  const known = Array.from(new Set(["%", "‰", ...COMMON_UNITS, ...COUNTED_UNITS, ...units]));
  const longestFirst = known.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((unit) => unit.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|")})`;
}

export function folded(text: string): string {
  return foldWidth(text)
    .replace(/[≤≦]/g, "<=")
    .replace(/[≥≧]/g, ">=")
    .replace(/[～〜]/g, "~");
}

export function interval(low: string, from: string, to: string, high: string): string {
  return `${from === "<" ? "(" : "["}${low}, ${high}${to === "<" ? ")" : "]"}`;
}

/** `0-100%`: the unit stands once. */
export function withUnit(low: string, high: string): string {
  return /[0-9]$/.test(low) ? `${low}${high.replace(/^[0-9.]+/, "")}` : low;
}

/** The name stands for what the indicator measures: `变动率` in 结转结余变动率. */
export function isOwn(name: string, { indicator }: Row): boolean {
  if (["值", "指标值", "实际值"].includes(name)) return true;
  const keyword = keywordOf(name);
  if (keyword !== undefined) return FUNCTIONS.has(keyword);
  return name.length > 1 && indicator?.includes(name) === true;
}
