/** Makes core expressions: what methods lower to. Folds nothing but nesting; the meaning is one-to-one. */
import { exactText, finiteDecimal, fraction, subtract, ZERO, type Fraction } from "@heng/number";
import type { ComparisonSign } from "../syntax/tree.ts";
import type { BoundComparison } from "./method.ts";
import type { Case, Expr, FaultCause, Leaf, Say, SayPart, Target } from "./program.ts";
import { NUMBER, POINTS, YES_NO, type Type } from "./type.ts";

export const figure = (value: Fraction, type: Type): Expr => ({ node: "figure", type, value });
export const number = (value: Fraction | bigint): Expr =>
  figure(typeof value === "bigint" ? fraction(value) : value, NUMBER);
export const points = (value: Fraction): Expr => figure(value, POINTS);
export const yesNo = (value: boolean): Expr => ({ node: "yesNo", type: YES_NO, value });
export const fault = (cause: FaultCause, type: Type): Expr => ({ node: "fault", type, cause });

/** a + b + …; a single term stays as it is. */
export function plus(type: Type, ...terms: readonly Expr[]): Expr {
  return terms.length === 1 && terms[0] !== undefined
    ? terms[0]
    : { node: "sum", type, terms: terms.map((of) => ({ negative: false, of })) };
}
/** a − b */
export function minus(type: Type, a: Expr, b: Expr): Expr {
  return {
    node: "sum",
    type,
    terms: [
      { negative: false, of: a },
      { negative: true, of: b },
    ],
  };
}
/** a × b × … */
export function times(type: Type, ...factors: readonly Expr[]): Expr {
  return { node: "product", type, factors: factors.map((of) => ({ inverse: false, of })) };
}
/** a ÷ b */
export function over(type: Type, a: Expr, b: Expr): Expr {
  return {
    node: "product",
    type,
    factors: [
      { inverse: false, of: a },
      { inverse: true, of: b },
    ],
  };
}
export const max = (type: Type, ...of: readonly Expr[]): Expr => ({ node: "extreme", type, pick: "max", of });
export const min = (type: Type, ...of: readonly Expr[]): Expr => ({ node: "extreme", type, pick: "min", of });
export const absolute = (type: Type, of: Expr): Expr => ({ node: "absolute", type, of });
/** Whole numbers below or above: started and full steps (each counts of steps are plain numbers). */
export const floor = (of: Expr): Expr => ({ node: "round", type: NUMBER, mode: "floor", places: 0, of });
export const ceiling = (of: Expr): Expr => ({ node: "round", type: NUMBER, mode: "ceiling", places: 0, of });
export const compare = (left: Expr, sign: ComparisonSign, right: Expr): Expr => ({
  node: "compare",
  type: YES_NO,
  sign,
  left,
  right,
});
export const and = (...of: readonly Expr[]): Expr =>
  of.length === 1 && of[0] !== undefined ? of[0] : { node: "logic", type: YES_NO, connective: "and", of };
export const or = (...of: readonly Expr[]): Expr =>
  of.length === 1 && of[0] !== undefined ? of[0] : { node: "logic", type: YES_NO, connective: "or", of };
export const not = (of: Expr): Expr => ({ node: "not", type: YES_NO, of });
export function cases(type: Type, list: readonly Case[], otherwise: Expr, sayOtherwise?: Say): Expr {
  return sayOtherwise
    ? { node: "cases", type, cases: list, otherwise, say: sayOtherwise }
    : { node: "cases", type, cases: list, otherwise };
}
/** A field of the filing, or a part of one. */
export const input = (field: string, type: Type, part?: string): Expr =>
  part === undefined ? { node: "input", type, field } : { node: "input", type, field, part };

/** `left` against a bound comparison or range. */
export function holds(left: Expr, comparison: BoundComparison | Target): Expr {
  if (comparison.kind === "compare") {
    return compare(left, comparison.sign, "right" in comparison ? comparison.right : comparison.of);
  }
  const sides = [
    ...(comparison.low ? [compare(left, comparison.lowOpen ? ">" : ">=", comparison.low)] : []),
    ...(comparison.high ? [compare(left, comparison.highOpen ? "<" : "<=", comparison.high)] : []),
  ];
  return sides.length === 0 ? yesNo(true) : and(...sides);
}

// ---- sentences ---------------------------------------------------------------------------------------------

export type Hole = Expr | SayPart | readonly SayPart[];

/** Nothing said. */
export const SILENT: readonly SayPart[] = [];

/** A sentence: text with holes; an expression in a hole is shown as its value, a sentence in one is put in. */
export function sentence(texts: TemplateStringsArray, ...holes: readonly Hole[]): readonly SayPart[] {
  // There are many sentences and they are kept: their lists have no room for more.
  let size = 0;
  for (let i = 0; i < texts.length; i += 1) {
    const hole = holes[i];
    if (texts[i] !== "") size += 1;
    if (hole !== undefined) size += isSentence(hole) ? hole.length : 1;
  }
  const parts = Array<SayPart>(size);
  let next = 0;
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i];
    const hole = holes[i];
    if (text !== undefined && text !== "") parts[next++] = text;
    if (hole === undefined) continue;
    if (isSentence(hole)) for (const part of hole) parts[next++] = part;
    else parts[next++] = typeof hole === "string" || "show" in hole ? hole : { show: "value", of: hole };
  }
  return parts;
}

function isSentence(hole: Hole): hole is readonly SayPart[] {
  return Array.isArray(hole);
}
/** A hole that shows the formula with its numbers: `86.28% × 10分`. */
export const numbers = (of: Expr): Hole => ({ show: "numbers", of });
/** A hole that shows behind a value how it came about: `（86.28% × 10分）`. */
export const working = (of: Expr): Hole => ({ show: "working", of });
/** A hole that shows the formula with its names. */
export const formula = (of: Expr): Hole => ({ show: "formula", of });

/** A plain number as its shortest decimal, for the text of literals. */
export function showPlain(value: Fraction): string {
  return finiteDecimal(value) ?? exactText(value);
}
/** A bigint of a few digits as a number: places, indices. */
export function smallInteger(value: bigint): number {
  const size = value < 0n ? -value : value;
  let n = 0;
  while (n < size) n += 1;
  return value < 0n ? -n : n;
}

/** What a leaf may give beyond its 分值: 加分项 all, 最高 the rest. */
export function excess(leaf: Leaf): Fraction {
  if (leaf.sense === "bonus") return leaf.upTo;
  return leaf.sense === "penalty" ? ZERO : subtract(leaf.upTo, leaf.points);
}
