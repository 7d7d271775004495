/** The proofs of what comes before a standard, and beside it: 不适用 and 否决 that never hold, always do, or change nothing; 须说明. */
import { printExpr, type Expr, type Names, type Range } from "@heng/lang";
import { evaluate } from "@heng/engine";
import { ask, truthIn, type Asked, type Clause, type Heard } from "./asked.ts";
import { whyAlways } from "./claims/because.ts";
import { inBoth, type Ledger, type Subject } from "./claims/claim.ts";
import { decide } from "./decide.ts";
import { idleVetoes, type Idle } from "./idle-vetoes.ts";
import { ANYTHING, split, type Alternatives } from "./space/alternatives.ts";
import type { Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import type { Walk } from "./space/walk.ts";
import type { Sought } from "./witness/counterexample.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2111 } from "./H2111-always-applies/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";

export class Clauses {
  readonly #space: Space;
  readonly #ledger: Ledger;
  readonly #subject: Subject;

  constructor(space: Space, ledger: Ledger, subject: Subject) {
    this.#space = space;
    this.#ledger = ledger;
    this.#subject = subject;
  }

  /** What is left once no 不适用 and no 否决 has held, and what the leaf comes to where one does. */
  asked(walk: Walk): Asked {
    const { name } = this.#subject.leaf;
    const before: Clause[] = [];
    const idle = new Map<Range, Idle>();
    const asked = ask(
      walk,
      this.#subject.leaf,
      ANYTHING,
      (clause, found) => {
        if (idle.has(clause.origin)) return;
        this.#clause(walk, clause, found, before);
        if (found.may && clause.ends) before.push(clause);
      },
      (applies) => {
        const found = idleVetoes(this.#space, this.#subject.leaf, applies);
        for (const [{ origin }, one] of found) idle.set(origin, one);
        return new Set(found.keys());
      },
    );
    for (const [origin, { gives, exactly }] of idle) {
      const shown = inBoth(gives, { kind: "points" });
      const where = exactly ? ("exactly" as const) : ("atMost" as const);
      const data = { name, word: VETO_GETS, limit: shown, most: shown, where };
      const removal = this.#ledger.mends.withoutStatement(origin);
      this.#ledger.tell(H2112, data, origin, undefined, [], { leaves: [this.#subject.leaf], removal });
    }
    return asked;
  }

  /** Whether a clause ever holds, or always does: by itself, or together with those before it. */
  #clause(walk: Walk, clause: Clause, found: Heard, before: readonly Clause[]): void {
    const { name } = this.#subject.leaf;
    const { when, origin, kind } = clause;
    const word = WORDS[kind];
    if (!found.may) return this.#never(when, word, origin);
    if (clause.ends && (found.last || found.holds === true)) {
      const together = leavesNothing(walk, [clause]) ? [clause] : covering(walk, [...before, clause]);
      return this.#always(clause, together);
    }
    const applies = found.holds === true || this.#applies(walk, when, origin, found.from);
    if (applies === true) return this.#ledger.holds();
    if (applies === "never") return this.#never(when, word, origin);
    const what = { zh: `“${word.zh}”会不会起作用`, en: `whether “${word.en}” ever applies` };
    this.#ledger.open(name, what, origin);
  }

  /** Whether there is a filing for which a clause holds once it is asked. */
  #applies(walk: Walk, when: Expr, origin: Range, from: Alternatives): boolean | "never" {
    const { into, exact } = split(walk, when, true, from);
    if (exact && into.some((env) => this.#space.hasValues(env))) return true;
    const sought: Omit<Sought, "reads"> = {
      envs: into,
      conditions: [{ when, holds: true }],
      shows: (evaluation) => {
        const holds = evaluate(when, evaluation.scope);
        const ruling = evaluation.leaves.get(this.#subject.leaf)?.ruling;
        const before = ruling?.by === "notApplicable" && ruling.clause.origin !== origin;
        return holds.state === "truth" && holds.holds && !before;
      },
    };
    if (this.#subject.show(this.#space, sought)) return true;
    const may = (own: Walk, env: Env | undefined): boolean => own.truth(when, env, false) !== false;
    const decided = decide(this.#space, this.#subject, this.#ledger.effort, { ...sought, may });
    return decided === "never" ? decided : decided !== undefined;
  }

  /** 须说明 whose condition never holds. */
  explained(walk: Walk, left: Alternatives): void {
    for (const { when, origin } of this.#subject.leaf.mustExplain) {
      if (truthIn(walk, when, left, true) === false) this.#never(when, MUST_EXPLAIN, origin);
    }
  }

  #never(when: Expr, word: Names, origin: Range): void {
    const because = whyAlways(this.#space, when, false);
    const data = { name: this.#subject.leaf.name, word, why: because?.words };
    const removal = this.#ledger.mends.withoutStatement(origin);
    this.#ledger.tell(H2110, data, origin, undefined, [], { leaves: [this.#subject.leaf], because, removal });
  }

  /** `together`: the clauses of which one always holds. */
  #always({ when, origin }: Clause, together: readonly Clause[]): void {
    const because = together.length === 1 ? whyAlways(this.#space, when, true) : undefined;
    const data = { name: this.#subject.leaf.name, clauses: together.map(saidOf), why: because?.words };
    this.#ledger.tell(H2111, data, origin, undefined, [], { leaves: [this.#subject.leaf], because });
  }
}

/** Whether some clauses leave nothing. */
function leavesNothing(walk: Walk, clauses: readonly Clause[]): boolean {
  let left = ANYTHING;
  for (const { when } of clauses)
    left = truthIn(walk.silent, when, left, false) === true ? [] : split(walk, when, false, left).into;
  return left.length === 0;
}

/** Of clauses that together leave nothing those that it takes. */
function covering(walk: Walk, clauses: readonly Clause[]): readonly Clause[] {
  return clauses.reduce<readonly Clause[]>((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return leavesNothing(walk, without) ? without : kept;
  }, clauses);
}

function saidOf({ kind, when }: Clause): Names {
  const { zh, en } = WORDS[kind];
  return {
    zh: `${zh} 当 ${printExpr(when, { lang: "zh" })}`,
    en: `${en} when ${printExpr(when, { lang: "en" })}`,
  };
}

const NOT_APPLICABLE: Names = { zh: "不适用", en: "notApplicable" };
const VETO: Names = { zh: "否决", en: "veto" };
const WORDS = { notApplicable: NOT_APPLICABLE, veto: VETO } as const;
const VETO_GETS: Names = { zh: "否决 得", en: "veto gets" };
const MUST_EXPLAIN: Names = { zh: "须说明", en: "mustExplain" };
