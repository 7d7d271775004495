/** The changes of a rule set, each compiled as its files lie; with `all`, a scenario for each that goes unnoticed. */
import { treeOf, type Lang } from "@heng/lang";
import {
  changesOf as changesIn,
  inTextOrder,
  mutantsOf,
  runScenarios,
  Suggester,
  type Mutant,
  type Recompiled,
  type RuleText,
  type TestedScenario,
} from "@heng/scenarios";
import { compileRules, resolveRules, type RuleSet } from "../files/rules.ts";
import type { Progress } from "../terminal/progress.ts";
import type { Changed, Changes } from "../terminal/tests.ts";

export interface Asked {
  readonly set: RuleSet;
  /** The rules folder. */
  readonly folder: string;
  readonly scenarios: readonly TestedScenario[];
  readonly suggester: Suggester;
  /** The language of its keywords. */
  readonly keywords: Lang;
  /** Whether a scenario is wanted for each change that goes unnoticed. */
  readonly all: boolean;
}

/**
 * A year that inherits another is tried as a whole: what is changed in one of its files may be amended away in the next.
 */
export async function changesOf(asked: Asked, progress: Progress): Promise<Changes> {
  const { set, folder } = asked;
  const { whole } = set.earlier.size > 0 ? resolveRules(set.file, folder) : {};
  if (whole === undefined) return changesOfFiles(asked, progress);
  const one = compileRules({ ...set.file, text: whole.raw }, folder);
  if (one.program === undefined) return changesOfFiles(asked, progress);
  const scenarios = runScenarios(one.program);
  const suggester = new Suggester(one.program, scenarios, asked.keywords);
  const { tried, ...others } = await changesOfFiles({ ...asked, set: one, scenarios, suggester }, progress);
  return { ...others, tried: tried.map((of) => ({ ...of, origin: whole.originOf(of.origin) })) };
}

async function changesOfFiles(
  { set, folder, scenarios, suggester, all }: Omit<Asked, "keywords">,
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
