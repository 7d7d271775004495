/** The figures of one filing, asked for by expression: what is missing or wrong is thrown. */
import type { Datum, Filing } from "@heng/engine";
import type { Expr, FieldSpec, Program, Value } from "@heng/lang";
import {
  down,
  exact,
  halfUp,
  least,
  minus,
  most,
  NONE,
  order,
  over,
  plus,
  times,
  UNIT,
  type Exact,
} from "../exact.ts";

/** Thrown where the data leave something open. */
export class Missing extends Error {}
/** Thrown where there is no figure: what was filed cannot be used, or a division by 0. */
export class Fault extends Error {}

type Result = Exact | boolean | string;
type Row = ReadonlyMap<string, Datum>;

export interface Expressions {
  /** What was filed for a field. */
  readonly input: (name: string) => Value;
  readonly of: (e: Expr) => Result;
  readonly num: (e: Expr) => Exact;
  readonly yes: (e: Expr) => boolean;
}

export function expressionsOf(program: Program, filing: Filing): Expressions {
  const taken = (spec: FieldSpec, datum: Datum | undefined): Value => {
    if (datum === undefined) throw new Missing(spec.name);
    if (datum.kind === "unreadable") throw new Fault(spec.name);
    const { value } = datum;
    if (value.kind !== "figure") return value;
    const { low, high } = spec.range;
    const [a, z] = [low ? order(value.value, low.value) : 1, high ? order(value.value, high.value) : -1];
    if (a < 0 || z > 0 || (a === 0 && low?.open) || (z === 0 && high?.open)) throw new Fault(spec.name);
    return value;
  };
  const specs = new Map(program.fields.map((f) => [f.name, f]));
  const input = (name: string): Value => {
    const spec = specs.get(name);
    if (!spec) throw new Error(`No field ${name}`);
    return taken(spec, filing.values.get(name));
  };

  const definitions = new Map(program.definitions.map((d) => [d.id, d.of]));
  const parted = (value: Value, part: string | undefined): Result => {
    switch (value.kind) {
      case "figure":
        return exact(value.value.n, value.value.d);
      case "yesNo":
      case "option":
      case "text":
        return value.value;
      case "qualitative":
        return part === "share" ? exact(value.share.n, value.share.d) : value.grade;
      case "checklist": {
        const met = value.met.get(part ?? "");
        if (met === undefined) throw new Missing(part);
        return met;
      }
    }
  };
  const known = new Map<string, Result>();
  const of = (e: Expr, row?: Row): Result => {
    switch (e.node) {
      case "figure":
        return exact(e.value.n, e.value.d);
      case "yesNo":
      case "option":
        return e.value;
      case "input":
        return parted(input(e.field), e.part);
      case "column": {
        const spec = program.rowLists
          .find((l) => l.name === e.rows)
          ?.columns.find((c) => c.name === e.column);
        return parted(taken(spec as FieldSpec, row?.get(e.column)), e.part);
      }
      case "use": {
        const before = known.get(e.definition);
        if (before !== undefined) return before;
        const result = of(definitions.get(e.definition) as Expr);
        known.set(e.definition, result);
        return result;
      }
      case "step":
        return of(e.of, row);
      case "sum":
        return e.terms.reduce((t, { negative, of: x }) => (negative ? minus : plus)(t, num(x, row)), NONE);
      case "product":
        return e.factors.reduce((t, { inverse, of: x }) => {
          const factor = num(x, row);
          if (inverse && factor.n === 0n) throw new Fault("÷ 0");
          return inverse ? over(t, factor) : times(t, factor);
        }, UNIT);
      case "extreme":
        return e.of.map((x) => num(x, row)).reduce(e.pick === "max" ? most : least);
      case "absolute": {
        const x = num(e.of, row);
        return exact(x.n < 0n ? -x.n : x.n, x.d);
      }
      case "round": {
        const { type } = e;
        const unit =
          type.kind === "quantity"
            ? exact(type.factor.n, type.factor.d)
            : type.kind === "ratio" && type.sense !== "ratio"
              ? exact(1n, 100n)
              : UNIT;
        const x = over(num(e.of, row), unit);
        if (e.mode === "halfUp") return times(halfUp(x, e.places), unit);
        const scaled = times(x, exact(10n ** BigInt(e.places)));
        const whole = e.mode === "floor" ? down(scaled) : -down(exact(-scaled.n, scaled.d));
        return times(exact(whole, 10n ** BigInt(e.places)), unit);
      }
      case "compare": {
        const [a, b] = [of(e.left, row), of(e.right, row)];
        if (typeof a !== "object" || typeof b !== "object") return (a === b) === (e.sign === "=");
        const at = order(a, b);
        return { "<": at < 0, "<=": at <= 0, ">": at > 0, ">=": at >= 0, "=": at === 0, "≠": at !== 0 }[
          e.sign
        ];
      }
      case "logic": {
        const parts = e.of.map((x) => yes(x, row));
        return e.connective === "and" ? parts.every(Boolean) : parts.some(Boolean);
      }
      case "not":
        return !yes(e.of, row);
      case "cases":
        return of(e.cases.find(({ when }) => yes(when, row))?.then ?? e.otherwise, row);
      case "aggregate":
        return aggregate(e);
      case "fault":
        throw new Fault(e.cause.id);
      case "score":
        throw new Error("得分 outside 须说明");
    }
  };
  const num = (e: Expr, row?: Row): Exact => of(e, row) as Exact;
  const yes = (e: Expr, row?: Row): boolean => of(e, row) as boolean;

  const aggregate = (e: Extract<Expr, { node: "aggregate" }>): Exact => {
    const list = program.rowLists.find((l) => l.name === e.rows);
    const rows = filing.rows.get(e.rows);
    if (rows === undefined) throw new Missing(e.rows);
    if (rows.length > (list?.atMost ?? 0)) throw new Fault(e.rows);
    const counted = rows.filter((row) => e.when === undefined || yes(e.when, row));
    if (e.fold === "count") return exact(BigInt(counted.length));
    const figures = counted.map((row) => num(e.of as Expr, row));
    const weights = counted.map((row) => (e.weight ? num(e.weight, row) : UNIT));
    if (e.fold === "total") return figures.reduce(plus, NONE);
    if (figures.length === 0) throw new Fault("no rows");
    if (e.fold === "max") return figures.reduce(most);
    if (e.fold === "min") return figures.reduce(least);
    const weight = weights.reduce(plus, NONE);
    if (weights.some((w) => w.n < 0n) || weight.n === 0n) throw new Fault("weights");
    return over(figures.map((x, i) => times(x, weights[i] ?? UNIT)).reduce(plus, NONE), weight);
  };

  return { input, of, num, yes };
}
