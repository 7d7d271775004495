/** What claims are told with. */
import type { Evaluation } from "@heng/engine";
import {
  diagnose,
  keyOf,
  partsOf,
  showFigure,
  type ComparisonSign,
  type Definition,
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
import type { Mends } from "../mends/mends.ts";
import { Space } from "../space/space.ts";
import type { Because } from "./because.ts";
import { Effort } from "./effort.ts";
import { leading, type Claim } from "./leading.ts";
import { H2114 } from "../H2114-undecided/index.ts";

/** Gathers what does not hold, what holds, and what could not be decided. */
export class Ledger {
  readonly #claims: Claim[] = [];
  proved = 0;
  /** By code and place what was told there, and of whom. */
  readonly #told = new Map<string, Told>();
  readonly #before: readonly Diagnostic[];
  /** How what is found is mended. */
  readonly mends: Mends;
  /** What may still be spent on what is open. */
  readonly effort = new Effort();

  /** `before`: what was found of the same rules before they were proved. */
  constructor(before: readonly Diagnostic[], mends: Mends) {
    this.#before = before;
    this.mends = mends;
  }

  /** Each finding by itself. */
  get claims(): readonly Diagnostic[] {
    return this.#claims.map(({ diagnostic }) => diagnostic);
  }

  /** The findings as they are shown: what comes of one mistake together. */
  get findings(): readonly Diagnostic[] {
    return leading(this.#claims);
  }

  holds(): void {
    this.proved += 1;
  }

  /** Whether something was told at a place. */
  isTold(at: Range): boolean {
    return this.#claims.some(({ diagnostic }) => isAt(diagnostic, at)) || this.wasTold(at);
  }

  /** Whether something was told at a place before the rules were proved. */
  wasTold(at: Range): boolean {
    return this.#before.some((one) => isAt(one, at));
  }

  /** Says what could be neither shown nor refuted. */
  open(name: string, what: Names, range: Range, leaves: readonly Leaf[] = []): void {
    this.tell(H2114, { name, what }, range, undefined, [], { leaves });
  }

  /** Tells a finding once for each place: what several indicators share is one mistake, mended for all of them. */
  tell<D extends { readonly name: string }>(
    type: DiagnosticType<D>,
    data: D,
    range: Range,
    shown: Counterexample | undefined,
    fixes: readonly Fix[] = [],
    { leaves = [], because, removal = [], follows = false }: Behind = {},
  ): void {
    const one = diagnose(type, data, { range }, { fixes, related: because?.related ?? [] });
    const key = keyOf({ code: type.code, range, data: undefined });
    const says = keyOf(one);
    const told = this.#told.get(key);
    if (told && told.name !== data.name) {
      const first = this.#claims[told.at];
      if (first)
        this.#claims[told.at] = {
          ...first,
          diagnostic: { ...first.diagnostic, fixes: mendingBoth(first.diagnostic.fixes, fixes) },
          leaves: new Set([...first.leaves, ...leaves]),
          removal: mendingBoth(first.removal, removal),
        };
      return;
    }
    if (told?.says.has(says)) return;
    if (told) told.says.add(says);
    else
      this.#told.set(key, {
        name: data.name,
        at: this.#claims.length,
        says: new Set([says]),
      });
    const diagnostic = shown ? { ...one, counterexample: filedAs(shown) } : one;
    this.#claims.push({ diagnostic, leaves: new Set(leaves), of: because?.of, removal, follows });
  }
}

/** What stands behind a finding, so that what comes of one mistake is told together. */
interface Behind {
  /** The leaves in whose standards it is. */
  readonly leaves?: readonly Leaf[];
  readonly because?: Pick<Because, "of" | "related"> | undefined;
  /** Fixes that take out what is of no use. */
  readonly removal?: readonly Fix[];
  /** It would not be so without what is told of leaves. */
  readonly follows?: boolean;
}

interface Told {
  readonly name: string;
  /** Which finding it is. */
  readonly at: number;
  /** What has been said of the place. */
  readonly says: Set<string>;
}

/** Fixes of one mistake in what several indicators share: what is to be done for each of them. */
function mendingBoth(fixes: readonly Fix[], others: readonly Fix[]): readonly Fix[] {
  return fixes.flatMap((fix) => {
    const other = others.find(({ title }) => title.zh === fix.title.zh);
    if (!other) return [];
    const more = other.edits.filter(
      ({ file, start, text }) =>
        !fix.edits.some((edit) => edit.file === file && edit.start === start && edit.text === text),
    );
    return [{ ...fix, edits: [...fix.edits, ...more] }];
  });
}

function isAt({ range }: Diagnostic, at: Range): boolean {
  return range?.file === at.file && range.start < at.end && at.start < range.end;
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
    this.#space ??= alone(space, this.leaf);
    return counterexample(this.#space, { ...sought, reads: this.parts }, space);
  }

  /** What the leaf reads of a filing, in words: `年初结转结余 100万元，年末结转结余 110万元`. */
  words(shown: Counterexample): Names {
    return shownFiling(this.#program, this.leaf, shown);
  }
}

/** The program of one leaf alone, with what it reads and no more: of a thousand leaves each is tried by itself. */
function alone(whole: Space, leaf: Leaf): Space {
  const { program } = whole;
  // Each behind those it uses, as in the whole.
  const definitions: Definition[] = [];
  const fields = new Set<string>();
  const lists = new Set<string>();
  const looked = new Set<Expr>();
  const look = (e: Expr): void => {
    if (looked.has(e)) return;
    looked.add(e);
    if (e.node === "input") fields.add(e.field);
    if (e.node === "aggregate") lists.add(e.rows);
    const definition = e.node === "use" ? whole.definitions.get(e.definition) : undefined;
    if (definition && !definitions.includes(definition)) {
      look(definition.of);
      definitions.push(definition);
    }
    for (const part of partsOf(e)) look(part);
  };
  for (const e of everythingIn(leaf)) look(e);
  return new Space({
    ...program,
    definitions,
    fields: Array.from(fields).flatMap((name) => whole.fields.get(name) ?? []),
    rowLists: Array.from(lists).flatMap((name) => whole.rowLists.get(name) ?? []),
    crossChecks: [],
    scenarios: [],
    root: { ...program.root, vetoes: [], caps: [], children: leaf.sense === "indicator" ? [leaf] : [] },
    extras: leaf.sense === "indicator" ? [] : [leaf],
  });
}

function everythingIn(leaf: Leaf): readonly Expr[] {
  const { value, target, tabled, mustExplain } = leaf;
  const sides = [target, tabled.target].flatMap((of) =>
    of?.kind === "compare" ? [of.of] : of?.kind === "range" ? [of.low, of.high] : [],
  );
  const said = [...(tabled.actual?.zh ?? []), ...(tabled.actual?.en ?? [])].flatMap((part) =>
    typeof part === "string" ? [] : [part.of],
  );
  const asked = mustExplain.map(({ when }) => when);
  return [...partsOfLeaf(leaf), ...asked, ...said, value, ...sides].filter((e) => e !== undefined);
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

/** `left < 0` */
export function compared(left: Expr, sign: ComparisonSign, value: Fraction): Expr {
  const right: Expr = { node: "figure", type: left.type, value };
  return { node: "compare", type: { kind: "yesNo" }, sign, left, right };
}
