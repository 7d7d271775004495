/** Where the derivation of one indicator parts from the score, or the state, that was expected of it. */
import { evaluate, explain, stateOf, type Evaluation, type LeafOutcome, type Standing } from "@heng/engine";
import type { Expr, Leaf, Lang, Names } from "@heng/lang";
import {
  add,
  compare,
  contains,
  divide,
  fraction,
  multiply,
  point,
  power10,
  readNumber,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { beforeRounding, partingOf } from "./parting.ts";
import { conditionWords, partingWords, type PartingWords } from "./words.ts";

/** The score that was expected; undefined of a state. */
export function scoreOf(expected: string): Fraction | undefined {
  const read = readNumber(expected);
  return read.ok ? read.value : undefined;
}

/** `expected`: a score, `pending` or `notApplicable`. */
export function leafDifference(leaf: Leaf, expected: string, evaluation: Evaluation): PartingWords {
  const standing = evaluation.standings.get(leaf);
  const outcome = evaluation.leaves.get(leaf);
  const told = (): PartingWords => ({ figure: undefined, says: explanationOf(leaf.id, evaluation) });
  if (standing === undefined || outcome === undefined) return told();
  const ruling = outcome.ruling;
  if (expected === "notApplicable") {
    const [clause] = leaf.notApplicable;
    return clause === undefined ? neverLeftOut() : ruled("notApplicable", clause.when, "hold", evaluation);
  }
  const score = scoreOf(expected);
  const state = stateOf(standing);
  if (score === undefined) return state === "scored" ? complete(leaf.id, evaluation) : told();
  if (ruling?.by === "notApplicable") return ruled("notApplicable", ruling.clause.when, "fail", evaluation);
  if (state !== "scored") return told();
  if (ruling?.by === "veto") return ruled("veto", ruling.veto.when, "fail", evaluation);
  const want = wantedOf(leaf, score, standing, evaluation.program.places);
  if (want === undefined) return tooFine(expected, evaluation.program.places);
  const parting = partingOf(leaf.standard, want, evaluation);
  if (parting !== undefined)
    return partingWords(parting, { zh: `${expected}分`, en: `${expected}分` }, leaf.standard, evaluation);
  return ruledOtherwise(leaf, want, outcome, evaluation) ?? told();
}

/** What the standard would have to come to, at the declared 分值, for a leaf to have a score. */
function wantedOf(leaf: Leaf, score: Fraction, { weight }: Standing, places: number): Interval | undefined {
  const rounded = beforeRounding(point(score), fraction(1n, power10(places)), "halfUp");
  if (rounded === undefined) return undefined;
  const taken = leaf.sense === "penalty" ? weight : ZERO;
  const at = (end: Interval["low"]): Interval["low"] =>
    end && { value: divide(multiply(add(end.value, taken), leaf.points), weight), open: end.open };
  // What is clamped may lie anywhere beyond.
  const full = compare(add(score, taken), weight) >= 0;
  const none = compare(add(score, taken), ZERO) <= 0;
  return { low: none ? undefined : at(rounded.low), high: full ? undefined : at(rounded.high) };
}

function tooFine(expected: string, places: number): PartingWords {
  return {
    figure: undefined,
    says: {
      zh: `得分保留 ${places}位小数，不会是 ${expected}分`,
      en: `scores have ${places} decimals: none is ${expected}分`,
    },
  };
}

const CLAUSES = {
  notApplicable: { zh: "不适用", en: "not applicable" },
  veto: { zh: "否决", en: "veto" },
} as const satisfies Record<string, Names>;

/** A 不适用 or 否决 that decides, or does not, where it ought not, or ought. */
function ruled(
  by: keyof typeof CLAUSES,
  when: Expr,
  ought: "hold" | "fail",
  evaluation: Evaluation,
): PartingWords {
  const figure = conditionWords(when, ought, evaluation);
  return {
    figure,
    says: {
      zh: `“${CLAUSES[by].zh} 当 ${figure.name.zh}”${figure.expected.zh}；实际 ${figure.actual.zh}`,
      en: `“${CLAUSES[by].en} when ${figure.name.en}” ${figure.expected.en}; but ${figure.actual.en}`,
    },
  };
}

/** The 不适用 or 否决 that would give the score, where no figure of the standard would. */
function ruledOtherwise(
  leaf: Leaf,
  want: Interval,
  { ruling }: LeafOutcome,
  evaluation: Evaluation,
): PartingWords | undefined {
  if (ruling?.by !== "standard") return undefined;
  const applying = leaf.notApplicable.find(
    ({ as }) =>
      (as === "fullMarks" && contains(want, leaf.points)) || (as === "zero" && contains(want, ZERO)),
  );
  if (applying) return ruled("notApplicable", applying.when, "hold", evaluation);
  const veto = leaf.vetoes.find(({ gets }) => {
    const outcome = gets && evaluate(gets, evaluation.scope);
    return outcome?.state === "value" && contains(want, outcome.value);
  });
  return veto && ruled("veto", veto.when, "hold", evaluation);
}

function neverLeftOut(): PartingWords {
  return {
    figure: undefined,
    says: { zh: "这个指标没有写“不适用”", en: "the indicator has no notApplicable" },
  };
}

function complete(id: string, evaluation: Evaluation): PartingWords {
  const { zh, en } = explanationOf(id, evaluation);
  return {
    figure: undefined,
    says: { zh: `没有缺数据：${zh}`, en: `nothing is missing: ${en}` },
  };
}

/** The sentence of an indicator, or with `""` of the whole. */
export function explanationOf(id: string, evaluation: Evaluation): Names {
  const say = (lang: Lang): string => {
    const result = explain(evaluation, { lang, hashes: false });
    return id === ""
      ? result.explanation
      : (result.indicators.find((entry) => entry.id === id)?.explanation ?? "");
  };
  return { zh: say("zh"), en: say("en") };
}
