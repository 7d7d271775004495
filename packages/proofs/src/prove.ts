/**
 * Proofs over the declared ranges, before any data: that every filing has a score, every row is used, scores stay in
 * their range, full marks can be had, the better never gets less. By intervals and linear pieces in exact fractions.
 */
import {
  add,
  compare,
  equals,
  floor,
  fraction,
  maximum,
  multiply,
  power10,
  roundHalfUp,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Diagnostic, Group, Leaf, Names, Program } from "@heng/lang";
import type { Evaluation } from "@heng/engine";
import { Ledger } from "./claims/claim.ts";
import { compared, inBoth, LeafProof, scoreOf, type Best } from "./leaf.ts";
import type { Proofs } from "./proofs.ts";
import { proveWritten, Writing } from "./rows.ts";
import { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { H2106 } from "./H2106-full-marks-unattainable/index.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";
import { H2113 } from "./H2113-grade-skipped/index.ts";

/**
 * Proves a rule set that checks without error. Pure; the same program gives the same findings in the same order. `checked`:
 * what the check found, which is not told once more.
 */
export function prove(program: Program, checked: readonly Diagnostic[] = []): Proofs {
  const space = new Space(program);
  const ledger = new Ledger(checked);
  const trace = new Trace(space);
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
  proveWritten(space, ledger, trace, writing, program.crossChecks);
  limits(space, ledger, program, most.of);
  gradesReached(ledger, program, most.total);
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
  // Points that go over to others bring them what their own standards could not.
  const moves = leavesOf(program).some(({ notApplicable }) =>
    notApplicable.some(({ as }) => as === "redistribute" || as === "rescale"),
  );
  const visit = (node: Group | Leaf): Fraction => {
    let most: Fraction;
    if (node.kind === "leaf") most = mostOfLeaf(node, best.get(node));
    else {
      const parts = node.children.map(visit);
      most = node.combine.kind === "sum" ? parts.reduce(add, ZERO) : node.points;
      if (moves) most = maximum(most, node.points);
    }
    of.set(node, most);
    return most;
  };
  let total = visit(program.root);
  for (const extra of program.extras)
    if (extra.sense === "bonus") total = add(total, best.get(extra)?.most ?? extra.points);
  return { of, total };
}

/** What never comes to its standard gets what its 不适用 or 否决 says: at most everything. */
function mostOfLeaf({ points, notApplicable, vetoes }: Leaf, best: Best | undefined): Fraction {
  const given = notApplicable.some(({ as }) => as === "fullMarks") || vetoes.some(({ gets }) => gets);
  return best === undefined || given ? maximum(best?.most ?? ZERO, points) : best.most;
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
  const sought = {
    envs: [own.env],
    shows: (evaluation: Evaluation) => {
      const score = scoreOf(evaluation, leaf);
      return score !== undefined && equals(score, own.most);
    },
  };
  const shown =
    subject.show(space, sought) ??
    subject.show(space, {
      ...sought,
      conditions: [{ when: compared(leaf.standard, ">=", own.most), holds: true }],
    });
  ledger.tell(
    H2106,
    {
      name: leaf.name,
      best: inBoth(own.most, { kind: "points" }),
      points: inBoth(leaf.points, { kind: "points" }),
      filed: shown && subject.words(shown),
      total: compare(total, space.program.fullMarks) < 0 ? inBoth(total, { kind: "points" }) : undefined,
    },
    leaf.origin,
    shown,
  );
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

/** A grade between whose bounds no rounded total lies, or to which none comes up. */
function gradesReached(ledger: Ledger, program: Program, most: Fraction): void {
  let above: Fraction | undefined;
  const highest = roundHalfUp(most, program.places);
  const scale = power10(program.places);
  for (const { name, atLeast, strict, origin } of program.grades) {
    if (!atLeast) continue;
    const counted = multiply(atLeast, fraction(scale));
    const first = strict || !equals(fraction(floor(counted)), counted) ? floor(counted) + 1n : floor(counted);
    const least = fraction(first, scale);
    const tooHigh = compare(least, highest) > 0 ? inBoth(highest, { kind: "points" }) : undefined;
    const skipped = above && compare(least, above) >= 0;
    if (origin && (tooHigh || skipped))
      ledger.tell(H2113, { name, places: program.places, highest: tooHigh }, origin, undefined);
    else ledger.holds();
    above = least;
  }
}
