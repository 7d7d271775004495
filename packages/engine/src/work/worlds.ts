/**
 * Where it depends on what is missing which leaves count, every combination is a world: the tree is scored in each, and
 * the results are spanned (docs/reference/semantics.md, §5.9).
 */
import { equals, ZERO, type Fraction } from "@heng/number";
import type { Leaf, Program } from "@heng/lang";
import type { Scope } from "./evaluate.ts";
import type { LeafOutcome, Out } from "./leaf.ts";
import { eitherFigure, settle, type Figure } from "./outcome.ts";
import {
  finish,
  mostBeyond,
  standingsIn,
  UNSCORED,
  type Ground,
  type LeafOutcomes,
  type Node,
  type Standing,
  type Standings,
  type World,
} from "./tree.ts";

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
  const exact = x.exact && y.exact ? eitherFigure(x.exact, y.exact) : (x.exact ?? y.exact);
  const excess = x.excess && y.excess ? eitherFigure(x.excess, y.excess) : (x.excess ?? y.excess);
  const differs =
    (x.score === undefined) !== (y.score === undefined) ||
    (x.score?.state === "error") !== (y.score?.state === "error");
  const standing = x.score === undefined ? y : x;
  return {
    weight: equals(x.weight, y.weight) ? x.weight : node.points,
    applicable: standing.applicable,
    ...(score === undefined ? {} : { score }),
    ...(exact === undefined ? {} : { exact }),
    ...(excess === undefined ? {} : { excess }),
    undecided: differs || x.undecided === true || y.undecided === true,
    // What was worked out at one weight is not how it came about at another.
    turns: equals(x.weight, y.weight) ? (standing.turns ?? []) : [],
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
      standings.set(node, {
        ...standing,
        weight: node.points,
        score: between(most),
        ...(node.kind === "leaf" && standing.excess
          ? { excess: between(mostBeyond(node, most, program.places)) }
          : {}),
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
