/**
 * Whether what is proved of a program agrees with what was seen of it. A `breach` is a mistake of the prover: something
 * that it denies was seen, or something was seen that it passes over. `unseen` is what it holds possible and no filing
 * showed: it may be there all the same.
 */
import { work } from "@heng/engine";
import type { Case, Diagnostic, Expr, Leaf, Program, Range } from "@heng/lang";
import type { Proofs } from "@heng/proofs";
import { exact, NONE, order, parse, plus, type Exact } from "../exact.ts";
import { placeKey, type FaultSeen, type LeafSeen, type Seen } from "./seen.ts";
import { asFiling, decidingParts, groupsOf, leavesOf, reached, told, type Tried } from "./tried.ts";

export interface Disagreement {
  readonly kind: "breach" | "unseen";
  /** `never used, but taken` */
  readonly what: string;
  readonly where: string;
  readonly by: string;
}

/** All that does not agree. */
export function disagreements(program: Program, proofs: Proofs, seen: Seen): readonly Disagreement[] {
  const judge = new Judge(program, proofs, seen);
  judge.denied();
  judge.passedOver();
  judge.unseen();
  return judge.found;
}

const nameOf = ({ data }: Diagnostic): unknown => (data as { readonly name?: string }).name;

class Judge {
  readonly found: Disagreement[] = [];
  readonly #program: Program;
  readonly #proofs: Proofs;
  readonly #seen: Seen;

  constructor(program: Program, proofs: Proofs, seen: Seen) {
    this.#program = program;
    this.#proofs = proofs;
    this.#seen = seen;
  }

  #add(kind: Disagreement["kind"], what: string, where: string, by: Tried | undefined): void {
    this.found.push({ kind, what, where, by: by ? told(by) : "" });
  }

  #told(codes: readonly string[], is: (one: Diagnostic) => boolean): boolean {
    return this.#proofs.claims.some((one) => codes.includes(one.code) && is(one));
  }

  // ---- what is said never to be --------------------------------------------------------------------------------

  denied(): void {
    const { taken, truths, held, missed, bit, grades } = this.#seen;
    for (const one of this.#proofs.claims) {
      const { code, range, data } = one;
      if (!range) continue;
      const key = placeKey(range);
      const says = data as Readonly<Record<string, unknown>>;
      const where = one.message.zh;
      const deny = (what: string, by: Tried | undefined): void => {
        if (by) this.#add("breach", `${code} ${what}`, where, by);
      };
      if (code === "H2104") deny("a row that is never used was", taken.get(key));
      if (code === "H2108")
        deny("a constant condition came out otherwise", truths.get(`${key} ${says["holds"] !== true}`));
      if (code === "H2110") deny("a clause that never applies held", held.get(key));
      if (code === "H2112")
        deny(
          "a limit that changes nothing did",
          bit.get(key) ?? this.#changedBy(taken.get(key), says["name"]),
        );
      if (code === "H2113") deny("a grade that is skipped was given", grades.get(String(says["name"])));
      const leaf = leavesOf(this.#program).find(({ name }) => name === says["name"]);
      const own = leaf && this.#seen.leaves.get(leaf);
      const clauses = says["clauses"] as readonly unknown[] | undefined;
      if (code === "H2111" && clauses?.length === 1)
        deny("a clause that always applies did not", missed.get(key));
      if (code === "H2111" && own?.asked) deny("a standard that is never asked was", own.best?.by);
      if (code === "H2106" && leaf && own?.best) {
        const most = pointsIn((says["best"] as { readonly zh: string }).zh);
        if (most && order(own.best.value, most) > 0) deny("more than the best was given", own.best.by);
      }
    }
    const { highest } = this.#seen;
    if (highest && order(highest.value, this.#proofs.highest) > 0)
      this.#add("breach", "the total is above the highest", pointsText(this.#proofs.highest), highest.by);
  }

  /** A filing in which a row comes to its limit, unless all or nothing is left of the score all the same. */
  #changedBy(by: Tried | undefined, name: unknown): Tried | undefined {
    const leaf = leavesOf(this.#program).find((one) => one.name === name);
    const score = by && leaf && work(this.#program, asFiling(by)).leaves.get(leaf)?.score;
    const ends =
      score?.state === "value" && [NONE, leaf?.upTo].some((end) => end && order(score.value, end) === 0);
    return ends ? undefined : by;
  }

  // ---- what is wrong and not said ------------------------------------------------------------------------------

  passedOver(): void {
    for (const [leaf, own] of this.#seen.leaves) {
      for (const fault of own.faults.values()) this.#fault(leaf.name, fault);
      if (leaf.method === "expression") this.#range(leaf, own);
    }
    for (const fault of this.#seen.faults.values()) this.#fault(undefined, fault);
  }

  #fault(name: string | undefined, { cause, at, by }: FaultSeen): void {
    const divides = cause === "divisionByZero";
    const origin = divides ? this.#divisor(at) : undefined;
    const told = this.#told([divides ? "H2107" : "H2103", "H2114"], (one) =>
      origin
        ? one.range !== undefined && placeKey(one.range) === placeKey(origin)
        : nameOf(one) === name || !this.#ofLeaf(one),
    );
    const what = typeof cause === "string" ? cause : cause.id;
    if (!told) this.#add("breach", `${what} passed over`, name ?? "a group", by);
  }

  /** Where a divisor is written. */
  #divisor(at: Expr): Range | undefined {
    for (const e of this.#all())
      if (e.node === "product")
        for (const { of, origin } of e.factors) if (of === at && origin) return origin;
    return undefined;
  }

  #all(): ReadonlySet<Expr> {
    const of = leavesOf(this.#program).flatMap(decidingParts);
    for (const { vetoes, caps } of groupsOf(this.#program))
      of.push(...vetoes.map(({ when }) => when), ...caps.flatMap(({ when }) => (when ? [when] : [])));
    return reached(this.#program, of, true);
  }

  /** Whether a finding stands in a leaf, not in a definition that several share. */
  #ofLeaf({ range }: Diagnostic): boolean {
    return leavesOf(this.#program).some(({ origin }) => range !== undefined && inside(range, origin));
  }

  #range({ name, upTo }: Leaf, { lowest, highest }: LeafSeen): void {
    const says = (by: "below" | "above"): boolean =>
      this.#told(
        ["H2105", "H2114"],
        (one) =>
          nameOf(one) === name && (one.code === "H2114" || (one.data as { readonly by: string }).by === by),
      );
    if (lowest && order(lowest.value, NONE) < 0 && !says("below"))
      this.#add("breach", "below 0 passed over", name, lowest.by);
    if (highest && order(highest.value, upTo) > 0 && !says("above"))
      this.#add("breach", "above its points passed over", name, highest.by);
  }

  // ---- what nothing showed -------------------------------------------------------------------------------------

  unseen(): void {
    const { taken, truths, held, bit } = this.#seen;
    const said = (origin: Range): boolean =>
      this.#proofs.claims.some(({ range }) => range !== undefined && overlaps(range, origin));
    for (const [leaf, own] of this.#seen.leaves) {
      const never = this.#told(["H2111"], (one) => nameOf(one) === leaf.name);
      if (!own.asked || never) {
        if (!never) this.#add("unseen", "its standard asked", leaf.name, undefined);
        continue;
      }
      const hinted = this.#told(["H2106", "H2114"], (one) => nameOf(one) === leaf.name);
      const half = exact(1n, 2n * 10n ** BigInt(this.#program.places));
      if (
        leaf.sense === "indicator" &&
        own.best &&
        order(plus(own.best.value, half), leaf.points) < 0 &&
        !hinted
      )
        this.#add("unseen", "full marks", leaf.name, own.best.by);
      for (const e of reached(this.#program, decidingParts(leaf), false)) {
        if (e.node === "cases")
          for (const one of e.cases)
            if (missing(one, taken) && one.origin && !said(one.origin))
              this.#add("unseen", "a row used", this.#text(one.origin), undefined);
        if (e.node !== "compare" || !e.origin || said(e.origin)) continue;
        const key = placeKey(e.origin);
        for (const holds of [true, false])
          if (!truths.has(`${key} ${holds}`))
            this.#add("unseen", `a comparison ${holds}`, this.#text(e.origin), undefined);
      }
      const clauses = [...leaf.notApplicable, ...leaf.vetoes, ...leaf.mustExplain];
      for (const { origin } of clauses)
        if (!held.has(placeKey(origin)) && !said(origin))
          this.#add("unseen", "a clause held", this.#text(origin), undefined);
      for (const { origin } of leaf.vetoes)
        if (!bit.has(placeKey(origin)) && !said(origin))
          this.#add("unseen", "a veto changing something", this.#text(origin), undefined);
    }
    for (const { caps, vetoes } of groupsOf(this.#program)) {
      for (const { origin } of caps)
        if (!bit.has(placeKey(origin)) && !said(origin))
          this.#add("unseen", "a cap biting", this.#text(origin), undefined);
      for (const { origin } of vetoes)
        if (!bit.has(placeKey(origin)) && !said(origin))
          this.#add("unseen", "a veto changing something", this.#text(origin), undefined);
    }
  }

  #text({ start, end }: Range): string {
    return `${start}-${end}`;
  }
}

function missing({ origin }: Case, taken: ReadonlyMap<string, Tried>): boolean {
  return origin !== undefined && !taken.has(placeKey(origin));
}

function inside(range: Range, within: Range): boolean {
  return range.file === within.file && range.start >= within.start && range.end <= within.end;
}

function overlaps(a: Range, b: Range): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** `8.5分`; of a figure that is shown shorter than it is nothing is said. */
function pointsIn(text: string): Exact | undefined {
  const plain = /^(\d+(?:\.\d+)?)分$/.exec(text)?.[1];
  return plain === undefined ? undefined : parse(plain);
}

function pointsText({ n, d }: Exact): string {
  return `${n}/${d}`;
}
