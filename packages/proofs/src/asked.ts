/** What is asked before a standard: 不适用, then 否决; what a leaf comes to where one holds, and what is left where none does. */
import { compare, maximum, minimum, ZERO, type Fraction } from "@heng/number";
import type { Expr, Leaf, Range, Veto } from "@heng/lang";
import type { LeafMost } from "./totals/bound.ts";
import { ANYTHING, split, type Alternatives, type Split } from "./space/alternatives.ts";
import type { Walk } from "./space/walk.ts";

/** A clause that, where it holds, keeps the standard from being asked; 等级 不高于 (`ends` false) does not. */
export interface Clause {
  readonly kind: "notApplicable" | "veto";
  readonly when: Expr;
  readonly origin: Range;
  readonly ends: boolean;
}

/** What comes of a clause once it is asked. */
export interface Heard {
  /** Where it is asked. */
  readonly from: Alternatives;
  readonly may: boolean;
  /** Undefined: for some filings it does, for others not. */
  readonly holds: boolean | undefined;
  /** It leaves nothing, by itself or together with those before it. */
  readonly last: boolean;
}

export interface Asked extends LeafMost {
  /** What is known where none of them holds: then the standard is asked. */
  readonly left: Alternatives;
  /** All that is known then is said by `left`. */
  readonly exact: boolean;
}

const NOTHING_ASKED: Asked = {
  most: ZERO,
  redistributes: false,
  rescales: false,
  stays: true,
  left: ANYTHING,
  exact: true,
};

/**
 * Asks the clauses of a leaf in order. `idle`: of those that are asked somewhere, the 否决 that change nothing, for which
 * the standard is asked as if they were not there.
 */
export function ask(
  walk: Walk,
  { upTo, points, notApplicable, vetoes }: Leaf,
  from: Alternatives,
  heard: (clause: Clause, found: Heard) => void = () => {},
  idle: (applies: Alternatives) => ReadonlySet<Veto> = () => NONE,
): Asked {
  if (notApplicable.length + vetoes.length === 0) return { ...NOTHING_ASKED, left: from };
  let most: Fraction = ZERO;
  let redistributes = false;
  let rescales = false;
  let stays = false;
  let exact = true;
  let left = from;
  for (const { when, as, origin } of notApplicable) {
    if (left.length === 0) break;
    const holds = truthIn(walk, when, left, exact);
    const may = holds !== false && split(walk, when, true, left).into.length > 0;
    const beyond = may ? besides(walk, when, holds, left) : { into: left, exact: true };
    const last = beyond.into.length === 0;
    heard({ kind: "notApplicable", when, origin, ends: true }, { from: left, may, holds, last });
    if (may && as === "fullMarks") most = points;
    stays ||= may && (as === "fullMarks" || as === "zero");
    redistributes ||= may && as === "redistribute";
    rescales ||= may && as === "rescale";
    exact &&= beyond.exact;
    left = beyond.into;
  }
  // All 否决 are asked, whichever of them holds: of several the lowest result stands.
  const applies = left;
  if (applies.length > 0 && vetoes.length > 0) {
    const unheard = idle(applies);
    for (const veto of vetoes) {
      const { when, gets, origin } = veto;
      const ends = gets !== undefined;
      const holds = truthIn(walk, when, applies, exact);
      const inside = holds === false ? [] : split(walk, when, true, applies).into;
      const may = inside.length > 0;
      const counts = may && ends && !unheard.has(veto);
      const beyond = counts ? besides(walk, when, holds, left) : { into: left, exact: true };
      const last = left.length > 0 && beyond.into.length === 0;
      heard({ kind: "veto", when, origin, ends }, { from: applies, may, holds, last });
      stays ||= may && ends;
      if (gets && may) most = maximum(most, minimum(standing(walk, veto, vetoes, inside) ?? upTo, upTo));
      exact &&= beyond.exact;
      left = beyond.into;
    }
  }
  return { most, redistributes, rescales, stays: stays || left.length > 0, left, exact };
}

function besides(walk: Walk, when: Expr, holds: boolean | undefined, from: Alternatives): Split {
  return holds === true ? { into: [], exact: true } : split(walk, when, false, from);
}

const NONE: ReadonlySet<Veto> = new Set();

/** What a condition comes to in all alternatives; undefined: that differs, or cannot be seen. */
export function truthIn(walk: Walk, when: Expr, from: Alternatives, certain: boolean): boolean | undefined {
  const [first, ...others] = from.map((env) => walk.truth(when, env, certain));
  return others.every((one) => one === first) ? first : undefined;
}

/** What a 否决 gives at most where none that gives less holds as well; undefined: there is no end. */
function standing(
  walk: Walk,
  { gets }: Veto,
  vetoes: readonly Veto[],
  inside: Alternatives,
): Fraction | undefined {
  const most = gets && highestOf(walk, gets, inside);
  if (!most) return undefined;
  const lower = vetoes.filter((other) => {
    const own = other.gets && highestOf(walk, other.gets, ANYTHING);
    return own !== undefined && compare(own, most) < 0;
  });
  const alone = lower.reduce((left, { when }) => split(walk, when, false, left).into, inside);
  return alone.length > 0 ? most : ZERO;
}

/** The most that an expression comes to in any; undefined: there is no end. */
export function highestOf(walk: Walk, e: Expr, from: Alternatives): Fraction | undefined {
  let most: Fraction | undefined;
  for (const env of from) {
    const reach = walk.value(e, env, false);
    if (!reach) continue;
    if (!reach.range.high) return undefined;
    most = most ? maximum(most, reach.range.high.value) : reach.range.high.value;
  }
  return most ?? ZERO;
}
