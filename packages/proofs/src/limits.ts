/** The proofs of what 否决 and 封顶 of groups and the whole, and 等级 不高于 of any node, change. */
import { compare, maximum, minimum, roundHalfUp, ZERO, type Fraction } from "@heng/number";
import { work } from "@heng/engine";
import type { Expr, Group, Leaf, Names, Program, Range, Veto } from "@heng/lang";
import { whyAlways } from "./claims/because.ts";
import { inBoth, type Ledger } from "./claims/claim.ts";
import { tellFault, type Asker } from "./claims/fault.ts";
import type { LeafMost } from "./totals/bound.ts";
import { LeafMosts } from "./totals/leaf-most.ts";
import { HIGHEST } from "./grades.ts";
import { ANYTHING, split, type Alternatives } from "./space/alternatives.ts";
import type { Env } from "./space/domain.ts";
import { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { Totals } from "./totals/totals.ts";
import { Tries } from "./totals/worlds.ts";
import { counterexample } from "./witness/counterexample.ts";
import { shownFiling } from "./witness/shown.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";

const VETO: Names = { zh: "否决", en: "veto" };
const VETO_GETS: Names = { zh: "否决 得", en: "veto gets" };
const CAP: Names = { zh: "封顶", en: "cap" };
const NOT_ABOVE: Names = { zh: "等级 不高于", en: "grade notAbove" };

/** With more alternatives than this, what limits wait for is not told apart. */
const MOST_APART = 64;

/** What keeps a group from more: a 封顶, or a 否决 that gives a score. */
interface Limit {
  readonly of: Expr;
  readonly when: Expr | undefined;
  readonly origin: Range;
  readonly word: Names;
}

function limitsIn({ caps, vetoes }: Group): readonly Limit[] {
  return [
    ...caps.map(({ of, when, origin }) => ({ of, when, origin, word: CAP })),
    ...vetoes.flatMap(({ gets, when, origin }) =>
      gets ? [{ of: gets, when, origin, word: VETO_GETS }] : [],
    ),
  ];
}

export class Limits {
  readonly #space: Space;
  readonly #ledger: Ledger;
  readonly #program: Program;
  readonly #walk: Walk;
  readonly #tries = new Tries();
  readonly #declared: ReadonlyMap<Leaf, LeafMost>;
  readonly #mosts: LeafMosts;
  /** What is never told of once it is known to change nothing: it is as if it were not there. */
  readonly #idle = new Set<Limit | Veto>();
  readonly #limits = new Map<Group, readonly Limit[]>();
  /** Whatever is filed. */
  readonly #totals: Totals;
  /** Leaves that are known to lose marks, which is told of them. */
  #lost: ReadonlySet<Leaf> = new Set();

  /** `mosts`: what the leaves give at most. */
  constructor(space: Space, ledger: Ledger, mosts: ReadonlyMap<Leaf, LeafMost>) {
    this.#space = space;
    this.#ledger = ledger;
    this.#program = space.program;
    this.#walk = new Walk(space);
    this.#declared = mosts;
    this.#mosts = new LeafMosts(space, mosts);
    this.#totals = new Totals(this.#program, mosts, (group) => this.#heldIn(group, undefined), this.#tries);
  }

  /** The highest total: exact where leaves do not hang together, and never too low. */
  get total(): Fraction {
    return this.#highest(this.#totals.total, (env) => this.#within(env).total);
  }

  /** The same were the leaves mended that lose marks. */
  get mended(): Fraction {
    if (this.#lost.size === 0) return this.total;
    return this.#highest(this.#mendedIn(undefined).total, (env) => this.#mendedIn(env).total);
  }

  /** `bound`: what it is at most, whatever limits hold. */
  #highest(bound: Fraction, of: (env: Env | undefined) => Fraction): Fraction {
    let most = ZERO;
    for (const env of this.#apart(ANYTHING, this.#program.root)) {
      most = maximum(most, of(env));
      if (compare(most, bound) >= 0) return bound;
    }
    return most;
  }

  /**
   * Those that never hold, change nothing when they do, or cannot always be worked out. `lost`: leaves of which it has
   * been told that they cannot get their marks.
   */
  prove(lost: ReadonlySet<Leaf>): void {
    this.#lost = lost;
    const visit = (node: Group | Leaf): void => {
      this.#grades(node);
      if (node.kind === "leaf") return;
      this.#group(node);
      for (const child of node.children) visit(child);
    };
    visit(this.#program.root);
  }

  #limitsOf(group: Group): readonly Limit[] {
    let found = this.#limits.get(group);
    if (!found) this.#limits.set(group, (found = limitsIn(group)));
    return found;
  }

  /** What limits of a group that hold wherever something is known leave it, rounded; without one of them. */
  #heldIn(group: Group, env: Env | undefined, without?: Limit): readonly Fraction[] {
    return this.#limitsOf(group).flatMap((limit) => {
      if (limit === without || this.#idle.has(limit)) return [];
      if (limit.when && this.#walk.truth(limit.when, env, false) !== true) return [];
      const high = this.#walk.value(limit.of, env, false)?.range.high?.value;
      return high ? [maximum(ZERO, roundHalfUp(high, this.#program.places))] : [];
    });
  }

  #within(env: Env | undefined): Totals {
    if (env === undefined) return this.#totals;
    const mosts = this.#mosts.within(env);
    const same = mosts === this.#declared && !this.#hasConditions(this.#program.root);
    return same
      ? this.#totals
      : new Totals(this.#program, mosts, (group) => this.#heldIn(group, env), this.#tries);
  }

  #mendedIn(env: Env | undefined): Totals {
    const mosts = Array.from(this.#within(env).leaves, ([leaf, most]): [Leaf, LeafMost] => [
      leaf,
      this.#lost.has(leaf) ? { ...most, most: maximum(most.most, leaf.points), stays: true } : most,
    ]);
    return new Totals(this.#program, new Map(mosts), (group) => this.#heldIn(group, env), this.#tries);
  }

  /** Whether there are limits that wait for a condition. */
  #hasConditions(group: Group): boolean {
    return (
      this.#limitsOf(group).some(({ when }) => when !== undefined) ||
      group.children.some((child) => child.kind === "group" && this.#hasConditions(child))
    );
  }

  /** The same, with what limits of a group and below wait for told apart, those that do not hold first. */
  #apart(from: Alternatives, group: Group, without?: Limit): Alternatives {
    let apart = from;
    const visit = (node: Group): void => {
      for (const limit of this.#limitsOf(node)) {
        if (!limit.when || limit === without || this.#idle.has(limit)) continue;
        const { into: beside } = split(this.#walk, limit.when, false, apart);
        const { into: within } = split(this.#walk, limit.when, true, apart);
        if (beside.length + within.length <= MOST_APART) apart = [...beside, ...within];
      }
      for (const child of node.children) if (child.kind === "group") visit(child);
    };
    visit(group);
    return apart;
  }

  /** Where a condition holds. */
  #where(when: Expr | undefined): Alternatives {
    return when ? split(this.#walk, when, true, ANYTHING).into : ANYTHING;
  }

  // ---- 封顶, 否决 … 得 --------------------------------------------------------------------------------------------

  #group(group: Group): void {
    const { name, vetoes, caps } = group;
    if (vetoes.length + caps.length === 0) return;
    const trace = new Trace(this.#space);
    const walk = new Walk(this.#space, trace);
    const parts = [
      ...vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
      ...caps.flatMap(({ when, of }) => (when ? [when, of] : [of])),
    ];
    walk.of(parts);
    const clauses = [
      ...vetoes.map(({ when, origin }) => ({ when, origin, word: VETO })),
      ...caps.flatMap(({ when, origin }) => (when ? [{ when, origin, word: CAP }] : [])),
    ];
    const never = new Set<Range>();
    for (const { when, origin, word } of clauses) {
      const holds = walk.truth(when, undefined, true);
      if (holds !== false && this.#where(when).length > 0) this.#ledger.holds();
      else {
        never.add(origin);
        const because = when && whyAlways(this.#space, when, false);
        const removal = this.#ledger.mends.withoutStatement(origin);
        const data = { name, word, why: because?.words };
        this.#ledger.tell(H2110, data, origin, undefined, [], { because, removal });
      }
    }
    for (const { of } of limitsIn(group)) walk.value(of, undefined, false);
    // Of two that say the same the first stays.
    for (const limit of this.#limitsOf(group).toReversed())
      if (!never.has(limit.origin)) this.#limit(group, limit);
    const asker = askerOf(this.#space, group, parts);
    for (const fault of trace.faults.values()) tellFault(this.#space, this.#ledger, asker, fault);
  }

  #limit(group: Group, limit: Limit): void {
    let least: Fraction | undefined;
    let most = ZERO;
    const where = this.#apart(this.#where(limit.when), group, limit);
    for (const env of where) {
      const low = this.#walk.value(limit.of, env, false)?.range.low?.value;
      if (!low) return this.#ledger.holds();
      const own = maximum(ZERO, roundHalfUp(low, this.#program.places));
      const others = this.#heldIn(group, env, limit);
      const totals = this.#within(env);
      if (totals.bites(group, own, others)) return this.#ledger.holds();
      least = least ? minimum(least, own) : own;
      most = maximum(most, others.reduce(minimum, totals.before(group)));
    }
    if (!least) return;
    this.#idle.add(limit);
    const always = limit.when === undefined || compare(most, this.#totals.before(group)) === 0;
    const data = {
      name: group.name,
      word: limit.word,
      limit: inBoth(least, { kind: "points" }),
      most: inBoth(most, { kind: "points" }),
      where: always ? undefined : ("atMost" as const),
    };
    const follows =
      this.#lost.size > 0 &&
      where.some((env) =>
        this.#mendedIn(env).bites(group, least as Fraction, this.#heldIn(group, env, limit)),
      );
    this.#changesNothing(data, limit.origin, follows);
  }

  #changesNothing(
    data: Parameters<typeof H2112.message>[0],
    origin: Range,
    follows: boolean,
    of?: ReadonlySet<string>,
  ): void {
    const removal = this.#ledger.mends.withoutStatement(origin);
    const because = of && { of, related: [] };
    this.#ledger.tell(H2112, data, origin, undefined, [], { removal, follows, because });
  }

  // ---- 等级 不高于 -------------------------------------------------------------------------------------------------

  /** 否决 that keep the grade from rising where it does not. */
  #grades(node: Group | Leaf): void {
    const { grades } = this.#program;
    for (const veto of node.vetoes.toReversed()) {
      const { notAbove, when, origin } = veto;
      const rank = grades.findIndex(({ name }) => name === notAbove);
      if (notAbove === undefined || rank < 0) continue;
      const where = this.#apart(this.#where(when), this.#program.root);
      const best = where.map((env) =>
        Math.max(this.#rankOf(this.#within(env).total), this.#limitedTo(node, veto, env)),
      );
      const top = grades[Math.min(...best)];
      if (where.length === 0 || !top || best.some((one) => one < rank)) continue;
      this.#idle.add(veto);
      const always = Math.min(...best) === this.#rankOf(this.#totals.total);
      const name = { zh: notAbove, en: notAbove };
      const most = { zh: top.name, en: top.name };
      const data = {
        name: node.name,
        word: NOT_ABOVE,
        limit: name,
        most,
        where: always ? undefined : ("atMost" as const),
      };
      const follows =
        this.#lost.size > 0 && where.some((env) => this.#rankOf(this.#mendedIn(env).total) < rank);
      // Where no total comes up to the best grade, that is what is wrong.
      const tooLow = always && this.#rankOf(this.#totals.total) > 0;
      this.#changesNothing(data, origin, follows, tooLow ? HIGHEST : undefined);
    }
  }

  /** The best grade that totals up to one come to. */
  #rankOf(total: Fraction): number {
    const rounded = roundHalfUp(total, this.#program.places);
    return this.#program.grades.findIndex(({ atLeast, strict }) => {
      const order = atLeast ? compare(rounded, atLeast) : 1;
      return order > 0 || (order === 0 && !strict);
    });
  }

  /** The grade that other 否决 of a node do not let the whole rise above where something is known. */
  #limitedTo(node: Group | Leaf, veto: Veto, env: Env | undefined): number {
    const others = node.vetoes.filter(
      (other) =>
        other !== veto && !this.#idle.has(other) && this.#walk.truth(other.when, env, false) === true,
    );
    return Math.max(
      0,
      ...others.map(({ notAbove }) => this.#program.grades.findIndex(({ name }) => name === notAbove)),
    );
  }
}

/** A group whose limits are tried without its parts. */
function askerOf(space: Space, group: Group, reads: readonly Expr[]): Asker {
  const { program } = space;
  const { name, origin, vetoes, caps } = group;
  const root: Group = { ...program.root, vetoes, caps, children: [] };
  const alone: Program = { ...program, crossChecks: [], scenarios: [], root, extras: [] };
  return {
    name,
    origin,
    show: (sought) => counterexample(new Space(alone), { ...sought, reads }, space),
    words: (shown) => shownFiling(program, group, shown),
    score: ({ standings, filing }) => {
      const score = standings.get(root)?.score;
      // Where all its parts are left out, so are its limits.
      return score?.state === "error" ? work(program, filing).standings.get(group)?.score : score;
    },
    // What a limit is where it cannot be worked out nobody can guess.
    mended: () => ({ fixes: [] }),
  };
}
