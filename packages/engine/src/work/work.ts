/** Works a program out over a filing: outcomes, scores and the grade, exact, without a word of explanation. */
import type { Diagnostic, Program } from "@heng/lang";
import { catalogueOf } from "./catalogue.ts";
import { evaluate, type Scope } from "./evaluate.ts";
import { takeIn } from "./fields.ts";
import type { Filing } from "./filing.ts";
import { decidedGrade, grading, type Grading } from "./grade.ts";
import { leafOutcome } from "./leaf.ts";
import { Memo } from "./memo.ts";
import type { LeafOutcomes, Standings } from "./tree.ts";
import { scoreTree } from "./worlds.ts";

export interface Evaluation {
  readonly program: Program;
  readonly filing: Filing;
  readonly scope: Scope;
  /** What every node of the program came to: that of the scope. */
  readonly memo: Memo;
  readonly leaves: LeafOutcomes;
  /** How every node stands; the score of the root is the total. */
  readonly standings: Standings;
  /** All grades that are possible, best first. */
  readonly grades: readonly string[];
  /** The grade, once it is decided. */
  readonly grade: string | undefined;
  /** The 等级 不高于 that keep it open. */
  readonly openLimits: Grading["open"];
  /** What was wrong with single fields. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Scores a filing. The same program and filing always give the same. */
export function work(program: Program, filing: Filing): Evaluation {
  return worked(program, filing, undefined);
}

/**
 * Scores the same filing once more, by a program that differs in some indicators and in definitions that those alone
 * use: what is the same object in both is not worked out again.
 */
export function workAgain(program: Program, before: Evaluation): Evaluation {
  return worked(program, before.filing, before);
}

function worked(program: Program, filing: Filing, before: Evaluation | undefined): Evaluation {
  const found: Diagnostic[] = [];
  const asksTheSame =
    program.fields === before?.program.fields && program.rowLists === before.program.rowLists;
  const intake =
    before !== undefined && asksTheSame
      ? before.scope.intake
      : takeIn(program, filing, (diagnostic) => found.push(diagnostic));
  const diagnostics = before !== undefined && asksTheSame ? before.diagnostics : found;
  const { leaves: all, numbers } = catalogueOf(program);
  const memo = new Memo(numbers);
  const scope: Scope = { intake, definitions: new Map(), memo };
  // §2.2: each after those it uses, so that a chain of any length needs no recursion.
  for (const [i, definition] of program.definitions.entries()) {
    const { id, of } = definition;
    const known =
      definition === before?.program.definitions[i] ? before.scope.definitions.get(id) : undefined;
    scope.definitions.set(id, known ?? evaluate(of, scope));
  }
  const leaves = new Map(all.map((leaf) => [leaf, before?.leaves.get(leaf) ?? leafOutcome(leaf, scope)]));
  const standings = scoreTree(program, leaves, scope);
  const { possible: grades, open: openLimits } = grading(program, leaves, standings, scope);
  const grade = decidedGrade(grades, standings.get(program.root));
  return { program, filing, scope, memo, leaves, standings, grades, grade, openLimits, diagnostics };
}
