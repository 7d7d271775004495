/** 否决 that may hold and change no score: there the standard gives the same, or another 否决 no more. */
import { compare, maximum, minimum, ZERO, type Fraction } from "@heng/number";
import type { Expr, Leaf, Veto } from "@heng/lang";
import { split, type Alternatives } from "./space/alternatives.ts";
import type { Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";

/** Each with the score that it gives, as everything else does. `applies`: where 否决 are asked. */
export function idleVetoes(space: Space, leaf: Leaf, applies: Alternatives): ReadonlyMap<Veto, Fraction> {
  const idle = new Map<Veto, Fraction>();
  const walk = new Walk(space);
  // Of two that say the same the first stays.
  for (const veto of leaf.vetoes.toReversed()) {
    const others = leaf.vetoes.filter((other) => other !== veto && other.gets && !idle.has(other));
    const gives = veto.gets && givenBy(space, leaf, veto.gets, undefined);
    if (!gives) continue;
    if (split(walk, veto.when, false, applies).into.length === 0) continue;
    const inside = split(walk, veto.when, true, applies).into;
    if (inside.length > 0 && inside.every((env) => isIdle(space, leaf, others, gives, env)))
      idle.set(veto, gives);
  }
  return idle;
}

/** Whether the score is `gives` for all that is known, without the veto that says so. */
function isIdle(
  space: Space,
  leaf: Leaf,
  others: readonly Veto[],
  gives: Fraction,
  env: Env | undefined,
): boolean {
  const walk = new Walk(space);
  const open = others.filter(({ when }) => walk.truth(when, env, false) !== false);
  const noMore = ({ gets }: Veto): boolean => {
    const high = gets && walk.value(gets, env, false)?.range.high?.value;
    return high !== undefined && compare(high, gives) <= 0;
  };
  if (open.some((other) => noMore(other) && walk.truth(other.when, env, false) === true)) return true;
  if (!open.every(noMore)) return false;
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
