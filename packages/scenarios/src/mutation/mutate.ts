/** Changes a rule set in one place after the other and sees whether its scenarios notice. */
import type { Program } from "@heng/lang";
import type { Fraction } from "@heng/number";
import type { TestedScenario } from "../run.ts";
import { nodesOf, type Node } from "../tree.ts";
import { compiled, type Compiled, type Recompile, type RuleText } from "./batches.ts";
import type { Change } from "./change.ts";
import { Noticing } from "./noticing.ts";
import { scoresAlike } from "./same-score.ts";
import { changesIn } from "./sites.ts";

/**
 * `check`: the rules are in error; `scenario`: an expectation is no longer met; `same`: there is nothing to notice, for
 * every filing scores as it did; `nothing`: nobody noticed.
 */
export type NoticedBy = "check" | "scenario" | "same" | "nothing";

export interface Mutant extends Change {
  readonly noticedBy: NoticedBy;
  /** The title of the scenario that noticed it first. */
  readonly scenario: string | undefined;
  /** The rule set with the change, where it checks. */
  readonly program: Program | undefined;
  /** The 分值 of what was changed: so much may have gone unnoticed. */
  readonly atStake: Fraction;
}

/** All changes of a rule set, in the order of its text. */
export function changesOf(files: readonly RuleText[]): readonly Change[] {
  return files.flatMap(({ file, tree, text }) => changesIn(file, tree, text));
}

/** What becomes of each change, one at a time, as soon as it is known. */
export function* mutantsOf(
  base: Program,
  files: readonly RuleText[],
  changes: readonly Change[],
  scenarios: readonly TestedScenario[],
  recompile: Recompile,
): Generator<Mutant> {
  const noticing = new Noticing(base, scenarios);
  const nodes = new Map(nodesOf(base).map((node) => [node.id, node]));
  for (const source of files) {
    // Without the scenarios, which are at hand, a file is compiled in half the time; nothing else moves.
    const bare = { ...source, text: withoutScenarios(source) };
    const own = changes.filter(({ origin }) => origin.file === source.file);
    for (const of of compiled(own, bare, base, recompile)) {
      const { change, program, ids } = of;
      const atStake = (nodes.get(change.path.join("/")) ?? base.root).points;
      const mutant = { ...change, program, atStake, scenario: undefined };
      if (program === undefined) yield { ...mutant, noticedBy: "check" };
      else if (isAlwaysSame(of, base, nodes)) yield { ...mutant, noticedBy: "same" };
      else {
        const scenario = noticing.by(program, ids)?.title;
        yield { ...mutant, noticedBy: scenario === undefined ? "nothing" : "scenario", scenario };
      }
    }
  }
}

/** As they stand in the text. */
export function inTextOrder<C extends Change>(
  changes: readonly C[],
  files: readonly RuleText[],
): readonly C[] {
  const place = new Map(files.map(({ file }, i) => [file, i]));
  const fileOf = ({ origin }: C): number => place.get(origin.file) ?? 0;
  return changes.toSorted((a, b) => fileOf(a) - fileOf(b) || a.origin.start - b.origin.start);
}

/** Whether a change of one indicator's standard leaves its score as it is, whatever is filed. */
function isAlwaysSame({ ids, program }: Compiled, base: Program, nodes: ReadonlyMap<string, Node>): boolean {
  const [id, ...others] = ids ?? [];
  const leaf = id === undefined ? undefined : nodes.get(id);
  if (leaf?.kind !== "leaf" || others.length > 0 || program === undefined) return false;
  const changed = nodesOf(program).find((node) => node.id === id);
  return changed?.kind === "leaf" && scoresAlike({ leaf, program: base }, { leaf: changed, program });
}

/** The text with blanks in the place of its scenarios. */
function withoutScenarios({ text, tree }: RuleText): string {
  let bare = text;
  for (const { kind, start, end } of tree.statements) {
    if (kind === "scenario") bare = bare.slice(0, start) + " ".repeat(end - start) + bare.slice(end);
  }
  return bare;
}
