/**
 * Proofs over the declared ranges, before any data: that every filing has a score, every row is used, scores stay in
 * their range, full marks can be had, the better never gets less. By intervals and linear pieces in exact fractions.
 */
import { compare, equals, roundHalfUp, type Fraction } from "@heng/number";
import {
  partsOf,
  printExpr,
  type Case,
  type Expr,
  type Group,
  type Leaf,
  type Program,
  type Range,
} from "@heng/lang";
import { inBoth, Ledger, scoreOf, type Subject } from "./claims/claim.ts";
import { cappedAt, gradesReached, limits } from "./groups.ts";
import { highestOf } from "./highest.ts";
import { LeafProof, type LeafReach } from "./leaf.ts";
import type { Proofs } from "./proofs.ts";
import { Space } from "./space/space.ts";
import { Trace, type Met } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { H2104 } from "./H2104-never-used/index.ts";
import { H2106 } from "./H2106-full-marks-unattainable/index.ts";
import { H2108 } from "./H2108-constant-condition/index.ts";

/** Proves a rule set that checks without error. Pure; the same program gives the same findings in the same order. */
export function prove(program: Program): Proofs {
  const space = new Space(program);
  const ledger = new Ledger();
  const trace = new Trace();
  const proofs: LeafProof[] = [];
  const writing = new Writing(space);
  const reaches = new Map<Leaf, LeafReach>();
  for (const leaf of leavesOf(program)) {
    const proof = new LeafProof(space, leaf, ledger, trace);
    proofs.push(proof);
    reaches.set(leaf, proof.run());
    writing.of(proof.subject);
    space.forget();
  }
  const most = highestOf(program, reaches, (group) => cappedAt(space, group));
  for (const proof of proofs) fullMarks(space, ledger, proof, reaches, most.total);
  conditions(space, ledger, writing.comparisons);
  rows(space, ledger, trace, writing.cases);
  limits(space, ledger, most.of);
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

function fullMarks(
  space: Space,
  ledger: Ledger,
  { subject }: LeafProof,
  reaches: ReadonlyMap<Leaf, LeafReach>,
  total: Fraction,
): void {
  const { leaf } = subject;
  const own = reaches.get(leaf)?.best;
  if (!own || leaf.sense !== "indicator") return;
  // What comes as near as rounding makes up for is reached.
  const rounded = (score: Fraction): Fraction => roundHalfUp(score, space.program.places);
  const most = rounded(own.most);
  if (compare(most, leaf.points) >= 0) return ledger.holds();
  const { standard } = leaf;
  const reached: Expr = {
    node: "compare",
    type: { kind: "yesNo" },
    sign: ">=",
    left: standard,
    right: { node: "figure", type: standard.type, value: own.most },
  };
  const shown = subject.show(space, {
    env: own.env,
    conditions: [{ when: reached, holds: true }],
    shows: (evaluation) => {
      const score = scoreOf(evaluation, leaf);
      return score !== undefined && equals(rounded(score), most);
    },
  });
  ledger.tell(
    H2106,
    {
      name: leaf.name,
      best: inBoth(most, { kind: "points" }),
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
