/** The changes of a rule set, each compiled as its files lie, with a scenario for what goes unnoticed. */
import { compile } from "@heng/lang";
import { mutantsOf, type RuleText, type Suggester, type TestedScenario } from "@heng/scenarios";
import { compileRules, type RuleSet } from "../files/rules.ts";
import type { Changed } from "../terminal/tests.ts";

export function changesOf(
  set: RuleSet,
  folder: string,
  scenarios: readonly TestedScenario[],
  suggester: Suggester,
): readonly Changed[] {
  const { file, files } = set;
  const texts = Array.from(files, ([name, { text }]): RuleText => ({
    file: name,
    text,
    tree: compile({ file: name, text }).tree,
  }));
  const recompile = (name: string, text: string) =>
    (name === file.path
      ? compileRules({ ...file, text }, folder)
      : compileRules(file, folder, new Map([[name, text]]))
    ).program;
  return Array.from(mutantsOf(texts, scenarios, recompile), ({ program, ...mutant }) => ({
    ...mutant,
    offer:
      mutant.noticedBy === "nothing" && program ? suggester.tellingApart(program, mutant.says.zh) : undefined,
  }));
}
