/**
 * Proofs over the declared ranges, before any data: that every filing has a score, every row is used, scores stay in
 * their range, full marks can be had, the better never gets less. By intervals and linear pieces in exact fractions.
 */
import { compare, fraction, power10, roundHalfUp, subtract, type Fraction } from "@heng/number";
import type { Diagnostic, Group, Leaf, Names, Program } from "@heng/lang";
import type { Evaluation } from "@heng/engine";
import { standardShared } from "./claims/because.ts";
import { compared, inBoth, Ledger, scoreOf } from "./claims/claim.ts";
import { before } from "./claims/leading.ts";
import { askedIn, decide } from "./decide.ts";
import { gradesReached } from "./grades.ts";
import { LeafProof, type LeafReach } from "./leaf.ts";
import { Limits } from "./limits.ts";
import { Mends } from "./mends/mends.ts";
import type { Proofs } from "./proofs.ts";
import { proveWritten, Writing } from "./rows.ts";
import type { Env } from "./space/domain.ts";
import { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import type { Walk } from "./space/walk.ts";
import { H2106 } from "./H2106-full-marks-unattainable/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";

/** What is known of a rule set beside its program. */
export interface Checked {
  /** What the check found, which is not told once more. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The texts of its files, by their names in ranges: to mend what is found. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Proves a rule set that checks without error. Pure; the same program gives the same findings in the same order. */
export function prove(
  program: Program,
  { diagnostics: checked = [], texts = new Map() }: Checked = {},
): Proofs {
  const space = new Space(program);
  const ledger = new Ledger(checked, new Mends(texts));
  const trace = new Trace(space);
  const proofs: LeafProof[] = [];
  const writing = new Writing(space);
  const reaches = new Map<Leaf, LeafReach>();
  for (const leaf of leavesOf(program)) {
    const proof = new LeafProof(space, leaf, ledger, trace);
    proofs.push(proof);
    const reach = proof.run();
    reaches.set(leaf, reach);
    writing.of(proof.subject, reach.best !== undefined);
    space.forget();
  }
  const limits = new Limits(space, ledger, reaches);
  const { total } = limits;
  const lost = new Set(Array.from(reaches).flatMap(([leaf, { best }]) => (best ? [] : [leaf])));
  for (const proof of proofs)
    if (losesMarks(space, ledger, proof, reaches, total)) lost.add(proof.subject.leaf);
  proveWritten(space, ledger, trace, writing, program.crossChecks);
  limits.prove(lost);
  gradesReached(ledger, program, total, limits.mended);
  const { findings, claims, proved } = ledger;
  return { diagnostics: findings, claims: claims.toSorted(before), proved, highest: total };
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

/** Whether an indicator cannot get its full marks, which is told. */
function losesMarks(
  space: Space,
  ledger: Ledger,
  { subject }: LeafProof,
  reaches: ReadonlyMap<Leaf, LeafReach>,
  total: Fraction,
): boolean {
  const { leaf } = subject;
  const own = reaches.get(leaf)?.best;
  if (!own || leaf.sense !== "indicator") return false;
  // What comes as near as rounding makes up for is reached.
  const rounded = (score: Fraction): Fraction => roundHalfUp(score, space.program.places);
  const most = rounded(own.most);
  const half = fraction(1n, 2n * power10(space.program.places));
  if (compare(leaf.upTo, leaf.points) > 0) bonus(ledger, leaf, most);
  const full = compare(most, leaf.points) >= 0;
  if (full && own.sure) {
    ledger.holds();
    return false;
  }
  const wanted = full ? leaf.points : most;
  const sought = {
    envs: [own.env],
    shows: (evaluation: Evaluation) => {
      const score = scoreOf(evaluation, leaf);
      return score !== undefined && compare(rounded(score), wanted) >= 0;
    },
  };
  const shown =
    subject.show(space, sought) ??
    subject.show(space, {
      ...sought,
      conditions: [{ when: compared(leaf.standard, ">=", own.most), holds: true }],
    }) ??
    subject.show(space, {
      ...sought,
      conditions: [{ when: compared(leaf.standard, ">=", subtract(wanted, half)), holds: true }],
    });
  if (full) {
    const what = { zh: "能不能得满分", en: "whether full marks can be had" };
    const nearly = subtract(wanted, half);
    const may = (walk: Walk, env: Env | undefined): boolean =>
      askedIn(walk, space, leaf, env).some((inside) => mayReach(walk, leaf, inside, nearly));
    const found = shown ?? decide(space, subject, ledger.effort, { ...sought, envs: [undefined], may });
    if (found && found !== "never") ledger.holds();
    else ledger.open(leaf.name, what, leaf.origin, [leaf]);
    return false;
  }
  ledger.tell(
    H2106,
    {
      name: leaf.name,
      best: inBoth(most, { kind: "points" }),
      points: inBoth(leaf.points, { kind: "points" }),
      filed: shown && subject.words(shown),
      total: compare(total, space.program.fullMarks) < 0 ? inBoth(total, { kind: "points" }) : undefined,
    },
    leaf.origin,
    shown,
    ledger.mends.fullMarks(leaf, own.most),
    { leaves: [leaf], because: standardShared(leaf) },
  );
  return true;
}

/** Whether a standard may give so much somewhere, as far as its range tells. */
function mayReach(walk: Walk, { standard }: Leaf, env: Env | undefined, least: Fraction): boolean {
  const reach = walk.value(standard, env, false);
  const high = reach?.range.high;
  return reach !== undefined && (!high || compare(high.value, least) >= 0);
}

/** 最高 above 分值 that the standard does not come to. */
function bonus(ledger: Ledger, leaf: Leaf, most: Fraction): void {
  const { name, upTo, origin } = leaf;
  if (compare(most, upTo) >= 0) return ledger.holds();
  const shown = (value: Fraction) => inBoth(value, { kind: "points" });
  ledger.tell(H2112, { name, word: UP_TO, limit: shown(upTo), most: shown(most) }, origin, undefined, [], {
    leaves: [leaf],
  });
}

const UP_TO: Names = { zh: "最高", en: "upTo" };
