/**
 * Follows an expected figure down a derivation: what would each part have to come to, the rest being as it is? The
 * place where it parts is the deepest figure of which that can be told, or a condition that came out the other way.
 */
import {
  add,
  ceiling,
  compareIntervals,
  contains,
  divide,
  floor,
  fraction,
  intersect,
  isZero,
  multiply,
  negate,
  point,
  power10,
  subtract,
  ZERO,
  ONE,
  type Bound,
  type Fraction,
  type Interval,
} from "@heng/number";
import { partsOf, roundingUnit, type Definition, type Expr, type Names } from "@heng/lang";
import { evaluate, formulaOf, type Evaluation } from "@heng/engine";
import { MIRRORED, OPPOSITE, wantedOfPart } from "@heng/proofs";
import { supposed } from "../supposing.ts";

type Cases = Extract<Expr, { readonly node: "cases" }>;

/** Where what was expected and what came out part. */
export type Parting =
  /** A named figure that would have to be in `want`. */
  | { readonly kind: "figure"; readonly of: Expr; readonly name: Names; readonly want: Interval }
  /** A condition that came out the other way: `wanted` instead of `taken`, both counted as {@link Cases} are. */
  | { readonly kind: "branch"; readonly of: Cases; readonly taken: number; readonly wanted: number }
  /** A named figure that would have to lie between two that it can be, next to each other. */
  | { readonly kind: "none"; readonly of: Expr; readonly name: Names; readonly near: readonly Fraction[] }
  /** One of several conditions; any of them would do. */
  | { readonly kind: "oneOf"; readonly of: readonly Parting[] };

/** More alternatives than this tell nobody anything. */
const MOST = 4;

/** Where `e` would have to part from what it came to, to lie in `want`; undefined where nothing can be told. */
export function partingOf(e: Expr, want: Interval, evaluation: Evaluation): Parting | undefined {
  const definitions = new Map(evaluation.program.definitions.map((d) => [d.id, d]));
  const follower = new Follower(evaluation, definitions);
  const parting = follower.follow(e, want, undefined);
  if (parting?.kind !== "figure") return parting;
  const kept = follower.kept(parting);
  if (kept?.kind !== "figure") return kept;
  // The figure may stand elsewhere in the derivation as well: what is said of it is tried.
  const holds = within(kept.want).every((value) => {
    const outcome = supposed(e, kept.of, value, evaluation);
    return outcome.state === "value" && contains(want, outcome.value);
  });
  return holds ? kept : undefined;
}

/** Figures of an interval, its ends or what is next to them among them. */
function within({ low, high }: Interval): readonly Fraction[] {
  if (low === undefined || high === undefined) {
    const end = low ?? high;
    if (end === undefined) return [];
    const [step, far] = [fraction(1n, 1000n), fraction(1000n)];
    const beyond = (by: Fraction): Fraction => (low ? add(end.value, by) : subtract(end.value, by));
    return [...(end.open ? [] : [end.value]), beyond(step), beyond(far)];
  }
  const width = subtract(high.value, low.value);
  const inside = [1n, 250n, 500n, 750n, 999n].map((n) => add(low.value, multiply(width, fraction(n, 1000n))));
  return [
    ...(low.open ? [] : [low.value]),
    ...(isZero(width) ? [] : inside),
    ...(high.open ? [] : [high.value]),
  ];
}

class Follower {
  readonly #evaluation: Evaluation;
  readonly #definitions: ReadonlyMap<string, Definition>;
  /** What has to stay as it came out on the way, for the rest to count. */
  readonly #path: { readonly when: Expr; readonly holds: boolean }[] = [];

  constructor(evaluation: Evaluation, definitions: ReadonlyMap<string, Definition>) {
    this.#evaluation = evaluation;
    this.#definitions = definitions;
  }

  /** `named`: the last figure with a name on the way here. */
  follow(e: Expr, want: Interval, named: Parting | undefined): Parting | undefined {
    switch (e.node) {
      case "step":
        return this.follow(e.of, want, { kind: "figure", of: e, name: e.name, want });
      case "use": {
        const definition = this.#definitions.get(e.definition);
        const here: Parting = { kind: "figure", of: e, name: e.name, want };
        return definition === undefined ? here : this.follow(definition.of, want, here);
      }
      case "input": {
        const name = e.part === undefined || e.part === "share" ? e.field : `${e.field}.${e.part}`;
        return { kind: "figure", of: e, name: { zh: name, en: name }, want };
      }
      case "cases":
        return this.#cases(e, want, named);
      case "sum":
      case "product":
        return this.#oneOf(
          (e.node === "sum" ? e.terms : e.factors).map(({ of }, i) => ({
            of,
            want: wantedOfPart(e, i, want, (part) => this.#valueOf(part)),
          })),
          named,
        );
      case "extreme":
        return this.#extreme(e, want, named);
      case "round": {
        const ulp = divide(roundingUnit(e.type), fraction(power10(e.places)));
        const before = beforeRounding(want, ulp, e.mode);
        // Between the two figures of a name that stands right here.
        if (before === undefined)
          return named?.kind === "figure" && named.of.node === "step" && named.of.of === e
            ? { kind: "none", of: named.of, name: named.name, near: beside(want, ulp) }
            : undefined;
        return this.follow(e.of, before, named);
      }
      default:
        return named;
    }
  }

  /** The figures of a parting by which the same branches are taken on the way to it, and that may be filed. */
  kept(parting: Extract<Parting, { readonly kind: "figure" }>): Parting | undefined {
    let want: Interval | undefined = parting.want;
    for (const { when, holds } of this.#path.splice(0)) {
      for (const bounds of this.#boundsOf(when, holds, parting.of)) want = want && intersect(want, bounds);
    }
    const { of } = parting;
    const spec =
      of.node === "input" ? this.#evaluation.program.fields.find(({ name }) => name === of.field) : undefined;
    if (want && spec && of.node === "input" && of.part === undefined) {
      want = intersect(want, spec.range);
      // People are counted: of 78.3人 to 79.4人 there are 79.
      if (want && spec.decimals === 0) {
        const one = spec.type.kind === "quantity" ? spec.type.factor : ONE;
        const whole = wholeIn(want, one);
        if (whole !== undefined) return { ...parting, want: whole };
        return { kind: "none", of, name: parting.name, near: beside(want, one) };
      }
    }
    return want && { ...parting, want };
  }

  /** Where a figure has to be for a condition to hold, or to fail, as far as that can be told. */
  #boundsOf(when: Expr, holds: boolean, of: Expr): readonly Interval[] {
    switch (when.node) {
      case "not":
        return this.#boundsOf(when.of, !holds, of);
      case "logic":
        return (when.connective === "and") === holds
          ? when.of.flatMap((part) => this.#boundsOf(part, holds, of))
          : [];
      case "compare": {
        const sign = holds ? when.sign : OPPOSITE[when.sign];
        const [left, right] = [this.#valueOf(when.left), this.#valueOf(when.right)];
        if (left === undefined || right === undefined) return [];
        return [
          { side: when.left, want: halfLine(sign, right) },
          { side: when.right, want: halfLine(MIRRORED[sign], left) },
        ].flatMap(({ side, want }) => {
          const parting = want && this.follow(side, want, undefined);
          return parting?.kind === "figure" && sameFigure(parting.of, of) ? [parting.want] : [];
        });
      }
      default:
        return [];
    }
  }

  #cases(e: Cases, want: Interval, named: Parting | undefined): Parting | undefined {
    const taken = this.#taken(e);
    if (taken === undefined) return named;
    const results = [...e.cases.map(({ then }) => then), e.otherwise];
    const fitting = results.flatMap((then, i) => {
      const value = i === taken ? undefined : this.#valueOf(then);
      return value !== undefined && contains(want, value) ? [i] : [];
    });
    const nearest = fitting.toSorted((a, b) => distance(a, taken) - distance(b, taken))[0];
    if (nearest !== undefined) return { kind: "branch", of: e, taken, wanted: nearest };
    this.#path.push(...e.cases.slice(0, taken + 1).map(({ when }, i) => ({ when, holds: i === taken })));
    const then = results[taken];
    return then && this.follow(then, want, named);
  }

  /** The one part that may have to be another, or the conditions of which one may have to be. */
  #oneOf(
    parts: readonly { readonly of: Expr; readonly want: Interval | undefined }[],
    named: Parting | undefined,
  ): Parting | undefined {
    const open = parts.flatMap(({ of, want }) => (want && !isFixed(of) ? [{ of, want }] : []));
    const [only, ...others] = open;
    if (only !== undefined && others.length === 0) return this.follow(only.of, only.want, named);
    const branches = open.flatMap(({ of, want }) => {
      const parting = this.follow(of, want, undefined);
      return parting?.kind === "branch" ? [parting] : [];
    });
    if (branches.length === 1) return branches[0];
    return branches.length > 1 && branches.length <= MOST ? { kind: "oneOf", of: branches } : named;
  }

  #extreme(
    e: Extract<Expr, { readonly node: "extreme" }>,
    want: Interval,
    named: Parting | undefined,
  ): Parting | undefined {
    const sign = e.pick === "min" ? ">=" : "<=";
    // A part decides where all others leave room for what is wanted.
    const deciding = e.of.filter((part) =>
      e.of.every((other) => {
        if (other === part) return true;
        const value = this.#valueOf(other);
        return value !== undefined && compareIntervals(sign, point(value), want) === true;
      }),
    );
    return this.#oneOf(
      deciding.map((of) => ({ of, want })),
      named,
    );
  }

  /** Which case was taken; the number of cases for `otherwise`. */
  #taken(e: Cases): number | undefined {
    for (const [i, { when }] of e.cases.entries()) {
      const holds = evaluate(when, this.#evaluation.scope);
      if (holds.state !== "truth") return undefined;
      if (holds.holds) return i;
    }
    return e.cases.length;
  }

  #valueOf(e: Expr): Fraction | undefined {
    const outcome = evaluate(e, this.#evaluation.scope);
    return outcome.state === "value" ? outcome.value : undefined;
  }
}

function distance(a: number, b: number): number {
  return Math.abs(a - b);
}

/** Whether no data can change an expression. */
function isFixed(e: Expr): boolean {
  const open = e.node === "input" || e.node === "column" || e.node === "use" || e.node === "aggregate";
  return !open && partsOf(e).every(isFixed);
}

/** All that rounds to a figure of an interval; undefined where no rounded figure lies in it. */
export function beforeRounding(
  { low, high }: Interval,
  ulp: Fraction,
  mode: "halfUp" | "floor" | "ceiling",
): Interval | undefined {
  // The lowest and the highest rounded figure, in units.
  const least = low && leastIn(low, ulp);
  const negated = high && leastIn({ value: negate(high.value), open: high.open }, ulp);
  const most = negated === undefined ? undefined : -negated;
  if (least !== undefined && most !== undefined && least > most) return undefined;
  const at = (units: bigint, by: Fraction): Fraction => multiply(add(fraction(units), by), ulp);
  const half = fraction(1n, 2n);
  switch (mode) {
    case "floor":
      return {
        low: least === undefined ? undefined : { value: at(least, ZERO), open: false },
        high: most === undefined ? undefined : { value: at(most, ONE), open: true },
      };
    case "ceiling":
      return {
        low: least === undefined ? undefined : { value: at(least, negate(ONE)), open: true },
        high: most === undefined ? undefined : { value: at(most, ZERO), open: false },
      };
    case "halfUp":
      // A half goes away from 0.
      return {
        low: least === undefined ? undefined : { value: at(least, negate(half)), open: least <= 0n },
        high: most === undefined ? undefined : { value: at(most, half), open: most >= 0n },
      };
  }
}

/** An interval with ends that are whole; undefined where none is in it. */
function wholeIn({ low, high }: Interval, one: Fraction): Interval | undefined {
  const end = (units: bigint): Bound => ({ value: multiply(fraction(units), one), open: false });
  const least = low && leastIn(low, one);
  const negated = high && leastIn({ value: negate(high.value), open: high.open }, one);
  if (least !== undefined && negated !== undefined && least > -negated) return undefined;
  return {
    low: least === undefined ? undefined : end(least),
    high: negated === undefined ? undefined : end(-negated),
  };
}

/** The multiples on either side of an interval in which there is none. */
function beside({ low, high }: Interval, one: Fraction): readonly Fraction[] {
  const ends = low && high ? [floor(divide(low.value, one)), ceiling(divide(high.value, one))] : [];
  return ends.map((units) => multiply(fraction(units), one));
}

/** The least whole number of units from a lower bound on. */
function leastIn({ value, open }: Bound, ulp: Fraction): bigint {
  const units = divide(value, ulp);
  return open ? floor(units) + 1n : ceiling(units);
}

function halfLine(sign: Sign, at: Fraction): Interval | undefined {
  const open = sign === "<" || sign === ">";
  switch (sign) {
    case "<":
    case "<=":
      return { high: { value: at, open } };
    case ">":
    case ">=":
      return { low: { value: at, open } };
    case "=":
      return point(at);
    case "≠":
      return undefined;
  }
}

function sameFigure(a: Expr, b: Expr): boolean {
  return a === b || formulaOf(a, "zh") === formulaOf(b, "zh");
}

type Sign = Extract<Expr, { readonly node: "compare" }>["sign"];
