/** Fixes of a hole between rows, through which figures fall into 其他: the rows on its sides are made to meet. */
import { equals, isPoint, type Interval } from "@heng/number";
import { partsOf, type Expr, type Fix, type Range } from "@heng/lang";
import type { Main, Shown } from "../claims/compared.ts";
import type { Space } from "../space/space.ts";
import type { Mends } from "./mends.ts";

/** A row with the bound that it has on the hole. */
interface Side {
  readonly comparison: Extract<Expr, { node: "compare" }>;
  readonly origin: Range;
}

/** `within`: the hole, of what is measured. */
export function fillsHole(
  space: Space,
  mends: Mends,
  { key }: Main,
  { rest }: Shown,
  within: Interval | undefined,
): readonly Fix[] {
  if (!rest || !within) return [];
  const { low, high } = within;
  const sides = rest.cases.flatMap((of) =>
    comparisonsIn(of.when).flatMap((comparison): readonly Side[] => {
      const plain = space.plain(comparison);
      if (plain?.key !== key || !of.origin) return [];
      const below = plain.sign === "<" || plain.sign === "<=";
      const end = below ? low : high;
      const touches = end !== undefined && equals(end.value, plain.at);
      return touches ? [{ comparison, origin: of.origin }] : [];
    }),
  );
  const later = sides.toSorted((a, b) => b.origin.start - a.origin.start);
  if (isPoint(within) !== undefined)
    return later.flatMap(({ comparison, origin }) =>
      comparison.origin ? mends.withBound(comparison.origin) : mends.takesBound(origin, endOf(comparison)),
    );
  const [one, other] = later;
  if (!one || !other || later.length > 2) return [];
  return [
    ...mends.meets(one.origin, endOf(one.comparison), other.origin),
    ...mends.meets(other.origin, endOf(other.comparison), one.origin),
  ];
}

/** Which bound of its interval a comparison is. */
function endOf({ sign }: Side["comparison"]): "low" | "high" {
  return sign === "<" || sign === "<=" ? "high" : "low";
}

function comparisonsIn(e: Expr): readonly Extract<Expr, { node: "compare" }>[] {
  return e.node === "compare" ? [e] : partsOf(e).flatMap(comparisonsIn);
}
