/** Filings that are tried: what is filed for the fields that a program reads, and the values that each may be tried with. */
import type { Datum, Filing } from "@heng/engine";
import {
  isFigure,
  partsOf,
  type Expr,
  type FieldSpec,
  type Group,
  type Leaf,
  type Program,
  type Value,
} from "@heng/lang";
import { down, exact, minus, order, over, plus, times, type Exact } from "../exact.ts";
import { constantsOf } from "../generate/filing-figures.ts";

/** What is filed, by field; rows by list. */
export interface Tried {
  readonly values: ReadonlyMap<string, Value>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
}

// ---- what a program reads ----------------------------------------------------------------------------------------

export function leavesOf(program: Program): readonly Leaf[] {
  const within = (node: Group | Leaf): readonly Leaf[] =>
    node.kind === "leaf" ? [node] : node.children.flatMap(within);
  return [...within(program.root), ...program.extras];
}

export function groupsOf(program: Program): readonly Group[] {
  const within = (node: Group | Leaf): readonly Group[] =>
    node.kind === "leaf" ? [] : [node, ...node.children.flatMap(within)];
  return within(program.root);
}

/** What decides the score of a leaf. */
export function decidingParts(leaf: Leaf): readonly Expr[] {
  return [
    ...leaf.notApplicable.map(({ when }) => when),
    ...leaf.vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
    leaf.standard,
  ];
}

/** Every expression that is reached from some, definitions too; `inRows`: what aggregates ask of a row as well. */
export function reached(program: Program, from: readonly Expr[], inRows: boolean): ReadonlySet<Expr> {
  const definitions = new Map(program.definitions.map((one) => [one.id, one.of]));
  const found = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (found.has(e)) return;
    found.add(e);
    if (e.node === "aggregate" && !inRows) return;
    const of = e.node === "use" ? definitions.get(e.definition) : undefined;
    for (const part of of ? [of] : partsOf(e)) visit(part);
  };
  from.forEach(visit);
  return found;
}

/** All expressions of a program that a score depends on. */
export function expressionsOf(program: Program): ReadonlySet<Expr> {
  return reached(
    program,
    [
      ...leavesOf(program).flatMap((leaf) => [
        ...decidingParts(leaf),
        ...leaf.mustExplain.map(({ when }) => when),
      ]),
      ...leavesOf(program).flatMap(({ value }) => (value ? [value] : [])),
      ...groupsOf(program).flatMap(({ vetoes, caps }) => [
        ...vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
        ...caps.flatMap(({ when, of }) => (when ? [when, of] : [of])),
      ]),
    ],
    true,
  );
}

/** The fields that a program reads, and its lists of rows where it reads any. */
export function readBy(program: Program): {
  readonly fields: readonly FieldSpec[];
  readonly lists: Program["rowLists"];
} {
  const names = new Set<string>();
  const lists = new Set<string>();
  for (const e of expressionsOf(program)) {
    if (e.node === "input") names.add(e.field);
    if (e.node === "aggregate") lists.add(e.rows);
  }
  return {
    fields: program.fields.filter(({ name }) => names.has(name)),
    lists: program.rowLists.filter(({ name }) => lists.has(name)),
  };
}

// ---- values ------------------------------------------------------------------------------------------------------

/** Finer than what people file, where any number of decimals may be filed. */
const FINE = exact(1n, 10n ** 6n);

/** The finest step in which a field is filed. */
function stepOf({ type, decimals }: FieldSpec): Exact {
  if (type.kind === "date") return exact(1n);
  const step = decimals === undefined ? FINE : exact(1n, 10n ** BigInt(decimals));
  return type.kind === "quantity" ? times(step, exact(type.factor.n, type.factor.d)) : step;
}

/** The values that may be filed at and beside a figure. */
export function beside(field: FieldSpec, figure: Exact): readonly Exact[] {
  const step = stepOf(field);
  const at = times(exact(down(over(figure, step))), step);
  return [minus(at, step), at, plus(at, step), plus(plus(at, step), step)].filter((one) => fits(field, one));
}

function fits({ range: { low, high } }: FieldSpec, value: Exact): boolean {
  const [above, below] = [low ? order(value, low.value) : 1, high ? order(value, high.value) : -1];
  return (low?.open === true ? above > 0 : above >= 0) && (high?.open === true ? below < 0 : below <= 0);
}

/** The values that a field is tried with in any rule set: ends of its range, bounds written in the rules, some plain ones. */
export function valuesOf(field: FieldSpec, program: Program): readonly Value[] {
  const { type, items } = field;
  switch (type.kind) {
    case "yesNo":
      return [true, false].map((value) => ({ kind: "yesNo", value }));
    case "option":
      return type.options.map((value) => ({ kind: "option", value }));
    case "checklist":
      return subsets(items.map(({ name }) => name)).map((met) => ({ kind: "checklist", met }));
    case "qualitative":
      return (
        [
          ["达成", 100n],
          ["达成", 90n],
          ["达成", 80n],
          ["部分达成", 79n],
          ["部分达成", 60n],
          ["未达成", 59n],
          ["未达成", 0n],
        ] as const
      ).map(([grade, share]) => ({ kind: "qualitative", grade, share: exact(share, 100n) }));
    case "text":
      return [{ kind: "text", value: "文字" }];
    default:
      return figuresOf(field, program).map((value) => ({ kind: "figure", value }));
  }
}

function subsets(names: readonly string[]): readonly ReadonlyMap<string, boolean>[] {
  let found: ReadonlyMap<string, boolean>[] = [new Map()];
  for (const [i, name] of names.entries())
    // Of long lists all, and all but one.
    found =
      i < 3
        ? found.flatMap((met) => [new Map(met).set(name, true), new Map(met).set(name, false)])
        : [...found.map((met) => new Map(met).set(name, true)), new Map(found[0]).set(name, false)];
  return found;
}

function figuresOf(field: FieldSpec, program: Program): readonly Exact[] {
  const { type, range } = field;
  const unit =
    type.kind === "quantity"
      ? exact(type.factor.n, type.factor.d)
      : type.kind === "ratio"
        ? exact(1n, 100n)
        : exact(1n);
  const key =
    type.kind === "quantity" ? `quantity ${type.dimension.map((d) => d.join("^")).join(" ")}` : type.kind;
  const bounds = [
    ...(constantsOf(program).get(key) ?? []),
    ...[range.low, range.high].flatMap((end) => (end ? [exact(end.value.n, end.value.d)] : [])),
    ...(type.kind === "date" ? [] : [exact(0n)]),
  ];
  const plain = type.kind === "date" ? [738_156n] : [1n, 2n, 7n, 50n, 100n, 1000n];
  const all = [
    ...bounds.flatMap((one) => beside(field, one)),
    ...plain.map((one) => times(exact(one), unit)),
  ];
  const between =
    range.low && range.high
      ? [
          over(
            plus(exact(range.low.value.n, range.low.value.d), exact(range.high.value.n, range.high.value.d)),
            exact(2n),
          ),
        ]
      : [];
  return distinct(
    [...all, ...between.flatMap((one) => beside(field, one))].filter((one) => fits(field, one)),
  );
}

export function distinct(figures: readonly Exact[]): readonly Exact[] {
  const sorted = figures.toSorted(order);
  return sorted.filter((one, i) => i === 0 || order(one, sorted[i - 1] ?? one) !== 0);
}

/** Lists of rows: none, one of each end, and some that differ. */
export function listsOf(
  list: Program["rowLists"][number],
  program: Program,
): Tried["rows"] extends ReadonlyMap<string, infer R> ? readonly R[] : never {
  const values = list.columns.map((column) => [column.name, valuesOf(column, program)] as const);
  const row = (pick: (of: readonly Value[], i: number) => Value | undefined): ReadonlyMap<string, Value> =>
    new Map(
      values.flatMap(([name, of], i) => {
        const value = pick(of, i);
        return value ? [[name, value] as const] : [];
      }),
    );
  const first = row((of) => of[0]);
  const last = row((of) => of.at(-1));
  const mixed = row((of, i) => (i % 2 === 0 ? of[0] : of.at(-1)));
  const middle = row((of) => of[of.length >> 1]);
  return [
    [],
    [first],
    [last],
    [mixed],
    [middle],
    [first, last].slice(0, list.atMost),
    [last, middle].slice(0, list.atMost),
  ];
}

// ---- as a filing -------------------------------------------------------------------------------------------------

/** As the engine takes it. */
export function asFiling({ values, rows }: Tried): Filing {
  const data = (of: ReadonlyMap<string, Value>): ReadonlyMap<string, Datum> =>
    new Map(
      Array.from(of, ([field, value]) => [
        field,
        { kind: "value", value, place: { file: "试算", field }, written: "" },
      ]),
    );
  return {
    name: "试算",
    agency: undefined,
    year: undefined,
    values: data(values),
    rows: new Map(Array.from(rows, ([name, list]) => [name, list.map(data)])),
    texts: new Map(),
  };
}

export function figureIn({ values }: Tried, field: FieldSpec): Exact | undefined {
  const value = values.get(field.name);
  return isFigure(field.type) && value?.kind === "figure" ? value.value : undefined;
}

export function withFigure(tried: Tried, field: FieldSpec, value: Exact): Tried {
  return { ...tried, values: new Map(tried.values).set(field.name, { kind: "figure", value }) };
}

/** For people: what is filed. */
export function told({ values, rows }: Tried): string {
  const one = (value: Value): string =>
    value.kind === "figure"
      ? value.value.d === 1n
        ? `${value.value.n}`
        : `${value.value.n}/${value.value.d}`
      : value.kind === "checklist"
        ? Array.from(value.met, ([name, met]) => `${name}:${met ? "是" : "否"}`).join("+")
        : value.kind === "qualitative"
          ? `${value.grade} ${value.share.n}/${value.share.d}`
          : `${value.value}`;
  const record = (of: ReadonlyMap<string, Value>): string =>
    Array.from(of, ([name, value]) => `${name} ${one(value)}`).join(", ");
  return [
    record(values),
    ...Array.from(rows, ([name, list]) => `${name} [${list.map(record).join(" | ")}]`),
  ].join(", ");
}
