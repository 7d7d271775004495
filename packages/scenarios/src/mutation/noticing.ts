/** Which scenario notices a change: only those are run whose expectations it can reach, and no more of them than it takes. */
import { compared, runScenario, workAgain, type LeafOutcome } from "@heng/engine";
import type { Leaf, Program, Scenario } from "@heng/lang";
import { equals, type Bound } from "@heng/number";
import type { TestedScenario } from "../run.ts";
import { aloneWith, askedFor, evaluateDraft } from "../suggestion/draft.ts";
import { leavesOf } from "../tree.ts";

type Expectation = Scenario["expect"][number];

export class Noticing {
  readonly #base: Program;
  readonly #scenarios: readonly TestedScenario[];
  /** Whether an indicator weighs the same whatever the others come to. */
  readonly #weighsAlone: boolean;
  readonly #before = new Map<Leaf, Map<TestedScenario, LeafOutcome | undefined>>();
  readonly #alone = new Map<Leaf, Program>();
  readonly #leaves: ReadonlyMap<string, Leaf>;

  constructor(base: Program, scenarios: readonly TestedScenario[]) {
    this.#base = base;
    this.#scenarios = scenarios;
    this.#leaves = new Map(leavesOf(base).map((leaf) => [leaf.id, leaf]));
    this.#weighsAlone = ![...this.#leaves.values()].some(({ notApplicable }) =>
      notApplicable.some(({ as }) => as === "redistribute"),
    );
  }

  /** The first scenario that notices; `ids`: the indicators that changed, where it is known that no others did. */
  by(changed: Program, ids: ReadonlySet<string> | undefined): TestedScenario | undefined {
    if (ids === undefined)
      return this.#scenarios.find((tested) => {
        const { scenario } = tested;
        const held = heldOf(tested);
        return held.length > 0 && !runScenario(changed, { ...scenario, expect: held }).holds;
      });
    if (!this.#weighsAlone) return this.#scenarios.find((tested) => notices(tested, changed, heldOf(tested)));
    const leaves = leavesOf(changed).filter(({ id }) => ids.has(id));
    const onlyLeaves = leaves.length === ids.size;
    const alone = leaves.map((leaf) => aloneWith(leaf, changed));
    return this.#scenarios.find((tested) => {
      const concerns = heldOf(tested).filter(({ of }) => of.kind !== "indicator" || above(of.id, ids));
      if (concerns.length === 0) return false;
      if (leaves.some((leaf, i) => noticesIn(tested, leaf, alone[i]))) return true;
      const others = concerns.filter(({ of }) => of.kind !== "indicator" || !ids.has(of.id) || !onlyLeaves);
      if (others.length === 0) return false;
      if (onlyLeaves && leaves.every((leaf, i) => this.#isAsBefore(leaf, alone[i], tested))) return false;
      return notices(tested, changed, others);
    });
  }

  /** Whether a leaf comes to what it came to before, by a scenario. */
  #isAsBefore(leaf: Leaf, alone: Program | undefined, tested: TestedScenario): boolean {
    const was = this.#leaves.get(leaf.id);
    if (was === undefined || alone === undefined) return false;
    if (!equals(was.points, leaf.points) || !equals(was.upTo, leaf.upTo)) return false;
    const before = this.#outcomeBefore(was, tested);
    const after = evaluateDraft(alone, askedFor(alone, tested.scenario)).leaves.get(leaf);
    return before !== undefined && after !== undefined && sameOutcome(before, after, was, leaf);
  }

  #outcomeBefore(leaf: Leaf, tested: TestedScenario): LeafOutcome | undefined {
    let known = this.#before.get(leaf);
    if (known === undefined) this.#before.set(leaf, (known = new Map()));
    if (!known.has(tested)) {
      let alone = this.#alone.get(leaf);
      if (alone === undefined) this.#alone.set(leaf, (alone = aloneWith(leaf, this.#base)));
      known.set(tested, evaluateDraft(alone, askedFor(alone, tested.scenario)).leaves.get(leaf));
    }
    return known.get(tested);
  }
}

/** Whether what a scenario expects of an indicator tells of one of those that changed, or of what is above it. */
function above(id: string, ids: ReadonlySet<string>): boolean {
  return ids.has(id) || [...ids].some((changed) => changed.startsWith(`${id}/`));
}

/** What was met. */
function heldOf({ scenario, checks }: TestedScenario): readonly Expectation[] {
  return scenario.expect.filter((_, i) => checks[i]?.holds === true);
}

/** Whether what is expected of a leaf itself, and was met, no longer is. */
function noticesIn(tested: TestedScenario, { id }: Leaf, alone: Program | undefined): boolean {
  const held = heldOf(tested).filter(({ of }) => of.kind === "indicator" && of.id === id);
  if (alone === undefined || held.length === 0) return false;
  const { scenario } = tested;
  return !runScenario(alone, { ...scenario, ...askedFor(alone, scenario), expect: held }).holds;
}

/** Whether one of these expectations is no longer met where some indicators changed. */
function notices(
  { scenario, evaluation }: TestedScenario,
  changed: Program,
  held: readonly Expectation[],
): boolean {
  return held.length > 0 && !compared({ ...scenario, expect: held }, workAgain(changed, evaluation)).holds;
}

/** Whether two outcomes of a leaf come to the same above it; false where that is not seen. */
function sameOutcome(a: LeafOutcome, b: LeafOutcome, was: Leaf, is: Leaf): boolean {
  if (a.out.length + b.out.length + a.limits.length + b.limits.length > 0) return false;
  if (a.mayFail !== b.mayFail || rulingKey(a, was) !== rulingKey(b, is)) return false;
  const [x, y] = [a.score, b.score];
  if (x?.state === "value" && y?.state === "value")
    return x.mayFail === y.mayFail && equals(x.value, y.value);
  return (
    x?.state === "missing" &&
    y?.state === "missing" &&
    x.mayFail === y.mayFail &&
    sameEnd(x.range.low, y.range.low) &&
    sameEnd(x.range.high, y.range.high)
  );
}

function sameEnd(a: Bound | undefined, b: Bound | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.open === b.open && equals(a.value, b.value);
}

function rulingKey({ ruling }: LeafOutcome, { notApplicable, vetoes }: Leaf): string {
  switch (ruling?.by) {
    case "notApplicable":
      return `notApplicable ${notApplicable.indexOf(ruling.clause)}`;
    case "veto":
      return `veto ${vetoes.indexOf(ruling.veto)}`;
    default:
      return ruling?.by ?? "";
  }
}
