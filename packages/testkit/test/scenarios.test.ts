/** Generated rule sets: whatever is suggested for them parses, checks and passes, and tries what it says it does. */
import { compile } from "@heng/lang";
import { coverageOf, mutantsOf, runScenarios, Suggester } from "@heng/scenarios";
import { describe, expect, it } from "vitest";
import { compileClean } from "../src/compile-clean.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { generateRules } from "../src/generate/rules.ts";

const RULE_SETS = rounds(4);
/** Of the changes, one in so many is told apart. */
const EACH = 9;

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
        const recompile = (file: string, changed: string) => compile({ file, text: changed }).program;
        let turn = 0;
        for (const { noticedBy, program: changed, says } of mutantsOf(files, before, recompile)) {
          if (noticedBy !== "nothing" || changed === undefined || (turn += 1) % EACH !== 0) continue;
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
