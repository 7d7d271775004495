/** 四舍五入, 向下取整, 向上取整: what is rounded in which unit (docs/reference/semantics.md, §2.6). */
import { equals } from "@heng/number";
import type { Expr } from "../core/program.ts";
import { PERCENTAGE_POINTS, type Type } from "../core/type.ts";
import type { CallArgument } from "../syntax/tree.ts";
import { literal } from "./kinds.ts";
import { H1311 } from "./H1311-ratio-rounded-away/index.ts";
import { H1312 } from "./H1312-rounded-in-which-unit/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { replacement } from "../diagnostics/fix.ts";

/** A figure rounded at decimals of its unit; undefined where it cannot be told which unit that is. */
export function rounded(
  of: Expr,
  mode: "halfUp" | "floor" | "ceiling",
  places: number,
  [argument, digits]: readonly CallArgument[],
  place: Place,
  scope: Scope,
): Expr | undefined {
  if (argument === undefined) return undefined;
  const range = rangeOf(place.file, argument);
  const units = unitsAtOdds(of, scope);
  if (units !== undefined) {
    finding(scope, H1312, { units }, range);
    return undefined;
  }
  if (places < 2 && isShareOf(of)) {
    const at = digits && rangeOf(place.file, digits);
    const finer = `${places + 2}`;
    finding(scope, H1311, { places, whole: mode !== "halfUp" }, range, {
      fixes: at ? [replacement(at, finer, `保留 ${finer} 位`, `keep ${finer} decimals`)] : [],
    });
  }
  return { node: "round", type: roundedType(of.type), mode, places, of };
}

/** What two ratios differ by goes with % and with 个百分点 until it is rounded: that is done in 个百分点. */
function roundedType(type: Type): Type {
  return type.kind === "ratio" && type.sense === "difference" ? PERCENTAGE_POINTS : type;
}

/** Whether a ratio is meant as one: over or times a figure of the rules it may be a count of steps. */
function isShareOf(e: Expr): boolean {
  if (e.type.kind !== "ratio" || e.type.sense !== "ratio") return false;
  return e.node !== "product" || e.factors.every(({ of }) => literal(of) === undefined);
}

/** The units of money and things that stand beside each other in a figure, where they are not one. */
function unitsAtOdds(e: Expr, scope: Scope): readonly string[] | undefined {
  if (e.type.kind !== "quantity") return undefined;
  switch (e.node) {
    case "sum":
      return among(
        e.terms.map(({ of }) => of),
        scope,
      );
    case "extreme":
      return among(e.of, scope);
    case "cases":
      return among([...e.cases.map(({ then }) => then), e.otherwise], scope);
    case "product":
      return first(
        e.factors.map(({ of }) => of),
        scope,
      );
    case "absolute":
    case "step":
      return unitsAtOdds(e.of, scope);
    case "aggregate":
      return e.of && unitsAtOdds(e.of, scope);
    case "use": {
      const of = scope.program.get(e.definition)?.of;
      if (of === undefined) return undefined;
      const known = AT_ODDS.get(of);
      if (known !== undefined) return known === "none" ? undefined : known;
      const found = unitsAtOdds(of, scope);
      AT_ODDS.set(of, found ?? "none");
      return found;
    }
    default:
      return undefined;
  }
}
/** Of what definitions come to: each is looked through once. */
const AT_ODDS = new WeakMap<Expr, readonly string[] | "none">();

function first(parts: readonly Expr[], scope: Scope): readonly string[] | undefined {
  for (const part of parts) {
    const found = unitsAtOdds(part, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

function among(parts: readonly Expr[], scope: Scope): readonly string[] | undefined {
  const [lead, ...others] = parts.flatMap(({ type }) => (type.kind === "quantity" ? [type] : []));
  const odd = lead && others.find(({ factor }) => !equals(factor, lead.factor));
  return odd ? [lead.unit, odd.unit] : first(parts, scope);
}
