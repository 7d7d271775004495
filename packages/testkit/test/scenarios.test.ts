/** Generated rule sets: whatever is suggested for them parses, checks and passes, and tries what it says it does. */
import { compile, type Program, type Range } from "@heng/lang";
import { programHash } from "@heng/engine";
import {
  changesOf,
  coverageOf,
  mutantsOf,
  runScenarios,
  Suggester,
  type Mutant,
  type TestedScenario,
} from "@heng/scenarios";
import { describe, expect, it } from "vitest";
import { compileClean } from "../src/compile-clean.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { generateRules } from "../src/generate/rules.ts";

const RULE_SETS = rounds(4);
/** Of the changes, one in so many is looked at. */
const EACH = 9;

function recompile(file: string, text: string): { program: Program | undefined; errors: readonly Range[] } {
  const { program, diagnostics } = compile({ file, text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { program, errors: errors.flatMap(({ range }) => range ?? []) };
}

/** The text with the one change made. */
function withEdits(text: string, { edits }: Mutant): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((of, { start, end, text: put }) => of.slice(0, start) + put + of.slice(end), text);
}

function notices({ scenario, checks }: TestedScenario, program: Program): boolean {
  const [after] = runScenarios({ ...program, scenarios: [scenario] });
  return checks.some(({ holds }, i) => holds && after?.checks[i]?.holds !== true);
}

describe("generated rule sets", () => {
  it("get scenarios that hold, try more, and tell changes apart", { timeout: 36_000_000 }, () => {
    let points = 0;
    let reached = 0;
    let told = 0;
    for (let seed = SEED; seed < SEED + RULE_SETS; seed += 1) {
      const { text } = generateRules(seed);
      try {
        const { program, tree } = compileClean(text);
        const before = runScenarios(program);
        const suggested = new Suggester(program, before).all();
        const completed = `${text}\n${suggested.map((of) => of.text).join("\n")}`;
        const after = compileClean(completed).program;
        const scenarios = runScenarios(after);
        expect(scenarios.filter(({ holds }) => !holds).map(({ title }) => title)).toEqual([]);
        const covered = coverageOf(after, scenarios);
        points += covered.length;
        reached += covered.filter(({ triedBy }) => triedBy.length > 0).length;
        const suggester = new Suggester(program, before);
        const files = [{ file: "规则.heng", text, tree }];
        let turn = 0;
        for (const mutant of mutantsOf(program, files, changesOf(files), before, recompile)) {
          const { noticedBy, program: changed, says } = mutant;
          turn += 1;
          if (turn % EACH === 0 || noticedBy === "same") {
            // What is taken from a text with many changes is what the one change alone gives.
            const plain = recompile("规则.heng", withEdits(text, mutant)).program;
            expect(changed && programHash(changed)).toBe(plain && programHash(plain));
            const met =
              plain && runScenarios({ ...plain, scenarios: after.scenarios }).every(({ holds }) => holds);
            if (noticedBy === "same") expect(met, says.zh).toBe(true);
            // Whoever noticed, or did not, does by the plain way too.
            const noticing = plain && before.find((of) => notices(of, plain));
            if (noticedBy !== "check") expect(noticing?.title).toBe(mutant.scenario);
          }
          if (noticedBy !== "nothing" || changed === undefined || turn % EACH !== 0) continue;
          const offer = suggester.tellingApart(changed, says.zh);
          if (offer === undefined) continue;
          // The scenario holds by the rules as they are, and not as they were changed.
          const [scenario] = compileClean(`${text}\n${offer.text}`).program.scenarios.slice(-1);
          if (scenario === undefined) throw new Error("The scenario is not there");
          const holds = [program, changed].map(
            (of) => runScenarios({ ...of, scenarios: [scenario] })[0]?.holds,
          );
          expect(holds).toEqual([true, false]);
          told += 1;
        }
      } catch (error) {
        throw new Error(`seed ${seed}\n${text}`, { cause: error });
      }
    }
    // Random conditions may contradict each other; most can be met.
    expect(reached / points).toBeGreaterThan(0.6);
    expect(told).toBeGreaterThan(0);
  });
});
