/** Changes a rule set in one place after the other and sees whether its scenarios notice. */
import { runScenario } from "@heng/engine";
import type { FileNode, Program } from "@heng/lang";
import type { TestedScenario } from "../run.ts";
import { applied, type Change } from "./change.ts";
import { changesIn } from "./sites.ts";

/** A file of the rule set, parsed. */
export interface RuleText {
  readonly file: string;
  readonly text: string;
  readonly tree: FileNode;
}

/** Compiles the rule set with one of its files changed; undefined where it does not check. */
export type Recompile = (file: string, text: string) => Program | undefined;

export interface Mutant extends Change {
  /** `check`: the rules are in error; `scenario`: an expectation is no longer met; `nothing`: nobody noticed. */
  readonly noticedBy: "check" | "scenario" | "nothing";
  /** The title of the scenario that noticed it first. */
  readonly scenario: string | undefined;
  /** The rule set with the change, where it checks. */
  readonly program: Program | undefined;
}

/** Every change, one at a time, in the order of the text. */
export function* mutantsOf(
  files: readonly RuleText[],
  scenarios: readonly TestedScenario[],
  recompile: Recompile,
): Generator<Mutant> {
  for (const { file, text, tree } of files) {
    // Without the scenarios, which are at hand, a file is compiled in half the time; nothing else moves.
    const bare = withoutScenarios(text, tree);
    for (const change of changesIn(file, tree, text)) {
      const program = recompile(file, applied(bare, change.edits));
      if (program === undefined) {
        yield { ...change, noticedBy: "check", scenario: undefined, program };
        continue;
      }
      const noticing = scenarios.find((scenario) => notices(scenario, program));
      const noticedBy = noticing === undefined ? "nothing" : "scenario";
      yield { ...change, noticedBy, scenario: noticing?.title, program };
    }
  }
}

/** Whether an expectation that was met is no longer. */
function notices({ scenario, checks }: TestedScenario, program: Program): boolean {
  const after = runScenario(program, scenario).checks;
  return checks.some(({ holds }, i) => holds && after[i]?.holds !== true);
}

/** The text with blanks in the place of its scenarios. */
function withoutScenarios(text: string, tree: FileNode): string {
  let bare = text;
  for (const { kind, start, end } of tree.statements) {
    if (kind === "scenario") bare = bare.slice(0, start) + " ".repeat(end - start) + bare.slice(end);
  }
  return bare;
}
