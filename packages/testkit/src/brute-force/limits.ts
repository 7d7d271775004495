/** Whether what limits a score or the grade changed it: what it would have been without, from the engine's figures alone. */
import { evaluate, type Evaluation } from "@heng/engine";
import type { Expr, Group, Leaf, Program, Range } from "@heng/lang";
import { exact, halfUp, NONE, order, over, times, type Exact } from "../exact.ts";
import { groupsOf, leavesOf } from "./tried.ts";

/** The places of all that changed something in a filing. */
export function biting(program: Program, evaluation: Evaluation): readonly Range[] {
  return [
    ...groupsOf(program).flatMap((group) => ofGroup(group, evaluation)),
    ...leavesOf(program).flatMap((leaf) => ofLeaf(leaf, evaluation)),
    ...ofGrade(program, evaluation),
  ];
}

interface Limit {
  readonly origin: Range;
  readonly of: Exact;
}

/** Those that hold, with what they give; nothing where one cannot be told. */
function holding(
  limits: readonly { readonly when?: Expr | undefined; readonly of: Expr; readonly origin: Range }[],
  { scope }: Evaluation,
  as: (value: Exact) => Exact,
): readonly Limit[] {
  return limits.flatMap(({ when, of, origin }) => {
    const holds = when && evaluate(when, scope);
    if (holds && (holds.state !== "truth" || !holds.holds)) return [];
    const own = evaluate(of, scope);
    return own.state === "value" ? [{ origin, of: as(own.value) }] : [];
  });
}

/** Those without which the lowest would be another; `otherwise` undefined: there would be no score. */
function changing(limits: readonly Limit[], otherwise: Exact | undefined, lowers: boolean): readonly Range[] {
  const least = (of: readonly Exact[]): Exact | undefined =>
    of.reduce<Exact | undefined>((a, b) => (a && order(a, b) <= 0 ? a : b), undefined);
  return limits.flatMap((limit) => {
    const others = limits.flatMap((other) => (other === limit ? [] : [other.of]));
    const always = lowers && otherwise ? [otherwise] : [];
    const without = least([...others, ...always]) ?? otherwise;
    const result = least([...others, ...always, limit.of]);
    return without && result && order(without, result) === 0 ? [] : [limit.origin];
  });
}

function ofGroup(group: Group, evaluation: Evaluation): readonly Range[] {
  const { vetoes, caps } = group;
  const { turns = [], score, weight } = evaluation.standings.get(group) ?? {};
  if (vetoes.length + caps.length === 0 || score?.state !== "value" || !weight) return [];
  const before = turns.findLast(({ kind }) => kind !== "cap" && kind !== "veto" && kind !== "floor");
  const otherwise = before?.result.state === "value" ? before.result.value : undefined;
  if (!otherwise) return [];
  const rounded = (value: Exact): Exact => {
    const own = halfUp(over(times(value, weight), group.points), evaluation.program.places);
    return order(own, NONE) < 0 ? NONE : own;
  };
  const limits = [
    ...caps,
    ...vetoes.flatMap(({ when, gets, origin }) => (gets ? [{ when, of: gets, origin }] : [])),
  ];
  return changing(holding(limits, evaluation, rounded), otherwise, true);
}

function ofLeaf(leaf: Leaf, evaluation: Evaluation): readonly Range[] {
  const { ruling, score } = evaluation.leaves.get(leaf) ?? {};
  if (ruling?.by !== "veto" || score?.state !== "value") return [];
  const clamped = (value: Exact): Exact =>
    order(value, NONE) < 0 ? NONE : order(value, leaf.upTo) > 0 ? leaf.upTo : value;
  const vetoes = leaf.vetoes.flatMap(({ when, gets, origin }) => (gets ? [{ when, of: gets, origin }] : []));
  const own = evaluate(leaf.standard, evaluation.scope);
  const otherwise = own.state === "value" ? clamped(own.value) : undefined;
  return changing(holding(vetoes, evaluation, clamped), otherwise, false);
}

/** 等级 不高于: below what the total, and all others that hold, come to. */
function ofGrade(program: Program, evaluation: Evaluation): readonly Range[] {
  const total = evaluation.standings.get(program.root)?.score;
  if (total?.state !== "value") return [];
  const byTotal = program.grades.findIndex(({ atLeast, strict }) => {
    const way = atLeast ? order(total.value, atLeast) : 1;
    return way > 0 || (way === 0 && !strict);
  });
  const limits = [...groupsOf(program), ...leavesOf(program)].flatMap((node) => {
    if (evaluation.standings.get(node)?.out !== undefined) return [];
    if (node.kind === "leaf" && evaluation.leaves.get(node)?.ruling?.by === "notApplicable") return [];
    return node.vetoes.flatMap(({ when, notAbove, origin }) => {
      const holds = notAbove === undefined ? undefined : evaluate(when, evaluation.scope);
      const rank = program.grades.findIndex(({ name }) => name === notAbove);
      return holds?.state === "truth" && holds.holds ? [{ origin, of: exact(BigInt(-rank)) }] : [];
    });
  });
  return changing(limits, exact(BigInt(-byTotal)), true);
}
