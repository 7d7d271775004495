/** What is needed while a result is told, and what is collected on the way. */
import type { Diagnostic, Expr, Group } from "@heng/lang";
import type { Catalogue } from "../work/catalogue.ts";
import { collectMissing, inOrder, openLimitsOf } from "./missing.ts";
import type { Printer } from "./print.ts";
import type { IndicatorResult } from "../result.ts";
import type { Telling } from "./sentence-words.ts";
import { stateOf, type Node, type Standing } from "../work/tree.ts";
import type { Evaluation } from "../work/work.ts";

export interface Account {
  readonly evaluation: Evaluation;
  readonly catalogue: Catalogue;
  readonly print: Printer;
  readonly telling: Telling;
  readonly places: number;
  readonly indicators: IndicatorResult[];
  /** What went beyond 分值: entries of their own, after all others. */
  readonly beyond: IndicatorResult[];
  /** Faults of indicators, in document order. */
  readonly faults: Diagnostic[];
  /** Reasons that are due, in document order. */
  readonly due: Diagnostic[];
  /** Ids of the indicators and groups that wait for something themselves; "" of the whole. */
  readonly waiting: Set<string>;
  /** Ids of steps with the last number given to each, to keep them unique. */
  readonly ids: Map<string, number>;
}

export function standingOf({ evaluation }: Account, node: Node): Standing {
  const standing = evaluation.standings.get(node);
  if (standing === undefined) throw new Error(`${node.id} was not scored`);
  return standing;
}

/** Adds the fields that keep `asked` open to `missing`, and `node` to what waits; they are the result. */
export function waitFor(
  { evaluation, catalogue, waiting }: Account,
  node: Node,
  asked: readonly Expr[],
  missing: Set<string>,
): readonly string[] {
  const found = new Set<string>();
  collectMissing(asked, evaluation.scope, catalogue, found);
  if (found.size > 0) waiting.add(node.id);
  for (const name of found) missing.add(name);
  return inOrder(evaluation.program, found);
}

/** {@link waitFor} of the caps and vetoes of a group that is pending. */
export function limitsWaitFor(
  account: Account,
  group: Group,
  standing: Standing,
  missing: Set<string>,
): readonly string[] {
  if (stateOf(standing) !== "pending") return [];
  return waitFor(account, group, openLimitsOf(group, standing, account.evaluation.scope), missing);
}

/** An id that no other step of the result has. */
export function unique({ ids }: Account, id: string): string {
  let n = ids.get(id);
  if (n === undefined) {
    ids.set(id, 1);
    return id;
  }
  let free: string;
  do {
    n += 1;
    free = `${id}~${n}`;
  } while (ids.has(free));
  ids.set(id, n);
  ids.set(free, 1);
  return free;
}
