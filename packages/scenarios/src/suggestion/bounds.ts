/** The bounds on which the score of an indicator turns: what is compared, and with what. */
import { formulaOf } from "@heng/engine";
import { isFigure, partsOf, showFigure, type Definition, type Expr, type Leaf } from "@heng/lang";
import { isZero, ONE } from "@heng/number";
import { expressionsOf } from "../coverage/points.ts";

/** A figure and what it is measured against. */
export interface Bound {
  readonly left: Expr;
  readonly right: Expr;
  /** The node of the rules that has to be asked for the bound to count. */
  readonly asked: Expr;
}

export const POSITIONS = ["below", "at", "above"] as const;
export type Position = (typeof POSITIONS)[number];

/** The bounds of a leaf in the order of the rules, each once. What only guards against an error is none. */
export function boundsOf(leaf: Leaf, definitions: ReadonlyMap<string, Definition>): readonly Bound[] {
  const found = new Map<string, Bound>();
  const seen = new Set<Expr>();
  const add = (bound: Bound): void => {
    const key = `${formulaOf(bound.left, "zh")} ${formulaOf(bound.right, "zh")}`;
    if (!found.has(key)) found.set(key, bound);
  };
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    const bound = boundIn(e);
    if (bound !== undefined) add(bound);
    if (e.node === "use") {
      const definition = definitions.get(e.definition);
      if (definition) visit(definition.of);
    }
    if (e.node !== "cases") return partsOf(e).forEach(visit);
    for (const { when, then } of e.cases) {
      if (then.node === "fault") continue;
      visit(when);
      visit(then);
    }
    visit(e.otherwise);
  };
  expressionsOf(leaf).forEach(visit);
  return [...found.values()];
}

function boundIn(e: Expr): Bound | undefined {
  switch (e.node) {
    case "compare":
      // `扣分合计 = 0` follows from what was measured.
      if (!isFigure(e.left.type) || (e.sign === "=" && e.left.type.kind === "points" && isNothing(e.right)))
        return undefined;
      return compared(e);
    case "round":
      // The first whole step: of `每满 1个百分点` the first full one, of `每不满` the first that is begun.
      return e.mode === "halfUp" ? undefined : firstStep(e);
    case "extreme": {
      const constants = e.of.filter(({ node }) => node === "figure");
      const [cap] = constants;
      const [held, ...others] = e.of.filter(({ node }) => node !== "figure");
      const clamps = held?.node === "extreme" || e.pick === "max";
      return cap && held && constants.length === 1 && others.length === 0 && !clamps
        ? { left: held, right: cap, asked: e }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Of `超出 ÷ 5天`, that 超出 and 5天 are compared. */
function firstStep(e: Extract<Expr, { readonly node: "round" }>): Bound {
  const [excess, length, ...more] = e.of.node === "product" ? e.of.factors : [];
  const divided = more.length === 0 && excess?.inverse === false && length?.inverse === true;
  if (divided && length.of.node === "figure") return { left: excess.of, right: length.of, asked: e };
  return { left: e.of, right: { node: "figure", type: e.of.type, value: ONE }, asked: e };
}

/** Of `超出 = 0`, where 超出 is 最大(甲 - 乙, 0), that 甲 and 乙 are compared. */
function compared(e: Extract<Expr, { readonly node: "compare" }>): Bound {
  const { left, right } = e;
  const inner = unwrapped(left);
  if (isNothing(right) && inner.node === "extreme" && inner.pick === "max") {
    const [gap, ...others] = inner.of.filter((part) => !isNothing(part));
    const terms = gap?.node === "sum" ? gap.terms : [];
    const [a, b, ...more] = terms;
    if (others.length === 0 && more.length === 0 && a?.negative === false && b?.negative === true)
      return measured(a.of, b.of, e);
  }
  return measured(left, right, e);
}

/** What is measured stands before what it is measured against: of `80% - 率` 率 is measured. */
function measured(left: Expr, right: Expr, asked: Expr): Bound {
  return left.node === "figure" ? { left: right, right: left, asked } : { left, right, asked };
}

function unwrapped(e: Expr): Expr {
  return e.node === "step" ? unwrapped(e.of) : e;
}

function isNothing(e: Expr): boolean {
  return e.node === "figure" && isZero(e.value);
}

const PLACES = {
  below: { zh: "略低于", en: "just below" },
  at: { zh: "恰为", en: "at" },
  above: { zh: "略高于", en: "just above" },
} as const;

/** `结转结余变动率略高于 10%` */
export function positionTitle({ left, right }: Bound, position: Position): string {
  const bound = right.node === "figure" ? showFigure(right.value, right.type, "zh") : formulaOf(right, "zh");
  return `${formulaOf(left, "zh")}${PLACES[position].zh} ${bound}`;
}
