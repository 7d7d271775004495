/** What figures are whole multiples of: counts come one by one, money to the cent. */
import { absolute, divide, fraction, isZero, multiply, ONE, power10, type Fraction } from "@heng/number";
import { constantOf } from "../core/constant.ts";
import type { Expr, FieldSpec } from "../core/program.ts";
import type { Scope } from "./scope.ts";

/** What every value of an expression is a multiple of, in base units; undefined where it may be anything. */
export function grainOf(
  e: Expr,
  scope: Pick<Scope, "fields" | "rowLists" | "program">,
): Fraction | undefined {
  const of = (part: Expr): Fraction | undefined => grainOf(part, scope);
  const constant = constantOf(e);
  if (constant) return absolute(constant);
  switch (e.node) {
    case "input":
      return e.part === undefined ? grainOfField(scope.fields.get(e.field)) : undefined;
    case "column": {
      const columns = scope.rowLists.get(e.rows)?.columns;
      return e.part === undefined ? grainOfField(columns?.find(({ name }) => name === e.column)) : undefined;
    }
    case "use": {
      const definition = scope.program.get(e.definition);
      return definition && of(definition.of);
    }
    case "step":
    case "absolute":
      return of(e.of);
    case "sum":
      return e.terms.map((term) => of(term.of)).reduce(common);
    case "extreme":
      return e.of.map(of).reduce(common);
    case "aggregate":
      if (e.fold === "count") return ONE;
      return e.of && ["total", "max", "min"].includes(e.fold) ? of(e.of) : undefined;
    default:
      return undefined;
  }
}

function grainOfField(field: FieldSpec | undefined): Fraction | undefined {
  if (field?.type.kind === "date") return ONE;
  if (field?.type.kind !== "quantity" || field.decimals === undefined) return undefined;
  return multiply(field.type.factor, fraction(1n, power10(field.decimals)));
}

/** Whether a figure is a whole number of times another. */
export function isMultiple(value: Fraction, of: Fraction): boolean {
  return isZero(value) || (!isZero(of) && divide(value, of).d === 1n);
}

/** What multiples of two are multiples of, where one is of the other. */
function common(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (!a || !b) return undefined;
  if (isMultiple(a, b)) return b;
  return isMultiple(b, a) ? a : undefined;
}
