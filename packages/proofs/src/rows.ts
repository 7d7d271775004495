/** The proofs of what was written: rows that are used, limits that bite, comparisons that can come out either way. */
import { compare, type Fraction } from "@heng/number";
import {
  isFigure,
  partsOf,
  printExpr,
  type Case,
  type CrossCheck,
  type Expr,
  type Leaf,
  type Range,
} from "@heng/lang";
import type { Evaluation } from "@heng/engine";
import { whyAlways, whyUnused } from "./claims/because.ts";
import { compared, inBoth, scoreOf, type Ledger, type Subject } from "./claims/claim.ts";
import type { Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import type { Met, Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { decide, metIn, type Question } from "./decide.ts";
import type { Counterexample, Sought } from "./witness/counterexample.ts";
import { H2104 } from "./H2104-never-used/index.ts";
import { H2108 } from "./H2108-constant-condition/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";

type Comparison = Extract<Expr, { node: "compare" }>;
type Cases = Extract<Expr, { node: "cases" }>;

/** Something that the author wrote, with the first indicator that it is used for. */
interface Written<T> {
  readonly of: T;
  readonly own: object;
  readonly subject: Subject;
}

/** What the author wrote in one place: in a 方法 or function as often as it is used. */
type Places<T> = Map<string | number, Written<T>[]>;

/** A row: a case, or 其他 of several. */
interface Row {
  readonly of: Case | Cases;
  readonly origin: Range;
  /** The cases that are tried before it. */
  readonly before: readonly Case[];
  /** What holds, or does not, where it is taken. */
  readonly conditions: readonly { readonly when: Expr; readonly holds: boolean }[];
}

/** Proves what was written in standards and in what they use. */
export function proveWritten(
  space: Space,
  ledger: Ledger,
  trace: Trace,
  { comparisons, rows }: Writing,
  crossChecks: readonly CrossCheck[],
): void {
  for (const list of comparisons.values()) comparison(space, ledger, list);
  for (const one of crossChecks) crossCheck(space, ledger, one);
  for (const list of rows.values()) {
    const [first] = list;
    if (!first) continue;
    if ("when" in first.of.of && first.of.of.limit) limit(space, ledger, trace, list);
    else row(space, ledger, trace, list);
  }
}

/** All comparisons and rows that were written, by place. */
export class Writing {
  readonly comparisons: Places<Comparison> = new Map();
  readonly rows: Places<Row> = new Map();
  readonly #space: Space;
  /** Of one leaf: what several leaves share is found for each. */
  readonly #looked = new Set<Expr>();

  constructor(space: Space) {
    this.#space = space;
  }

  /** `asked`: whether the standard ever is; of one that is not, that has been told. */
  of(subject: Subject, asked: boolean): void {
    this.#looked.clear();
    for (const part of subject.parts) if (asked || part !== subject.leaf.standard) this.#look(part, subject);
  }

  #look(e: Expr, subject: Subject): void {
    if (e.node === "figure" || e.node === "input" || e.node === "option" || this.#looked.has(e)) return;
    this.#looked.add(e);
    if (e.node === "compare" && e.origin) this.#add(this.comparisons, e.origin, e, e, subject);
    if (e.node === "cases")
      for (const one of rowsOf(e)) this.#add(this.rows, one.origin, one, one.of, subject);
    const of = e.node === "use" ? this.#space.definitions.get(e.definition)?.of : undefined;
    if (of) this.#look(of, subject);
    else for (const part of partsOf(e)) this.#look(part, subject);
  }

  /** `own`: what makes it the same one where it is met again. */
  #add<T>(to: Places<T>, at: Range, of: T, own: object, subject: Subject): void {
    const key = at.file === this.#space.program.file ? at.start : `${at.file} ${at.start}`;
    const known = to.get(key);
    if (!known) to.set(key, [{ of, own, subject }]);
    else if (known.every((one) => one.own !== own)) known.push({ of, own, subject });
  }
}

function rowsOf(e: Cases): readonly Row[] {
  const rows = e.cases.flatMap((of, i): Row[] => {
    if (!of.origin) return [];
    const before = e.cases.slice(0, i);
    return [{ of, origin: of.origin, before, conditions: [{ when: of.when, holds: true }] }];
  });
  if (!e.rest) return rows;
  return [
    ...rows,
    {
      of: e,
      origin: e.rest.origin,
      before: e.cases,
      conditions: e.cases.map(({ when }) => ({ when, holds: false })),
    },
  ];
}

// ---- comparisons -------------------------------------------------------------------------------------------------

/**
 * A comparison that comes out the same for all that the declared ranges allow. What several uses share is judged together:
 * a comparison in a 方法 may be constant for one of them.
 */
function comparison(space: Space, ledger: Ledger, list: readonly Written<Comparison>[]): void {
  const walk = new Walk(space);
  const [first] = list;
  const origin = first?.of.origin;
  const holds = first && decided(walk, first.of);
  if (!first || !origin) return;
  if (holds === undefined || list.some(({ of }) => decided(walk, of) !== holds)) return ledger.holds();
  if (ledger.isTold(origin)) return;
  const because = whyAlways(space, first.of, holds);
  const condition = printExpr(first.of, { lang: "zh" });
  const data = { name: first.subject.leaf.name, condition, holds, why: because?.words };
  ledger.tell(H2108, data, origin, undefined, [], {
    leaves: leavesOf(list),
    because,
    removal: holds ? [] : ledger.mends.withoutCondition(origin),
  });
}

/** What a comparison comes to for all filings; of figures that are counted one by one some may have none. */
function decided(walk: Walk, e: Comparison): boolean | undefined {
  const holds = walk.truth(e, undefined, false);
  if (holds !== undefined) return holds;
  if (walk.assume(e, true, undefined) === "never") return false;
  return walk.assume(e, false, undefined) === "never" ? true : undefined;
}

/** A 核对 that no filing can miss, or none can pass. */
function crossCheck(
  space: Space,
  ledger: Ledger,
  { title, left, sign, right, tolerance, origin }: CrossCheck,
): void {
  if (!isFigure(left.type)) return;
  const terms = (a: Expr, b: Expr): Expr => ({
    node: "sum",
    type: left.type,
    terms: [
      { negative: false, of: a },
      { negative: true, of: b },
    ],
  });
  const gap: Expr =
    sign === "="
      ? { node: "absolute", type: left.type, of: terms(left, right) }
      : sign === ">=" || sign === ">"
        ? terms(right, left)
        : terms(left, right);
  const strict = sign === "<" || sign === ">";
  const check: Expr = {
    node: "compare",
    type: { kind: "yesNo" },
    sign: strict ? "<" : "<=",
    left: gap,
    right: tolerance,
  };
  const holds = new Walk(space).truth(check, undefined, false);
  if (holds === undefined) return ledger.holds();
  const condition = `${printExpr(left, { lang: "zh" })} ${sign} ${printExpr(right, { lang: "zh" })}`;
  const fixes = ledger.mends.withoutStatement(origin);
  const sides: Expr = { node: "compare", type: { kind: "yesNo" }, sign, left, right };
  const because = whyAlways(space, sides, holds);
  const data = { name: title, condition, holds, why: because?.words };
  ledger.tell(H2108, data, origin, undefined, fixes, { because });
}

// ---- rows --------------------------------------------------------------------------------------------------------

/** A row or branch that nothing ever comes to. */
function row(space: Space, ledger: Ledger, trace: Trace, list: readonly Written<Row>[]): void {
  const met = metOf(trace, list);
  const [first] = list;
  if (!first) return;
  const { origin } = first.of;
  const { name } = first.subject.leaf;
  if (met.length === 0) {
    if (!ledger.isTold(origin)) unused(space, ledger, first, leavesOf(list));
    return;
  }
  if (isTaken(space, met)) return ledger.holds();
  const found = met.map((one) => decide(space, one.subject, ledger.effort, questionOf(space, one)));
  if (found.some((one) => one !== undefined && one !== "never")) ledger.holds();
  else if (found.every((one) => one === "never")) unused(space, ledger, first, leavesOf(list));
  else {
    const what = { zh: "这一行用不用得到", en: "whether this row is used" };
    ledger.open(name, what, origin, leavesOf(list));
  }
}

function unused(
  space: Space,
  ledger: Ledger,
  { of: { of, origin, before }, subject }: Written<Row>,
  leaves: readonly Leaf[],
): void {
  const { leaf } = subject;
  const because = whyUnused(space, { when: "when" in of ? of.when : undefined, before, origin, leaf });
  const covering = because?.covering;
  const data = { name: leaf.name, why: because && { by: because.by, words: because.words } };
  ledger.tell(H2104, data, origin, undefined, covering ? ledger.mends.movedBefore(origin, covering) : [], {
    leaves,
    because,
    removal: ledger.mends.withoutRow(origin),
  });
}

function leavesOf(list: readonly Written<unknown>[]): readonly Leaf[] {
  return list.map(({ subject }) => subject.leaf);
}

/** A limit that more than there is would have to pass. One that is just as much says what is so, and is let be. */
function limit(space: Space, ledger: Ledger, trace: Trace, list: readonly Written<Row>[]): void {
  const [first] = list;
  if (!first) return;
  const { origin } = first.of;
  const { name, origin: leaf } = first.subject.leaf;
  // Where points and steps do not fit, that has been told of them.
  const from = leaf.file === origin.file && leaf.start < origin.start ? leaf.start : origin.start;
  if (ledger.isTold(origin) || ledger.wasTold({ ...origin, start: from })) return;
  const found = list.map(({ of: { of } }) => ("when" in of ? neverBites(space, trace, of) : undefined));
  const [own] = found;
  if (own && !found.includes(undefined)) {
    const { word, limit: of, most, points } = own;
    const shown = points && mostShown(space, first.subject, points, most);
    const inPoints = (value: Fraction) => inBoth(value, { kind: "points" });
    const filed = shown && first.subject.words(shown);
    const data = { name, word, limit: inPoints(of), most: inPoints(most), filed };
    const removal = ledger.mends.withoutClause(origin);
    ledger.tell(H2112, data, origin, shown, [], { leaves: leavesOf(list), removal });
    return;
  }
  ledger.holds();
}

interface Unbitten {
  readonly word: NonNullable<Case["limit"]>["word"];
  readonly limit: Fraction;
  readonly most: Fraction;
  /** What comes to that; of a limit above all that there is, nothing has to. */
  readonly points?: Expr;
}

function neverBites(space: Space, trace: Trace, one: Case): Unbitten | undefined {
  const { limit: of, when } = one;
  if (of?.of.node !== "figure" || when.node !== "compare") return undefined;
  const { value } = of.of;
  if (of.most && compare(value, of.most) > 0) return { word: of.word, limit: value, most: of.most };
  if (trace.cases.has(one)) return undefined;
  const most = new Walk(space).value(when.left, undefined, false)?.range.high?.value;
  return most && compare(most, value) < 0
    ? { word: of.word, limit: value, most, points: when.left }
    : undefined;
}

/** A filing for which points come to the most that they can. */
function mostShown(space: Space, subject: Subject, points: Expr, most: Fraction): Counterexample | undefined {
  return subject.show(space, {
    envs: [undefined],
    conditions: [{ when: compared(points, ">=", most), holds: true }],
    shows: (evaluation) => {
      const own = evaluation.memo.get(points);
      return (
        scoreOf(evaluation, subject.leaf) !== undefined &&
        own?.state === "value" &&
        compare(own.value, most) >= 0
      );
    },
  });
}

interface MetRow extends Written<Row>, Met {}

function metOf(trace: Trace, list: readonly Written<Row>[]): readonly MetRow[] {
  return list.flatMap((one) => {
    const found = trace.cases.get(one.of.of);
    return found ? [{ ...one, ...found }] : [];
  });
}

function isTaken(space: Space, met: readonly MetRow[]): boolean {
  return met.some(({ certain }) => certain) || met.some((one) => isShown(space, one));
}

/** Whether a filing comes to a row. */
function isShown(space: Space, one: MetRow): boolean {
  return one.subject.show(space, takenBy(one)) !== undefined;
}

/** What a filing that comes to a row shows. */
function takenBy({ of: { conditions }, envs }: MetRow): Omit<Sought, "reads"> {
  return {
    envs,
    conditions,
    shows: (evaluation) => conditions.every(({ when, holds }) => truthOf(evaluation, when) === holds),
  };
}

function questionOf(space: Space, one: MetRow): Question {
  const may = (_: Walk, env: Env | undefined): boolean =>
    metIn(space, one.subject.leaf, env).cases.has(one.of.of);
  return { ...takenBy(one), envs: [undefined], may };
}

/** Whether a condition held in a filing; undefined where it was not asked. */
function truthOf({ memo, filing }: Evaluation, e: Expr): boolean | undefined {
  const found = memo.get(e);
  if (found) return found.state === "truth" ? found.holds : undefined;
  // What is filed is not worked out.
  const datum = e.node === "input" ? filing.values.get(e.field) : undefined;
  if (e.node !== "input" || datum?.kind !== "value") return undefined;
  const { value } = datum;
  if (value.kind === "yesNo") return value.value;
  return value.kind === "checklist" && e.part !== undefined ? value.met.get(e.part) : undefined;
}
