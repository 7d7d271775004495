/**
 * Expressions: names and units resolved, kinds checked, lowered to core. Each function gives undefined when it has
 * reported an error, so that one mistake is reported once.
 */
import { fraction, isZero, multiply } from "@heng/number";
import * as b from "../core/build.ts";
import type { Expr } from "../core/program.ts";
import { dayNumber } from "../core/show.ts";
import {
  DATE,
  DAYS,
  isFigure,
  kindName,
  QUALITATIVE_GRADES,
  RATIO,
  YES_NO,
  type Type,
} from "../core/type.ts";
import type { ComparisonNode, ExprNode, MembershipNode, RangeNode } from "../syntax/tree.ts";
import type { BoundRange } from "../core/method.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import { H1120 } from "./H1120-expansion-limit/index.ts";
import { H1105 } from "./H1105-name-not-allowed-here/index.ts";
import { H1301 } from "./H1301-units-differ/index.ts";
import { H1313 } from "./H1313-divided-by-zero/index.ts";
import { H1306 } from "../diagnostics/H1306-condition-or-figure/index.ts";
import { H1309 } from "./H1309-no-such-day/index.ts";
import { H1402 } from "../diagnostics/H1402-nothing-measured/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { productType, typeOfAny } from "./units.ts";
import { tellBareHundred } from "./bare-hundred.ts";
import { inhabited } from "./interval.ts";
import { unknown } from "./names.ts";
import { adapt, agree, isShare, leading, literal, quantity, quiet } from "./kinds.ts";
import { reference } from "./references.ts";
import { call } from "./calls.ts";

/**
 * Core nodes that definitions and 方法 may expand to: far above real rule sets, below what would stall a browser. Just
 * below it checking takes some 0.3 s (0.5 s at the start), as it does just below the bound on standards.
 */
export const MOST_NODES = 50_000;
/** Standards that 方法 may expand to in one indicator, each of which is lowered with its steps and sentence. */
const MOST_STANDARDS = 1_000;
/** What a standard costs of {@link MOST_NODES}. */
const STANDARD_NODES = 10;

/** Counts a node of a body put in; reports once when they are too many. What is written out is bounded by the text. */
function spend(scope: Scope, node: ExprNode, place: Place): boolean {
  if (scope.underWay.length === 0) return true;
  const { budget } = scope;
  budget.nodes += 1;
  return budget.nodes <= MOST_NODES || exceeded(scope, MOST_NODES, "expressions", rangeOf(place.file, node));
}

/** Counts a standard of a 方法 put in. The first of an indicator is free: so many the text has written out. */
export function spendStandard(scope: Scope, at: Range): boolean {
  if (scope.underWay.length === 0) return true;
  const { budget } = scope;
  budget.standards += 1;
  if (budget.standards > MOST_STANDARDS) return exceeded(scope, MOST_STANDARDS, "standards", at);
  if (budget.standards > 1) budget.nodes += STANDARD_NODES;
  return budget.nodes <= MOST_NODES || exceeded(scope, MOST_NODES, "expressions", at);
}

/** Reports once that the rule set expands too far; after that nothing is put in any more. */
function exceeded(scope: Scope, limit: number, what: "expressions" | "standards", at: Range): false {
  const { budget } = scope;
  if (!budget.reported) finding(scope, H1120, { limit, what }, budget.from ?? at);
  budget.reported = true;
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
      return reference(node, place, scope, elaborate);
    case "call":
      return call(node, place, scope, { elaborate, figureOf, condition });
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

/** A figure that must go with `type`, which is that of `source`; a bare 0 adapts. */
export function figureAs(
  node: ExprNode,
  type: Type,
  place: Place,
  scope: Scope,
  source?: Expr,
): Expr | undefined {
  const of = figureOf(node, place, scope);
  if (of === undefined) return undefined;
  // `score` stands for any figure of the type that is no literal: nothing adapts to it but a bare 0.
  return agree({ node: "score", type }, of, undefined, node, place, scope, source)
    ? adapt(of, type)
    : undefined;
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
  const mute = parts.length > 2 ? quiet(scope) : scope;
  const lead = leading(parts, (one, part) => sumAgrees(one.of, part, place, mute)) ?? first;
  for (const part of parts) {
    if (part !== lead && !sumAgrees(lead.of, part, place, scope)) return undefined;
  }
  let type = lead.of.type;
  if (type.kind === "ratio") {
    const senses = parts.map(({ of }) => (of.type.kind === "ratio" ? of.type.sense : "number"));
    const plain = senses.includes("number");
    const ratios = parts.filter(({ of }) => of.type.kind === "ratio" && of.type.sense === "ratio");
    // What else there is are 个百分点 and differences: with as many ratios taken as put, so is the whole.
    const cancel = ratios.filter(({ negative }) => negative).length * 2 === ratios.length;
    if (plain) type = RATIO;
    else if (senses.includes("ratio")) type = cancel ? { kind: "ratio", sense: "difference" } : RATIO;
    else type = typeOfAny(parts.map(({ of }) => of.type)) ?? type;
  }
  return { node: "sum", type, terms: parts.map(({ negative, of }) => ({ negative, of: adapt(of, type) })) };
}

/** Terms of a sum: as `agree`, but 个百分点 add to ratios, and 1 is a whole. */
function sumAgrees(
  lead: Expr,
  part: { readonly of: Expr; readonly node: ExprNode },
  place: Place,
  scope: Scope,
): boolean {
  if (lead.type.kind === "ratio" && (part.of.type.kind === "ratio" || isShare(part.of))) return true;
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
  const done = factors.map(({ inverse, of: node }) => {
    const of = figureOf(node, node.kind === "paren" ? { ...place, inProduct: true } : place, scope);
    return of && (inverse ? { inverse, of, origin: rangeOf(place.file, node) } : { inverse, of });
  });
  const parts = complete(done);
  if (!parts) return undefined;
  const zero = parts.findIndex(({ inverse, of }) => inverse && of.node === "figure" && isZero(of.value));
  const divisor = factors[zero]?.of;
  if (divisor && divisor.kind === "quantity") {
    const shown = `${divisor.number}${divisor.unit ?? ""}`;
    finding(scope, H1313, { divisor: shown }, rangeOf(place.file, divisor));
    return undefined;
  }
  const type = productType(
    parts.map(({ inverse, of }) => ({ inverse, type: of.type, literal: literal(of) !== undefined })),
  );
  if (!type) {
    const date = parts.findIndex(({ of }) => of.type.kind === "date");
    const at = factors[date]?.of;
    if (at) finding(scope, H1306, { expected: "figure", found: kindName(DATE) }, rangeOf(place.file, at));
    return undefined;
  }
  if (type.kind === "ratio" && place.inProduct !== true) tellBareHundred(factors, parts, place, scope);
  return { node: "product", type, factors: parts };
}

/** The parts, where every one could be worked out. */
function complete<P>(parts: readonly (P | undefined)[]): readonly P[] | undefined {
  return parts.includes(undefined) ? undefined : (parts as readonly P[]);
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
  return {
    node: "compare",
    type: YES_NO,
    sign: node.sign,
    left: adapt(a, z.type),
    right: adapt(z, a.type),
    origin: rangeOf(place.file, node),
  };
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
  else
    finding(
      scope,
      H1105,
      { name: "值", why: "noValue", declared: scope.fields.has("值") },
      rangeOf(place.file, node),
    );
  return undefined;
}

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
  const range = inhabited(rangeAs(node.range, a.type, place, scope, a), scope);
  return range && b.holds(a, range);
}

/** A range whose sides go with `type` (undefined: any figure). */
export function rangeAs(
  node: RangeNode,
  type: Type | undefined,
  place: Place,
  scope: Scope,
  source?: Expr,
): BoundRange | undefined {
  const side = (of: ExprNode | undefined): Expr | undefined =>
    of && (type ? figureAs(of, type, place, scope, source) : figureOf(of, place, scope));
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
  const list: { when: Expr; then: Expr; origin: Range }[] = [];
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
    list.push({ when, then, origin: rangeOf(place.file, at) });
  }
  const lead =
    [...list.map(({ then }) => then), otherwise].find((e) => e.type.kind !== "number") ?? otherwise;
  const type =
    lead.type.kind === "ratio"
      ? (typeOfAny([lead.type, ...list.map(({ then }) => then.type), otherwise.type]) ?? lead.type)
      : lead.type;
  return b.cases(
    type,
    list.map(({ when, then, origin }) => ({ when, then: adapt(then, type), origin })),
    adapt(otherwise, type),
  );
}
