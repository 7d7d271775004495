/** Fixes of what has no figure for some filings of a leaf. */
import { compare, equals, isPoint, ZERO, type Interval } from "@heng/number";
import {
  isFigure,
  partsOf,
  type Expr,
  type Fix,
  type Group,
  type Leaf,
  type Program,
  type Range,
} from "@heng/lang";
import { compared } from "../claims/claim.ts";
import { lookUp, type Env } from "../space/domain.ts";
import type { Space } from "../space/space.ts";
import type { FaultMet } from "../space/trace.ts";
import { Walk } from "../space/walk.ts";
import { partsOfLeaf } from "../witness/counterexample.ts";
import type { Mends } from "./mends.ts";

/** A row that has been tried where none was left. */
export interface RowTried {
  readonly when: Expr;
  readonly origin: Range;
}

/** How a fault is mended. */
export interface FaultMended {
  readonly fixes: readonly Fix[];
  /** What is compared with nothing where it is an expense without a budget, or a change from nothing. */
  readonly division?: { readonly divisor: Expr; readonly expense: Expr | undefined };
}

/** `range`: where the fault is told. */
export function faultMended(
  space: Space,
  mends: Mends,
  leaf: Leaf,
  { cause, at, envs }: FaultMet,
  range: Range,
): FaultMended {
  if (cause === "divisionByZero") {
    const above = dividendOf(space, leaf, at);
    return treatsNothing(space, mends, leaf, { divisor: at, above, said: DIVISOR }, range, envs);
  }
  const change = changeFrom(space, leaf, at);
  if (change) return treatsNothing(space, mends, leaf, { ...change, said: OLD }, range, envs);
  return { fixes: fillsGap(space, mends, rowsBefore(leaf, at), envs) };
}

const DIVISOR = {
  words: { zh: "除数是 0", en: "the divisor is 0" },
  over: { zh: "被除数", en: "what it divides" },
} as const;
const OLD = {
  words: { zh: "旧值是 0", en: "the old value is 0" },
  over: { zh: "新值", en: "the new value" },
} as const;

/** A division as it is written: what by what. */
interface Division {
  readonly divisor: Expr;
  readonly above: Expr | undefined;
}

/** How a divisor that is 0 is treated; where it is never anything else, the rules are wrong in another way. */
function treatsNothing(
  space: Space,
  mends: Mends,
  leaf: Leaf,
  { divisor, above, said }: Division & { readonly said: typeof DIVISOR | typeof OLD },
  range: Range,
  envs: FaultMet["envs"],
): FaultMended {
  const walk = new Walk(space);
  const reaches = (of: Expr, is: (reach: Interval) => boolean): boolean =>
    envs.every((env) => {
      const reach = walk.value(of, env, false)?.range;
      return reach !== undefined && is(reach);
    });
  if (reaches(divisor, (reach) => isPoint(reach) !== undefined && said === DIVISOR)) return { fixes: [] };
  const notBelow = ({ low }: Interval): boolean => low !== undefined && compare(low.value, ZERO) >= 0;
  // What is 0 alone is asked for: of an old value below 0 somebody has to say what it means.
  const declared = walk.value(divisor, undefined, false)?.range;
  const division = { divisor, expense: undefined };
  if (said === OLD && !(declared && notBelow(declared))) return { fixes: [], division };
  const isExpense = above && (isMoney(above) && isMoney(divisor) ? true : isLessBetter(leaf));
  const dividend =
    isExpense && reaches(above, notBelow)
      ? { of: above, isSpent: isSaid(walk, leaf, [divisor, above]) || reaches(above, isAbove) }
      : undefined;
  const hasOthers = hasSiblings(space.program, leaf);
  const written = said === DIVISOR ? range : undefined;
  return {
    fixes: mends.treatsNothing(leaf, { divisor, written, ...said, dividend, hasSiblings: hasOthers }),
    division: { divisor, expense: dividend?.of },
  };
}

/** Whether a 不适用 says what is done where figures are 0 together. */
function isSaid(walk: Walk, { notApplicable }: Leaf, figures: readonly Expr[]): boolean {
  let env: Env | undefined | "never";
  for (const of of figures) if (env !== "never") env = walk.assume(compared(of, "=", ZERO), true, env);
  const nothing = env;
  return nothing !== "never" && notApplicable.some(({ when }) => walk.truth(when, nothing, false) === true);
}

function isAbove({ low }: Interval): boolean {
  const order = low ? compare(low.value, ZERO) : -1;
  return order > 0 || (order === 0 && low?.open === true);
}

function isMoney({ type }: Expr): boolean {
  if (type.kind !== "quantity") return false;
  const [[base, power] = [], ...others] = type.dimension;
  return base === "元" && power === 1 && others.length === 0;
}

function isLessBetter({ target }: Leaf): boolean {
  return target?.kind === "compare" && (target.sign === "<=" || target.sign === "<");
}

/** What is divided by a divisor, where that is one thing. */
function dividendOf(space: Space, leaf: Leaf, divisor: Expr): Expr | undefined {
  const found = findIn(
    space,
    leaf,
    (e) => e.node === "product" && e.factors.some(({ of }) => of === divisor),
  );
  if (found?.node !== "product" || found.factors.length !== 2) return undefined;
  return found.factors.find(({ inverse }) => !inverse)?.of;
}

/** The two figures of a 变动率 of which one cannot be compared with. */
function changeFrom(space: Space, leaf: Leaf, fault: Expr): Division | undefined {
  if (fault.node !== "fault" || fault.cause.id !== "changeFromNothing") return undefined;
  const found = findIn(space, leaf, (e) => e.node === "cases" && e.cases.some(({ then }) => then === fault));
  if (found?.node !== "cases") return undefined;
  const when = found.cases.find(({ then }) => then === fault)?.when;
  const { otherwise } = found;
  const change = otherwise.node === "product" ? otherwise.factors[0]?.of : undefined;
  if (when?.node !== "compare" || change?.node !== "sum") return undefined;
  return { divisor: when.left, above: change.terms.find(({ negative }) => !negative)?.of };
}

/** The first expression of a leaf, definitions included, that is what is looked for. */
function findIn(space: Space, leaf: Leaf, is: (e: Expr) => boolean): Expr | undefined {
  const seen = new Set<Expr>();
  const look = (e: Expr): Expr | undefined => {
    if (seen.has(e)) return undefined;
    seen.add(e);
    if (is(e)) return e;
    const of = e.node === "use" ? space.definitions.get(e.definition)?.of : undefined;
    for (const part of of ? [of] : partsOf(e)) {
      const found = look(part);
      if (found) return found;
    }
    return undefined;
  };
  for (const part of partsOfLeaf(leaf)) {
    const found = look(part);
    if (found) return found;
  }
  return undefined;
}

/** Where rows leave out a bound alone, that it is in one of them; else a last row for the rest. */
function fillsGap(
  space: Space,
  mends: Mends,
  rows: readonly RowTried[],
  envs: FaultMet["envs"],
): readonly Fix[] {
  const last = rows.at(-1);
  if (!last) return [];
  const fixes = rows
    .flatMap(({ when }) => comparisonsIn(when))
    .flatMap((e) => {
      const plain = space.plain(e);
      const alone = envs.every((env) => {
        const domain = plain && lookUp(env, plain.key)?.domain;
        const at = domain?.kind === "figure" ? isPoint(domain.range) : undefined;
        return at !== undefined && plain !== undefined && equals(at, plain.at);
      });
      return alone && e.origin ? mends.withBound(e.origin) : [];
    });
  return [...fixes.slice(0, 1), ...mends.withRest(last.origin)];
}

function comparisonsIn(e: Expr): readonly Extract<Expr, { node: "compare" }>[] {
  if (e.node === "compare") return e.origin && isFigure(e.left.type) ? [e] : [];
  return partsOf(e).flatMap(comparisonsIn);
}

/** The rows that have been tried where none was left, and a fault stands. */
export function rowsBefore({ standard }: Leaf, fault: Expr): readonly RowTried[] {
  if (fault.node !== "fault") return [];
  let found: readonly RowTried[] = [];
  const look = (e: Expr): void => {
    if (e.node === "cases" && e.otherwise === fault)
      found = e.cases.flatMap(({ when, origin }) => (origin ? [{ when, origin }] : []));
    else for (const part of partsOf(e)) look(part);
  };
  look(standard);
  return found;
}

/** Whether others stand beside an indicator, to take over its points. */
function hasSiblings({ root }: Program, leaf: Leaf): boolean {
  const among = (node: Group): boolean =>
    node.children.includes(leaf)
      ? node.children.length > 1
      : node.children.some((child) => child.kind === "group" && among(child));
  return among(root);
}
