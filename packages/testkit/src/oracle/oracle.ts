/**
 * Scores a second time, naively, straight from the language reference: plain fractions, no intervals, no explanation.
 * What is missing or wrong is thrown. The standards are judged by each method's own formula (reference.ts); everything
 * else, from sub-expressions to the total, is worked out here.
 */
import type { Filing } from "@heng/engine";
import type { Group, Leaf, Program } from "@heng/lang";
import {
  down,
  exact,
  halfUp,
  least,
  minus,
  most,
  NONE,
  order,
  over,
  plus,
  times,
  UNIT,
  type Exact,
} from "../exact.ts";
import { expressionsOf, Fault, Missing, type Expressions } from "./expressions.ts";
import { gradeLimits, leafJudge, type Limit, type LeafVerdict, type Out } from "./leaves.ts";
import type { AnyReference, BoundStandard } from "./standards.ts";

export interface Whole {
  /** Rounded, by id; undefined: not applicable. */
  readonly scores: ReadonlyMap<string, Exact | undefined>;
  readonly total: Exact | undefined;
  /** null: it cannot be told. */
  readonly grade: string | null;
  /** Whether what is missing leaves it open, as far as can be told here. */
  readonly gradeMissing: boolean;
}

interface Oracle {
  readonly leaf: (leaf: Leaf) => LeafVerdict;
  /** A fault or something missing anywhere is thrown. */
  readonly whole: () => Whole;
}

export function oracle(
  program: Program,
  standards: ReadonlyMap<string, BoundStandard>,
  references: ReadonlyMap<string, AnyReference>,
  filing: Filing,
): Oracle {
  const expressions = expressionsOf(program, filing);
  const leaf = leafJudge(standards, expressions, references);
  return { leaf, whole: () => wholeOf(program, expressions, leaf) };
}

function wholeOf(program: Program, expressions: Expressions, leafOf: Oracle["leaf"]): Whole {
  const { root, extras, grades, places } = program;
  const { num, yes } = expressions;
  const scores = new Map<string, Exact | undefined>();
  const limits: Limit[] = [];
  let excess = NONE;
  const outOf = (node: Group | Leaf): Out | undefined => {
    if (node.kind === "leaf") {
      const verdict = leafOf(node);
      return "out" in verdict ? verdict.out : undefined;
    }
    const outs = node.children.map(outOf);
    if (outs.includes(undefined)) return undefined;
    return outs.includes("rescale") ? "rescale" : "redistribute";
  };
  const limited = (group: Group, weight: Exact, score: Exact): Exact => {
    const holding = [
      ...group.caps.filter((c) => !c.when || yes(c.when)).map((c) => num(c.of)),
      ...group.vetoes.flatMap((v) => (v.gets && yes(v.when) ? [num(v.gets)] : [])),
    ];
    limits.push(...gradeLimits(group.vetoes, expressions));
    return holding
      .map((x) => most(halfUp(over(times(x, weight), group.points), places), NONE))
      .reduce(least, score);
  };
  const node = (n: Group | Leaf, weight: Exact): { score: Exact; applicable: Exact } | undefined => {
    if (outOf(n) !== undefined) {
      scores.set(n.id, undefined);
      if (n.kind === "group") for (const child of n.children) node(child, child.points);
      return undefined;
    }
    if (n.kind === "leaf") {
      const verdict = leafOf(n);
      if (!("score" in verdict)) throw "fault" in verdict ? new Fault(n.id) : new Missing(n.id);
      limits.push(...verdict.limits);
      const given = halfUp(over(times(verdict.score, weight), n.points), places);
      const kept = order(n.upTo, n.points) > 0 ? least(given, weight) : given;
      excess = plus(excess, minus(given, kept));
      scores.set(n.id, kept);
      return { score: kept, applicable: weight };
    }
    const stays = n.children.map((c) => (outOf(c) === "redistribute" ? NONE : exact(c.points.n, c.points.d)));
    const even = stays.every((w) => w.n !== 0n) && order(weight, n.points) === 0;
    const weights =
      n.combine.kind !== "sum" || even ? n.children.map((c) => c.points) : shared(stays, weight, places);
    const parts = n.children.map((c, i) => node(c, weights[i] ?? NONE));
    let score = NONE;
    let applicable = NONE;
    if (n.combine.kind === "sum") {
      for (const part of parts)
        if (part) [score, applicable] = [plus(score, part.score), plus(applicable, part.applicable)];
      if ((n.rescale || n === root) && order(applicable, weight) !== 0 && applicable.n !== 0n) {
        score = halfUp(over(times(score, weight), applicable), places);
        applicable = weight;
      }
    } else {
      const { combine } = n;
      let shares = NONE;
      parts.forEach((part, i) => {
        const share = combine.kind === "weighted" ? (combine.shares[i] ?? NONE) : UNIT;
        if (!part) return;
        shares = plus(shares, share);
        // What 折算 takes out goes no further up than to a mean.
        const counts = part.applicable.n === 0n ? (weights[i] ?? UNIT) : part.applicable;
        score = plus(score, times(over(part.score, counts), share));
      });
      score = halfUp(over(times(score, weight), shares), places);
      applicable = weight;
    }
    if (n !== root) {
      score = limited(n, weight, score);
      scores.set(n.id, score);
    }
    return { score, applicable };
  };

  let outside = NONE;
  const before = node(root, exact(root.points.n, root.points.d));
  for (const extra of extras) {
    const verdict = leafOf(extra);
    if (!("score" in verdict)) {
      if ("fault" in verdict) throw new Fault(extra.id);
      if ("missing" in verdict) throw new Missing(extra.id);
      scores.set(extra.id, undefined);
      continue;
    }
    limits.push(...verdict.limits);
    const given = extra.sense === "penalty" ? minus(verdict.score, extra.points) : verdict.score;
    const added = halfUp(given, places);
    scores.set(extra.id, added);
    outside = plus(outside, added);
  }
  if (!before) return { scores, total: undefined, grade: null, gradeMissing: false };
  const total = most(limited(root, root.points, plus(plus(before.score, excess), outside)), NONE);
  const rank = (name: string): number => grades.findIndex((g) => g.name === name);
  const byTotal = grades.findIndex(
    ({ atLeast, strict }) => !atLeast || (strict ? order(total, atLeast) > 0 : order(total, atLeast) >= 0),
  );
  const lowest = (counts: (limit: Limit) => boolean): number =>
    Math.max(byTotal, ...limits.filter(counts).map(({ grade }) => rank(grade)));
  const sure = lowest(({ holds }) => holds === true);
  const faulty = lowest(({ holds }) => holds === true || holds === "fault") > sure;
  const gradeMissing = lowest(({ holds }) => holds !== false) > sure;
  return { scores, total, grade: faulty ? null : (grades[sure]?.name ?? null), gradeMissing };
}

/** Largest remainder: whole steps first, the rest one by one to the largest remainders, the first declared first. */
function shared(weights: readonly Exact[], total: Exact, places: number): readonly Exact[] {
  const sum = weights.reduce(plus, NONE);
  const scale = exact(10n ** BigInt(places));
  const quotas = weights.map((w) => over(times(times(w, total), scale), sum));
  const steps = quotas.map(down);
  let left = down(times(total, scale)) - steps.reduce((a, b) => a + b, 0n);
  const byRemainder = quotas
    .map((q, i) => ({ i, rest: minus(q, exact(steps[i] ?? 0n)) }))
    .toSorted((a, b) => order(b.rest, a.rest) || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left === 0n) break;
    steps[i] = (steps[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return steps.map((s) => over(exact(s), scale));
}
