/** The changes of a rule set, each compiled as its files lie; with `all`, a scenario for each that goes unnoticed. */
import { treeOf } from "@heng/lang";
import {
  changesOf as changesIn,
  inTextOrder,
  mutantsOf,
  type Mutant,
  type Recompiled,
  type RuleText,
  type Suggester,
  type TestedScenario,
} from "@heng/scenarios";
import { compileRules, type RuleSet } from "../files/rules.ts";
import type { Progress } from "../terminal/progress.ts";
import type { Changed, Changes } from "../terminal/tests.ts";

export interface Asked {
  readonly set: RuleSet;
  /** The rules folder. */
  readonly folder: string;
  readonly scenarios: readonly TestedScenario[];
  readonly suggester: Suggester;
  /** Whether a scenario is wanted for each change that goes unnoticed. */
  readonly all: boolean;
}

export async function changesOf(
  { set, folder, scenarios, suggester, all }: Asked,
  progress: Progress,
): Promise<Changes> {
  const { file, files, program } = set;
  const texts = Array.from(files, ([name, { text }]): RuleText => ({
    file: name,
    text,
    tree: treeOf({ file: name, text }),
  }));
  const recompile = (name: string, text: string): Recompiled => {
    const made =
      name === file.path
        ? compileRules({ ...file, text }, folder)
        : compileRules(file, folder, new Map([[name, text]]));
    const errors = made.diagnostics.filter(({ severity }) => severity === "error");
    return { program: made.program, errors: errors.flatMap(({ range }) => range ?? []) };
  };
  const changes = changesIn(texts);
  const mutants: Mutant[] = [];
  if (program !== undefined)
    for (const mutant of mutantsOf(program, texts, changes, scenarios, recompile)) {
      mutants.push(mutant);
      if (!(await progress.at(mutants.length, changes.length))) break;
    }
  const tried: Changed[] = [];
  for (const { program: changed, ...mutant } of inTextOrder(mutants, texts)) {
    const wanted = all && mutant.noticedBy === "nothing" && changed !== undefined && !progress.stopped;
    const offer = wanted ? suggester.tellingApart(changed, mutant.says.zh) : undefined;
    tried.push({ ...mutant, offer });
    if (wanted) await progress.at(tried.length, mutants.length);
  }
  return { tried, inAll: changes.length, offered: all };
}
