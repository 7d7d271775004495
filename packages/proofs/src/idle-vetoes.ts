/** 否决 that may hold and change no score: there the standard gives the same, or another 否决 no more. */
import { compare, maximum, minimum, ZERO, type Fraction } from "@heng/number";
import type { Expr, Leaf, Veto } from "@heng/lang";
import { split, type Alternatives } from "./space/alternatives.ts";
import type { Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";

/** What there is without a 否决 where its condition holds. */
export interface Idle {
  readonly gives: Fraction;
  /** Exactly as much as it gives; otherwise as much at most. */
  readonly exactly: boolean;
}

/**
 * Each with the score that it gives: everything else gives no more there. `applies`: where 否决 are asked. None where together they
 * leave nothing to the standard: that is what is wrong then.
 */
export function idleVetoes(space: Space, leaf: Leaf, applies: Alternatives): ReadonlyMap<Veto, Idle> {
  const idle = new Map<Veto, Idle>();
  const walk = new Walk(space);
  const vetoes = leaf.vetoes.filter(({ gets }) => gets);
  if (beside(walk, vetoes, applies).length === 0) return idle;
  // Of two that say the same the first stays.
  for (const veto of vetoes.toReversed()) {
    const gives = veto.gets && givenBy(space, leaf, veto.gets, undefined);
    const inside = split(walk, veto.when, true, applies).into;
    if (!gives || inside.length === 0) continue;
    const others = vetoes.filter((other) => other !== veto);
    const left = others.filter((other) => !idle.has(other));
    // As the rules stand, and still once what has been told is taken out.
    const changesNothing = (among: readonly Veto[]): boolean => {
      const noMore = givesAtMost(walk, gives);
      const alone = beside(walk, among.filter(noMore), inside);
      const more = among.filter((other) => !noMore(other));
      return alone.every((env) => isIdle(space, leaf, more, gives, env));
    };
    if (!changesNothing(others) || (left.length < others.length && !changesNothing(left))) continue;
    const givesLess = ({ when, gets }: Veto): boolean => {
      const own = gets && givenBy(space, leaf, gets, undefined);
      return (!own || compare(own, gives) < 0) && split(walk, when, true, inside).into.length > 0;
    };
    idle.set(veto, { gives, exactly: !others.some(givesLess) });
  }
  return idle;
}

/** Where none of some 否决 holds. */
function beside(walk: Walk, vetoes: readonly Veto[], from: Alternatives): Alternatives {
  return vetoes.reduce((left, { when }) => split(walk, when, false, left).into, from);
}

function givesAtMost(walk: Walk, most: Fraction): (veto: Veto) => boolean {
  return ({ gets }) => {
    const high = gets && walk.value(gets, undefined, false)?.range.high?.value;
    return high !== undefined && compare(high, most) <= 0;
  };
}

/** Whether the standard is what stands without a 否决, and gives the same for all that is known. */
function isIdle(
  space: Space,
  leaf: Leaf,
  others: readonly Veto[],
  gives: Fraction,
  env: Env | undefined,
): boolean {
  const walk = new Walk(space);
  if (others.some(({ when }) => split(walk, when, true, [env]).into.length > 0)) return false;
  const own = givenBy(space, leaf, leaf.standard, env);
  return own !== undefined && compare(own, gives) === 0;
}

/** The one score that an expression gives for all that is known, and never fails to. */
function givenBy(space: Space, { upTo }: Leaf, e: Expr, env: Env | undefined): Fraction | undefined {
  const trace = new Trace(space);
  const reach = new Walk(space, trace).value(e, env, false);
  if (!reach || trace.faults.size > 0) return undefined;
  const held = (end: Fraction): Fraction => maximum(ZERO, minimum(end, upTo));
  const low = held(reach.range.low?.value ?? ZERO);
  const high = held(reach.range.high?.value ?? upTo);
  return compare(low, high) === 0 ? high : undefined;
}
