/**
 * The most that groups and the whole come to where every leaf gives its most: the bound where nothing makes a difference,
 * else every choice of what is left out, tried.
 */
import { compare, divide, maximum, minimum, multiply, roundHalfUp, ZERO, type Fraction } from "@heng/number";
import type { Group, Leaf, Program } from "@heng/lang";
import { boundOf, type Highest, type LeafMost } from "./bound.ts";
import { worldsOf, type Tries, type World } from "./worlds.ts";

/** Of a group the limits that always hold, as they are rounded. */
export type Limits = (group: Group) => readonly Fraction[];

export class Totals {
  readonly leaves: ReadonlyMap<Leaf, LeafMost>;
  readonly #program: Program;
  readonly #limits: Limits;
  readonly #tries: Tries;
  readonly #upper: Highest;
  #lower: Highest | undefined;
  #worlds: readonly World[] | "tooMany" | undefined;

  constructor(program: Program, leaves: ReadonlyMap<Leaf, LeafMost>, limits: Limits, tries: Tries) {
    this.leaves = leaves;
    this.#program = program;
    this.#limits = limits;
    this.#tries = tries;
    this.#upper = boundOf(program, leaves, (group) => leastOf(limits(group)));
  }

  /** The most of the whole, all counted: exact, but for more choices of what is left out than are tried: then a bound. */
  get total(): Fraction {
    const { root } = this.#program;
    return this.#exact(
      ({ total }) => total,
      root,
      (world) => valueOf(world(root)?.score),
    );
  }

  /** The most of a group at its declared 分值 before its own limits, so again. */
  before(group: Group): Fraction {
    return this.#exact(
      ({ of }) => of.get(group) ?? group.points,
      group,
      (world) => {
        const standing = world(group);
        return standing && compare(standing.weight, group.points) === 0 ? beforeLimits(standing) : undefined;
      },
    );
  }

  /** Whether a limit of a group can take something off beside some others. */
  bites(group: Group, limit: Fraction, others: readonly Fraction[]): boolean {
    const besides = (most: Fraction): Fraction => others.reduce(minimum, most);
    const most = (of: Highest): Fraction => besides(of.of.get(group) ?? group.points);
    if (this.#isWhole && compare(limit, most(this.#whole)) < 0) return true;
    const isRoot = group === this.#program.root;
    if (!isRoot && compare(limit, group.points) >= 0) return false;
    // At another 分值 what is rounded may come out above a limit that it is below as declared.
    if (!this.#spreads && compare(limit, most(this.#upper)) >= 0) return false;
    if (isRoot && compare(limit, most(this.#upper)) >= 0) return false;
    const worlds = this.#tried();
    if (worlds === "tooMany") return true;
    const { places } = this.#program;
    return worlds.some((world) => {
      const standing = world(group);
      const before = standing && beforeLimits(standing);
      if (!standing || !before) return false;
      const at = (of: Fraction): Fraction =>
        roundHalfUp(divide(multiply(of, standing.weight), group.points), places);
      return compare(at(limit), others.map(at).reduce(minimum, before)) < 0;
    });
  }

  #exact(
    of: (bound: Highest) => Fraction,
    group: Group,
    inWorld: (world: World) => Fraction | undefined,
  ): Fraction {
    const upper = of(this.#upper);
    if (!this.#moves || (this.#isWhole && compare(upper, of(this.#whole)) === 0)) return upper;
    const worlds = this.#tried();
    if (worlds === "tooMany") return upper;
    return worlds.reduce((most, world) => maximum(most, inWorld(world) ?? ZERO), ZERO);
  }

  /** Whether all may count together. */
  get #isWhole(): boolean {
    return Array.from(this.leaves.values()).every(({ stays }) => stays);
  }

  /** Where nothing is left out. */
  get #whole(): Highest {
    if (!this.#moves) return this.#upper;
    return (this.#lower ??= boundOf(
      this.#program,
      this.leaves,
      (group) => leastOf(this.#limits(group)),
      true,
    ));
  }

  get #spreads(): boolean {
    return Array.from(this.leaves.values()).some(({ redistributes }) => redistributes);
  }

  get #moves(): boolean {
    return Array.from(this.leaves.values()).some(({ redistributes, rescales }) => redistributes || rescales);
  }

  #tried(): readonly World[] | "tooMany" {
    return (this.#worlds ??= worldsOf(this.#program, this.leaves, this.#limits, this.#tries) ?? "tooMany");
  }
}

/** What a group came to before its limits. */
function beforeLimits({ turns, score }: NonNullable<ReturnType<World>>): Fraction | undefined {
  const last = turns?.findLast(({ kind }) => kind !== "cap" && kind !== "veto" && kind !== "floor");
  return valueOf(last?.result ?? score);
}

function valueOf(score: NonNullable<ReturnType<World>>["score"]): Fraction | undefined {
  return score?.state === "value" ? score.value : undefined;
}

function leastOf(limits: readonly Fraction[]): Fraction | undefined {
  const [first, ...others] = limits;
  return first && others.reduce(minimum, first);
}
