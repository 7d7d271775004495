/**
 * In which unit a figure is shown that is worked out: that of what it is compared with. 万元 ÷ 人 beside 3800元/人 is
 * shown in 元/人. The difference of two ratios goes with 个百分点 and with %: it is shown in 个百分点 where that is what
 * stands beside it, and in % where it is compared with a ratio.
 */
import type { Expr } from "../core/program.ts";
import type { Type } from "../core/type.ts";
import { keywordOf } from "../keywords.ts";
import type { Node } from "../syntax/tree.ts";
import type { Scope } from "./scope.ts";
import { sameDimension, unitType } from "./units.ts";

/** Clauses whose argument goes with what is measured; those of others are points, and shares of them. */
const MEASURES: ReadonlySet<string> = new Set([
  "above",
  "below",
  "apart",
  "each",
  "eachFull",
  "eachStarted",
  "when",
  "use",
]);

/** Heads that are something else to measure: a 量. */
const MEASURED: ReadonlySet<string> = new Set(["reference", "call", "sum", "product", "paren", "if"]);

interface Met {
  percentagePoints: boolean;
  ratio: boolean;
  readonly units: Set<string>;
}

/** A figure that is worked out, as it is shown beside `nodes`; what is filed is shown as it was declared. */
export function shownBeside(of: Expr, nodes: readonly Node[], scope: Scope): Expr {
  const { type } = of;
  if (type.kind === "ratio" ? type.sense !== "difference" : type.kind !== "quantity" || isFiled(of))
    return of;
  const met: Met = { percentagePoints: false, ratio: false, units: new Set() };
  for (const node of nodes) meet(node, met, scope);
  if (type.kind === "ratio") return { ...of, type: shown(met.percentagePoints && !met.ratio) };
  if (type.kind !== "quantity") return of;
  for (const unit of met.units) {
    const beside = unitType(unit, scope.units)?.type;
    if (beside?.kind === "quantity" && sameDimension(beside.dimension, type.dimension))
      return { ...of, type: beside };
  }
  return of;
}

function isFiled({ node }: Expr): boolean {
  return node === "input" || node === "column" || node === "figure";
}

/** A difference that has a name of its own: 个百分点. */
export function shownAlone(of: Expr): Expr {
  return of.type.kind === "ratio" && of.type.sense === "difference" ? { ...of, type: shown(true) } : of;
}

function shown(inPercentagePoints: boolean): Type {
  return { kind: "ratio", sense: "difference", ...(inPercentagePoints ? { inPercentagePoints } : {}) };
}

function isValue(node: Node): boolean {
  const name = node.kind === "reference" && node.path.length === 1 ? node.path[0]?.text : undefined;
  return name !== undefined && keywordOf(name) === "value";
}

function meet(node: Node, met: Met, scope: Scope): void {
  switch (node.kind) {
    case "quantity":
      if (node.unit === "个百分点") met.percentagePoints = true;
      else if (node.unit === "%" || node.unit === "‰") met.ratio = true;
      else if (node.unit !== undefined) met.units.add(node.unit);
      return;
    case "reference": {
      const [name] = node.path;
      const type = node.path.length === 1 && name ? scope.fields.get(name.text)?.type : undefined;
      if (type?.kind !== "ratio") return;
      if (type.sense === "percentagePoints") met.percentagePoints = true;
      else met.ratio = true;
      return;
    }
    case "clause":
      if (!MEASURES.has(node.key)) {
        for (const then of node.then) meet(then, met, scope);
        return;
      }
      break;
    case "comparison":
    case "membership":
      // What something else is compared with says nothing of the difference.
      if (node.left !== undefined && !isValue(node.left)) return;
      break;
    case "row":
    case "phrase":
      if (node.head !== undefined && MEASURED.has(node.head.kind)) return;
      // Its 低于 and 超过 are of the completion, which is a ratio whatever is measured.
      if (node.kind === "phrase" && node.id === "proportional") return;
      break;
    default:
  }
  for (const child of node.children) if ("children" in child) meet(child, met, scope);
}
