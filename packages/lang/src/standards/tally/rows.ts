/**
 * Rows that take or give points, as 扣分 and 加减 have them: `超过 100% 每 1个百分点 扣 0.5分`, `违规次数 每 1次 扣 1分`,
 * `当 逾期 扣 2分`. Their words, and what is found in a row.
 */
import type { BoundClauses, BoundHead, LeafContext } from "../../core/method.ts";
import type { Places } from "../../core/places.ts";
import type { Expr } from "../../core/program.ts";
import type { Range } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";
import type { Clauses } from "../../syntax/phrase.ts";

/** 量, where it is not 值. */
export const ROW_HEAD = { arguments: [{ shape: "sum" }], optional: true } as const;

export const TAKES = {
  above: { zh: "超过", en: "above", shape: "sum", unit: "value" },
  below: { zh: "低于", en: "below", shape: "sum", unit: "value" },
  apart: { zh: "偏离", en: "apart", shape: "sum", unit: "value" },
  each: { zh: "每", en: "each", shape: "sum", unit: "step" },
  eachFull: { zh: "每满", en: "eachFull", shape: "sum", unit: "step" },
  eachStarted: { zh: "每不满", en: "eachStarted", shape: "sum", unit: "step" },
  when: { zh: "当", en: "when", shape: "condition" },
  take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
  takeJudged: { zh: "酌情扣", en: "takeJudged", shape: "range", unit: "points" },
  takeAtMost: { zh: "最多扣", en: "takeAtMost", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export const GIVES = {
  give: { zh: "加", en: "give", shape: "sum", unit: "points" },
  giveAtMost: { zh: "最多加", en: "giveAtMost", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export interface TallyRow {
  readonly head: BoundHead<(typeof ROW_HEAD.arguments)[number]> | undefined;
  readonly clauses: BoundClauses<typeof TAKES> & BoundClauses<typeof GIVES>;
  readonly origin: Range;
  readonly places: Places;
}

export type Key = keyof typeof TAKES | keyof typeof GIVES;
export const WORDS: Readonly<Record<Key, Names>> = { ...TAKES, ...GIVES };
export const BASES = ["above", "below", "apart"] as const;
export const AMOUNTS = ["take", "takeJudged", "give"] as const;

/** The first of some clauses that a row has. */
export function first<K extends Key>(row: TallyRow, keys: readonly K[]): K | undefined {
  return keys.find((key) => row.clauses[key] !== undefined);
}

/** 量, or 值. */
export function measured(row: TallyRow, leaf: LeafContext): Expr | undefined {
  return row.head?.value ?? leaf.value;
}

/** Whether the row gives points. */
export function isGiving(row: TallyRow): boolean {
  return row.clauses.give !== undefined;
}
