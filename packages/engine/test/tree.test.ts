/** Leaves, weights, sums, the total and the grade: docs/reference/semantics.md, sections 4 to 6. */
import type { Expr, Leaf, Treatment } from "@heng/lang";
import { describe, expect, test } from "vitest";
import type { Result } from "../src/index.ts";
import * as m from "./make.ts";

const X = m.input("X");
/** Unknown while X is missing; X >= 1 otherwise. */
const OPEN = m.compare(X, ">=", m.lit(1, m.NUMBER));
const FIELDS = [m.field("X", m.NUMBER, "[0, 10]"), m.field("Y", m.NUMBER, "[0, 10]"), m.field("坏")];
const points = (of: Expr): Expr => m.times(m.POINTS, of, m.lit(1));
const out = (as: Treatment, when: Expr = m.truth(true)): Partial<Leaf> => ({
  notApplicable: [{ when, as, origin: m.AT }],
});
const veto = (gets: Expr, when: Expr = m.truth(true)): Leaf["vetoes"][number] => ({
  when,
  gets,
  origin: m.AT,
});
const limit = (notAbove: string, when: Expr = m.truth(true)): Leaf["vetoes"][number] => ({
  when,
  notAbove,
  origin: m.AT,
});
const BROKEN = m.over(m.POINTS, m.lit(1), m.lit(0, m.NUMBER));
const of = (...args: Parameters<typeof m.program>) =>
  m.program(args[0], { fields: FIELDS, grades: m.GRADES, ...args[1] }, args[2]);

describe("§4 a leaf", () => {
  const alone = (more: Partial<Leaf>, standard: Expr = m.lit(3), values = {}) => {
    const result = m.scored(of([m.leaf("甲", 10, standard, more), m.leaf("乙", 10, m.lit(10))]), values);
    const { score, range, state } = m.indicator(result, "甲");
    return score ?? range?.join("~") ?? state;
  };
  test("§4.1 不适用 comes first, the first that holds", () => {
    expect(alone(out("fullMarks"), BROKEN)).toBe("10.00");
    expect(alone(out("zero"), BROKEN)).toBe("0.00");
    expect(alone(out("redistribute"), BROKEN)).toBe("notApplicable");
    expect(alone(out("rescale"), BROKEN)).toBe("notApplicable");
    expect(alone(out("zero", m.truth(false)))).toBe("3.00");
    const both = {
      notApplicable: [
        ...(out("zero", m.truth(false)).notApplicable ?? []),
        ...(out("fullMarks").notApplicable ?? []),
        ...(out("zero").notApplicable ?? []),
      ],
    };
    expect(alone({ ...both, vetoes: [veto(m.lit(1))] })).toBe("10.00");
  });
  test("§4.2 then 否决, the lowest that holds, before the standard", () => {
    expect(alone({ vetoes: [veto(m.lit(0))] }, BROKEN)).toBe("0.00");
    expect(alone({ vetoes: [veto(m.lit(5)), veto(m.lit(2)), veto(m.lit(0), m.truth(false))] })).toBe("2.00");
    expect(alone({ vetoes: [veto(m.lit(5))] })).toBe("5.00");
  });
  test("§4.2 the 否决 that is told is the one that decides", () => {
    const over = (least: number) => m.compare(X, ">", m.lit(least, m.NUMBER));
    const vetoes = [veto(m.lit(5), over(1)), veto(m.lit(2), over(3)), veto(m.lit(4), over(2))];
    const told = (x: number) => {
      const result = m.scored(of([m.leaf("甲", 10, m.lit(9), { vetoes })]), { X: x });
      return m.indicator(result, "甲").explanation;
    };
    expect(told(9)).toBe("否决（X 9 > 3），得 2分。");
    expect(told(3)).toBe("否决（X 3 > 2），得 4分。");
    expect(told(2)).toBe("否决（X 2 > 1），得 5分。");
  });
  test("§4.3 a value that the standard does not use cannot spoil it", () => {
    expect(alone({ value: BROKEN })).toBe("3.00");
  });
  test("§4.4 clamped to [0, upTo]", () => {
    expect(alone({}, m.lit("-4.5"))).toBe("0.00");
    expect(alone({}, m.lit("10.01"))).toBe("10.00");
    expect(alone({ vetoes: [veto(m.lit(12))] })).toBe("10.00");
    expect(alone({}, m.minus(points(X), m.lit(20)))).toBe("0.00");
  });
  test("§4.5 unknown conditions span, equal ends decide", () => {
    expect(alone(out("fullMarks", OPEN))).toBe("3.00~10.00");
    expect(alone(out("fullMarks", OPEN), m.lit(10))).toBe("10.00");
    expect(alone({ vetoes: [veto(m.lit(1), OPEN)] })).toBe("1.00~3.00");
    expect(alone({ vetoes: [veto(m.lit(1)), veto(m.lit(5), OPEN)] })).toBe("1.00");
    expect(alone({ vetoes: [veto(m.lit(5)), veto(m.lit(1), OPEN)] })).toBe("1.00~5.00");
    expect(alone(out("zero", OPEN), points(m.input("Y")))).toBe("0.00~10.00");
    expect(
      alone(out("zero", m.compare(m.input("坏"), ">", X)), m.lit(3), { 坏: { kind: "option", value: "甲" } }),
    ).toBe("error");
    // Full marks or an error: not an error yet, nor a score.
    const result = m.scored(of([m.leaf("甲", 10, BROKEN, out("fullMarks", OPEN))]));
    expect(m.indicator(result, "甲")).toMatchObject({
      state: "pending",
      score: null,
      range: ["10.00", "10.00"],
    });
    expect(result).toMatchObject({ total: null, complete: false });
  });
});

describe("§1.7, §4.5 what may be an error is not decided", () => {
  const FILLED = { grades: m.GRADES, fields: FIELDS };
  /** 0, or an error when X is 0. */
  const zero = m.over(m.POINTS, m.lit(0), X);
  const doubt = m.compare(zero, "=", m.lit(0));
  const alone = (standard: Expr, more: Partial<Leaf> = {}, values = {}) => {
    const result = m.scored(m.program([m.leaf("甲", 10, standard, more)], FILLED), values);
    const { score, range, state, missing } = m.indicator(result, "甲");
    return [state, score ?? range?.join("~") ?? "", missing.join("")].join(" ");
  };
  test("by its standard, 不适用 or 否决", () => {
    const five = m.sum(m.lit(5), zero);
    expect(alone(five)).toBe("pending 5.00~5.00 X");
    expect(alone(five, {}, { X: 0 })).toBe("error  ");
    expect(alone(five, {}, { X: 1 })).toBe("scored 5.00 ");
    expect(alone(m.when(OPEN, m.lit(5), BROKEN))).toBe("pending 5.00~5.00 X");
    expect(alone(m.lit(5), out("zero", m.not(doubt)))).toBe("pending 5.00~5.00 X");
    expect(alone(m.lit(5), out("zero", doubt))).toBe("pending 0.00~0.00 X");
    expect(alone(m.lit(5), out("redistribute", doubt))).toBe("pending 5.00~5.00 X");
    expect(alone(m.lit(5), { vetoes: [veto(m.lit(1), doubt)] })).toBe("pending 1.00~1.00 X");
    expect(alone(m.lit(5), { vetoes: [veto(m.lit(1), m.not(doubt))] })).toBe("pending 5.00~5.00 X");
    // 等级 不高于 is no matter of the score; what is not asked cannot fail.
    expect(alone(m.lit(5), { vetoes: [limit("中", doubt)] })).toBe("scored 5.00 ");
    expect(alone(m.lit(5), { value: five })).toBe("scored 5.00 ");
    expect(alone(five, out("fullMarks"))).toBe("scored 10.00 ");
  });
  test("by any of several conditions, whichever comes last", () => {
    const never = m.not(doubt);
    const both = <T>(one: T, other: T): readonly (readonly T[])[] => [
      [one, other],
      [other, one],
    ];
    const clauses = (as: Treatment, when: Expr) => out(as, when).notApplicable ?? [];
    for (const list of both(clauses("zero", never), clauses("fullMarks", m.truth(false)))) {
      expect(alone(m.lit(5), { notApplicable: list.flat() })).toBe("pending 5.00~5.00 X");
      expect(alone(m.lit(5), { notApplicable: list.flat() }, { X: 1 })).toBe("scored 5.00 ");
    }
    for (const vetoes of both(veto(m.lit(1), never), veto(m.lit(2), m.truth(false))))
      expect(alone(m.lit(5), { vetoes })).toBe("pending 5.00~5.00 X");
  });
  test("by what any 否决 gives, the lowest", () => {
    const seven = veto(m.lit(7));
    const both = (one: Expr, values = {}) => {
      const vetoes = [veto(one), seven];
      const found = new Set([vetoes, vetoes.toReversed()].map((v) => alone(m.lit(9), { vetoes: v }, values)));
      return [...found].join(" / ");
    };
    expect(both(m.sum(m.lit(5), zero))).toBe("pending 5.00~5.00 X");
    expect(both(m.sum(m.lit(5), zero), { X: 1 })).toBe("scored 5.00 ");
    expect(both(BROKEN)).toBe("error  ");
    // 0 to 10, and 7.
    expect(both(points(X))).toBe("pending 0.00~7.00 X");
    expect(both(points(X), { X: 8 })).toBe("scored 7.00 ");
  });
  test("and is an error where the condition of 否决 is one, not where that of 等级 不高于 is", () => {
    expect(alone(m.lit(5), { vetoes: [veto(m.lit(1), doubt)] }, { X: 0 })).toBe("error  ");
    expect(alone(m.lit(5), { vetoes: [limit("中", doubt)] }, { X: 0 })).toBe("scored 5.00 ");
    expect(alone(m.lit(5), { vetoes: [limit("中", doubt)] }, { X: 1 })).toBe("scored 5.00 ");
    // Where it does not apply, that is not asked.
    expect(alone(m.lit(5), { vetoes: [limit("中", doubt)], ...out("zero") }, { X: 0 })).toBe("scored 0.00 ");
  });
  test("its steps and its sentence say what is missing", () => {
    const result = m.scored(m.program([m.leaf("甲", 10, m.step("步", m.sum(m.lit(5), zero)))], FILLED));
    const { explanation, steps } = m.indicator(result, "甲");
    expect(explanation).toBe("待补：缺少 X；得分在 5.00分 至 5.00分 之间。");
    expect(steps.map(({ state, value, range }) => [state, value, range?.join("~")])).toEqual([
      ["missing", null, "5~5"],
      ["missing", null, "5~5"],
    ]);
    expect(result).toMatchObject({ total: null, range: ["5.00", "5.00"], complete: false });
  });
  test("by what a group asks", () => {
    const cap = (of: Expr, when?: Expr) => ({ of, origin: m.AT, ...(when ? { when } : {}) });
    const group = (more: object, values = {}) => {
      const inner = m.group("组", 10, [m.leaf("组/甲", 10, m.lit(9))], more);
      const { state, score, range } = m.indicator(m.scored(m.program([inner], FILLED), values), "组");
      return `${state} ${score ?? range?.join("~") ?? ""}`;
    };
    expect(group({ caps: [cap(m.lit(8), doubt)] })).toBe("pending 8.00~8.00");
    expect(group({ caps: [cap(m.lit(8), m.not(doubt))] })).toBe("pending 9.00~9.00");
    expect(group({ caps: [cap(m.sum(m.lit(8), zero))] })).toBe("pending 8.00~8.00");
    // A cap that may not hold is no error yet.
    expect(group({ caps: [cap(BROKEN, OPEN)] })).toBe("pending 9.00~9.00");
    expect(group({ caps: [cap(BROKEN, OPEN)] }, { X: 1 })).toBe("error ");
    expect(group({ vetoes: [limit("中", doubt)] })).toBe("scored 9.00");
    const whole = m.scored(m.program([m.leaf("甲", 10, m.lit(9))], FILLED, { caps: [cap(BROKEN, OPEN)] }));
    expect(whole).toMatchObject({ total: null, range: ["9.00", "9.00"], complete: false });
  });
});

describe("§5.1 rounding", () => {
  test.each([
    ["8.625", "8.63"],
    ["8.624999", "8.62"],
    ["0.005", "0.01"],
    ["0.625", "0.63"],
    ["1/3", "0.33"],
    ["2/3", "0.67"],
  ])("%s is %s", (exact, shown) => {
    expect(m.scored(of([m.leaf("甲", 10, m.lit(exact))])).total).toBe(shown);
  });
  test("each leaf once, parents add rounded children", () => {
    const third = (name: string): Leaf => m.leaf(name, 1, m.lit("1/3"));
    const result = m.scored(
      of([m.group("组", 3, [third("组/甲"), third("组/乙"), third("组/丙")]), m.leaf("丁", 7, m.lit(7))]),
    );
    expect(m.scores(result)).toEqual({
      组: "0.99",
      "组/甲": "0.33",
      "组/乙": "0.33",
      "组/丙": "0.33",
      丁: "7.00",
    });
    expect(result.total).toBe("7.99");
  });
  test("at any number of decimals", () => {
    const program = (places: number) => of([m.leaf("甲", 10, m.lit("8.6277"))], { places });
    expect([0, 1, 3].map((places) => m.scored(program(places)).total)).toEqual(["9", "8.6", "8.628"]);
  });
});

describe("§5.3 剔除", () => {
  const four = (standard: (i: number) => Expr, more: Partial<Leaf>) =>
    of([
      m.group(
        "组",
        4,
        [1, 2, 3, 4].map((i) => m.leaf(`组/${i}`, 1, standard(i), i === 4 ? more : {})),
      ),
    ]);
  test("1 + 1 + 1 of 4: 1.34, 1.33, 1.33", () => {
    const result = m.scored(four(() => m.lit(1), out("redistribute")));
    expect(m.scores(result)).toEqual({
      组: "4.00",
      "组/1": "1.34",
      "组/2": "1.33",
      "组/3": "1.33",
      "组/4": "notApplicable",
    });
    expect(result.indicators.map(({ apportioned }) => apportioned)).toEqual([
      null,
      "1.34",
      "1.33",
      "1.33",
      null,
    ]);
  });
  test("a standard is worked out at its declared 分值, scaled, then rounded", () => {
    // 0.555 × 1.34 = 0.7437, 0.555 × 1.33 = 0.73815
    expect(m.scores(m.scored(four(() => m.lit("0.555"), out("redistribute"))))).toMatchObject({
      组: "2.22",
      "组/1": "0.74",
      "组/2": "0.74",
      "组/3": "0.74",
    });
  });
  test("a group takes its share on to its children", () => {
    const result = m.scored(
      of([
        m.leaf("甲", 10, m.lit(1), out("redistribute")),
        m.group("组", 20, [m.leaf("组/乙", 10, m.lit(10)), m.leaf("组/丙", 10, m.lit(5))]),
        m.leaf("丁", 20, m.lit(20)),
      ]),
    );
    expect(m.scores(result)).toEqual({
      甲: "notApplicable",
      组: "18.75",
      "组/乙": "12.50",
      "组/丙": "6.25",
      丁: "25.00",
    });
    expect(result.total).toBe("43.75");
  });
  test("full marks and no marks are scaled too", () => {
    const result = m.scored(
      of([m.leaf("甲", 10, m.lit(1), out("redistribute")), m.leaf("乙", 10, m.lit(1), out("fullMarks"))]),
    );
    expect(result.total).toBe("20.00");
  });
  test("§5.2 all children out: so is the group, never 0 ÷ 0", () => {
    const inner = (as: Treatment) =>
      m.group("组", 10, [
        m.leaf("组/甲", 5, BROKEN, out("redistribute")),
        m.leaf("组/乙", 5, BROKEN, out(as)),
      ]);
    const left = m.scored(
      of([inner("redistribute"), m.leaf("丙", 10, m.lit(4)), m.leaf("丁", 10, m.lit(10))]),
    );
    expect(m.scores(left)).toMatchObject({ 组: "notApplicable", 丙: "6.00", 丁: "15.00" });
    expect(left.total).toBe("21.00");
    // By 折算 if any child says so: 14 ÷ 20 × 30.
    const rescaled = m.scored(
      of([inner("rescale"), m.leaf("丙", 10, m.lit(4)), m.leaf("丁", 10, m.lit(10))]),
    );
    expect(m.scores(rescaled)).toMatchObject({ 组: "notApplicable", 丙: "4.00", 丁: "10.00" });
    expect(rescaled.total).toBe("21.00");
  });
  test("§5.2 nothing applies: no total, no grade", () => {
    const result = m.scored(of([m.leaf("甲", 10, m.lit(1), out("redistribute"))]));
    expect(result).toMatchObject({ total: null, range: null, grade: null, grades: [], complete: true });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["H3123"]);
  });
  test.each([
    ["a group and an indicator", ["组/甲", "乙"], ["H3123"]],
    ["all but one", ["组/甲"], []],
    ["none", [], []],
  ])("§9.5 what is told when what is left out is %s", (_, left, codes) => {
    const one = (name: string) =>
      m.leaf(name, 10, m.lit(1), left.includes(name) ? out("rescale") : { notApplicable: [] });
    const result = m.scored(of([m.group("组", 10, [one("组/甲")]), one("乙")]));
    expect(result.diagnostics.map(({ code }) => code)).toEqual(codes);
  });
  test("§9.5 H3123 is not told while one may apply, nor where 满分 is given", () => {
    const codes = (more: object) =>
      m.scored(of([m.leaf("甲", 10, m.lit(1), more)])).diagnostics.map(({ code }) => code);
    // 1分 would be 差, but there may be no total.
    expect(codes(out("redistribute", OPEN))).toEqual(["H3121", "H3122"]);
    expect(codes(out("fullMarks"))).toEqual([]);
  });
});

describe("§5.3 剔除 of what is not known yet", () => {
  test("what comes to the same at every weight is scored, and told without the sum at one of them", () => {
    // 10分 or, with 外 left out, 20分: capped at 0 in either case.
    const group = m.group("组", 10, [m.leaf("组/甲", 10, m.lit(10))], {
      caps: [{ of: m.lit(0), origin: m.AT }],
    });
    const result = m.scored(of([group, m.leaf("外", 10, m.lit(10), out("redistribute", OPEN))]));
    expect(m.indicator(result, "组")).toMatchObject({ state: "scored", score: "0.00" });
    expect(m.indicator(result, "组").explanation).toBe("组 = 0.00分。");
  });
  test("the range grows with the weight", () => {
    const result = m.scored(
      of([m.leaf("甲", 10, points(X)), m.leaf("外", 10, m.lit(10), out("redistribute"))]),
    );
    // 0 to 10 of 10分 are 0 to 20 of 20分.
    expect(m.scores(result)).toEqual({ 甲: "0.00~20.00", 外: "notApplicable" });
    expect(result.range).toEqual(["0.00", "20.00"]);
  });
});

describe("§5.5 sums and means", () => {
  test("折算 at the whole", () => {
    const result = m.scored(of([m.leaf("甲", 10, m.lit(1), out("rescale")), m.leaf("乙", 90, m.lit(80))]));
    expect(m.scores(result)).toEqual({ 甲: "notApplicable", 乙: "80.00" });
    expect(result.total).toBe("88.89");
  });
  test("折算 at the nearest group that says so", () => {
    const inner = (more = {}) =>
      m.group(
        "组/内",
        6,
        [m.leaf("组/内/甲", 3, m.lit(3), out("rescale")), m.leaf("组/内/乙", 3, m.lit(1))],
        more,
      );
    const tree = (group: object, inside: object) =>
      of([
        m.group("组", 10, [inner(inside), m.leaf("组/丙", 4, m.lit(4))], group),
        m.leaf("丁", 10, m.lit(0)),
      ]);
    // 1 ÷ 3 × 6, then + 4
    expect(m.scores(m.scored(tree({ rescale: true }, { rescale: true })))).toMatchObject({
      "组/内": "2.00",
      组: "6.00",
    });
    // (1 + 4) ÷ 7 × 10
    expect(m.scores(m.scored(tree({ rescale: true }, {})))).toMatchObject({ "组/内": "1.00", 组: "7.14" });
    // (1 + 4 + 0) ÷ 17 × 20
    const whole = m.scored(tree({}, {}));
    expect(m.scores(whole)).toMatchObject({ "组/内": "1.00", 组: "5.00" });
    expect(whole.total).toBe("5.88");
  });
  test("剔除 first, then 折算", () => {
    // 1 goes to three siblings: 1.34, 1.33, 1.33; one of them (1.33) is rescaled: (0.67 + 1.33) ÷ 2.67 × 4
    const result = m.scored(
      of([
        m.group(
          "组",
          4,
          [
            m.leaf("组/甲", 1, m.lit("0.5")),
            m.leaf("组/乙", 1, m.lit(1)),
            m.leaf("组/丙", 1, m.lit(1), out("rescale")),
            m.leaf("组/丁", 1, m.lit(1), out("redistribute")),
          ],
          { rescale: true },
        ),
      ]),
    );
    expect(m.scores(result)).toMatchObject({ "组/甲": "0.67", "组/乙": "1.33", 组: "3.00" });
  });
  test("weighted and average over what applies, rounded once more", () => {
    const children = (more: Partial<Leaf> = {}) => [
      m.leaf("组/平时", 100, m.lit(85)),
      m.leaf("组/年终", 100, m.lit(92)),
      m.leaf("组/附加", 50, m.lit("33.33"), more),
    ];
    const weighted = { combine: { kind: "weighted", shares: [m.q("0.5"), m.q("0.3"), m.q("0.2")] } } as const;
    // 20 × (0.85 × 0.5 + 0.92 × 0.3 + 0.6666 × 0.2) = 16.6864
    expect(m.scored(of([m.group("组", 20, children(), weighted)])).total).toBe("16.69");
    // 20 × (0.85 × 0.5 + 0.92 × 0.3) ÷ 0.8 = 17.525
    for (const as of ["redistribute", "rescale"] as const) {
      expect(m.scored(of([m.group("组", 20, children(out(as)), weighted)])).total).toBe("17.53");
    }
    // 20 × (0.85 + 0.92 + 0.6666) ÷ 3 = 16.244
    expect(m.scored(of([m.group("组", 20, children(), { combine: { kind: "average" } })])).total).toBe(
      "16.24",
    );
  });
  test("what 折算 takes out of a child of a mean does not lower its rate", () => {
    const inner = (name: string, more: Partial<Leaf> = {}) =>
      m.group(name, 10, [m.leaf(`${name}/甲`, 5, m.lit(5)), m.leaf(`${name}/乙`, 5, m.lit(5), more)]);
    // 组/一: 5 of the 5 that count, 组/二: 10 of 10, so (5 ÷ 5 + 10 ÷ 10) ÷ 2 × 100.
    const tree = (more: object) =>
      of([m.group("组", 100, [inner("组/一", out("rescale")), inner("组/二")], more)]);
    for (const rescale of [false, true]) {
      const result = m.scored(tree({ combine: { kind: "average" }, rescale }));
      expect(m.scores(result)).toMatchObject({ "组/一": "5.00", "组/二": "10.00", 组: "100.00" });
      expect(m.indicator(result, "组").explanation).toContain("5.00 ÷ 5 + 10.00 ÷ 10");
    }
    // 100 × (1 × 0.3 + 1 × 0.7)
    const combine = { kind: "weighted", shares: [m.q("0.3"), m.q("0.7")] };
    expect(m.scored(tree({ combine })).total).toBe("100.00");
    // A 折算 line nearer by comes first: the rate is 10 ÷ 10 all the same.
    const nearer = m.group("组/一", 10, inner("组/一", out("rescale")).children, { rescale: true });
    const near = m.scored(
      of([m.group("组", 100, [nearer, inner("组/二")], { combine: { kind: "average" } })]),
    );
    expect(m.scores(near)).toMatchObject({ "组/一": "10.00", 组: "100.00" });
  });
});

describe("§5.6 caps and vetoes of a group: the lowest result stands", () => {
  const group = (more: object) =>
    m.scored(of([m.group("组", 10, [m.leaf("组/甲", 6, m.lit(6)), m.leaf("组/乙", 4, m.lit(3))], more)]))
      .total;
  const cap = (value: string, when?: Expr) => ({ of: m.lit(value), origin: m.AT, ...(when ? { when } : {}) });
  test.each([
    [{}, "9.00"],
    [{ caps: [cap("8")] }, "8.00"],
    [{ caps: [cap("9.5")] }, "9.00"],
    [{ caps: [cap("8", m.truth(false)), cap("8.5", m.truth(true))] }, "8.50"],
    [{ caps: [cap("8"), cap("7")], vetoes: [veto(m.lit("7.5"))] }, "7.00"],
    [{ caps: [cap("8")], vetoes: [veto(m.lit(0))] }, "0.00"],
    [{ vetoes: [veto(m.lit("9.99"))] }, "9.00"],
  ])("%#", (more, total) => expect(group(more)).toBe(total));
  test("are written for the declared 分值", () => {
    const result = m.scored(
      of([
        m.leaf("外", 10, m.lit(1), out("redistribute")),
        m.group("组", 10, [m.leaf("组/甲", 10, m.lit(9))], { caps: [cap("8")] }),
      ]),
    );
    expect(m.scores(result)).toMatchObject({ 组: "16.00", "组/甲": "18.00" });
  });
  test("unknown conditions span", () => {
    const result = m.scored(
      of([m.group("组", 10, [m.leaf("组/甲", 10, m.lit(9))], { caps: [cap("8", OPEN)] })]),
    );
    expect(m.indicator(result, "组").range).toEqual(["8.00", "9.00"]);
    expect(m.indicator(result, "组").missing).toEqual(["X"]);
  });
});

describe("§5.4, §5.7, §5.8 the total", () => {
  const extra = (
    name: string,
    sense: "bonus" | "penalty",
    most: number,
    standard: Expr,
    more: Partial<Leaf> = {},
  ): Leaf => m.leaf(name, most, standard, { sense, ...more });
  const base = m.leaf("甲", 100, m.lit(98));
  test("bonuses add what the standard gives, penalties take what it loses", () => {
    const result = m.scored(
      of([base], {
        extras: [extra("创新", "bonus", 5, m.lit("3.005")), extra("通报", "penalty", 10, m.lit("6.005"))],
      }),
    );
    // 3.005 given, 10 - 6.005 = 3.995 taken: both are ties.
    expect(m.scores(result)).toEqual({ 甲: "98.00", 创新: "3.01", 通报: "-4.00" });
    expect(result.total).toBe("97.01");
    expect(result.indicators.map(({ kind }) => kind)).toEqual(["leaf", "bonus", "penalty"]);
  });
  test("the total may pass 满分, unless capped; it never falls below 0", () => {
    const bonus = { extras: [extra("创新", "bonus", 5, m.lit(5))] };
    expect(m.scored(of([base], bonus)).total).toBe("103.00");
    expect(m.scored(of([base], bonus, { caps: [{ of: m.lit(100), origin: m.AT }] })).total).toBe("100.00");
    const penalty = { extras: [extra("通报", "penalty", 10, m.lit(0))] };
    expect(m.scored(of([m.leaf("甲", 100, m.lit(4))], penalty)).total).toBe("0.00");
  });
  test("left out, an extra does neither", () => {
    for (const as of ["redistribute", "rescale"] as const) {
      const result = m.scored(of([base], { extras: [extra("通报", "penalty", 10, m.lit(0), out(as))] }));
      expect(result.total).toBe("98.00");
      expect(m.scores(result)).toMatchObject({ 通报: "notApplicable" });
    }
    expect(
      m.scored(of([base], { extras: [extra("通报", "penalty", 10, m.lit(0), out("redistribute", OPEN))] }))
        .range,
    ).toEqual(["88.00", "98.00"]);
  });
  test("extras come after 折算", () => {
    const result = m.scored(
      of([m.leaf("甲", 10, m.lit(1), out("rescale")), m.leaf("乙", 90, m.lit(81))], {
        extras: [extra("创新", "bonus", 5, m.lit(2))],
      }),
    );
    expect(result.total).toBe("92.00");
  });
  test("what goes beyond 分值 is a bonus of its own", () => {
    const result = m.scored(
      of([
        m.leaf("甲", 10, m.lit("11.555"), { upTo: m.q(12) }),
        m.leaf("乙", 10, m.lit(8), { upTo: m.q(12) }),
      ]),
    );
    expect(m.scores(result)).toEqual({ 甲: "10.00", 乙: "8.00", "甲#bonus": "1.56" });
    expect(m.indicator(result, "甲#bonus")).toMatchObject({ kind: "bonus", points: "2", state: "scored" });
    expect(result.total).toBe("19.56");
    const open = m.scored(of([m.leaf("甲", 10, m.sum(m.lit(5), points(X)), { upTo: m.q(12) })]));
    expect(m.scores(open)).toEqual({ 甲: "5.00~10.00", "甲#bonus": "0.00~2.00" });
    expect(open.range).toEqual(["5.00", "12.00"]);
  });
});

describe("§5.9 what may or may not count", () => {
  test("every combination is worked out", () => {
    const result = m.scored(
      of([
        m.leaf("甲", 10, m.lit(2), out("redistribute", OPEN)),
        m.leaf("乙", 10, m.lit(8)),
        m.leaf("丙", 20, m.lit(20)),
      ]),
    );
    // With 甲: 2 + 8 + 20; without: 10.67 and 26.67, or 13.33 × 0.8 + 26.67
    expect(m.scores(result)).toEqual({ 甲: "2.00~2.00", 乙: "8.00~10.66", 丙: "20.00~26.67" });
    expect(result.range).toEqual(["30.00", "37.33"]);
    for (const { state, missing } of result.indicators) expect([state, missing]).toEqual(["pending", ["X"]]);
  });
  test("equal results decide the total", () => {
    const result = m.scored(
      of([m.leaf("甲", 10, m.lit(10), out("redistribute", OPEN)), m.leaf("乙", 10, m.lit(10))]),
    );
    expect(result).toMatchObject({ total: "20.00", range: null, complete: false });
    expect(m.indicator(result, "甲").state).toBe("pending");
  });
  test("256 combinations are worked out, one indicator more is too many", () => {
    // Full marks whatever counts: 10分 in every combination of eight that may count or not.
    const open = (count: number, extras: readonly Leaf[] = []) =>
      m.scored(
        of(
          [
            m.group("组", 10, [
              ...Array.from({ length: count }, (_, i) =>
                m.leaf(`组/${i}`, 1, m.lit(1), out("redistribute", OPEN)),
              ),
              m.leaf("组/定", 10 - count, m.lit(10 - count)),
            ]),
          ],
          { extras },
        ),
      );
    expect(open(8)).toMatchObject({ total: "10.00", range: null });
    expect(open(9)).toMatchObject({ total: null, range: ["0.00", "10.00"] });
    // A 加分项 that may count or not changes no weight, so it is no combination.
    const bonus = m.leaf("创新", 5, m.lit(5), { sense: "bonus", ...out("redistribute", OPEN) });
    expect(open(8, [bonus])).toMatchObject({ total: null, range: ["10.00", "15.00"] });
  });
  test("beyond 256 combinations results are bounded", () => {
    const leaves = Array.from({ length: 12 }, (_, i) =>
      m.leaf(`组/${i}`, 5, m.lit(4), out(i % 2 === 0 ? "redistribute" : "rescale", OPEN)),
    );
    const result = m.scored(
      of([
        m.group("组", 60, leaves),
        m.group("别组", 30, [m.leaf("别组/甲", 30, m.lit(21))]),
        m.leaf("乙", 10, m.lit(9)),
      ]),
    );
    expect(m.indicator(result, "组")).toMatchObject({ state: "pending", range: ["0.00", "100.00"] });
    expect(m.indicator(result, "组/0")).toMatchObject({ state: "pending", range: ["0.00", "100.00"] });
    // Nothing is open in 别组, but without 组 it weighs 75分, and 甲 gives 52.50.
    expect(m.indicator(result, "别组/甲")).toMatchObject({ state: "pending", range: ["0.00", "100.00"] });
    expect(result).toMatchObject({ total: null, range: ["0.00", "100.00"] });
    expect(m.scored(of([m.group("组", 60, leaves)]), { X: 0 }).total).toBe("48.00");
  });
});

describe("§5.9 what a bound of what goes beyond 分值 takes in", () => {
  // Ten open leaves of 0.70分 are more than 256 combinations. All out, 甲 weighs 10分: 3.62 × 10 ÷ 3 = 12.0667, so 12.07.
  const others = Array.from({ length: 10 }, (_, i) =>
    m.leaf(`组/${i}`, "0.7", m.lit("0.7"), out("redistribute", OPEN)),
  );
  const whole = m.group("组", 10, [m.leaf("组/甲", 3, m.lit("3.62"), { upTo: m.q("3.62") }), ...others]);
  const grades = [
    { name: "优", atLeast: m.q("12.07"), strict: false },
    { name: "差", atLeast: undefined, strict: false },
  ];
  test("its rounding", () => {
    const open = m.scored(of([whole], { grades }));
    expect(open.range).toEqual(["0.00", "12.07"]);
    expect(open.grades).toEqual(["优", "差"]);
    const left = Array.from({ length: 10 }, (_, i) =>
      m.leaf(`组/${i}`, "0.7", m.lit("0.7"), out("redistribute")),
    );
    const decided = m.scored(
      of([{ ...whole, children: [...whole.children.slice(0, 1), ...left] }], { grades }),
    );
    expect([decided.total, decided.grade]).toEqual(["12.07", "优"]);
    expect(m.indicator(decided, "组/甲#bonus")).toMatchObject({
      score: "2.07",
      points: "0.62",
      apportioned: "2.07",
    });
  });
});

describe("§5.10 errors go up, before what is pending", () => {
  test("others go on", () => {
    const result = m.scored(
      of([
        m.group("组", 20, [m.leaf("组/甲", 10, BROKEN), m.leaf("组/乙", 10, points(X))]),
        m.leaf("丙", 10, m.lit(7)),
      ]),
    );
    expect(m.scores(result)).toEqual({ 组: "error", "组/甲": "error", "组/乙": "0.00~10.00", 丙: "7.00" });
    expect(result).toMatchObject({ total: null, range: null, grade: null, grades: [], complete: false });
  });
});

describe("§6 the grade", () => {
  const graded = (score: Expr, more: Partial<Leaf> = {}, values = {}) =>
    m.scored(of([m.leaf("甲", 100, score, more)]), values);
  test.each([
    ["90", "优"],
    ["89.994", "良"],
    ["89.995", "优"],
    ["80", "良"],
    ["60", "中"],
    ["59.99", "差"],
    ["0", "差"],
  ])("§6.1 %s is %s", (score, grade) => {
    expect(graded(m.lit(score))).toMatchObject({ grade, grades: [grade] });
  });
  test("a strict bound is not reached", () => {
    const grades = [
      { name: "优", atLeast: m.q(90), strict: true },
      { name: "良", atLeast: undefined, strict: false },
    ];
    expect(m.scored(of([m.leaf("甲", 100, m.lit(90))], { grades })).grade).toBe("良");
    expect(m.scored(of([m.leaf("甲", 100, m.lit("90.01"))], { grades })).grade).toBe("优");
  });
  test("§6.2 all that are possible, best first; one is decided", () => {
    const open = (base: number) => graded(m.sum(m.lit(base), points(X)));
    expect(open(78)).toMatchObject({
      grade: null,
      grades: ["良", "中"],
      total: null,
      range: ["78.00", "88.00"],
    });
    expect(open(80)).toMatchObject({ grade: null, grades: ["优", "良"] });
    expect(open(61)).toMatchObject({ grade: "中", grades: ["中"], total: null });
    expect(open(61).diagnostics.map(({ code }) => code)).toEqual(["H3121"]);
    expect(open(80).diagnostics.map(({ code }) => code)).toEqual(["H3121", "H3122"]);
  });
  test("§6.2 the only one is not decided while the total may be an error, or there may be none", () => {
    // 0 to 10分 whatever is filed, but X = 0 divides by 0.
    const fails = graded(m.extreme("min", m.lit(10), m.over(m.POINTS, m.lit(1), X)));
    expect(fails).toMatchObject({ grade: null, grades: ["差"], complete: false });
    expect(fails.diagnostics.find(({ code }) => code === "H3122")?.message.zh).toContain(
      "可能是 差，也可能没有合计",
    );
    expect(fails.explanation).toContain("等级可能是 差");
    const none = m.scored(of([m.leaf("甲", 100, m.lit(95), out("redistribute", OPEN))]));
    expect(none).toMatchObject({ grade: null, grades: ["优"], complete: false });
    // Beside one that counts in any case the total is there.
    const sure = m.scored(
      of([m.leaf("甲", 50, m.lit("47.5"), out("redistribute", OPEN)), m.leaf("乙", 50, m.lit("47.5"))]),
    );
    expect(sure).toMatchObject({ grade: "优", grades: ["优"] });
  });
  test("§6.3 等级 不高于", () => {
    expect(graded(m.lit(95), { vetoes: [limit("良")] }).grade).toBe("良");
    expect(graded(m.lit(95), { vetoes: [limit("良"), limit("中")] }).grade).toBe("中");
    expect(graded(m.lit(50), { vetoes: [limit("良")] }).grade).toBe("差");
    expect(graded(m.lit(95), { vetoes: [limit("良", m.truth(false))] }).grade).toBe("优");
    expect(graded(m.lit(95), { vetoes: [limit("中", OPEN)] })).toMatchObject({
      total: "95.00",
      grade: null,
      grades: ["优", "中"],
      complete: false,
    });
    expect(graded(m.lit(95), { vetoes: [limit("良"), limit("中", OPEN)] }).grades).toEqual(["良", "中"]);
    expect(graded(m.lit(95), { vetoes: [limit("中")], ...out("fullMarks") }).grade).toBe("优");
    // What makes no difference keeps nothing open: 50 is 差 anyway, and 中 is below 良.
    expect(graded(m.lit(50), { vetoes: [limit("中", OPEN)] }).grade).toBe("差");
    expect(graded(m.lit(95), { vetoes: [limit("中"), limit("良", OPEN)] }).grade).toBe("中");
    const grouped = (vetoes: Leaf["vetoes"]) =>
      m.scored(of([m.group("组", 100, [m.leaf("组/甲", 100, m.lit(95))], { vetoes })])).grade;
    expect(grouped([limit("中")])).toBe("中");
    expect(m.scored(of([m.leaf("甲", 100, m.lit(95))], {}, { vetoes: [limit("差")] })).grade).toBe("差");
  });
  const root = (vetoes: Leaf["vetoes"], values = {}) =>
    m.scored(of([m.leaf("甲", 100, m.lit(95))], {}, { vetoes }), values);
  const inGroup = (vetoes: Leaf["vetoes"], values = {}) =>
    m.scored(of([m.group("组", 100, [m.leaf("组/甲", 100, m.lit(95))], { vetoes })]), values);
  test.each([
    ["a leaf", (vetoes: Leaf["vetoes"], values) => graded(m.lit(95), { vetoes }, values), "甲"],
    ["a group", inGroup, "组"],
    ["the whole", root, "测试"],
  ])(
    "§4.6, §6.3 等级 不高于 of %s leaves the score alone where it cannot be worked out",
    (_, scored, name) => {
      // 1 ÷ X > 1分: X = 0 cannot be told, 0.5 holds, 2 does not.
      const fails = limit("中", m.compare(m.over(m.POINTS, m.lit(1), X), ">", m.lit(1)));
      const result = scored([fails], { X: 0 });
      expect(result).toMatchObject({ total: "95.00", grade: null, grades: ["优", "中"], complete: false });
      expect(new Set(Object.values(m.scores(result)))).toEqual(new Set(["95.00"]));
      expect(result.diagnostics.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([
        `H3114 “${name}”的否决是否限制等级，无法判断：除数 X 等于 0`,
        "H3122 等级未定：合计 95.00分，否决（1分 ÷ X > 1分）成立与否未定，可能是 优、中",
      ]);
      expect(result.explanation).toContain(
        "否决（1分 ÷ X > 1分）成立与否无法判断，因为除数 X 等于 0；等级可能是 优、中",
      );
      expect(scored([fails], { X: "0.5" })).toMatchObject({ total: "95.00", grade: "中", complete: true });
      expect(scored([fails], { X: 2 })).toMatchObject({ total: "95.00", grade: "优", complete: true });
      // One that holds and limits as much makes it no matter.
      expect(scored([fails, limit("差")], { X: 0 })).toMatchObject({ grade: "差", complete: true });
      // Missing, it may be either, or an error.
      const open = scored([fails], {});
      expect(open).toMatchObject({ total: "95.00", grade: null, grades: ["优", "中"] });
      expect(open.diagnostics.map(({ code }) => code)).toEqual(["H3121", "H3122"]);
    },
  );
  test("§6.3 data that cannot be used leave the grade open too, and are reported at their field", () => {
    const result = root([limit("中", OPEN)], { X: 11 });
    expect(result).toMatchObject({ total: "95.00", grade: null, grades: ["优", "中"] });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["H3101", "H3122"]);
    expect(result.diagnostics[1]?.mend.zh).toBe("更正否决的条件所用的数据");
  });
  test("§3.6 an open 等级 不高于 or 封顶 names what it waits for, where it makes a difference", () => {
    const told = (result: Result) =>
      result.diagnostics.filter(({ code }) => code === "H3121").map(({ message }) => message.zh);
    expect(told(root([limit("中", OPEN)]))).toEqual(["待补 1项数据：X（涉及 整体）"]);
    expect(told(inGroup([limit("中", OPEN)]))).toEqual(["待补 1项数据：X（涉及 组）"]);
    expect(told(root([limit("差"), limit("中", OPEN)]))).toEqual([]);
    const capped = (cap: number, inner: boolean) => {
      const caps = [{ of: m.lit(cap), when: OPEN, origin: m.AT }];
      const only = m.leaf("甲", 100, m.lit(95));
      return inner
        ? m.scored(of([m.group("组", 100, [only], { caps })]))
        : m.scored(of([only], {}, { caps }));
    };
    expect(told(capped(60, false))).toEqual(["待补 1项数据：X（涉及 整体）"]);
    expect(told(capped(60, true))).toEqual(["待补 1项数据：X（涉及 组）"]);
    expect(capped(60, false).explanation).toBe(
      "合计 待补：缺少 X；得分在 60.00分 至 95.00分 之间；等级可能是 优、良、中。",
    );
    // 95 is not above 96 anyway.
    expect(told(capped(96, false))).toEqual([]);
    expect(capped(96, false).total).toBe("95.00");
  });
});
