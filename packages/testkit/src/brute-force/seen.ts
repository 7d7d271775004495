/** What the engine has shown over all filings that were tried: each with the filing that showed it. */
import { evaluate, visitWorked, type Evaluation } from "@heng/engine";
import type { Expr, FaultCause, Leaf, Program, Range } from "@heng/lang";
import { halfUp, order, type Exact } from "../exact.ts";
import { biting } from "./limits.ts";
import { decidingParts, groupsOf, leavesOf, reached, type Tried } from "./tried.ts";

/** An extreme that was reached. */
interface Reached {
  readonly value: Exact;
  readonly by: Tried;
}

export interface FaultSeen {
  readonly cause: FaultCause | "divisionByZero" | "noRows";
  readonly at: Expr;
  readonly by: Tried;
}

/** What a leaf has shown. */
export interface LeafSeen {
  /** Its standard was asked. */
  asked: boolean;
  readonly faults: Map<Expr, FaultSeen>;
  /** Of the standard, before it is held to its range. */
  lowest: Reached | undefined;
  highest: Reached | undefined;
  /** Rounded, by the standard. */
  best: Reached | undefined;
}

export const placeKey = ({ file, start, end }: Range): string => `${file} ${start} ${end}`;

/**
 * A figure's fault by the engine: what is filed wrongly, or has too many digits, says nothing of the rules; what is open
 * in the rules has been told by the check.
 */
function causeOf(fault: { readonly cause: unknown }): FaultSeen["cause"] | undefined {
  const { cause } = fault as { readonly cause: FaultSeen["cause"] | "field" | "precision" };
  if (cause === "field" || cause === "precision") return undefined;
  if (typeof cause !== "string" && (cause.id === "shareOutsideGrade" || cause.inRules)) return undefined;
  return cause;
}

export class Seen {
  readonly program: Program;
  readonly leaves: ReadonlyMap<Leaf, LeafSeen>;
  /** Cases that were taken, by place. */
  readonly taken = new Map<string, Tried>();
  /** What comparisons came to, by place and outcome. */
  readonly truths = new Map<string, Tried>();
  /** Clauses (不适用, 否决, 须说明, 封顶) that held when they were asked, by place. */
  readonly held = new Map<string, Tried>();
  /** Clauses (不适用, 否决) that did not, by place. */
  readonly missed = new Map<string, Tried>();
  /** Limits (否决, 封顶, 等级 不高于) that changed a score or the grade, by place. */
  readonly bit = new Map<string, Tried>();
  /** What groups came to that is no figure while their parts are. */
  readonly faults = new Map<Expr, FaultSeen>();
  readonly grades = new Map<string, Tried>();
  highest: Reached | undefined;
  tried = 0;
  readonly #comparisons: readonly { readonly e: Expr; readonly key: string }[];
  readonly #places: number;

  constructor(program: Program) {
    this.program = program;
    this.#places = program.places;
    this.leaves = new Map(
      leavesOf(program).map((leaf) => [
        leaf,
        { asked: false, faults: new Map(), lowest: undefined, highest: undefined, best: undefined },
      ]),
    );
    const parts = leavesOf(program).flatMap(decidingParts);
    this.#comparisons = [...reached(program, parts, false)].flatMap((e) =>
      e.node === "compare" && e.origin ? [{ e, key: placeKey(e.origin) }] : [],
    );
  }

  /** Notes what a filing shows; true where that is new. */
  note(tried: Tried, evaluation: Evaluation): boolean {
    this.tried += 1;
    let news = false;
    const first = <K>(into: Map<K, Tried>, key: K): void => {
      if (into.has(key)) return;
      into.set(key, tried);
      news = true;
    };
    for (const { e, key } of this.#comparisons) {
      const outcome = evaluate(e, evaluation.scope);
      if (outcome.state === "truth") first(this.truths, `${key} ${outcome.holds}`);
    }
    for (const [leaf, seen] of this.leaves) if (this.#leaf(leaf, seen, tried, evaluation, first)) news = true;
    for (const group of groupsOf(this.program)) {
      const { score } = evaluation.standings.get(group) ?? {};
      for (const { when, origin } of [...group.vetoes, ...group.caps]) {
        const holds = when && evaluate(when, evaluation.scope);
        if (!holds || (holds.state === "truth" && holds.holds)) first(this.held, placeKey(origin));
        if (holds?.state !== "error" || score?.state !== "error") continue;
        const cause = causeOf(holds.fault);
        if (cause && !this.faults.has(holds.fault.at))
          this.faults.set(holds.fault.at, { cause, at: holds.fault.at, by: tried });
      }
    }
    for (const origin of biting(this.program, evaluation)) first(this.bit, placeKey(origin));
    const total = evaluation.standings.get(this.program.root)?.score;
    if (total?.state === "value" && above(total.value, this.highest))
      this.highest = { value: total.value, by: tried };
    const limited =
      groupsOf(this.program).some(({ vetoes }) => vetoes.some(({ notAbove }) => notAbove !== undefined)) ||
      [...evaluation.leaves.values()].some(({ limits }) => limits.length > 0);
    if (evaluation.grade !== undefined && !limited) first(this.grades, evaluation.grade);
    return news;
  }

  #leaf(
    leaf: Leaf,
    seen: LeafSeen,
    tried: Tried,
    evaluation: Evaluation,
    first: (into: Map<string, Tried>, key: string) => void,
  ): boolean {
    const outcome = evaluation.leaves.get(leaf);
    const { score } = outcome ?? {};
    let news = false;
    const asked: Expr[] = [];
    /** Undefined: it is an error, and what comes after it is not asked. */
    const holding = (when: Expr, origin: Range): boolean | undefined => {
      asked.push(when);
      const holds = evaluate(when, evaluation.scope);
      if (holds.state !== "truth") return undefined;
      first(holds.holds ? this.held : this.missed, placeKey(origin));
      return holds.holds;
    };
    const applies = leaf.notApplicable.every(({ when, origin }) => holding(when, origin) === false);
    if (applies) leaf.vetoes.every(({ when, origin }) => holding(when, origin) !== undefined);
    if (score?.state === "error") {
      const cause = causeOf(score.fault);
      if (cause && !seen.faults.has(score.fault.at)) {
        seen.faults.set(score.fault.at, { cause, at: score.fault.at, by: tried });
        news = true;
      }
    }
    if (outcome?.ruling?.by === "standard") {
      if (!seen.asked) news = seen.asked = true;
      const own = evaluate(leaf.standard, evaluation.scope);
      if (own.state === "value") {
        const { value } = own;
        if (above(value, seen.highest)) seen.highest = { value, by: tried };
        if (!seen.lowest || order(value, seen.lowest.value) < 0) seen.lowest = { value, by: tried };
      }
      if (score?.state === "value") {
        const value = halfUp(score.value, this.#places);
        if (above(value, seen.best)) {
          seen.best = { value, by: tried };
          news = true;
        }
        const inLeaf = { ...evaluation.scope, memo: new Map(), score: { state: "value", value } as const };
        for (const { when, origin } of leaf.mustExplain) {
          const holds = evaluate(when, inLeaf);
          if (holds.state === "truth" && holds.holds) first(this.held, placeKey(origin));
        }
      }
      asked.push(leaf.standard);
    }
    // Of an error no more is asked than what makes it one.
    if (score?.state === "error") return news;
    for (const part of asked)
      visitWorked(part, evaluation, ({ of, taken }) => {
        const origin = of.node === "cases" && taken !== undefined ? of.cases[taken]?.origin : undefined;
        if (origin) first(this.taken, placeKey(origin));
      });
    return news;
  }
}

function above(value: Exact, known: Reached | undefined): boolean {
  return !known || order(value, known.value) > 0;
}
