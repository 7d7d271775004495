/** Sentences and steps: docs/reference/semantics.md, sections 7 and 8. */
import type { Expr, Group, Leaf, Program } from "@heng/lang";
import { describe, expect, test } from "vitest";
import { score, type Step } from "../src/index.ts";
import * as m from "./make.ts";

const EXECUTED = { 全年支出数: "28984500", 全年预算数: "33594500" };
const OPEN = m.compare(m.input("X"), ">=", m.lit(1, m.NUMBER));
const X = m.field("X", m.NUMBER, "[0, 10]");

/** The sentence of a leaf 甲 beside another one of 10分. */
function told(
  standard: Expr,
  more: Partial<Leaf> = {},
  values: Parameters<typeof m.filing>[0] = {},
  of: Partial<Program> = {},
): string {
  const { points } = m.leaf("甲", 10, standard);
  const program = m.program([m.leaf("甲", 10, standard, { points, ...more }), m.leaf("乙", 10, m.lit(10))], {
    fields: [X],
    ...of,
  });
  return m.indicator(m.scored(program, values), "甲").explanation;
}

describe("§7.1 the sentence of a leaf", () => {
  test("value, what is said, the taken formula, rounding, basis", () => {
    expect(m.indicator(m.scored(m.execution(), EXECUTED), "预算执行率").explanation).toBe(
      "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%；未达目标 100%，得分 = 86.28% × 10分 = 8.63分（8.6277…，四舍五入到 0.01）。依据：甘财绩〔2022〕7号。",
    );
  });
  test("no figure is rounded to the one that it is compared with", () => {
    // 28984500 ÷ 33594500 = 86.2775…%, of a target of 86.28%.
    const target = m.lit("86.28%", m.RATIO);
    const value = m.use("预算执行率#value");
    const standard = m.when(
      m.compare(value, ">=", target),
      m.lit(10),
      m.lit(0),
      m.say("已达目标 {}", target),
      m.say("未达目标 {}", target),
    );
    const { definitions, fields } = m.execution();
    const program = m.program([m.leaf("预算执行率", 10, standard, { value })], { definitions, fields });
    expect(m.indicator(m.scored(program, EXECUTED), "预算执行率").explanation).toBe(
      "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.278%；未达目标 86.28%，得 0分。",
    );
    // What was filed is shown as it was filed.
    const filed = [
      { id: "预算执行率#value", name: { zh: "率", en: "率" }, of: m.input("满意度", m.RATIO), origin: m.AT },
    ];
    const of = m.program([m.leaf("预算执行率", 10, standard, { value })], {
      definitions: filed,
      fields: [m.field("满意度", m.RATIO, "[0, 1]")],
    });
    expect(m.indicator(m.scored(of, { 满意度: "86.2799996%" }), "预算执行率").explanation).toBe(
      "预算执行率 = 满意度 86.2799996%；未达目标 86.28%，得 0分。",
    );
  });
  test("in English", () => {
    const result = score(m.execution(), m.filing(EXECUTED), { lang: "en" });
    expect(m.indicator(result, "预算执行率").explanation).toBe(
      "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%; 未达目标 100%, score = 86.28% × 10分 = 8.63分 (8.6277…, rounded half up to 0.01). Basis: 甘财绩〔2022〕7号.",
    );
  });
  test("figures keep the decimals that are known, scores those of the table", () => {
    // 893003 ÷ 1000001 = 89.30021…%, and nothing it is compared with is near.
    const value = m.over(m.RATIO, m.input("X"), m.input("Y"));
    const of = (x: number, y: number, standard: Expr) =>
      m.indicator(
        m.scored(
          m.program([m.leaf("甲", 10, standard, { value })], { fields: [m.field("X"), m.field("Y")] }),
          { X: x, Y: y },
        ),
        "甲",
      ).explanation;
    const share = m.times(m.POINTS, value, m.lit(10));
    expect(of(893003, 1000001, share)).toBe(
      "甲 = X 893003 ÷ Y 1000001 = 89.30%，得分 = X 893003 ÷ Y 1000001 × 10分 = 8.93分（8.9300…，四舍五入到 0.01）。",
    );
    expect(of(899999, 1000001, share)).toContain("× 10分 = 9.00分（8.9999…，四舍五入到 0.01）。");
    expect(of(1, 1000001, share)).toContain("× 10分 = 0.00分（0.0000…，四舍五入到 0.01）。");
    // 90% stands in the rules: what falls short of it is not shown as it.
    const due = m.when(m.compare(value, ">=", m.lit("9/10", m.RATIO)), m.lit(10), m.lit("41/5"));
    expect(of(899999, 1000001, due)).toBe("甲 = X 899999 ÷ Y 1000001 = 89.9998%，得 8.20分。");
  });
  test("a literal needs no formula, and nothing is rounded where nothing changes", () => {
    expect(
      m.indicator(m.scored(m.execution(), { 全年支出数: 100, 全年预算数: 100 }), "预算执行率").explanation,
    ).toBe(
      "预算执行率 = 全年支出数 0.01万元 ÷ 全年预算数 0.01万元 = 100%；已达目标 100%，得 10分。依据：甘财绩〔2022〕7号。",
    );
    expect(told(m.lit("8.625"))).toBe("得 8.63分（8.625，四舍五入到 0.01）。");
  });
  test("a value that is one input is not repeated", () => {
    const value = m.use("甲#value");
    const definitions = [
      { id: "甲#value", name: { zh: "甲", en: "甲" }, of: m.input("满意度", m.RATIO), origin: m.AT },
    ];
    const of = { definitions, fields: [m.field("满意度", m.RATIO, "[0, 1]")] };
    expect(told(m.lit(10), { value }, { 满意度: "95%" }, of)).toBe("甲 = 满意度 95%，得 10分。");
  });
  test("steps say their part once, parts before wholes, cases before what they lead to, and only where taken", () => {
    const over = m.step(
      "甲#超出",
      m.minus(m.input("X"), m.lit(2, m.NUMBER)),
      m.say("超出 {}次", m.input("X")),
    );
    const take = m.step("甲#扣分", m.times(m.POINTS, over, m.lit("0.5")), m.say("扣 {}", over));
    const unused = m.step("甲#别的", m.lit(1), m.say("没有用到"));
    const standard = m.when(
      m.compare(over, ">", m.lit(0, m.NUMBER)),
      m.minus(m.lit(10), take),
      unused,
      m.say("超过基准"),
    );
    expect(told(standard, {}, { X: 5 })).toBe("超出 5次；超过基准；扣 3，得分 = 10分 - 1.5分 = 8.50分。");
    expect(told(standard, {}, { X: 1 })).toBe("超出 1次；没有用到，得 1分。");
  });
  test("what was said last is not said again as the score", () => {
    expect(told(m.step("甲#步", m.lit(2), m.say("酌情得 {}", m.lit(2))))).toBe("酌情得 2分。");
    expect(told(m.step("甲#步", m.lit("3/2"), m.say("酌情得 {}", m.lit("3/2"))))).toBe("酌情得 1.5分。");
    expect(told(m.step("甲#步", m.lit(2), m.say("酌情得 {}", m.lit(12))))).toBe("酌情得 12分，得 2分。");
  });
  test("a name that has “ ” stands in 「 」", () => {
    const program = m.program([m.leaf("“三公经费”控制率", 10, m.input("X"))], { fields: [X] });
    expect(m.scored(program).explanation).toContain("待补：「“三公经费”控制率」 未定");
  });
  test("§7.2 clamping is mentioned where it bit", () => {
    const standard = m.minus(m.lit(10), m.times(m.POINTS, m.input("X"), m.lit(2)));
    expect(told(standard, {}, { X: 6 })).toBe("得分 = 10分 - X 6 × 2分 = -2分，不低于 0分，得 0分。");
    expect(told(m.times(m.POINTS, m.input("X"), m.lit(2)), {}, { X: 6 })).toBe(
      "得分 = X 6 × 2分 = 12分，最高 10分，得 10分。",
    );
    expect(told(m.lit(12))).toBe("最高 10分，得 10分。");
    expect(told(m.lit(12), { upTo: m.q(12) })).toBe("得 12分，其中 2分 超过分值，计作加分。");
  });
  test("不适用 and 否决", () => {
    const when = m.compare(m.input("X"), "=", m.lit(0, m.NUMBER));
    const as = (treatment: Leaf["notApplicable"][number]["as"]) =>
      told(m.lit(1), { notApplicable: [{ when, as: treatment, origin: m.AT }] }, { X: 0 });
    expect(as("fullMarks")).toBe("X 0 = 0，因此不适用，按满分计，得 10分。");
    expect(as("zero")).toBe("X 0 = 0，因此不适用，按零分计，得 0分。");
    expect(as("redistribute")).toBe("X 0 = 0，因此不适用，剔除，分值分摊给同级其他指标。");
    const within = (children: readonly Leaf[], more: Partial<Group> = {}) =>
      m.indicator(
        m.scored(m.program([m.group("组", 10, children, more), m.leaf("丙", 5, m.lit(5))])),
        "组/甲",
      ).explanation;
    const gone = (name: string) =>
      m.leaf(name, 5, m.lit(5), {
        notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }],
      });
    const stays = m.leaf("组/乙", 5, m.lit(5));
    expect(within([gone("组/甲"), stays])).toContain("剔除，分值分摊给同级其他指标。");
    expect(within([gone("组/甲"), stays], { combine: { kind: "average" } })).toContain(
      "不适用，不计入平均。",
    );
    const shares = [m.q("1/2"), m.q("1/2")];
    expect(within([gone("组/甲"), stays], { combine: { kind: "weighted", shares } })).toContain(
      "不适用，不计入加权平均。",
    );
    expect(within([gone("组/甲"), gone("组/乙")])).toContain("剔除，同级各项也不适用。");
    const extra = m.leaf("罚", 5, m.lit(0), {
      sense: "penalty",
      notApplicable: [{ when: m.truth(true), as: "rescale", origin: m.AT }],
    });
    const whole = m.scored(m.program([m.leaf("丙", 5, m.lit(5))], { extras: [extra] }));
    expect(m.indicator(whole, "罚").explanation).toContain("因此不适用，不扣分。");
    expect(as("rescale")).toBe("X 0 = 0，因此不适用，不计分值，由上级折算。");
    expect(told(m.lit(1), { vetoes: [{ when, gets: m.lit(0), origin: m.AT }] }, { X: 0 })).toBe(
      "否决（X 0 = 0），得 0分。",
    );
  });
  test("a condition on yes or no, or on an option, is told as the fact", () => {
    const archive = { kind: "option", options: ["完备", "不完备"] } as const;
    const fields = [m.field("采购", m.YES_NO), m.field("档案", archive), X];
    const purchase = m.input("采购", m.YES_NO);
    const word = (value: string): Expr => ({ node: "option", type: archive, value });
    const as = (when: Expr) =>
      told(
        m.lit(1),
        { notApplicable: [{ when, as: "fullMarks", origin: m.AT }] },
        { 采购: false, 档案: { kind: "option", value: "完备" }, X: 3 },
        { fields },
      ).replace(/，因此.*/, "");
    expect(as(m.not(purchase))).toBe("「采购」为“否”");
    expect(as(m.compare(purchase, "=", m.truth(false)))).toBe("「采购」为“否”");
    expect(as(m.compare(m.input("档案", archive), "≠", word("不完备")))).toBe("「档案」为“完备”");
    expect(as(m.and(m.not(purchase), m.compare(m.input("X"), ">", m.lit(2, m.NUMBER))))).toBe(
      "「采购」为“否” 且 X 3 > 2",
    );
    const program = m.program(
      [m.leaf("甲", 10, m.lit(1), { notApplicable: [{ when: m.not(purchase), as: "zero", origin: m.AT }] })],
      { fields },
    );
    const english = score(program, m.filing({ 采购: false }), { lang: "en" });
    expect(m.indicator(english, "甲").explanation).toBe(
      '"采购" is "no", so not applicable: no marks, score 0分.',
    );
  });
  describe("rows behind a sum", () => {
    const rowLists = [
      {
        name: "项目",
        atMost: 20,
        columns: [m.field("资金"), m.field("率", m.RATIO), m.field("属实", m.YES_NO)],
      },
    ];
    const column = (name: string, type = m.NUMBER): Expr => ({
      node: "column",
      type,
      rows: "项目",
      column: name,
    });
    const over = (fold: "total" | "count" | "weightedAverage", more: object, type = m.NUMBER): Expr => ({
      node: "aggregate",
      type,
      fold,
      rows: "项目",
      ...more,
    });
    const filed = (n: number) =>
      new Map([
        [
          "项目",
          Array.from({ length: n }, (_, i) => m.row({ 资金: `0.${i + 1}`, 率: `${i + 1}0%`, 属实: i !== 1 })),
        ],
      ]);
    const of = (e: Expr, n: number) => {
      const standard = m.times(m.POINTS, e, m.lit(1));
      const result = m.scored(m.program([m.leaf("甲", 10, standard)], { rowLists }), {}, { rows: filed(n) });
      return m.indicator(result, "甲");
    };
    const total = over("total", { of: column("资金") });
    test("are all told while they are few", () => {
      const { explanation, steps } = of(total, 2);
      expect(explanation).toBe(
        "合计(项目.资金) 的各行：第 1行 0.1、第 2行 0.2，得分 = 合计(项目.资金) 0.3 × 1分 = 0.30分。",
      );
      expect(steps.find(({ name }) => name === "合计(项目.资金)")?.said).toBe("第 1行 0.1、第 2行 0.2");
    });
    test("are counted beyond the fifth, and where they do not count", () => {
      expect(of(total, 8).explanation).toMatch(/第 5行 0\.5，另有 3行，/);
      const some = over("total", { of: column("资金"), when: column("属实", m.YES_NO) });
      expect(of(some, 3).explanation).toMatch(/的各行：第 1行 0\.1、第 3行 0\.3，1行不计入，得分/);
      expect(of(total, 0).explanation).toMatch(/的各行：没有计入的行，/);
    });
    test("of a count by number, of a weighted average with the weights", () => {
      expect(of(over("count", { when: column("属实", m.YES_NO) }), 3).explanation).toMatch(
        /^计数\(项目 当 项目\.属实\) 的各行：第 1行、第 3行，1行不计入，/,
      );
      const weighted = over(
        "weightedAverage",
        { of: column("率", m.RATIO), weight: column("资金") },
        m.RATIO,
      );
      expect(of(weighted, 2).explanation).toMatch(/：第 1行 10%（权重 0\.1）、第 2行 20%（权重 0\.2），/);
      // 0.01 + 0.04 over 0.3: a sixth.
      expect(of(weighted, 2).explanation).toContain("，(10% × 0.1 + 20% × 0.2) ÷ 0.3，");
      expect(of(weighted, 6).explanation).toContain("（权重 0.5），另有 1行，得分");
      const leaf = m.leaf("甲", 10, m.times(m.POINTS, weighted, m.lit(10)), { value: weighted });
      const result = m.scored(m.program([leaf], { rowLists }), {}, { rows: filed(2) });
      expect(m.indicator(result, "甲").explanation).toMatch(
        /^甲 = 加权平均\(项目\.率, 项目\.资金\) = 16\.67%；/,
      );
    });
  });
  test("§7.3 what is pending, and what is decided all the same", () => {
    expect(told(m.times(m.POINTS, m.input("X"), m.lit(1)))).toBe(
      "待补：缺少 X；得分在 0.00分 至 10.00分 之间。",
    );
    expect(told(m.lit(10), { notApplicable: [{ when: OPEN, as: "fullMarks", origin: m.AT }] })).toBe(
      "不论 X 是多少，得 10分。",
    );
    expect(told(m.lit(4), { notApplicable: [{ when: OPEN, as: "redistribute", origin: m.AT }] })).toBe(
      "待补：缺少 X；得分在 4.00分 至 4.00分 之间；是否适用待定。",
    );
  });
  test("§7.3 errors say why", () => {
    expect(told(m.over(m.POINTS, m.lit(1), m.minus(m.input("X"), m.input("X"))), {}, { X: 1 })).toBe(
      "无法计算：除数 X - X 等于 0。",
    );
    expect(told(m.times(m.POINTS, m.input("X"), m.lit(1)), {}, { X: 11 })).toBe("无法计算：“X”的填报有误。");
    expect(told(m.fault(m.cause("无档")))).toBe("无法计算：无档 之故。");
  });
  test("the weight after 剔除", () => {
    const program = (standard: Expr) =>
      m.program(
        [
          m.leaf("甲", 1, standard),
          m.leaf("乙", 1, m.lit(1)),
          m.leaf("丙", 1, m.lit(1)),
          m.leaf("丁", 1, m.lit(1), {
            notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }],
          }),
        ],
        { fields: [X] },
      );
    const first = (standard: Expr) => m.indicator(m.scored(program(standard), { X: 7 }), "甲").explanation;
    expect(first(m.lit(1))).toBe("分值经剔除分摊为 1.34分，得 1.34分。");
    expect(first(m.lit(0))).toBe("分值经剔除分摊为 1.34分，得 0分。");
    expect(first(m.lit("0.5"))).toBe("分值经剔除分摊为 1.34分，得分 = 0.5分 × 1.34 ÷ 1 = 0.67分。");
    expect(first(m.times(m.POINTS, m.input("X"), m.lit("0.1")))).toBe(
      "分值经剔除分摊为 1.34分，得分 = X 7 × 0.1分 × 1.34 ÷ 1 = 0.94分（0.938，四舍五入到 0.01）。",
    );
  });
  test("§7.4 the nearest basis", () => {
    const program = m.program(
      [
        m.group("组", 2, [m.leaf("组/甲", 1, m.lit(1), { basis: "己" }), m.leaf("组/乙", 1, m.lit(1))], {
          basis: "组的",
        }),
        m.leaf("丙", 1, m.lit(1)),
      ],
      { basis: "总的" },
    );
    const result = m.scored(program);
    expect(["组/甲", "组/乙", "丙"].map((id) => m.indicator(result, id).explanation)).toEqual([
      "得 1分。依据：己。",
      "得 1分。依据：组的。",
      "得 1分。依据：总的。",
    ]);
  });
});

describe("§7 groups and the total", () => {
  const rescaled = { notApplicable: [{ when: m.truth(true), as: "rescale", origin: m.AT }] } as const;
  test("sums, 折算, extras, caps and the grade", () => {
    const program = m.program(
      [
        m.group("组", 90, [m.leaf("组/甲", 40, m.lit("8.6277")), m.leaf("组/乙", 50, m.lit("31.9"))]),
        m.leaf("丙", 10, m.lit(1), rescaled),
      ],
      {
        grades: m.GRADES,
        extras: [
          m.leaf("创新", 5, m.lit(2), { sense: "bonus" }),
          m.leaf("通报", 3, m.lit(2), { sense: "penalty" }),
        ],
      },
      { caps: [{ of: m.lit(46), origin: m.AT }] },
    );
    const result = m.scored(program);
    expect(m.indicator(result, "组").explanation).toBe("组 = 8.63 + 31.90 = 40.53分。");
    expect(result.explanation).toBe(
      "合计 = 40.53分；“丙” 不适用，未计入；适用分值 90分；折算 = 40.53 ÷ 90 × 100分 = 45.03分（45.0333…，四舍五入到 0.01）；“创新” +2.00、“通报” -1.00，加减分后 46.03分；封顶 46分；等级 差。",
    );
    expect(m.indicator(result, "通报").explanation).toBe("扣 1分。");
  });
  test("of a 扣分项 only what is taken", () => {
    const taken = (standard: Expr) => {
      const extras = [m.leaf("通报", 5, standard, { sense: "penalty" })];
      return m.indicator(m.scored(m.program([m.leaf("甲", 1, m.lit(1))], { extras })), "通报").explanation;
    };
    expect(taken(m.lit(5))).toBe("不扣分。");
    expect(taken(m.lit(6))).toBe("不扣分。");
    expect(taken(m.lit(3))).toBe("扣 2分。");
    expect(taken(m.lit(-1))).toBe("最多扣 5分，扣 5分。");
    expect(taken(m.lit("3.332"))).toBe("扣 1.67分（1.668，四舍五入到 0.01）。");
    // 5 - 3.335 = 1.665: what is taken is rounded, not what is left.
    expect(taken(m.lit("3.335"))).toBe("扣 1.67分（1.665，四舍五入到 0.01）。");
  });
  test("bonus and penalty that cancel", () => {
    const of = (given: Expr, left: Expr) =>
      m.scored(
        m.program([m.leaf("甲", 10, m.lit(8))], {
          extras: [
            m.leaf("创新", 5, given, { sense: "bonus" }),
            m.leaf("通报", 3, left, { sense: "penalty" }),
          ],
        }),
      ).explanation;
    expect(of(m.lit(2), m.lit(1))).toBe("合计 = 8.00分；“创新” +2.00、“通报” -2.00，加减分后 8.00分。");
    expect(of(m.lit(0), m.lit(3))).toBe("合计 = 8.00分。");
  });
  test("means", () => {
    const children = [m.leaf("组/平时", 100, m.lit(85)), m.leaf("组/年终", 100, m.lit(92))];
    const shares = [m.q("0.6"), m.q("0.4")];
    const of = (combine: Parameters<typeof m.group>[3]) =>
      m.indicator(m.scored(m.program([m.group("组", 20, children, combine)])), "组").explanation;
    expect(of({ combine: { kind: "weighted", shares } })).toBe(
      "组 = (85.00 ÷ 100 × 60% + 92.00 ÷ 100 × 40%) × 20分 = 17.56分。",
    );
    expect(of({ combine: { kind: "average" } })).toBe(
      "组 = (85.00 ÷ 100 + 92.00 ÷ 100) ÷ 2 × 20分 = 17.70分。",
    );
  });
  test("pending, failed and left out", () => {
    const point = m.times(m.POINTS, m.input("X"), m.lit(1));
    const program = m.program([m.group("组", 10, [m.leaf("组/甲", 10, point)]), m.leaf("乙", 10, m.lit(5))], {
      fields: [X],
      grades: m.GRADES.map((g) => ({
        ...g,
        ...(g.atLeast ? { atLeast: m.q(g.name === "优" ? 12 : g.name === "良" ? 8 : 6) } : {}),
      })),
    });
    expect(m.scored(program).explanation).toBe(
      "合计 待补：“组” 未定；得分在 5.00分 至 15.00分 之间；等级可能是 优、良、中、差。",
    );
    expect(m.scored(program, { X: 11 }).explanation).toBe("合计 无法得出：“组” 有错误。");
    expect(m.scored(m.program([m.leaf("甲", 1, m.lit(1), rescaled)])).explanation).toBe(
      "各项均不适用，没有合计。",
    );
  });
});

describe("§8 steps", () => {
  const all = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step) => [step, ...all(step.steps)]);
  test("§8.1 in order, with place, formula, numbers and rounding", () => {
    const { steps } = m.indicator(m.scored(m.execution(), EXECUTED), "预算执行率");
    expect(steps.map(({ kind, state }) => [kind, state])).toEqual([
      ["value", "value"],
      ["target", "value"],
      ["score", "value"],
    ]);
    expect(steps[0]).toMatchObject({
      id: "预算执行率#value",
      formula: "全年支出数 ÷ 全年预算数",
      substituted: "全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元",
      value: { exact: "57969/67189", shown: "86.28%", unit: "%" },
      steps: [
        {
          id: "预算执行率#全年支出数",
          kind: "input",
          value: { exact: "2898.45", shown: "2898.45万元", unit: "万元" },
          place: { file: "filing.json", field: "全年支出数" },
        },
        { id: "预算执行率#全年预算数", kind: "input" },
      ],
    });
    expect(steps.at(-1)).toMatchObject({
      id: "预算执行率#score",
      substituted: "86.28% × 10分",
      value: { exact: "8.63", shown: "8.63分", unit: "分" },
      rounding: { places: 2, mode: "halfUp", from: "579690/67189", to: "8.63" },
      citation: "甘财绩〔2022〕7号",
    });
  });
  test("§8.1 what was not worked out is skipped", () => {
    const taken = m.step("甲#甲步", m.times(m.POINTS, m.input("X"), m.lit(1)));
    const skipped = m.step("甲#乙步", m.sum(m.step("甲#丙步", m.lit(1)), m.lit(2)));
    const standard = m.when(OPEN, taken, skipped);
    const vetoes = [{ when: m.compare(m.input("X"), ">", m.lit(9, m.NUMBER)), gets: m.lit(0), origin: m.AT }];
    const program = m.program([m.leaf("甲", 10, standard, { vetoes })], { fields: [X] });
    const steps = (x: number) =>
      m.indicator(m.scored(program, { X: x }), "甲").steps.map(({ id, state }) => `${id} ${state}`);
    expect(steps(3)).toEqual([
      "甲#veto value",
      "甲#X value",
      "甲#甲步 value",
      "甲#乙步 skipped",
      "甲#score value",
    ]);
    expect(steps(10)).toEqual(["甲#veto value", "甲#甲步 skipped", "甲#乙步 skipped", "甲#score value"]);
    expect(m.indicator(m.scored(program), "甲").steps.map(({ id, state }) => `${id} ${state}`)).toEqual(
      [
        "甲#veto missing",
        "甲#X missing",
        "甲#甲步 missing",
        "甲#乙步 value",
        "甲#丙步 value",
        "甲#score missing",
      ].filter((text) => !text.includes("丙步")),
    );
  });
  test("§8.4 numbers are put into the case that was taken, and nothing else is worked out for them", () => {
    const inverse = m.over(m.NUMBER, m.lit(1, m.NUMBER), m.input("X"));
    const positive = m.compare(m.input("X"), ">", m.lit(0, m.NUMBER));
    const step = m.step("甲#甲步", m.when(positive, inverse, m.lit(0, m.NUMBER)));
    const program = m.program([m.leaf("甲", 10, m.times(m.POINTS, step, m.lit(1)))], { fields: [X] });
    const substituted = (x: number) =>
      m.indicator(m.scored(program, { X: x }), "甲").steps.find(({ id }) => id === "甲#甲步")?.substituted;
    expect(substituted(4)).toBe("1 ÷ X 4");
    expect(substituted(0)).toBeNull();
  });
  test("§8.2 everything once, ids unique", () => {
    const definitions = [{ id: "率", name: { zh: "率", en: "rate" }, of: m.input("X"), origin: m.AT }];
    const rate = m.use("率", m.NUMBER);
    const twice = m.sum(m.times(m.POINTS, rate, m.lit(1)), m.times(m.POINTS, rate, m.input("X"), m.lit(1)));
    const program = m.program([m.leaf("甲", 10, twice, { value: rate }), m.leaf("乙", 10, twice)], {
      fields: [X],
      definitions,
    });
    const result = m.scored(program, { X: 2 });
    const ids = result.indicators.flatMap(({ steps }) => all(steps)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(["甲#value", "甲#X", "甲#score", "乙#率", "乙#X", "乙#score"]);
  });
  test("missing figures carry what they can still be", () => {
    const { steps } = m.indicator(m.scored(m.execution(), { 全年支出数: "28984500" }), "预算执行率");
    expect(steps[0]).toMatchObject({ state: "missing", value: null, range: ["0", null] });
    expect(steps[0]?.steps[1]).toMatchObject({ state: "missing", value: null, range: ["0", null] });
  });
  test("those of a group are the turns its score takes", () => {
    const program = m.program([
      m.group("组", 10, [m.leaf("组/甲", 10, m.lit(9))], { caps: [{ of: m.lit(8), origin: m.AT }] }),
    ]);
    expect(m.indicator(m.scored(program), "组").steps.map(({ id, value }) => [id, value?.shown])).toEqual([
      ["组#sum", "9.00分"],
      ["组#cap", "8.00分"],
    ]);
  });
});
