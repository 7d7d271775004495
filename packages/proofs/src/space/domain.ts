/** What an atom may be, and how that is narrowed on the way to a part of a standard. */
import {
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  intersect,
  isPoint,
  multiply,
  type Fraction,
  type Interval,
} from "@heng/number";
import { isSum } from "./sums.ts";

export type Domain =
  /** Of multiples of `step` only those in the range. */
  | { readonly kind: "figure"; readonly range: Interval; readonly step?: Fraction }
  /** Conditions are the options 是 and 否. */
  | { readonly kind: "choice"; readonly options: readonly string[] };

export const YES = "是";
export const NO = "否";
export const ANY_TRUTH: Domain = { kind: "choice", options: [YES, NO] };

/** What is known of atoms beyond what is declared: the latest first. `cell`: nothing turns inside it any more. */
export interface Env {
  readonly key: string;
  readonly domain: Domain;
  readonly cell: boolean;
  readonly up: Env | undefined;
  /** Sums of several atoms are narrowed too. */
  readonly sums: boolean;
  /** What steps have come to here, so that one that stands in several places is worked out once. */
  steps: Map<unknown, unknown> | undefined;
  /** What atoms made of others may be here. */
  domains: Map<string, Domain> | undefined;
}

export function lookUp(env: Env | undefined, key: string): Env | undefined {
  for (let at = env; at !== undefined; at = at.up) if (at.key === key) return at;
  return undefined;
}

export function narrowed(env: Env | undefined, key: string, domain: Domain, cell: boolean): Env {
  const sums = env?.sums === true || isSum(key);
  return { key, domain, cell, up: env, sums, steps: undefined, domains: undefined };
}

/** Whether no multiple of the step lies in the interval. */
export function isEmpty(range: Interval, step: Fraction | undefined): boolean {
  if (!step || !range.low || !range.high) return false;
  const first = divide(range.low.value, step);
  const least = range.low.open ? floor(first) + 1n : ceiling(first);
  const value = multiply(fraction(least), step);
  const order = compare(value, range.high.value);
  return order > 0 || (order === 0 && range.high.open);
}

/** The same multiples of a step, from the first of them to the last: below 2人 is no more than 1人. */
export function inSteps(range: Interval, step: Fraction | undefined): Interval {
  if (!step) return range;
  const { low, high } = range;
  const at = (count: bigint): Interval["low"] => ({ value: multiply(fraction(count), step), open: false });
  const first = low && divide(low.value, step);
  const last = high && divide(high.value, step);
  return {
    low: first && at(low.open ? floor(first) + 1n : ceiling(first)),
    high: last && at(high.open ? ceiling(last) - 1n : floor(last)),
  };
}

/** The points at which something turns, and the stretches between them, in order. */
export function cellsOf(
  { range, step }: Extract<Domain, { kind: "figure" }>,
  turns: readonly Fraction[],
): readonly Domain[] {
  if (isPoint(range) || turns.length === 0) return [{ kind: "figure", range, ...(step ? { step } : {}) }];
  const cells: Domain[] = [];
  const add = (part: Interval): void => {
    const inside = intersect(range, part);
    if (inside && !isEmpty(inside, step))
      cells.push(step ? { kind: "figure", range: inside, step } : { kind: "figure", range: inside });
  };
  let from: Interval["low"];
  for (const value of turns) {
    add({ low: from, high: { value, open: true } });
    add({ low: { value, open: false }, high: { value, open: false } });
    from = { value, open: true };
  }
  add({ low: from });
  return cells;
}
