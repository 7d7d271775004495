/**
 * What a figure of the filing has to be for an expression to come to a wanted value, all else being as it is filed: along
 * the way to the figure, where it stands in but one part of each.
 */
import { evaluate, type Evaluation } from "@heng/engine";
import { partsOf, type Expr } from "@heng/lang";
import { isPoint, negate, point, ZERO, type Fraction } from "@heng/number";
import { wantedOfPart } from "@heng/proofs";
import type { Driver } from "./draft.ts";

/** All figures that may do; each is to be tried, since which branch is taken is not known before. */
function solve(e: Expr, want: Fraction, driver: Driver, evaluation: Evaluation): readonly Fraction[] {
  const definitions = new Map(evaluation.program.definitions.map(({ id, of }) => [id, of]));
  const known = new Map<Expr, boolean>();
  const has = (of: Expr): boolean => {
    let found = known.get(of);
    if (found === undefined) {
      const inner = of.node === "use" ? definitions.get(of.definition) : undefined;
      found = isDriver(of, driver) || (inner !== undefined && has(inner)) || partsOf(of).some(has);
      known.set(of, found);
    }
    return found;
  };
  const valueOf = (of: Expr): Fraction | undefined => {
    if (needsRow(of)) return undefined;
    const outcome = evaluate(of, evaluation.scope);
    return outcome.state === "value" ? outcome.value : undefined;
  };
  const within = (of: Expr, wanted: Fraction): readonly Fraction[] => {
    if (isDriver(of, driver)) return [wanted];
    switch (of.node) {
      case "step":
      case "round":
        return within(of.of, wanted);
      case "use": {
        const inner = definitions.get(of.definition);
        return inner === undefined ? [] : within(inner, wanted);
      }
      case "sum":
      case "product": {
        const parts = (of.node === "sum" ? of.terms : of.factors).map((part) => part.of);
        const [at, ...others] = parts.filter(has);
        if (at === undefined || others.length > 0) return [];
        const rest = wantedOfPart(of, parts.indexOf(at), point(wanted), valueOf);
        const only = rest && isPoint(rest);
        return only === undefined ? [] : within(at, only);
      }
      case "absolute":
        return [...within(of.of, wanted), ...within(of.of, negate(wanted))];
      case "extreme":
        return of.of.filter(has).flatMap((part) => within(part, wanted));
      case "cases":
        return [...of.cases.map(({ then }) => then), of.otherwise]
          .filter(has)
          .flatMap((then) => within(then, wanted));
      case "aggregate":
        // Of one row the sum, the mean and the extremes are the figure itself.
        return of.of !== undefined && has(of.of) && of.fold !== "count" ? within(of.of, wanted) : [];
      default:
        return [];
    }
  };
  return has(e) ? within(e, want) : [];
}

/** What the driver has to be for two expressions to be equal. */
export function solveEqual(
  left: Expr,
  right: Expr,
  driver: Driver,
  evaluation: Evaluation,
): readonly Fraction[] {
  const gap: Expr = {
    node: "sum",
    type: left.type,
    terms: [
      { negative: false, of: left },
      { negative: true, of: right },
    ],
  };
  return solve(gap, ZERO, driver, evaluation);
}

function isDriver(e: Expr, { field, rows, spec }: Driver): boolean {
  if (e.node === "input")
    return (
      rows === undefined &&
      e.field === field &&
      (spec.type.kind === "qualitative" ? e.part === "share" : true)
    );
  return e.node === "column" && e.rows === rows && e.column === field;
}

/** Whether an expression has a value only within a row. */
function needsRow(e: Expr): boolean {
  return e.node === "column" || (e.node !== "aggregate" && partsOf(e).some(needsRow));
}
