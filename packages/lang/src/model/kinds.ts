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
import type { Diagnostic, Fix, Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { ExprNode, QuantityNode } from "../syntax/tree.ts";
import { nearestIn, quoted } from "./names.ts";
import { H1301 } from "./H1301-units-differ/index.ts";
import { H1302 } from "./H1302-number-for-ratio/index.ts";
import { H1303 } from "./H1303-percent-for-percentage-point/index.ts";
import { H1307 } from "./H1307-unit-missing/index.ts";
import { H1308 } from "./H1308-unknown-unit/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { COUNTED_UNITS } from "../core/units.ts";
import { meet, multipleOf, sameDimension, unitType } from "./units.ts";

/** The figure of a literal, its sign included. */
export function literal(e: Expr): Fraction | undefined {
  if (e.node === "figure") return e.value;
  const only = e.node === "sum" && e.terms.length === 1 ? e.terms[0] : undefined;
  const inner = only && literal(only.of);
  return inner === undefined || !only ? undefined : only.negative ? multiply(inner, fraction(-1n)) : inner;
}

/** A plain number that is taken as a share of a whole: within [-1, 1]. */
export function isShare(e: Expr): boolean {
  const value = e.type.kind === "number" ? literal(e) : undefined;
  return value !== undefined && order(abs(value), ONE) <= 0;
}

/**
 * What the others are compared with: the first that is no bare literal; of three or more, the first of the greater
 * number, so that it is the odd one that is at fault.
 */
export function leading<T extends { readonly of: Expr }>(
  parts: readonly T[],
  agrees: (lead: T, part: T) => boolean,
): T | undefined {
  const lead = parts.find(({ of }) => literal(of) === undefined || of.type.kind !== "number") ?? parts[0];
  const odd = lead && parts.length > 2 && parts.find((part) => part !== lead && !agrees(lead, part));
  if (!odd || odd.of.type.kind === "number") return lead;
  const with_ = (one: T): number => parts.filter((part) => part === one || agrees(one, part)).length;
  return with_(odd) > with_(lead) ? odd : lead;
}

/** A scope in which nothing is reported. */
export function quiet(scope: Scope): Scope {
  return { ...scope, report() {} };
}

function isSmall(f: Fraction | undefined): boolean {
  return f !== undefined && order(abs(f), ONE) <= 0;
}

function isBareZero({ type }: Expr, f: Fraction | undefined): boolean {
  return f !== undefined && type.kind === "number" && isZero(f);
}

/**
 * Reports and gives false when two figures cannot be added or compared; `node` is the right one's. `source` is what
 * the left one is, where `left` only stands for its kind.
 */
export function agree(
  left: Expr,
  right: Expr,
  leftNode: ExprNode | undefined,
  node: ExprNode,
  place: Place,
  scope: Scope,
  source: Expr = left,
): boolean {
  const a = literal(left);
  const z = literal(right);
  const meeting = meet(
    left.type,
    right.type,
    isBareZero(left, a),
    isBareZero(right, z),
    isSmall(a),
    isSmall(z),
  );
  if (meeting.kind === "same") return true;
  const bareLeft = left.type.kind === "number";
  if (bareLeft && leftNode && written(leftNode) && meeting.kind !== "different")
    return agree(right, left, node, leftNode, place, scope); // 95 <= 率: it is the 95 that lacks its %
  const range = rangeOf(place.file, node);
  if (bareLeft || meeting.kind === "different") {
    const data = { left: kindName(left.type), right: kindName(right.type) };
    const divisor = divisorOf(source, right, scope);
    finding(scope, H1301, divisor === undefined ? data : { ...data, divisor }, range, {
      related: [...whence(source, range, scope), ...whence(right, range, scope)],
    });
    return false;
  }
  const text = written(node) ?? "";
  const put = (mended: string): Fix =>
    replacement(range, mended, `改为 ${mended}`, `write ${mended.replace("个百分点", " percentage points")}`);
  switch (meeting.kind) {
    case "numberForRatio": {
      const times = text === "" ? "" : `${hundredfold(text)}%`;
      finding(scope, H1302, { text, times }, range, {
        fixes:
          text === ""
            ? []
            : [
                put(`${text}%`),
                replacement(range, times, `改为 ${times}（即 ${text} 倍）`, `write ${times} (${text} times)`),
              ],
      });
      return false;
    }
    case "percentForPercentagePoint":
      finding(scope, H1303, { left: kindName(left.type), right: kindName(right.type) }, range, {
        fixes: node.kind !== "quantity" ? [] : [put(`${text}${node.unit === "%" ? "个百分点" : "%"}`)],
      });
      return false;
    case "bareNumber": {
      const other = left.type;
      const unit =
        other.kind === "quantity"
          ? other.unit
          : other.kind === "points"
            ? "分"
            : other.kind === "ratio"
              ? "个百分点"
              : undefined;
      const date = other.kind === "date" ? dateOf(node) : undefined;
      const mended = date ?? (text === "" || unit === undefined ? undefined : `${text}${unit}`);
      const expected =
        other.kind === "ratio" ? kindName({ kind: "ratio", sense: "percentagePoints" }) : kindName(other);
      // Below 1 a share may be meant.
      const sure = other.kind === "points" && text !== "" && z !== undefined && order(z, ONE) >= 0;
      finding(scope, H1307, { text, unit: expected, mended, date: date !== undefined }, range, {
        fixes: mended === undefined ? [] : [{ ...put(mended), safe: sure }],
      });
      // Read on as that: what is wrong besides is told too.
      return sure;
    }
  }
}

/** The field that makes a ratio of a quantity that meets one; false where none does, undefined where no ratio is met. */
function divisorOf(left: Expr, right: Expr, scope: Scope): string | false | undefined {
  const [ratio, other] = left.type.kind === "ratio" ? [left, right] : [right, left];
  if (ratio.type.kind !== "ratio" || other.type.kind !== "quantity") return undefined;
  const { dimension } = other.type;
  const used = other.node === "use" ? scope.program.get(other.definition)?.of : other;
  let looks = MOST_LOOKED_AT;
  for (const { name, type } of scope.fields.values()) {
    if (looks-- === 0) return undefined;
    const itself = used?.node === "input" && used.field === name;
    if (!itself && type.kind === "quantity" && sameDimension(type.dimension, dimension)) return quoted(name);
  }
  return false;
}
/** A file of mistakes would look at every field for each. */
const MOST_LOOKED_AT = 200;

/** A number as it is written, with its sign; undefined for all else. */
function written(node: ExprNode): string | undefined {
  if (node.kind === "quantity") return node.number;
  const only = node.kind === "sum" && node.terms.length === 1 ? node.terms[0] : undefined;
  return only?.negative && only.of.kind === "quantity" ? `-${only.of.number}` : undefined;
}

/** `2022-11-30` as a date is written: as a sum it is 1981. */
function dateOf(node: ExprNode): string | undefined {
  if (node.kind !== "sum" || node.terms.length !== 3) return undefined;
  const [year = "", month = "", day = ""] = node.terms.map(({ negative, of }, i) =>
    of.kind === "quantity" && of.unit === undefined && negative === i > 0 ? of.number : "",
  );
  const plain = /^\d{4}$/.test(year) && [month, day].every((part) => /^\d{1,2}$/.test(part));
  return plain ? `${year}年${month.replace(/^0/, "")}月${day.replace(/^0/, "")}日` : undefined;
}

/** Where a figure that stands elsewhere has its kind from: the place may be the one at fault. */
function whence(e: Expr, at: Range, scope: Scope): Diagnostic["related"] {
  const name = e.node === "use" ? e.name : e.node === "input" ? { zh: e.field, en: e.field } : undefined;
  const range =
    e.node === "use"
      ? scope.program.get(e.definition)?.origin
      : e.node === "input"
        ? scope.fields.get(e.field)?.origin
        : undefined;
  if (!name || !range || (range.file === at.file && range.start <= at.start && at.end <= range.end))
    return [];
  const kind = kindName(e.type);
  return [{ range, message: { zh: `“${name.zh}”是 ${kind.zh}`, en: `“${name.en}” is ${kind.en}` } }];
}

function hundredfold(text: string): string {
  const read = readNumber(text);
  return read.ok ? b.showPlain(multiply(read.value, fraction(100n))) : text;
}

function isOne({ n, d }: Fraction): boolean {
  return n === 1n && d === 1n;
}

/** A literal 0 or a plain small number takes the kind of what it meets. */
export function adapt(e: Expr, type: Type): Expr {
  return e.node === "figure" && e.type.kind === "number" && type.kind !== "number"
    ? { node: "figure", type, value: e.value, text: b.showPlain(e.value) }
    : e;
}

/** A number with its unit. Bare numbers are plain. */
export function quantity(node: QuantityNode, place: Place, scope: Scope): Expr | undefined {
  const read = readNumber(node.number);
  if (!read.ok) return undefined; // the parser has reported its digits
  if (node.unit === undefined) return b.figure(read.value, NUMBER);
  const unit = unitType(node.unit, scope.units);
  if (!unit) {
    const multiple = multipleOf(node.unit, scope.units);
    if (multiple) {
      const value = multiply(read.value, fraction(multiple.times));
      const meant = `${b.showPlain(value)}${multiple.unit}`;
      const range = rangeOf(place.file, node);
      finding(scope, H1308, { unit: node.unit, known: [], meant }, range, {
        fixes: [replacement(range, meant, `改为 ${meant}`, `write ${meant}`, true)],
      });
      // Read as what it is mended to, so that the mend brings nothing new to light.
      const of = unitType(multiple.unit, scope.units);
      return of && b.figure(multiply(value, of.scale), of.type);
    }
    const known = nearestIn(
      scope,
      node.unit,
      () => [...COUNTED_UNITS, "元", "万元", "亿元", "分", "%", "个百分点", ...scope.units],
      1,
    );
    const range = rangeOf(place.file, node);
    finding(scope, H1308, { unit: node.unit, known }, range, {
      fixes: known.map((k) =>
        replacement(range, `${node.number}${k}`, `改为 ${node.number}${k}`, `write ${node.number}${k}`),
      ),
    });
    return undefined;
  }
  return b.figure(isOne(unit.scale) ? read.value : multiply(read.value, unit.scale), unit.type);
}
