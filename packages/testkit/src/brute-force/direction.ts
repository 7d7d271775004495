/** Whether the better gets less anywhere: two filings that differ in nothing but what is measured. */
import { evaluate } from "@heng/engine";
import type { Leaf, Program } from "@heng/lang";
import { order, type Exact } from "../exact.ts";
import type { Sweep } from "./search.ts";
import { reached, told } from "./tried.ts";

/** Of a leaf whose target points one way: that way. */
export function wayOf({ method, target, value }: Leaf): 1 | -1 | undefined {
  if (!value || (method !== "bands" && method !== "interpolate") || target?.kind !== "compare")
    return undefined;
  if (target.sign === ">=" || target.sign === ">") return 1;
  return target.sign === "<=" || target.sign === "<" ? -1 : undefined;
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

/** Two filings of a sweep of which the better has the lower score, in words. */
export function againstWay(
  program: Program,
  leaf: Leaf,
  way: 1 | -1,
  { field, filings }: Sweep,
): string | undefined {
  if (!onlyMeasured(program, leaf, field.name)) return undefined;
  const shown = filings.flatMap(({ tried, evaluation }) => {
    const value = leaf.value && evaluate(leaf.value, evaluation.scope);
    const outcome = evaluation.leaves.get(leaf);
    if (value?.state !== "value" || outcome?.ruling?.by !== "standard" || outcome.score?.state !== "value")
      return [];
    return [{ value: value.value, score: outcome.score.value, tried }];
  });
  const better = (a: Exact, b: Exact): boolean => order(a, b) * way > 0;
  for (const a of shown)
    for (const b of shown)
      if (better(a.value, b.value) && order(a.score, b.score) < 0)
        return `${told(a.tried)} gives less than ${told(b.tried)}`;
  return undefined;
}
