/** The grade of the whole (docs/reference/semantics.md, section 6). */
import { intersect, type Interval } from "@heng/number";
import type { Grade, Program } from "@heng/lang";
import { catalogueOf } from "./catalogue.ts";
import type { Scope } from "./evaluate.ts";
import { gradeLimits, type GradeLimit } from "./leaf.ts";
import { rangeOf } from "./outcome.ts";
import type { LeafOutcomes, Standing, Standings } from "./tree.ts";

/** All grades that are possible, best first; none where there is no total (§6.1–§6.3). */
export function possibleGrades(
  program: Program,
  leaves: LeafOutcomes,
  standings: Standings,
  scope: Scope,
): readonly string[] {
  const total = standings.get(program.root)?.score;
  if (total === undefined || total.state === "error") return [];
  const { grades } = program;
  const byTotal = gradesWithin(grades, rangeOf(total));
  const limits = limitsOf(program, leaves, standings, scope);
  const rank = ({ grade }: GradeLimit): number => grades.findIndex(({ name }) => name === grade);
  const certain = Math.max(0, ...limits.filter((limit) => limit.certain).map(rank));
  // Of the limits that are not certain none may hold, or any: the lowest that holds decides.
  const open = [0, ...limits.filter((limit) => !limit.certain).map(rank)];
  const possible = new Set(byTotal.flatMap((grade) => open.map((limit) => Math.max(grade, certain, limit))));
  return grades.flatMap(({ name }, i) => (possible.has(i) ? [name] : []));
}

/**
 * The grade, where it is the only one that is possible and there is a total whatever is missing (§6.2): undefined where
 * the total may still be an error, or nothing may apply.
 */
export function decidedGrade(grades: readonly string[], total: Standing | undefined): string | undefined {
  return grades.length === 1 && total?.undecided !== true ? grades[0] : undefined;
}

/** The grades, by their rank, that the numbers of an interval fall into. */
function gradesWithin(grades: readonly Grade[], total: Interval): readonly number[] {
  const found: number[] = [];
  let rest: Interval | undefined = total;
  for (const [rank, { atLeast, strict }] of grades.entries()) {
    if (rest === undefined) break;
    if (atLeast === undefined) return [...found, rank];
    if (intersect(rest, { low: { value: atLeast, open: strict } }) !== undefined) found.push(rank);
    rest = intersect(rest, { high: { value: atLeast, open: !strict } });
  }
  return found;
}

function limitsOf(
  program: Program,
  leaves: LeafOutcomes,
  standings: Standings,
  scope: Scope,
): readonly GradeLimit[] {
  return catalogueOf(program).limiting.flatMap((node) => {
    const standing = standings.get(node);
    if (standing === undefined || standing.out !== undefined) return [];
    return node.kind === "leaf"
      ? (leaves.get(node)?.limits ?? [])
      : gradeLimits(node.vetoes, scope, standing.undecided !== true).limits;
  });
}
