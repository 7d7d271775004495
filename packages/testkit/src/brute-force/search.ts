/** Tries a program with filings around everything that turns: from several starts, one field after the other. */
import { work, type Evaluation } from "@heng/engine";
import { isFigure, type FieldSpec, type Program, type Value } from "@heng/lang";
import { order, type Exact } from "../exact.ts";
import type { Random } from "../random.ts";
import { Seen } from "./seen.ts";
import {
  asFiling,
  beside,
  distinct,
  figureIn,
  listsOf,
  readBy,
  valuesOf,
  withFigure,
  type Tried,
} from "./tried.ts";
import { rootsOf, turnsOf } from "./turns.ts";

/** Filings of one field at all its values, in order, everything else the same. */
export interface Sweep {
  readonly field: FieldSpec;
  readonly filings: readonly { readonly tried: Tried; readonly evaluation: Evaluation }[];
}

export interface Budget {
  /** Filings to start from at random, and as many again that showed something new. */
  readonly starts: number;
  /** Filings at random out of all values that were found. */
  readonly random: number;
}

/** What the engine shows of a program; `visit` is given every sweep. */
export function search(
  program: Program,
  random: Random,
  { starts, random: more }: Budget,
  visit: (sweep: Sweep) => void = () => {},
): Seen {
  const seen = new Seen(program);
  const { fields, lists } = readBy(program);
  const turns = turnsOf(program);
  const pools = new Map(fields.map((field) => [field, [...valuesOf(field, program)]]));
  const rowPools = new Map(lists.map((list) => [list.name, listsOf(list, program)]));
  const any = (): Tried => ({
    values: new Map(fields.map((field) => [field.name, random.pick(pools.get(field) ?? [])])),
    rows: new Map(Array.from(rowPools, ([name, all]) => [name, random.pick(all)])),
  });
  const waiting: Tried[] = Array.from({ length: starts }, any);
  let left = 2 * starts;
  const run = (tried: Tried): Evaluation => {
    const evaluation = work(program, asFiling(tried));
    if (seen.note(tried, evaluation)) waiting.push(tried);
    return evaluation;
  };
  for (let start = waiting.shift(); start && left > 0; start = left > 0 ? waiting.shift() : undefined) {
    left -= 1;
    run(start);
    for (const field of fields) {
      const pool = pools.get(field) ?? [];
      if (!isFigure(field.type)) {
        for (const value of pool) run({ ...start, values: new Map(start.values).set(field.name, value) });
        continue;
      }
      const own = pool.flatMap((value) => (value.kind === "figure" ? [value.value] : []));
      const probes = probesOf(start, field, own).map((at) => ({
        at,
        evaluation: run(withFigure(start, field, at)),
      }));
      const roots = rootsOf(turns, probes).flatMap((root) => beside(field, root));
      const all = distinct([...own, ...roots]);
      remember(pool, roots);
      visit({
        field,
        filings: all.map((value) => {
          const tried = withFigure(start, field, value);
          return { tried, evaluation: run(tried) };
        }),
      });
    }
    for (const [name, all] of rowPools)
      for (const list of all) run({ ...start, rows: new Map(start.rows).set(name, list) });
  }
  for (let i = 0; i < more; i += 1) run(any());
  return seen;
}

/** Three values of a field, its own first. */
function probesOf(start: Tried, field: FieldSpec, pool: readonly Exact[]): readonly Exact[] {
  const own = figureIn(start, field);
  const others = pool.filter((one) => !own || order(one, own) !== 0);
  const step = Math.max(1, Math.floor(others.length / 3));
  return [...(own ? [own] : []), ...others.filter((_, i) => i % step === step - 1)].slice(0, 3);
}

/** More values of a field are not kept for what is tried at random. */
const MOST_KEPT = 60;

function remember(pool: Value[], roots: readonly Exact[]): void {
  for (const value of roots) {
    const known = pool.some((one) => one.kind === "figure" && order(one.value, value) === 0);
    if (!known && pool.length < MOST_KEPT) pool.push({ kind: "figure", value });
  }
}
