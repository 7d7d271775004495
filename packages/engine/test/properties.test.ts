/** Random programs over random filings: what must hold whatever the rules say. */
import {
  add,
  compare,
  contains,
  equals,
  fixed,
  fraction,
  isZero,
  roundHalfUp,
  type Fraction,
} from "@heng/number";
import type { Expr, Group, Leaf, Program, Treatment } from "@heng/lang";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { evaluate } from "../src/work/evaluate.ts";
import { score, work, type IndicatorResult, type Result, type Step } from "../src/index.ts";
import { rangeOf } from "../src/work/outcome.ts";
import * as m from "./make.ts";

const NAMES = ["甲数", "乙数", "丙数"] as const;
const FIELDS = [
  m.field("甲数", m.NUMBER, "[0, 10]"),
  m.field("乙数", m.NUMBER, "(0, 4]"),
  m.field("丙数", m.NUMBER, "[-5, 5]"),
];
/** Values within the ranges above, zero and ties among them. */
const within = (name: string): fc.Arbitrary<string> =>
  name === "乙数"
    ? fc.constantFrom("1", "4", "0.5", "3", "0.01")
    : name === "甲数"
      ? fc.constantFrom("0", "10", "5", "0.125", "7", "3.335")
      : fc.constantFrom("0", "-5", "5", "1", "-0.5", "2.675");
const filled = fc.record(Object.fromEntries(NAMES.map((name) => [name, within(name)])));
/** Which fields are left out. */
const gaps = fc.subarray([...NAMES], { minLength: 1 });

const atom: fc.Arbitrary<Expr> = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => m.input(name)),
  fc.constantFrom("0", "1", "2", "0.5", "-1", "1/3", "10").map((value) => m.lit(value, m.NUMBER)),
);

const { figure } = fc.letrec<{ figure: Expr; condition: Expr }>((tie) => ({
  figure: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    atom,
    fc.array(fc.tuple(fc.boolean(), tie("figure")), { minLength: 1, maxLength: 4 }).map((terms): Expr => ({
      node: "sum",
      type: m.NUMBER,
      terms: terms.map(([negative, of]) => ({ negative, of })),
    })),
    fc.array(fc.tuple(fc.boolean(), tie("figure")), { minLength: 1, maxLength: 3 }).map((factors): Expr => ({
      node: "product",
      type: m.NUMBER,
      factors: factors.map(([inverse, of]) => ({ inverse, of })),
    })),
    fc
      .tuple(fc.constantFrom("max", "min"), fc.array(tie("figure"), { minLength: 1, maxLength: 3 }))
      .map(([pick, of]): Expr => ({ node: "extreme", type: m.NUMBER, pick, of })),
    tie("figure").map((of): Expr => ({ node: "absolute", type: m.NUMBER, of })),
    fc
      .tuple(fc.constantFrom("halfUp", "floor", "ceiling"), fc.integer({ min: 0, max: 2 }), tie("figure"))
      .map(([mode, places, of]): Expr => ({ node: "round", type: m.NUMBER, mode, places, of })),
    fc
      .tuple(
        fc.array(fc.tuple(tie("condition"), tie("figure")), { minLength: 1, maxLength: 3 }),
        tie("figure"),
      )
      .map(([cases, otherwise]): Expr => ({
        node: "cases",
        type: m.NUMBER,
        cases: cases.map(([when, then]) => ({ when, then })),
        otherwise,
      })),
    fc.constantFrom("noBand", "changeFromNothing").map((id) => m.fault(m.cause(id), m.NUMBER)),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(tie("figure"), fc.constantFrom("<", "<=", ">", ">=", "=", "≠"), tie("figure"))
      .map(([a, sign, b]) => m.compare(a, sign, b)),
    fc.boolean().map(m.truth),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((of) => m.and(...of)),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((of) => m.or(...of)),
    tie("condition").map(m.not),
  ),
}));
const simple: fc.Arbitrary<Expr> = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom("<", "<=", ">", ">=", "=", "≠"),
    fc.constantFrom("0", "1", "4", "5"),
  )
  .map(([name, sign, value]) => m.compare(m.input(name), sign, m.lit(value, m.NUMBER)));

const rare = <T>(of: fc.Arbitrary<T>, often = 1): fc.Arbitrary<readonly T[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: often, arbitrary: of.map((x) => [x]) });
const treatment = fc.constantFrom<Treatment>("fullMarks", "zero", "redistribute", "rescale");
const vetoes = rare(
  fc
    .tuple(simple, fc.integer({ min: 0, max: 12 }))
    .map(([when, gets]) => ({ when, gets: m.lit(gets), origin: m.AT })),
);

const leafShape = fc.record({
  points: fc.integer({ min: 1, max: 12 }),
  beyond: fc.constantFrom(0, 0, 0, 2),
  standard: fc.oneof(
    figure.map((of) => m.times(m.POINTS, of, m.lit(1))),
    atom.map((of) => m.over(m.POINTS, m.times(m.POINTS, of, m.lit(3)), m.lit(7, m.NUMBER))),
  ),
  notApplicable: rare(fc.record({ when: simple, as: treatment, origin: fc.constant(m.AT) }), 2),
  vetoes,
});
type Shape = typeof leafShape extends fc.Arbitrary<infer T> ? T : never;

function leafOf(id: string, { points, beyond, ...more }: Shape): Leaf {
  return m.leaf(id, points, more.standard, { upTo: fraction(BigInt(points + beyond)), ...more });
}

const groupShape = fc.record({
  leaves: fc.array(leafShape, { minLength: 1, maxLength: 4 }),
  combine: fc.constantFrom("sum", "sum", "average", "weighted"),
  rescale: fc.boolean(),
  caps: rare(
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), rare(simple))
      .map(([of, [when]]) => ({ of: m.lit(of), origin: m.AT, ...(when ? { when } : {}) })),
  ),
  vetoes,
});

const program: fc.Arbitrary<Program> = fc
  .record({
    groups: fc.array(groupShape, { minLength: 1, maxLength: 3 }),
    tops: fc.array(leafShape, { maxLength: 2 }),
    extras: fc.array(fc.tuple(fc.constantFrom("bonus", "penalty"), leafShape), { maxLength: 2 }),
    caps: rare(fc.integer({ min: 1, max: 40 }).map((of) => ({ of: m.lit(of), origin: m.AT }))),
    places: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ groups, tops, extras, caps, places }) => {
    const children = groups.map(({ leaves, combine, ...more }, g): Group => {
      const of = leaves.map((shape, i) => leafOf(`组${g}/${i}`, shape));
      const points = of.reduce((total, { points: p }) => add(total, p), fraction(0n));
      const shares = of.map(() => fraction(1n, BigInt(of.length)));
      return m.group(`组${g}`, 1, of, {
        ...more,
        points,
        combine: combine === "weighted" ? { kind: combine, shares } : { kind: combine },
      });
    });
    return m.program(
      [...children, ...tops.map((shape, i) => leafOf(`末${i}`, shape))],
      {
        fields: FIELDS,
        places,
        grades: m.GRADES,
        extras: extras.map(([sense, shape], i) => ({ ...leafOf(`加${i}`, { ...shape, beyond: 0 }), sense })),
      },
      { caps },
    );
  });

const value = (text: string): Fraction => m.q(text);
const without = (
  values: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** Scores as a span, whether known or open. */
function span({
  score: got,
  range,
}: Pick<IndicatorResult, "score" | "range">): readonly [Fraction, Fraction] | undefined {
  const ends = range ?? (got === null ? undefined : ([got, got] as const));
  return ends && [value(ends[0]), value(ends[1])];
}

/** Enough for every run of the gate; more with RUNS=20000. */
const RUNS = { numRuns: Number(process.env["RUNS"] ?? "300") };
vi.setConfig({ testTimeout: 600_000 });

describe("expressions", () => {
  test("§1.3 what is missing spans every completion", () => {
    fc.assert(
      fc.property(figure, filled, gaps, (e, values, missing) => {
        const base = m.program([m.leaf("甲", 1, m.lit(1))], { fields: FIELDS });
        const at = (of: Readonly<Record<string, string>>) => evaluate(e, work(base, m.filing(of)).scope);
        const [open, closed] = [at(without(values, missing)), at(values)];
        if (closed.state !== "value") return;
        expect(["value", "missing"]).toContain(open.state);
        if (open.state === "value" || open.state === "missing")
          expect(contains(rangeOf(open), closed.value)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("results", () => {
  test("scores lie within their 分值, and groups and the total come from them", () => {
    fc.assert(
      fc.property(program, filled, (of, values) => {
        const result = score(of, m.filing(values), { lang: "zh" });
        for (const { kind, score: got, lost, points, apportioned } of result.indicators) {
          if (got === null) continue;
          if (lost !== null) {
            const before = kind === "penalty" ? fraction(0n) : value(apportioned ?? points);
            expect(equals(add(value(got), value(lost)), before)).toBe(true);
          }
          const most = value(apportioned ?? points);
          if (kind === "penalty") expect(compare(value(got), fraction(0n)) <= 0).toBe(true);
          else {
            expect(compare(value(got), fraction(0n)) >= 0).toBe(true);
            expect(compare(value(got), most) <= 0).toBe(true);
          }
        }
        parentsAddUp(of, result);
      }),
      RUNS,
    );
  });

  test("§5 a range holds every completed score, the grades every grade", () => {
    fc.assert(
      fc.property(program, filled, gaps, (of, values, missing) => {
        const open = score(of, m.filing(without(values, missing)), { lang: "zh" });
        const closed = score(of, m.filing(values), { lang: "zh" });
        holds({ score: open.total, range: open.range }, { score: closed.total, range: null });
        for (const entry of closed.indicators) {
          const before = open.indicators.find(({ id }) => id === entry.id);
          if (entry.kind === "bonus" && before === undefined)
            expect(entry.score === null || isZero(value(entry.score))).toBe(true);
          else if (before !== undefined) holds(before, entry);
        }
        if (closed.grade !== null) expect(open.grades).toContain(closed.grade);
      }),
      RUNS,
    );
  });

  test("the explanation's exact values give the scores", () => {
    const all = (steps: readonly Step[]): readonly Step[] =>
      steps.flatMap((step) => [step, ...all(step.steps)]);
    fc.assert(
      fc.property(program, filled, (of, values) => {
        const result = score(of, m.filing(values), { lang: "zh" });
        const ids = new Set<string>();
        for (const entry of result.indicators) {
          for (const { id } of all(entry.steps)) {
            expect(ids.has(id)).toBe(false);
            ids.add(id);
          }
          const last = entry.steps.at(-1);
          if (entry.kind === "group" || entry.state !== "scored" || !last?.rounding) continue;
          const given = roundHalfUp(value(last.rounding.from), of.places);
          expect(fixed(given, of.places)).toBe(last.rounding.to);
          const beyond = result.indicators.find(({ id }) => id === `${entry.id}#bonus`)?.score ?? "0";
          expect(fixed(given, of.places)).toBe(
            fixed(add(value(entry.score ?? ""), value(beyond)), of.places),
          );
        }
      }),
      RUNS,
    );
  });

  test("§11.1 are plain data, the same each time, in either language", () => {
    fc.assert(
      fc.property(program, filled, gaps, (of, values, missing) => {
        const filing = m.filing(without(values, missing));
        const result = score(of, filing, { lang: "zh" });
        const text = JSON.stringify(result);
        expect(JSON.parse(text)).toEqual(result);
        // What is written only when it is read is in every copy.
        const again = score(of, filing, { lang: "zh" });
        expect(JSON.stringify({ ...again })).toBe(text);
        expect(JSON.stringify(structuredClone(score(of, filing, { lang: "zh" })))).toBe(text);
        expect(JSON.stringify(score(of, filing, { lang: "zh" }))).toBe(text);
        expect(m.scores(score(of, filing, { lang: "en" }))).toEqual(m.scores(result));
        expect(text).not.toMatch(/undefined|NaN|-0\.0*"|\[object/);
      }),
      RUNS,
    );
  });
});

function holds(
  open: Pick<IndicatorResult, "score" | "range"> & { readonly state?: string },
  closed: Pick<IndicatorResult, "score" | "range">,
): void {
  if (closed.score === null) return;
  const within = span(open);
  expect(within, `${open.state} against ${closed.score}`).toBeDefined();
  if (within === undefined) return;
  expect(
    compare(within[0], value(closed.score)) <= 0,
    `${within[0].n}/${within[0].d} <= ${closed.score}`,
  ).toBe(true);
  expect(
    compare(within[1], value(closed.score)) >= 0,
    `${within[1].n}/${within[1].d} >= ${closed.score}`,
  ).toBe(true);
}

/** Where a group only adds, it is the sum of what it shows; the total is the sum with extras. */
function parentsAddUp(of: Program, result: Result): void {
  const sumOf = (entries: readonly IndicatorResult[]): Fraction =>
    entries.reduce((total, { score: got }) => (got === null ? total : add(total, value(got))), fraction(0n));
  const shown = (nodes: Group["children"]): readonly IndicatorResult[] =>
    nodes.map(({ id }) => m.indicator(result, id));
  for (const node of of.root.children) {
    if (node.kind === "leaf" || node.combine.kind !== "sum") continue;
    const entry = m.indicator(result, node.id);
    if (entry.score === null || entry.steps.length !== 1) continue;
    expect(entry.score).toBe(fixed(sumOf(shown(node.children)), of.places));
  }
  if (result.total === null) return;
  const turned =
    of.root.caps.length > 0 ||
    shown(of.root.children).some(({ state }) => state === "notApplicable") ||
    result.explanation.includes("折算");
  if (turned) return;
  const extras = result.indicators.filter(({ kind }) => kind === "bonus" || kind === "penalty");
  const sum = add(sumOf(shown(of.root.children)), sumOf(extras));
  expect(result.total).toBe(fixed(sum.n < 0n ? fraction(0n) : sum, of.places));
}
