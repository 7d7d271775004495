/** What becomes of a leaf: its points, the treatment of one that is not applicable, or why there is no figure. */
import type { Leaf } from "@heng/lang";
import { exact, least, most, NONE, type Exact } from "../exact.ts";
import { Fault, Missing, type Expressions } from "./expressions.ts";
import { highest, pointsOf, type AnyReference, type BoundStandard } from "./standards.ts";

export type Out = "redistribute" | "rescale";
export type LeafVerdict =
  | { readonly score: Exact; readonly limits: readonly Limit[] }
  | { readonly out: Out }
  | { readonly fault: true }
  | { readonly missing: true };

/** Judges every leaf once. */
export function leafJudge(
  standards: ReadonlyMap<string, BoundStandard>,
  expressions: Expressions,
  references: ReadonlyMap<string, AnyReference>,
): (leaf: Leaf) => LeafVerdict {
  const { num, yes } = expressions;
  const judge = (leaf: Leaf): LeafVerdict => {
    const treated = leaf.notApplicable.find(({ when }) => yes(when))?.as;
    if (treated === "fullMarks") return { score: exact(leaf.points.n, leaf.points.d), limits: [] };
    if (treated === "zero") return { score: NONE, limits: [] };
    if (treated !== undefined) return { out: treated };
    const limits = gradeLimits(leaf.vetoes, expressions);
    const vetoed = leaf.vetoes
      .flatMap((v) => (v.gets && yes(v.when) ? [num(v.gets)] : []))
      .map((x) => least(most(x, NONE), leaf.upTo));
    if (vetoed.length > 0) return { score: vetoed.reduce(least), limits };
    const standard = standards.get(leaf.id);
    if (!standard) throw new Error(`No standard of ${leaf.id}`);
    const points = pointsOf(standard, leaf.id, expressions, references);
    // 至多 of a 加分项 or 扣分项 binds its 最高 too.
    const top = leaf.sense === "indicator" ? highest(standard, expressions) : leaf.points;
    return { score: least(points, top), limits };
  };
  const verdicts = new Map<Leaf, LeafVerdict>();
  return (leaf) => {
    const before = verdicts.get(leaf);
    if (before) return before;
    let verdict: LeafVerdict;
    try {
      verdict = judge(leaf);
    } catch (error) {
      if (error instanceof Fault) verdict = { fault: true };
      else if (error instanceof Missing) verdict = { missing: true };
      else throw error;
    }
    verdicts.set(leaf, verdict);
    return verdict;
  };
}

/** A 等级 that a veto holds the whole to, or may: nobody can tell, for a fault or something missing. */
export interface Limit {
  readonly grade: string;
  readonly holds: boolean | "fault" | "missing";
}

/** 等级 that vetoes say the whole is not above; what cannot be told spoils no score. */
export function gradeLimits(vetoes: Leaf["vetoes"], { yes }: Expressions): readonly Limit[] {
  return vetoes.flatMap(({ when, notAbove }): readonly Limit[] => {
    if (notAbove === undefined) return [];
    try {
      return [{ grade: notAbove, holds: yes(when) }];
    } catch (error) {
      if (error instanceof Fault) return [{ grade: notAbove, holds: "fault" }];
      if (error instanceof Missing) return [{ grade: notAbove, holds: "missing" }];
      throw error;
    }
  });
}
