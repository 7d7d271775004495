/**
 * Standards that read one figure alone, as most do: cell by cell they are a single piece, and what that comes to is exact.
 * Where something stands in one that this does not know, or that cannot be worked out, it is left to the walk.
 */
import {
  compare,
  intersect,
  isPoint,
  isZero,
  negate,
  ONE,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { isFigure, type Case, type ComparisonSign, type Expr } from "@heng/lang";
import { isEmpty, type Domain } from "../space/domain.ts";
import type { Reach } from "../space/reach.ts";
import {
  constant,
  FIGURE,
  innerOf,
  inverseOf,
  isConstant,
  isWithin,
  meetings,
  plus,
  rangeOf,
  roundedBy,
  times,
  valueAt,
  wayOf,
  type Piece,
} from "./piece.ts";

type Node<K extends Expr["node"]> = Extract<Expr, { node: K }>;
type Figures = Extract<Domain, { kind: "figure" }>;

/** A stretch of the figure on which the standard is one piece. */
interface StraightCell {
  readonly cell: Figures;
  readonly reach: Reach;
  /** The cases that it takes; of 其他 the expression whose rest it is. */
  readonly taken: readonly (Case | Expr)[];
}

/** A standard over all values of a figure, cell by cell in order. */
export interface Straight {
  readonly cells: readonly StraightCell[];
  /** Whether it asks for the figure anywhere. */
  readonly asks: boolean;
}

/** Cells of one standard, above which it is left to the walk. */
const MOST_CELLS = 64;

/**
 * A standard over all values of a figure, cut also where it comes to one of some scores; undefined where it is not made of
 * single pieces of that figure alone.
 */
export function straightOf(
  standard: Expr,
  figure: Expr,
  domain: Figures,
  scores: readonly Fraction[],
): Straight | undefined {
  const { step } = domain;
  const cells: StraightCell[] = [];
  let asks = false;
  // What is still to be looked at, the lowest last.
  const open: Interval[] = [domain.range];
  for (let range = open.pop(); range; range = open.pop()) {
    if (isEmpty(range, step)) continue;
    const look = new Look(figure, range);
    const piece = look.at(standard);
    asks ||= look.asks;
    if (piece && look.isApart(piece, scores)) {
      const reach = { range: rangeOf(piece, range), form: undefined, way: wayOf(piece) };
      const cell: Figures = step ? { kind: "figure", range, step } : { kind: "figure", range };
      cells.push({ cell, reach, taken: look.taken });
    } else if (look.cut && cells.length + open.length < MOST_CELLS) {
      const { low, at, high } = partsAt(range, look.cut);
      for (const part of [high, at, low]) if (part) open.push(part);
    } else return undefined;
  }
  return { cells, asks };
}

function partsAt(range: Interval, value: Fraction): Record<"low" | "at" | "high", Interval | undefined> {
  const end = { value, open: true };
  return {
    low: intersect(range, { high: end }),
    at: intersect(range, { low: { value, open: false }, high: { value, open: false } }),
    high: intersect(range, { low: end }),
  };
}

/** One look at a standard on one cell. Where a comparison comes out both ways there, `cut` says where the cell has to be cut. */
class Look {
  readonly taken: (Case | Expr)[] = [];
  cut: Fraction | undefined;
  /** Whether the figure was asked for. */
  asks = false;
  readonly #figure: Expr;
  readonly #range: Interval;
  readonly #inner: Fraction;
  readonly #isPoint: boolean;
  readonly #steps = new Map<Expr, Piece>();

  constructor(figure: Expr, range: Interval) {
    this.#figure = figure;
    this.#range = range;
    this.#isPoint = isPoint(range) !== undefined;
    this.#inner = innerOf(range);
  }

  /** The piece that a figure is here; undefined: none, or the cell has to be cut. */
  at(e: Expr): Piece | undefined {
    if (e === this.#figure) return this.#measured();
    switch (e.node) {
      case "figure":
        return constant(e.value);
      case "use":
        return this.#figure.node === "use" && this.#figure.definition === e.definition
          ? this.#measured()
          : undefined;
      case "input":
        return this.#figure.node === "input" && this.#figure.field === e.field && this.#figure.part === e.part
          ? this.#measured()
          : undefined;
      case "step":
        return this.#step(e);
      case "sum":
        return this.#sum(e);
      case "product":
        return this.#product(e);
      case "extreme":
        return this.#extreme(e);
      case "absolute": {
        const of = this.at(e.of);
        const order = of && this.#order(of, constant(ZERO), ">=");
        return order === undefined ? undefined : order >= 0 ? of : of && times(of, MINUS_ONE);
      }
      case "round": {
        const of = this.at(e.of);
        return of && roundedBy(e, of);
      }
      case "cases":
        return this.#cases(e);
      default:
        return undefined;
    }
  }

  #measured(): Piece {
    this.asks = true;
    return this.#isPoint ? constant(this.#inner) : FIGURE;
  }

  /** Whether a piece comes to none of some scores within the cell. */
  isApart(piece: Piece, scores: readonly Fraction[]): boolean {
    return scores.every((score) => this.#order(piece, constant(score), ">=") !== undefined);
  }

  #step(e: Node<"step">): Piece | undefined {
    const known = this.#steps.get(e);
    if (known) return known;
    const of = this.at(e.of);
    if (of) this.#steps.set(e, of);
    return of;
  }

  #sum(e: Node<"sum">): Piece | undefined {
    let total: Piece | undefined;
    for (const { negative, of } of e.terms) {
      const own = this.at(of);
      if (!own) return undefined;
      const term = negative ? times(own, MINUS_ONE) : own;
      total = total ? plus(total, term) : term;
      if (!total) return undefined;
    }
    return total;
  }

  #product(e: Node<"product">): Piece | undefined {
    let product = constant(ONE);
    for (const { inverse, of } of e.factors) {
      const own = this.at(of);
      const factor = own && (inverse ? this.#inverse(own) : own);
      if (!factor) return undefined;
      if (isConstant(factor)) product = times(product, factor.a);
      else if (isConstant(product)) product = times(factor, product.a);
      else return undefined;
    }
    return product;
  }

  /** `1 ÷ p` where the cell has no 0 of it. */
  #inverse(p: Piece): Piece | undefined {
    if (!isConstant(p) && !p.inverse && isWithin(this.#range, ZERO)) {
      if (isZero(p.a)) this.cut = ZERO;
      return undefined;
    }
    return inverseOf(p);
  }

  #extreme(e: Node<"extreme">): Piece | undefined {
    const sign = e.pick === "max" ? ">" : "<";
    let best: Piece | undefined;
    for (const of of e.of) {
      const own = this.at(of);
      if (!own) return undefined;
      const order = best && this.#order(own, best, sign);
      if (best && order === undefined) return undefined;
      if (order === undefined || HOLDS[sign](order)) best = own;
    }
    return best;
  }

  #cases(e: Node<"cases">): Piece | undefined {
    for (const one of e.cases) {
      const holds = this.#holds(one.when);
      if (holds === undefined) return undefined;
      if (!holds) continue;
      if (one.origin) this.taken.push(one);
      return this.at(one.then);
    }
    if (e.rest) this.taken.push(e);
    return this.at(e.otherwise);
  }

  /** Whether a condition holds on the whole cell; undefined: it cannot be told, or the cell has to be cut. */
  #holds(e: Expr): boolean | undefined {
    switch (e.node) {
      case "yesNo":
        return e.value;
      case "not": {
        const of = this.#holds(e.of);
        return of === undefined ? undefined : !of;
      }
      case "logic": {
        // All of it is looked at: an error is never passed over by what settles the rest.
        let holds = e.connective === "and";
        for (const of of e.of) {
          const own = this.#holds(of);
          if (own === undefined) return undefined;
          holds = e.connective === "and" ? holds && own : holds || own;
        }
        return holds;
      }
      case "compare": {
        if (!isFigure(e.left.type)) return undefined;
        const left = this.at(e.left);
        const right = left && this.at(e.right);
        const order = right && this.#order(left, right, e.sign);
        return order === undefined ? undefined : HOLDS[e.sign](order);
      }
      default:
        return undefined;
    }
  }

  /** How two pieces compare on the whole cell, as far as a sign tells. */
  #order(p: Piece, q: Piece, by: ComparisonSign): -1 | 0 | 1 | undefined {
    if (!this.#isPoint && !(isConstant(p) && isConstant(q))) {
      const at = meetings(p, q, by);
      if (!at) return undefined;
      this.cut = at.find((x) => isWithin(this.#range, x));
      if (this.cut) return undefined;
    }
    return compare(valueAt(p, this.#inner), valueAt(q, this.#inner));
  }
}

const MINUS_ONE: Fraction = negate(ONE);

const HOLDS: Readonly<Record<ComparisonSign, (order: -1 | 0 | 1) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0,
  "≠": (order) => order !== 0,
};
