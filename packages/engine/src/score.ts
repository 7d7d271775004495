/** Scores a filing and explains it: the evaluation as plain data, with sentences and steps. */
import { add, divide, equals, exactText, fixed, multiply, type Fraction } from "@heng/number";
import { diagnose, type Diagnostic, type Group, type Leaf, type Program } from "@heng/lang";
import { catalogueOf } from "./catalogue.ts";
import { H3121 } from "./diagnostics/H3121-fields-missing/index.ts";
import { H3122 } from "./diagnostics/H3122-grade-undecided/index.ts";
import { evaluate } from "./evaluate.ts";
import type { Filing } from "./filing.ts";
import { crossCheckFindings, explanationFindings, faultFinding, judgementFindings } from "./findings.ts";
import { programHash } from "./hash.ts";
import { collectMissing, inOrder } from "./missing.ts";
import { rangeOf, type Figure } from "./outcome.ts";
import { printer, showTarget } from "./print.ts";
import type { IndicatorResult, Result, ScoreRange, Step } from "./result.ts";
import { groupSentence, leafSentence, TOTAL, type Telling } from "./sentence.ts";
import { shownOf, stepsOf } from "./steps.ts";
import type { Standing } from "./tree.ts";
import { SEMANTICS } from "./version.ts";
import type { Lang } from "./words.ts";
import { work, type Evaluation } from "./work.ts";

export interface ScoreOptions {
  readonly lang: Lang;
  /** The revision of the rule set, when its file has one. */
  readonly revision?: string;
}

/** Scores a filing. The same program, filing and language always give the same result, byte for byte. */
export function score(program: Program, filing: Filing, options: ScoreOptions): Result {
  return explain(work(program, filing), options);
}

type State = IndicatorResult["state"];

function stateOf({ score: of, undecided }: Standing): State {
  if (of === undefined) return "notApplicable";
  if (of.state === "error") return "error";
  return of.state === "missing" || undecided === true ? "pending" : "scored";
}

/** Puts an evaluation into words. Nothing is scored here. */
export function explain(evaluation: Evaluation, { lang, revision }: ScoreOptions): Result {
  const { program, filing, scope, leaves, standings, grades } = evaluation;
  const { places } = program;
  const catalogue = catalogueOf(program);
  const print = printer(scope, lang);
  const telling: Telling = { print, catalogue, places };
  const diagnostics: Diagnostic[] = [...evaluation.diagnostics];
  const later: Diagnostic[] = [];
  const place = { file: filing.name };
  const standingOf = (node: Group | Leaf): Standing =>
    standings.get(node) ?? { weight: node.points, applicable: node.points };

  const text = (figure: Figure | undefined, state: State): string | null =>
    state === "scored" && figure?.state === "value" ? fixed(figure.value, places) : null;
  const range = (figure: Figure | undefined, state: State): ScoreRange | null => {
    if (state !== "pending" || figure === undefined || figure.state === "error") return null;
    const { low, high } = rangeOf(figure);
    return low === undefined || high === undefined
      ? null
      : [fixed(low.value, places), fixed(high.value, places)];
  };

  // Ids of steps are made unique over the whole result.
  const ids = new Set<string>();
  const unique = (id: string): string => {
    let free = id;
    for (let n = 2; ids.has(free); n += 1) free = `${id}~${n}`;
    ids.add(free);
    return free;
  };

  const indicators: IndicatorResult[] = [];
  const beyond: IndicatorResult[] = [];
  const pending: string[] = [];
  const allMissing = new Set<string>();
  const leftOut = new Set<string>();

  const tellLeaf = (leaf: Leaf): ReadonlySet<string> => {
    const standing = standingOf(leaf);
    const outcome = leaves.get(leaf);
    if (outcome === undefined) throw new Error(`The leaf ${leaf.id} was not scored`);
    const state = stateOf(standing);
    if (state === "notApplicable") leftOut.add(leaf.id);
    const missing = new Set<string>();
    // Decided whatever is missing (ruling undefined): the sentence names what that is.
    if (state === "pending" || (state === "scored" && outcome.ruling === undefined)) {
      const asked = [
        ...leaf.notApplicable.map(({ when }) => when),
        ...leaf.vetoes.flatMap(({ when, gets }) => (gets === undefined ? [] : [when, gets])),
        leaf.standard,
      ];
      collectMissing(asked, scope, catalogue, missing);
    }
    const names = inOrder(program, missing);
    const scored =
      state === "scored" && standing.score?.state === "value" && outcome.score?.state === "value";
    const exact =
      scored && outcome.score.state === "value"
        ? equals(standing.weight, leaf.points)
          ? outcome.score.value
          : multiply(outcome.score.value, divide(standing.weight, leaf.points))
        : undefined;
    const got =
      scored && standing.score.state === "value"
        ? leafScore(leaf, standing, standing.score.value)
        : undefined;
    if (standing.score?.state === "error") {
      const finding = faultFinding(leaf.id, standing.score.fault, place, leaf);
      if (finding !== undefined) diagnostics.push(finding);
    }
    later.push(...explanationFindings(evaluation, leaf, got));
    const standardAsked = outcome.ruling === undefined || outcome.ruling.by === "standard";
    const value = leaf.value !== undefined && standardAsked ? evaluate(leaf.value, scope) : undefined;
    indicators.push({
      path: leaf.path,
      id: leaf.id,
      kind: leaf.sense === "indicator" ? "leaf" : leaf.sense,
      points: exactText(leaf.points),
      apportioned: apportionedOf(leaf, standing),
      score: text(standing.score, state),
      range: range(standing.score, state),
      state,
      method: leaf.method,
      value:
        leaf.value !== undefined && value !== undefined
          ? shownOf(value, leaf.value.type, print.shown(leaf.value))
          : null,
      target: leaf.target === undefined ? null : showTarget(leaf.target, print.shown),
      explanation: leafSentence({ leaf, outcome, standing, exact, score: got, missing: names }, telling),
      steps: stepsOf(leaf, {
        print,
        catalogue,
        standardAsked,
        rounding: got === undefined || exact === undefined ? undefined : { places, from: exact, to: got },
        citation: catalogue.citations.get(leaf) ?? null,
        unique,
      }),
      missing: state === "pending" ? names : [],
    });
    if (standing.excess !== undefined && state !== "error" && mayExceed(standing.excess)) {
      beyond.push(excessEntry(leaf, standing, state));
    }
    if (state === "pending") pending.push(leaf.id);
    return state === "pending" ? missing : new Set();
  };

  const mayExceed = (excess: Figure): boolean => {
    if (excess.state === "error") return false;
    const { high } = rangeOf(excess);
    return high === undefined || high.value.n > 0n;
  };

  const excessEntry = (leaf: Leaf, standing: Standing, state: State): IndicatorResult => {
    const own: State = state === "scored" && standing.excess?.state === "missing" ? "pending" : state;
    const note = {
      zh: `“${leaf.name}”得分超过分值的部分，计作加分。`,
      en: `What "${leaf.name}" scores beyond its points, as a bonus.`,
    };
    return {
      path: leaf.path,
      id: `${leaf.id}#bonus`,
      kind: "bonus",
      points: exactText(add(leaf.upTo, { n: -leaf.points.n, d: leaf.points.d })),
      apportioned: null,
      score: text(standing.excess, own),
      range: range(standing.excess, own),
      state: own,
      method: leaf.method,
      value: null,
      target: null,
      explanation: note[lang],
      steps: [],
      missing: [],
    };
  };

  const tellGroup = (group: Group): ReadonlySet<string> => {
    const standing = standingOf(group);
    const state = stateOf(standing);
    const at = indicators.length;
    const missing = new Set<string>();
    const childMissing = group.children.map((child) => tell(child));
    for (const names of childMissing) for (const name of names) missing.add(name);
    if (state === "pending") collectMissing(conditionsOf(group), scope, catalogue, missing);
    // A leaf whose own score is known may still wait for whether its siblings count.
    for (let i = at; i < indicators.length; i += 1) {
      const entry = indicators[i];
      if (entry?.state === "pending" && entry.missing.length === 0) {
        indicators[i] = { ...entry, missing: inOrder(program, missing) };
      }
    }
    reportOwnFault(group, standing, group.id);
    indicators.splice(at, 0, {
      path: group.path,
      id: group.id,
      kind: "group",
      points: exactText(group.points),
      apportioned: apportionedOf(group, standing),
      score: text(standing.score, state),
      range: range(standing.score, state),
      state,
      method: null,
      value: null,
      target: null,
      explanation: groupSentence(
        { group, name: group.name, standing, standings, extras: [], grades: [], missing: [] },
        telling,
      ),
      steps: turnsOf(group, standing),
      missing: state === "pending" ? inOrder(program, missing) : [],
    });
    return state === "pending" ? missing : new Set();
  };
  const tell = (node: Group | Leaf): ReadonlySet<string> => {
    const missing = node.kind === "leaf" ? tellLeaf(node) : tellGroup(node);
    for (const name of missing) allMissing.add(name);
    return missing;
  };

  /** A fault of the group's own caps and vetoes; its children's are theirs. */
  const reportOwnFault = (group: Group, standing: Standing, name: string): void => {
    if (standing.score?.state !== "error") return;
    if (
      [...group.children, ...(group === program.root ? program.extras : [])].some(
        (child) => standings.get(child)?.score?.state === "error",
      )
    )
      return;
    const finding = faultFinding(name, standing.score.fault, place);
    if (finding !== undefined) diagnostics.push({ ...finding, range: group.origin });
  };

  const turnsOf = (group: Group, standing: Standing): readonly Step[] =>
    stateOf(standing) !== "scored"
      ? []
      : (standing.turns ?? []).map((turn) => ({
          id: unique(`${group.id}#${turn.kind}`),
          name: TURNS[turn.kind][lang],
          kind: "score",
          state: "value",
          origin:
            turn.kind === "cap" ? turn.cap.origin : turn.kind === "veto" ? turn.veto.origin : group.origin,
          place: null,
          formula: null,
          substituted: null,
          value:
            turn.result.state === "value"
              ? {
                  exact: exactText(turn.result.value),
                  shown: `${fixed(turn.result.value, places)}分`,
                  unit: "分",
                }
              : null,
          range: null,
          rounding:
            (turn.kind === "mean" || turn.kind === "rescale") &&
            turn.exact.state === "value" &&
            turn.result.state === "value"
              ? {
                  places,
                  mode: "halfUp",
                  from: exactText(turn.exact.value),
                  to: fixed(turn.result.value, places),
                }
              : null,
          citation: null,
          said: null,
          steps: [],
        }));

  const apportionedOf = (node: Group | Leaf, standing: Standing): string | null =>
    standing.out !== undefined || equals(standing.weight, node.points) ? null : exactText(standing.weight);

  for (const child of program.root.children) tell(child);
  const root = standingOf(program.root);
  const rootState = stateOf(root);
  if (rootState === "pending") collectMissing(conditionsOf(program.root), scope, catalogue, allMissing);
  for (const extra of program.extras) tell(extra);
  reportOwnFault(program.root, root, program.title);
  indicators.push(...beyond);
  const missing = inOrder(program, allMissing);
  const total = text(root.score, rootState);
  const totalRange = range(root.score, rootState);

  diagnostics.push(...crossCheckFindings(evaluation), ...later, ...judgementFindings(evaluation, leftOut));
  if (missing.length > 0)
    diagnostics.push(diagnose(H3121, { fields: missing, indicators: pending }, { place }));
  if (grades.length > 1) {
    const [low, high] = totalRange ?? [total ?? "", total ?? ""];
    diagnostics.push(diagnose(H3122, { grades, low, high }, { place }));
  }

  const extras = [
    ...program.extras.flatMap((extra) => {
      const of = standings.get(extra);
      return of?.score === undefined ? [] : [{ name: extra.name, score: of.score }];
    }),
    ...[...standings].flatMap(([node, of]) =>
      of.excess === undefined ? [] : [{ name: node.name, score: of.excess }],
    ),
  ];
  return {
    schema: "heng.result/1",
    ruleset: {
      name: program.name,
      title: program.title,
      year: program.year,
      revision: revision ?? null,
      hash: programHash(program),
    },
    engine: SEMANTICS,
    input: { name: filing.name, agency: filing.agency ?? null, hash: filing.hash ?? null },
    fullMarks: exactText(program.fullMarks),
    total,
    range: totalRange,
    grade:
      grades.length === 1 && (rootState === "scored" || rootState === "pending") ? (grades[0] ?? null) : null,
    grades,
    complete:
      (rootState === "scored" || rootState === "notApplicable") &&
      grades.length <= 1 &&
      indicators.every(({ state }) => state === "scored" || state === "notApplicable"),
    indicators,
    explanation: groupSentence(
      { group: program.root, name: TOTAL[lang], standing: root, standings, extras, grades, missing },
      telling,
    ),
    diagnostics,
  };
}

/** The rounded score of a leaf by itself: what goes beyond 分值 included, a 扣分项 as what its standard gives. */
function leafScore(leaf: Leaf, standing: Standing, score: Fraction): Fraction {
  if (leaf.sense === "penalty") return add(score, leaf.points);
  return standing.excess?.state === "value" ? add(score, standing.excess.value) : score;
}

function conditionsOf(group: Group) {
  return [
    ...group.caps.flatMap(({ when, of }) => (when === undefined ? [of] : [when, of])),
    ...group.vetoes.flatMap(({ when, gets }) => (gets === undefined ? [when] : [when, gets])),
  ];
}

const TURNS = {
  sum: { zh: "合计", en: "sum" },
  mean: { zh: "加权平均", en: "weighted average" },
  rescale: { zh: "折算", en: "rescale" },
  extras: { zh: "加分扣分", en: "bonus and penalty" },
  cap: { zh: "封顶", en: "cap" },
  veto: { zh: "否决", en: "veto" },
  floor: { zh: "不低于零分", en: "floor" },
} as const;
