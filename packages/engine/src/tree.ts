/**
 * From leaves to the total (docs/reference/semantics.md, section 5): weights after 剔除, rounding, sums, 折算, caps and
 * vetoes, 加分项 and 扣分项. Where it depends on what is missing which leaves count, every combination is worked out and
 * the results are spanned.
 */
import {
  add,
  addIntervals,
  apportion,
  compare,
  divide,
  equals,
  isZero,
  maximumIntervals,
  minimumIntervals,
  multiply,
  multiplyIntervals,
  negate,
  ONE,
  point,
  roundHalfUp,
  roundInterval,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Group, Leaf, Program, Veto } from "@heng/lang";
import { figureOf, truthOf, type Scope } from "./evaluate.ts";
import { gradeLimits, lower, sameFigure, type LeafOutcome, type Out } from "./leaf.ts";
import { eitherFigure, rangeOf, settle, type Figure } from "./outcome.ts";

/** How a node stands in the tree. */
export interface Standing {
  /** How it is left out; it has no score then. */
  readonly out?: Out;
  /** 分值 after 剔除. */
  readonly weight: Fraction;
  /** The part of `weight` that counts: less where leaves are taken out to be rescaled further up. */
  readonly applicable: Fraction;
  /** Rounded; of a 扣分项 0 or below. */
  readonly score?: Figure;
  /** What goes beyond 分值 (最高): a 加分项 of the whole. */
  readonly excess?: Figure;
  /** Whether it counts at all, or is an error, depends on what is missing. */
  readonly undecided?: boolean;
  /** How the score of a group came about, in order. */
  readonly turns?: readonly Turn[];
}

/** A turn that the score of a group takes; what changes nothing is no turn. */
export type Turn = { readonly result: Figure } & (
  | { readonly kind: "sum" | "extras" | "floor" }
  | { readonly kind: "mean"; readonly exact: Figure }
  | { readonly kind: "rescale"; readonly applicable: Fraction; readonly exact: Figure }
  | { readonly kind: "cap"; readonly cap: Group["caps"][number] }
  | { readonly kind: "veto"; readonly veto: Veto }
);

export type Node = Group | Leaf;
export type Standings = ReadonlyMap<Node, Standing>;
export type LeafOutcomes = ReadonlyMap<Leaf, LeafOutcome>;

/** What the tree is scored over. */
interface Ground {
  readonly program: Program;
  readonly leaves: LeafOutcomes;
  readonly scope: Scope;
}

/** What is supposed of the leaves of which it is open whether they count. */
type World = ReadonlyMap<Leaf, Out | "in">;

/** With more combinations than this, results are bounded instead of spanned (§5.9). */
const MOST_WORLDS = 256;

/** How every node stands; the root's score is the total. */
export function scoreTree(program: Program, leaves: LeafOutcomes, scope: Scope): Standings {
  const ground: Ground = { program, leaves, scope };
  const worlds = worldsOf(leaves);
  return worlds === undefined
    ? boundTree(ground)
    : worlds.map((world) => standingsIn(ground, world)).reduce(spanStandings);
}

/** Every combination of what is open; undefined when there are too many (§5.9). */
function worldsOf(leaves: LeafOutcomes): readonly World[] | undefined {
  let worlds: readonly World[] = [new Map()];
  for (const [leaf, outcome] of leaves) {
    const ways = waysOf(outcome);
    if (leaf.sense !== "indicator" || ways.length <= 1) continue;
    if (worlds.length * ways.length > MOST_WORLDS) return undefined;
    worlds = worlds.flatMap((world) => ways.map((way) => new Map([...world, [leaf, way]])));
  }
  return worlds;
}

function waysOf({ score, out }: LeafOutcome): readonly (Out | "in")[] {
  return score === undefined ? out : ["in", ...out];
}

// ---- figures of the tree: small, so that no digits need be watched -----------------------------------------

function plus(a: Figure, b: Figure): Figure {
  if (a.state === "error") return a;
  if (b.state === "error") return b;
  return a.state === "value" && b.state === "value"
    ? { state: "value", value: add(a.value, b.value) }
    : settle(addIntervals(rangeOf(a), rangeOf(b)));
}

/** a × by; `by` is not negative. */
function times(a: Figure, by: Fraction): Figure {
  if (a.state === "value") return { state: "value", value: multiply(a.value, by) };
  return a.state === "missing" ? settle(multiplyIntervals(a.range, point(by))) : a;
}

function rounded(a: Figure, places: number): Figure {
  if (a.state === "value") return { state: "value", value: roundHalfUp(a.value, places) };
  return a.state === "missing" ? settle(roundInterval(a.range, places)) : a;
}

function atLeast(a: Figure, least: Fraction): Figure {
  if (a.state === "value") return compare(a.value, least) < 0 ? { state: "value", value: least } : a;
  return a.state === "missing" ? settle(maximumIntervals(a.range, point(least))) : a;
}

function atMost(a: Figure, most: Fraction): Figure {
  if (a.state === "value") return compare(a.value, most) > 0 ? { state: "value", value: most } : a;
  return a.state === "missing" ? settle(minimumIntervals(a.range, point(most))) : a;
}

/** A score at the declared 分值 as one at another weight. */
function scaled(a: Figure, weight: Fraction, points: Fraction): Figure {
  return equals(weight, points) ? a : times(a, divide(weight, points));
}

const NOTHING: Figure = { state: "value", value: ZERO };
/** Stands for the outcome of a leaf that the program does not have. */
const UNSCORED: LeafOutcome = { ruling: undefined, score: NOTHING, out: [], mayFail: false, limits: [] };

// ---- one world ---------------------------------------------------------------------------------------------

function standingsIn(ground: Ground, world: World): Standings {
  const standings = new Map<Node, Standing>();
  const { program, leaves } = ground;
  const { places } = program;

  /** §5.2 */
  const outOf = (node: Node): Out | undefined => {
    if (node.kind === "leaf") {
      const way = world.get(node) ?? waysOf(leaves.get(node) ?? UNSCORED)[0];
      return way === "in" ? undefined : way;
    }
    let out: Out | undefined;
    for (const child of node.children) {
      const of = outOf(child);
      if (of === undefined) return undefined;
      if (out !== "rescale") out = of;
    }
    return out;
  };

  const stand = (node: Node, weight: Fraction): Standing => {
    const out = outOf(node);
    let standing: Standing;
    if (out === undefined)
      standing = node.kind === "leaf" ? standLeaf(node, weight) : standGroup(node, weight);
    else {
      standing = { out, weight: node.points, applicable: ZERO };
      if (node.kind === "group") for (const child of node.children) stand(child, child.points);
    }
    standings.set(node, standing);
    return standing;
  };

  /** §5.1, §5.4 */
  const standLeaf = (leaf: Leaf, weight: Fraction): Standing => {
    const outcome = leaves.get(leaf) ?? UNSCORED;
    const exact = outcome.score ?? NOTHING;
    const score = rounded(scaled(exact, weight, leaf.points), places);
    const undecided = outcome.mayFail;
    if (compare(leaf.upTo, leaf.points) <= 0) return { weight, applicable: weight, score, undecided };
    const excess = atLeast(plus(score, { state: "value", value: negate(weight) }), ZERO);
    return { weight, applicable: weight, score: atMost(score, weight), excess, undecided };
  };

  /** §5.3, §5.5, §5.6 */
  const standGroup = (group: Group, weight: Fraction): Standing => {
    const { combine, children } = group;
    const isRoot = group === program.root;
    const turns: Turn[] = [];
    const weights = combine.kind === "sum" ? sharedOut(group, weight, places, outOf) : undefined;
    let exact = NOTHING;
    let applicable = ZERO;
    let shares = ZERO;
    let undecided = false;
    children.forEach((child, i) => {
      const standing = stand(child, weights?.[i] ?? child.points);
      if (standing.score === undefined) return;
      undecided ||= standing.undecided === true;
      const share = combine.kind === "weighted" ? (combine.shares[i] ?? ZERO) : ONE;
      shares = add(shares, share);
      applicable = add(applicable, standing.applicable);
      exact = plus(
        exact,
        combine.kind === "sum" ? standing.score : times(standing.score, divide(share, rateOver(standing))),
      );
    });
    let score = exact;
    if (combine.kind !== "sum") {
      exact = isZero(shares) ? NOTHING : times(exact, divide(weight, shares));
      score = rounded(exact, places);
      turns.push({ kind: "mean", exact, result: score });
      applicable = weight;
    } else {
      turns.push({ kind: "sum", result: score });
      if ((group.rescale || isRoot) && !equals(applicable, weight) && !isZero(applicable)) {
        exact = times(score, divide(weight, applicable));
        score = rounded(exact, places);
        turns.push({ kind: "rescale", applicable, exact, result: score });
        applicable = weight;
      }
    }
    if (!isRoot) score = limited(ground, group, weight, score, turns);
    return { weight, applicable, score, undecided, turns };
  };

  for (const extra of program.extras)
    standings.set(extra, standExtra(extra, leaves.get(extra) ?? UNSCORED, places));
  const root = stand(program.root, program.root.points);
  if (root.out === undefined) standings.set(program.root, finish(ground, root, standings));
  return standings;
}

/** §5.7: what a 加分项 adds, or a 扣分项 takes; left out, it does neither. */
function standExtra(leaf: Leaf, outcome: LeafOutcome, places: number): Standing {
  const weight = leaf.points;
  const standing = { weight, applicable: weight };
  if (outcome.score === undefined) return { ...standing, out: outcome.out[0] ?? "redistribute" };
  const given = rounded(outcome.score, places);
  const score = leaf.sense === "penalty" ? plus(given, { state: "value", value: negate(weight) }) : given;
  if (outcome.out.length === 0) return { ...standing, score, undecided: outcome.mayFail };
  return { ...standing, score: eitherFigure(score, NOTHING), undecided: true };
}

/**
 * §5.5: what a score within a mean is divided by: what counts of it, since what 折算 takes out goes no further up. Without
 * any the score is 0 over whatever.
 */
export function rateOver({ applicable, weight }: Standing): Fraction {
  return isZero(applicable) ? weight : applicable;
}

/**
 * §5.3: the weights of the children. Those that 剔除 takes out leave their weight to their siblings; what 折算 takes out
 * still gets its share here, and is left out of what is rescaled.
 */
function sharedOut(
  group: Group,
  weight: Fraction,
  places: number,
  outOf: (node: Node) => Out | undefined,
): readonly Fraction[] {
  const stays = group.children.map((child) => outOf(child) !== "redistribute");
  if (stays.every(Boolean) && equals(weight, group.points))
    return group.children.map((child) => child.points);
  const weights = group.children.map((child, i) => (stays[i] === true ? child.points : ZERO));
  return weights.every(isZero) ? weights : apportion(weights, weight, places);
}

/** §5.6: of the caps and vetoes that hold the lowest result stands. They are written for the declared 分值. */
function limited(ground: Ground, group: Group, weight: Fraction, score: Figure, turns: Turn[]): Figure {
  const { program, scope } = ground;
  const { fault } = gradeLimits(group.vetoes, scope, true);
  if (fault !== undefined) return fault;
  let result = score;
  const apply = (of: Figure, certain: boolean, turn: (result: Figure) => Turn): void => {
    const most = rounded(scaled(of, weight, group.points), program.places);
    const next = lower(result, atLeast(most, ZERO));
    const before = result;
    result = certain ? next : next.state === "error" ? next : eitherFigure(before, next);
    if (!sameFigure(before, result)) turns.push(turn(result));
  };
  for (const cap of group.caps) {
    const holds = cap.when === undefined ? undefined : truthOf(cap.when, scope);
    if (holds?.state === "error") return holds;
    if (holds?.state === "truth" && !holds.holds) continue;
    apply(figureOf(cap.of, scope), holds?.state !== "unknown", (r) => ({ kind: "cap", cap, result: r }));
  }
  for (const veto of group.vetoes) {
    if (veto.gets === undefined) continue;
    const holds = truthOf(veto.when, scope);
    if (holds.state === "error") return holds;
    if (holds.state === "truth" && !holds.holds) continue;
    apply(figureOf(veto.gets, scope), holds.state === "truth", (r) => ({ kind: "veto", veto, result: r }));
  }
  return result;
}

/** §5.8: the total: 加分项, 扣分项 and what went beyond 分值, then the caps and vetoes of the whole, then at least 0. */
function finish(ground: Ground, root: Standing, standings: Standings): Standing {
  const { program, leaves } = ground;
  const turns = [...(root.turns ?? [])];
  const before = root.score ?? NOTHING;
  let score = before;
  for (const { excess } of standings.values()) if (excess !== undefined) score = plus(score, excess);
  for (const extra of program.extras) score = plus(score, standings.get(extra)?.score ?? NOTHING);
  if (!sameFigure(before, score)) turns.push({ kind: "extras", result: score });
  score = limited(ground, program.root, root.weight, score, turns);
  const total = atLeast(score, ZERO);
  if (!sameFigure(score, total)) turns.push({ kind: "floor", result: total });
  const undecided = root.undecided === true || program.extras.some((extra) => leaves.get(extra)?.mayFail);
  return { ...root, score: total, turns, undecided };
}

// ---- several worlds ----------------------------------------------------------------------------------------

/** §5.9: a node as it may stand in either. */
function spanStandings(a: Standings, b: Standings): Standings {
  const spanned = new Map<Node, Standing>();
  for (const [node, x] of a) {
    const y = b.get(node) ?? x;
    spanned.set(node, spanStanding(node, x, y));
  }
  return spanned;
}

function spanStanding(node: Node, x: Standing, y: Standing): Standing {
  if (x.out !== undefined && y.out !== undefined) return x.out === y.out ? x : { ...x, out: "rescale" };
  const score = x.score && y.score ? eitherFigure(x.score, y.score) : (x.score ?? y.score);
  const excess = x.excess && y.excess ? eitherFigure(x.excess, y.excess) : (x.excess ?? y.excess);
  const differs =
    (x.score === undefined) !== (y.score === undefined) ||
    (x.score?.state === "error") !== (y.score?.state === "error");
  const standing = x.score === undefined ? y : x;
  return {
    weight: equals(x.weight, y.weight) ? x.weight : node.points,
    applicable: standing.applicable,
    ...(score === undefined ? {} : { score }),
    ...(excess === undefined ? {} : { excess }),
    undecided: differs || x.undecided === true || y.undecided === true,
    turns: standing.turns ?? [],
  };
}

/** §5.9: for too many combinations, a score between 0 and the most that each node may weigh. */
function boundTree(ground: Ground): Standings {
  const { program } = ground;
  const between = (most: Fraction): Figure =>
    settle({ low: { value: ZERO, open: false }, high: { value: most, open: false } });
  // Whatever is open supposed to count, with any score: right where nothing open is near, and a frame for the rest.
  const leaves = new Map(ground.leaves);
  for (const [leaf, outcome] of leaves) {
    if (waysOf(outcome).length > 1) leaves.set(leaf, { ...outcome, score: between(leaf.upTo) });
  }
  const frame = standingsIn({ ...ground, leaves }, new Map());
  const standings = new Map(frame);
  const waysOfLeaf = (leaf: Leaf) => waysOf(leaves.get(leaf) ?? UNSCORED);
  const isOpen = (node: Node): boolean =>
    node.kind === "leaf" ? waysOfLeaf(node).length > 1 : node.children.some(isOpen);
  const mayBeOut = (node: Node): boolean =>
    node.kind === "leaf" ? waysOfLeaf(node).some((way) => way !== "in") : node.children.every(mayBeOut);
  /** Whether a node is an error in any case: by itself, or by what certainly counts in it. */
  const failed = (node: Node): boolean => {
    const isError = (of: Node): boolean => frame.get(of)?.score?.state === "error";
    if (!isError(node) || mayBeOut(node)) return false;
    return node.kind === "leaf" || node.children.some(failed) || !node.children.some(isError);
  };

  const bound = (node: Node, most: Fraction, weightKnown: boolean): void => {
    const standing = frame.get(node);
    const open = isOpen(node);
    if (standing === undefined || (weightKnown && !open)) return;
    if (standing.score !== undefined && !failed(node)) {
      const beyond = node.kind === "leaf" ? subtract(node.upTo, node.points) : ZERO;
      standings.set(node, {
        ...standing,
        weight: node.points,
        score: between(most),
        ...(standing.excess ? { excess: between(divide(multiply(beyond, most), node.points)) } : {}),
        undecided: open,
      });
    }
    if (node.kind === "leaf") return;
    const fixed = node.combine.kind !== "sum" || (weightKnown && !node.children.some(isOpen));
    for (const child of node.children) bound(child, fixed ? child.points : most, fixed);
  };
  bound(program.root, program.root.points, true);
  const root = standings.get(program.root);
  if (root?.score !== undefined) {
    standings.set(program.root, finish(ground, { ...root, turns: [] }, standings));
  }
  return standings;
}
