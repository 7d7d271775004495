/** Points that were lost and gained, from the scores as they stand: what is printed is never subtracted or added up. */
import {
  add,
  compare,
  equals,
  exactText,
  fixed,
  negate,
  roundHalfUp,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Group } from "@heng/lang";
import { catalogueOf } from "../work/catalogue.ts";
import type { Figure } from "../work/outcome.ts";
import type { Balance, IndicatorPoints, Result } from "../result.ts";
import { stateOf, type Node, type Standing, type Standings, type State } from "../work/tree.ts";
import type { Evaluation } from "../work/work.ts";

/** A score, when it is known. */
export function knownScore(score: Figure | undefined, state: State): Fraction | undefined {
  return state === "scored" && score?.state === "value" ? score.value : undefined;
}

/** What a node lost; a 加分项 not reached is no loss, a 扣分项 is one. */
export function lostOf(node: Node, standing: Standing): Fraction | undefined {
  const score = knownScore(standing.score, stateOf(standing));
  if (score === undefined) return undefined;
  const sense = node.kind === "leaf" ? node.sense : "indicator";
  if (sense === "bonus") return undefined;
  return aboveZero(sense === "penalty" ? negate(score) : subtract(standing.weight, score));
}

/** Points of any decimals: with those of a score, unless it takes more. */
export function pointsText(points: Fraction, places: number): string {
  return equals(roundHalfUp(points, places), points) ? fixed(points, places) : exactText(points);
}

/** Whether the score of a group is that of its children added, all of which count; null while it has none. */
export function addsUp({ children }: Group, standing: Standing, standings: Standings): boolean | null {
  const score = knownScore(standing.score, stateOf(standing));
  if (score === undefined) return null;
  let total = ZERO;
  for (const child of children) {
    const of = standings.get(child);
    const known = of && knownScore(of.score, stateOf(of));
    if (known === undefined) return false;
    total = add(total, known);
  }
  return equals(total, score);
}

/** What indicators lost and gained, and how the total comes of it. */
export function lostAndGained({
  program,
  standings,
}: Evaluation): Pick<Result, "lost" | "gained" | "balance"> {
  const { root, places, fullMarks } = program;
  const lost: Share[] = [];
  const gained: Share[] = [];
  const beyond: Share[] = [];
  for (const leaf of catalogueOf(program).leaves) {
    const standing = standings.get(leaf);
    if (standing === undefined) continue;
    const share = (list: Share[], id: string, points: Fraction | undefined): void => {
      if (points !== undefined) list.push({ id, path: leaf.path, points });
    };
    const state = stateOf(standing);
    share(lost, leaf.id, lostOf(leaf, standing));
    if (leaf.sense === "bonus") share(gained, leaf.id, aboveZero(knownScore(standing.score, state)));
    share(beyond, `${leaf.id}#bonus`, aboveZero(knownScore(standing.excess, state)));
  }
  gained.push(...beyond);
  const told = (list: readonly Share[]): readonly IndicatorPoints[] =>
    list.map((one) => ({ ...one, points: pointsText(one.points, places) }));
  const standing = standings.get(root);
  const total = standing && knownScore(standing.score, stateOf(standing));
  return {
    lost: told(lost.toSorted((a, b) => compare(b.points, a.points))),
    gained: told(gained),
    balance: balanceOf(fullMarks, total, together(lost), together(gained), places),
  };
}

interface Share extends Omit<IndicatorPoints, "points"> {
  readonly points: Fraction;
}

function balanceOf(
  fullMarks: Fraction,
  total: Fraction | undefined,
  lost: Fraction,
  gained: Fraction,
  places: number,
): Balance {
  const short = total && aboveZero(subtract(fullMarks, total));
  return {
    lost: pointsText(lost, places),
    gained: pointsText(gained, places),
    short: short === undefined ? null : pointsText(short, places),
    addsUp: total === undefined ? null : equals(add(subtract(fullMarks, lost), gained), total),
  };
}

function together(shares: readonly Share[]): Fraction {
  return shares.reduce((all, { points }) => add(all, points), ZERO);
}

function aboveZero(points: Fraction | undefined): Fraction | undefined {
  return points !== undefined && sign(points) > 0 ? points : undefined;
}
