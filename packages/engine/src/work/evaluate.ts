/**
 * The meaning of the core language, written straight from docs/reference/semantics.md, section 2: what an expression
 * comes to for one filing. Exact fractions, four states, nothing rounded but where a node says so.
 */
import {
  absolute,
  absoluteInterval,
  compare,
  compareIntervals,
  contains,
  divide,
  divideIntervals,
  isZero,
  multiply,
  multiplyIntervals,
  negate,
  negateInterval,
  ONE,
  point,
  WHOLE,
  ZERO,
  type Interval,
} from "@heng/number";
import { roundedRange, roundedFigure, type ComparisonSign, type Expr, type Type } from "@heng/lang";
import { fieldOutcome } from "./field-outcome.ts";
import type { Intake, Row } from "./fields.ts";
import type { Remembered } from "./memo.ts";
import {
  asFigure,
  asTruth,
  either,
  error,
  FALSE,
  isKnown,
  mapFigure,
  marked,
  mayFail,
  missingOf,
  rangeFits,
  rangeOf,
  TRUE,
  UNKNOWN,
  valueOf,
  type ErrorOutcome,
  type Figure,
  type Known,
  type Outcome,
  type Truth,
} from "./outcome.ts";
import { extremeOf, fold, foldUnknown, total, type Member } from "./rows.ts";

/** What an expression is worked out over. */
export interface Scope {
  readonly intake: Intake;
  /** Definitions worked out so far, each once (§2.2). */
  readonly definitions: Map<string, Outcome>;
  /** Nodes worked out so far: a node that stands in several places is worked out once. */
  readonly memo: Remembered;
  /** The row at hand, inside an aggregate. */
  readonly row?: Row;
  /** What is no 0 in the branch at hand, whatever is missing ({@link nameOf}). */
  readonly nonZero?: ReadonlySet<string>;
  /** 得分 of the leaf, in 须说明. */
  readonly score?: Figure;
}

type Node<N extends Expr["node"]> = Extract<Expr, { readonly node: N }>;

/** What an expression comes to. */
export function evaluate(e: Expr, scope: Scope): Outcome {
  switch (e.node) {
    case "figure":
      return { state: "value", value: e.value };
    case "yesNo":
      return e.value ? TRUE : FALSE;
    case "option":
      return { state: "choice", option: e.value };
    case "input": {
      const field = scope.intake.fields.get(e.field);
      return field === undefined ? unbound(e.field) : fieldOutcome(field, e.part, e);
    }
    case "column": {
      const field = scope.row?.get(e.column);
      return field === undefined ? unbound(e.column) : fieldOutcome(field, e.part, e);
    }
    case "use":
      return scope.definitions.get(e.definition) ?? unbound(e.definition);
    case "score":
      return scope.score ?? unbound("score");
    case "fault":
      return error(e.cause, e);
    default: {
      const known = scope.memo.get(e);
      if (known !== undefined) return known;
      const outcome = composite(e, scope);
      scope.memo.set(e, outcome);
      return outcome;
    }
  }
}

/** {@link evaluate} where the type says that there is a figure. */
export function figureOf(e: Expr, scope: Scope): Figure {
  return asFigure(evaluate(e, scope));
}

/** {@link evaluate} where the type says that there is a condition. */
export function truthOf(e: Expr, scope: Scope): Truth {
  return asTruth(evaluate(e, scope));
}

/** The checked program refers to nothing that it lacks: this is a fault of whoever made it, never of data. */
function unbound(name: string): never {
  throw new Error(`The program refers to ${name}, which it does not have`);
}

type Composite = Exclude<
  Expr,
  { readonly node: "figure" | "yesNo" | "option" | "input" | "column" | "use" | "score" | "fault" }
>;

function composite(e: Composite, scope: Scope): Outcome {
  switch (e.node) {
    case "step":
      return evaluate(e.of, scope);
    case "sum":
      return sum(e, scope);
    case "product":
      return product(e, scope);
    case "extreme":
      return extreme(e, scope);
    case "absolute":
      return mapFigure(figureOf(e.of, scope), absolute, absoluteInterval, e);
    case "round":
      return round(e, figureOf(e.of, scope));
    case "compare":
      return comparison(e, scope);
    case "logic":
      return logic(e, scope);
    case "not": {
      const of = truthOf(e.of, scope);
      return of.state === "truth" ? marked(of.holds ? FALSE : TRUE, of.mayFail === true) : of;
    }
    case "cases":
      return cases(e, scope);
    case "aggregate":
      return aggregate(e, scope);
  }
}

/** §2.3 */
function sum(e: Node<"sum">, scope: Scope): Figure {
  const terms: Known[] = [];
  for (const { negative, of } of e.terms) {
    const term = figureOf(of, scope);
    if (term.state === "error") return term;
    terms.push(negative ? opposite(term) : term);
  }
  return total(terms, e);
}

function opposite(figure: Known): Known {
  return figure.state === "value"
    ? { ...figure, value: negate(figure.value) }
    : { ...figure, range: negateInterval(figure.range) };
}

/** §2.4 */
function product(e: Node<"product">, scope: Scope): Figure {
  let known = ONE;
  let open: Interval | undefined;
  let fails = false;
  for (const { inverse, of } of e.factors) {
    const factor = figureOf(of, scope);
    if (factor.state === "error") return factor;
    fails ||= factor.mayFail === true;
    if (factor.state === "value") {
      if (inverse && isZero(factor.value)) return error("divisionByZero", of);
      if (known === ONE && !inverse) {
        // Nothing to multiply yet, and most products are of two.
        known = factor.value;
        continue;
      }
      const next = valueOf(inverse ? divide(known, factor.value) : multiply(known, factor.value), e);
      if (next.state !== "value") return next;
      known = next.value;
    } else {
      fails ||= inverse && contains(factor.range, ZERO) && scope.nonZero?.has(nameOf(of) ?? "") !== true;
      const range = inverse ? reciprocals(factor.range) : factor.range;
      open = open === undefined ? range : multiplyIntervals(open, range);
      if (!rangeFits(open)) return error("precision", e);
    }
  }
  return marked(
    open === undefined
      ? { state: "value", value: known }
      : missingOf(multiplyIntervals(open, point(known)), e),
    fails,
  );
}

/** All 1 ÷ x, x = 0 left out since it would be an error; unbounded where x comes near 0 (§2.4). */
function reciprocals({ low, high }: Interval): Interval {
  const nonZero: Interval = {
    low: low && isZero(low.value) ? { value: ZERO, open: true } : low,
    high: high && isZero(high.value) ? { value: ZERO, open: true } : high,
  };
  return divideIntervals(point(ONE), nonZero) ?? WHOLE;
}

/** §2.5 */
function extreme(e: Node<"extreme">, scope: Scope): Figure {
  const known: Known[] = [];
  for (const part of e.of) {
    const figure = figureOf(part, scope);
    if (figure.state === "error") return figure;
    known.push(figure);
  }
  return extremeOf(known, e.pick, e);
}

/** §2.6 */
function round(e: Node<"round">, of: Figure): Figure {
  return mapFigure(
    of,
    (value) => roundedFigure(e, value),
    (range) => roundedRange(e, range),
    e,
  );
}

function orderHolds(order: -1 | 0 | 1, by: ComparisonSign): boolean {
  switch (by) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "=":
      return order === 0;
    case "≠":
      return order !== 0;
  }
}

function truth(holds: boolean | undefined): Truth {
  return holds === undefined ? UNKNOWN : holds ? TRUE : FALSE;
}

/** §2.7 */
function comparison(e: Node<"compare">, scope: Scope): Outcome {
  const left = evaluate(e.left, scope);
  const right = evaluate(e.right, scope);
  if (left.state === "error") return left;
  if (right.state === "error") return right;
  return marked(truth(comparedKnown(e, left, right)), mayFail(left) || mayFail(right));
}

function comparedKnown(e: Node<"compare">, left: Outcome, right: Outcome): boolean | undefined {
  if (left.state === "value" && right.state === "value") {
    return orderHolds(compare(left.value, right.value), e.sign);
  }
  if (isKnown(left) && isKnown(right)) return compareIntervals(e.sign, rangeOf(left), rangeOf(right));
  const same = sameChoice(left, e.left.type, right, e.right.type);
  return same === undefined ? undefined : same === (e.sign === "=");
}

/** Whether two options or conditions are the same; known also where what is missing cannot be the other (§2.7). */
function sameChoice(a: Outcome, aType: Type, b: Outcome, bType: Type): boolean | undefined {
  if (a.state === "truth" && b.state === "truth") return a.holds === b.holds;
  if (a.state === "choice" && b.state === "choice") return a.option === b.option;
  const [ofA, ofB] = [choices(a, aType), choices(b, bType)];
  return ofA === undefined || ofB === undefined || ofA.some((option) => ofB.includes(option))
    ? undefined
    : false;
}

/** All that an option can be, where its type tells. */
function choices(o: Outcome, type: Type): readonly string[] | undefined {
  return o.state === "choice" ? [o.option] : type.kind === "option" ? type.options : undefined;
}

/** §2.9 */
function logic(e: Node<"logic">, scope: Scope): Outcome {
  // `and` is settled by one that fails, `or` by one that holds; an error is never passed over.
  const settles = e.connective === "or";
  let settled = false;
  let unknown = false;
  let fails = false;
  for (const part of e.of) {
    const next = truthOf(part, scope);
    if (next.state === "error") return next;
    fails ||= next.mayFail === true;
    if (next.state === "unknown") unknown = true;
    else if (next.holds === settles) settled = true;
  }
  return marked(truth(settled ? settles : unknown ? undefined : !settles), fails);
}

/** §2.8: only what may be taken is worked out. */
function cases(e: Node<"cases">, scope: Scope): Outcome {
  let possible: Outcome | undefined;
  let fails = false;
  let rest = scope;
  const join = (outcome: Outcome) =>
    marked(possible === undefined ? outcome : either(possible, outcome), fails);
  for (const { when, then } of e.cases) {
    const holds = truthOf(when, rest);
    if (holds.state === "error") return join(holds);
    fails ||= holds.mayFail === true;
    if (holds.state === "truth" && !holds.holds) continue;
    const [met, failed] = holds.state === "truth" ? [rest, rest] : branches(when, rest);
    possible = join(evaluate(then, met));
    if (holds.state === "truth") return possible;
    rest = failed;
  }
  return join(evaluate(e.otherwise, rest));
}

/**
 * The scopes where an unknown condition holds, and where it does not. What would decide a comparison by being 0 is no 0
 * where it came out otherwise: `如果 甲 > 0 则 1 ÷ 甲` may not fail.
 */
function branches(when: Expr, scope: Scope): readonly [met: Scope, failed: Scope] {
  if (when.node !== "compare") return [scope, scope];
  const { left, right, sign } = when;
  const apart =
    apartFromZero(left, right, (range) => compareIntervals(sign, point(ZERO), range), scope) ??
    apartFromZero(right, left, (range) => compareIntervals(sign, range, point(ZERO)), scope);
  return apart ?? [scope, scope];
}

/** {@link branches} by what the comparison comes to where `figure` is 0, for all that `other` can be. */
function apartFromZero(
  figure: Expr,
  other: Expr,
  comparedAtZero: (other: Interval) => boolean | undefined,
  scope: Scope,
): ReturnType<typeof branches> | undefined {
  const name = nameOf(figure);
  const against = evaluate(other, scope);
  if (name === undefined || !isKnown(against)) return undefined;
  const holds = comparedAtZero(rangeOf(against));
  if (holds === undefined || scope.nonZero?.has(name) === true) return undefined;
  const without: Scope = { ...scope, memo: new Map(), nonZero: new Set(scope.nonZero).add(name) };
  return holds ? [scope, without] : [without, scope];
}

/** What names a figure, so that a condition on it is one on the same figure elsewhere. */
function nameOf(e: Expr): string | undefined {
  switch (e.node) {
    case "input":
      return `input ${e.field} ${e.part ?? ""}`;
    case "column":
      return `column ${e.column} ${e.part ?? ""}`;
    case "use":
      return `use ${e.definition}`;
    default:
      return undefined;
  }
}

/** What an aggregate makes of one row: a member unless it is left out; `fails`: it may be an error instead. */
type RowOutcome = { readonly member: Member | undefined; readonly fails: boolean } | ErrorOutcome;

const COUNTED: Known = { state: "value", value: ONE };

function rowOutcome(e: Node<"aggregate">, row: Row, scope: Scope): RowOutcome {
  const inRow: Scope = { ...scope, memo: new Map(), row };
  const when = e.when === undefined ? TRUE : truthOf(e.when, inRow);
  if (when.state === "error") return when;
  if (when.state === "truth" && !when.holds) return { member: undefined, fails: mayFail(when) };
  const certain = when.state === "truth";
  const of = e.of === undefined ? COUNTED : figureOf(e.of, inRow);
  const weight = e.weight === undefined ? COUNTED : figureOf(e.weight, inRow);
  // What may be left out is no error yet: it is left out, or one.
  if (of.state === "error") return certain ? of : { member: undefined, fails: true };
  if (weight.state === "error") return certain ? weight : { member: undefined, fails: true };
  return { member: { certain, of, weight }, fails: mayFail(when) || mayFail(of) || mayFail(weight) };
}

/** §2.10 */
function aggregate(e: Node<"aggregate">, scope: Scope): Outcome {
  const rows = scope.intake.rows.get(e.rows);
  if (rows === undefined) return unbound(e.rows);
  if (rows.state === "error") return error("field", e);
  if (rows.state === "missing") {
    const any = rowOutcome(e, rows.unknown, scope);
    // Whatever a row is an error in, there may be none.
    if ("state" in any) return marked(fold(e, []), true);
    const folded = any.member === undefined ? fold(e, []) : foldUnknown(e, any.member, rows.spec.atMost);
    return marked(folded, any.fails);
  }
  const members: Member[] = [];
  let fails = false;
  for (const row of rows.list) {
    const next = rowOutcome(e, row, scope);
    if ("state" in next) return { ...next, fault: { row, ...next.fault } };
    fails ||= next.fails;
    if (next.member !== undefined) members.push(next.member);
  }
  return marked(fold(e, members), fails);
}
