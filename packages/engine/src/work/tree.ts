/**
 * From leaves to the total (docs/reference/semantics.md, section 5): weights after 剔除, rounding, sums, 折算, caps and
 * vetoes, 加分项 and 扣分项; supposing that it is known which leaves count. What else may be is worlds.ts's.
 */
import {
  add,
  apportion,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  negate,
  ONE,
  roundHalfUp,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Expr, Group, Leaf, Program, Veto } from "@heng/lang";
import { figureOf, truthOf, type Scope } from "./evaluate.ts";
import { atLeast, atMost, lower, plus, rounded, sameFigure, times } from "./figures.ts";
import { type LeafOutcome, type Out } from "./leaf.ts";
import { eitherFigure, marked, mayFail, TRUE, type Figure, type Truth } from "./outcome.ts";

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
  /** Of a leaf: what was rounded, what goes beyond 分值 included. */
  readonly exact?: Figure;
  /** What goes beyond 分值 (最高): a 加分项 of the whole. */
  readonly excess?: Figure;
  /** Whether it counts at all, or is an error, depends on what is missing. */
  readonly undecided?: boolean;
  /** How the score of a group came about, in order. */
  readonly turns?: readonly Turn[];
}

/** A turn that the score of a group takes; what changes nothing is no turn. */
type Turn = { readonly result: Figure } & (
  | { readonly kind: "sum" | "extras" | "floor" }
  /** `shares`: of what counts. */
  | { readonly kind: "mean"; readonly exact: Figure; readonly shares: Fraction }
  | {
      readonly kind: "rescale";
      readonly before: Figure;
      readonly applicable: Fraction;
      readonly exact: Figure;
    }
  | { readonly kind: "cap"; readonly cap: Group["caps"][number] }
  | { readonly kind: "veto"; readonly veto: Veto }
);

export type Node = Group | Leaf;
export type Standings = ReadonlyMap<Node, Standing>;
export type LeafOutcomes = ReadonlyMap<Leaf, LeafOutcome>;

/** What is known of a node, as the result says it. */
export type State = "scored" | "pending" | "notApplicable" | "error";

export function stateOf({ score, undecided }: Standing): State {
  if (score === undefined) return "notApplicable";
  if (score.state === "error") return "error";
  return score.state === "missing" || undecided === true ? "pending" : "scored";
}

/** What the tree is scored over. */
export interface Ground {
  readonly program: Program;
  readonly leaves: LeafOutcomes;
  readonly scope: Scope;
}

/** What is supposed of the leaves of which it is open whether they count. */
export type World = ReadonlyMap<Leaf, Out | "in">;

/** A score at the declared 分值 as one at another weight. */
function scaled(a: Figure, weight: Fraction, points: Fraction): Figure {
  return equals(weight, points) ? a : times(a, divide(weight, points));
}

const NOTHING: Figure = { state: "value", value: ZERO };
/** Stands for the outcome of a leaf that the program does not have. */
export const UNSCORED: LeafOutcome = {
  ruling: undefined,
  standardAsked: false,
  score: NOTHING,
  out: [],
  mayFail: false,
  limits: [],
};

/** How every node stands in a world; a leaf that it does not name counts if it may. */
export function standingsIn(ground: Ground, world: World): Standings {
  const standings = new Map<Node, Standing>();
  const { program, leaves } = ground;
  const { places } = program;

  /** §5.2 */
  const outOf = (node: Node): Out | undefined => {
    if (node.kind === "leaf") {
      const { score, out } = leaves.get(node) ?? UNSCORED;
      const way = world.get(node) ?? (score === undefined ? out[0] : "in");
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
    const exact = scaled(outcome.score ?? NOTHING, weight, leaf.points);
    const score = rounded(exact, places);
    const standing = { weight, applicable: weight, score, exact, undecided: outcome.mayFail };
    if (compare(leaf.upTo, leaf.points) <= 0) return standing;
    const excess = atLeast(plus(score, { state: "value", value: negate(weight) }), ZERO);
    return { ...standing, score: atMost(score, weight), excess };
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
      turns.push({ kind: "mean", shares, exact, result: score });
      applicable = weight;
    } else {
      turns.push({ kind: "sum", result: score });
      if ((group.rescale || isRoot) && !equals(applicable, weight) && !isZero(applicable)) {
        const before = score;
        exact = times(before, divide(weight, applicable));
        score = rounded(exact, places);
        turns.push({ kind: "rescale", before, applicable, exact, result: score });
        applicable = weight;
      }
    }
    if (!isRoot) score = limited(ground, group, weight, score, turns);
    return { weight, applicable, score, undecided: undecided || (!isRoot && mayFail(score)), turns };
  };

  for (const extra of program.extras)
    standings.set(extra, standExtra(extra, leaves.get(extra) ?? UNSCORED, places));
  const root = stand(program.root, program.root.points);
  if (root.out === undefined) standings.set(program.root, finish(ground, root, standings));
  return standings;
}

/** §5.4: the most that a leaf of a weight gives beyond it. */
export function mostBeyond({ upTo, points }: Leaf, weight: Fraction, places: number): Fraction {
  return roundHalfUp(divide(multiply(subtract(upTo, points), weight), points), places);
}

/** §5.7: what a 加分项 adds, or a 扣分项 takes; left out, it does neither. */
function standExtra(leaf: Leaf, outcome: LeafOutcome, places: number): Standing {
  const weight = leaf.points;
  const standing = { weight, applicable: weight };
  if (outcome.score === undefined) return { ...standing, out: outcome.out[0] ?? "redistribute" };
  // Of a 扣分项 what is taken is rounded, not what is left.
  const exact =
    leaf.sense === "penalty" ? plus(outcome.score, { state: "value", value: negate(weight) }) : outcome.score;
  const score = rounded(exact, places);
  if (outcome.out.length === 0) return { ...standing, score, exact, undecided: outcome.mayFail };
  return { ...standing, score: eitherFigure(score, NOTHING), exact, undecided: true };
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

/**
 * §5.6: of the caps and vetoes that hold the lowest result stands. They are written for the declared 分值. What comes of
 * a condition that may fail, or that is unknown over an error, may fail.
 */
function limited(ground: Ground, group: Group, weight: Fraction, score: Figure, turns: Turn[]): Figure {
  const { program, scope } = ground;
  let fails = false;
  let result = score;
  const apply = (holds: Truth, of: Figure, turn: (result: Figure) => Turn): void => {
    const most = rounded(scaled(of, weight, group.points), program.places);
    const next = marked(lower(result, atLeast(most, ZERO)), mayFail(of));
    const before = result;
    result = holds.state === "truth" || before.state === "error" ? next : eitherFigure(before, next);
    if (!sameFigure(before, result)) turns.push(turn(result));
  };
  /** Whether a limit holds or may; an error of its condition is one of the group. */
  const asked = (when: Expr | undefined): Truth => {
    const holds = when === undefined ? TRUE : truthOf(when, scope);
    fails ||= mayFail(holds);
    return holds;
  };
  for (const cap of group.caps) {
    const holds = asked(cap.when);
    if (holds.state === "error") return holds;
    if (holds.state === "truth" && !holds.holds) continue;
    apply(holds, figureOf(cap.of, scope), (r) => ({ kind: "cap", cap, result: r }));
  }
  for (const veto of group.vetoes) {
    if (veto.gets === undefined) continue;
    const holds = asked(veto.when);
    if (holds.state === "error") return holds;
    if (holds.state === "truth" && !holds.holds) continue;
    apply(holds, figureOf(veto.gets, scope), (r) => ({ kind: "veto", veto, result: r }));
  }
  return marked(result, fails);
}

/** §5.8: the total: 加分项, 扣分项 and what went beyond 分值, then the caps and vetoes of the whole, then at least 0. */
export function finish(ground: Ground, root: Standing, standings: Standings): Standing {
  const { program, leaves } = ground;
  const turns = [...(root.turns ?? [])];
  const before = root.score ?? NOTHING;
  let score = before;
  const extras = [
    ...[...standings.values()].map(({ excess }) => excess ?? NOTHING),
    ...program.extras.map((extra) => standings.get(extra)?.score ?? NOTHING),
  ];
  for (const extra of extras) score = plus(score, extra);
  // What cancels out has counted all the same.
  if (extras.some((extra) => !sameFigure(extra, NOTHING))) turns.push({ kind: "extras", result: score });
  score = limited(ground, program.root, root.weight, score, turns);
  const total = atLeast(score, ZERO);
  if (!sameFigure(score, total)) turns.push({ kind: "floor", result: total });
  const undecided =
    root.undecided === true || mayFail(score) || program.extras.some((extra) => leaves.get(extra)?.mayFail);
  return { ...root, score: total, turns, undecided };
}
