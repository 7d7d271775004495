/** Filings of one leaf that differ in no more than what it measures. */
import {
  add,
  divide,
  equals,
  fraction,
  isPoint,
  multiply,
  ONE,
  subtract,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { visitWorked, type Evaluation } from "@heng/engine";
import type { Expr, Leaf } from "@heng/lang";
import { lookUp, narrowed, type Env } from "../space/domain.ts";
import type { Reach } from "../space/reach.ts";
import { within } from "../space/ranges.ts";
import type { Space } from "../space/space.ts";
import { chosenDomain, type Counterexample } from "../witness/counterexample.ts";
import { shownOne } from "../witness/pick.ts";
import { scoreOf, type Subject } from "./claim.ts";

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
  /** It comes to all that its reach says, and to nothing else. */
  readonly exact: boolean;
}

/** Two stretches, the second further on, of which the one may give more or less than it should. */
export interface Break {
  readonly before: Stretch;
  readonly after: Stretch;
  /** All that are looked at with them, in order. */
  readonly among: readonly Stretch[];
}

/** A stretch between two others that may give less than both. */
export interface Dip extends Break {
  readonly at: Stretch;
}

/** A filing, with what is measured and the score that it gets. */
export interface Shown {
  readonly shown: Counterexample;
  readonly measured: Fraction;
  readonly score: Fraction;
  /** The rows that left it over for 其他. */
  readonly rest: Extract<Expr, { node: "cases" }> | undefined;
}

/** Two filings, one of each stretch, that are as they are sought. */
export function pairOf(
  space: Space,
  subject: Subject,
  { key }: Main,
  { before, after }: Break,
  isSought: (before: Shown, after: Shown) => boolean,
): readonly [Shown, Shown] | undefined {
  const measured = space.under(key);
  const places = before === after ? endsOf(after, key) : [[before.env, after.env] as const];
  for (const [low, high] of places)
    for (const turned of [false, true]) {
      const one = shownIn(space, subject, [turned ? high : low]);
      if (!one) continue;
      const other = shownIn(space, subject, [
        besides(space, subject, measured, one.shown, turned ? low : high),
      ]);
      if (!other) continue;
      const pair = turned ? ([other, one] as const) : ([one, other] as const);
      if (isSought(...pair)) return pair;
    }
  return undefined;
}

/** Three filings that differ in fields that move alone, one of each stretch, those on the sides near to the middle one where they can be. */
export function shownBeside(
  space: Space,
  subject: Subject,
  { key }: Main,
  moving: ReadonlySet<string>,
  { before, at, after }: Dip,
): readonly [Shown, Shown, Shown] | undefined {
  const [low, middle, high] = placesOf(key, before, at, after);
  const own = shownIn(space, subject, [middle]);
  if (!own) return undefined;
  const beside = (env: Env | undefined): Shown | undefined => {
    const held = besides(space, subject, moving, own.shown, env);
    return shownIn(space, subject, [...near(space, subject, key, own, held), held]);
  };
  const first = beside(low);
  const last = first && beside(high);
  return first && last ? [first, own, last] : undefined;
}

/** Where each of three is looked for: of those in one stretch apart. */
function placesOf(key: string, before: Stretch, at: Stretch, after: Stretch): readonly (Env | undefined)[] {
  const { within: range } = at;
  if (!range || (before !== at && after !== at)) return [before.env, at.env, after.env];
  const part = partOf(at, key);
  const first = part({ ...(range.low ? { low: range.low } : {}), high: tenth(range, 1n) });
  const last = part({ low: tenth(range, 9n), ...(range.high ? { high: range.high } : {}) });
  if (before !== at) return [before.env, first, last];
  if (after !== at) return [first, last, after.env];
  return [first, part({ low: tenth(range, 4n), high: tenth(range, 6n) }), last];
}

/** The stretches around one that give what it gives, as one. */
export function sameAround(among: readonly Stretch[], at: Stretch): Interval | undefined {
  const gives = at.reach && isPoint(at.reach.range);
  const i = among.indexOf(at);
  if (!at.within || i < 0 || !gives) return at.within;
  const isSame = ({ reach }: Stretch): boolean => {
    const own = reach && isPoint(reach.range);
    return own !== undefined && equals(own, gives);
  };
  const from = among.slice(0, i).findLastIndex((one) => !isSame(one)) + 1;
  const to = among.findIndex((one, k) => k > i && !isSame(one));
  const [first, last] = [among[from]?.within, among.at(to < 0 ? -1 : to - 1)?.within];
  return { ...(first?.low ? { low: first.low } : {}), ...(last?.high ? { high: last.high } : {}) };
}

/** What is no more than one away from what a filing measures. */
function near(
  space: Space,
  { leaf }: Subject,
  key: string,
  { measured }: Shown,
  env: Env | undefined,
): readonly Env[] {
  const [form] = leaf.value ? space.forms(leaf.value) : [];
  const [term] = form?.terms ?? [];
  const domain = lookUp(env, key)?.domain;
  if (!form || !term || !leaf.value || domain?.kind !== "figure") return [];
  const one = shownOne(leaf.value.type);
  const atomAt = (value: Fraction): Fraction =>
    multiply(subtract(value, form.constant), divide(ONE, term.coef));
  const ends = [atomAt(subtract(measured, one)), atomAt(add(measured, one))];
  const [low, high] = term.coef.n > 0n ? ends : ends.toReversed();
  const above = low && within(domain.range, ">=", low);
  const range = above && high && within(above, "<=", high);
  return range ? [narrowed(env, key, { ...domain, range }, true)] : [];
}

/** Two places far apart in a stretch: its ends, and where they are no part of it, near to them. */
function endsOf(stretch: Stretch, key: string): readonly (readonly [Env, Env])[] {
  const { within: range } = stretch;
  if (!range) return [];
  const { low, high } = range;
  const part = partOf(stretch, key);
  const at = (tenths: bigint): Env => part({ low: tenth(range, tenths), high: tenth(range, tenths) });
  return [
    [at(0n), at(10n)],
    [at(1n), at(9n)],
    [part({ low, high: tenth(range, 4n) }), part({ low: tenth(range, 6n), high })],
  ];
}

function partOf({ env }: Stretch, key: string): (range: Interval) => Env {
  const known = lookUp(env, key)?.domain;
  const domain = known?.kind === "figure" ? known : { kind: "figure" as const };
  return (range) => narrowed(env, key, { ...domain, range }, true);
}

function tenth({ low, high }: Interval, tenths: bigint): NonNullable<Interval["low"]> {
  const span = low && high ? subtract(high.value, low.value) : fraction(1n);
  const from = low?.value ?? subtract(high?.value ?? ZERO, span);
  return { value: add(from, multiply(span, fraction(tenths, 10n))), open: false };
}

/** What does not move stays as it is filed. */
function besides(
  space: Space,
  { parts }: Subject,
  moving: ReadonlySet<string>,
  { values }: Counterexample,
  env: Env | undefined,
): Env | undefined {
  let held = env;
  const seen = new Set<string>();
  for (const e of parts)
    for (const key of space.reads(e)) {
      const source = space.source(key);
      if (source?.kind !== "field" || moving.has(key) || seen.has(key)) continue;
      seen.add(key);
      const value = values.get(source.field.name);
      const domain = value && chosenDomain(value, source.part);
      if (domain) held = narrowed(held, key, domain, true);
    }
  return held;
}

/** A filing with a score that nobody judged. */
function shownIn(space: Space, subject: Subject, envs: readonly (Env | undefined)[]): Shown | undefined {
  const { leaf } = subject;
  const shown = subject.show(space, {
    envs,
    shows: (evaluation) =>
      scoreOf(evaluation, leaf) !== undefined && !workedOf(leaf, evaluation).some((e) => isJudged(space, e)),
  });
  const score = shown && scoreOf(shown.evaluation, leaf);
  const at =
    shown && leaf.value?.node === "use"
      ? shown.evaluation.scope.definitions.get(leaf.value.definition)
      : undefined;
  if (!shown || !score || at?.state !== "value") return undefined;
  return { shown, score, measured: at.value, rest: restOf(leaf, shown.evaluation) };
}

/** All that was asked for the score. */
function workedOf({ standard }: Leaf, evaluation: Evaluation): readonly Expr[] {
  const found: Expr[] = [];
  visitWorked(standard, evaluation, ({ of }) => void found.push(of));
  return found;
}

function isJudged(space: Space, e: Expr): boolean {
  return e.node === "input" && space.fields.get(e.field)?.judged !== undefined;
}

/** The rows of which none was taken but 其他. */
function restOf({ standard }: Leaf, evaluation: Evaluation): Shown["rest"] {
  let found: Shown["rest"];
  visitWorked(standard, evaluation, ({ of, taken }) => {
    if (of.node === "cases" && of.rest && taken === of.cases.length) found = of;
  });
  return found;
}
