/** What claims are told with. */
import type { Evaluation } from "@heng/engine";
import {
  diagnose,
  showFigure,
  type Diagnostic,
  type DiagnosticType,
  type Expr,
  type Fix,
  type Leaf,
  type Names,
  type Program,
  type Range,
  type Type,
} from "@heng/lang";
import type { Fraction } from "@heng/number";
import { counterexample, partsOfLeaf, type Counterexample, type Sought } from "../witness/counterexample.ts";
import { filedAs, shownFiling } from "../witness/shown.ts";
import { Space } from "../space/space.ts";
import { H2114 } from "../H2114-undecided/index.ts";

/** Gathers what does not hold, what holds, and what could not be decided. */
export class Ledger {
  readonly diagnostics: Diagnostic[] = [];
  proved = 0;
  readonly #told = new Set<string>();

  holds(): void {
    this.proved += 1;
  }

  /** Whether something was told at a place. */
  isTold(at: Range): boolean {
    return this.diagnostics.some(
      ({ range }) => range?.file === at.file && range.start < at.end && at.start < range.end,
    );
  }

  /** Says what could be neither shown nor refuted. */
  open(name: string, what: Names, range: Range): void {
    this.tell(H2114, { name, what }, range, undefined);
  }

  /** Tells a finding once for each place: what several indicators share is one mistake. */
  tell<D>(
    type: DiagnosticType<D>,
    data: D,
    range: Range,
    shown: Counterexample | undefined,
    fixes: readonly Fix[] = [],
  ): void {
    const key = `${type.code} ${range.file} ${range.start} ${range.end}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const one = diagnose(type, data, { range }, { fixes });
    this.diagnostics.push(shown ? { ...one, counterexample: filedAs(shown) } : one);
  }
}

/** A leaf with its own space: of the program no more than what decides it, so that trying a filing costs little. */
export class Subject {
  readonly leaf: Leaf;
  readonly parts: readonly Expr[];
  #space: Space | undefined;
  readonly #program: Program;

  constructor(program: Program, leaf: Leaf) {
    this.leaf = leaf;
    this.parts = partsOfLeaf(leaf);
    this.#program = program;
  }

  /** A filing that shows something of the leaf. */
  show(space: Space, sought: Omit<Sought, "reads">): Counterexample | undefined {
    this.#space ??= alone(this.#program, this.leaf);
    return counterexample(this.#space, { ...sought, reads: this.parts }, space);
  }

  /** What the leaf reads of a filing, in words: `年初结转结余 100万元，年末结转结余 110万元`. */
  words(shown: Counterexample): Names {
    return shownFiling(this.#program, this.leaf, shown);
  }
}

/** The program of one leaf alone. */
function alone(program: Program, leaf: Leaf): Space {
  return new Space({
    ...program,
    crossChecks: [],
    scenarios: [],
    root: { ...program.root, vetoes: [], caps: [], children: leaf.sense === "indicator" ? [leaf] : [] },
    extras: leaf.sense === "indicator" ? [] : [leaf],
  });
}

/** The score of a leaf, where its standard gives one. */
export function scoreOf(evaluation: Evaluation, leaf: Leaf): Fraction | undefined {
  const { ruling, score } = evaluation.leaves.get(leaf) ?? {};
  return ruling?.by === "standard" && score?.state === "value" ? score.value : undefined;
}

/** A figure as both languages show it. */
export function inBoth(value: Fraction, type: Type): Names {
  return { zh: showFigure(value, type, "zh"), en: showFigure(value, type, "en") };
}
