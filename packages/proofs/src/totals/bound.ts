/**
 * A bound of what nodes and the whole can come to: of a leaf by whichever ruling gives most, of a group with the best
 * choice of what is left out. Never too low; the most itself where nothing can be left out. The most itself where
 * something can: totals.ts.
 */
import {
  add,
  compare,
  divide,
  floor,
  fraction,
  isZero,
  maximum,
  minimum,
  multiply,
  ONE,
  power10,
  roundHalfUp,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Group, Leaf, Program } from "@heng/lang";

/** What a leaf gives at most, and how it may be left out. */
export interface LeafMost {
  /** Exact, by its standard, a 不适用 or a 否决; what goes beyond 分值 included. */
  readonly most: Fraction;
  readonly redistributes: boolean;
  readonly rescales: boolean;
  /** It may count; otherwise it is always left out. */
  readonly stays: boolean;
}

export interface Highest {
  /** Before its own 封顶, rounded. */
  readonly of: ReadonlyMap<Group | Leaf, Fraction>;
  /** Of the whole, all counted. */
  readonly total: Fraction;
}

/** A node as its parent counts it. */
interface Part {
  /** Of its 分值. */
  readonly share: Fraction;
  /** It may be left out, whole. */
  readonly out: boolean;
  /** Its 分值 may come to count for less, since 折算 takes out what is below. */
  readonly lighter: boolean;
}

/** `capped`: what the limits of a group that always hold leave it, if any. `whole`: where nothing is left out. */
export function boundOf(
  program: Program,
  leaves: ReadonlyMap<Leaf, LeafMost>,
  capped: (group: Group) => Fraction | undefined,
  whole = false,
): Highest {
  const of = new Map<Group | Leaf, Fraction>();
  const { places, root } = program;
  const spreads = !whole && Array.from(leaves.values()).some(({ redistributes }) => redistributes);
  const leavesRescale = !whole && Array.from(leaves.values()).some(({ rescales }) => rescales);
  const moves = spreads || leavesRescale;
  let beyond = ZERO;

  const leafPart = (leaf: Leaf): Part => {
    const { most, redistributes, rescales } = leaves.get(leaf) ?? sure(leaf.points);
    const own = roundHalfUp(most, places);
    of.set(leaf, own);
    if (compare(own, leaf.points) > 0) {
      const excess = subtract(own, leaf.points);
      // Where weights move, that of the leaf may become the whole.
      beyond = add(beyond, moves ? multiply(excess, divide(root.points, leaf.points)) : excess);
    }
    // What is scaled is rounded afterwards.
    const share = divide(spreads ? maximum(own, most) : own, leaf.points);
    return { share: minimum(ONE, share), out: !whole && (redistributes || rescales), lighter: false };
  };

  const groupPart = (group: Group): Part => {
    const parts = group.children.map((child) => (child.kind === "leaf" ? leafPart(child) : groupPart(child)));
    const { combine } = group;
    const weights =
      combine.kind === "weighted"
        ? combine.shares
        : group.children.map((child) => (combine.kind === "sum" ? child.points : ONE));
    const absorbs = combine.kind !== "sum" || group.rescale || group === root;
    const someRescale =
      leavesRescale && leavesBelow(group).some((leaf) => leaves.get(leaf)?.rescales === true);
    const lighter = !absorbs && someRescale;
    const mean = parts.some((part) => part.lighter)
      ? parts.reduce((most, { share }) => maximum(most, share), ZERO)
      : bestMean(parts, weights);
    let own = multiply(mean, group.points);
    if (spreads && compare(mean, ONE) < 0) {
      // What is worked out at another 分值 is rounded there, leaf by leaf.
      const halves = fraction(BigInt(leavesBelow(group).length + 1), 2n * power10(places));
      own = minimum(group.points, lastStep(add(own, halves), places));
    } else own = roundHalfUp(own, places);
    of.set(group, own);
    const cap = group === root || lighter ? undefined : capped(group);
    const left = cap ? minimum(own, cap) : own;
    return { share: divide(left, group.points), out: parts.every(({ out }) => out), lighter };
  };

  /** Of a 扣分项 what it takes at least. */
  const extraOf = (extra: Leaf): Fraction => {
    const { most, redistributes, rescales } = leaves.get(extra) ?? sure(extra.points);
    if (extra.sense === "bonus") return roundHalfUp(most, places);
    return redistributes || rescales ? ZERO : roundHalfUp(subtract(most, extra.points), places);
  };

  groupPart(root);
  const sum = program.extras.reduce(
    (all, extra) => add(all, extraOf(extra)),
    add(of.get(root) ?? root.points, beyond),
  );
  of.set(root, sum);
  const cap = capped(root);
  return { of, total: maximum(ZERO, cap ? minimum(sum, cap) : sum) };
}

function sure(most: Fraction): LeafMost {
  return { most, redistributes: false, rescales: false, stays: true };
}

/** The mean of what must count, and of what may where that raises it. */
function bestMean(parts: readonly Part[], weights: readonly Fraction[]): Fraction {
  let total = ZERO;
  let weight = ZERO;
  const count = (i: number): void => {
    const own = weights[i] ?? ZERO;
    total = add(total, multiply(parts[i]?.share ?? ZERO, own));
    weight = add(weight, own);
  };
  parts.forEach((part, i) => void (part.out || count(i)));
  const open = parts
    .flatMap((part, i) => (part.out ? [{ share: part.share, i }] : []))
    .toSorted((a, b) => compare(b.share, a.share));
  for (const { share, i } of open)
    if (isZero(weight) || compare(multiply(share, weight), total) > 0) count(i);
  return isZero(weight) ? ONE : divide(total, weight);
}

function leavesBelow(group: Group): readonly Leaf[] {
  return group.children.flatMap((child) => (child.kind === "leaf" ? [child] : leavesBelow(child)));
}

/** The largest figure of so many decimals that is not above. */
function lastStep(value: Fraction, places: number): Fraction {
  return fraction(floor(multiply(value, fraction(power10(places)))), power10(places));
}
