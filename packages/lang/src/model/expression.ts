/**
 * Expressions: names and units resolved, kinds checked, lowered to core. Each function gives undefined when it has
 * reported an error, so that one mistake is reported once.
 */
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
import type { Expr, FaultCause, RowList } from "../core/program.ts";
import { dayNumber } from "../core/show.ts";
import { DATE, isFigure, NUMBER, POINTS, RATIO, YES_NO, type Type } from "../core/type.ts";
import type {
  CallArgument,
  CallNode,
  ComparisonNode,
  ExprNode,
  MembershipNode,
  NameNode,
  QuantityNode,
  RangeNode,
  ReferenceNode,
} from "../syntax/tree.ts";
import { LIMITS } from "../limits.ts";
import type { BoundRange } from "../core/method.ts";
import { H1120 } from "./H1120-expansion-limit/index.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1104 } from "./H1104-circular-definition/index.ts";
import { H1105 } from "./H1105-name-not-allowed-here/index.ts";
import { H1106 } from "./H1106-wrong-arguments/index.ts";
import { H1110 } from "./H1110-comes-later/index.ts";
import { H1301 } from "./H1301-units-differ/index.ts";
import { H1302 } from "./H1302-number-for-ratio/index.ts";
import { H1303 } from "./H1303-percent-for-percentage-point/index.ts";
import { H1306 } from "./H1306-condition-or-figure/index.ts";
import { H1307 } from "./H1307-unit-missing/index.ts";
import { H1308 } from "./H1308-unknown-unit/index.ts";
import { H1309 } from "./H1309-no-such-day/index.ts";
import { H1402 } from "./H1402-nothing-measured/index.ts";
import { nearest } from "../nearest.ts";
import { finding, rangeOf, replacement, type Place, type Scope } from "./scope.ts";
import { DAYS, kindName } from "../core/type.ts";
import { COUNTED_UNITS, meet, productType, unitType } from "./units.ts";

/** Core nodes that definitions and 方法 may expand to: far above real rule sets, below what would stall a browser. */
export const MOST_NODES = 100_000;

/** Words that stand for something of the indicator at hand, in both languages. */
const RESERVED: ReadonlyMap<
  string,
  "value" | "target" | "score" | "points" | "fullMarks" | "completion" | "yes" | "no"
> = new Map([
  ["值", "value"],
  ["value", "value"],
  ["目标", "target"],
  ["target", "target"],
  ["得分", "score"],
  ["score", "score"],
  ["分值", "points"],
  ["points", "points"],
  ["满分", "fullMarks"],
  ["fullMarks", "fullMarks"],
  ["完成率", "completion"],
  ["completion", "completion"],
  ["是", "yes"],
  ["yes", "yes"],
  ["否", "no"],
  ["no", "no"],
] as const);

const LAST_YEAR = new Set(["上年", "lastYear"]);

type Folding = "count" | "total" | "average" | "weightedAverage" | "max" | "min";
const FUNCTIONS: ReadonlyMap<string, Folding | "abs" | "roundHalfUp" | "floor" | "ceil" | "change"> = new Map(
  [
    ["最大", "max"],
    ["max", "max"],
    ["最小", "min"],
    ["min", "min"],
    ["绝对值", "abs"],
    ["abs", "abs"],
    ["四舍五入", "roundHalfUp"],
    ["roundHalfUp", "roundHalfUp"],
    ["向下取整", "floor"],
    ["floor", "floor"],
    ["向上取整", "ceil"],
    ["ceil", "ceil"],
    ["变动率", "change"],
    ["change", "change"],
    ["计数", "count"],
    ["count", "count"],
    ["合计", "total"],
    ["total", "total"],
    ["平均", "average"],
    ["average", "average"],
    ["加权平均", "weightedAverage"],
    ["weightedAverage", "weightedAverage"],
  ] as const,
);

/** Counts a node of a body put in; reports once when they are too many. What is written out is bounded by the text. */
function spend(scope: Scope, node: ExprNode, place: Place): boolean {
  if (scope.underWay.length === 0) return true;
  scope.budget.nodes += 1;
  if (scope.budget.nodes <= MOST_NODES) return true;
  if (!scope.budget.reported) {
    scope.budget.reported = true;
    finding(scope, H1120, { limit: MOST_NODES }, scope.budget.from ?? rangeOf(place.file, node));
  }
  return false;
}

/** An expression of any kind. */
export function elaborate(node: ExprNode, place: Place, scope: Scope): Expr | undefined {
  if (!spend(scope, node, place)) return undefined;
  switch (node.kind) {
    case "missing":
      return undefined; // reported by the parser
    case "paren":
      return elaborate(node.of, place, scope);
    case "quantity":
      return quantity(node, place, scope);
    case "date": {
      const [y = "0", m = "0", d = "0"] = node.value.split("-");
      const day = dayNumber(BigInt(y), BigInt(m), BigInt(d));
      if (day === undefined) {
        finding(scope, H1309, { date: node.value }, rangeOf(place.file, node));
        return undefined;
      }
      return b.figure(fraction(day), DATE);
    }
    case "textLiteral":
      return { node: "option", type: { kind: "text" }, value: node.value };
    case "reference":
      return reference(node, place, scope);
    case "call":
      return call(node, place, scope);
    case "sum":
      return sum(node.terms, node, place, scope);
    case "product":
      return product(node.factors, place, scope);
    case "comparison":
      return comparison(node, undefined, place, scope);
    case "membership":
      return membership(node, undefined, place, scope);
    case "logic":
    case "not":
      return condition(node, undefined, place, scope);
    case "if":
      return ifElse(node, place, scope);
  }
}

/** A condition; one that begins with a sign compares `left` (量 or 值). */
export function condition(
  node: ExprNode,
  left: Expr | undefined,
  place: Place,
  scope: Scope,
): Expr | undefined {
  if (node.kind === "comparison") return comparison(node, left, place, scope);
  if (node.kind === "membership") return membership(node, left, place, scope);
  if (node.kind === "logic") {
    const parts = node.parts.map((part) => condition(part, left, place, scope));
    return parts.every((part) => part !== undefined)
      ? { node: "logic", type: YES_NO, connective: node.connective, of: parts }
      : undefined;
  }
  if (node.kind === "paren") return condition(node.of, left, place, scope);
  if (node.kind === "not") {
    const of = condition(node.of, left, place, scope);
    return of && b.not(of);
  }
  const of = elaborate(node, place, scope);
  if (of === undefined || of.type.kind === "yesNo") return of;
  finding(scope, H1306, { expected: "condition", found: kindName(of.type) }, rangeOf(place.file, node));
  return undefined;
}

/** A figure of any kind (no condition, option or text). */
export function figureOf(node: ExprNode, place: Place, scope: Scope): Expr | undefined {
  const of = elaborate(node, place, scope);
  if (of === undefined || isFigure(of.type)) return of;
  finding(scope, H1306, { expected: "figure", found: kindName(of.type) }, rangeOf(place.file, node));
  return undefined;
}

/** A figure that must go with `type`; a bare 0 adapts. */
export function figureAs(node: ExprNode, type: Type, place: Place, scope: Scope): Expr | undefined {
  const of = figureOf(node, place, scope);
  if (of === undefined) return undefined;
  // `score` stands for any figure of the type that is no literal: nothing adapts to it but a bare 0.
  return agree({ node: "score", type }, of, undefined, node, place, scope) ? adapt(of, type) : undefined;
}

function literal(e: Expr): Fraction | undefined {
  if (e.node === "figure") return e.value;
  const only = e.node === "sum" && e.terms.length === 1 ? e.terms[0] : undefined;
  const inner = only && literal(only.of);
  return inner === undefined || !only ? undefined : only.negative ? multiply(inner, fraction(-1n)) : inner;
}

/** Reports and gives false when two figures cannot be added or compared; `node` is the right one's. */
function agree(
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
function adapt(e: Expr, type: Type): Expr {
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

function reference(node: ReferenceNode, place: Place, scope: Scope): Expr | undefined {
  const [first, second, ...more] = node.path;
  if (!first) return undefined;
  const range = rangeOf(place.file, node);
  if (LAST_YEAR.has(first.text) && second && first.token.kind === "word") {
    finding(
      scope,
      H1110,
      { what: { zh: "上年数据（上年.字段）", en: "last year's data (lastYear.field)" } },
      range,
    );
    return undefined;
  }
  if (second) {
    if (more.length > 0) {
      finding(scope, H1105, { name: node.path.map((p) => p.text).join("."), why: "tooDeep" }, range);
      return undefined;
    }
    return dotted(first, second, place, scope);
  }
  const bound = place.parameters?.get(first.text);
  if (bound) return bound;
  const column = place.row?.columns.find((c) => c.name === first.text);
  if (column && place.row)
    return { node: "column", type: column.type, rows: place.row.name, column: column.name };
  const reserved = first.token.kind === "word" ? RESERVED.get(first.text) : undefined;
  if (reserved && (place.leaf || reserved === "yes" || reserved === "no"))
    return reservedWord(reserved, first, place, scope);
  const field = scope.fields.get(first.text);
  if (field) {
    scope.used.add(field.name);
    return b.input(field.name, field.type);
  }
  const definition = scope.definitions.get(first.text);
  if (definition && definition.node.parameters === undefined)
    return useDefinition(first.text, node, place, scope);
  if (definition || scope.standards.has(first.text)) {
    finding(scope, H1105, { name: first.text, why: definition ? "needsArguments" : "isStandard" }, range);
    return undefined;
  }
  if (scope.rowLists.has(first.text)) {
    finding(scope, H1105, { name: first.text, why: "isRows" }, range);
    return undefined;
  }
  if (scope.broken.has(first.text)) return undefined;
  const unit = unitType(first.text, scope.units);
  if (unit && first.token.kind === "word" && unit.type.kind === "quantity")
    return { node: "figure", type: unit.type, value: unit.scale, text: `1${first.text}` };
  unknown(first, place, scope);
  return undefined;
}

/** Reports a name nobody declared, with the nearest ones. */
export function unknown(name: NameNode, place: Place, scope: Scope, known?: Iterable<string>): void {
  if (scope.broken.has(name.text)) return;
  const candidates = known ?? [
    ...scope.fields.keys(),
    ...scope.definitions.keys(),
    ...(place.parameters?.keys() ?? []),
    ...(place.row?.columns.map((c) => c.name) ?? []),
  ];
  // Every lookup goes through all names: more than are listed nobody reads.
  const near = (scope.budget.lookups += 1) > LIMITS.diagnostics ? [] : nearest(name.text, candidates);
  const range = rangeOf(place.file, name);
  finding(scope, H1101, { name: name.text, near }, range, {
    fixes: near.map((n) => replacement(range, quoted(n), `改为“${n}”`, `write ${n}`)),
  });
}

/** A name or path as it must be written: in 「 」 where it is no plain word. */
export function quoted(name: string): string {
  return /^[A-Za-z_\u3400-\u9fff][0-9A-Za-z_\u3400-\u9fff]*$/.test(name) ? name : `「${name}」`;
}

function reservedWord(
  word: "value" | "target" | "score" | "points" | "fullMarks" | "completion" | "yes" | "no",
  name: NameNode,
  place: Place,
  scope: Scope,
): Expr | undefined {
  if (word === "yes" || word === "no") return b.yesNo(word === "yes");
  const leaf = place.leaf;
  if (!leaf) return undefined;
  const refuse = (why: "noValue" | "noTarget" | "scoreOnlyInMustExplain"): undefined => {
    if (leaf.broken && why !== "scoreOnlyInMustExplain") return undefined;
    finding(scope, H1105, { name: name.text, why }, rangeOf(place.file, name));
    return undefined;
  };
  switch (word) {
    case "value":
      return leaf.value && !leaf.insideValue ? leaf.value : refuse("noValue");
    case "target":
      return leaf.target?.kind === "compare" ? leaf.target.of : refuse("noTarget");
    case "points":
    case "fullMarks":
      return b.points(leaf.points);
    case "score":
      return leaf.scoreKnown ? { node: "score", type: POINTS } : refuse("scoreOnlyInMustExplain");
    case "completion":
      if (!leaf.value || leaf.insideValue) return refuse("noValue");
      if (leaf.target?.kind !== "compare") return refuse("noTarget");
      return b.over(RATIO, leaf.value, leaf.target.of);
  }
}

/** `财务制度.有制度`, or a column of the rows at hand. */
function dotted(first: NameNode, second: NameNode, place: Place, scope: Scope): Expr | undefined {
  const field = scope.fields.get(first.text);
  if (field?.type.kind === "checklist") {
    scope.used.add(field.name);
    if (field.type.items.includes(second.text)) return b.input(field.name, YES_NO, second.text);
    unknown(second, place, scope, field.type.items);
    return undefined;
  }
  const rows = scope.rowLists.get(first.text);
  if (rows && place.row === rows) {
    const column = rows.columns.find((c) => c.name === second.text);
    if (column) return { node: "column", type: column.type, rows: rows.name, column: column.name };
    unknown(
      second,
      place,
      scope,
      rows.columns.map((c) => c.name),
    );
    return undefined;
  }
  if (!field && !rows) unknown(first, place, scope, [...scope.fields.keys(), ...scope.rowLists.keys()]);
  else
    finding(
      scope,
      H1105,
      { name: `${first.text}.${second.text}`, why: rows ? "rowsOutsideAggregate" : "noItems" },
      rangeOf(place.file, first),
    );
  return undefined;
}

/** A 定义 without parameters: worked out once, shared by all that use it. */
function useDefinition(name: string, node: ReferenceNode, place: Place, scope: Scope): Expr | undefined {
  const declared = scope.definitions.get(name);
  if (!declared?.node.body) return undefined;
  scope.usedDefinitions.add(name);
  if (declared.result === undefined) {
    if (!enter(name, node, place, scope)) return undefined;
    const of = elaborate(declared.node.body, { file: declared.file }, scope);
    scope.underWay.pop();
    declared.result =
      of === undefined
        ? false
        : share(name, { zh: name, en: name }, of, rangeOf(declared.file, declared.node), scope);
  }
  return declared.result === false ? undefined : declared.result;
}

/** Begins a definition; a circle is reported with its chain. */
export function enter(name: string, node: ExprNode | NameNode, place: Place, scope: Scope): boolean {
  const at = scope.underWay.indexOf(name);
  if (at >= 0) {
    finding(scope, H1104, { chain: [...scope.underWay.slice(at), name] }, rangeOf(place.file, node));
    return false;
  }
  if (scope.underWay.length === 0) scope.budget.from = rangeOf(place.file, node);
  scope.underWay.push(name);
  return true;
}

/** Makes a definition of the program and gives its use. */
export function share(
  id: string,
  name: { zh: string; en: string },
  of: Expr,
  origin: { file: string; start: number; end: number },
  scope: Scope,
): Expr {
  let unique = id;
  for (let n = scope.copies.get(id) ?? 2; scope.program.has(unique); n += 1) {
    unique = `${id}(${n})`;
    scope.copies.set(id, n + 1);
  }
  scope.program.set(unique, { id: unique, name, of, origin });
  return { node: "use", type: of.type, definition: unique, name };
}

function sum(
  terms: readonly { readonly negative: boolean; readonly of: ExprNode }[],
  node: ExprNode,
  place: Place,
  scope: Scope,
): Expr | undefined {
  const done = terms.map(({ negative, of }) => ({ negative, of: figureOf(of, place, scope), node: of }));
  if (done.some(({ of }) => of === undefined)) return undefined;
  const parts = done.flatMap(({ negative, of, node: at }) => (of ? [{ negative, of, node: at }] : []));
  const [first] = parts;
  if (!first) return undefined;
  // A lone sign: −x.
  if (parts.length === 1) {
    if (!first.negative) return first.of;
    if (first.of.node === "figure") return { ...first.of, value: multiply(first.of.value, fraction(-1n)) };
    return { node: "sum", type: first.of.type, terms: [{ negative: true, of: first.of }] };
  }
  const dates = parts.filter(({ of }) => of.type.kind === "date");
  if (dates.length > 0) return dateSum(parts, node, place, scope);
  // The kind of a sum is that of its first term that is no bare literal; 比率 − 比率 is a difference.
  const lead = parts.find(({ of }) => literal(of) === undefined || of.type.kind !== "number") ?? first;
  for (const part of parts) {
    if (part !== lead && !sumAgrees(lead.of, part, place, scope)) return undefined;
  }
  let type = lead.of.type;
  if (type.kind === "ratio") {
    const senses = parts.map(({ of }) => (of.type.kind === "ratio" ? of.type.sense : "number"));
    const plain = senses.includes("number");
    const ratios = parts.filter(({ of }) => of.type.kind === "ratio" && of.type.sense === "ratio");
    const cancel = ratios.length === 2 && ratios[0]?.negative !== ratios[1]?.negative;
    if (plain) type = RATIO;
    else if (senses.includes("ratio"))
      type = cancel && ratios.length === parts.length ? { kind: "ratio", sense: "difference" } : RATIO;
  }
  return { node: "sum", type, terms: parts.map(({ negative, of }) => ({ negative, of: adapt(of, type) })) };
}

/** Terms of a sum: as `agree`, but 个百分点 add to ratios. */
function sumAgrees(
  lead: Expr,
  part: { readonly of: Expr; readonly node: ExprNode },
  place: Place,
  scope: Scope,
): boolean {
  if (lead.type.kind === "ratio" && part.of.type.kind === "ratio") return true;
  return agree(lead, part.of, undefined, part.node, place, scope);
}

/** 日期 − 日期 is 天; 日期 ± 天 is a 日期. */
function dateSum(
  parts: readonly { readonly negative: boolean; readonly of: Expr; readonly node: ExprNode }[],
  node: ExprNode,
  place: Place,
  scope: Scope,
): Expr | undefined {
  const sign = parts.reduce(
    (n, { negative, of }) => (of.type.kind === "date" ? n + (negative ? -1 : 1) : n),
    0,
  );
  for (const { of, node: at } of parts) {
    if (of.type.kind !== "date" && !agree({ node: "score", type: DAYS }, of, undefined, at, place, scope))
      return undefined;
  }
  if (sign !== 0 && sign !== 1) {
    finding(scope, H1301, { left: kindName(DATE), right: kindName(DATE) }, rangeOf(place.file, node));
    return undefined;
  }
  return {
    node: "sum",
    type: sign === 1 ? DATE : DAYS,
    terms: parts.map(({ negative, of }) => ({ negative, of })),
  };
}

function product(
  factors: readonly { readonly inverse: boolean; readonly of: ExprNode }[],
  place: Place,
  scope: Scope,
): Expr | undefined {
  const done = factors.map(({ inverse, of }) => ({ inverse, of: figureOf(of, place, scope), node: of }));
  const parts = done.flatMap(({ inverse, of, node }) => (of ? [{ inverse, of, node }] : []));
  if (parts.length < done.length) return undefined;
  const type = productType(
    parts.map(({ inverse, of }) => ({ inverse, type: of.type, literal: literal(of) !== undefined })),
  );
  if (!type) {
    const date = parts.find(({ of }) => of.type.kind === "date");
    if (date)
      finding(
        scope,
        H1306,
        { expected: "figure", found: kindName(date.of.type) },
        rangeOf(place.file, date.node),
      );
    return undefined;
  }
  return { node: "product", type, factors: parts.map(({ inverse, of }) => ({ inverse, of })) };
}

/** `left` is what a comparison without a left side compares. */
function comparison(
  node: ComparisonNode,
  left: Expr | undefined,
  place: Place,
  scope: Scope,
): Expr | undefined {
  const a = node.left ? elaborate(node.left, place, scope) : (left ?? ownValue(node, place, scope));
  if (!a) return undefined;
  // 地区 = 中部: the right side is an option, not a field.
  if (a.type.kind === "option" || a.type.kind === "qualitative")
    return optionComparison(a, node, place, scope);
  const z = elaborate(node.right, place, scope);
  if (!z) return undefined;
  if (a.type.kind === "yesNo" && z.type.kind === "yesNo") return equalityOnly(node, a, z, place, scope);
  for (const [side, at] of [
    [a, node.left ?? node],
    [z, node.right],
  ] as const) {
    if (!isFigure(side.type)) {
      finding(scope, H1306, { expected: "figure", found: kindName(side.type) }, rangeOf(place.file, at));
      return undefined;
    }
  }
  if (!agree(a, z, node.left, node.right, place, scope)) return undefined;
  return b.compare(adapt(a, z.type), node.sign, adapt(z, a.type));
}

function equalityOnly(node: ComparisonNode, a: Expr, z: Expr, place: Place, scope: Scope): Expr | undefined {
  if (node.sign === "=" || node.sign === "≠") return b.compare(a, node.sign, z);
  finding(scope, H1306, { expected: "figure", found: kindName(a.type) }, rangeOf(place.file, node));
  return undefined;
}

/** What `>= 90%` compares: 值 of the indicator. */
function ownValue(node: ExprNode, place: Place, scope: Scope): Expr | undefined {
  if (place.leaf?.value && !place.leaf.insideValue) return place.leaf.value;
  if (place.leaf?.broken) return undefined;
  if (place.leaf && !place.leaf.insideValue) finding(scope, H1402, {}, rangeOf(place.file, node));
  else finding(scope, H1105, { name: "值", why: "noValue" }, rangeOf(place.file, node));
  return undefined;
}

/** Grades of a 定性 as filings name them (财预〔2020〕10号). */
export const QUALITATIVE_GRADES: readonly string[] = ["达成", "部分达成", "未达成"];

function optionComparison(a: Expr, node: ComparisonNode, place: Place, scope: Scope): Expr | undefined {
  const options = a.type.kind === "option" ? a.type.options : QUALITATIVE_GRADES;
  const left: Expr =
    a.type.kind === "qualitative" && a.node === "input"
      ? { ...a, type: { kind: "option", options }, part: "grade" }
      : a;
  const name =
    node.right.kind === "reference" && node.right.path.length === 1 ? node.right.path[0] : undefined;
  if (!name) {
    const z = elaborate(node.right, place, scope);
    if (z?.type.kind === "option") return equalityOnly(node, left, z, place, scope);
    if (z)
      finding(
        scope,
        H1301,
        { left: kindName(a.type), right: kindName(z.type) },
        rangeOf(place.file, node.right),
      );
    return undefined;
  }
  if (options.includes(name.text))
    return equalityOnly(node, left, { node: "option", type: left.type, value: name.text }, place, scope);
  const other = scope.fields.get(name.text);
  if (other?.type.kind === "option") {
    scope.used.add(other.name);
    return equalityOnly(node, left, b.input(other.name, other.type), place, scope);
  }
  unknown(name, place, scope, options);
  return undefined;
}

function membership(
  node: MembershipNode,
  left: Expr | undefined,
  place: Place,
  scope: Scope,
): Expr | undefined {
  const a = node.left ? figureOf(node.left, place, scope) : (left ?? ownValue(node, place, scope));
  if (!a) return undefined;
  const range = rangeAs(node.range, a.type, place, scope);
  return range && b.holds(a, range);
}

/** A range whose sides go with `type` (undefined: any figure). */
export function rangeAs(
  node: RangeNode,
  type: Type | undefined,
  place: Place,
  scope: Scope,
): BoundRange | undefined {
  const side = (of: ExprNode | undefined): Expr | undefined =>
    of && (type ? figureAs(of, type, place, scope) : figureOf(of, place, scope));
  const [low, high] = [side(node.low), side(node.high)];
  if ((node.low && !low) || (node.high && !high)) return undefined;
  return {
    kind: "range",
    low,
    lowOpen: node.lowOpen,
    high,
    highOpen: node.highOpen,
    origin: rangeOf(place.file, node),
  };
}

function ifElse(node: Extract<ExprNode, { kind: "if" }>, place: Place, scope: Scope): Expr | undefined {
  const branches = node.branches.map(({ when, then }) => ({
    when: condition(when, undefined, place, scope),
    then: elaborate(then, place, scope),
    node: then,
  }));
  const otherwise = node.otherwise && elaborate(node.otherwise, place, scope);
  if (!otherwise) return undefined;
  const list: { when: Expr; then: Expr }[] = [];
  for (const { when, then, node: at } of branches) {
    if (!when || !then) return undefined;
    if (isFigure(then.type) && isFigure(otherwise.type)) {
      if (!agree(otherwise, then, node.otherwise, at, place, scope)) return undefined;
    } else if (then.type.kind !== otherwise.type.kind) {
      finding(
        scope,
        H1301,
        { left: kindName(then.type), right: kindName(otherwise.type) },
        rangeOf(place.file, at),
      );
      return undefined;
    }
    list.push({ when, then });
  }
  const lead =
    [...list.map(({ then }) => then), otherwise].find((e) => e.type.kind !== "number") ?? otherwise;
  return b.cases(
    lead.type,
    list.map(({ when, then }) => ({ when, then: adapt(then, lead.type) })),
    adapt(otherwise, lead.type),
  );
}

// ---- calls -------------------------------------------------------------------------------------------------

function call(node: CallNode, place: Place, scope: Scope): Expr | undefined {
  const name = node.callee.text;
  const known = node.callee.token.kind === "word" ? FUNCTIONS.get(name) : undefined;
  const declared = scope.definitions.get(name);
  if (declared?.node.parameters && !known)
    return callDefinition(node, declared.node.parameters, place, scope);
  if (!known) {
    if (scope.standards.has(name))
      finding(scope, H1105, { name, why: "isStandard" }, rangeOf(place.file, node.callee));
    else
      unknown(node.callee, place, scope, [
        ...FUNCTIONS.keys(),
        ...Array.from(scope.definitions).flatMap(([n, d]) => (d.node.parameters ? [n] : [])),
      ]);
    return undefined;
  }
  if (node.args.some(({ value }) => startsBroken(value, scope))) return undefined;
  const rows = rowsOf(node.args, scope);
  if (rows) return aggregate(known, node, rows, place, scope);
  const conditional = node.args.find((arg) => arg.when);
  const count = (least: number, most: number): boolean => {
    if (!conditional && node.args.length >= least && node.args.length <= most) return true;
    finding(
      scope,
      H1106,
      { name, least, most, found: node.args.length, rows: false },
      rangeOf(place.file, node),
    );
    return false;
  };
  const figures = (): readonly Expr[] | undefined => {
    const done = node.args.map(({ value }) => figureOf(value, place, scope));
    const all = done.flatMap((e) => (e ? [e] : []));
    const [first] = all;
    if (all.length < done.length || !first) return undefined;
    const lead = all.find((e) => literal(e) === undefined || e.type.kind !== "number") ?? first;
    const fits = all.every((e, i) => {
      const at = node.args[i]?.value;
      return e === lead || at === undefined || agree(lead, e, undefined, at, place, scope);
    });
    return fits ? all.map((e) => adapt(e, lead.type)) : undefined;
  };
  switch (known) {
    case "max":
    case "min": {
      if (!count(1, 1000)) return undefined;
      const of = figures();
      const type = of?.[0]?.type;
      return of && type && { node: "extreme", type, pick: known, of };
    }
    case "average": {
      if (!count(1, 1000)) return undefined;
      const of = figures();
      const type = of?.[0]?.type;
      return of && type && b.over(type, b.plus(type, ...of), b.number(BigInt(of.length)));
    }
    case "abs": {
      if (!count(1, 1)) return undefined;
      const of = figures()?.[0];
      return of && b.absolute(of.type, of);
    }
    case "floor":
    case "ceil": {
      if (!count(1, 1)) return undefined;
      const of = figures()?.[0];
      return (
        of && { node: "round", type: of.type, mode: known === "floor" ? "floor" : "ceiling", places: 0, of }
      );
    }
    case "roundHalfUp": {
      if (!count(2, 2)) return undefined;
      const [of, places] = node.args.map(({ value }) => figureOf(value, place, scope));
      if (!of || !places) return undefined;
      const n = literal(places);
      if (!n || places.type.kind !== "number" || n.n % n.d !== 0n || order(abs(n), fraction(12n)) > 0) {
        finding(
          scope,
          H1106,
          { name, least: 2, most: 2, found: 2, rows: false },
          rangeOf(place.file, node.args[1] ?? node),
        );
        return undefined;
      }
      return { node: "round", type: of.type, mode: "halfUp", places: b.smallInteger(n.n / n.d), of };
    }
    case "change": {
      if (!count(2, 2)) return undefined;
      const [now, old] = figures() ?? [];
      if (!now || !old) return undefined;
      return b.cases(
        RATIO,
        [
          {
            when: b.compare(old, "<=", b.figure(fraction(0n), old.type)),
            then: b.fault("changeFromNothing" satisfies FaultCause, RATIO),
          },
        ],
        b.over(RATIO, b.minus(now.type, now, old), old),
      );
    }
    default:
      finding(
        scope,
        H1106,
        { name, least: 1, most: 1, found: node.args.length, rows: true },
        rangeOf(place.file, node),
      );
      return undefined;
  }
}

function startsBroken(node: ExprNode, scope: Scope): boolean {
  return node.kind === "reference" && scope.broken.has(node.path[0]?.text ?? "");
}

/** The row list that arguments speak of: `计数(项目 …)`, `合计(项目.资金)`. */
function rowsOf(args: readonly CallArgument[], scope: Scope): RowList | undefined {
  for (const { value } of args) {
    const first = value.kind === "reference" ? value.path[0] : undefined;
    const rows = first && scope.rowLists.get(first.text);
    if (rows) return rows;
    // 合计(项目.单价 × 项目.数量): an expression over a row's columns.
    const inside = firstRows(value, scope);
    if (inside) return inside;
  }
  return undefined;
}
function firstRows(node: ExprNode, scope: Scope): RowList | undefined {
  switch (node.kind) {
    case "reference":
      return node.path.length > 1 && node.path[0] ? scope.rowLists.get(node.path[0].text) : undefined;
    case "paren":
      return firstRows(node.of, scope);
    case "sum":
      return node.terms.map(({ of }) => firstRows(of, scope)).find((r) => r !== undefined);
    case "product":
      return node.factors.map(({ of }) => firstRows(of, scope)).find((r) => r !== undefined);
    default:
      return undefined;
  }
}

function aggregate(
  known: string,
  node: CallNode,
  rows: RowList,
  place: Place,
  scope: Scope,
): Expr | undefined {
  const fold = (["count", "total", "average", "weightedAverage", "max", "min"] as const).find(
    (f) => f === known,
  );
  const wanted = fold === "weightedAverage" ? 2 : 1;
  if (!fold || node.args.length !== wanted) {
    finding(
      scope,
      H1106,
      { name: node.callee.text, least: wanted, most: wanted, found: node.args.length, rows: true },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  scope.used.add(rows.name);
  const inside: Place = { ...place, row: rows };
  const whens = node.args.flatMap(({ when }) => (when ? [condition(when, undefined, inside, scope)] : []));
  if (whens.includes(undefined)) return undefined;
  const [when] = whens;
  const filter = when ? { when } : {};
  if (fold === "count") {
    const [arg] = node.args;
    const whole = arg?.value.kind === "reference" && arg.value.path.length === 1;
    if (!whole) {
      finding(
        scope,
        H1106,
        { name: node.callee.text, least: 1, most: 1, found: 1, rows: true },
        rangeOf(place.file, node),
      );
      return undefined;
    }
    return { node: "aggregate", type: NUMBER, fold, rows: rows.name, ...filter };
  }
  const [of, weight] = node.args.map(({ value }) => figureOf(value, inside, scope));
  if (!of || (wanted === 2 && !weight)) return undefined;
  return {
    node: "aggregate",
    type: of.type,
    fold,
    rows: rows.name,
    ...filter,
    of,
    ...(weight ? { weight } : {}),
  };
}

/** A function of the rule set: its body with the arguments put in, shared so that use costs nothing twice. */
function callDefinition(
  node: CallNode,
  parameters: readonly NameNode[],
  place: Place,
  scope: Scope,
): Expr | undefined {
  const name = node.callee.text;
  const declared = scope.definitions.get(name);
  const body = declared?.node.body;
  if (!declared || !body) return undefined;
  scope.usedDefinitions.add(name);
  if (node.args.length !== parameters.length || node.args.some((arg) => arg.when)) {
    finding(
      scope,
      H1106,
      { name, least: parameters.length, most: parameters.length, found: node.args.length, rows: false },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  const bound = bindArguments(
    name,
    parameters,
    node.args.map((arg) => arg.value),
    place,
    scope,
  );
  if (!bound || !enter(name, node.callee, place, scope)) return undefined;
  const of = elaborate(body, { file: declared.file, parameters: bound }, scope);
  scope.underWay.pop();
  // Inside a row every row has its own value: nothing to share.
  return (
    of &&
    (place.row ? of : share(name, { zh: name, en: name }, of, rangeOf(declared.file, declared.node), scope))
  );
}

/** Parameters bound to their arguments; an argument that is more than a name or literal is worked out once. */
export function bindArguments(
  name: string,
  parameters: readonly NameNode[],
  args: readonly ExprNode[],
  place: Place,
  scope: Scope,
): ReadonlyMap<string, Expr> | undefined {
  const bound = new Map<string, Expr>();
  for (const [i, parameter] of parameters.entries()) {
    const arg = args[i];
    const of = arg && elaborate(arg, place, scope);
    if (!of || !arg) return undefined;
    const atom =
      of.node === "figure" ||
      of.node === "input" ||
      of.node === "use" ||
      of.node === "yesNo" ||
      of.node === "option" ||
      of.node === "column";
    bound.set(
      parameter.text,
      atom || place.row
        ? of
        : share(
            `${name}.${parameter.text}`,
            { zh: parameter.text, en: parameter.text },
            of,
            rangeOf(place.file, arg),
            scope,
          ),
    );
  }
  return bound;
}
