/** Expressions, clause by clause: docs/reference/semantics.md, sections 1 to 3. */
import { exactText, fraction, type Interval } from "@heng/number";
import type { Expr, FieldSpec, Program, Type } from "@heng/lang";
import { describe, expect, test } from "vitest";
import { evaluate } from "../src/work/evaluate.ts";
import { asFigure, asTruth, mayFail, UNKNOWN as OPEN, type Outcome } from "../src/work/outcome.ts";
import { work } from "../src/work/work.ts";
import * as m from "./make.ts";

const OPTIONS: Type = { kind: "option", options: ["完备", "不完备"] };
const CHECKLIST: Type = { kind: "checklist", items: ["有制度", "合规"] };

const FIELDS: readonly FieldSpec[] = [
  m.field("数"),
  m.field("率", m.RATIO, "[0, 1]"),
  m.field("正", m.NUMBER, "(0, ∞)"),
  m.field("非负", m.NUMBER, "[0, 10]"),
  m.field("定", m.NUMBER, "[5, 5]"),
  m.field("坏"),
  m.field("金额", m.YUAN, "[0, ∞)"),
  m.field("档案", OPTIONS),
  m.field("坏档案", OPTIONS),
  m.field("是否", m.YES_NO),
  m.field("制度", CHECKLIST),
  m.field("改革", { kind: "qualitative" }),
];

type Values = Parameters<typeof m.filing>[0];

/** What an expression comes to, in short: `3`, `[0, 1)`, `是`, `?`, `!cause`, `3 or !`: it may be an error. */
function of(e: Expr, values: Values = {}, more: Partial<Program> = {}, rows = {}): string {
  const program = m.program([m.leaf("甲", 1, m.lit(1))], { fields: FIELDS, ...more });
  const bad = { kind: "unreadable", diagnostic: BAD } as const;
  const filing = m.filing({ 坏: bad, 坏档案: bad, ...values }, { rows: new Map(Object.entries(rows)) });
  const outcome = evaluate(e, work(program, filing).scope);
  return shown(outcome) + (mayFail(outcome) ? " or !" : "");
}

function shown(outcome: Outcome): string {
  switch (outcome.state) {
    case "value":
      return exactText(outcome.value);
    case "missing":
      return interval(outcome.range);
    case "truth":
      return outcome.holds ? "是" : "否";
    case "choice":
      return outcome.option;
    case "unknown":
      return "?";
    case "error": {
      const { cause } = outcome.fault;
      return `!${typeof cause === "string" ? cause : cause.id}`;
    }
  }
}

function interval({ low, high }: Interval): string {
  const left = low === undefined ? "(-∞" : `${low.open ? "(" : "["}${exactText(low.value)}`;
  return `${left}, ${high === undefined ? "∞)" : `${exactText(high.value)}${high.open ? ")" : "]"}`}`;
}

const BAD = {
  code: "H3001",
  severity: "error",
  data: {},
  message: { zh: "", en: "" },
  mend: { zh: "", en: "" },
  related: [],
  fixes: [],
} as const;

const n = (value: string | number): Expr => m.lit(value, m.NUMBER);
const rate = m.input("率", m.RATIO);
const bad = m.input("坏");
const YES = m.truth(true);
const NO = m.truth(false);
const UNKNOWN = m.input("是否", m.YES_NO);
const FAULT: Expr = m.compare(bad, ">", n(0));

describe("§2.1 every operator over value, missing and error", () => {
  const operators: readonly [string, (x: Expr) => Expr, value: string, missing: string][] = [
    ["+", (x) => m.sum(n(2), x), "5/2", "[2, 3]"],
    ["−", (x) => m.minus(n(2), x), "3/2", "[1, 2]"],
    ["×", (x) => m.times(m.NUMBER, n(2), x), "1", "[0, 2]"],
    ["÷", (x) => m.over(m.NUMBER, n(2), x), "4", "[2, ∞) or !"],
    ["÷ above", (x) => m.over(m.NUMBER, x, n(2)), "1/4", "[0, 1/2]"],
    ["abs", (x) => ({ node: "absolute", type: m.NUMBER, of: m.minus(x, n(1)) }), "1/2", "[0, 1]"],
    ["halfUp", (x) => ({ node: "round", type: m.NUMBER, mode: "halfUp", places: 0, of: x }), "1", "[0, 1]"],
    ["floor", (x) => ({ node: "round", type: m.NUMBER, mode: "floor", places: 0, of: x }), "0", "[0, 1]"],
    ["ceiling", (x) => ({ node: "round", type: m.NUMBER, mode: "ceiling", places: 0, of: x }), "1", "[0, 1]"],
    ["max", (x) => m.extreme("max", n("0.3"), x), "1/2", "[3/10, 1]"],
    ["min", (x) => m.extreme("min", n("0.3"), x), "3/10", "[0, 3/10]"],
    [">=", (x) => m.compare(x, ">=", n("0.5")), "是", "?"],
    ["not", (x) => m.not(m.compare(x, ">=", n("0.5"))), "否", "?"],
  ];
  const exact = (text: string): string => (/^[0-9/]+$/.test(text) ? exactText(m.q(text)) : text);
  test.each(operators)("%s", (_, operator, value, missing) => {
    expect(of(operator(rate), { 率: "0.5" })).toBe(exact(value));
    const shown = missing.replaceAll(/[0-9]+\/[0-9]+/g, (part) => exactText(m.q(part)));
    expect(of(operator(rate))).toBe(shown);
    expect(of(operator(bad))).toBe("!field");
  });
  test("an error outweighs what is missing, whichever comes first", () => {
    for (const make of [
      m.sum,
      (a: Expr, b: Expr) => m.times(m.NUMBER, a, b),
      (a: Expr, b: Expr) => m.extreme("max", a, b),
    ]) {
      expect(of(make(rate, bad))).toBe("!field");
      expect(of(make(bad, rate))).toBe("!field");
    }
    expect(of(m.compare(rate, ">", bad))).toBe("!field");
    expect(of(m.compare(bad, ">", rate))).toBe("!field");
  });
});

describe("§1.3 missing figures", () => {
  test("carry their declared range", () => {
    expect(of(rate)).toBe("[0, 1]");
    expect(of(m.input("正"))).toBe("(0, ∞)");
    expect(of(m.input("数"))).toBe("(-∞, ∞)");
  });
  test("an interval of one number is that number", () => {
    expect(of(m.input("定"))).toBe("5");
    expect(of(m.times(m.NUMBER, n(0), rate))).toBe("0");
    expect(of(m.extreme("min", rate, n(0)))).toBe("0");
    expect(of(m.extreme("max", rate, n(1)))).toBe("1");
  });
});

describe("§1.6 too many digits", () => {
  const prime = (i: number): Expr => m.over(m.NUMBER, n(1), n(10_007 + 2 * i));
  test("are more than 4,096 bits: at the limit a figure stands, one over it does not", () => {
    const most = 2n ** 4096n - 1n;
    const whole = (value: bigint): Expr => m.sum(m.lit(`${value}/1`, m.NUMBER), n(0));
    expect(of(whole(most))).toBe(`${most}`);
    expect(of(whole(most + 1n))).toBe("!precision");
    expect(of(whole(-most))).toBe(`${-most}`);
    expect(of(whole(-most - 1n))).toBe("!precision");
    const part = (value: bigint): Expr => m.sum(m.lit(`1/${value}`, m.NUMBER), n(0));
    expect(of(part(most))).toBe(`1/${most}`);
    expect(of(part(most + 1n))).toBe("!precision");
    // The ends of [0, 1] moved up: 2^4096 − 1 is the last that can stand.
    expect(of(m.sum(rate, whole(most - 1n)))).toBe(`[${most - 1n}, ${most}]`);
    expect(of(m.sum(rate, whole(most)))).toBe("!precision");
    expect(of(m.minus(rate, whole(most)))).toBe(`[${-most}, ${1n - most}]`);
    expect(of(m.minus(m.minus(rate, whole(most)), n(1)))).toBe("!precision");
  });
  const many = (count: number): Expr => m.sum(...Array.from({ length: count }, (_, i) => prime(i)));
  test("are an error, in sums, products and intervals", () => {
    expect(of(many(20))).toMatch(/^[0-9]+\/[0-9]+$/);
    expect(of(many(1000))).toBe("!precision");
    expect(of(m.times(m.NUMBER, ...Array.from({ length: 1000 }, () => n("1.000000000001"))))).toBe(
      "!precision",
    );
    expect(of(m.sum(rate, many(1000)))).toBe("!precision");
    expect(of(m.sum(...Array.from({ length: 1000 }, (_, i) => m.times(m.NUMBER, rate, prime(i)))))).toBe(
      "!precision",
    );
  });
});

describe("§2.2 definitions", () => {
  const definition = (id: string, e: Expr) => ({ id, name: { zh: id, en: id }, of: e, origin: m.AT });
  test("are worked out once, each after those it uses", () => {
    const definitions = [
      definition("半", m.over(m.NUMBER, m.input("数"), n(2))),
      definition("倍", m.times(m.NUMBER, n(4), m.use("半"))),
    ];
    expect(of(m.use("倍"), { 数: 3 }, { definitions })).toBe("6");
    expect(of(m.use("倍"), {}, { definitions })).toBe("(-∞, ∞)");
  });
  test("a chain that uses each link twice costs its length; a long chain needs no stack", () => {
    const definitions = [definition("定义0", m.input("数"))];
    for (let i = 1; i <= 20_000; i += 1) {
      const last = m.use(`定义${i - 1}`, m.NUMBER);
      definitions.push(definition(`定义${i}`, m.minus(m.sum(last, last), last)));
    }
    expect(of(m.use("定义20000"), { 数: 7 }, { definitions })).toBe("7");
  });
});

describe("§2.3 sums", () => {
  test("of 100,000 terms, and nesting 64 deep", () => {
    const term = m.input("数");
    expect(of(m.sum(...Array.from({ length: 100_000 }, () => term)), { 数: "0.1" })).toBe("10000");
    let deep: Expr = term;
    for (let i = 0; i < 64; i += 1) deep = i % 2 === 0 ? m.sum(deep, n(1)) : m.extreme("max", deep, n(0));
    expect(of(deep, { 数: 0 })).toBe("32");
  });
});

describe("§2.4 division", () => {
  test("by exactly 0 is an error, 0 ÷ 0 and missing ÷ 0 too", () => {
    expect(of(m.over(m.NUMBER, n(1), n(0)))).toBe("!divisionByZero");
    expect(of(m.over(m.NUMBER, n(0), n(0)))).toBe("!divisionByZero");
    expect(of(m.over(m.NUMBER, rate, n(0)))).toBe("!divisionByZero");
    expect(of(m.over(m.NUMBER, n(1), m.input("数")), { 数: 0 })).toBe("!divisionByZero");
  });
  test("by what is missing leaves 0 out", () => {
    expect(of(m.over(m.NUMBER, n(1), m.input("正")))).toBe("(0, ∞)");
    expect(of(m.over(m.NUMBER, n(1), m.input("非负")))).toBe(`[${exactText(fraction(1n, 10n))}, ∞) or !`);
    expect(of(m.over(m.NUMBER, n(1), m.input("数")))).toBe("(-∞, ∞) or !");
    expect(of(m.over(m.NUMBER, n(1), m.minus(n(0), m.input("非负"))))).toBe(
      `(-∞, ${exactText(fraction(-1n, 10n))}] or !`,
    );
  });
});

describe("§2.5 the best and the least", () => {
  test("run from the best low end to the best high end", () => {
    const a = m.sum(rate, n(2));
    const b = m.times(m.NUMBER, rate, n("2.5"));
    expect(of(m.extreme("max", a, b))).toBe("[2, 3]");
    expect(of(m.extreme("min", a, b))).toBe("[0, 2.5]");
    expect(of(m.extreme("max", n(3), a))).toBe("3");
    expect(of(m.extreme("min", n(2), a))).toBe("2");
  });
});

describe("§2.6 rounding", () => {
  const round = (mode: "halfUp" | "floor" | "ceiling", places: number, e: Expr): Expr => ({
    node: "round",
    type: e.type,
    mode,
    places,
    of: e,
  });
  test("ties away from zero", () => {
    expect(of(round("halfUp", 2, n("8.625")))).toBe("8.63");
    expect(of(round("halfUp", 2, n("-8.625")))).toBe("-8.63");
    expect(of(round("halfUp", 0, n("-0.5")))).toBe("-1");
    expect(of(round("floor", 0, n("-0.5")))).toBe("-1");
    expect(of(round("ceiling", 0, n("-0.5")))).toBe("0");
    expect(of(round("ceiling", 0, n(3)))).toBe("3");
  });
  test("counts decimals in the shown unit, of a ratio in its plain value", () => {
    expect(of(round("halfUp", 2, m.input("金额", m.YUAN)), { 金额: "123456" })).toBe("123500");
    expect(of(round("floor", 1, m.input("金额", m.YUAN)), { 金额: "123456" })).toBe("123000");
    expect(of(round("halfUp", 4, rate), { 率: "0.862775" })).toBe("0.8628");
  });
  test("counts decimals of 个百分点, and of what ratios differ by, in 个百分点", () => {
    for (const sense of ["percentagePoints", "difference"] as const) {
      const by = (value: string): Expr => m.lit(value, { kind: "ratio", sense });
      expect(of(round("halfUp", 0, by("3.4%")))).toBe("0.03");
      expect(of(round("halfUp", 1, by("3.45%")))).toBe("0.035");
      expect(of(round("floor", 0, by("-3.5%")))).toBe("-0.04");
      expect(of(round("ceiling", 0, by("3.1%")))).toBe("0.04");
    }
  });
  test("of what is missing keeps open ends out", () => {
    expect(of(round("ceiling", 0, m.input("正")))).toBe("[1, ∞)");
    expect(of(round("floor", 0, rate))).toBe("[0, 1]");
    expect(of(round("halfUp", 1, m.times(m.NUMBER, rate, n("0.44"))))).toBe("[0, 0.4]");
  });
});

describe("§2.7 comparisons", () => {
  test.each([
    ["<", "否", "是", "否"],
    ["<=", "是", "是", "否"],
    [">", "否", "否", "是"],
    [">=", "是", "否", "是"],
    ["=", "是", "否", "否"],
    ["≠", "否", "是", "是"],
  ] as const)("2 %s 2, 1 and 3", (sign, same, less, more) => {
    expect(of(m.compare(n(2), sign, n(2)))).toBe(same);
    expect(of(m.compare(n(1), sign, n(2)))).toBe(less);
    expect(of(m.compare(n(3), sign, n(2)))).toBe(more);
  });
  test("are decided by the whole interval, open ends not reached", () => {
    expect(of(m.compare(m.input("正"), ">", n(0)))).toBe("是");
    expect(of(m.compare(rate, ">=", n(0)))).toBe("是");
    expect(of(m.compare(rate, ">", n(0)))).toBe("?");
    expect(of(m.compare(rate, "<=", n(1)))).toBe("是");
    expect(of(m.compare(rate, ">", n(1)))).toBe("否");
    expect(of(m.compare(rate, "=", n(2)))).toBe("否");
    expect(of(m.compare(rate, "≠", n(2)))).toBe("是");
    expect(of(m.compare(rate, "=", n(1)))).toBe("?");
  });
  test("of options: unknown unless the other side excludes", () => {
    const option = (value: string): Expr => ({ node: "option", type: OPTIONS, value });
    const archive = m.input("档案", OPTIONS);
    const filed = { 档案: { kind: "option", value: "完备" } } as const;
    expect(of(m.compare(archive, "=", option("完备")), filed)).toBe("是");
    expect(of(m.compare(archive, "≠", option("完备")), filed)).toBe("否");
    expect(of(m.compare(archive, "=", option("不完备")), filed)).toBe("否");
    expect(of(m.compare(archive, "=", option("完备")))).toBe("?");
    expect(of(m.compare(archive, "=", option("别的")))).toBe("否");
    expect(of(m.compare(archive, "≠", option("别的")))).toBe("是");
    expect(of(m.compare(m.input("坏档案", OPTIONS), "=", option("完备")))).toBe("!field");
  });
  test("of conditions", () => {
    expect(of(m.compare(YES, "=", YES))).toBe("是");
    expect(of(m.compare(YES, "=", NO))).toBe("否");
    expect(of(m.compare(YES, "≠", UNKNOWN))).toBe("?");
    expect(of(m.compare(UNKNOWN, "=", NO), { 是否: false })).toBe("是");
  });
});

describe("§2.8 cases", () => {
  const broken = m.over(m.NUMBER, n(1), n(0));
  test("work out only what may be taken", () => {
    expect(of(m.when(YES, n(1), broken))).toBe("1");
    expect(of(m.when(NO, broken, n(2)))).toBe("2");
    expect(of(m.when(YES, broken, n(2)))).toBe("!divisionByZero");
    expect(of(m.when(FAULT, n(1), n(2)))).toBe("!field");
  });
  test("span the branches while the condition is unknown", () => {
    const open = m.compare(rate, ">=", n("0.5"));
    expect(of(m.when(open, n(3), n(1)))).toBe("[1, 3]");
    expect(of(m.when(open, n(3), n(3)))).toBe("3");
    expect(of(m.when(open, YES, YES))).toBe("是");
    expect(of(m.when(open, YES, NO))).toBe("?");
    const ladder: Expr = {
      node: "cases",
      type: m.NUMBER,
      cases: [
        { when: m.compare(rate, ">", n(2)), then: n(100) },
        { when: open, then: n(3) },
        { when: m.compare(rate, ">=", n(0)), then: n(2) },
      ],
      otherwise: n(-100),
    };
    expect(of(ladder)).toBe("[2, 3]");
  });
  test("leave out a branch that is an error unless all are", () => {
    const open = m.compare(rate, ">=", n("0.5"));
    expect(of(m.when(open, n(3), broken))).toBe("3 or !");
    expect(of(m.when(open, broken, rate))).toBe("[0, 1] or !");
    expect(of(m.when(open, broken, broken))).toBe("!divisionByZero");
    expect(
      of({
        node: "cases",
        type: m.NUMBER,
        cases: [
          { when: open, then: n(3) },
          { when: FAULT, then: n(4) },
        ],
        otherwise: n(5),
      }),
    ).toBe("3 or !");
  });
});

describe("§1.7 what may fail", () => {
  const zero = m.over(m.NUMBER, n(0), m.input("非负"));
  const doubt = m.compare(zero, "=", n(0));
  test("0 ÷ what may be 0 is 0 or an error; filed, it is one of them", () => {
    expect(of(zero)).toBe("0 or !");
    expect(of(zero, { 非负: 0 })).toBe("!divisionByZero");
    expect(of(zero, { 非负: 2 })).toBe("0");
    expect(of(m.over(m.NUMBER, n(0), m.input("正")))).toBe("0");
  });
  test.each<[string, Expr, string]>([
    ["sum", m.sum(n(1), zero), "1 or !"],
    ["difference", m.minus(n(1), zero), "1 or !"],
    ["product", m.times(m.NUMBER, n(2), zero), "0 or !"],
    ["extreme", m.extreme("max", n(1), zero), "1 or !"],
    ["absolute", { node: "absolute", type: m.NUMBER, of: zero }, "0 or !"],
    ["round", { node: "round", type: m.NUMBER, mode: "halfUp", places: 0, of: zero }, "0 or !"],
    ["step", m.step("步", zero), "0 or !"],
    ["compare", doubt, "是 or !"],
    ["not", m.not(doubt), "否 or !"],
    ["and, settled", m.and(doubt, NO), "否 or !"],
    ["or, settled", m.or(YES, doubt), "是 or !"],
    ["condition that holds", m.when(doubt, n(1), n(2)), "1 or !"],
    ["condition that does not hold", m.when(m.not(doubt), n(1), n(2)), "2 or !"],
    ["branch", m.when(YES, zero, n(2)), "0 or !"],
    ["one of two branches", m.when(UNKNOWN, n(1), zero), "[0, 1] or !"],
    ["branch that is another figure's", m.when(m.compare(rate, ">", n(0)), zero, n(0)), "0 or !"],
    ["branch not taken", m.when(NO, zero, n(2)), "2"],
  ])("is carried by a %s", (_, e, wanted) => expect(of(e)).toBe(wanted));
});

describe("§2.4 a divisor that a condition keeps from 0", () => {
  const x = m.input("非负");
  const over = m.over(m.NUMBER, n(0), x);
  test.each<[string, Expr, string]>([
    ["above 0", m.when(m.compare(x, ">", n(0)), over, n(0)), "0"],
    ["not 0", m.when(m.compare(x, "=", n(0)), n(0), over), "0"],
    ["0 on the left", m.when(m.compare(n(0), "<", x), over, n(0)), "0"],
    ["above a bound", m.when(m.compare(x, "<=", n(3)), n(0), over), "0"],
    ["in a later case", m.when(m.compare(x, "=", n(0)), n(0), m.when(UNKNOWN, over, n(0))), "0"],
    ["the other way round", m.when(m.compare(x, "=", n(0)), over, n(0)), "0 or !"],
    ["at least 0", m.when(m.compare(x, ">=", rate), over, n(0)), "0 or !"],
    ["below what may be 0", m.when(m.compare(x, "<", rate), n(0), over), "0 or !"],
  ])("%s", (_, e, wanted) => expect(of(e)).toBe(wanted));
});

describe("an outcome of another type than its expression", () => {
  test("is a fault of ours, never something missing", () => {
    expect(() => asFigure({ state: "truth", holds: true })).toThrow("figure");
    expect(() => asTruth({ state: "choice", option: "甲" })).toThrow("condition");
    expect(asFigure(OPEN)).toEqual({ state: "missing", range: {} });
    expect(asTruth(OPEN)).toBe(OPEN);
  });
});

describe("§2.9 and, or, not", () => {
  const states: Readonly<Record<string, Expr>> = { 是: YES, 否: NO, "?": UNKNOWN, "!field": FAULT };
  const AND: readonly (readonly string[])[] = [
    ["是", "否", "?", "!field"],
    ["否", "否", "否", "!field"],
    ["?", "否", "?", "!field"],
    ["!field", "!field", "!field", "!field"],
  ];
  const opposite = (x: string): string => (x === "是" ? "否" : x === "否" ? "是" : x);
  const entries = Object.entries(states);
  test("and", () => {
    expect(entries.map(([, a]) => entries.map(([, b]) => of(m.and(a, b))))).toEqual(AND);
  });
  test("or is and with yes and no exchanged", () => {
    for (const [i, [, a]] of entries.entries()) {
      for (const [j, [, b]] of entries.entries()) {
        expect(of(m.or(m.not(a), m.not(b)))).toBe(opposite(AND[i]?.[j] ?? ""));
      }
    }
  });
  test("not", () => {
    expect(entries.map(([, a]) => of(m.not(a)))).toEqual(["否", "是", "?", "!field"]);
  });
});

describe("§2.10 aggregates", () => {
  const columns = [
    m.field("资金", m.NUMBER, "[0, 100]"),
    m.field("率", m.NUMBER, "[0, 1]"),
    m.field("重", m.NUMBER),
  ];
  const rowLists = [{ name: "项目", atMost: 4, columns }];
  const column = (name: string): Expr => ({ node: "column", type: m.NUMBER, rows: "项目", column: name });
  type Fold = Extract<Expr, { node: "aggregate" }>["fold"];
  const fold = (f: Fold, more: { of?: Expr; when?: Expr; weight?: Expr } = {}): Expr => ({
    node: "aggregate",
    type: m.NUMBER,
    fold: f,
    rows: "项目",
    ...more,
  });
  const money = column("资金");
  const share = column("率");
  const done = m.compare(share, ">=", n("0.5"));
  const rows = (...list: Values[]) => ({ 项目: list.map((values) => m.row(values ?? {})) });
  const at = (e: Expr, list: Values[]): string => of(e, {}, { rowLists }, rows(...list));
  const full = [
    { 资金: 10, 率: 1 },
    { 资金: 30, 率: "0.2" },
    { 资金: 20, 率: "0.5" },
  ];

  test("over known rows", () => {
    expect(at(fold("count"), full)).toBe("3");
    expect(at(fold("count", { when: done }), full)).toBe("2");
    expect(at(fold("total", { of: money }), full)).toBe("60");
    expect(at(fold("total", { of: money, when: done }), full)).toBe("30");
    expect(at(fold("average", { of: money }), full)).toBe("20");
    expect(at(fold("weightedAverage", { of: share, weight: money }), full)).toBe(
      exactText(fraction(26n, 60n)),
    );
    expect(at(fold("max", { of: money }), full)).toBe("30");
    expect(at(fold("min", { of: money, when: done }), full)).toBe("10");
  });
  test("over no rows", () => {
    const none: Values[] = [];
    expect(at(fold("count"), none)).toBe("0");
    expect(at(fold("total", { of: money }), none)).toBe("0");
    for (const f of ["average", "max", "min"] as const)
      expect(at(fold(f, { of: money }), none)).toBe("!noRows");
    expect(at(fold("average", { of: money, when: NO }), full)).toBe("!noRows");
    expect(at(fold("weightedAverage", { of: share, weight: money }), none)).toBe("!noRows");
    expect(at(fold("weightedAverage", { of: share, weight: money }), [{ 资金: 0, 率: 1 }])).toBe("!noRows");
    expect(at(fold("weightedAverage", { of: share, weight: column("重") }), [{ 重: -1, 率: 1 }])).toBe(
      "!negativeWeight",
    );
  });
  test("over missing cells", () => {
    const some = [{ 资金: 10, 率: 1 }, { 资金: 30 }];
    expect(at(fold("count", { when: done }), some)).toBe("[1, 2]");
    expect(at(fold("total", { of: money, when: done }), some)).toBe("[10, 40]");
    expect(at(fold("average", { of: money, when: done }), some)).toBe("[10, 30]");
    expect(at(fold("max", { of: money, when: done }), some)).toBe("[10, 30]");
    expect(at(fold("min", { of: money, when: done }), some)).toBe("10");
    expect(at(fold("max", { of: money, when: done }), [{ 资金: 30 }, { 资金: 10 }])).toBe("[10, 30] or !");
    expect(at(fold("average", { of: share }), some)).toBe("[0.5, 1]");
    expect(at(fold("weightedAverage", { of: share, weight: money }), some)).toBe("[0.25, 1]");
    expect(
      at(fold("weightedAverage", { of: share, weight: money }), [{ 率: 1 }, { 率: "0.5", 资金: 1 }]),
    ).toBe("[0.5, 1]");
  });
  test("a row that may be left out is no error yet", () => {
    const broken = [{ 资金: 10, 率: 1 }, { 资金: 101 }];
    expect(at(fold("total", { of: money, when: done }), broken)).toBe("10 or !");
    expect(at(fold("max", { of: money, when: done }), broken)).toBe("10 or !");
    expect(at(fold("average", { of: money, when: done }), broken)).toBe("10 or !");
    // In or out, the one row gives no mean.
    expect(at(fold("average", { of: money, when: done }), [{ 资金: 101 }])).toBe("!noRows");
    expect(at(fold("total", { of: money, when: done }), [{ 资金: 101, 率: 1 }])).toBe("!field");
    expect(at(fold("total", { of: money, when: done }), [{ 资金: 101, 率: 0 }])).toBe("0");
  });
  test("weights that may be below 0, or come to 0, may be an error", () => {
    const mean = (more = {}) => fold("weightedAverage", { of: share, weight: column("重"), ...more });
    expect(at(mean(), [{ 率: 1, 重: 1 }, { 率: 0 }])).toBe("[0, 1] or !");
    const byMoney = fold("weightedAverage", { of: share, weight: money });
    expect(at(byMoney, [{ 率: 1 }, { 率: 0 }])).toBe("[0, 1] or !");
    expect(at(byMoney, [{ 率: 1 }, { 率: 0, 资金: 1 }])).toBe("[0, 1]");
    const picked = mean({ when: m.compare(money, ">", n(0)) });
    const rest = { 率: 1, 重: 1, 资金: 1 };
    expect(at(picked, [rest, { 率: 0, 重: -1 }])).toBe("1 or !");
    expect(at(picked, [rest, { 率: 0, 重: -1, 资金: 1 }])).toBe("!negativeWeight");
  });
  test("over a missing list, and one that is too long or broken", () => {
    const missing = (e: Expr): string => of(e, {}, { rowLists });
    expect(missing(fold("count"))).toBe("[0, 4]");
    expect(missing(fold("total", { of: money }))).toBe("[0, 400]");
    expect(missing(fold("max", { of: money }))).toBe("[0, 100] or !");
    expect(missing(fold("count", { when: NO }))).toBe("0");
    // There may be no row to be an error.
    expect(missing(fold("total", { of: bad }))).toBe("0 or !");
    expect(missing(fold("max", { of: bad }))).toBe("!noRows");
    expect(at(fold("count"), [{}, {}, {}, {}, {}])).toBe("!field");
    expect(at(fold("total", { of: money }), [{ 资金: 1 }, { 资金: 101 }])).toBe("!field");
    expect(at(fold("count"), [{ 资金: 101 }])).toBe("1");
  });
  test("see the filing from within a row, and do not mix rows up", () => {
    const double = m.times(m.NUMBER, money, m.input("数"));
    expect(of(fold("total", { of: double }), { 数: 2 }, { rowLists }, rows(...full))).toBe("120");
  });
});

describe("§2.11 faults", () => {
  test("are errors with their cause", () => {
    expect(of(m.fault(m.cause("noBand"), m.NUMBER))).toBe("!noBand");
    const change = m.when(
      m.compare(m.input("非负"), "<=", n(0)),
      m.fault(m.cause("changeFromNothing"), m.NUMBER),
      n(1),
    );
    expect(of(change, { 非负: 0 })).toBe("!changeFromNothing");
    expect(of(change)).toBe("1 or !");
  });
});

describe("§3.5 fields", () => {
  test("checklists may be filed in part", () => {
    const filed = { 制度: { kind: "checklist", met: new Map([["有制度", true]]) } } as const;
    const item = (name: string): Expr => m.input("制度", m.YES_NO, name);
    expect(of(item("有制度"), filed)).toBe("是");
    expect(of(item("合规"), filed)).toBe("?");
    expect(of(item("合规"))).toBe("?");
  });
  test("a 定性 has a grade and a share", () => {
    const filed = { 改革: { kind: "qualitative", grade: "达成", share: m.q("90%") } } as const;
    expect(of(m.input("改革", OPTIONS, "grade"), filed)).toBe("达成");
    expect(of(m.input("改革", m.RATIO, "share"), filed)).toBe("0.9");
    expect(of(m.input("改革", m.RATIO, "share"))).toBe("[0, 1]");
    expect(of(m.input("改革", OPTIONS, "grade"))).toBe("?");
  });
});
