/** What makes two expressions the same: their nodes, whatever they are called. */
import { partsOf, type Expr } from "@heng/lang";

/** The same text for the same expression, and no other: names alone may be those of several. */
export function structureOf(e: Expr): string {
  switch (e.node) {
    case "figure":
      return `${e.value.n}/${e.value.d}`;
    case "yesNo":
    case "option":
      return JSON.stringify(e.value);
    case "input":
      return `in ${JSON.stringify([e.field, e.part])}`;
    case "column":
      return `column ${JSON.stringify([e.rows, e.column, e.part])}`;
    case "use":
      return `use ${JSON.stringify(e.definition)}`;
    case "step":
      return structureOf(e.of);
    default:
      return `${e.node}${detailOf(e)}(${partsOf(e).map(structureOf).join(",")})`;
  }
}

/** What tells expressions of the same parts apart. */
function detailOf(e: Expr): string {
  switch (e.node) {
    case "sum":
      return e.terms.map(({ negative }) => (negative ? "-" : "+")).join("");
    case "product":
      return e.factors.map(({ inverse }) => (inverse ? "/" : "*")).join("");
    case "extreme":
      return ` ${e.pick}`;
    case "round":
      return ` ${e.mode} ${e.places} ${JSON.stringify(e.type, showWhole)}`;
    case "compare":
      return ` ${e.sign}`;
    case "logic":
      return ` ${e.connective}`;
    case "aggregate":
      return ` ${e.fold} ${JSON.stringify(e.rows)} ${[e.when, e.of, e.weight].map((part) => (part ? 1 : 0)).join("")}`;
    case "fault":
      return ` ${e.cause.id}`;
    default:
      return "";
  }
}

const showWhole = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);
