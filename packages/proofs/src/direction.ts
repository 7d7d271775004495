/** That the better never gets less, everything else the same. */
import { add, compare, fraction, multiply, subtract, ZERO, type Fraction, type Interval } from "@heng/number";
import { partsOf, type Expr, type Leaf } from "@heng/lang";
import { standardShared } from "./claims/because.ts";
import { inBoth, scoreOf, type Ledger, type Subject } from "./claims/claim.ts";
import { lookUp, narrowed, type Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import { structureOf } from "./space/structure.ts";
import type { Reach } from "./space/reach.ts";
import { chosenDomain, type Counterexample } from "./witness/counterexample.ts";
import { H2109 } from "./H2109-against-direction/index.ts";

/** The atom that a leaf measures; `rises`: what is measured rises with it. */
export interface Main {
  readonly key: string;
  readonly rises: boolean;
}

/** A stretch of what is measured, and what the standard gives there. */
export interface Stretch {
  readonly env: Env | undefined;
  readonly within: Interval | undefined;
  readonly reach: Reach | undefined;
}

type Way = 1 | -1;
/** Two stretches, the second further on, of which the one may give more or less than it should. */
type Break = readonly [before: Stretch, after: Stretch];

/** A filing, with what is measured and the score that it gets. */
interface Shown {
  readonly shown: Counterexample;
  readonly measured: Fraction;
  readonly score: Fraction;
}

/** Breaks that are tried before it is said to be open. */
const MOST_TRIED = 6;

export function proveDirection(
  space: Space,
  subject: Subject,
  ledger: Ledger,
  main: Main,
  stretches: readonly Stretch[],
): void {
  const { leaf } = subject;
  // What is judged may be less for the better.
  const ways = isJudged(space, leaf.standard) ? [] : waysOf(leaf);
  const [wanted] = ways;
  if (wanted === undefined) return;
  if (ways.some((way) => isLadder(space, leaf, way))) return ledger.holds();
  const along = (way: Way): Way => (main.rises ? way : (-way as Way));
  const found = ways.map((way) => breaksOf(stretches, along(way)));
  if (found.some((breaks) => breaks.length === 0)) return ledger.holds();
  // What takes off for too much of the good says so; only what goes the other way throughout is against its target.
  if (!STRICT.has(leaf.method) && breaksOf(stretches, along(-wanted as Way)).length > 0) return;
  const tried = found.map((breaks, i) => {
    const way = along(ways[i] as Way);
    for (const one of breaks.slice(0, MOST_TRIED)) {
      const pair = pairOf(space, subject, main, one);
      if (!pair) continue;
      const [worse, better] = way === 1 ? pair : [pair[1], pair[0]];
      if (compare(worse.score, better.score) > 0) return { worse, better };
    }
    return undefined;
  });
  const { name, origin, value } = leaf;
  const [first] = tried;
  if (!first || tried.includes(undefined))
    return ledger.open(name, { zh: "是不是越好得分越高", en: "whether the better never gets less" }, origin);
  const said = ({ measured, score }: Shown) => ({
    value: inBoth(measured, value?.type ?? { kind: "number" }),
    score: inBoth(score, { kind: "points" }),
  });
  const data = { name, better: said(first.better), worse: said(first.worse) };
  const because = standardShared(leaf);
  ledger.tell(H2109, data, origin, first.better.shown, [], { leaves: [leaf], because });
}

/** Methods by which the better never gets less. */
const STRICT: ReadonlySet<string> = new Set(["bands", "interpolate"]);

/**
 * Which way more of what is measured is better: told by a target; of a ladder without one it has to go one way, whichever
 * it is, the way of its signs first.
 */
function waysOf({ method, target, standard }: Leaf): readonly Way[] {
  if (target?.kind === "compare") {
    if (target.sign === ">=" || target.sign === ">") return [1];
    return target.sign === "<=" || target.sign === "<" ? [-1] : [];
  }
  if (target || method !== "bands" || standard.node !== "cases") return [];
  const signs = standard.cases.map(({ when }) => (when.node === "compare" ? when.sign : "="));
  if (signs.some((sign) => sign === "=" || sign === "≠")) return [];
  return signs[0] === ">=" || signs[0] === ">" ? [1, -1] : [-1, 1];
}

/**
 * Whether rows of one sign each give a figure, none less than the next: whatever their bounds are, and in whatever order,
 * more of what is measured comes to an earlier row.
 */
function isLadder(space: Space, { standard, value }: Leaf, way: Way): boolean {
  if (standard.node !== "cases" || !value) return false;
  const signs = way === 1 ? [">=", ">"] : ["<=", "<"];
  const measured = space.reads(value);
  const results = [...standard.cases.map(({ then }) => then), standard.otherwise];
  return (
    standard.cases.every(
      ({ when }) =>
        when.node === "compare" &&
        signs.includes(when.sign) &&
        structureOf(when.left) === structureOf(value) &&
        !Array.from(space.reads(when.right)).some((key) => measured.has(key)),
    ) &&
    results.every((then, i) => {
      const before = results[i - 1];
      if (then.node === "fault") return i === results.length - 1;
      if (then.node !== "figure") return false;
      return before === undefined || (before.node === "figure" && compare(before.value, then.value) >= 0);
    })
  );
}

function isJudged(space: Space, e: Expr): boolean {
  if (e.node === "input") return space.fields.get(e.field)?.judged !== undefined;
  return partsOf(e).some((part) => isJudged(space, part));
}

/** Where it may go against a way. */
function breaksOf(stretches: readonly Stretch[], way: Way): readonly Break[] {
  const breaks: Break[] = [];
  let before: Stretch | undefined;
  for (const after of stretches) {
    if (!after.reach) continue;
    if (after.reach.way !== 0 && after.reach.way !== way) breaks.push([after, after]);
    if (before?.reach) {
      const [less, more] = way === 1 ? [before.reach, after.reach] : [after.reach, before.reach];
      const [high, low] = [less.range.high, more.range.low];
      if (!high || !low || compare(high.value, low.value) > 0) breaks.push([before, after]);
    }
    before = after;
  }
  return breaks;
}

/** Two filings, one of each stretch, that differ in no more than what is measured. */
function pairOf(
  space: Space,
  subject: Subject,
  { key }: Main,
  [before, after]: Break,
): readonly [Shown, Shown] | undefined {
  const places = before === after ? endsOf(after, key) : [[before.env, after.env] as const];
  for (const [low, high] of places)
    for (const turned of [false, true]) {
      const one = shownIn(space, subject, turned ? high : low);
      if (!one) continue;
      const other = shownIn(space, subject, besides(space, subject, key, one.shown, turned ? low : high));
      if (other) return turned ? [other, one] : [one, other];
    }
  return undefined;
}

/** Two places far apart in a stretch: its ends, and where they are no part of it, near to them. */
function endsOf({ env, within }: Stretch, key: string): readonly (readonly [Env, Env])[] {
  if (!within) return [];
  const { low, high } = within;
  const span = low && high ? subtract(high.value, low.value) : fraction(1n);
  const from = low?.value ?? subtract(high?.value ?? ZERO, span);
  const known = lookUp(env, key)?.domain;
  const domain = known?.kind === "figure" ? known : { kind: "figure" as const };
  const part = (range: Interval): Env => narrowed(env, key, { ...domain, range }, true);
  const end = (tenths: bigint) => ({
    value: add(from, multiply(span, fraction(tenths, 10n))),
    open: false,
  });
  const at = (tenths: bigint): Env => part({ low: end(tenths), high: end(tenths) });
  return [
    [at(0n), at(10n)],
    [at(1n), at(9n)],
    [part({ low, high: end(4n) }), part({ low: end(6n), high })],
  ];
}

/** What is not measured stays as it is filed. */
function besides(
  space: Space,
  { parts }: Subject,
  main: string,
  { values }: Counterexample,
  env: Env | undefined,
): Env | undefined {
  const measured = space.under(main);
  let held = env;
  const seen = new Set<string>();
  for (const e of parts)
    for (const key of space.reads(e)) {
      const source = space.source(key);
      if (source?.kind !== "field" || measured.has(key) || seen.has(key)) continue;
      seen.add(key);
      const value = values.get(source.field.name);
      const domain = value && chosenDomain(value, source.part);
      if (domain) held = narrowed(held, key, domain, true);
    }
  return held;
}

function shownIn(space: Space, subject: Subject, env: Env | undefined): Shown | undefined {
  const { leaf } = subject;
  const shown = subject.show(space, { envs: [env], shows: (e) => scoreOf(e, leaf) !== undefined });
  const score = shown && scoreOf(shown.evaluation, leaf);
  const at =
    shown && leaf.value?.node === "use"
      ? shown.evaluation.scope.definitions.get(leaf.value.definition)
      : undefined;
  return shown && score && at?.state === "value" ? { shown, score, measured: at.value } : undefined;
}
