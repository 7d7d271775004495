/** Filings that show something: chosen, and held to it by the engine, so that none is told that does not reproduce. */
import { work, type Datum, type Evaluation, type Filing } from "@heng/engine";
import { fraction, multiply, ZERO, type Fraction } from "@heng/number";
import type { Expr, FieldSpec, Leaf, Value } from "@heng/lang";
import { narrowed, NO, YES, type Domain, type Env } from "../space/domain.ts";
import type { Space } from "../space/space.ts";
import { Walk } from "../space/walk.ts";
import { pick, shownOne } from "./pick.ts";
import { Realiser, type Choices, type Taste } from "./realise.ts";

/** What a finding is shown with: what the leaf reads, as it would be filed. */
export interface Counterexample {
  readonly values: ReadonlyMap<string, Value>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
  readonly evaluation: Evaluation;
}

const TASTES: readonly Taste[] = [
  { size: 100n, yes: true },
  { size: 100n, yes: false },
  { size: 1n, yes: true },
  { size: 1000n, yes: true },
  { size: 7n, yes: false },
  { size: 0n, yes: true },
  { size: 0n, yes: false },
];

/** What rows are filed with: none, one of the least figures, or one of the greatest. */
type Lists = "none" | "least" | "greatest";
const LISTS: readonly Lists[] = ["least", "greatest", "none"];
const NO_LISTS: readonly Lists[] = ["none"];

/** What is sought. */
export interface Sought {
  /** All that the leaf, and what is shown, reads. */
  readonly reads: readonly Expr[];
  /** What atoms have to be: one of these. */
  readonly envs: readonly (Env | undefined)[];
  /** Further conditions, to be met or missed. */
  readonly conditions?: readonly { readonly when: Expr; readonly holds: boolean }[];
  /** Rather without rows in the lists. */
  readonly noRows?: boolean;
  /** Whether what the engine makes of it shows what is claimed. */
  shows(evaluation: Evaluation): boolean;
}

/**
 * A filing that shows it, or undefined where none was found. `known` is the space that the atoms of `env` are of, where
 * the program that is tried is a part of another.
 */
export function counterexample(
  space: Space,
  sought: Sought,
  known: Space = space,
): Counterexample | undefined {
  const names = listsIn(space, sought.reads);
  const lists = names.size === 0 ? NO_LISTS : sought.noRows ? LISTS.toReversed() : LISTS;
  const seen = new Set<string>();
  for (const env of [...sought.envs, ...sought.envs.map((one) => filedOnly(known, one))])
    for (const taste of TASTES) {
      const chosen = choose(known, sought, env, taste);
      if (!chosen) continue;
      const key = Array.from(
        chosen,
        ([k, v]) => `${k} ${typeof v === "string" ? v : `${v.n}/${v.d}`}`,
      ).join();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const rows of lists) {
        const filed = toFiling(space, chosen, names, rows);
        const evaluation = work(space.program, filed.filing);
        if (sought.shows(evaluation)) return { values: filed.values, rows: filed.rows, evaluation };
      }
    }
  return undefined;
}

/** What is known of fields alone: what is worked out from them may not be had together with it. */
function filedOnly(space: Space, env: Env | undefined): Env | undefined {
  const fields: Env[] = [];
  for (let at = env; at !== undefined; at = at.up)
    if (space.source(at.key)?.kind === "field") fields.unshift(at);
  return fields.reduce<Env | undefined>(
    (up, { key, domain, cell }) => narrowed(up, key, domain, cell),
    undefined,
  );
}

function choose(
  space: Space,
  { reads, conditions = [] }: Sought,
  env: Env | undefined,
  taste: Taste,
): Choices | undefined {
  const realiser = new Realiser(space, new Walk(space), taste);
  if (!realiser.take(env)) return undefined;
  for (const { when, holds } of conditions) realiser.hold(when, holds);
  for (const e of reads)
    for (const key of space.reads(e)) {
      const source = space.source(key);
      if (source?.kind === "field" && !realiser.fill(key, source.field)) return undefined;
    }
  return realiser.choices;
}

interface Filed {
  readonly filing: Filing;
  readonly values: ReadonlyMap<string, Value>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
}

function toFiling(space: Space, chosen: Choices, lists: ReadonlySet<string>, filled: Lists): Filed {
  const values = new Map<string, Value>();
  for (const field of space.program.fields) {
    const value = valueOf(field, chosen);
    if (value) values.set(field.name, value);
  }
  const rows = new Map<string, readonly ReadonlyMap<string, Value>[]>();
  for (const name of lists) {
    const list = space.rowLists.get(name);
    if (!list) continue;
    const row = new Map<string, Value>();
    for (const column of list.columns) {
      const value = usual(column, filled);
      if (value) row.set(column.name, value);
    }
    rows.set(name, filled === "none" ? [] : [row]);
  }
  const { file } = space.program;
  const data = (of: ReadonlyMap<string, Value>): ReadonlyMap<string, Datum> =>
    new Map(
      Array.from(of, ([field, value]) => [
        field,
        { kind: "value", value, place: { file, field }, written: "" },
      ]),
    );
  const filing: Filing = {
    name: "",
    agency: undefined,
    year: undefined,
    values: data(values),
    rows: new Map(Array.from(rows, ([name, list]) => [name, list.map(data)])),
    texts: new Map(),
  };
  return { filing, values, rows };
}

function listsIn(space: Space, reads: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const e of reads)
    for (const key of space.reads(e)) {
      const source = space.source(key);
      if (source?.kind === "expression" && source.of.node === "aggregate") found.add(source.of.rows);
    }
  return found;
}

function usual({ type, range, items }: FieldSpec, filled: Lists): Value | undefined {
  switch (type.kind) {
    case "text":
    case "checklist":
    case "qualitative":
      return undefined;
    case "yesNo":
      return { kind: "yesNo", value: filled === "greatest" };
    case "option": {
      const value = items.at(filled === "greatest" ? -1 : 0)?.name;
      return value === undefined ? undefined : { kind: "option", value };
    }
    default: {
      const near = filled === "greatest" ? multiply(shownOne(type), GREAT) : ZERO;
      const value = pick(range, type, near);
      return value && { kind: "figure", value };
    }
  }
}

/** More than most bounds, in the shown unit. */
const GREAT = fraction(100n);

function valueOf({ name, type, items }: FieldSpec, chosen: Choices): Value | undefined {
  const own = chosen.get(name);
  switch (type.kind) {
    case "checklist": {
      const met = new Map<string, boolean>();
      for (const item of items) {
        const choice = chosen.get(`${name}.${item.name}`);
        if (choice !== undefined) met.set(item.name, choice === YES);
      }
      return met.size > 0 ? { kind: "checklist", met } : undefined;
    }
    case "qualitative": {
      const grade = chosen.get(`${name}.grade`);
      const share = chosen.get(`${name}.share`);
      if (typeof grade !== "string" || typeof share === "string") return undefined;
      return { kind: "qualitative", grade, share: share ?? USUAL_SHARE[grade] ?? ZERO };
    }
    case "yesNo":
      return own === undefined ? undefined : { kind: "yesNo", value: own !== NO };
    case "option":
      return typeof own === "string" ? { kind: "option", value: own } : undefined;
    default:
      return own === undefined || typeof own === "string" ? undefined : { kind: "figure", value: own };
  }
}

/** What is filed beside an 等次 where nothing asks for it. */
const USUAL_SHARE: Readonly<Record<string, Fraction>> = {
  达成: fraction(1n),
  部分达成: fraction(7n, 10n),
  未达成: ZERO,
};

/** What an atom of a field is known to be once a value is filed. */
export function chosenDomain(value: Value, part: string | undefined): Domain | undefined {
  const figure = (own: Fraction): Domain => {
    const end = { value: own, open: false };
    return { kind: "figure", range: { low: end, high: end } };
  };
  const choice = (option: string): Domain => ({ kind: "choice", options: [option] });
  switch (value.kind) {
    case "figure":
      return figure(value.value);
    case "qualitative":
      return part === "share" ? figure(value.share) : choice(value.grade);
    case "yesNo":
      return choice(value.value ? YES : NO);
    case "option":
      return choice(value.value);
    case "checklist":
      return part === undefined ? undefined : choice(value.met.get(part) === true ? YES : NO);
    default:
      return undefined;
  }
}

/** The expressions that decide a leaf: what a filing has to say so that it comes out. */
export function partsOfLeaf(leaf: Leaf): readonly Expr[] {
  return [
    ...leaf.notApplicable.map(({ when }) => when),
    ...leaf.vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
    leaf.standard,
  ];
}
