/** What the scenarios of rule sets came to: `heng.test/1` (docs/schemas/test.json). */
import { rangeJson, type Lang } from "@heng/lang";
import type { TestedExpectation, TestedScenario } from "@heng/scenarios";
import { subjectWords } from "./test-words.ts";
import type { Changed, Point, Tested } from "./tests.ts";

export function testDocument(tested: readonly Tested[], lang: Lang): object {
  const scenarios = tested.flatMap((of) => of.scenarios);
  const checks = scenarios.flatMap((of) => of.checks);
  return {
    schema: "heng.test/1",
    rulesets: tested.map((of) => ({
      file: of.path,
      name: of.program.name,
      year: of.program.year,
      scenarios: of.scenarios.map((scenario) => scenarioJson(scenario, of, lang)),
      ...(of.coverage === undefined
        ? {}
        : { coverage: of.coverage.map((point) => pointJson(point, of, lang)) }),
      ...(of.suggestions === undefined ? {} : { suggestions: of.suggestions }),
      ...(of.changes === undefined
        ? {}
        : { changes: of.changes.tried.map((mutant) => changeJson(mutant, of, lang)) }),
    })),
    summary: {
      scenarios: scenarios.length,
      expectations: checks.length,
      failed: checks.filter(({ holds }) => !holds).length,
    },
  };
}

function scenarioJson({ title, holds, scenario, checks }: TestedScenario, of: Tested, lang: Lang): object {
  return {
    title,
    holds,
    ...rangeJson(scenario.origin, of.texts),
    expectations: checks.map((check) => expectationJson(check, of, lang)),
  };
}

function expectationJson(check: TestedExpectation, of: Tested, lang: Lang): object {
  const { difference, expected, actual, holds, origin } = check;
  const kind = check.of.kind;
  return {
    of: subjectWords(check).zh,
    kind,
    expected,
    actual,
    holds,
    ...rangeJson(origin, of.texts),
    difference: difference
      ? {
          indicator: difference.indicator,
          figure: difference.figure
            ? {
                name: difference.figure.name[lang],
                expected: difference.figure.expected[lang],
                actual: difference.figure.actual[lang],
              }
            : null,
          says: difference.says[lang],
        }
      : null,
  };
}

function pointJson(point: Point, of: Tested, lang: Lang): object {
  const { kind, indicator, says, origin, triedBy, offer } = point;
  return {
    kind,
    indicator,
    says: says[lang],
    ...rangeJson(origin, of.texts),
    triedBy,
    offer: offer ?? null,
  };
}

function changeJson(mutant: Changed, of: Tested, lang: Lang): object {
  const { kind, path, says, origin, noticedBy, scenario, offer } = mutant;
  return {
    kind,
    indicator: path.join("/"),
    says: says[lang],
    ...rangeJson(origin, of.texts),
    noticedBy,
    scenario: scenario ?? null,
    offer: offer ?? null,
  };
}
