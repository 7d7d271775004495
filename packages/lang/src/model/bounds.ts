/** What values an expression may have, as far as the declared ranges of the data tell: never too narrow. */
import {
  absoluteInterval,
  addIntervals,
  divideIntervals,
  hull,
  maximumIntervals,
  minimumIntervals,
  multiplyIntervals,
  point,
  subtractIntervals,
  ONE,
  ZERO,
  type Interval,
} from "@heng/number";
import type { Expr } from "../core/program.ts";
import { roundedRange } from "../core/rounded.ts";
import type { Scope } from "./scope.ts";

const ANY: Interval = {};
const NOT_NEGATIVE: Interval = { low: { value: ZERO, open: false } };

/** The values of an expression; each definition is looked at once. */
export function boundsOf(
  e: Expr,
  scope: Pick<Scope, "fields" | "rowLists" | "program">,
  seen = new Map<string, Interval>(),
): Interval {
  const of = (part: Expr): Interval => boundsOf(part, scope, seen);
  switch (e.node) {
    case "figure":
      return point(e.value);
    case "input":
      return (e.part === undefined ? scope.fields.get(e.field)?.range : undefined) ?? ANY;
    case "column": {
      const columns = scope.rowLists.get(e.rows)?.columns;
      return (e.part === undefined ? columns?.find((c) => c.name === e.column)?.range : undefined) ?? ANY;
    }
    case "use": {
      const known = seen.get(e.definition);
      if (known) return known;
      const definition = scope.program.get(e.definition);
      const found = definition ? of(definition.of) : ANY;
      seen.set(e.definition, found);
      return found;
    }
    case "step":
      return of(e.of);
    case "sum":
      return e.terms.reduce(
        (total, { negative, of: term }) => (negative ? subtractIntervals : addIntervals)(total, of(term)),
        point(ZERO),
      );
    case "product":
      return e.factors.reduce(
        (total, { inverse, of: factor }) =>
          inverse ? quotient(total, of(factor)) : multiplyIntervals(total, of(factor)),
        point(ONE),
      );
    case "extreme":
      return joined(e.of.map(of), e.pick === "max" ? maximumIntervals : minimumIntervals);
    case "absolute":
      return absoluteInterval(of(e.of));
    case "round":
      return roundedRange(e, of(e.of));
    case "cases": {
      const results = [...e.cases.map(({ then }) => then), e.otherwise];
      return joined(results.filter(({ node }) => node !== "fault").map(of), hull);
    }
    case "aggregate": {
      if (e.fold === "count") return NOT_NEGATIVE;
      const each = e.of ? of(e.of) : ANY;
      if (e.fold !== "total") return each;
      return each.low && each.low.value.n >= 0n ? NOT_NEGATIVE : ANY;
    }
    default:
      return ANY;
  }
}

function joined(
  [first = ANY, ...rest]: readonly Interval[],
  join: (a: Interval, b: Interval) => Interval,
): Interval {
  return rest.reduce((all, one) => join(all, one), first);
}

/** Nothing is divided by 0: a divisor that may be 0 but not below is above it. */
function quotient(a: Interval, by: Interval): Interval {
  const { low } = by;
  const divisor =
    low?.value.n === 0n && !low.open && by.high?.value.n !== 0n ? { ...by, low: { ...low, open: true } } : by;
  return divideIntervals(a, divisor) ?? ANY;
}
