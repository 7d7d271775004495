/** Runs the 案例 of a rule set: scores what each files and compares with what it expects. */
import { equals, exactText, fixed, type Fraction } from "@heng/number";
import type { Group, Leaf, Program, Range, Scenario, Value } from "@heng/lang";
import type { Datum, Filing } from "./work/filing.ts";
import { stateOf, type Standing } from "./work/tree.ts";
import { work, type Evaluation } from "./work/work.ts";

/** One expectation with what came out. */
export interface ScenarioCheck {
  /** `合计`, `等级` or the id of an indicator, as {@link Scenario} names it. */
  readonly of: Scenario["expect"][number]["of"];
  /** A score with its decimals, a grade, `pending` or `notApplicable`. */
  readonly expected: string;
  /** The same of what came out, or `error`. */
  readonly actual: string;
  readonly holds: boolean;
  readonly origin: Range;
}

export interface ScenarioOutcome {
  readonly title: string;
  readonly holds: boolean;
  readonly checks: readonly ScenarioCheck[];
  /** The scores of the scenario, to be explained where somebody asks. */
  readonly evaluation: Evaluation;
}

/** §10 */
export function runScenario(program: Program, scenario: Scenario): ScenarioOutcome {
  return compared(scenario, work(program, scenarioFiling(scenario)));
}

/** The expectations of a scenario, held against what its filing came to. */
export function compared(scenario: Scenario, evaluation: Evaluation): ScenarioOutcome {
  const checks = scenario.expect.map((expectation) => check(evaluation, expectation));
  return {
    title: scenario.title,
    holds: checks.every(({ holds }) => holds),
    checks,
    evaluation,
  };
}

/** What a scenario files. */
export function scenarioFiling(scenario: Pick<Scenario, "title" | "values" | "rows" | "origin">): Filing {
  const { file } = scenario.origin;
  const data = (values: ReadonlyMap<string, Value>): ReadonlyMap<string, Datum> =>
    new Map(
      [...values].map(([field, value]) => [
        field,
        { kind: "value", value, place: { file, field }, written: "" },
      ]),
    );
  return {
    name: scenario.title,
    agency: undefined,
    year: undefined,
    values: data(scenario.values),
    rows: new Map([...scenario.rows].map(([name, rows]) => [name, rows.map(data)])),
    texts: new Map(),
  };
}

function check(evaluation: Evaluation, { of, is, origin }: Scenario["expect"][number]): ScenarioCheck {
  const { places } = evaluation.program;
  const expected = is.kind === "score" ? shown(is.value, places) : is.kind === "grade" ? is.value : is.kind;
  if (of.kind === "grade") {
    const actual = evaluation.grade ?? missingGrade(evaluation);
    return { of, expected, actual, holds: actual === expected, origin };
  }
  const node = of.kind === "total" ? evaluation.program.root : find(evaluation.program, of.id);
  const standing = node && evaluation.standings.get(node);
  const actual = standing === undefined ? "error" : stateShown(standing, places);
  // An indicator that does not apply may have full marks or none; the expectation 不适用 is met all the same.
  const ruledOut =
    node?.kind === "leaf" &&
    evaluation.leaves.get(node)?.ruling?.by === "notApplicable" &&
    is.kind === "notApplicable";
  const holds =
    ruledOut ||
    (is.kind === "score"
      ? standing?.score?.state === "value" &&
        stateOf(standing) === "scored" &&
        equals(standing.score.value, is.value)
      : actual === expected);
  return { of, expected, actual, holds, origin };
}

/** An expected score with the rule set's decimals; as it is where it has more, and so can never come out. */
function shown(value: Fraction, places: number): string {
  const text = fixed(value, places);
  return equals(value, fractionOf(text, places)) ? text : exactText(value);
}

function fractionOf(text: string, places: number): Fraction {
  return { n: BigInt(text.replace(".", "")), d: 10n ** BigInt(places) };
}

function missingGrade({ program, standings }: Evaluation): string {
  const total = standings.get(program.root);
  const state = total === undefined ? "error" : stateOf(total);
  // The total may be known while the grade is not.
  return state === "scored" ? "pending" : state;
}

function stateShown(standing: Standing, places: number): string {
  const state = stateOf(standing);
  return state === "scored" && standing.score?.state === "value"
    ? fixed(standing.score.value, places)
    : state;
}

function find(program: Program, id: string): Group | Leaf | undefined {
  const waiting: (Group | Leaf)[] = [program.root, ...program.extras];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.id === id && node !== program.root) return node;
    if (node.kind === "group") waiting.push(...node.children);
  }
  return undefined;
}
