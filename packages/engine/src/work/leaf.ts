/**
 * One leaf at its declared 分值 (docs/reference/semantics.md, section 4): 不适用, then 否决, then the standard, clamped to
 * what the leaf can give. Weights, rounding and the sum are the tree's.
 */
import { clampInterval, maximum, minimum, ZERO } from "@heng/number";
import type { Leaf, Veto } from "@heng/lang";
import { figureOf, truthOf, type Scope } from "./evaluate.ts";
import { lower, sameFigure } from "./figures.ts";
import { eitherFigure, mapFigure, marked, mayFail, type Figure, type Truth } from "./outcome.ts";

/** How a leaf can be left out of the sum. */
export type Out = "redistribute" | "rescale";

/** What decides a leaf. */
type Ruling =
  | { readonly by: "standard" }
  | { readonly by: "notApplicable"; readonly clause: Leaf["notApplicable"][number] }
  | { readonly by: "veto"; readonly veto: Veto };

/** One way a leaf may come out: left out, or with a score at the declared 分值. */
interface Alternative {
  readonly ruling: Ruling;
  readonly result: Figure | Out;
}

/** A 等级 不高于 that holds or, for all that can be told, may hold. */
export interface GradeLimit {
  readonly veto: Veto;
  /** The grade that the whole may not rise above. */
  readonly grade: string;
  /** What its condition comes to. */
  readonly holds: Truth;
  /** It holds, and what it belongs to is not left out. */
  readonly certain: boolean;
}

export interface LeafOutcome {
  /** What decided it; undefined while what is missing leaves more than one possible. */
  readonly ruling: Ruling | undefined;
  /** It is, or may be, the standard that decides. */
  readonly standardAsked: boolean;
  /** The score it has if it counts, exact, at the declared 分值; undefined when it certainly is left out. */
  readonly score: Figure | undefined;
  /** How it is, or may be, left out. */
  readonly out: readonly Out[];
  /** Depending on what is missing it is an error, or not. */
  readonly mayFail: boolean;
  readonly limits: readonly GradeLimit[];
}

/** §4.1–§4.5 */
export function leafOutcome(leaf: Leaf, scope: Scope): LeafOutcome {
  if (leaf.notApplicable.length === 0 && leaf.vetoes.length === 0) {
    const score = clamped(leaf, figureOf(leaf.standard, scope));
    return { ...PLAIN, score, mayFail: mayFail(score) };
  }
  const alternatives = [...rulings(leaf, scope)];
  const ruledOut = ({ ruling }: Alternative): boolean => ruling.by === "notApplicable";
  const applies = !alternatives.some(ruledOut);
  const out = new Set<Out>();
  const scores: Figure[] = [];
  for (const { result } of alternatives) {
    if (typeof result === "string") out.add(result);
    else scores.push(result);
  }
  const failing = scores.filter(({ state }) => state === "error").length;
  const score = scores.length === 0 ? undefined : scores.reduce(eitherFigure);
  const fails = score !== undefined && mayFail(score);
  return {
    ruling: alternatives.length === 1 ? alternatives[0]?.ruling : undefined,
    standardAsked: alternatives.some(({ ruling }) => ruling.by === "standard"),
    score,
    out: [...out],
    mayFail: fails || (failing > 0 && failing < alternatives.length),
    limits: alternatives.every(ruledOut) ? [] : gradeLimits(leaf.vetoes, scope, applies),
  };
}

/** The outcome, but for its score, of a leaf that nothing but its standard decides. */
const PLAIN = { ruling: { by: "standard" }, standardAsked: true, out: [], limits: [] } as const;

/** §6.3: the 等级 不高于 that hold or may; `applies`: what they belong to is not left out. */
export function gradeLimits(vetoes: readonly Veto[], scope: Scope, applies: boolean): readonly GradeLimit[] {
  return vetoes.flatMap((veto) => {
    if (veto.notAbove === undefined) return [];
    const holds = truthOf(veto.when, scope);
    // What cannot be told, for whatever reason, may be either.
    const told = holds.state === "truth" && !mayFail(holds);
    if (told && !holds.holds) return [];
    return [{ veto, grade: veto.notAbove, holds, certain: applies && told }];
  });
}

/** All rulings that are possible; the last one is certain unless an earlier one holds. */
function* rulings(leaf: Leaf, scope: Scope): Generator<Alternative> {
  /** A condition that was asked may be an error: so may be whatever comes of it. */
  let fails = false;
  for (const clause of leaf.notApplicable) {
    const ruling: Ruling = { by: "notApplicable", clause };
    const holds = truthOf(clause.when, scope);
    if (holds.state === "error") return yield { ruling, result: holds };
    fails ||= mayFail(holds);
    if (holds.state === "truth" && !holds.holds) continue;
    const result = treated(leaf, clause.as);
    yield { ruling, result: typeof result === "string" ? result : marked(result, fails) };
    // What is left out has no score to mark: with the standard asked as well it stays open.
    if (holds.state === "truth" && !(fails && typeof result === "string")) return;
  }
  const certain: { ruling: Ruling; result: Figure }[] = [];
  const possible: { ruling: Ruling; result: Figure }[] = [];
  for (const veto of leaf.vetoes) {
    if (veto.gets === undefined) continue;
    const ruling: Ruling = { by: "veto", veto };
    const holds = truthOf(veto.when, scope);
    if (holds.state === "error") return yield { ruling, result: holds };
    fails ||= mayFail(holds);
    if (holds.state === "truth" && !holds.holds) continue;
    const result = clamped(leaf, figureOf(veto.gets, scope));
    (holds.state === "truth" ? certain : possible).push({ ruling, result });
  }
  if (certain.length === 0) {
    yield* possible;
    const result = clamped(leaf, figureOf(leaf.standard, scope));
    yield { ruling: { by: "standard" }, result: marked(result, fails) };
    return;
  }
  const lowest = certain.map(({ result }) => result).reduce(lower);
  for (const { ruling, result } of possible) yield { ruling, result: lower(lowest, result) };
  const stands = certain.find(({ result }) => sameFigure(result, lowest)) ?? certain[0];
  if (stands !== undefined) yield { ruling: stands.ruling, result: marked(lowest, fails) };
}

function treated(leaf: Leaf, as: Leaf["notApplicable"][number]["as"]): Figure | Out {
  switch (as) {
    case "fullMarks":
      return { state: "value", value: leaf.points };
    case "zero":
      return { state: "value", value: ZERO };
    default:
      return as;
  }
}

/** §4.4: within [0, upTo]. */
function clamped(leaf: Leaf, score: Figure): Figure {
  return mapFigure(
    score,
    (value) => maximum(ZERO, minimum(value, leaf.upTo)),
    (range) => clampInterval(range, ZERO, leaf.upTo),
    leaf.standard,
  );
}
