/** Random filings of a program, as the text of a JSON file: in all states, and at the bounds of what is asked. */
import type { FieldSpec, Program } from "@heng/lang";
import type { Random } from "../random.ts";
import { checklist, right, wrong, type Entry } from "./filing-entries.ts";
import { constantsOf } from "./filing-figures.ts";

export interface Draft {
  readonly fields: ReadonlyMap<string, Entry>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Entry>[]>;
}

/** How often, once in so many, a field is missing or holds what cannot be used; 0: never. */
export interface Mix {
  readonly missing: number;
  readonly wrong: number;
}

export function generateFiling(program: Program, random: Random, mix: Mix): Draft {
  const pool = constantsOf(program);
  const write = (spec: FieldSpec): Entry | undefined => {
    if (mix.missing > 0 && random.once(mix.missing)) return undefined;
    if (mix.wrong > 0 && random.once(mix.wrong)) return wrong(spec, random);
    return right(spec, pool, random, mix.missing > 0);
  };
  const record = (specs: readonly FieldSpec[]): ReadonlyMap<string, Entry> =>
    new Map(
      specs.flatMap((spec) => {
        const entry = write(spec);
        return entry === undefined ? [] : [[spec.name, entry] as const];
      }),
    );
  return {
    fields: record(program.fields),
    rows: new Map(
      program.rowLists.flatMap(({ name, atMost, columns }) => {
        if (mix.missing > 0 && random.once(mix.missing)) return [];
        const over = mix.wrong > 0 && random.once(mix.wrong * 4);
        const count = over ? atMost + 1 : random.between(0, atMost);
        return [[name, Array.from({ length: count }, () => record(columns))] as const];
      }),
    ),
  };
}

/** The same filing with all that was missing filled in, each field within its declared range. */
export function completed(program: Program, { fields, rows }: Draft, random: Random): Draft {
  const pool = constantsOf(program);
  const fill = (specs: readonly FieldSpec[], given: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> =>
    new Map(
      specs.map((spec) => {
        const before = given.get(spec.name);
        if (before === undefined) return [spec.name, right(spec, pool, random, false)];
        if (before.items === undefined || before.items.size === spec.items.length) return [spec.name, before];
        const items = spec.items.map(
          ({ name }) => [name, before.items?.get(name) ?? random.once(2)] as const,
        );
        return [spec.name, checklist(new Map(items), random)];
      }),
    );
  return {
    fields: fill(program.fields, fields),
    rows: new Map(
      program.rowLists.map(({ name, atMost, columns }) => [
        name,
        (
          rows.get(name) ?? Array.from({ length: random.between(0, atMost) }, () => new Map<string, Entry>())
        ).map((row) => fill(columns, row)),
      ]),
    ),
  };
}

/** The text of the JSON file. Written by hand: a field may be called `__proto__`. */
export function filingJson({ fields, rows }: Draft): string {
  const record = (entries: ReadonlyMap<string, Entry>): string =>
    `{${[...entries].map(([name, { json }]) => `${JSON.stringify(name)}: ${json}`).join(", ")}}`;
  const lists = [...rows].map(([name, list]) => `${JSON.stringify(name)}: [${list.map(record).join(", ")}]`);
  const data = `{${[record(fields).slice(1, -1), ...lists].filter((t) => t !== "").join(", ")}}`;
  return `{"schema": "heng.filing/1", "agency": "某单位", "year": "2022", "data": ${data}}`;
}
