/**
 * Follows an expected figure down a derivation: what would each part have to come to, the rest being as it is? The
 * place where it parts is the deepest figure of which that can be told, or a condition that came out the other way.
 */
import {
  addIntervals,
  compareIntervals,
  contains,
  divideIntervals,
  divide,
  equals,
  fraction,
  multiply,
  point,
  power10,
  subtract,
  subtractIntervals,
  ZERO,
  ONE,
  type Fraction,
  type Interval,
} from "@heng/number";
import { partsOf, roundingUnit, type Definition, type Expr, type Names } from "@heng/lang";
import { evaluate, type Evaluation } from "@heng/engine";

type Cases = Extract<Expr, { readonly node: "cases" }>;

/** Where what was expected and what came out part. */
export type Parting =
  /** A named figure that would have to be in `want`. */
  | { readonly kind: "figure"; readonly of: Expr; readonly name: Names; readonly want: Interval }
  /** A condition that came out the other way: `wanted` instead of `taken`, both counted as {@link Cases} are. */
  | { readonly kind: "branch"; readonly of: Cases; readonly taken: number; readonly wanted: number }
  /** One of several conditions; any of them would do. */
  | { readonly kind: "oneOf"; readonly of: readonly Parting[] };

/** More alternatives than this tell nobody anything. */
const MOST = 4;

/** Where `e` would have to part from what it came to, to lie in `want`; undefined where nothing can be told. */
export function partingOf(e: Expr, want: Interval, evaluation: Evaluation): Parting | undefined {
  const definitions = new Map(evaluation.program.definitions.map((d) => [d.id, d]));
  return new Follower(evaluation, definitions).follow(e, want, undefined);
}

class Follower {
  readonly #evaluation: Evaluation;
  readonly #definitions: ReadonlyMap<string, Definition>;

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
        return this.#oneOf(
          e.terms.map(({ negative, of }, i) => {
            const rest = this.#sumWithout(e, i);
            const share = rest && (negative ? subtractIntervals(rest, want) : subtractIntervals(want, rest));
            return { of, want: share };
          }),
          named,
        );
      case "product":
        return this.#oneOf(
          e.factors.map(({ inverse, of }, i) => {
            const rest = this.#productWithout(e, i);
            if (rest === undefined || equals(rest, ZERO)) return { of, want: undefined };
            const share = inverse ? divideIntervals(point(rest), want) : divideIntervals(want, point(rest));
            return { of, want: share };
          }),
          named,
        );
      case "extreme":
        return this.#extreme(e, want, named);
      case "round": {
        const ulp = divide(roundingUnit(e.type), fraction(power10(e.places)));
        return this.follow(e.of, beforeRounding(want, ulp, e.mode), named);
      }
      default:
        return named;
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

  #sumWithout(e: Extract<Expr, { readonly node: "sum" }>, at: number): Interval | undefined {
    let total = point(ZERO);
    for (const [i, { negative, of }] of e.terms.entries()) {
      if (i === at) continue;
      const value = this.#valueOf(of);
      if (value === undefined) return undefined;
      total = negative ? subtractIntervals(total, point(value)) : addIntervals(total, point(value));
    }
    return total;
  }

  #productWithout(e: Extract<Expr, { readonly node: "product" }>, at: number): Fraction | undefined {
    let total = ONE;
    for (const [i, { inverse, of }] of e.factors.entries()) {
      if (i === at) continue;
      const value = this.#valueOf(of);
      if (value === undefined || (inverse && equals(value, ZERO))) return undefined;
      total = inverse ? divide(total, value) : multiply(total, value);
    }
    return total;
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

/** All that rounds to a figure of an interval. */
export function beforeRounding(
  want: Interval,
  ulp: Fraction,
  mode: "halfUp" | "floor" | "ceiling",
): Interval {
  const { low, high } = want;
  const half = multiply(ulp, fraction(1n, 2n));
  switch (mode) {
    case "halfUp":
      return {
        low: low && { value: subtract(low.value, half), open: low.open },
        high: high && addIntervals(point(high.value), { high: { value: half, open: true } }).high,
      };
    case "floor":
      return {
        low,
        high: high && addIntervals(point(high.value), { high: { value: ulp, open: true } }).high,
      };
    case "ceiling":
      return { low: low && { value: subtract(low.value, ulp), open: true }, high };
  }
}
