/** Kinds of figures: that of a number with its unit, and which figures may be added or compared. */
import {
  absolute as abs,
  compare as order,
  fraction,
  isZero,
  multiply,
  readNumber,
  ONE,
  type Fraction,
} from "@heng/number";
import * as b from "../core/build.ts";
import type { Expr } from "../core/program.ts";
import { kindName, NUMBER, type Type } from "../core/type.ts";
import type { ExprNode, QuantityNode } from "../syntax/tree.ts";
import { nearest } from "../nearest.ts";
import { H1301 } from "./H1301-units-differ/index.ts";
import { H1302 } from "./H1302-number-for-ratio/index.ts";
import { H1303 } from "./H1303-percent-for-percentage-point/index.ts";
import { H1307 } from "./H1307-unit-missing/index.ts";
import { H1308 } from "./H1308-unknown-unit/index.ts";
import { finding, rangeOf, replacement, type Place, type Scope } from "./scope.ts";
import { COUNTED_UNITS, meet, unitType } from "./units.ts";

/** The figure of a literal, its sign included. */
export function literal(e: Expr): Fraction | undefined {
  if (e.node === "figure") return e.value;
  const only = e.node === "sum" && e.terms.length === 1 ? e.terms[0] : undefined;
  const inner = only && literal(only.of);
  return inner === undefined || !only ? undefined : only.negative ? multiply(inner, fraction(-1n)) : inner;
}

/** Reports and gives false when two figures cannot be added or compared; `node` is the right one's. */
export function agree(
  left: Expr,
  right: Expr,
  leftNode: ExprNode | undefined,
  node: ExprNode,
  place: Place,
  scope: Scope,
): boolean {
  const [a, z] = [literal(left), literal(right)];
  const small = (f: Fraction | undefined): boolean => f !== undefined && order(abs(f), ONE) <= 0;
  const bare = (e: Expr, f: Fraction | undefined): boolean =>
    f !== undefined && e.type.kind === "number" && isZero(f);
  const meeting = meet(left.type, right.type, bare(left, a), bare(right, z), small(a), small(z));
  if (meeting.kind === "same") return true;
  const bareLeft = left.type.kind === "number";
  if (bareLeft && leftNode?.kind === "quantity" && meeting.kind !== "different")
    return agree(right, left, node, leftNode, place, scope); // 95 <= 率: it is the 95 that lacks its %
  const range = rangeOf(place.file, node);
  if (bareLeft || meeting.kind === "different") {
    finding(scope, H1301, { left: kindName(left.type), right: kindName(right.type) }, range);
    return false;
  }
  const text = node.kind === "quantity" ? node.number : "";
  switch (meeting.kind) {
    case "numberForRatio":
      finding(scope, H1302, { text }, range, {
        fixes:
          text === ""
            ? []
            : [
                replacement(range, `${text}%`, `改为 ${text}%`, `write ${text}%`),
                replacement(
                  range,
                  `${hundredfold(text)}%`,
                  `改为 ${hundredfold(text)}%（即 ${text} 倍）`,
                  `write ${hundredfold(text)}% (${text} times)`,
                ),
              ],
      });
      return false;
    case "percentForPercentagePoint":
      finding(scope, H1303, { left: kindName(left.type), right: kindName(right.type) }, range, {
        fixes:
          node.kind !== "quantity"
            ? []
            : node.unit === "%"
              ? [
                  replacement(
                    range,
                    `${text}个百分点`,
                    `改为 ${text}个百分点`,
                    `write ${text} percentage points`,
                  ),
                ]
              : [replacement(range, `${text}%`, `改为 ${text}%`, `write ${text}%`)],
      });
      return false;
    case "bareNumber": {
      const other = left.type;
      const unit = other.kind === "quantity" ? other.unit : other.kind === "points" ? "分" : undefined;
      finding(scope, H1307, { text, unit: kindName(other) }, range, {
        fixes:
          node.kind === "quantity" && unit !== undefined
            ? [replacement(range, `${text}${unit}`, `改为 ${text}${unit}`, `write ${text}${unit}`)]
            : [],
      });
      return false;
    }
  }
}

function hundredfold(text: string): string {
  const read = readNumber(text);
  return read.ok ? b.showPlain(multiply(read.value, fraction(100n))) : text;
}

/** A literal 0 or a plain small number takes the kind of what it meets. */
export function adapt(e: Expr, type: Type): Expr {
  return e.node === "figure" && e.type.kind === "number" && type.kind !== "number"
    ? { ...e, type, text: b.showPlain(e.value) }
    : e;
}

/** A number with its unit. Bare numbers are plain. */
export function quantity(node: QuantityNode, place: Place, scope: Scope): Expr | undefined {
  const read = readNumber(node.number);
  const range = rangeOf(place.file, node);
  if (!read.ok) return undefined; // the parser has reported its digits
  if (node.unit === undefined) return b.figure(read.value, NUMBER);
  const unit = unitType(node.unit, scope.units);
  if (!unit) {
    const known = nearest(
      node.unit,
      [...COUNTED_UNITS, "元", "万元", "亿元", "分", "%", "个百分点", ...scope.units],
      1,
    );
    finding(scope, H1308, { unit: node.unit, known }, range, {
      fixes: known.map((k) =>
        replacement(range, `${node.number}${k}`, `改为 ${node.number}${k}`, `write ${node.number}${k}`),
      ),
    });
    return undefined;
  }
  return b.figure(multiply(read.value, unit.scale), unit.type);
}
