/** Runs the 案例 of a rule set, and says of each expectation that is not met where the derivation parts from it. */
import { runScenario, type ScenarioCheck, type ScenarioOutcome } from "@heng/engine";
import type { Program, Scenario } from "@heng/lang";
import { differenceOf, type Difference } from "./difference/difference.ts";

/** One expectation: one test. */
export interface TestedExpectation extends ScenarioCheck {
  /** Only of what is not met. */
  readonly difference?: Difference;
}

export interface TestedScenario extends Omit<ScenarioOutcome, "checks"> {
  readonly scenario: Scenario;
  readonly checks: readonly TestedExpectation[];
}

/** Every scenario of a rule set, in order. */
export function runScenarios(program: Program): readonly TestedScenario[] {
  return program.scenarios.map((scenario) => {
    const outcome = runScenario(program, scenario);
    const checks = outcome.checks.map((check) =>
      check.holds ? check : { ...check, difference: differenceOf(check, outcome.checks, outcome.evaluation) },
    );
    return { ...outcome, scenario, checks };
  });
}
