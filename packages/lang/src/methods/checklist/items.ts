/** The spelling of 要点, and what a phrase says of each item of the list. */
import { fraction, divide, ZERO, type Fraction } from "@heng/number";
import type { Expr, FieldSpec } from "../../core/program.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { constantOf } from "../../core/constant.ts";
import type { Bound } from "../../core/method.ts";

export const syntax = {
  head: { arguments: [{ shape: "name", refers: "checklist" }] },
  clauses: {
    eachMissing: { zh: "每缺一项", en: "eachMissing", shape: "flag", then: ["take"] },
    take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
    allOrNothing: { zh: "缺一不得分", en: "allOrNothing", shape: "flag" },
  },
  rows: {
    head: { arguments: [{ shape: "name", refers: "item" }] },
    clauses: {
      gets: { zh: "得", en: "gets", shape: "sum", unit: "points" },
      requires: { zh: "须先", en: "requires", shape: "name", refers: "item" },
      exempt: { zh: "免检", en: "exempt", shape: "flag", then: ["when"] },
      when: { zh: "当", en: "when", shape: "condition" },
    },
    optional: true,
  },
} as const satisfies Syntax;

export type Checklist = Bound<typeof syntax>;

/** An item of the list with what the standard says of it. */
export interface Item {
  readonly name: string;
  readonly note: string | undefined;
  readonly gets: Expr | undefined;
  /** 须先: the item that must count first. */
  readonly requires: string | undefined;
  /** 免检 当: the item counts as met when this holds. */
  readonly exempt: Expr | undefined;
}

/** The list of the head; the binder gives no phrase without it. */
export function listOf(m: Checklist): FieldSpec {
  const field = m.head?.value.field;
  if (!field) throw new Error("A checklist standard without its list");
  return field;
}

/** All items, in the order of the list. */
export function itemsOf(m: Checklist): readonly Item[] {
  const rows = new Map((m.rows ?? []).map((row) => [row.head?.value.text, row.clauses]));
  return listOf(m).items.map(({ name, note }) => {
    const row = rows.get(name);
    return { name, note, gets: row?.gets, requires: row?.requires?.text, exempt: row?.exempt?.when };
  });
}

/** Points of each item: what its row gives, or equal shares where no row gives any. */
export function pointsOf(items: readonly Item[], full: Fraction): readonly Fraction[] {
  const share = divide(full, fraction(BigInt(items.length)));
  const equal = items.every(({ gets }) => gets === undefined);
  return items.map(({ gets }) => (equal ? share : ((gets && constantOf(gets)) ?? ZERO)));
}
