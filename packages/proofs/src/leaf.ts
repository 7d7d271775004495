/** The proofs of one leaf: what it asks before its standard, then the standard over the cells of what it measures. */
import { compare, equals, maximum, minimum, ONE, ZERO, type Fraction } from "@heng/number";
import { partsOf, type Expr, type Leaf } from "@heng/lang";
import type { Evaluation } from "@heng/engine";
import { Clauses } from "./clauses.ts";
import type { Alternatives } from "./space/alternatives.ts";
import { narrowed, type Env } from "./space/domain.ts";
import { pureTerm } from "./space/form.ts";
import type { Space } from "./space/space.ts";
import { Trace, type FaultMet } from "./space/trace.ts";
import type { Reach } from "./space/reach.ts";
import { Walk, type Judged } from "./space/walk.ts";
import { straightOf } from "./straight/straight.ts";
import { compared, inBoth, Subject, type Ledger } from "./claims/claim.ts";
import { tellFault, type Asker } from "./claims/fault.ts";
import type { Main, Stretch } from "./claims/compared.ts";
import { decide, metIn, type Question } from "./decide.ts";
import { proveDirection } from "./direction.ts";
import type { LeafMost } from "./totals/bound.ts";
import { mainOf } from "./totals/leaf-most.ts";
import { faultMended, rowsBefore } from "./mends/fault.ts";
import type { Counterexample, Sought } from "./witness/counterexample.ts";
import { H2105 } from "./H2105-score-leaves-range/index.ts";

/** What a leaf gives at most, and where. */
export interface Best {
  readonly most: Fraction;
  readonly env: Env | undefined;
  /** It is come near to, and not reached. */
  readonly open: boolean;
  /** There surely is a filing that gets it. */
  readonly sure: boolean;
}

/** What a leaf may come to. */
export interface LeafReach extends LeafMost {
  /** By its standard; undefined: that is never asked. */
  readonly best: Best | undefined;
}

export class LeafProof {
  readonly #space: Space;
  readonly #leaf: Leaf;
  readonly #ledger: Ledger;
  readonly subject: Subject;
  readonly #trace: Trace;

  /** `trace`: what all leaves meet together; faults are each leaf's own. */
  constructor(space: Space, leaf: Leaf, ledger: Ledger, trace: Trace) {
    this.#space = space;
    this.#leaf = leaf;
    this.#ledger = ledger;
    this.#trace = trace;
    this.subject = new Subject(space.program, leaf);
  }

  /** Proves what can be; gives what the leaf may come to. */
  run(): LeafReach {
    if (this.#isAssured()) return this.#assured();
    const main = mainOf(this.#space, this.#leaf);
    const walk = new Walk(this.#space, this.#trace, main?.key);
    const { standard } = this.#leaf;
    this.#trace.faults.clear();
    const formula = this.#leaf.method === "expression";
    walk.of(formula ? [this.#bounds(standard), ...this.subject.parts] : this.subject.parts);
    const clauses = new Clauses(this.#space, this.#ledger, this.subject);
    const { left, exact, ...rulings } = clauses.asked(walk);
    // A formula that measures nothing is looked at along the one figure that it turns at.
    const along = main?.key ?? (formula ? walk.onlyTurn : undefined);
    const stretches = left.flatMap((env) => this.#stretches(walk, env, exact, along));
    for (const fault of this.#trace.faults.values()) this.#fault(fault);
    if (left.length === 0) return { ...rulings, best: undefined };
    clauses.explained(walk, left);
    if (formula) this.#range(stretches);
    if (main) this.#direction(main, stretches, left, exact);
    const best = this.#best(stretches, exact);
    return { ...rulings, best, most: maximum(rulings.most, best?.most ?? ZERO) };
  }

  /** Nothing comes before a standard that needs no proof of its own. */
  #isAssured(): boolean {
    const { assured, sense, notApplicable, vetoes, mustExplain } = this.#leaf;
    return (
      assured === true &&
      sense === "indicator" &&
      notApplicable.length + vetoes.length + mustExplain.length === 0
    );
  }

  #assured(): LeafReach {
    const { points } = this.#leaf;
    this.#ledger.holds();
    const best = { most: points, env: undefined, open: false, sure: true };
    return { most: points, redistributes: false, rescales: false, stays: true, best };
  }

  /** Whether an expression is an atom as it stands, no multiple of one. */
  #isAtom(e: Expr): boolean {
    const [form] = this.#space.forms(e);
    const term = form && pureTerm(form);
    return term !== undefined && !term.inverse && equals(term.coef, ONE);
  }

  /** Where the standard leaves its range. */
  #bounds(standard: Expr): Expr {
    return {
      node: "logic",
      type: { kind: "yesNo" },
      connective: "and",
      of: [compared(standard, "<", ZERO), compared(standard, "<", this.#leaf.upTo)],
    };
  }

  // ---- the standard ---------------------------------------------------------------------------------------------

  /** `exact`: every value that `env` leaves comes to the standard. */
  #stretches(walk: Walk, env: Env | undefined, exact: boolean, main: string | undefined): readonly Stretch[] {
    const { standard, value } = this.#leaf;
    const straight = main === undefined ? undefined : this.#straight(walk, env, exact, main);
    if (straight) return straight;
    if (main === undefined || (value && !this.#reads(standard, main)))
      return [{ env, within: undefined, reach: walk.value(standard, env, exact), exact: false }];
    if (value) walk.value(value, env, exact);
    return this.#walked(walk, env, exact, main);
  }

  /** The stretches of a standard that reads what is measured and nothing else: they are exact. */
  #straight(walk: Walk, env: Env | undefined, exact: boolean, main: string): readonly Stretch[] | undefined {
    const { standard, value, method, upTo } = this.#leaf;
    const domain = walk.domain(main, env);
    if (!value || domain.kind !== "figure" || !this.#isAtom(value)) return undefined;
    const straight = straightOf(standard, value, domain, method === "expression" ? [ZERO, upTo] : []);
    // What is measured is looked into once as it stands: there it may be that nothing can be worked out.
    if (straight?.asks) walk.value(value, env, exact);
    return straight?.cells.map(({ cell, reach, taken }) => {
      const inside = narrowed(env, main, cell, true);
      for (const one of taken) walk.took(one, exact, inside);
      return { env: inside, within: cell.range, reach, exact: true };
    });
  }

  #walked(walk: Walk, env: Env | undefined, exact: boolean, main: string): readonly Stretch[] {
    const { standard } = this.#leaf;
    return walk.cells(main, env).map((cell) => {
      const inside = narrowed(env, main, cell, true);
      return {
        env: inside,
        within: cell.kind === "figure" ? cell.range : undefined,
        reach: walk.value(standard, inside, exact),
        exact: false,
      };
    });
  }

  /** Whether an expression asks for an atom; one that is worked out is asked for by its definition. */
  #reads(e: Expr, key: string): boolean {
    const { value } = this.#leaf;
    if (!value) return false;
    const seen = new Set<Expr>();
    const asks = (part: Expr): boolean => {
      if (seen.has(part)) return false;
      seen.add(part);
      if (part === value) return true;
      if (part.node === "use" && value.node === "use" && part.definition === value.definition) return true;
      if (part.node === "input" && this.#space.fieldKey(part.field, part.part) === key) return true;
      return partsOf(part).some(asks);
    };
    return asks(e);
  }

  /** Looked at once more, with nothing that people judge and all else held, where what has been seen does not decide it. */
  #direction(main: Main, seen: readonly Stretch[], left: Alternatives, exact: boolean): void {
    const { standard } = this.#leaf;
    const walkOf = (judged: Judged): Walk => {
      const walk = new Walk(this.#space, undefined, main.key, judged);
      walk.of(this.subject.parts);
      return walk;
    };
    // Of several alternatives one stretch does not follow the other: what is known of all of them is looked at.
    const [env, stretches] =
      left.length === 1
        ? [left[0], seen]
        : [this.#hull(), this.#stretches(walkOf("asked"), this.#hull(), false, main.key)];
    let walk: Walk | undefined;
    const standings = (): readonly (readonly Stretch[])[] => {
      const own = (walk ??= walkOf("leftOut"));
      return own.worlds(standard, env).map((world) => this.#stretches(own, world, exact, main.key));
    };
    proveDirection(this.#space, this.subject, this.#ledger, { main, stretches, standings });
  }

  /** What is known of all alternatives that are left. */
  #hull(): Env | undefined {
    const walk = new Walk(this.#space);
    const { notApplicable, vetoes } = this.#leaf;
    let env: Env | undefined;
    for (const { when } of [...notApplicable, ...vetoes.filter(({ gets }) => gets)]) {
      const beyond = walk.assume(when, false, env);
      if (beyond !== "never") env = beyond;
    }
    return env;
  }

  #decide(question: Question): Counterexample | "never" | undefined {
    return decide(this.#space, this.subject, this.#ledger.effort, question);
  }

  #fault(met: FaultMet): void {
    if (rowsBefore(this.#leaf, met.at).some((row) => this.#ledger.wasTold(row.origin))) return;
    const { name, origin } = this.#leaf;
    const asker: Asker = {
      name,
      origin,
      show: (sought) => this.subject.show(this.#space, sought),
      words: (shown) => this.subject.words(shown),
      score: ({ leaves }) => leaves.get(this.#leaf)?.score,
      mended: (fault, range) => faultMended(this.#space, this.#ledger.mends, this.#leaf, fault, range),
      decide: (sought) =>
        this.#decide({
          ...sought,
          may: (_, env) => metIn(this.#space, this.#leaf, env).faults.has(met.at),
        }),
    };
    tellFault(this.#space, this.#ledger, asker, met);
  }

  #range(stretches: readonly Stretch[]): void {
    const { name, upTo, origin, standard } = this.#leaf;
    for (const by of ["below", "above"] as const) {
      const outside = stretches.filter(({ reach }) => {
        const end = by === "below" ? reach?.range.low : reach?.range.high;
        if (!reach) return false;
        if (!end) return true;
        const order = compare(end.value, by === "below" ? ZERO : upTo) * (by === "below" ? -1 : 1);
        return order > 0;
      });
      if (outside.length === 0) {
        this.#ledger.holds();
        continue;
      }
      const end = by === "below" ? ZERO : upTo;
      const gives = (evaluation: Evaluation): Fraction | undefined => {
        const own = evaluation.memo.get(standard);
        return own?.state === "value" ? own.value : undefined;
      };
      const beyond = compared(standard, by === "below" ? "<" : ">", end);
      const sought: Omit<Sought, "reads"> = {
        envs: outside.map(({ env }) => env),
        conditions: [{ when: beyond, holds: true }],
        shows: (evaluation) => {
          const score = gives(evaluation);
          return score !== undefined && compare(score, end) === (by === "below" ? -1 : 1);
        },
      };
      const may = (walk: Walk, env: Env | undefined): boolean => walk.truth(beyond, env, false) !== false;
      const shown = this.subject.show(this.#space, sought) ?? this.#decide({ ...sought, may });
      if (shown === "never") {
        this.#ledger.holds();
        continue;
      }
      if (!shown) {
        const what = {
          zh: `得分会不会${by === "below" ? "低于 0分" : "高于分值"}`,
          en: `whether the score can go ${by} its range`,
        };
        this.#ledger.open(name, what, origin);
        continue;
      }
      const data = {
        name,
        filed: this.subject.words(shown),
        score: inBoth(gives(shown.evaluation) ?? ZERO, standard.type),
        by,
        end: inBoth(end, standard.type),
      };
      this.#ledger.tell(H2105, data, origin, shown, this.#ledger.mends.within(this.#leaf, by));
    }
  }

  /** Whether the most is surely had: with no more than ranges to go by, a formula may be promised too much. */
  #isSure(stretch: Stretch, { range, form }: Reach, most: Fraction): boolean {
    if (!this.#space.hasValues(stretch.env)) return false;
    if (stretch.exact || this.#leaf.method !== "expression") return true;
    return (range.low !== undefined && compare(range.low.value, most) >= 0) || form?.terms.length === 1;
  }

  #best(stretches: readonly Stretch[], exact: boolean): Best | undefined {
    let best: Best | undefined;
    for (const stretch of stretches) {
      const { reach, env } = stretch;
      if (!reach) continue;
      const high = reach.range.high?.value ?? this.#leaf.upTo;
      const most = maximum(ZERO, minimum(high, this.#leaf.upTo));
      const order = best ? compare(most, best.most) : 1;
      // Of the same height rather the one that is reached.
      const open = reach.range.high?.open === true && compare(high, this.#leaf.upTo) <= 0;
      const sure = exact && this.#isSure(stretch, reach, most);
      const better = best && ((best.open && !open) || (!best.sure && sure));
      if (order > 0 || (order === 0 && better)) best = { most, env, open, sure };
    }
    return best;
  }
}
