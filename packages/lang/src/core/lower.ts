/** The lowering of a leaf's standard: what methods get as `Build`. */
import { fraction, type Fraction } from "@heng/number";
import type { BoundStandard, Build, Lowered, Nested } from "./method.ts";
import * as b from "./build.ts";
import type { Expr, FieldSpec, Say } from "./program.ts";
import { POINTS } from "./type.ts";
import type { Names } from "../names.ts";

/** Lowers a standard; what it asks the filing for is appended to `asked`. */
export function lowerLeaf(standard: BoundStandard, asked: FieldSpec[]): Lowered {
  const { id } = standard.leaf;
  const names = new Map<string, number>();
  let asks = 0;
  const build = (of: BoundStandard): Build => ({
    full: b.points(of.leaf.points),
    step(name: Names, expr: Expr, say?: Say): Expr {
      const n = (names.get(name.zh) ?? 0) + 1;
      names.set(name.zh, n);
      const step = `${id}#${name.zh}${n === 1 ? "" : `${n}`}`;
      return say
        ? { node: "step", type: expr.type, id: step, name, of: expr, say }
        : { node: "step", type: expr.type, id: step, name, of: expr };
    },
    ask({ within, reason, taken, origin }): Expr {
      asks += 1;
      const name = asks === 1 ? id : `${id}#${asks}`;
      asked.push({
        name,
        type: POINTS,
        range: within,
        decimals: of.leaf.places,
        note: undefined,
        items: [],
        judged: { indicator: id, reason, full: of.leaf.points, ...(taken ? { taken } : {}) },
        origin,
      });
      return b.input(name, POINTS);
    },
    standard: (inner) => nested(inner),
  });
  const nested = (inner: BoundStandard): Nested => {
    const lowered = inner.method.lower(inner.bound as never, inner.leaf, build(inner));
    return {
      ...lowered,
      unclamped: lowered.score,
      score: clamp(lowered.score, lowered.upTo ?? inner.leaf.points),
    };
  };
  return standard.method.lower(standard.bound as never, standard.leaf, build(standard));
}

/** Within [0, upTo]; a literal already there stays as it is. */
function clamp(score: Expr, upTo: Fraction): Expr {
  if (score.node === "figure" && score.value.n >= 0n && score.value.n * upTo.d <= upTo.n * score.value.d)
    return score;
  return b.min(POINTS, b.max(POINTS, score, b.points(fraction(0n))), b.points(upTo));
}
