/**
 * That the better never gets less, everything else the same; and where no target says what is better, that nothing between
 * two others gets less than both.
 */
import { compare, isPoint, type Interval } from "@heng/number";
import { partsOf, someExpr, type Expr, type Leaf } from "@heng/lang";
import { standardShared } from "./claims/because.ts";
import { inBoth, type Ledger, type Subject } from "./claims/claim.ts";
import {
  pairOf,
  sameAround,
  shownBeside,
  type Break,
  type Dip,
  type Main,
  type Shown,
  type Stretch,
} from "./claims/compared.ts";
import { fillsHole } from "./mends/hole.ts";
import type { Space } from "./space/space.ts";
import { structureOf } from "./space/structure.ts";
import { H2109 } from "./H2109-against-direction/index.ts";

type Way = 1 | -1;

/** What is measured, and what the standard gives along it. */
export interface Along {
  readonly main: Main;
  /** Whatever else is filed. */
  readonly stretches: readonly Stretch[];
  /** The same apart for each way in which all else may stand, without what people judge. */
  readonly standings: () => readonly (readonly Stretch[])[];
}

/** Breaks that are tried before it is said to be open. */
const MOST_TRIED = 6;

export function proveDirection(space: Space, subject: Subject, ledger: Ledger, along: Along): void {
  const ways = waysOf(subject.leaf);
  if (ways.length > 0) proveWays(space, subject, ledger, along, ways);
  else {
    const moving = movingAlone(space, subject.leaf, along.main);
    if (moving.size > 0) proveNoDip(space, subject, ledger, along, moving);
  }
}

function proveWays(
  space: Space,
  subject: Subject,
  ledger: Ledger,
  { main, stretches, standings }: Along,
  ways: readonly Way[],
): void {
  const { leaf } = subject;
  const [wanted] = ways;
  if (wanted === undefined) return;
  if (ways.some((way) => isLadder(space, leaf, way))) return ledger.holds();
  const along = (way: Way): Way => (main.rises ? way : (-way as Way));
  // What is judged may be less for the better.
  const judged = isJudged(space, leaf.standard);
  const isKept = (way: Way): boolean => !judged && breaksOf(stretches, along(way)).length === 0;
  if (ways.some(isKept)) return ledger.holds();
  const apart = standings();
  const breaks = (way: Way): readonly Break[] => apart.flatMap((one) => breaksOf(one, along(way)));
  const found = ways.map(breaks);
  if (found.some(({ length }) => length === 0)) return ledger.holds();
  // What takes off for too much of the good says so; only what goes the other way throughout is against its target.
  if (!STRICT.has(leaf.method) && breaks(-wanted as Way).length > 0) return;
  const tried = found.map((list, i) => {
    const way = along(ways[i] as Way);
    for (const one of list.slice(0, MOST_TRIED)) {
      const pair = pairOf(
        space,
        subject,
        main,
        one,
        (before, after) => compare(before.score, after.score) === way,
      );
      if (!pair) continue;
      const [worse, better] = way === 1 ? pair : [pair[1], pair[0]];
      return { worse, better, hole: sameAround(one.among, way === 1 ? one.after : one.before) };
    }
    return undefined;
  });
  const { name, origin } = leaf;
  const [first] = tried;
  if (!first || tried.includes(undefined))
    return ledger.open(name, { zh: "是不是越好得分越高", en: "whether the better never gets less" }, origin);
  const { worse, better, hole } = first;
  const data = { name, better: said(leaf, better), worse: said(leaf, worse), ...leftOver(better, hole) };
  const fixes = fillsHole(space, ledger.mends, main, better, hole);
  ledger.tell(H2109, data, origin, better.shown, fixes, { leaves: [leaf], because: standardShared(leaf) });
}

/** That nothing between two others gets less than both: what is best in the middle falls off on either side of it. */
function proveNoDip(
  space: Space,
  subject: Subject,
  ledger: Ledger,
  along: Along,
  moving: ReadonlySet<string>,
): void {
  const { leaf } = subject;
  if (!isJudged(space, leaf.standard) && dipsOf(along.stretches).length === 0) return ledger.holds();
  const dips = along.standings().flatMap(dipsOf);
  if (dips.length === 0) return ledger.holds();
  for (const dip of dips.slice(0, MOST_TRIED)) {
    const three = shownBeside(space, subject, along.main, moving, dip);
    if (!three) continue;
    const [before, at, after] = three;
    if (compare(at.score, before.score) >= 0 || compare(at.score, after.score) >= 0) continue;
    const [low, high] = compare(before.measured, after.measured) < 0 ? [before, after] : [after, before];
    const hole = sameAround(dip.among, dip.at);
    const data = {
      name: leaf.name,
      better: said(leaf, at),
      worse: said(leaf, low),
      beyond: said(leaf, high),
      ...leftOver(at, hole),
    };
    const fixes = fillsHole(space, ledger.mends, along.main, at, hole);
    const because = standardShared(leaf);
    return ledger.tell(H2109, data, leaf.origin, at.shown, fixes, { leaves: [leaf], because });
  }
  const what = {
    zh: "会不会中间的得分比两头都低",
    en: "whether something between two others gets less than both",
  };
  ledger.open(leaf.name, what, leaf.origin);
}

function said({ value }: Leaf, { measured, score }: Shown) {
  return {
    value: inBoth(measured, value?.type ?? { kind: "number" }),
    score: inBoth(score, { kind: "points" }),
  };
}

/** That it was left over for 其他, and whether that is one figure alone. */
function leftOver({ rest }: Shown, hole: Interval | undefined): { readonly rest?: "one" | "several" } {
  if (!rest || !hole) return {};
  return { rest: isPoint(hole) === undefined ? "several" : "one" };
}

// ---- what is claimed ---------------------------------------------------------------------------------------------

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

/** The fields that count for the score in what is measured alone, where what is best is in one place of it. */
function movingAlone(
  space: Space,
  { method, target, standard, value }: Leaf,
  { key }: Main,
): ReadonlySet<string> {
  if (!value || target?.kind === "compare" || !STRICT.has(method)) return NONE;
  const moving = new Set(space.under(key));
  const look = (e: Expr): void => {
    if (e === value || (e.node === "use" && value.node === "use" && e.definition === value.definition))
      return;
    const own = e.node === "input" ? space.fieldKey(e.field, e.part) : undefined;
    if (own !== undefined && own !== key) moving.delete(own);
    const of = e.node === "use" ? space.definitions.get(e.definition)?.of : undefined;
    for (const part of of ? [of] : partsOf(e)) look(part);
  };
  look(standard);
  return moving;
}

const NONE: ReadonlySet<string> = new Set();

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
  return someExpr(e, (part) => part.node === "input" && space.fields.get(part.field)?.judged !== undefined);
}

// ---- where it may not hold ---------------------------------------------------------------------------------------

/** Where it may go against a way. */
function breaksOf(stretches: readonly Stretch[], way: Way): readonly Break[] {
  const breaks: Break[] = [];
  let before: Stretch | undefined;
  for (const after of stretches) {
    if (!after.reach) continue;
    if (after.reach.way !== 0 && after.reach.way !== way)
      breaks.push({ before: after, after, among: stretches });
    if (before?.reach) {
      const [less, more] = way === 1 ? [before.reach, after.reach] : [after.reach, before.reach];
      if (isAbove(less.range.high, more.range.low)) breaks.push({ before, after, among: stretches });
    }
    before = after;
  }
  return breaks;
}

/** Where it may be less than on both sides, those as near as they are: the lowest first. */
function dipsOf(stretches: readonly Stretch[]): readonly Dip[] {
  const dips = stretches.flatMap((at, i): readonly Dip[] => {
    if (!at.reach) return [];
    const { low } = at.reach.range;
    // What goes neither up nor down throughout may have its own.
    if (at.reach.way === undefined) return [{ before: at, at, after: at, among: stretches }];
    // What rises throughout is above its own beginning, what falls above its end.
    const over = ({ reach }: Stretch): boolean => reach !== undefined && isAbove(reach.range.high, low);
    const before = at.reach.way === -1 && over(at) ? at : stretches.slice(0, i).findLast(over);
    const after = at.reach.way === 1 && over(at) ? at : before && stretches.slice(i + 1).find(over);
    return before && after ? [{ before, at, after, among: stretches }] : [];
  });
  return dips.toSorted((a, b) => compareEnds(a.at.reach?.range.low, b.at.reach?.range.low));
}

/** Lower ends first, of the same those that are reached. */
function compareEnds(a: Interval["low"], b: Interval["low"]): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return compare(a.value, b.value) || (a.open ? 1 : 0) - (b.open ? 1 : 0);
}

function isAbove(high: Interval["high"], low: Interval["low"]): boolean {
  return !high || !low || compare(high.value, low.value) > 0;
}
