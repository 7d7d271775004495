/** Tells of every group and leaf: state and score as text, the sentence, the steps, and what each waits for. */
import { add, equals, exactText, fixed, subtract, type Fraction } from "@heng/number";
import { type Diagnostic, type Group, type Leaf, POINTS, type Lang } from "@heng/lang";
import { limitsWaitFor, standingOf, unique, waitFor, type Account } from "./account.ts";
import { catalogueOf } from "../work/catalogue.ts";
import { evaluate } from "../work/evaluate.ts";
import { explanationFindings, faultFinding } from "./findings.ts";
import type { LeafOutcome } from "../work/leaf.ts";
import { collectMissing, inOrder } from "./missing.ts";
import { addsUp, knownScore, lostOf, pointsText } from "./lost.ts";
import { isOpen, rangeOf, type Figure } from "../work/outcome.ts";
import { marksFor, printer, showTarget, type Printer } from "./print.ts";
import type { IndicatorResult, ScoreRange, Step } from "../result.ts";
import { groupSentence } from "./group-sentence.ts";
import { leafSentence, type LeafTale } from "./sentence.ts";
import { TOTAL, type Telling } from "./sentence-words.ts";
import { rangeShown, shownOf, stepsOf } from "./steps.ts";
import { mostBeyond, stateOf, type Node, type Standing, type State } from "../work/tree.ts";
import type { Evaluation } from "../work/work.ts";

/** All that is told of an evaluation. */
export interface Told {
  readonly indicators: readonly IndicatorResult[];
  /** The sentence of the total. */
  readonly explanation: string;
  /** Faults of indicators, in document order. */
  readonly faults: readonly Diagnostic[];
  /** Reasons that are due, in document order. */
  readonly due: readonly Diagnostic[];
  /** The fields that the total waits for, in the order in which they are declared. */
  readonly missing: readonly string[];
  /** Ids of the indicators and groups that wait themselves, and "" of the whole. */
  readonly waiting: readonly string[];
}

/** Tells of every node of the tree and of the total. */
export function tellAll(evaluation: Evaluation, lang: Lang): Told {
  const { program, filing, grades, grade, openLimits } = evaluation;
  const { root, places } = program;
  const catalogue = catalogueOf(program);
  const print = printer(evaluation.scope, lang, marksFor(evaluation.scope, catalogue));
  const telling: Telling = { print, catalogue, places, texts: filing.texts };
  const account: Account = {
    evaluation,
    catalogue,
    print,
    telling,
    places,
    indicators: [],
    beyond: [],
    faults: [],
    due: [],
    waiting: new Set(),
    ids: new Map(),
  };
  const missing = new Set<string>();
  for (const child of root.children) tell(account, child, missing);
  const standing = standingOf(account, root);
  const own = limitsWaitFor(account, root, standing, missing);
  for (const extra of program.extras) tell(account, extra, missing);
  for (const { of, veto } of openLimits) waitFor(account, of, [veto.when], missing);
  reportOwnFault(account, root, [...root.children, ...program.extras], program.title);
  const { faults, due } = account;
  return {
    indicators: [...waitingForOthers(account), ...account.beyond],
    explanation: groupSentence(
      {
        group: root,
        name: TOTAL[lang],
        standing,
        missing: own,
        extras: extrasOf(account),
        grades,
        grade,
        openLimits,
      },
      evaluation.standings,
      telling,
    ),
    faults,
    due,
    missing: inOrder(program, missing),
    waiting: [...account.indicators.map(({ id }) => id), root.id].filter((id) => account.waiting.has(id)),
  };
}

// ---- states and scores as text -----------------------------------------------------------------------------

/** A score as text, when it is known. */
export function scoreText(score: Figure | undefined, state: State, places: number): string | null {
  const known = knownScore(score, state);
  return known === undefined ? null : fixed(known, places);
}

/** What a score that is open can still be. */
export function scoreRange(score: Figure | undefined, state: State, places: number): ScoreRange | null {
  if (state !== "pending" || score === undefined || score.state === "error") return null;
  const { low, high } = rangeOf(score);
  return low === undefined || high === undefined
    ? null
    : [fixed(low.value, places), fixed(high.value, places)];
}

/** What an indicator and a group have in common. */
function entryOf(
  account: Account,
  node: Node,
): Pick<IndicatorResult, "path" | "id" | "points" | "apportioned" | "score" | "lost" | "range" | "state"> {
  const standing = standingOf(account, node);
  const state = stateOf(standing);
  const reweighted = standing.out === undefined && !equals(standing.weight, node.points);
  const lost = lostOf(node, standing);
  return {
    path: node.path,
    id: node.id,
    points: exactText(node.points),
    apportioned: reweighted ? exactText(standing.weight) : null,
    score: scoreText(standing.score, state, account.places),
    lost: lost === undefined ? null : pointsText(lost, account.places),
    range: scoreRange(standing.score, state, account.places),
    state,
  };
}

// ---- indicators --------------------------------------------------------------------------------------------

/** Tells of a node and all below it; adds the fields that it waits for to `missing`. */
function tell(account: Account, node: Node, missing: Set<string>): void {
  if (node.kind === "leaf") tellLeaf(account, node, missing);
  else tellGroup(account, node, missing);
}

function tellLeaf(account: Account, leaf: Leaf, missing: Set<string>): void {
  const { evaluation, catalogue, print, telling, places } = account;
  const { program, scope } = evaluation;
  const standing = standingOf(account, leaf);
  const outcome = outcomeOf(account, leaf);
  const entry = entryOf(account, leaf);
  const pending = entry.state === "pending";
  const waits =
    pending ||
    (entry.state === "scored" && (outcome.ruling === undefined || outcome.score?.state === "missing"));
  const names = waits ? missingOf(account, leaf) : [];
  if (pending) {
    account.waiting.add(leaf.id);
    for (const name of names) missing.add(name);
  }
  const rounding = entry.state === "scored" ? roundingOf(standing, places) : undefined;
  if (standing.score?.state === "error") {
    const fault = faultFinding(leaf.id, standing.score.fault, leaf, evaluation);
    if (fault !== undefined) account.faults.push(fault);
  }
  account.due.push(...explanationFindings(evaluation, leaf, rounding && givenBy(leaf, rounding.to)));

  const { standardAsked } = outcome;
  const value =
    leaf.value === undefined || !standardAsked
      ? null
      : shownOf(evaluate(leaf.value, scope), leaf.value.type, print.shown(leaf.value));
  const target = leaf.target ?? leaf.tabled.target;
  account.indicators.push({
    ...entry,
    kind: leaf.sense === "indicator" ? "leaf" : leaf.sense,
    addsUp: null,
    method: leaf.method,
    value,
    target: target === undefined ? null : showTarget(target, print.shown),
    actual: value === null && standardAsked ? actualOf(leaf, print) : (value?.shown ?? null),
    explanation: leafSentence(
      { leaf, outcome, standing, rounding, missing: names, above: aboveOf(account, leaf) },
      telling,
    ),
    steps: stepsOf(leaf, {
      print,
      catalogue,
      standardAsked,
      rounding,
      citation: catalogue.citations.get(leaf) ?? null,
      unique: (id) => unique(account, id),
    }),
    missing: pending ? inOrder(program, new Set(names)) : [],
  });
  const { excess } = standing;
  if (excess !== undefined && excess.state !== "error" && rangeOf(excess).high?.value.n !== 0n) {
    account.beyond.push(excessEntry(account, leaf, excess, entry.state));
  }
}

function aboveOf(account: Account, leaf: Leaf): LeafTale["above"] {
  const group = account.catalogue.parents.get(leaf);
  return group && { group, standing: standingOf(account, group) };
}

/** What the standard shows in place of a 值; nothing while a part of it is not known. */
function actualOf({ value, tabled: { actual } }: Leaf, print: Printer): string | null {
  if (value !== undefined || actual === undefined) return null;
  const known = actual[print.lang].every((part) => {
    const outcome = typeof part === "string" ? undefined : evaluate(part.of, print.scope);
    return outcome === undefined || (outcome.state !== "error" && !isOpen(outcome));
  });
  return known ? print.say(actual) : null;
}

function outcomeOf({ evaluation }: Account, leaf: Leaf): LeafOutcome {
  const outcome = evaluation.leaves.get(leaf);
  if (outcome === undefined) throw new Error(`${leaf.id} was not worked out`);
  return outcome;
}

/** The fields that keep a leaf from being decided, its weight aside. */
function missingOf({ evaluation, catalogue }: Account, leaf: Leaf): readonly string[] {
  const found = new Set<string>();
  const asked = [
    ...leaf.notApplicable.map(({ when }) => when),
    ...leaf.vetoes.flatMap(({ when, gets }) => (gets === undefined ? [] : [when, gets])),
    leaf.standard,
  ];
  collectMissing(asked, evaluation.scope, catalogue, found);
  return inOrder(evaluation.program, found);
}

/** 得分 as 须说明 asks for it: what the standard gives, also where the rest is taken. */
function givenBy({ sense, points }: Leaf, score: Fraction): Fraction {
  return sense === "penalty" ? add(score, points) : score;
}

/**
 * What a leaf's score was before and after it was rounded, what goes beyond 分值 included; of a 扣分项 0 or below.
 * Without `from` the score is known and what was rounded is not: all that it can be rounds to the same.
 */
function roundingOf(
  { score, exact, excess }: Standing,
  places: number,
): { readonly places: number; readonly from: Fraction | undefined; readonly to: Fraction } | undefined {
  if (score?.state !== "value") return undefined;
  const from = exact?.state === "value" ? exact.value : undefined;
  return { places, from, to: excess?.state === "value" ? add(score.value, excess.value) : score.value };
}

const BEYOND = {
  zh: (name: string) => `“${name}”得分超过分值的部分，计作加分。`,
  en: (name: string) => `What "${name}" scores beyond its points, as a bonus.`,
} as const;

/** §5.4 */
function excessEntry(account: Account, leaf: Leaf, excess: Figure, ofLeaf: State): IndicatorResult {
  const { weight } = standingOf(account, leaf);
  const state = ofLeaf === "scored" && excess.state === "missing" ? "pending" : ofLeaf;
  return {
    path: leaf.path,
    id: `${leaf.id}#bonus`,
    kind: "bonus",
    points: exactText(subtract(leaf.upTo, leaf.points)),
    apportioned: equals(weight, leaf.points) ? null : exactText(mostBeyond(leaf, weight, account.places)),
    score: scoreText(excess, state, account.places),
    lost: null,
    addsUp: null,
    range: scoreRange(excess, state, account.places),
    state,
    method: leaf.method,
    value: null,
    target: null,
    actual: null,
    explanation: BEYOND[account.print.lang](leaf.name),
    steps: [],
    missing: [],
  };
}

// ---- groups ------------------------------------------------------------------------------------------------

function tellGroup(account: Account, group: Group, missing: Set<string>): void {
  const { evaluation, telling } = account;
  const { program, standings } = evaluation;
  const at = account.indicators.length;
  const below = new Set<string>();
  for (const child of group.children) tell(account, child, below);
  const standing = standingOf(account, group);
  const entry = entryOf(account, group);
  const own = limitsWaitFor(account, group, standing, below);
  for (const name of below) missing.add(name);
  reportOwnFault(account, group, group.children, group.id);
  account.indicators.splice(at, 0, {
    ...entry,
    kind: "group",
    addsUp: addsUp(group, standing, standings),
    method: null,
    value: null,
    target: null,
    actual: null,
    explanation: groupSentence(
      {
        group,
        name: group.name,
        standing,
        missing: own,
        extras: [],
        grades: [],
        grade: undefined,
        openLimits: [],
      },
      standings,
      telling,
    ),
    steps: entry.state === "scored" ? turnSteps(account, group, standing) : [],
    missing: entry.state === "pending" ? inOrder(program, below) : [],
  });
}

/** Reports a fault of a group's own caps and vetoes; its children's are theirs. */
function reportOwnFault(account: Account, group: Group, children: readonly Node[], name: string): void {
  const { standings } = account.evaluation;
  const score = standingOf(account, group).score;
  if (score?.state !== "error" || children.some((child) => standings.get(child)?.score?.state === "error"))
    return;
  const fault = faultFinding(name, score.fault, group, account.evaluation);
  if (fault !== undefined) account.faults.push(fault);
}

const TURNS = {
  sum: { zh: "合计", en: "sum" },
  mean: { zh: "平均", en: "mean" },
  rescale: { zh: "折算", en: "rescale" },
  extras: { zh: "加分扣分", en: "bonus and penalty" },
  cap: { zh: "封顶", en: "cap" },
  veto: { zh: "否决", en: "veto" },
  floor: { zh: "不低于零分", en: "floor" },
} as const;

function turnSteps(account: Account, group: Group, standing: Standing): readonly Step[] {
  const { places, print } = account;
  return (standing.turns ?? []).map((turn): Step => {
    const result = turn.result.state === "value" ? turn.result.value : undefined;
    const exact = "exact" in turn && turn.exact.state === "value" ? turn.exact.value : undefined;
    const rule = turn.kind === "cap" ? turn.cap : turn.kind === "veto" ? turn.veto : group;
    return {
      id: unique(account, `${group.id}#${turn.kind}`),
      name: TURNS[turn.kind][print.lang],
      kind: "score",
      state: result === undefined ? "missing" : "value",
      origin: rule.origin,
      place: null,
      formula: null,
      substituted: null,
      value:
        result === undefined
          ? null
          : { exact: exactText(result), shown: `${fixed(result, places)}分`, unit: "分" },
      // A later turn may decide what this one leaves open.
      range: turn.result.state === "missing" ? rangeShown(turn.result.range, POINTS) : null,
      rounding:
        result === undefined || exact === undefined
          ? null
          : { places, mode: "halfUp", from: exactText(exact), to: fixed(result, places) },
      citation: null,
      said: null,
      steps: [],
    };
  });
}

/** 加分项, 扣分项 and what went beyond 分值, by name. */
function extrasOf({ evaluation }: Account): readonly { readonly name: string; readonly score: Figure }[] {
  const { program, standings } = evaluation;
  const extras = program.extras.flatMap((extra) => {
    const score = standings.get(extra)?.score;
    return score === undefined ? [] : [{ name: extra.name, score }];
  });
  for (const [{ name }, { excess }] of standings)
    if (excess !== undefined) extras.push({ name, score: excess });
  return extras;
}

/** Indicators whose own score is known, but not their weight, wait for whether the others count. */
function waitingForOthers({ indicators, evaluation, catalogue }: Account): readonly IndicatorResult[] {
  const waits = ({ state, missing }: IndicatorResult): boolean => state === "pending" && missing.length === 0;
  if (!indicators.some(waits)) return indicators;
  const found = new Set<string>();
  const asked = [...evaluation.leaves].flatMap(([leaf, { out }]) =>
    out.length === 0 ? [] : leaf.notApplicable.map(({ when }) => when),
  );
  collectMissing(asked, evaluation.scope, catalogue, found);
  const missing = inOrder(evaluation.program, found);
  return indicators.map((entry) => (waits(entry) ? { ...entry, missing } : entry));
}
