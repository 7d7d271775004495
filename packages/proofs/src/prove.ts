/**
 * Proofs over the declared ranges, before any data: that every filing has a score, every row is used, scores stay in
 * their range, full marks can be had, the better never gets less. By intervals and linear pieces in exact fractions.
 */
import { add, compare, equals, floor, fraction, multiply, power10, ZERO, type Fraction } from "@heng/number";
import {
  partsOf,
  printExpr,
  type Case,
  type Expr,
  type Group,
  type Leaf,
  type Names,
  type Program,
  type Range,
} from "@heng/lang";
import { Ledger, type Subject } from "./claims/claim.ts";
import { inBoth, LeafProof, scoreOf, type Best } from "./leaf.ts";
import type { Proofs } from "./proofs.ts";
import { Space } from "./space/space.ts";
import { Trace, type Met } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { H2104 } from "./H2104-never-used/index.ts";
import { H2106 } from "./H2106-full-marks-unattainable/index.ts";
import { H2108 } from "./H2108-constant-condition/index.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";
import { H2113 } from "./H2113-grade-skipped/index.ts";

/** Proves a rule set that checks without error. Pure; the same program gives the same findings in the same order. */
export function prove(program: Program): Proofs {
  const space = new Space(program);
  const ledger = new Ledger();
  const trace = new Trace();
  const proofs: LeafProof[] = [];
  const writing = new Writing(space);
  const best = new Map<Leaf, Best | undefined>();
  for (const leaf of leavesOf(program)) {
    const proof = new LeafProof(space, leaf, ledger, trace);
    proofs.push(proof);
    best.set(leaf, proof.run());
    writing.of(proof.subject);
    space.forget();
  }
  const most = mostOf(program, best);
  for (const proof of proofs) fullMarks(space, ledger, proof, best, most.total);
  conditions(space, ledger, writing.comparisons);
  rows(space, ledger, trace, writing.cases);
  limits(space, ledger, program, most.of);
  gradesReached(ledger, program);
  const diagnostics = ledger.diagnostics.toSorted(
    (a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0) || (a.code < b.code ? -1 : 1),
  );
  return { diagnostics, proved: ledger.proved, highest: most.total };
}

function leavesOf(program: Program): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (node: Group | Leaf): void => {
    if (node.kind === "leaf") found.push(node);
    else for (const child of node.children) visit(child);
  };
  visit(program.root);
  return [...found, ...program.extras];
}

// ---- full marks --------------------------------------------------------------------------------------------------

/** The most that each node and the whole can come to. */
function mostOf(
  program: Program,
  best: ReadonlyMap<Leaf, Best | undefined>,
): { readonly of: ReadonlyMap<Group | Leaf, Fraction>; readonly total: Fraction } {
  const of = new Map<Group | Leaf, Fraction>();
  const visit = (node: Group | Leaf): Fraction => {
    let most: Fraction;
    // What never comes to its standard gets what its 不适用 or 否决 says: at most everything.
    if (node.kind === "leaf") most = best.get(node)?.most ?? node.points;
    else {
      const parts = node.children.map(visit);
      most = node.combine.kind === "sum" ? parts.reduce(add, ZERO) : node.points;
    }
    of.set(node, most);
    return most;
  };
  let total = visit(program.root);
  for (const extra of program.extras)
    if (extra.sense === "bonus") total = add(total, best.get(extra)?.most ?? extra.points);
  return { of, total };
}

function fullMarks(
  space: Space,
  ledger: Ledger,
  { subject }: LeafProof,
  best: ReadonlyMap<Leaf, Best | undefined>,
  total: Fraction,
): void {
  const { leaf } = subject;
  const own = best.get(leaf);
  if (!own || leaf.sense !== "indicator") return;
  // What comes as near as rounding makes up for is reached.
  const half = fraction(1n, 2n * power10(space.program.places));
  if (compare(add(own.most, half), leaf.points) >= 0) return ledger.holds();
  const shown = subject.show(space, {
    env: own.env,
    shows: (evaluation) => {
      const score = scoreOf(evaluation, leaf);
      return score !== undefined && equals(score, own.most);
    },
  });
  ledger.tell(
    H2106,
    {
      name: leaf.name,
      best: inBoth(own.most, { kind: "points" }),
      points: inBoth(leaf.points, { kind: "points" }),
      filed: shown && subject.words(shown),
      total: inBoth(total, { kind: "points" }),
    },
    leaf.origin,
    shown,
  );
}

// ---- conditions and rows -----------------------------------------------------------------------------------------

type Comparison = Extract<Expr, { node: "compare" }>;

/** Something that the author wrote, with the first indicator that it is used for. */
interface Written<T> {
  readonly of: T;
  readonly subject: Subject;
}

/** What the author wrote in one place: in a 方法 or function as often as it is used. */
type Places<T> = Map<string | number, Written<T>[]>;

/** All comparisons and cases that were written, by place. */
class Writing {
  readonly comparisons: Places<Comparison> = new Map();
  readonly cases: Places<Case> = new Map();
  readonly #space: Space;
  /** Of one leaf: what several leaves share is found for each. */
  readonly #looked = new Set<Expr>();

  constructor(space: Space) {
    this.#space = space;
  }

  of(subject: Subject): void {
    this.#looked.clear();
    for (const part of subject.parts) this.#look(part, subject);
  }

  #look(e: Expr, subject: Subject): void {
    if (e.node === "figure" || e.node === "input" || e.node === "option" || this.#looked.has(e)) return;
    this.#looked.add(e);
    if (e.node === "compare" && e.origin) this.#add(this.comparisons, e.origin, e, subject);
    if (e.node === "cases")
      for (const one of e.cases) if (one.origin) this.#add(this.cases, one.origin, one, subject);
    const of = e.node === "use" ? this.#space.definitions.get(e.definition)?.of : undefined;
    if (of) this.#look(of, subject);
    else for (const part of partsOf(e)) this.#look(part, subject);
  }

  #add<T>(to: Places<T>, at: Range, of: T, subject: Subject): void {
    const key = at.file === this.#space.program.file ? at.start : `${at.file} ${at.start}`;
    const known = to.get(key);
    if (!known) to.set(key, [{ of, subject }]);
    else if (known.every((one) => one.of !== of)) known.push({ of, subject });
  }
}

/**
 * Comparisons that come out the same for all that the declared ranges allow. What several uses share is judged together: a
 * comparison in a 方法 may be constant for one of them.
 */
function conditions(space: Space, ledger: Ledger, comparisons: Places<Comparison>): void {
  const walk = new Walk(space);
  for (const list of comparisons.values()) {
    const [first] = list;
    const holds = first && walk.truth(first.of, undefined, false);
    const origin = first?.of.origin;
    if (
      !first ||
      !origin ||
      holds === undefined ||
      list.some(({ of }) => walk.truth(of, undefined, false) !== holds)
    ) {
      ledger.holds();
      continue;
    }
    if (ledger.isTold(origin)) continue;
    const data = { name: first.subject.leaf.name, condition: printExpr(first.of, { lang: "zh" }), holds };
    ledger.tell(H2108, data, origin, undefined);
  }
}

/** Rows and branches that nothing ever comes to. */
function rows(space: Space, ledger: Ledger, trace: Trace, cases: Places<Case>): void {
  for (const list of cases.values()) {
    const met = list.flatMap((one) => {
      const found = trace.cases.get(one.of);
      return found ? [{ ...one, ...found }] : [];
    });
    const [first] = list;
    const origin = first?.of.origin;
    if (!first || !origin) continue;
    const { name } = first.subject.leaf;
    if (met.length === 0) {
      if (!ledger.isTold(origin)) ledger.tell(H2104, { name }, origin, undefined);
      continue;
    }
    if (met.some(({ certain }) => certain) || met.some((one) => isShown(space, one))) ledger.holds();
    else ledger.open(name, { zh: "这一行用不用得到", en: "whether this row is used" }, origin);
  }
}

/** Whether a filing comes to a case. */
function isShown(space: Space, { of: { when }, subject, env }: Written<Case> & Met): boolean {
  const shown = subject.show(space, {
    env,
    conditions: [{ when, holds: true }],
    shows: ({ memo }) => {
      const found = memo.get(when);
      return found?.state === "truth" && found.holds;
    },
  });
  return shown !== undefined;
}

// ---- groups and grades -------------------------------------------------------------------------------------------

const VETO: Names = { zh: "否决", en: "veto" };
const CAP: Names = { zh: "封顶", en: "cap" };

/** 否决 and 封顶 of groups and of the whole that never hold, or change nothing when they do. */
function limits(
  space: Space,
  ledger: Ledger,
  program: Program,
  most: ReadonlyMap<Group | Leaf, Fraction>,
): void {
  const walk = new Walk(space);
  const [top] = program.grades;
  const visit = (node: Group | Leaf): void => {
    for (const { notAbove, origin } of node.vetoes)
      if (notAbove !== undefined && notAbove === top?.name)
        ledger.tell(
          H2112,
          {
            name: node.name,
            word: { zh: "等级 不高于", en: "grade notAbove" },
            limit: same(notAbove),
            most: same(notAbove),
          },
          origin,
          undefined,
        );
    if (node.kind === "leaf") return;
    const clauses = [
      ...node.vetoes.map(({ when, origin }) => ({ when, origin, word: VETO })),
      ...node.caps.flatMap(({ when, origin }) => (when ? [{ when, origin, word: CAP }] : [])),
    ];
    for (const { when, origin, word } of clauses) {
      if (walk.truth(when, undefined, true) === false || walk.assume(when, true, undefined) === "never")
        ledger.tell(H2110, { name: node.name, word }, origin, undefined);
      else ledger.holds();
    }
    const highest = node === program.root ? mostWithExtras(program, most) : most.get(node);
    for (const { of, origin } of node.caps) {
      const limit = walk.value(of, undefined, true)?.range.low?.value;
      if (!limit || !highest || compare(limit, highest) < 0) ledger.holds();
      else {
        const shown = (value: Fraction) => inBoth(value, { kind: "points" });
        ledger.tell(
          H2112,
          { name: node.name, word: CAP, limit: shown(limit), most: shown(highest) },
          origin,
          undefined,
        );
      }
    }
    for (const child of node.children) visit(child);
  };
  visit(program.root);
}

const same = (text: string): Names => ({ zh: text, en: text });

function mostWithExtras(program: Program, most: ReadonlyMap<Group | Leaf, Fraction>): Fraction {
  const own = most.get(program.root) ?? program.fullMarks;
  // What is above 分值 is added beside the sum, as 加分项 are.
  return program.extras.reduce((sum, extra) => (extra.sense === "bonus" ? add(sum, extra.upTo) : sum), own);
}

/** A grade between whose bounds no rounded total lies. */
function gradesReached(ledger: Ledger, program: Program): void {
  let above: Fraction | undefined;
  const scale = power10(program.places);
  for (const { name, atLeast, strict, origin } of program.grades) {
    if (!atLeast) continue;
    const counted = multiply(atLeast, fraction(scale));
    const first = strict || !equals(fraction(floor(counted)), counted) ? floor(counted) + 1n : floor(counted);
    const least = fraction(first, scale);
    if (above && compare(least, above) >= 0 && origin)
      ledger.tell(H2113, { grade: name, places: program.places }, origin, undefined);
    else ledger.holds();
    above = least;
  }
}
