/** Filings of the whole rule set: what reaches a grade, a total exactly, or a 封顶 or 否决 above the indicators. */
import { stateOf, type Evaluation } from "@heng/engine";
import type { Expr, Leaf, Program } from "@heng/lang";
import { add, compare, equals, fraction, ONE, power10, subtract, ZERO, type Fraction } from "@heng/number";
import { reachedIn } from "../coverage/coverage.ts";
import type { CoveragePoint } from "../coverage/points.ts";
import type { TestedScenario } from "../run.ts";
import { nodesOf } from "../tree.ts";
import { valuesFor } from "./choices.ts";
import { EMPTY, evaluateDraft, merged, withValue, type Draft } from "./draft.ts";
import { askedBy, Search, type Trial } from "./search.ts";

interface Whole {
  readonly draft: Draft;
  readonly evaluation: Evaluation;
  readonly total: Fraction;
}

export class WholeSearch {
  readonly #program: Program;
  readonly #searches: readonly Search[];
  /** Filings of everything: those that somebody filed, the best first, then one that is put together here. */
  readonly #bases: readonly Whole[];
  /** Filings that may still be scored for what is looked for now. */
  #budget = MOST_SCORED;
  /** What was found for totals. */
  readonly #reaching = new Map<string, Draft | undefined>();

  constructor(program: Program, searches: readonly Search[], scenarios: readonly TestedScenario[]) {
    this.#program = program;
    this.#searches = searches;
    const filed = scenarios.flatMap(({ scenario: { values, rows } }) => this.#whole({ values, rows }) ?? []);
    const best = searches.reduce((draft, { trials }) => merged(draft, bestOf(trials)?.draft ?? EMPTY), EMPTY);
    const made = [false, true].flatMap((yes) => this.#whole(merged(best, this.#asked(yes))) ?? []);
    this.#bases = [...filed.toSorted((a, b) => compare(b.total, a.total)), ...made];
  }

  /** What the conditions above the indicators ask: plain values, 是 or 否 throughout. */
  #asked(yes: boolean): Draft {
    const conditions = nodesOf(this.#program).flatMap((node) => [
      ...node.vetoes.map(({ when }) => when),
      ...(node.kind === "group" ? node.caps.flatMap(({ of, when }) => (when ? [of, when] : [of])) : []),
    ]);
    const definitions = new Map(this.#program.definitions.map((d) => [d.id, d]));
    return askedBy(conditions, this.#program, definitions).fields.reduce((draft, spec) => {
      const [value] =
        spec.type.kind === "yesNo"
          ? [{ kind: "yesNo", value: yes } as const]
          : valuesFor(spec, this.#program);
      return value === undefined ? draft : withValue(draft, spec.name, value);
    }, EMPTY);
  }

  /** A filing of everything. */
  get best(): Draft | undefined {
    return this.#bases[0]?.draft;
  }

  /** A filing that comes to exactly a total. */
  reachingTotal(target: Fraction): Draft | undefined {
    const key = `${target.n}/${target.d}`;
    if (!this.#reaching.has(key)) this.#reaching.set(key, this.#reachTotal(target));
    return this.#reaching.get(key);
  }

  #reachTotal(target: Fraction): Draft | undefined {
    this.#budget = MOST_SCORED;
    for (const base of this.#bases) {
      const draft = this.#fromBase(base, target);
      if (draft !== undefined) return draft;
    }
    return undefined;
  }

  /** A filing that has a grade. */
  inGrade(grade: string): Draft | undefined {
    this.#budget = MOST_SCORED;
    const { grades } = this.#program;
    const least = grades.find(({ name }) => name === grade)?.atLeast ?? ZERO;
    for (const base of this.#bases) {
      let whole: Whole | undefined = base;
      if (whole.evaluation.grade === grade) return whole.draft;
      for (const search of this.#weightiest()) {
        whole = this.#lowered(whole, search, least) ?? whole;
        if (whole.evaluation.grade === grade) return whole.draft;
      }
    }
    return undefined;
  }

  #weightiest(): readonly Search[] {
    return this.#searches.toSorted((a, b) => compare(b.leaf.points, a.leaf.points));
  }

  /** Lowers a filing indicator by indicator, the weightiest first, and the last one exactly. */
  #fromBase(base: Whole, target: Fraction): Draft | undefined {
    let whole = base;
    if (compare(whole.total, target) < 0) return undefined;
    const leaves = this.#weightiest();
    for (const search of leaves) {
      const exact = this.#exactly(whole, search, target);
      if (exact !== undefined) return exact;
      whole = this.#lowered(whole, search, target) ?? whole;
    }
    for (const search of leaves) {
      const exact = this.#exactly(whole, search, target);
      if (exact !== undefined) return exact;
    }
    return undefined;
  }

  /** The filing with one indicator at the score that makes the total exact. */
  #exactly(whole: Whole, search: Search, target: Fraction): Draft | undefined {
    const gap = subtract(whole.total, target);
    if (equals(gap, ZERO)) return whole.draft;
    const now = scoreIn(search.leaf, whole.evaluation);
    if (now === undefined || compare(now, gap) < 0) return undefined;
    const trial = search.scoring(subtract(now, gap));
    const made = trial && this.#whole(merged(trial.draft, whole.draft));
    return made !== undefined && equals(made.total, target) ? made.draft : undefined;
  }

  /** A filing that reaches a 封顶, a 否决 or a grade of the whole. */
  reaching(point: CoveragePoint): Draft | undefined {
    const all = new Set(nodesOf(this.#program));
    const reaches = (whole: Whole | undefined): boolean =>
      whole !== undefined && reachedIn(whole.evaluation, all, true)(point);
    const reached = this.#bases.find(reaches);
    if (reached !== undefined) return reached.draft;
    this.#budget = MOST_SCORED;
    const { when } = point;
    const condition = when.by === "veto" ? when.veto.when : when.by === "cap" ? when.cap.when : undefined;
    if (condition === undefined) return undefined;
    for (const trial of this.#holding(condition)) {
      for (const { draft } of this.#bases) {
        const made = merged(trial.draft, draft);
        if (reaches(this.#whole(made))) return made;
      }
    }
    return undefined;
  }

  /** Filings in which a condition holds. */
  #holding(condition: Expr): readonly Trial[] {
    const definitions = new Map(this.#program.definitions.map((d) => [d.id, d]));
    const search = new Search(conditionAsLeaf(condition, this.#program), this.#program, definitions);
    search.searchBounds();
    return search.trials.filter(({ score }) => score !== undefined && equals(score, ONE));
  }

  /** The filing with the least that an indicator can score without the total falling below the target. */
  #lowered(whole: Whole, { leaf, trials }: Search, target: Fraction): Whole | undefined {
    const now = scoreIn(leaf, whole.evaluation);
    if (now === undefined) return undefined;
    const room = subtract(whole.total, target);
    const fitting = trials
      .filter(
        ({ score }) =>
          score !== undefined && compare(subtract(now, score), room) <= 0 && compare(score, now) < 0,
      )
      .toSorted((a, b) => compare(a.score ?? ZERO, b.score ?? ZERO));
    for (const trial of fitting.slice(0, MOST_LOWERED)) {
      const made = this.#whole(merged(trial.draft, whole.draft));
      if (made !== undefined && compare(made.total, target) >= 0 && compare(made.total, whole.total) < 0)
        return made;
    }
    return undefined;
  }

  #whole(draft: Draft): Whole | undefined {
    if ((this.#budget -= 1) < 0) return undefined;
    const evaluation = evaluateDraft(this.#program, draft);
    const standing = evaluation.standings.get(this.#program.root);
    if (
      standing?.score?.state !== "value" ||
      stateOf(standing) !== "scored" ||
      evaluation.diagnostics.length > 0
    )
      return undefined;
    return { draft, evaluation, total: standing.score.value };
  }
}

/** Filings of everything that are scored for one purpose. */
const MOST_SCORED = 800;
/** Filings of one indicator that are tried to lower a total. */
const MOST_LOWERED = 4;

/** The totals at the lower end of each grade, and the nearest that miss it. */
export function totalsAtGrades({ grades, places }: Program): readonly Fraction[] {
  const step = fraction(1n, power10(places));
  return grades.flatMap(({ atLeast, strict }) => {
    if (atLeast === undefined) return [];
    return strict ? [add(atLeast, step), atLeast] : [atLeast, subtract(atLeast, step)];
  });
}

function bestOf(trials: readonly Trial[]): Trial | undefined {
  let best: Trial | undefined;
  for (const trial of trials)
    if (trial.score !== undefined && (best?.score === undefined || compare(trial.score, best.score) > 0))
      best = trial;
  return best;
}

function scoreIn(leaf: Leaf, { standings }: Evaluation): Fraction | undefined {
  const score = standings.get(leaf)?.score;
  return score?.state === "value" ? score.value : undefined;
}

/** A condition as an indicator that scores 1 where it holds: filings are looked for in the same way. */
function conditionAsLeaf(when: Expr, { root }: Program): Leaf {
  const points = (value: Fraction): Expr => ({ node: "figure", type: { kind: "points" }, value });
  return {
    kind: "leaf",
    id: "",
    path: [],
    name: "",
    sense: "indicator",
    points: ONE,
    upTo: ONE,
    method: "",
    value: undefined,
    target: undefined,
    tabled: {},
    standard: {
      node: "cases",
      type: { kind: "points" },
      cases: [{ when, then: points(ONE) }],
      otherwise: points(ZERO),
    },
    notApplicable: [],
    vetoes: [],
    mustExplain: [],
    basis: undefined,
    describe: undefined,
    source: undefined,
    origin: root.origin,
  };
}
