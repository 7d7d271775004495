/** Whether the better gets less anywhere: filings that differ in nothing but what is measured. */
import { evaluate, visitWorked, type Evaluation } from "@heng/engine";
import type { Leaf, Program } from "@heng/lang";
import { order, type Exact } from "../exact.ts";
import type { Sweep } from "./search.ts";
import { reached, told, type Tried } from "./tried.ts";

/** Which way more is better, where a target says so; else that what is best is in one place. */
export type Better = 1 | -1 | "somewhere";

/** Of a leaf that gives more for the better. */
export function betterOf({ method, target, value }: Leaf): Better | undefined {
  if (!value || (method !== "bands" && method !== "interpolate")) return undefined;
  if (target?.kind !== "compare") return "somewhere";
  if (target.sign === ">=" || target.sign === ">") return 1;
  return target.sign === "<=" || target.sign === "<" ? -1 : undefined;
}

/** Whether a score was judged by people, who may give less for the better. */
function wasJudged({ standard }: Leaf, evaluation: Evaluation): boolean {
  let judged = false;
  visitWorked(standard, evaluation, ({ of }) => {
    const field =
      of.node === "input" ? evaluation.program.fields.find(({ name }) => name === of.field) : undefined;
    judged ||= field?.judged !== undefined;
  });
  return judged;
}

/** Whether a field counts for a leaf's score in its 值 alone. */
function onlyMeasured(program: Program, leaf: Leaf, field: string): boolean {
  const { value } = leaf;
  if (!value || value.node !== "use") return false;
  const asks = (e: ReturnType<typeof reached>): boolean =>
    [...e].some((part) => part.node === "input" && part.field === field);
  if (!asks(reached(program, [value], true))) return false;
  const others = program.definitions.filter(({ id }) => id !== value.definition);
  const besides = { ...program, definitions: others };
  const target = leaf.target?.kind === "compare" ? [leaf.target.of] : [];
  return !asks(reached(besides, [leaf.standard, ...target], true));
}

/** Two filings of a sweep of which the better has the lower score, or one that has less than two on its sides, in words. */
export function againstWay(
  program: Program,
  leaf: Leaf,
  way: Better,
  { field, filings }: Sweep,
): string | undefined {
  if (!onlyMeasured(program, leaf, field.name)) return undefined;
  const shown = filings.flatMap(({ tried, evaluation }) => {
    const value = leaf.value && evaluate(leaf.value, evaluation.scope);
    const outcome = evaluation.leaves.get(leaf);
    if (value?.state !== "value" || outcome?.ruling?.by !== "standard" || outcome.score?.state !== "value")
      return [];
    if (wasJudged(leaf, evaluation)) return [];
    return [{ value: value.value, score: outcome.score.value, tried }];
  });
  if (way === "somewhere") return dipIn(shown);
  const better = (a: Exact, b: Exact): boolean => order(a, b) * way > 0;
  for (const a of shown)
    for (const b of shown)
      if (better(a.value, b.value) && order(a.score, b.score) < 0)
        return `${told(a.tried)} gives less than ${told(b.tried)}`;
  return undefined;
}

interface Got {
  readonly value: Exact;
  readonly score: Exact;
  readonly tried: Tried;
}

/** Something between two others that gets less than both. */
function dipIn(shown: readonly Got[]): string | undefined {
  const inOrder = shown.toSorted((a, b) => order(a.value, b.value));
  const most = (list: readonly Got[]): Got | undefined =>
    list.reduce<Got | undefined>(
      (best, one) => (best && order(best.score, one.score) >= 0 ? best : one),
      undefined,
    );
  for (const at of inOrder) {
    const below = most(inOrder.filter(({ value }) => order(value, at.value) < 0));
    const above = most(inOrder.filter(({ value }) => order(value, at.value) > 0));
    if (below && above && order(at.score, below.score) < 0 && order(at.score, above.score) < 0)
      return `${told(at.tried)} gives less than ${told(below.tried)} and ${told(above.tried)}`;
  }
  return undefined;
}
