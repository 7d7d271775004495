/** From an expectation that is not met down to where the derivation parts from it: which indicator, then which figure. */
import { stateOf, type Evaluation, type ScenarioCheck } from "@heng/engine";
import type { Group, Lang, Names } from "@heng/lang";
import { add, equals, fixed, subtract, ZERO, type Fraction } from "@heng/number";
import { gradeDifference } from "./grade.ts";
import { nodesOf, type Node } from "../tree.ts";
import { explanationOf, leafDifference, scoreOf } from "./leaf.ts";
import { limitWords } from "./limits.ts";
import type { DifferingFigure, PartingWords } from "./words.ts";

export interface Difference {
  /** The indicator whose derivation parts, by id: the one that the expectation names, or one within it; `""`: the whole. */
  readonly indicator: string;
  /** The figure or the condition in which it parts. */
  readonly figure: DifferingFigure | undefined;
  /** The same in a sentence. */
  readonly says: Names;
}

/** Of an expectation that is not met; `checks`: all of the same scenario. */
export function differenceOf(
  check: ScenarioCheck,
  checks: readonly ScenarioCheck[],
  evaluation: Evaluation,
): Difference {
  if (check.of.kind === "grade") return { indicator: "", ...gradeDifference(check.expected, evaluation) };
  const expectations = new Map(checks.flatMap((c) => (c.of.kind === "grade" ? [] : [[idOf(c), c]])));
  const node = nodesOf(evaluation.program).find(({ id }) => id === idOf(check));
  if (node === undefined) throw new Error(`The program has no indicator ${idOf(check)}`);
  return nodeDifference(node, check.expected, { expectations, evaluation });
}

function idOf({ of }: ScenarioCheck): string {
  return of.kind === "indicator" ? of.id : "";
}

interface Search {
  readonly expectations: ReadonlyMap<string, ScenarioCheck>;
  readonly evaluation: Evaluation;
}

function nodeDifference(node: Node, expected: string, search: Search): Difference {
  const { evaluation } = search;
  if (node.kind === "leaf") return { indicator: node.id, ...leafDifference(node, expected, evaluation) };
  const wanted = scoreOf(expected);
  const standing = evaluation.standings.get(node);
  const score =
    standing?.score?.state === "value" && stateOf(standing) === "scored" ? standing.score.value : undefined;
  // What is expected of an indicator within it, and not met, is nearer to the cause.
  for (const child of childrenOf(node, evaluation)) {
    const found = firstFailing(child, search);
    if (found !== undefined) return nodeDifference(found.node, found.expected, search);
  }
  if (wanted === undefined || score === undefined)
    return { indicator: node.id, figure: undefined, says: explanationOf(node.id, evaluation) };
  const limited = limitWords(node, wanted, evaluation);
  return { indicator: node.id, ...(limited ?? sumDifference(node, subtract(wanted, score), search)) };
}

/** What is known of a group of which nothing that is expected within it is unmet; `gap`: what it lacks. */
function sumDifference(node: Group, gap: Fraction, search: Search): PartingWords {
  const { evaluation } = search;
  const shown = (of: Fraction): string => fixed(of, evaluation.program.places);
  const children = childrenOf(node, evaluation);
  const unsaid = children.filter((child) => !isSettled(child, search));
  const lacks = gap.n > 0n;
  const by = shown(lacks ? gap : subtract(ZERO, gap));
  if (unsaid.length === 0) {
    const sum = children.reduce((total, child) => add(total, scored(child, evaluation) ?? ZERO), ZERO);
    const adds = equals(sum, scored(node, evaluation) ?? ZERO);
    return {
      figure: undefined,
      says: {
        zh: `下级的应得都相符，${adds ? "合起来" : "按规则合成"}是 ${shown(scored(node, evaluation) ?? ZERO)}分，与这里的应得差 ${by}分`,
        en: `what is expected below is met and comes to ${shown(scored(node, evaluation) ?? ZERO)}分: ${by}分 ${lacks ? "less" : "more"} than expected here`,
      },
    };
  }
  const list = (lang: Lang): string =>
    unsaid
      .map((child) => `${child.name} ${scoreShown(child, evaluation, lang)}`)
      .join(lang === "zh" ? "、" : ", ");
  return {
    figure: undefined,
    says: {
      zh: `实得比应得${lacks ? "少" : "多"} ${by}分，差在没有写应得的 ${list("zh")}`,
      en: `${by}分 ${lacks ? "less" : "more"} than expected, in what has no expectation of its own: ${list("en")}`,
    },
  };
}

/** Whether the scenario says, rightly, what a node comes to, or all that is in it. */
function isSettled(node: Node, search: Search): boolean {
  if (search.expectations.get(node.id)?.holds === true) return true;
  return node.kind === "group" && node.children.every((child) => isSettled(child, search));
}

function firstFailing(
  node: Node,
  search: Search,
): { readonly node: Node; readonly expected: string } | undefined {
  const said = search.expectations.get(node.id);
  if (said !== undefined && !said.holds) return { node, expected: said.expected };
  if (node.kind === "leaf") return undefined;
  for (const child of node.children) {
    const found = firstFailing(child, search);
    if (found !== undefined) return found;
  }
  return undefined;
}

function scored(node: Node, evaluation: Evaluation): Fraction | undefined {
  const standing = evaluation.standings.get(node);
  return standing?.score?.state === "value" && stateOf(standing) === "scored"
    ? standing.score.value
    : undefined;
}

const STATES = {
  scored: { zh: "", en: "" },
  pending: { zh: "待补", en: "pending" },
  notApplicable: { zh: "不适用", en: "not applicable" },
  error: { zh: "错误", en: "error" },
} as const satisfies Record<string, Names>;

function scoreShown(node: Node, evaluation: Evaluation, lang: Lang): string {
  const score = scored(node, evaluation);
  if (score !== undefined) return `${fixed(score, evaluation.program.places)}分`;
  const standing = evaluation.standings.get(node);
  return STATES[standing === undefined ? "error" : stateOf(standing)][lang];
}

function childrenOf(group: Group, { program }: Evaluation): readonly Node[] {
  return group === program.root ? [...group.children, ...program.extras] : group.children;
}
