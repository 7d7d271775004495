/**
 * What was worked out for one filing, node by node: what coverage, differences and proofs read instead of evaluating
 * by themselves. The outcomes are those that were scored.
 */
import { partsOf, type Expr } from "@heng/lang";
import { catalogueOf } from "./catalogue.ts";
import { evaluate, type Scope } from "./evaluate.ts";
import type { Outcome } from "./outcome.ts";
import type { Row } from "./fields.ts";
import type { Evaluation } from "./work.ts";

/** A node that was worked out, with what it came to. */
export interface Worked {
  readonly of: Expr;
  readonly outcome: Outcome;
  /** Of `cases`: the place of the one that was taken, their number for `otherwise`; undefined while it is open. */
  readonly taken?: number;
  /** What it came to within the same row, where it is part of an aggregate. */
  readonly outcomeOf: (part: Expr) => Outcome;
}

/**
 * Calls `visit` for an expression and all that was worked out of it, definitions and the rows of aggregates included:
 * wholes before parts, a node once for the filing or once for each row. Of `cases` only what was asked and taken.
 */
export function visitWorked(e: Expr, evaluation: Evaluation, visit: (worked: Worked) => void): void {
  const { definitions } = catalogueOf(evaluation.program);
  const walk = (start: Expr, scope: Scope, seen: Set<Expr>): void => {
    const outcomeOf = (part: Expr): Outcome => evaluate(part, scope);
    const step = (of: Expr): void => {
      if (seen.has(of)) return;
      seen.add(of);
      const outcome = outcomeOf(of);
      switch (of.node) {
        case "cases": {
          const { taken, parts } = takenOf(of, outcomeOf);
          visit({ of, outcome, outcomeOf, ...(taken === undefined ? {} : { taken }) });
          parts.forEach(step);
          return;
        }
        case "aggregate": {
          visit({ of, outcome, outcomeOf });
          const parts = [of.when, of.of, of.weight].filter((part) => part !== undefined);
          for (const row of rowsOf(of.rows, evaluation)) {
            const inRow: Scope = { ...evaluation.scope, memo: new Map(), row };
            const passed = of.when === undefined || holds(evaluate(of.when, inRow));
            const seenInRow = new Set<Expr>();
            for (const part of passed ? parts : [of.when]) if (part) walk(part, inRow, seenInRow);
          }
          return;
        }
        case "use": {
          visit({ of, outcome, outcomeOf });
          const definition = definitions.get(of.definition);
          // A definition is worked out once, whoever uses it, and never knows of a row.
          if (definition)
            walk(definition.of, evaluation.scope, scope === evaluation.scope ? seen : new Set());
          return;
        }
        default:
          visit({ of, outcome, outcomeOf });
          for (const part of partsOf(of)) step(part);
      }
    };
    step(start);
  };
  walk(e, evaluation.scope, new Set());
}

function holds(outcome: Outcome): boolean {
  return outcome.state === "truth" && outcome.holds;
}

function rowsOf(name: string, { scope }: Evaluation): readonly Row[] {
  return scope.intake.rows.get(name)?.list ?? [];
}

/** Which of the cases was taken, and what was asked to find it. */
function takenOf(
  { cases, otherwise }: Extract<Expr, { readonly node: "cases" }>,
  outcomeOf: (part: Expr) => Outcome,
): { readonly taken: number | undefined; readonly parts: readonly Expr[] } {
  const parts: Expr[] = [];
  for (const [i, { when, then }] of cases.entries()) {
    parts.push(when);
    const outcome = outcomeOf(when);
    if (outcome.state !== "truth") return { taken: undefined, parts };
    if (outcome.holds) return { taken: i, parts: [...parts, then] };
  }
  return { taken: cases.length, parts: [...parts, otherwise] };
}
