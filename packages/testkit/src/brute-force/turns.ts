/** Where something turns as one field changes and the rest stays: found by trying, from no more than the engine's figures. */
import { evaluate, type Evaluation } from "@heng/engine";
import { isFigure, type Expr, type Program } from "@heng/lang";
import { exact, minus, order, over, plus, times, NONE, type Exact } from "../exact.ts";
import { leavesOf, reached, expressionsOf } from "./tried.ts";

/** Two figures, and something turns where they are the same; `right` undefined: 0. */
export interface Turn {
  readonly left: Expr;
  readonly right: Expr | Exact;
}

/** The turns of all comparisons, divisors, extremes, and of what a standard may give. */
export function turnsOf(program: Program): readonly Turn[] {
  const turns: Turn[] = [];
  for (const e of expressionsOf(program)) {
    if (e.node === "compare" && isFigure(e.left.type)) turns.push({ left: e.left, right: e.right });
    if (e.node === "absolute") turns.push({ left: e.of, right: NONE });
    if (e.node === "product")
      for (const { inverse, of } of e.factors)
        if (inverse && of.node !== "figure") turns.push({ left: of, right: NONE });
    if (e.node === "extreme")
      for (const [i, left] of e.of.entries())
        for (const right of e.of.slice(i + 1)) turns.push({ left, right });
  }
  for (const { standard, upTo } of leavesOf(program))
    for (const right of [NONE, exact(upTo.n, upTo.d)]) turns.push({ left: standard, right });
  // What asks for a row cannot be asked without one.
  const inRows = new Set(
    [...expressionsOf(program)].filter(({ node }) => node === "column" || node === "score"),
  );
  return turns.filter(({ left, right }) =>
    [left, right].every(
      (side) => !("node" in side) || ![...reached(program, [side], false)].some((part) => inRows.has(part)),
    ),
  );
}

/** How far apart the sides of a turn are in a filing. */
function gap({ left, right }: Turn, { scope }: Evaluation): Exact | undefined {
  const figure = (e: Expr | Exact): Exact | undefined => {
    if (!("node" in e)) return e;
    const own = evaluate(e, scope);
    return own.state === "value" ? own.value : undefined;
  };
  const [a, b] = [figure(left), figure(right)];
  return a && b && minus(a, b);
}

/** The values of a field at which the turns may be, seen from three filings that differ in it alone. */
export function rootsOf(
  turns: readonly Turn[],
  tried: readonly { readonly at: Exact; readonly evaluation: Evaluation }[],
): readonly Exact[] {
  const [a, b, c] = tried;
  if (!a || !b || !c) return [];
  const found: Exact[] = [];
  for (const turn of turns) {
    const gaps = [a, b, c].map(({ evaluation }) => gap(turn, evaluation));
    const [p, q, r] = gaps;
    const straight = lineRoot(a.at, p, b.at, q);
    if (straight) found.push(straight);
    const further = lineRoot(b.at, q, c.at, r);
    if (further) found.push(further);
    // k ÷ x + m is a line of x once it is taken x times.
    const by = (at: Exact, own: Exact | undefined): Exact | undefined => own && times(at, own);
    const curved = lineRoot(a.at, by(a.at, p), b.at, by(b.at, q));
    if (curved) found.push(curved);
    const beyond = lineRoot(b.at, by(b.at, q), c.at, by(c.at, r));
    if (beyond) found.push(beyond);
  }
  return found;
}

/** Where the line through two points is 0. */
function lineRoot(x: Exact, y: Exact | undefined, u: Exact, v: Exact | undefined): Exact | undefined {
  if (!y || !v || order(y, v) === 0) return undefined;
  const slope = over(minus(v, y), minus(u, x));
  return plus(x, over(minus(NONE, y), slope));
}
