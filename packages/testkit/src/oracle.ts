/**
 * Scores a second time, naively, straight from the language reference: plain fractions, no intervals, no explanation.
 * What is missing or wrong is thrown. The standards are judged by each method's own formula (reference.ts); everything
 * else, from sub-expressions to the total, is worked out here.
 */
import type { Filing } from "@heng/engine";
import type { CompiledSource, Expr, FieldSpec, Group, Leaf, Program, Value } from "@heng/lang";
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
} from "./exact.ts";

/** Thrown where the data leave something open. */
export class Missing extends Error {}
/** Thrown where there is no figure: what was filed cannot be used, or a division by 0. */
export class Fault extends Error {}

type BoundStandard = CompiledSource["standards"] extends ReadonlyMap<string, infer S> ? S : never;
/** A method's reference.ts, as the oracle calls it. */
export type AnyReference = (m: unknown, leaf: BoundStandard["leaf"], at: At) => Exact;
interface At {
  figure(e: Expr): Exact;
  holds(e: Expr): boolean;
  text(e: Expr): string;
  asked(n: number): Exact;
  standard(s: BoundStandard): Exact;
}
/** What the oracle looks at in a phrase. */
interface Phrase {
  readonly head?: { readonly value: { readonly standard?: BoundStandard; readonly field?: FieldSpec } };
  readonly clauses: { readonly upTo?: Expr };
  readonly rows?: readonly {
    readonly head?: { readonly value: unknown };
    readonly clauses: {
      readonly takeJudged?: unknown;
      readonly getsJudged?: unknown;
      readonly use?: BoundStandard;
    };
  }[];
}

type Out = "redistribute" | "rescale";
type LeafVerdict =
  | { readonly score: Exact }
  | { readonly out: Out }
  | { readonly fault: true }
  | { readonly missing: true };
type Row = ReadonlyMap<string, Value>;

export interface Oracle {
  leaf(leaf: Leaf): LeafVerdict;
  /** Rounded scores by id, undefined: not applicable; a fault or something missing anywhere is thrown. */
  whole(): {
    readonly scores: ReadonlyMap<string, Exact | undefined>;
    readonly total: Exact | undefined;
    readonly grade: string | undefined;
  };
}

export function oracle(
  program: Program,
  standards: ReadonlyMap<string, BoundStandard>,
  references: ReadonlyMap<string, AnyReference>,
  filing: Filing,
): Oracle {
  const { places } = program;

  // ---- data ------------------------------------------------------------------------------------------------

  const taken = (
    spec: FieldSpec,
    datum: Filing["values"] extends ReadonlyMap<string, infer D> ? D | undefined : never,
  ): Value => {
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

  // ---- expressions -----------------------------------------------------------------------------------------

  const definitions = new Map(program.definitions.map((d) => [d.id, d.of]));
  type Result = Exact | boolean | string;
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
        const datum = rowData.get(row ?? EMPTY)?.get(e.column);
        return parted(taken(spec as FieldSpec, datum), e.part);
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
        const unit = e.type.kind === "quantity" ? exact(e.type.factor.n, e.type.factor.d) : UNIT;
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
        throw new Fault(e.cause);
      case "score":
        throw new Error("得分 outside 须说明");
    }
  };
  const num = (e: Expr, row?: Row): Exact => of(e, row) as Exact;
  const yes = (e: Expr, row?: Row): boolean => of(e, row) as boolean;

  const EMPTY: Row = new Map();
  const rowData = new Map<
    Row,
    ReadonlyMap<string, Filing["values"] extends ReadonlyMap<string, infer D> ? D : never>
  >();
  const aggregate = (e: Extract<Expr, { node: "aggregate" }>): Exact => {
    const list = program.rowLists.find((l) => l.name === e.rows);
    const rows = filing.rows.get(e.rows);
    if (rows === undefined) throw new Missing(e.rows);
    if (rows.length > (list?.atMost ?? 0)) throw new Fault(e.rows);
    const tokens = rows.map((data) => {
      const row: Row = new Map();
      rowData.set(row, data);
      return row;
    });
    const counted = tokens.filter((row) => e.when === undefined || yes(e.when, row));
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

  // ---- standards -------------------------------------------------------------------------------------------

  const nestedIn = (s: BoundStandard): readonly BoundStandard[] => {
    const phrase = s.bound as unknown as Phrase;
    const rows = (phrase.rows ?? []).flatMap((row) =>
      s.method.id === "best-of"
        ? [row.head?.value as BoundStandard]
        : row.clauses.use
          ? [row.clauses.use]
          : [],
    );
    return s.method.id === "reuse" ? [phrase.head?.value.standard as BoundStandard] : rows;
  };
  /** What is asked for before a standard's own first question, over the whole leaf. */
  const numbered = (s: BoundStandard, from: number, into: Map<BoundStandard, number>): number => {
    into.set(s, from);
    const rows = (s.bound as unknown as Phrase).rows ?? [];
    const own =
      s.method.id === "judged"
        ? 1
        : s.method.id === "qualitative"
          ? 0
          : rows.filter(({ clauses }) => clauses.takeJudged ?? clauses.getsJudged).length;
    return nestedIn(s).reduce((n, inner) => numbered(inner, n, into), from + own);
  };
  const highest = (s: BoundStandard): Exact => {
    const { upTo } = (s.bound as unknown as Phrase).clauses;
    return upTo ? num(upTo) : nestedIn(s).map(highest).reduce(most, exact(s.leaf.points.n, s.leaf.points.d));
  };
  /** Where a method has no figure although all its parts have one. */
  const refuse = (s: BoundStandard): void => {
    const { target } = s.leaf;
    if (s.method.id === "proportional" && target?.kind === "compare" && num(target.of).n < 0n)
      throw new Fault("target");
    if (s.method.id !== "qualitative") return;
    const phrase = s.bound as unknown as Phrase;
    const value = input(phrase.head?.value.field?.name ?? "");
    if (value.kind !== "qualitative") throw new Error("A 定性 of another kind");
    // The rules generated move the lower or the upper cut only by a row of 部分达成.
    const row = phrase.rows?.[0]?.clauses.getsJudged as { low: Expr; high: Expr } | undefined;
    const [low, high] = row ? [num(row.low), num(row.high)] : [exact(3n, 5n), exact(4n, 5n)];
    const grade =
      order(value.share, high) >= 0 ? "达成" : order(value.share, low) >= 0 ? "部分达成" : "未达成";
    if (grade !== value.grade) throw new Fault("grade");
  };
  const points = (s: BoundStandard, id: string, numbers: ReadonlyMap<BoundStandard, number>): Exact => {
    const reference = references.get(s.method.id);
    if (!reference) throw new Error(`The method ${s.method.id} has no reference.ts`);
    if (s.method.id === "open") throw new Fault("open");
    refuse(s);
    const given = reference(s.bound, s.leaf, {
      figure: (e) => num(e),
      holds: (e) => yes(e),
      text: (e) => of(e) as string,
      asked: (n) => {
        const at = (numbers.get(s) ?? 0) + n + 1;
        return parted(input(at === 1 ? id : `${id}#${at}`), undefined) as Exact;
      },
      standard: (inner) => points(inner, id, numbers),
    });
    return least(most(given, NONE), highest(s));
  };

  // ---- leaves ----------------------------------------------------------------------------------------------

  const verdicts = new Map<Leaf, LeafVerdict>();
  const limits: string[] = [];
  const gradeLimits = (vetoes: Leaf["vetoes"]): readonly string[] =>
    vetoes.flatMap((v) => (v.notAbove !== undefined && yes(v.when) ? [v.notAbove] : []));
  const leafLimits = new Map<Leaf, readonly string[]>();
  const judge = (leaf: Leaf): LeafVerdict => {
    const treated = leaf.notApplicable.find(({ when }) => yes(when))?.as;
    if (treated === "fullMarks") return { score: exact(leaf.points.n, leaf.points.d) };
    if (treated === "zero") return { score: NONE };
    if (treated !== undefined) return { out: treated };
    leafLimits.set(leaf, gradeLimits(leaf.vetoes));
    const vetoed = leaf.vetoes
      .flatMap((v) => (v.gets && yes(v.when) ? [num(v.gets)] : []))
      .map((x) => least(most(x, NONE), leaf.upTo));
    if (vetoed.length > 0) return { score: vetoed.reduce(least) };
    const standard = standards.get(leaf.id);
    if (!standard) throw new Error(`No standard of ${leaf.id}`);
    const numbers = new Map<BoundStandard, number>();
    numbered(standard, 0, numbers);
    // 至多 of a 加分项 or 扣分项 binds its 最高 too.
    return {
      score: least(
        points(standard, leaf.id, numbers),
        leaf.sense === "indicator" ? highest(standard) : leaf.points,
      ),
    };
  };
  const leafOf = (leaf: Leaf): LeafVerdict => {
    const before = verdicts.get(leaf);
    if (before) return before;
    let verdict: LeafVerdict;
    try {
      verdict = judge(leaf);
    } catch (error) {
      if (error instanceof Fault) verdict = { fault: true };
      else if (error instanceof Missing) verdict = { missing: true };
      else throw error;
    }
    verdicts.set(leaf, verdict);
    return verdict;
  };

  // ---- the tree --------------------------------------------------------------------------------------------

  const scores = new Map<string, Exact | undefined>();
  let excess = NONE;
  const outOf = (node: Group | Leaf): Out | undefined => {
    if (node.kind === "leaf") {
      const verdict = leafOf(node);
      return "out" in verdict ? verdict.out : undefined;
    }
    const outs = node.children.map(outOf);
    if (outs.includes(undefined)) return undefined;
    return outs.includes("rescale") ? "rescale" : "redistribute";
  };
  /** Largest remainder: whole steps first, the rest one by one to the largest remainders, the first declared first. */
  const shared = (weights: readonly Exact[], total: Exact): readonly Exact[] => {
    const sum = weights.reduce(plus, NONE);
    const scale = exact(10n ** BigInt(places));
    const quotas = weights.map((w) => over(times(times(w, total), scale), sum));
    const steps = quotas.map(down);
    let left = down(times(total, scale)) - steps.reduce((a, b) => a + b, 0n);
    const byRemainder = quotas
      .map((q, i) => ({ i, rest: minus(q, exact(steps[i] ?? 0n)) }))
      .toSorted((a, b) => order(b.rest, a.rest) || a.i - b.i);
    for (const { i } of byRemainder) {
      if (left === 0n) break;
      steps[i] = (steps[i] ?? 0n) + 1n;
      left -= 1n;
    }
    return steps.map((s) => over(exact(s), scale));
  };
  const limited = (group: Group, weight: Exact, score: Exact): Exact => {
    const holding = [
      ...group.caps.filter((c) => !c.when || yes(c.when)).map((c) => num(c.of)),
      ...group.vetoes.flatMap((v) => (v.gets && yes(v.when) ? [num(v.gets)] : [])),
    ];
    limits.push(...gradeLimits(group.vetoes));
    return holding
      .map((x) => most(halfUp(over(times(x, weight), group.points), places), NONE))
      .reduce(least, score);
  };
  const node = (n: Group | Leaf, weight: Exact): { score: Exact; applicable: Exact } | undefined => {
    if (outOf(n) !== undefined) {
      scores.set(n.id, undefined);
      if (n.kind === "group") for (const child of n.children) node(child, child.points);
      return undefined;
    }
    if (n.kind === "leaf") {
      const verdict = leafOf(n);
      if (!("score" in verdict)) throw "fault" in verdict ? new Fault(n.id) : new Missing(n.id);
      limits.push(...(leafLimits.get(n) ?? []));
      const given = halfUp(over(times(verdict.score, weight), n.points), places);
      const kept = order(n.upTo, n.points) > 0 ? least(given, weight) : given;
      excess = plus(excess, minus(given, kept));
      scores.set(n.id, kept);
      return { score: kept, applicable: weight };
    }
    const stays = n.children.map((c) => (outOf(c) === "redistribute" ? NONE : exact(c.points.n, c.points.d)));
    const even = stays.every((w) => w.n !== 0n) && order(weight, n.points) === 0;
    const weights =
      n.combine.kind !== "sum" || even ? n.children.map((c) => c.points) : shared(stays, weight);
    const parts = n.children.map((c, i) => node(c, weights[i] ?? NONE));
    let score = NONE;
    let applicable = NONE;
    if (n.combine.kind === "sum") {
      for (const part of parts)
        if (part) [score, applicable] = [plus(score, part.score), plus(applicable, part.applicable)];
      if ((n.rescale || n === program.root) && order(applicable, weight) !== 0 && applicable.n !== 0n) {
        score = halfUp(over(times(score, weight), applicable), places);
        applicable = weight;
      }
    } else {
      const { combine } = n;
      let shares = NONE;
      parts.forEach((part, i) => {
        const share = combine.kind === "weighted" ? (combine.shares[i] ?? NONE) : UNIT;
        if (!part) return;
        shares = plus(shares, share);
        // What 折算 takes out goes no further up than to a mean.
        const counts = part.applicable.n === 0n ? (weights[i] ?? UNIT) : part.applicable;
        score = plus(score, times(over(part.score, counts), share));
      });
      score = halfUp(over(times(score, weight), shares), places);
      applicable = weight;
    }
    if (n !== program.root) {
      score = limited(n, weight, score);
      scores.set(n.id, score);
    }
    return { score, applicable };
  };

  return {
    leaf: leafOf,
    whole() {
      let outside = NONE;
      const before = node(program.root, exact(program.root.points.n, program.root.points.d));
      for (const extra of program.extras) {
        const verdict = leafOf(extra);
        if (!("score" in verdict)) {
          if ("fault" in verdict) throw new Fault(extra.id);
          if ("missing" in verdict) throw new Missing(extra.id);
          scores.set(extra.id, undefined);
          continue;
        }
        limits.push(...(leafLimits.get(extra) ?? []));
        const given = halfUp(verdict.score, places);
        const added = extra.sense === "penalty" ? minus(given, extra.points) : given;
        scores.set(extra.id, added);
        outside = plus(outside, added);
      }
      if (!before) return { scores, total: undefined, grade: undefined };
      const { root } = program;
      const total = most(limited(root, root.points, plus(plus(before.score, excess), outside)), NONE);
      const rank = (name: string): number => program.grades.findIndex((g) => g.name === name);
      const byTotal = program.grades.findIndex(
        ({ atLeast, strict }) =>
          !atLeast || (strict ? order(total, atLeast) > 0 : order(total, atLeast) >= 0),
      );
      const worst = Math.max(byTotal, ...limits.map(rank));
      return { scores, total, grade: program.grades[worst]?.name };
    },
  };
}
