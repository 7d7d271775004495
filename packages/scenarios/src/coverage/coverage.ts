/** Which of the things that can be tried the scenarios of a rule set have tried, read from what was worked out for them. */
import { evaluate, visitWorked, type Evaluation, type Outcome } from "@heng/engine";
import type { Expr, Leaf, Program, Scenario } from "@heng/lang";
import { equals } from "@heng/number";
import type { TestedScenario } from "../run.ts";
import type { Node } from "../tree.ts";
import { expressionsOf, pointsOf, type CoveragePoint } from "./points.ts";

/** A point, with the titles of the scenarios that try it. */
export interface Covered extends CoveragePoint {
  readonly triedBy: readonly string[];
}

/** Every point of the rule set with who tries it. A scenario tries only what an expectation of its own would tell of. */
export function coverageOf(program: Program, scenarios: readonly TestedScenario[]): readonly Covered[] {
  const triers = scenarios.map((scenario) => ({ title: scenario.title, tried: triedBy(scenario) }));
  return pointsOf(program).map((point) => ({
    ...point,
    triedBy: triers.flatMap(({ title, tried }) => (tried(point) ? [title] : [])),
  }));
}

/** Whether a point is tried by a scenario. */
function triedBy({ scenario, evaluation }: TestedScenario): (point: CoveragePoint) => boolean {
  const graded = scenario.expect.some(({ of }) => of.kind === "grade");
  return reachedIn(evaluation, toldNodes(scenario, evaluation.program), graded);
}

/** Whether a point is reached by an evaluation, in the scores of these nodes, or in the grade. */
export function reachedIn(
  evaluation: Evaluation,
  told: ReadonlySet<Node>,
  graded: boolean,
): (point: CoveragePoint) => boolean {
  const worked = workedOf(evaluation, told);
  return ({ when }) => {
    switch (when.by) {
      case "case":
        return worked.cases.get(when.of)?.has(when.taken) === true;
      case "extreme":
        return worked.extremes.get(when.of)?.has(when.part) === true;
      case "notApplicable":
        return told.has(when.leaf) && rulingOf(when.leaf, evaluation) === when.clause;
      case "veto": {
        const { node, veto } = when;
        if (veto.notAbove !== undefined) return graded && limits(node, veto.notAbove, evaluation);
        if (!told.has(node)) return false;
        if (node.kind === "leaf") return rulingOf(node, evaluation) === veto;
        return (evaluation.standings.get(node)?.turns ?? []).some(
          (turn) => turn.kind === "veto" && turn.veto === veto,
        );
      }
      case "cap":
        return (
          told.has(when.group) &&
          (evaluation.standings.get(when.group)?.turns ?? []).some(
            (turn) => turn.kind === "cap" && turn.cap === when.cap,
          )
        );
      case "grade":
        return graded && evaluation.grade === when.grade;
    }
  };
}

/** What decided a leaf: the clause of 不适用, or the veto; undefined: its standard, or it is open. */
function rulingOf(leaf: Leaf, { leaves }: Evaluation): object | undefined {
  const ruling = leaves.get(leaf)?.ruling;
  if (ruling?.by === "notApplicable") return ruling.clause;
  return ruling?.by === "veto" ? ruling.veto : undefined;
}

/** Whether a 等级 不高于 of a node is at work. */
function limits(node: Node, notAbove: string, { leaves, standings, scope, program }: Evaluation): boolean {
  if (node.kind === "leaf")
    return leaves.get(node)?.limits.some(({ grade, certain }) => certain && grade === notAbove) === true;
  if (standings.get(node)?.out !== undefined && node !== program.root) return false;
  return node.vetoes.some((veto) => {
    const holds = veto.notAbove === notAbove ? evaluate(veto.when, scope) : undefined;
    return holds?.state === "truth" && holds.holds;
  });
}

/** The nodes of whose score an expectation tells: its own, and what is below a score. */
export function toldNodes({ expect }: Scenario, program: Program): ReadonlySet<Node> {
  const told = new Set<Node>();
  const scored = new Set(
    expect.flatMap(({ of, is }) => (is.kind === "score" && of.kind === "indicator" ? [of.id] : [])),
  );
  const left = new Set(
    expect.flatMap(({ of, is }) => (is.kind === "notApplicable" && of.kind === "indicator" ? [of.id] : [])),
  );
  const total = expect.some(({ of, is }) => of.kind === "total" && is.kind === "score");
  const visit = (node: Node, above: boolean): void => {
    const here = above || scored.has(node.id);
    if (here || left.has(node.id)) told.add(node);
    if (node.kind === "group") for (const child of node.children) visit(child, here);
  };
  visit(program.root, total);
  for (const extra of program.extras) visit(extra, total);
  return told;
}

interface WorkedOut {
  /** The branches taken, of every `cases`. */
  readonly cases: ReadonlyMap<Expr, ReadonlySet<number>>;
  /** The parts that decided, of every `max` and `min`. */
  readonly extremes: ReadonlyMap<Expr, ReadonlySet<Expr>>;
}

/** What the scores of these nodes were worked out of. */
function workedOf(evaluation: Evaluation, told: ReadonlySet<Node>): WorkedOut {
  const cases = new Map<Expr, Set<number>>();
  const extremes = new Map<Expr, Set<Expr>>();
  for (const node of told) {
    if (node.kind === "group") continue;
    for (const e of askedOf(node, evaluation)) {
      visitWorked(e, evaluation, ({ of, outcome, taken, outcomeOf }) => {
        if (of.node === "cases" && taken !== undefined)
          cases.set(of, (cases.get(of) ?? new Set()).add(taken));
        if (of.node !== "extreme") return;
        const decided = extremes.get(of) ?? new Set();
        for (const part of of.of) if (sameValue(outcomeOf(part), outcome)) decided.add(part);
        extremes.set(of, decided);
      });
    }
  }
  return { cases, extremes };
}

/** What was asked of a leaf: nothing of its standard where 不适用 or 否决 decided. */
function askedOf(leaf: Leaf, { leaves }: Evaluation): readonly Expr[] {
  const ruling = leaves.get(leaf)?.ruling;
  if (ruling === undefined) return [];
  if (ruling.by === "standard") return expressionsOf(leaf);
  return leaf.notApplicable.map(({ when }) => when);
}

function sameValue(a: Outcome, b: Outcome): boolean {
  return a.state === "value" && b.state === "value" && equals(a.value, b.value);
}
