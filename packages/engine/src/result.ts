/**
 * The result of scoring: `heng.result/1` (docs/schemas/result.json). Text, JSON, web pages and reports render it; none
 * of them computes. All figures are strings.
 */
import type { DataPlace, Diagnostic, Range } from "@heng/lang";
import type { State } from "./work/tree.ts";

/** [low, high] at the ruleset's decimals. */
export type ScoreRange = readonly [low: string, high: string];

export interface Shown {
  /** Finite decimal or reduced fraction in the shown unit: `289845/335945`. */
  readonly exact: string;
  /** As people read it, unit included: `86.28%`. */
  readonly shown: string;
  readonly unit: string;
}

/** One step of a derivation. */
export interface Step {
  /** `<indicator id>#<name>`, unique in the result. */
  readonly id: string;
  readonly name: string;
  readonly kind: "input" | "definition" | "value" | "target" | "step" | "condition" | "score";
  readonly state: "value" | "missing" | "notApplicable" | "error" | "skipped";
  /** Where the rule stands. */
  readonly origin: Range | null;
  /** Where the figure was filed. */
  readonly place: DataPlace | null;
  readonly formula: string | null;
  readonly substituted: string | null;
  readonly value: Shown | null;
  /** While something is missing: what the value can still be. */
  readonly range: readonly [low: string | null, high: string | null] | null;
  readonly rounding: {
    readonly places: number;
    readonly mode: "halfUp" | "floor" | "ceiling";
    readonly from: string;
    readonly to: string;
  } | null;
  readonly citation: string | null;
  /** What is said of the step in the sentence. */
  readonly said: string | null;
  readonly steps: readonly Step[];
}

export interface IndicatorResult {
  readonly path: readonly string[];
  readonly id: string;
  readonly kind: "group" | "leaf" | "bonus" | "penalty";
  readonly points: string;
  /** After 剔除, where it differs from `points`. */
  readonly apportioned: string | null;
  readonly score: string | null;
  /**
   * What it lost of its points; null where nothing was lost, or the score is not known. A bonus not reached is no loss,
   * a penalty is one. What is lost of a group is lost below it, or to a cap or veto of its own.
   */
  readonly lost: string | null;
  /** Of a group: whether its score is that of all its children added; null while it has none. */
  readonly addsUp: boolean | null;
  readonly range: ScoreRange | null;
  readonly state: State;
  readonly method: string | null;
  readonly value: Shown | null;
  /** `>= 100%`; without 目标 what the standard asks for, where it is as plain. */
  readonly target: string | null;
  /** 实际 of the 自评表: the value, or what the standard has in its place: `达成 100%`, `2/3项`. */
  readonly actual: string | null;
  /** The sentence. */
  readonly explanation: string;
  readonly steps: readonly Step[];
  /** Names of the fields that are missing. */
  readonly missing: readonly string[];
}

/** Points that an indicator lost or gained. */
export interface IndicatorPoints {
  readonly id: string;
  readonly path: readonly string[];
  readonly points: string;
}

/** From 满分 to the total. */
export interface Balance {
  /** What leaves and penalties lost together, so far as their scores are known. */
  readonly lost: string;
  /** What bonuses gave together, so far as their scores are known. */
  readonly gained: string;
  /** What the total is below 满分; null where it is not, or there is none. */
  readonly short: string | null;
  /** Whether 满分 less `lost` with `gained` is the total; else caps, vetoes, 折算 or weights came in between. null without a total. */
  readonly addsUp: boolean | null;
}

export interface Result {
  readonly schema: "heng.result/1";
  readonly ruleset: {
    readonly name: string;
    readonly title: string;
    readonly year: string;
    readonly revision: string | null;
    readonly hash: string | null;
  };
  /** Version of the meaning, not of the program: changes only if a score could. */
  readonly engine: string;
  readonly input: { readonly name: string; readonly agency: string | null; readonly hash: string | null };
  readonly fullMarks: string;
  readonly total: string | null;
  readonly range: ScoreRange | null;
  /** null while undecided; then `grades` holds the possible ones, best first. */
  readonly grade: string | null;
  readonly grades: readonly string[];
  readonly complete: boolean;
  /** In document order, groups included, bonuses and penalties last. */
  readonly indicators: readonly IndicatorResult[];
  /** Leaves and penalties that lost points, the largest first; equal ones in document order. */
  readonly lost: readonly IndicatorPoints[];
  /** Bonuses that gave points, in document order. */
  readonly gained: readonly IndicatorPoints[];
  readonly balance: Balance;
  /** How the total came about: sum, 折算, bonuses, caps, vetoes. */
  readonly explanation: string;
  readonly diagnostics: readonly Diagnostic[];
}
