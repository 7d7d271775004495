/** Looks for filings of one indicator that reach its bounds and branches: round figures first, then figures moved to a bound. */
import { stateOf, visitWorked, type Evaluation, type Worked } from "@heng/engine";
import {
  isFigure,
  partsOf,
  type Definition,
  type Expr,
  type FieldSpec,
  type Leaf,
  type Program,
  type RowList,
  type Value,
} from "@heng/lang";
import { absolute, compare, fraction, multiply, subtract, ZERO, type Fraction } from "@heng/number";
import { reachedIn } from "../coverage/coverage.ts";
import { expressionsOf, type CoveragePoint } from "../coverage/points.ts";
import { boundsOf, POSITIONS, type Bound, type Position } from "./bounds.ts";
import { around, valuesFor } from "./choices.ts";
import {
  aloneWith,
  EMPTY,
  evaluateDraft,
  keyOf,
  withFigure,
  withValue,
  type Draft,
  type Driver,
} from "./draft.ts";
import { solveEqual } from "./solve.ts";

/** A filing of one indicator with what it comes to. */
export interface Trial {
  readonly draft: Draft;
  readonly evaluation: Evaluation;
  /** The score, where there is one; an indicator that is left out has none. */
  readonly score: Fraction | undefined;
  /** Whether a point of the indicator is reached. */
  readonly reaches: (point: CoveragePoint) => boolean;
}

/** What was found for a bound: the nearest filing on either side, and at it. */
export type Nearest = ReadonlyMap<Position, Found>;

interface Found {
  readonly trial: Trial;
  /** How far what is measured lies above the bound. */
  readonly gap: Fraction;
}

/** Filings that are made for one indicator before it is given up. */
const MOST_TRIALS = 400;
/** Filings from which a figure is moved to a bound. */
const MOST_BASES = 12;
/** Rows that a list is filled with to reach a count. */
const MOST_ROWS = 6;

export class Search {
  readonly leaf: Leaf;
  readonly bounds: readonly Bound[];
  readonly #program: Program;
  /** The rule set with this indicator alone. */
  readonly alone: Program;
  readonly #asked: Asked;
  /** By the text of a draft; undefined where it gives no score. */
  readonly #tried = new Map<string, Trial | undefined>();
  readonly #further = this.#furtherTrials();
  readonly #nearest = new Map<Bound, Nearest>();

  constructor(leaf: Leaf, program: Program, definitions: ReadonlyMap<string, Definition>) {
    this.leaf = leaf;
    this.bounds = boundsOf(leaf, definitions);
    this.#program = program;
    this.alone = aloneWith(leaf, program);
    this.#asked = askedBy([leaf.standard, ...expressionsOf(leaf)], program, definitions);
    this.#roundFigures();
  }

  /** All filings that give the indicator a score, or leave it out, in the order in which they were made. */
  get trials(): readonly Trial[] {
    return [...this.#tried.values()].filter((trial) => trial !== undefined);
  }

  /** Searches all bounds, so that what lies beside them is among {@link trials}. */
  searchBounds(): void {
    for (const bound of this.bounds) this.nearest(bound);
  }

  /** A filing that was found elsewhere, if it gives the indicator a score, or leaves it out. */
  adopt(draft: Draft): Trial | undefined {
    return this.#tried.get(keyOf(draft)) ?? this.#evaluate(draft);
  }

  /** The nearest filings on either side of a bound, and at it. */
  nearest(bound: Bound): Nearest {
    let found = this.#nearest.get(bound);
    if (found === undefined) this.#nearest.set(bound, (found = this.#search(bound)));
    return found;
  }

  /** A filing that reaches a point of the indicator. */
  reaching(point: CoveragePoint): Trial | undefined {
    const reaches = (trial: Trial): boolean => trial.reaches(point);
    // Beside a bound is where a person looks; else the roundest figures.
    const beside = this.bounds.flatMap((bound) =>
      [...this.nearest(bound).values()].map(({ trial }) => trial),
    );
    const known = [...beside, ...this.trials].find(reaches);
    if (known !== undefined) return known;
    // What is found on the way to one point is there for the next; nothing is looked for twice.
    for (let next = this.#further.next(); next.done !== true; next = this.#further.next())
      if (reaches(next.value)) return next.value;
    return undefined;
  }

  /** Filings beside the bounds, then those that differ in two things: each with another value of one field. */
  *#furtherTrials(): Generator<Trial> {
    const before = new Set(this.trials);
    this.searchBounds();
    for (const trial of this.trials) if (!before.has(trial)) yield trial;
    for (const { draft } of this.trials) {
      for (const next of this.#variations(draft)) {
        if (this.#tried.size >= MOST_TRIALS) return;
        const trial = this.#try(next);
        if (trial !== undefined) yield trial;
      }
      for (const bound of this.bounds) yield* this.#moved(draft, bound);
    }
  }

  /** A filing by which the indicator has exactly a score. */
  scoring(score: Fraction): Trial | undefined {
    const has = (trial: Trial): boolean => trial.score !== undefined && compare(trial.score, score) === 0;
    const known = this.trials.find(has);
    if (known !== undefined) return known;
    const wanted: Expr = { node: "figure", type: this.leaf.standard.type, value: score };
    const bound: Bound = { left: this.leaf.standard, right: wanted, asked: this.leaf.standard };
    for (const { draft } of this.trials.slice(0, MOST_BASES)) {
      for (const trial of this.#moved(draft, bound)) if (has(trial)) return trial;
    }
    return undefined;
  }

  /** Another filing as it is, or undefined where it gives no score, or enough have been tried. */
  #try(draft: Draft): Trial | undefined {
    const key = keyOf(draft);
    if (this.#tried.has(key) || this.#tried.size >= MOST_TRIALS) return this.#tried.get(key);
    const trial = this.#evaluate(draft);
    this.#tried.set(key, trial);
    return trial;
  }

  #evaluate(draft: Draft): Trial | undefined {
    const evaluation = evaluateDraft(this.alone, draft);
    const standing = evaluation.standings.get(this.leaf);
    const state = standing === undefined ? "error" : stateOf(standing);
    if (state !== "scored" && state !== "notApplicable") return undefined;
    if (evaluation.diagnostics.length > 0) return undefined;
    const score = standing?.score?.state === "value" ? standing.score.value : undefined;
    let reached: ((point: CoveragePoint) => boolean) | undefined;
    const reaches = (point: CoveragePoint): boolean =>
      (reached ??= reachedIn(evaluation, new Set([this.leaf]), false))(point);
    return { draft, evaluation, score, reaches };
  }

  /** Every field at its plainest, then one after the other at its other values. */
  #roundFigures(): void {
    const { fields, lists } = this.#asked;
    let base = EMPTY;
    for (const spec of fields) {
      const [value] = valuesFor(spec, this.#program);
      if (value !== undefined) base = withValue(base, spec.name, value);
    }
    for (const list of lists)
      base = { ...base, rows: new Map([...base.rows, [list.name, [this.#row(list)]]]) };
    this.#try(base);
    for (const draft of this.#variations(base)) this.#try(draft);
    // A rule may ask several figures to be nothing: `预算 = 0万元 且 支出 = 0万元`.
    const none = fields
      .filter(({ type }) => isFigure(type))
      .reduce((draft, spec) => {
        const zero = valuesFor(spec, this.#program).find(
          (value) => value.kind === "figure" && value.value.n === 0n,
        );
        return zero === undefined ? draft : withValue(draft, spec.name, zero);
      }, base);
    this.#try(none);
  }

  #row({ columns }: RowList): ReadonlyMap<string, Value> {
    return new Map(
      columns.flatMap((column) => {
        const [value] = valuesFor(column, this.#program);
        return value === undefined ? [] : [[column.name, value]];
      }),
    );
  }

  *#variations(draft: Draft): Generator<Draft> {
    const { fields, lists } = this.#asked;
    for (const spec of fields) {
      for (const value of valuesFor(spec, this.#program)) yield withValue(draft, spec.name, value);
    }
    for (const list of lists) {
      const rows = draft.rows.get(list.name) ?? [];
      const [first = this.#row(list)] = rows;
      const filled = (all: readonly ReadonlyMap<string, Value>[]): Draft => ({
        ...draft,
        rows: new Map([...draft.rows, [list.name, all]]),
      });
      for (let n = 2; n <= Math.min(MOST_ROWS, list.atMost); n += 1)
        yield filled(Array.from({ length: n }, () => first));
      for (const column of list.columns) {
        for (const value of valuesFor(column, this.#program)) {
          const other = new Map([...first, [column.name, value]]);
          yield filled([other, ...rows.slice(1)]);
          if (list.atMost >= 2) yield filled([first, other]);
        }
      }
    }
  }

  #search(bound: Bound): Nearest {
    const all = this.#around(bound);
    const at = nearestOf(all.get("at") ?? [], undefined);
    const [below, above] = (["below", "above"] as const).map((side) => nearestOf(all.get(side) ?? [], at));
    const found = new Map<Position, Found>();
    if (at !== undefined) found.set("at", at);
    // Where nothing can lie on the one side, the other is of interest only if something else decides there.
    const sharp = (side: Found | undefined): boolean =>
      at === undefined || pathOf(side, this.leaf) !== pathOf(at, this.leaf);
    if (below !== undefined && (above !== undefined || sharp(below))) found.set("below", below);
    if (above !== undefined && (below !== undefined || sharp(above))) found.set("above", above);
    return found;
  }

  /** Filings on either side of a bound and at it, by one figure if one will do; the first that the rules name, if that will. */
  #around(bound: Bound): ReadonlyMap<Position, Found[]> {
    const all = new Map<Position, Found[]>(POSITIONS.map((position) => [position, []]));
    const complete = (of: ReadonlyMap<Position, Found[]>): boolean =>
      POSITIONS.every((position) => (of.get(position) ?? []).length > 0);
    // The plainest filing of those with the most points, from which a step shows; of others one in which the bound is asked.
    const bases = this.trials
      .filter(({ evaluation }, i) => i === 0 || gapIn(evaluation, bound, this.leaf) !== undefined)
      .toSorted((a, b) => compare(b.score ?? ZERO, a.score ?? ZERO));
    for (const { draft } of bases.slice(0, MOST_BASES)) {
      for (const driver of this.#asked.drivers) {
        const own = new Map<Position, Found[]>(POSITIONS.map((position) => [position, []]));
        for (const trial of this.#movedBy(driver, draft, bound)) this.#place(trial, bound, own);
        if (complete(own)) return own;
        for (const position of POSITIONS) all.get(position)?.push(...(own.get(position) ?? []));
      }
      if (complete(all)) return all;
    }
    const others = new Map<Position, Found[]>(POSITIONS.map((position) => [position, []]));
    for (const trial of this.trials) this.#place(trial, bound, others);
    for (const position of POSITIONS) {
      const of = all.get(position);
      if (of?.length === 0) of.push(...(others.get(position) ?? []));
    }
    return all;
  }

  #place(trial: Trial, bound: Bound, all: ReadonlyMap<Position, Found[]>): void {
    const gap = gapIn(trial.evaluation, bound, this.leaf);
    if (gap === undefined) return;
    all.get(gap.n < 0n ? "below" : gap.n === 0n ? "at" : "above")?.push({ trial, gap });
  }

  /** A filing with one figure after the other moved to a bound, and beside it. */
  *#moved(draft: Draft, bound: Bound): Generator<Trial> {
    for (const driver of this.#asked.drivers) yield* this.#movedBy(driver, draft, bound);
  }

  *#movedBy(driver: Driver, draft: Draft, bound: Bound): Generator<Trial> {
    const start = this.#try(draft);
    if (start === undefined) return;
    for (const figure of solveEqual(bound.left, bound.right, driver, start.evaluation)) {
      for (const near of around(figure, driver.spec)) {
        const trial = this.#try(withFigure(draft, driver, near));
        if (trial !== undefined) yield trial;
      }
    }
  }
}

/** The nearest that scores otherwise than at the bound and shows which side it is on; else the nearest. */
function nearestOf(found: readonly Found[], at: Found | undefined): Found | undefined {
  const sorted = found.toSorted((a, b) => compare(absolute(a.gap), absolute(b.gap)));
  const [nearest] = sorted;
  if (nearest === undefined || at === undefined) return nearest;
  // Further away than a person would call beside it, nothing is taken for the sake of the score.
  const far = multiply(absolute(nearest.gap), fraction(200n));
  const beside = sorted.filter(({ gap }) => compare(absolute(gap), far) <= 0);
  return beside.find(({ trial }) => !sameScore(trial, at.trial)) ?? nearest;
}

function sameScore({ score: a }: Trial, { score: b }: Trial): boolean {
  return a === undefined || b === undefined ? a === b : compare(a, b) === 0;
}

/** Which branches were taken on the way to a score. */
function pathOf(found: Found | undefined, leaf: Leaf): string {
  if (found === undefined) return "";
  const { evaluation } = found.trial;
  const ruling = evaluation.leaves.get(leaf)?.ruling?.by ?? "";
  const taken: string[] = [ruling];
  for (const e of expressionsOf(leaf))
    visitWorked(e, evaluation, (worked) => worked.taken !== undefined && taken.push(`${worked.taken}`));
  return taken.join(" ");
}

/** How far what is measured lies above a bound, within an aggregate in its first row; undefined where it was not asked. */
export function gapIn(
  evaluation: Evaluation,
  { left, right, asked }: Bound,
  leaf: Leaf,
): Fraction | undefined {
  const worked = askedIn(evaluation, leaf).get(asked);
  const [a, b] = [worked?.outcomeOf(left), worked?.outcomeOf(right)];
  return a?.state === "value" && b?.state === "value" ? subtract(a.value, b.value) : undefined;
}

const ASKED = new WeakMap<Evaluation, Map<Leaf, ReadonlyMap<Expr, Worked>>>();

/** What was worked out for the score of a leaf, each node where it first was. */
function askedIn(evaluation: Evaluation, leaf: Leaf): ReadonlyMap<Expr, Worked> {
  let known = ASKED.get(evaluation);
  if (known === undefined) ASKED.set(evaluation, (known = new Map()));
  let asked = known.get(leaf);
  if (asked === undefined) {
    const first = new Map<Expr, Worked>();
    const ruling = evaluation.leaves.get(leaf)?.ruling;
    const conditions = [...leaf.notApplicable, ...leaf.vetoes].map(({ when }) => when);
    const parts = ruling?.by === "standard" ? expressionsOf(leaf) : ruling === undefined ? [] : conditions;
    for (const part of parts)
      visitWorked(part, evaluation, (worked) => {
        if (!first.has(worked.of)) first.set(worked.of, worked);
      });
    known.set(leaf, (asked = first));
  }
  return asked;
}

interface Asked {
  readonly fields: readonly FieldSpec[];
  readonly lists: readonly RowList[];
  /** Figures that can be moved, in the order in which the rules name them. */
  readonly drivers: readonly Driver[];
}

/** What these expressions ask of a filing; figures of the first are moved before those of the others. */
export function askedBy(
  expressions: readonly Expr[],
  program: Program,
  definitions: ReadonlyMap<string, Definition>,
): Asked {
  const fields = new Map<string, FieldSpec>();
  const lists = new Map<string, RowList>();
  const drivers = new Map<string, Driver>();
  const bySpec = new Map(program.fields.map((spec) => [spec.name, spec]));
  const byList = new Map(program.rowLists.map((list) => [list.name, list]));
  const seen = new Set<Expr>();
  const walk = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.node === "input") {
      const spec = bySpec.get(e.field);
      if (spec !== undefined) fields.set(e.field, spec);
      if (spec && (isFigure(spec.type) || spec.type.kind === "qualitative"))
        drivers.set(e.field, { field: e.field, spec });
    } else if (e.node === "aggregate" || e.node === "column") {
      const list = byList.get(e.rows);
      if (list !== undefined) lists.set(list.name, list);
      const spec = e.node === "column" ? list?.columns.find(({ name }) => name === e.column) : undefined;
      if (spec && isFigure(spec.type))
        drivers.set(`${e.rows}.${spec.name}`, { field: spec.name, spec, rows: e.rows });
    }
    const definition = e.node === "use" ? definitions.get(e.definition) : undefined;
    if (definition) walk(definition.of);
    partsOf(e).forEach(walk);
  };
  expressions.forEach(walk);
  return { fields: [...fields.values()], lists: [...lists.values()], drivers: [...drivers.values()] };
}
