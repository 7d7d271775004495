/** What a suggested scenario files, while it is being made. */
import { scenarioFiling, work, type Evaluation } from "@heng/engine";
import type { Expr, FieldSpec, Leaf, Program, Value } from "@heng/lang";
import { partsOf } from "@heng/lang";
import type { Fraction } from "@heng/number";

export interface Draft {
  readonly values: ReadonlyMap<string, Value>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
}

export const EMPTY: Draft = { values: new Map(), rows: new Map() };

/** One figure of a filing that can be moved: a field, the share of a 定性, or a column of the first row of a list. */
export interface Driver {
  readonly field: string;
  readonly spec: FieldSpec;
  /** The list that the field is a column of. */
  readonly rows?: string;
}

/** The draft with a driver at a figure. */
export function withFigure(draft: Draft, { field, rows }: Driver, figure: Fraction): Draft {
  const moved = (values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => {
    const before = values.get(field);
    const value: Value =
      before?.kind === "qualitative" ? { ...before, share: figure } : { kind: "figure", value: figure };
    return new Map([...values, [field, value]]);
  };
  if (rows === undefined) return { ...draft, values: moved(draft.values) };
  const [first = new Map<string, Value>(), ...others] = draft.rows.get(rows) ?? [];
  return { ...draft, rows: new Map([...draft.rows, [rows, [moved(first), ...others]]]) };
}

export function withValue(draft: Draft, field: string, value: Value): Draft {
  return { ...draft, values: new Map([...draft.values, [field, value]]) };
}

/** Both drafts; of what both have the first stands. */
export function merged(first: Draft, second: Draft): Draft {
  return {
    values: new Map([...second.values, ...first.values]),
    rows: new Map([...second.rows, ...first.rows]),
  };
}

/** A text that is the same for the same draft. */
export function keyOf({ values, rows }: Draft): string {
  const row = (of: ReadonlyMap<string, Value>): string =>
    [...of].map(([name, value]) => `${name} ${keyOfValue(value)}`).join("\n");
  return [row(values), ...[...rows].map(([name, list]) => `${name}\n${list.map(row).join("\n")}`)].join("\n");
}

function keyOfValue(value: Value): string {
  switch (value.kind) {
    case "figure":
      return `${value.value.n}/${value.value.d}`;
    case "qualitative":
      return `${value.grade} ${value.share.n}/${value.share.d}`;
    case "checklist":
      return [...value.met].map(([item, met]) => `${item} ${met}`).join(" ");
    default:
      return `${value.value}`;
  }
}

export function evaluateDraft(program: Program, draft: Draft): Evaluation {
  return work(program, scenarioFiling({ title: "", origin: program.root.origin, ...draft }));
}

/** The draft without what a rule set does not ask for. */
export function askedFor({ fields, rowLists }: Program, { values, rows }: Draft): Draft {
  const asked = <V>(names: readonly { readonly name: string }[], of: ReadonlyMap<string, V>) =>
    new Map(
      names.flatMap(({ name }) => {
        const value = of.get(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return { values: asked(fields, values), rows: asked(rowLists, rows) };
}

/** The rule set with one leaf alone: what it scores is quickly known. */
export function aloneWith(leaf: Leaf, program: Program): Program {
  const used = new Set<string>();
  const asked = new Set<string>();
  const definitions = new Map(program.definitions.map((d) => [d.id, d]));
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.node === "input") asked.add(e.field);
    if (e.node === "aggregate" || e.node === "column") asked.add(e.rows);
    if (e.node === "use" && !used.has(e.definition)) {
      used.add(e.definition);
      const definition = definitions.get(e.definition);
      if (definition) visit(definition.of);
    }
    partsOf(e).forEach(visit);
  };
  const { notApplicable, vetoes, standard, value, target } = leaf;
  const ends = target?.kind === "range" ? [target.low, target.high] : [target?.of];
  for (const e of [
    standard,
    value,
    ...ends,
    ...notApplicable.map(({ when }) => when),
    ...vetoes.flatMap(({ when, gets }) => [when, gets]),
  ])
    if (e) visit(e);
  const extra = leaf.sense !== "indicator";
  const { root } = program;
  return {
    ...program,
    definitions: program.definitions.filter(({ id }) => used.has(id)),
    fields: program.fields.filter(({ name }) => asked.has(name)),
    rowLists: program.rowLists.filter(({ name }) => asked.has(name)),
    crossChecks: [],
    grades: [],
    scenarios: [],
    root: {
      ...root,
      points: leaf.points,
      combine: { kind: "sum" },
      rescale: false,
      vetoes: [],
      caps: [],
      children: extra ? [] : [leaf],
    },
    extras: extra ? [leaf] : [],
  };
}
