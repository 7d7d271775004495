/** The proofs of one leaf: what it asks before its standard, then the standard over the cells of what it measures. */
import {
  add,
  compare,
  fraction,
  maximum,
  minimum,
  multiply,
  subtract,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import {
  isFigure,
  partsOf,
  printExpr,
  showFigure,
  type ComparisonSign,
  type Expr,
  type Leaf,
  type Names,
  type Range,
  type Type,
} from "@heng/lang";
import type { Evaluation } from "@heng/engine";
import { narrowed, type Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import { Trace, type FaultMet } from "./space/trace.ts";
import { Walk, type Reach } from "./space/walk.ts";
import { Subject, type Ledger } from "./claims/claim.ts";
import { H2103 } from "./H2103-no-figure/index.ts";
import { H2105 } from "./H2105-score-leaves-range/index.ts";
import { H2107 } from "./H2107-division-by-zero/index.ts";
import { H2109 } from "./H2109-against-direction/index.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2111 } from "./H2111-always-applies/index.ts";

/** Faults of what is filed, which no rule can help. */
const OF_DATA: ReadonlySet<string> = new Set(["shareOutsideGrade"]);

/** A stretch of what is measured, and what the standard gives there. */
interface Stretch {
  readonly env: Env | undefined;
  readonly within: Interval | undefined;
  /** The atom that is within it. */
  readonly main?: string;
  readonly reach: Reach | undefined;
}

/** What a leaf gives at most, and where. */
export interface Best {
  readonly most: Fraction;
  readonly env: Env | undefined;
  /** It is come near to, and not reached. */
  readonly open: boolean;
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

  /** Proves what can be; gives the best score, or nothing where the standard is never asked. */
  run(): Best | undefined {
    const main = this.#main();
    const walk = new Walk(this.#space, this.#trace, main?.key);
    const { standard } = this.#leaf;
    this.#trace.faults.clear();
    const formula = this.#leaf.method === "expression";
    walk.of(formula ? [this.#bounds(standard), ...this.subject.parts] : this.subject.parts);
    const env = this.#asked(walk);
    if (env === "never") return undefined;
    const stretches = this.#stretches(walk, env, main?.key);
    for (const fault of this.#trace.faults.values()) this.#fault(fault);
    this.#explained(walk, env);
    if (formula) this.#range(stretches);
    if (main) this.#direction(stretches, main.rises);
    return this.#best(stretches);
  }

  /** The atom that the leaf measures, and which way it goes with what is measured. */
  #main(): { readonly key: string; readonly rises: boolean } | undefined {
    const { value } = this.#leaf;
    if (!value || !isFigure(value.type)) return undefined;
    const [form, ...others] = this.#space.forms(value);
    const [term, ...more] = form?.terms ?? [];
    if (!form || !term || others.length > 0 || more.length > 0 || term.inverse) return undefined;
    return { key: term.key, rises: term.coef.n > 0n };
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

  // ---- before the standard --------------------------------------------------------------------------------------

  /** What is known once no 不适用 and no 否决 has held; `never`: one always does. */
  #asked(walk: Walk): Env | undefined | "never" {
    let env: Env | undefined;
    const clauses = [
      ...this.#leaf.notApplicable.map((one) => ({ ...one, word: NOT_APPLICABLE, ends: true })),
      ...this.#leaf.vetoes.map((one) => ({ ...one, word: VETO, ends: one.gets !== undefined })),
    ];
    for (const { when, origin, word, ends } of clauses) {
      const holds = walk.truth(when, env, true);
      const beyond = ends ? walk.assume(when, false, env) : env;
      if (holds === false || walk.assume(when, true, env) === "never") {
        this.#ledger.tell(H2110, { name: this.#leaf.name, word }, origin, undefined);
        continue;
      }
      if (ends && (holds === true || beyond === "never")) {
        this.#ledger.tell(H2111, { name: this.#leaf.name, word }, origin, undefined);
        return "never";
      }
      this.#ledger.holds();
      if (beyond !== "never") env = beyond;
    }
    return env;
  }

  /** 须说明 whose condition never holds. */
  #explained(walk: Walk, env: Env | undefined): void {
    for (const { when, origin } of this.#leaf.mustExplain) {
      if (walk.truth(when, env, true) === false)
        this.#ledger.tell(H2110, { name: this.#leaf.name, word: MUST_EXPLAIN }, origin, undefined);
    }
  }

  // ---- the standard ---------------------------------------------------------------------------------------------

  #stretches(walk: Walk, env: Env | undefined, main: string | undefined): readonly Stretch[] {
    const { standard } = this.#leaf;
    if (main === undefined || !this.#reads(standard, main))
      return [{ env, within: undefined, reach: walk.value(standard, env, true) }];
    // What is measured is looked into once as it stands: there it may be that nothing can be worked out.
    if (this.#leaf.value) walk.value(this.#leaf.value, env, true);
    return walk.cells(main, env).map((cell) => {
      const inside = narrowed(env, main, cell, true);
      return {
        env: inside,
        within: cell.kind === "figure" ? cell.range : undefined,
        main,
        reach: walk.value(standard, inside, true),
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

  #fault({ cause, at, origin, envs }: FaultMet): void {
    // What is at fault in the rules alone has been told where it is written.
    if (typeof cause !== "string" && (OF_DATA.has(cause.id) || cause.inRules)) return;
    const { name } = this.#leaf;
    const range = origin ?? this.#originOf(at);
    if (this.#rowsBefore(at).some((row) => this.#ledger.wasTold(row))) return;
    const shown = this.subject.show(this.#space, {
      envs,
      conditions: cause === "divisionByZero" ? [{ when: compared(at, "=", ZERO), holds: true }] : [],
      noRows: cause === "noRows" || readsRows(at),
      shows: (evaluation) => {
        const score = evaluation.leaves.get(this.#leaf)?.score;
        if (score?.state !== "error") return false;
        const found = score.fault.cause;
        return typeof found === "string" ? found === cause : causeId(found) === causeId(cause);
      },
    });
    const text = printExpr(at, { lang: "zh" });
    if (!shown) {
      const what: Names =
        cause === "divisionByZero"
          ? { zh: `除数“${text}”会不会是 0`, en: `whether the divisor “${text}” can be 0` }
          : { zh: "是不是每种填报都算得出得分", en: "whether every filing has a score" };
      return this.#ledger.open(name, what, range);
    }
    const filed = this.subject.words(shown);
    if (cause === "divisionByZero")
      return this.#ledger.tell(H2107, { name, divisor: text, filed }, range, shown);
    const words: Names =
      cause === "noRows"
        ? Array.from(shown.rows.values()).some(({ length }) => length > 0)
          ? { zh: `“${text}”没有一行可算进去`, en: `“${text}” has no row that counts` }
          : { zh: `“${text}”没有一行可算`, en: `“${text}” has no row to work on` }
        : cause.words;
    this.#ledger.tell(H2103, { name, cause: words, filed }, range, shown);
  }

  /** The rows that have been tried where none was left. */
  #rowsBefore(at: Expr): readonly Range[] {
    let found: readonly Range[] = [];
    const look = (e: Expr): void => {
      if (e.node === "cases" && e.otherwise === at)
        found = e.cases.flatMap(({ origin }) => (origin ? [origin] : []));
      else for (const part of partsOf(e)) look(part);
    };
    if (at.node === "fault") look(this.#leaf.standard);
    return found;
  }

  /** The place of what has none of its own: of the definition it is in, or the leaf. */
  #originOf(at: Expr): Leaf["origin"] {
    for (const { of, origin } of this.#space.program.definitions) if (holdsPart(of, at)) return origin;
    return this.#leaf.origin;
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
      const shown = outside
        .map(({ env }) =>
          this.subject.show(this.#space, {
            envs: [env],
            conditions: [{ when: beyond, holds: true }],
            shows: (evaluation) => {
              const score = gives(evaluation);
              return score !== undefined && compare(score, end) === (by === "below" ? -1 : 1);
            },
          }),
        )
        .find((one) => one !== undefined);
      if (!shown) {
        this.#ledger.open(
          name,
          {
            zh: `得分会不会${by === "below" ? "低于 0分" : "高于分值"}`,
            en: `whether the score can go ${by} its range`,
          },
          origin,
        );
        continue;
      }
      const data = {
        name,
        filed: this.subject.words(shown),
        score: inBoth(gives(shown.evaluation) ?? ZERO, standard.type),
        by,
        end: inBoth(end, standard.type),
      };
      this.#ledger.tell(H2105, data, origin, shown);
    }
  }

  #best(stretches: readonly Stretch[]): Best | undefined {
    let best: Best | undefined;
    for (const { reach, env } of stretches) {
      if (!reach) continue;
      const high = reach.range.high?.value ?? this.#leaf.upTo;
      const most = maximum(ZERO, minimum(high, this.#leaf.upTo));
      const order = best ? compare(most, best.most) : 1;
      // Of the same height rather the one that is reached.
      const open = reach.range.high?.open === true && compare(high, this.#leaf.upTo) <= 0;
      if (order > 0 || (order === 0 && best?.open === true && !open)) best = { most, env, open };
    }
    return best;
  }

  // ---- direction ------------------------------------------------------------------------------------------------

  #direction(stretches: readonly Stretch[], rises: boolean): void {
    const wanted = this.#wanted();
    if (wanted === undefined || stretches.length < 2) return;
    const ways = wanted === "either" ? ([1, -1] as const) : ([wanted] as const);
    const oriented = ways.map((way) => (rises ? way : (-way as 1 | -1)));
    const breaks = oriented.map((way) => this.#againstWay(stretches, way));
    if (breaks.includes(undefined)) return this.#ledger.holds();
    const [at] = breaks;
    const [way] = oriented;
    if (!at || way === undefined) return;
    this.#tellDirection(at, way);
  }

  /** Which way more of what is measured is better: told by a target, or by a ladder that goes one way. */
  #wanted(): 1 | -1 | "either" | undefined {
    const { method, target, standard } = this.#leaf;
    if (method !== "bands" && method !== "interpolate") return undefined;
    // What is judged may be less for the better.
    if (this.#isJudged(standard)) return undefined;
    if (target?.kind === "compare") {
      if (target.sign === ">=" || target.sign === ">") return 1;
      if (target.sign === "<=" || target.sign === "<") return -1;
      return undefined;
    }
    if (target || method !== "bands" || standard.node !== "cases") return undefined;
    const ladder = standard.cases.every(
      ({ when }) => when.node === "compare" && when.sign !== "=" && when.sign !== "≠",
    );
    return ladder ? "either" : undefined;
  }

  #isJudged(e: Expr): boolean {
    if (e.node === "input") return this.#space.fields.get(e.field)?.judged !== undefined;
    return partsOf(e).some((part) => this.#isJudged(part));
  }

  /** Two stretches of which the one further on gives less than it should; undefined: none do. */
  #againstWay(
    stretches: readonly Stretch[],
    way: 1 | -1,
  ): readonly [before: Stretch, after: Stretch] | undefined {
    let before: Stretch | undefined;
    for (const after of stretches) {
      if (!after.reach) continue;
      if (after.reach.way !== 0 && after.reach.way !== way && after.reach.way !== undefined)
        return [after, after];
      if (before?.reach) {
        const [less, more] = way === 1 ? [before.reach, after.reach] : [after.reach, before.reach];
        const [high, low] = [less.range.high, more.range.low];
        if (high && low && compare(high.value, low.value) > 0) return [before, after];
      }
      before = after;
    }
    return undefined;
  }

  #tellDirection([before, after]: readonly [Stretch, Stretch], way: 1 | -1): void {
    const { name, origin, value } = this.#leaf;
    const one = ({ env }: { readonly env: Env | undefined }) => {
      const shown = this.subject.show(this.#space, {
        envs: [env],
        shows: (e) => scoreOf(e, this.#leaf) !== undefined,
      });
      const score = shown && scoreOf(shown.evaluation, this.#leaf);
      const at = shown && value?.node === "use" && shown.evaluation.scope.definitions.get(value.definition);
      const measured = at && at.state === "value" ? at.value : undefined;
      return shown && score && measured ? { shown, score, measured } : undefined;
    };
    const pairs = before === after ? endsOf(after) : [[before, after] as const];
    const found = pairs.flatMap(([first, last]) => {
      const [a, b] = [one(first), one(last)];
      const [worse, better] = way === 1 ? [a, b] : [b, a];
      return worse && better && compare(worse.score, better.score) > 0 ? [{ worse, better }] : [];
    });
    const [{ worse, better } = {}] = found;
    if (!worse || !better)
      return this.#ledger.open(
        name,
        { zh: "是不是越好得分越高", en: "whether the better never gets less" },
        origin,
      );
    const said = (of: typeof better) => ({
      value: inBoth(of.measured, value?.type ?? { kind: "number" }),
      score: inBoth(of.score, { kind: "points" }),
    });
    this.#ledger.tell(H2109, { name, better: said(better), worse: said(worse) }, origin, better.shown);
  }
}

type At = Pick<Stretch, "env">;

/** Two places far apart in a stretch: its ends, and where they are no part of it, near to them. */
function endsOf({ env, within, main }: Stretch): readonly (readonly [At, At])[] {
  if (!within || main === undefined) return [];
  const { low, high } = within;
  const span = low && high ? subtract(high.value, low.value) : fraction(1n);
  const from = low?.value ?? subtract(high?.value ?? ZERO, span);
  const at = (tenths: bigint): At => {
    const bound = { value: add(from, multiply(span, fraction(tenths, 10n))), open: false };
    return { env: narrowed(env, main, { kind: "figure", range: { low: bound, high: bound } }, true) };
  };
  return [
    [at(0n), at(10n)],
    [at(1n), at(9n)],
  ];
}

const NOT_APPLICABLE: Names = { zh: "不适用", en: "notApplicable" };
const VETO: Names = { zh: "否决", en: "veto" };
const MUST_EXPLAIN: Names = { zh: "须说明", en: "mustExplain" };

/** The score of a leaf, where it has one. */
export function scoreOf(evaluation: Evaluation, leaf: Leaf): Fraction | undefined {
  const score = evaluation.leaves.get(leaf)?.score;
  return score?.state === "value" ? score.value : undefined;
}

export function inBoth(value: Fraction, type: Type): Names {
  return { zh: showFigure(value, type, "zh"), en: showFigure(value, type, "en") };
}

/** `left < 0` */
export function compared(left: Expr, sign: ComparisonSign, value: Fraction): Expr {
  const right: Expr = { node: "figure", type: left.type, value };
  return { node: "compare", type: { kind: "yesNo" }, sign, left, right };
}

function readsRows(e: Expr): boolean {
  return e.node === "aggregate" || partsOf(e).some(readsRows);
}

function causeId(cause: FaultMet["cause"] | "field" | "precision"): string {
  return typeof cause === "string" ? cause : cause.id;
}

function holdsPart(e: Expr, part: Expr): boolean {
  return e === part || partsOf(e).some((one) => holdsPart(one, part));
}
