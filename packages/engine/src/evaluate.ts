/**
 * The meaning of the core language, written straight from docs/reference/semantics.md, section 2: what an expression
 * comes to for one filing. Exact fractions, four states, nothing rounded but where a node says so.
 */
import {
  absolute,
  absoluteInterval,
  add,
  addIntervals,
  ceiling,
  ceilingInterval,
  compare,
  compareIntervals,
  divide,
  divideIntervals,
  floor,
  floorInterval,
  fraction,
  hull,
  isZero,
  maximum,
  maximumIntervals,
  minimum,
  minimumIntervals,
  multiply,
  multiplyIntervals,
  negate,
  negateInterval,
  ONE,
  point,
  power10,
  roundHalfUp,
  roundInterval,
  sign,
  WHOLE,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import type { ComparisonSign, Expr, Type } from "@heng/lang";
import { fieldOutcome, type Intake, type Row } from "./fields.ts";
import {
  asFigure,
  asTruth,
  either,
  error,
  FALSE,
  mapFigure,
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

/** What an expression is worked out over. */
export interface Scope {
  readonly intake: Intake;
  /** Definitions worked out so far, each once (§2.2). */
  readonly definitions: Map<string, Outcome>;
  /** Nodes worked out so far: a node that stands in several places is worked out once. */
  readonly memo: Map<Expr, Outcome>;
  /** The row at hand, inside an aggregate. */
  readonly row?: Row;
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
      return of.state === "truth" ? (of.holds ? FALSE : TRUE) : of;
    }
    case "cases":
      return cases(e, scope);
    case "aggregate":
      return aggregate(e, scope);
  }
}

/** §2.3 */
function sum(e: Node<"sum">, scope: Scope): Figure {
  let total = ZERO;
  let open: Interval | undefined;
  for (const { negative, of } of e.terms) {
    const term = figureOf(of, scope);
    if (term.state === "error") return term;
    if (term.state === "value") {
      const next = valueOf(add(total, negative ? negate(term.value) : term.value), e);
      if (next.state !== "value") return next;
      total = next.value;
    } else {
      const range = negative ? negateInterval(term.range) : term.range;
      open = open === undefined ? range : addIntervals(open, range);
      if (!rangeFits(open)) return error("precision", e);
    }
  }
  return open === undefined
    ? { state: "value", value: total }
    : missingOf(addIntervals(open, point(total)), e);
}

/** §2.4 */
function product(e: Node<"product">, scope: Scope): Figure {
  let total = ONE;
  let open: Interval | undefined;
  for (const { inverse, of } of e.factors) {
    const factor = figureOf(of, scope);
    if (factor.state === "error") return factor;
    if (factor.state === "value") {
      if (inverse && isZero(factor.value)) return error("divisionByZero", of);
      const next = valueOf(inverse ? divide(total, factor.value) : multiply(total, factor.value), e);
      if (next.state !== "value") return next;
      total = next.value;
    } else {
      const range = inverse ? reciprocals(factor.range) : factor.range;
      open = open === undefined ? range : multiplyIntervals(open, range);
      if (!rangeFits(open)) return error("precision", e);
    }
  }
  return open === undefined
    ? { state: "value", value: total }
    : missingOf(multiplyIntervals(open, point(total)), e);
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

function extremeOf(figures: readonly Known[], pick: "max" | "min", at: Expr): Figure {
  const [first, ...rest] = figures;
  if (first === undefined) return error("noRows", at);
  const [exact, ranges] =
    pick === "max" ? ([maximum, maximumIntervals] as const) : ([minimum, minimumIntervals] as const);
  let best: Known = first;
  for (const figure of rest) {
    if (best.state === "value" && figure.state === "value") {
      best = { state: "value", value: exact(best.value, figure.value) };
    } else {
      best = { state: "missing", range: ranges(rangeOf(best), rangeOf(figure)) };
    }
  }
  return best.state === "value" ? best : missingOf(best.range, at);
}

/** How many of the unit a figure is shown in make one of its base unit; decimals are counted in shown units (§2.6). */
function shownFactor(type: Type): Fraction {
  return type.kind === "quantity" ? type.factor : ONE;
}

/** §2.6 */
function round(e: Node<"round">, of: Figure): Figure {
  const factor = shownFactor(e.type);
  const scale = e.mode === "halfUp" ? factor : divide(factor, fraction(power10(e.places)));
  const exact = (value: Fraction): Fraction => {
    const scaled = divide(value, scale);
    switch (e.mode) {
      case "halfUp":
        return multiply(roundHalfUp(scaled, e.places), scale);
      case "floor":
        return multiply(fraction(floor(scaled)), scale);
      case "ceiling":
        return multiply(fraction(ceiling(scaled)), scale);
    }
  };
  const range = (interval: Interval): Interval => {
    const scaled = multiplyIntervals(interval, point(divide(ONE, scale)));
    const rounded =
      e.mode === "halfUp"
        ? roundInterval(scaled, e.places)
        : (e.mode === "floor" ? floorInterval : ceilingInterval)(scaled);
    return multiplyIntervals(rounded, point(scale));
  };
  return mapFigure(of, exact, range, e);
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

function truth(holds: boolean | undefined): Outcome {
  return holds === undefined ? UNKNOWN : holds ? TRUE : FALSE;
}

/** §2.7 */
function comparison(e: Node<"compare">, scope: Scope): Outcome {
  const left = evaluate(e.left, scope);
  const right = evaluate(e.right, scope);
  if (left.state === "error") return left;
  if (right.state === "error") return right;
  if (left.state === "value" && right.state === "value") {
    return truth(orderHolds(compare(left.value, right.value), e.sign));
  }
  if (isFigureOutcome(left) && isFigureOutcome(right)) {
    return truth(compareIntervals(e.sign, rangeOf(left), rangeOf(right)));
  }
  const same = sameChoice(left, e.left.type, right, e.right.type);
  return truth(same === undefined ? undefined : same === (e.sign === "="));
}

function isFigureOutcome(o: Outcome): o is Known {
  return o.state === "value" || o.state === "missing";
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
  for (const part of e.of) {
    const next = truthOf(part, scope);
    if (next.state === "error") return next;
    if (next.state === "unknown") unknown = true;
    else if (next.holds === settles) settled = true;
  }
  return truth(settled ? settles : unknown ? undefined : !settles);
}

/** §2.8: only what may be taken is worked out. */
function cases(e: Node<"cases">, scope: Scope): Outcome {
  let possible: Outcome | undefined;
  const join = (outcome: Outcome) => (possible === undefined ? outcome : either(possible, outcome));
  for (const { when, then } of e.cases) {
    const holds = truthOf(when, scope);
    if (holds.state === "error") return join(holds);
    if (holds.state === "truth" && !holds.holds) continue;
    possible = join(evaluate(then, scope));
    if (holds.state === "truth") return possible;
  }
  return join(evaluate(e.otherwise, scope));
}

/** A row that an aggregate takes in, or may take in while its condition is unknown. */
interface Member {
  readonly certain: boolean;
  readonly of: Known;
  readonly weight: Known;
}

const COUNTED: Known = { state: "value", value: ONE };

/** What an aggregate makes of one row: a member, undefined when the row is left out, or an error. */
function member(e: Node<"aggregate">, row: Row, scope: Scope): Member | ErrorOutcome | undefined {
  const inRow: Scope = { ...scope, memo: new Map(), row };
  const when = e.when === undefined ? TRUE : truthOf(e.when, inRow);
  if (when.state === "error") return when;
  if (when.state === "truth" && !when.holds) return undefined;
  const of = e.of === undefined ? COUNTED : figureOf(e.of, inRow);
  if (of.state === "error") return of;
  const weight = e.weight === undefined ? COUNTED : figureOf(e.weight, inRow);
  if (weight.state === "error") return weight;
  return { certain: when.state === "truth", of, weight };
}

/** §2.10 */
function aggregate(e: Node<"aggregate">, scope: Scope): Outcome {
  const rows = scope.intake.rows.get(e.rows);
  if (rows === undefined) return unbound(e.rows);
  if (rows.state === "error") return error("field", e);
  if (rows.state === "missing") return ofUnknownRows(e, member(e, rows.unknown, scope), rows.spec.atMost);
  const members: Member[] = [];
  for (const row of rows.list) {
    const next = member(e, row, scope);
    if (next === undefined) continue;
    if ("state" in next) return next;
    members.push(next);
  }
  return fold(e, members);
}

const COUNT_FROM: Interval = { low: { value: ZERO, open: false }, high: { value: ONE, open: false } };

/** Any number of rows, up to `atMost`, each of which can be whatever the unknown row can be. */
function ofUnknownRows(e: Node<"aggregate">, any: ReturnType<typeof member>, atMost: number): Outcome {
  if (any !== undefined && "state" in any) return any;
  if (any === undefined) return fold(e, []);
  const counts = multiplyIntervals(COUNT_FROM, point(fraction(BigInt(atMost))));
  switch (e.fold) {
    case "count":
      return missingOf(counts, e);
    case "total":
      return missingOf(multiplyIntervals(counts, rangeOf(any.of)), e);
    default:
      return any.of;
  }
}

/** The rows that are in, or may be. Without any, only 计数 and 合计 have a value. */
function fold(e: Node<"aggregate">, members: readonly Member[]): Outcome {
  const certain = members.filter((m) => m.certain);
  const all = members.map((m) => m.of);
  if (e.fold === "count") {
    const count = (of: readonly Member[]) => ({ value: fraction(BigInt(of.length)), open: false });
    return missingOf({ low: count(certain), high: count(members) }, e);
  }
  if (e.fold === "total") {
    const orNothing = (m: Member): Known =>
      m.certain ? m.of : { state: "missing", range: hull(rangeOf(m.of), point(ZERO)) };
    return total(members.map(orNothing), e);
  }
  if (members.length === 0) return error("noRows", e);
  if (e.fold === "max" || e.fold === "min") {
    if (certain.length === members.length) return extremeOf(all, e.fold, e);
    // Of the rows that are not certain none may count, or all; where no row is certain, one at least must.
    const fewest =
      certain.length === 0
        ? spanned(all, e)
        : extremeOf(
            certain.map((m) => m.of),
            e.fold,
            e,
          );
    return either(fewest, extremeOf(all, e.fold, e));
  }
  return average(e, members, certain.length === members.length);
}

/** The sum of figures that are not errors. */
function total(figures: readonly Known[], at: Expr): Figure {
  let known = ZERO;
  let open: Interval | undefined;
  for (const figure of figures) {
    if (figure.state === "value") {
      const next = valueOf(add(known, figure.value), at);
      if (next.state !== "value") return next;
      known = next.value;
    } else {
      open = open === undefined ? figure.range : addIntervals(open, figure.range);
      if (!rangeFits(open)) return error("precision", at);
    }
  }
  return open === undefined ? valueOf(known, at) : missingOf(addIntervals(open, point(known)), at);
}

/** One of the figures, or anything between them. */
function spanned(figures: readonly Known[], at: Expr): Figure {
  const [first = WHOLE, ...rest] = figures.map(rangeOf);
  return missingOf(rest.reduce(hull, first), at);
}

/** The mean of the rows, each by its weight (1 without weights); `settled`: it is known which rows count. */
function average(e: Node<"aggregate">, members: readonly Member[], settled: boolean): Figure {
  const weights = members.map((m) => m.weight);
  if (weights.some((w) => w.state === "value" && sign(w.value) < 0)) return error("negativeWeight", e);
  if (!settled || weights.some((w) => w.state === "missing")) {
    // Which rows count, or by how much, is open: a mean lies between the least and the greatest.
    return spanned(
      members.map((m) => m.of),
      e,
    );
  }
  const sumOfWeights = total(weights, e);
  if (sumOfWeights.state !== "value") return sumOfWeights;
  if (isZero(sumOfWeights.value)) return error("noRows", e);
  const weighed: Known[] = [];
  for (const { of, weight } of members) {
    const by = weight.state === "value" ? weight.value : ONE;
    const part = mapFigure(
      of,
      (value) => multiply(value, by),
      (range) => multiplyIntervals(range, point(by)),
      e,
    );
    if (part.state === "error") return part;
    weighed.push(part);
  }
  const by = divide(ONE, sumOfWeights.value);
  return mapFigure(
    total(weighed, e),
    (value) => multiply(value, by),
    (range) => multiplyIntervals(range, point(by)),
    e,
  );
}
