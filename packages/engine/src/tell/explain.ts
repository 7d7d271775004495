/** Puts an evaluation into plain data: states, scores as text, sentences, steps and findings. Nothing is scored here. */
import { exactText } from "@heng/number";
import { diagnose, type Diagnostic, type Lang } from "@heng/lang";
import { H3121 } from "../diagnostics/H3121-fields-missing/index.ts";
import { H3122 } from "../diagnostics/H3122-grade-undecided/index.ts";
import { H3123 } from "../diagnostics/H3123-nothing-applies/index.ts";
import { acceptedFor } from "./accepted.ts";
import { placeOf } from "../work/filing.ts";
import { crossCheckFindings, gradeLimitFindings, judgementFindings } from "./findings.ts";
import { filingHash, programHash } from "../hash.ts";
import { scoreRange, scoreText, tellAll, type Told } from "./indicators.ts";
import { lostAndGained } from "./lost.ts";
import { isOpen } from "../work/outcome.ts";
import { formulaOf } from "./print.ts";
import type { Result, ScoreRange } from "../result.ts";
import { stateOf, type Standing } from "../work/tree.ts";
import { SEMANTICS } from "../version.ts";
import type { Evaluation } from "../work/work.ts";

export interface ScoreOptions {
  readonly lang: Lang;
  /** The revision of the rule set, when its file has one. */
  readonly revision?: string;
  /** false: the hashes of rule set and filing stay null, for results that are shown and not kept. */
  readonly hashes?: boolean;
}

/** The evaluation as a result: plain data, every sentence and step written. Who asks for totals only has them from {@link work}. */
export function explain(evaluation: Evaluation, { lang, revision, hashes = true }: ScoreOptions): Result {
  const { program, filing, grades, standings } = evaluation;
  const { root, places } = program;
  const standing = standings.get(root);
  if (standing === undefined) throw new Error("The total was not scored");
  const state = stateOf(standing);
  const total = scoreText(standing.score, state, places);
  const range = scoreRange(standing.score, state, places);
  const told = tellAll(evaluation, lang);
  return {
    schema: "heng.result/1",
    ruleset: {
      name: program.name,
      title: program.title,
      year: program.year,
      revision: revision ?? null,
      hash: hashes ? programHash(program) : null,
    },
    engine: SEMANTICS,
    input: {
      name: filing.name,
      agency: filing.agency ?? null,
      hash: hashes ? filingHash(filing) : null,
    },
    fullMarks: exactText(program.fullMarks),
    total,
    range,
    grade: evaluation.grade ?? null,
    grades,
    complete:
      (evaluation.grade !== undefined || grades.length === 0) && [...standings.values()].every(isSettled),
    indicators: told.indicators,
    ...lostAndGained(evaluation),
    explanation: told.explanation,
    diagnostics: findings(evaluation, told, range ?? [total ?? "", total ?? ""]),
  };
}

/** Whether a node, and what it gives beyond its 分值, is known. */
function isSettled(standing: Standing): boolean {
  const state = stateOf(standing);
  return (state === "scored" || state === "notApplicable") && standing.excess?.state !== "missing";
}

function findings(evaluation: Evaluation, told: Told, between: ScoreRange): readonly Diagnostic[] {
  const { indicators, faults, due } = told;
  return [
    ...evaluation.diagnostics,
    ...faults,
    ...gradeLimitFindings(evaluation),
    ...crossCheckFindings(evaluation),
    ...due,
    ...judgementFindings(evaluation, (id) =>
      indicators.some((entry) => entry.id === id && entry.state === "notApplicable"),
    ),
    ...openFindings(evaluation, told, between),
  ];
}

/** §9.5 */
function openFindings(
  { grade, grades, openLimits, filing, program, standings }: Evaluation,
  { missing: fields, waiting: indicators }: Told,
  [low, high]: ScoreRange,
): readonly Diagnostic[] {
  const place = placeOf(filing);
  const total = standings.get(program.root);
  return [
    ...(total && stateOf(total) === "notApplicable" ? [diagnose(H3123, {}, { place })] : []),
    ...(fields.length === 0
      ? []
      : [diagnose(H3121, { fields, indicators, accepted: acceptedFor(fields, program) }, { place })]),
    ...(grade !== undefined || grades.length === 0
      ? []
      : [
          diagnose(
            H3122,
            {
              grades,
              low,
              high,
              lacking: total?.undecided === true,
              conditions: openLimits
                .filter(({ holds }) => holds.state === "error" || isOpen(holds))
                .map(({ veto }) => ({ zh: formulaOf(veto.when, "zh"), en: formulaOf(veto.when, "en") })),
              faulty: openLimits.some(({ holds }) => holds.state === "error"),
              missing: fields.length > 0,
            },
            { place },
          ),
        ]),
  ];
}
