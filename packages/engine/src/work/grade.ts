/** The grade of the whole (docs/reference/semantics.md, section 6). */
import { intersect, type Interval } from "@heng/number";
import type { Grade, Program } from "@heng/lang";
import { catalogueOf } from "./catalogue.ts";
import type { Scope } from "./evaluate.ts";
import { gradeLimits, type GradeLimit } from "./leaf.ts";
import { rangeOf } from "./outcome.ts";
import type { LeafOutcomes, Node, Standing, Standings } from "./tree.ts";

/** What the grade may be. */
export interface Grading {
  /** Best first; none where there is no total. */
  readonly possible: readonly string[];
  /** The 等级 不高于 that cannot be told and would make a difference. */
  readonly open: readonly (GradeLimit & { readonly of: Node })[];
}

/** §6.1–§6.3 */
export function grading(program: Program, leaves: LeafOutcomes, standings: Standings, scope: Scope): Grading {
  const total = standings.get(program.root)?.score;
  if (total === undefined || total.state === "error") return { possible: [], open: [] };
  const { grades } = program;
  const byTotal = gradesWithin(grades, rangeOf(total));
  const limits = limitsOf(program, leaves, standings, scope);
  const rank = ({ grade }: GradeLimit): number => grades.findIndex(({ name }) => name === grade);
  const certain = Math.max(0, ...limits.filter((limit) => limit.certain).map(rank));
  const best = Math.max(certain, byTotal[0] ?? 0);
  const open = limits.filter((limit) => !limit.certain && rank(limit) > best);
  // Of these none may hold, or any: the lowest that holds decides.
  const possible = new Set(
    byTotal.flatMap((grade) => [0, ...open.map(rank)].map((limit) => Math.max(grade, certain, limit))),
  );
  return { possible: grades.flatMap(({ name }, i) => (possible.has(i) ? [name] : [])), open };
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
): Grading["open"] {
  return catalogueOf(program).limiting.flatMap((node) => {
    const standing = standings.get(node);
    if (standing === undefined || standing.out !== undefined) return [];
    const limits =
      node.kind === "leaf"
        ? (leaves.get(node)?.limits ?? [])
        : gradeLimits(node.vetoes, scope, standing.undecided !== true);
    return limits.map((limit) => ({ ...limit, of: node }));
  });
}
