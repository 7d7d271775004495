/** Fields, findings, scenarios, hashes and schemas: docs/reference/semantics.md, sections 3 and 9 to 11. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  CHANGE_FROM_NOTHING,
  compile,
  type ComparisonSign,
  type CrossCheck,
  type Diagnostic,
  type Expr,
  type FaultCause,
  type Leaf,
  type Program,
  type Scenario,
  type Value,
} from "@heng/lang";
import { describe, expect, test } from "vitest";
import {
  canonical,
  filingHash,
  hashOf,
  programHash,
  explain,
  runScenario,
  score,
  summarize,
  type Result,
} from "../src/index.ts";
import * as m from "./make.ts";

const X = m.field("X", m.NUMBER, "[0, 10]");
const x = m.input("X");
const points = (e: Expr): Expr => m.times(m.POINTS, e, m.lit(1));
const byX = (more: Partial<Program> = {}, leaf: Partial<Leaf> = {}) =>
  m.program([m.leaf("甲", 10, points(x), leaf), m.leaf("乙", 10, m.lit(9))], { fields: [X], ...more });

const brief = ({ code, severity, message, place }: Diagnostic): string =>
  `${code} ${severity} ${place?.field ?? "-"} ${message.zh}`;
const found = (result: Result): readonly string[] => result.diagnostics.map(brief);

describe("§3 fields", () => {
  test("§3.1 unreadable data are errors with the reader's own finding; others go on", () => {
    const diagnostic: Diagnostic = {
      code: "H3001",
      severity: "error",
      place: { file: "filing.json", field: "X" },
      data: {},
      message: { zh: "读不出", en: "unreadable" },
      mend: { zh: "", en: "" },
      related: [],
      fixes: [],
    };
    const result = m.scored(byX(), { X: { kind: "unreadable", diagnostic } });
    expect(found(result)).toEqual(["H3001 error X 读不出"]);
    expect(m.scores(result)).toEqual({ 甲: "error", 乙: "9.00" });
  });
  test.each([
    ["[0, 10]", "0", true],
    ["[0, 10]", "10", true],
    ["[0, 10]", "-0.01", false],
    ["[0, 10]", "10.01", false],
    ["(0, 10)", "0", false],
    ["(0, 10)", "10", false],
    ["(0, ∞)", "0.000001", true],
    ["(-∞, 0]", "1", false],
  ])("§3.2 in %s, %s: %s", (within, value, fits) => {
    const result = m.scored(byX({ fields: [m.field("X", m.NUMBER, within)] }), { X: value });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(fits ? [] : ["H3101"]);
  });
  test("§3.2 with the words of both sides", () => {
    const fields = [
      m.field("X", m.RATIO, "[0, 1]"),
      m.field("Y", m.YUAN, "(0, ∞)"),
      m.field("甲#2", m.POINTS, "[2, 5]", { judged: { indicator: "甲", reason: "always", full: m.q(5) } }),
      m.field("改革", { kind: "qualitative" }),
    ];
    const result = m.scored(byX({ fields }), {
      X: "950%",
      Y: 0,
      "甲#2": 6,
      改革: { kind: "qualitative", grade: "达成", share: m.q("110%") },
    });
    expect(found(result)).toEqual([
      "H3101 error X “X”填报为 950%，不在申报范围 [0%, 100%] 之内",
      "H3101 error Y “Y”填报为 0万元，不在申报范围 > 0万元 之内",
      "H3101 error 甲#2 “甲#2”填报为 6分，不在评分范围 [2分, 5分] 之内",
      "H3101 error 改革 “改革”填报为 达成 110%，不在申报范围 [0%, 100%] 之内",
    ]);
    expect(result.diagnostics.find(({ place }) => place?.field === "甲#2")?.mend).toEqual({
      zh: "改为 2分 至 5分",
      en: "Give 2分 to 5分",
    });
  });
  test("§3.3 values of another kind, options and items that are not there", () => {
    const fields = [
      X,
      m.field("档案", { kind: "option", options: ["完备"] }),
      m.field("制度", { kind: "checklist", items: ["合规"] }),
      m.field("是否", m.YES_NO),
      m.field("改革", { kind: "qualitative" }),
      m.field("文", { kind: "text" }),
    ];
    const all: Record<string, Value> = {
      X: { kind: "yesNo", value: true },
      档案: { kind: "option", value: "齐全" },
      制度: { kind: "checklist", met: new Map([["齐全", true]]) },
      是否: m.figure(1),
      改革: m.figure(1),
      文: m.figure(1),
    };
    const result = m.scored(byX({ fields }), all);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => "H3102"));
    expect(found(result)[1]).toBe("H3102 error 档案 “档案”填报为“齐全”，不是该数据能取的值");
    const swapped: Record<string, Value> = {
      档案: m.figure(1),
      制度: m.figure(1),
      是否: { kind: "text", value: "是" },
      改革: { kind: "option", value: "达成" },
      文: { kind: "text", value: "可" },
    };
    expect(m.scored(byX({ fields }), { X: 1, ...swapped }).diagnostics.map(({ code }) => code)).toEqual([
      "H3102",
      "H3102",
      "H3102",
      "H3102",
    ]);
  });
  test("§3.4 rows, each cell at its place", () => {
    const rowLists = [{ name: "项目", atMost: 2, columns: [m.field("资金", m.NUMBER, "[0, 9]")] }];
    const total: Expr = {
      node: "aggregate",
      type: m.NUMBER,
      fold: "total",
      rows: "项目",
      of: { node: "column", type: m.NUMBER, rows: "项目", column: "资金" },
    };
    const program = m.program([m.leaf("甲", 10, points(total))], { rowLists });
    const of = (...rows: readonly Parameters<typeof m.row>[0][]) =>
      m.scored(program, {}, { rows: new Map([["项目", rows.map(m.row)]]) });
    expect(of({ 资金: 3 }, { 资金: 4 }).total).toBe("7.00");
    expect(of({ 资金: 3 }, { 资金: 10 }).diagnostics.map((d) => d.message.zh)).toEqual([
      "“项目[2].资金”填报为 10，不在申报范围 [0, 9] 之内",
    ]);
    expect(found(of({}, {}, {}))).toEqual(["H3103 error 项目 明细“项目”填报了 3行，最多 2行"]);
    expect(m.indicator(of({ 资金: 3 }, {}), "甲").missing).toEqual(["项目[2].资金"]);
    expect(m.indicator(m.scored(program), "甲").missing).toEqual(["项目"]);
  });
  test("§3.6 the missing fields that matter, in order of declaration", () => {
    const fields = [m.field("甲数"), m.field("乙数", m.NUMBER, "[0, 1]"), m.field("丙数"), m.field("丁数")];
    const sum = m.minus(points(m.input("丙数")), points(m.input("甲数")));
    const standard = m.when(
      m.compare(m.input("乙数"), "<=", m.lit(1, m.NUMBER)),
      sum,
      points(m.input("丁数")),
    );
    const result = m.scored(m.program([m.leaf("甲", 10, standard)], { fields }));
    expect(m.indicator(result, "甲").missing).toEqual(["甲数", "丙数"]);
    expect(found(result)).toEqual(["H3121 hint - 待补 2项数据：甲数、丙数（涉及 甲）"]);
  });
});

describe("§9.5 what may be written for missing data", () => {
  const judgedBy = (name: string, more = {}) =>
    m.field(name, m.POINTS, "[0, 3]", {
      judged: { indicator: name, reason: "belowFull", full: m.q(3) },
      ...more,
    });
  const option = { kind: "option", options: ["完备", "不完备"] } as const;
  const mend = (program: Program, values = {}): string =>
    m.scored(program, values).diagnostics.find(({ code }) => code === "H3121")?.mend.zh ?? "";
  const when = (condition: Expr): Expr => m.when(condition, m.lit(10), m.lit(0));
  const picked = (field: string): Expr =>
    m.compare(m.input(field, option), "=", { node: "option", type: option, value: "完备" });
  test("nothing of plain figures", () => {
    expect(mend(byX())).toBe("补齐后得分即可确定");
  });
  test("the words of options, yes and no, grades, each kind once", () => {
    const fields = [
      m.field("档案", option),
      m.field("台账", option),
      m.field("制度", { kind: "checklist", items: ["有", "合规"] }, "(-∞, ∞)", {
        items: [
          { name: "有", note: undefined },
          { name: "合规", note: undefined },
        ],
      }),
      m.field("采购", m.YES_NO),
      m.field("改革", { kind: "qualitative" }),
    ];
    const all = m.and(
      picked("档案"),
      picked("台账"),
      m.input("制度", m.YES_NO, "有"),
      m.input("采购", m.YES_NO),
      m.compare(m.input("改革", m.RATIO, "share"), ">", m.lit("50%", m.RATIO)),
    );
    const program = m.program([m.leaf("甲", 10, when(all))], { fields });
    expect(mend(program).split("；")).toEqual([
      "补齐后得分即可确定",
      "“档案”“台账”填其中一项：完备、不完备",
      "“制度”的各项（有、合规）填“是”或“否”",
      "“采购”填“是”或“否”",
      "“改革”填 达成、部分达成、未达成 之一和百分比，如 达成 90%",
    ]);
    const met = { kind: "checklist", met: new Map([["合规", true]]) } as const;
    expect(mend(program, { 制度: met })).toContain("；“制度.有”“采购”填“是”或“否”；");
  });
  test("the items of a checklist in the order in which they are declared", () => {
    const items = ["有", "合规", "执行"].map((name) => ({ name, note: undefined }));
    const type = { kind: "checklist", items: items.map(({ name }) => name) } as const;
    const all = m.and(...type.items.map((item) => m.input("制度", m.YES_NO, item)));
    const program = m.program([m.leaf("甲", 10, when(all))], {
      fields: [m.field("制度", type, "(-∞, ∞)", { items })],
    });
    const met = { kind: "checklist", met: new Map([["合规", true]]) } as const;
    expect(m.indicator(m.scored(program, { 制度: met }), "甲").missing).toEqual(["制度.有", "制度.执行"]);
  });
  test("who gives a judged score, and in which key and column", () => {
    const fields = [judgedBy("管理/工作"), judgedBy("管理/获奖"), judgedBy("效果/获奖")];
    const standard = m.sum(...fields.map(({ name }) => m.input(name, m.POINTS)));
    expect(mend(m.program([m.leaf("甲", 10, standard)], { fields }))).toBe(
      '补齐后得分即可确定；“工作”“管理/获奖”“效果/获奖”由评分的人打分并写理由，范围是 0分 至 3分：JSON 写 "judged": { "工作": { "score": "3分", "reason": "…" } }；CSV 的分数写在“工作”一列，理由写在“工作 说明”一列',
    );
  });
  test("judged scores of different ranges, each with its own", () => {
    const work = judgedBy("工作");
    const prize = m.field("获奖", m.POINTS, "[0, 2]", {
      judged: { indicator: "获奖", reason: "belowFull", full: m.q(2) },
    });
    const standard = m.sum(m.input("工作", m.POINTS), m.input("获奖", m.POINTS));
    const words = mend(m.program([m.leaf("甲", 10, standard)], { fields: [work, prize] }));
    expect(words).toContain("“工作”（0分 至 3分）“获奖”（0分 至 2分）由评分的人打分并写理由：JSON");
  });
  test("a name that holds the comma of lists stands in quotes", () => {
    const fields = [m.field("会议、培训", m.NUMBER, "[0, 10]"), X];
    const program = m.program([m.leaf("甲", 10, m.sum(m.input("会议、培训"), x))], { fields });
    const result = m.scored(program, {});
    expect(m.indicator(result, "甲").explanation).toMatch(/^待补：缺少 “会议、培训”、X；/);
    const missing = result.diagnostics.find(({ code }) => code === "H3121");
    expect(missing?.message.zh).toBe("待补 2项数据：“会议、培训”、X（涉及 甲）");
  });
  test("the columns of rows, and what a cell of them takes", () => {
    const rowLists = [{ name: "项目", atMost: 9, columns: [m.field("资金"), m.field("属实", m.YES_NO)] }];
    const count: Expr = {
      node: "aggregate",
      type: m.NUMBER,
      fold: "count",
      rows: "项目",
      when: { node: "column", type: m.YES_NO, rows: "项目", column: "属实" },
    };
    const program = m.program([m.leaf("甲", 10, points(count))], { rowLists });
    expect(mend(program)).toContain(
      '；“项目”是明细，写在 JSON 的 "data" 中，一行一个 { }：[{ "资金": …, "属实": … }, …]',
    );
    const result = m.scored(program, {}, { rows: new Map([["项目", [m.row({ 资金: 1 })]]]) });
    expect(result.diagnostics[0]?.mend.zh).toContain("“项目[1].属实”填“是”或“否”");
  });
});

describe("§9.1 faults", () => {
  test("are reported once for each indicator", () => {
    const definitions = [
      { id: "率", name: { zh: "率", en: "率" }, of: m.over(m.RATIO, m.lit(1, m.NUMBER), x), origin: m.AT },
    ];
    const of = points(m.use("率"));
    const result = m.scored(
      m.program([m.leaf("甲", 10, of), m.leaf("乙", 10, of)], { fields: [X], definitions }),
      { X: 0 },
    );
    expect(found(result)).toEqual([
      "H3104 error X “甲”无法计算：除数 X 等于 0",
      "H3104 error X “乙”无法计算：除数 X 等于 0",
    ]);
  });
  test("name what was filed, where the rules say more than the cause", () => {
    const share = m.input("改革", m.RATIO, "share");
    const mend = { zh: "改填等次；不涉及规则", en: "File another grade; the rules stay" };
    const outside = m.fault(m.cause("比例不符", { mend }));
    const standard = m.when(
      m.compare(share, ">=", m.lit("80%", m.RATIO)),
      m.times(m.POINTS, share, m.lit(10)),
      outside,
      undefined,
      m.say("改革 填报 达成、完成 {}，而达成应在 100%-80%", share),
    );
    const program = m.program([m.leaf("甲", 10, standard)], {
      fields: [m.field("改革", { kind: "qualitative" })],
    });
    const filed = { 改革: { kind: "qualitative", grade: "达成", share: m.q("50%") } } as const;
    const why = "比例不符 之故（改革 填报 达成、完成 50%，而达成应在 100%-80%）";
    const result = m.scored(program, filed);
    expect(found(result)).toEqual([`H3105 error 改革 “甲”无法计算：${why}`]);
    expect(m.indicator(result, "甲").explanation).toBe(`无法计算：${why}。`);
    // The filing contradicts itself: nothing is amiss in the rules.
    expect(result.diagnostics[0]?.mend).toEqual(mend);
  });
  test("are worded by the method, with its own mend where it has one", () => {
    const { program } = compile({
      file: "甲.heng",
      text: `规则集 测试 2022年度
满分 4分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 完成 定性; 人数 人 >= 0; 计划 人 [-9人, 9人] }
指标 甲 2分 { 评分 定性 完成 }
指标 乙 2分 { 值 = 人数; 目标 >= 计划; 评分 按比例 }`,
    });
    if (program === undefined) throw new Error("It does not compile");
    const graded = { kind: "qualitative", grade: "达成", share: m.q("50%") } as const;
    const { diagnostics } = m.scored(program, { 完成: graded, 人数: 1, 计划: -1 });
    expect(diagnostics.map(({ message, mend }) => [message.zh, mend.zh])).toEqual([
      [
        "“甲”无法计算：填报的完成比例与填报的定性等次不符（完成 填报 达成、完成 50%，而达成应在 [80%, 100%]）",
        "按实际完成的比例改填等次，或更正比例，使两者相符；不涉及规则",
      ],
      [
        "“乙”无法计算：目标是负数，没有比例可言",
        "核对有关数据；数据无误的，在规则中用“不适用”“否决”或“如果”写明这种情形怎样计分",
      ],
    ]);
  });
  test("of a group's own conditions, and of too many digits", () => {
    const cap = { of: m.over(m.POINTS, m.lit(1), x), origin: m.AT };
    const capped = m.program([m.group("组", 10, [m.leaf("组/甲", 10, m.lit(1))], { caps: [cap] })], {
      fields: [X],
    });
    expect(found(m.scored(capped, { X: 0 }))).toEqual(["H3104 error X “组”无法计算：除数 X 等于 0"]);
    const whole = m.program([m.leaf("甲", 10, m.lit(1))], { fields: [X] }, { caps: [cap] });
    expect(found(m.scored(whole, { X: 0 }))).toEqual(["H3104 error X “测试”无法计算：除数 X 等于 0"]);
    const long = m.sum(...Array.from({ length: 1000 }, (_, i) => m.lit(`1/${10_007 + 2 * i}`)));
    expect(found(m.scored(m.program([m.leaf("甲", 10, long)])))).toEqual([
      "H3106 error - “甲”无法计算：数值超出精度上限（4096 位二进制）",
    ]);
  });
});

describe("§9.1 faults at the figures they come from", () => {
  const places = (program: Program, values: Parameters<typeof m.filing>[0], more = {}) =>
    m
      .scored(program, values, more)
      .diagnostics.map(({ code, place, related }) => [
        code,
        place?.line,
        place?.field,
        ...related.map((r) => `${r.place?.line} ${r.message.zh}`),
      ]);
  test("a divisor, through definitions", () => {
    const definitions = [
      { id: "差", name: { zh: "差", en: "差" }, of: m.minus(x, m.input("Y")), origin: m.AT },
    ];
    const program = m.program([m.leaf("甲", 10, points(m.over(m.RATIO, x, m.use("差"))))], {
      fields: [X, m.field("Y")],
      definitions,
    });
    expect(places(program, { X: m.at(4, 8, "2"), Y: m.at(5, 8, "2") })).toEqual([
      ["H3104", 4, "X", "5 “Y”填报为 2"],
    ]);
  });
  test("what a guard asked", () => {
    const guarded = m.when(
      m.compare(m.input("Y"), "<=", m.lit(0, m.NUMBER)),
      m.fault(CHANGE_FROM_NOTHING, m.NUMBER),
      m.over(m.NUMBER, x, m.input("Y")),
    );
    const program = m.program([m.leaf("甲", 10, points(guarded))], { fields: [X, m.field("Y")] });
    expect(places(program, { X: m.at(4, 8, "2"), Y: m.at(5, 8, "0") })).toEqual([["H3105", 5, "Y"]]);
  });
  test("no data where the rules alone are at fault, whatever condition led there", () => {
    const guarded = (cause: FaultCause): Program =>
      m.program([m.leaf("甲", 10, m.when(m.compare(x, ">", m.lit(0, m.NUMBER)), m.fault(cause), m.lit(1)))], {
        fields: [X],
      });
    const filed = { X: m.at(4, 8, "2") };
    expect(places(guarded(m.cause("无档")), filed)).toEqual([["H3105", 4, "X"]]);
    const where = places(guarded(m.cause("待定", { inRules: true })), filed);
    expect(where).toEqual([["H3105", undefined, undefined]]);
  });
  test("the row that is at fault", () => {
    const column = (name: string): Expr => ({ node: "column", type: m.NUMBER, rows: "项目", column: name });
    const of = m.over(m.NUMBER, column("支出"), column("预算"));
    const total: Expr = { node: "aggregate", type: m.NUMBER, fold: "total", rows: "项目", of };
    const rowLists = [{ name: "项目", atMost: 9, columns: [m.field("支出"), m.field("预算")] }];
    const rows = [
      m.row({ 支出: 1, 预算: m.at(3, 8, "1", "项目[1].预算") }),
      m.row({ 支出: 1, 预算: m.at(4, 8, "0", "项目[2].预算") }),
    ];
    expect(
      places(
        m.program([m.leaf("甲", 10, points(total))], { rowLists }),
        {},
        { rows: new Map([["项目", rows]]) },
      ),
    ).toEqual([["H3104", 4, "项目[2].预算"]]);
  });
  test("a filing of several is named by its line, where no figure is at fault", () => {
    const program = m.program([m.leaf("甲", 10, m.fault(m.cause("待定")))], { fields: [X] });
    const value = { kind: "value", value: m.figure(1), written: "1" } as const;
    const X1 = { ...value, place: { file: "b.csv", row: 2, line: 3, column: 5, field: "X" } };
    const result = m.scored(program, { X: X1 }, { name: "甲局" });
    expect(result.diagnostics.map(({ place }) => place)).toEqual([{ file: "b.csv", row: 2, line: 3 }]);
  });
});

describe("§9.2 核对", () => {
  const check = (left: string, sign: ComparisonSign, right: string, tolerance: string): CrossCheck => ({
    title: "收支平衡",
    left: m.lit(left, m.YUAN),
    sign,
    right: m.lit(right, m.YUAN),
    tolerance: m.lit(tolerance, m.YUAN),
    origin: m.AT,
  });
  test.each([
    ["4610000", "=", "4610000", "0", true],
    ["4610000", "=", "4610100", "100", true],
    ["4610000", "=", "4610101", "100", false],
    ["4610101", "=", "4610000", "100", false],
    ["1", "≠", "2", "0", true],
    ["1", "≠", "2", "1", false],
    ["2", "<=", "1", "1", true],
    ["3", "<=", "1", "1", false],
    ["1", "<", "1", "0", false],
    ["1", "<", "1", "0.5", true],
    ["1", ">=", "2", "1", true],
    ["1", ">=", "3", "1", false],
    ["1", ">", "1", "0", false],
    ["2", ">", "1", "0", true],
  ] as const)("%s %s %s within %s: %s", (left, sign, right, tolerance, holds) => {
    expect(
      m.scored(byX({ crossChecks: [check(left, sign, right, tolerance)] }), { X: 1 }).diagnostics.length,
    ).toBe(holds ? 0 : 1);
  });
  test("says both sides, the difference and the tolerance, and changes no score", () => {
    const result = m.scored(byX({ crossChecks: [check("4610000", "=", "4160000", "100")] }), { X: 1 });
    expect(found(result)).toEqual([
      "H3111 warning - 核对“收支平衡”不符：左边 461万元，右边 416万元，两边应相等，相差 45万元，允许误差 0.01万元",
    ]);
    expect(result.total).toBe("10.00");
  });
  test("tells the difference of two ratios in 个百分点, and in words what should hold", () => {
    const ratios = {
      ...check("1", ">=", "1", "0"),
      left: m.lit("0.85", m.RATIO),
      right: m.lit("0.9", m.RATIO),
    };
    const tolerance = m.lit("0.01", m.RATIO);
    expect(found(m.scored(byX({ crossChecks: [{ ...ratios, tolerance }] }), { X: 1 }))).toEqual([
      "H3111 warning - 核对“收支平衡”不符：左边 85%，右边 90%，左边应不小于右边，相差 5个百分点，允许误差 1个百分点",
    ]);
  });
  test("asks whether the figure that explains the difference is in 元", () => {
    const [paid, budget] = [m.input("支出", m.YUAN), m.input("预算", m.YUAN)];
    const of = { ...check("1", "<=", "0", "0"), left: paid, right: budget, tolerance: m.lit(0, m.YUAN) };
    const fields = [X, m.field("支出", m.YUAN), m.field("预算", m.YUAN)];
    const mend = (spent: string, due: string): string => {
      const filed = { X: 1, 支出: spent, 预算: due };
      return m.scored(byX({ fields, crossChecks: [of] }), filed).diagnostics[0]?.mend.zh ?? "";
    };
    // 28984500元 is 2898.45万元.
    expect(mend("289845000000", "33594500")).toMatch(
      /^“支出”填的 28984500万元 是不是元？是元就应填 2898.45万元；对照报表/,
    );
    // Both in 万元, or both in 元: one is merely larger.
    expect(mend("35000000", "33594500")).toMatch(/^对照报表/);
    expect(mend("350000000000", "335945000000")).toMatch(/^对照报表/);
  });
  test("names both formulas and every figure at its place", () => {
    const of = { ...check("1", "=", "0", "0"), left: m.minus(x, m.input("Y")), right: m.input("Z") };
    const fields = [X, m.field("Y"), m.field("Z")];
    const result = m.scored(byX({ fields, crossChecks: [of] }), {
      X: m.at(4, 8, "5"),
      Y: m.at(5, 8, "2"),
      Z: m.at(6, 8, "4"),
    });
    expect(found(result)).toEqual([
      "H3111 warning X 核对“收支平衡”不符：左边 X 5 - Y 2 = 3，右边 Z 4，两边应相等，相差 1，允许误差 0",
    ]);
    const [{ place, related, mend } = { related: [], mend: { zh: "" } }] = result.diagnostics;
    expect(place).toMatchObject({ file: "filing.json", line: 4, column: 8, field: "X" });
    expect(related.map((r) => [r.place?.line, r.place?.field, r.message.zh])).toEqual([
      [5, "Y", "“Y”填报为 2"],
      [6, "Z", "“Z”填报为 4"],
    ]);
    expect(mend.zh).toBe("对照报表核对 X、Y、Z，更正填错的一项；这条提示本身不扣分，更正后得分会变");
  });
  test("names the rows that a sum is of, and no more than some of them", () => {
    const rowLists = [{ name: "项目", atMost: 20, columns: [m.field("资金"), m.field("属实", m.YES_NO)] }];
    const column = (name: string, type = m.NUMBER): Expr => ({
      node: "column",
      type,
      rows: "项目",
      column: name,
    });
    const total: Expr = {
      node: "aggregate",
      type: m.NUMBER,
      fold: "total",
      rows: "项目",
      of: column("资金"),
      when: column("属实", m.YES_NO),
    };
    const of = { ...check("1", "=", "0", "0"), left: total, right: x };
    const rows = Array.from({ length: 12 }, (_, i) => m.row({ 资金: m.at(i + 2, 3, "1"), 属实: i > 0 }));
    const result = m.scored(
      byX({ rowLists, crossChecks: [of] }),
      { X: 1 },
      { rows: new Map([["项目", rows]]) },
    );
    const [{ place, related, mend } = { related: [], mend: { zh: "" } }] = result.diagnostics;
    expect(place).toMatchObject({ line: 3, column: 3 });
    expect(related.length).toBe(6);
    expect(mend.zh).toContain("核对 项目、X，");
  });
  test("is not asked while a side is missing", () => {
    const crossChecks = [{ ...check("1", "=", "5000", "0"), left: x }];
    expect(m.scored(byX({ crossChecks }), {}).diagnostics.map(({ code }) => code)).toEqual(["H3121"]);
  });
  const change = m.when(
    m.compare(m.input("Y"), "<=", m.lit(0, m.NUMBER)),
    m.fault(CHANGE_FROM_NOTHING, m.NUMBER),
    m.over(m.NUMBER, x, m.input("Y")),
  );
  const long = m.sum(
    ...Array.from({ length: 1000 }, (_, i) => m.times(m.NUMBER, x, m.lit(`1/${10_007 + 2 * i}`))),
  );
  test.each<[what: string, left: Expr, y: string, message: string]>([
    ["a division by 0", m.over(m.NUMBER, x, m.input("Y")), "0", "Y 核对“收支平衡”无法进行：除数 Y 等于 0"],
    ["what has no figure", change, "0", "Y 核对“收支平衡”无法进行：变动率的旧值不大于 0，无从比较"],
    ["too many digits", long, "1", "X 核对“收支平衡”无法进行：数值超出精度上限（4096 位二进制）"],
  ])("says that a side cannot be worked out: %s", (_, left, y, message) => {
    const fields = [X, m.field("Y")];
    const result = m.scored(byX({ fields, crossChecks: [{ ...check("1", "=", "0", "0"), left }] }), {
      X: 1,
      Y: y,
    });
    expect(found(result)).toEqual([`H3114 warning ${message}`]);
    expect(result.total).toBe("10.00");
  });
  test("says so of the tolerance as well, and once where several fail", () => {
    const failing = m.over(m.NUMBER, m.lit(1, m.NUMBER), x);
    const crossChecks = [{ ...check("1", "=", "1", "0"), tolerance: failing, right: failing }];
    expect(found(m.scored(byX({ crossChecks }), { X: 0 }))).toEqual([
      "H3114 warning X 核对“收支平衡”无法进行：除数 X 等于 0",
    ]);
  });
  test("leaves data that cannot be used to the finding of their field", () => {
    const crossChecks = [{ ...check("1", "=", "0", "0"), left: x }];
    expect(m.scored(byX({ crossChecks }), { X: 11 }).diagnostics.map(({ code }) => code)).toEqual(["H3101"]);
  });
});

describe("§9.3 须说明", () => {
  const got: Expr = { node: "score", type: m.POINTS };
  const due = (when: Expr, origin = m.AT): Partial<Leaf> => ({ mustExplain: [{ when, origin }] });
  const codes = (
    leaf: Partial<Leaf>,
    values: Parameters<typeof m.filing>[0],
    texts: readonly (readonly [string, string])[] = [],
  ) => m.scored(byX({}, leaf), values, { texts: new Map(texts) }).diagnostics.map(({ code }) => code);
  test("asks for a reason, never changes a score", () => {
    const leaf = due(m.compare(got, "<", m.lit(10)));
    const result = m.scored(byX({}, leaf), { X: 8 });
    expect(found(result)).toEqual(["H3112 warning X “甲”须说明原因：得分 8分 < 10分"]);
    expect(result.total).toBe("17.00");
    expect(codes(leaf, { X: 8 }, [["甲", "原因"]])).toEqual([]);
    expect(codes(leaf, { X: 8 }, [["甲", "  "]])).toEqual(["H3112"]);
    expect(codes(leaf, { X: 10 })).toEqual([]);
  });
  test("compares the rounded score, leaf by leaf", () => {
    expect(codes(due(m.compare(got, "=", m.lit("3.33"))), { X: "3.3333" })).toEqual(["H3112"]);
    const shared = due(m.compare(got, "<", m.lit(10)));
    const program = m.program([m.leaf("甲", 10, m.lit(10), shared), m.leaf("乙", 10, m.lit(9), shared)]);
    expect(m.scored(program).diagnostics.map(({ place }) => place?.field)).toEqual(["乙"]);
  });
  test("is not asked of what is pending, left out, or depends on what is missing", () => {
    expect(codes(due(m.compare(got, "<", m.lit(11))), {})).toEqual(["H3121"]);
    expect(
      codes(
        { ...due(m.truth(true)), notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }] },
        { X: 1 },
      ),
    ).toEqual([]);
    const program = m.program([m.leaf("甲", 10, m.lit(1), due(m.compare(x, ">", m.lit(1, m.NUMBER))))], {
      fields: [X],
    });
    expect(m.scored(program).diagnostics).toEqual([]);
  });
  test("names the figures of the condition, or all of the score, at their places", () => {
    const placed = (leaf: Partial<Leaf>) =>
      m
        .scored(byX({ fields: [X, m.field("Y")] }, leaf), { X: m.at(4, 8, "8"), Y: m.at(5, 8, "3") })
        .diagnostics.map(({ code, place }) => [code, place?.line, place?.column, place?.field]);
    expect(placed(due(m.compare(got, "<", m.lit(10))))).toEqual([["H3112", 4, 8, "X"]]);
    expect(placed(due(m.compare(m.input("Y"), ">", m.lit(2, m.NUMBER))))).toEqual([["H3112", 5, 8, "Y"]]);
  });
  test("says where the text goes", () => {
    const [{ mend } = { mend: { zh: "" } }] = m.scored(byX({}, due(m.truth(true))), { X: 8 }).diagnostics;
    expect(mend.zh).toContain('"texts": { "甲": "原因和措施" }');
    expect(mend.zh).toContain("“甲 说明”一列");
  });
  test("says that a condition cannot be told, with the cause", () => {
    const failing = m.compare(m.over(m.NUMBER, m.lit(1, m.NUMBER), m.input("Y")), ">", m.lit(1, m.NUMBER));
    const of = (leaf: Partial<Leaf>, y: string, texts: readonly (readonly [string, string])[] = []) =>
      found(
        m.scored(
          byX({ fields: [X, m.field("Y", m.NUMBER, "[0, 9]")] }, leaf),
          { X: 8, Y: y },
          { texts: new Map(texts) },
        ),
      );
    const told = "H3114 warning Y “甲”是否须说明，无法判断：除数 Y 等于 0";
    expect(of(due(failing), "0")).toEqual([told]);
    // With a reason nothing is left to ask; what holds besides is asked.
    expect(of(due(failing), "0", [["甲", "原因"]])).toEqual([]);
    const also = {
      mustExplain: [...(due(failing).mustExplain ?? []), { when: m.truth(true), origin: m.AT }],
    };
    expect(of(also, "0").map((text) => text.slice(0, 5))).toEqual(["H3112"]);
    // What cannot be used is reported at its field.
    expect(of(due(failing), "10").map((text) => text.slice(0, 5))).toEqual(["H3101"]);
    const nothing: Expr = m.fault(CHANGE_FROM_NOTHING, m.NUMBER);
    const none = m.when(m.compare(m.input("Y"), "<=", m.lit(0, m.NUMBER)), nothing, m.lit(1, m.NUMBER));
    expect(of(due(m.compare(none, ">", m.lit(0, m.NUMBER))), "0")).toEqual([
      "H3114 warning Y “甲”是否须说明，无法判断：变动率的旧值不大于 0，无从比较",
    ]);
    const long = m.sum(
      ...Array.from({ length: 1000 }, (_, i) =>
        m.times(m.NUMBER, m.input("Y"), m.lit(`1/${10_007 + 2 * i}`)),
      ),
    );
    expect(of(due(m.compare(long, ">", m.lit(0, m.NUMBER))), "1")).toEqual([
      "H3114 warning Y “甲”是否须说明，无法判断：数值超出精度上限（4096 位二进制）",
    ]);
  });
});

describe("§9.4 judged scores", () => {
  const judged = (reason: "always" | "belowFull") => [
    m.field("甲", m.POINTS, "[0, 10]", { judged: { indicator: "甲", reason, full: m.q(10) } }),
  ];
  const standard = m.input("甲", m.POINTS);
  const codes = (
    reason: "always" | "belowFull",
    value: number,
    more: Partial<Leaf> = {},
    texts = new Map<string, string>(),
  ) =>
    m
      .scored(
        m.program([m.leaf("甲", 10, standard, more), m.leaf("乙", 1, m.lit(1))], { fields: judged(reason) }),
        { 甲: value },
        { texts },
      )
      .diagnostics.map(({ code }) => code);
  test("need a reason always, or below full marks", () => {
    expect(codes("always", 10)).toEqual(["H3113"]);
    expect(codes("belowFull", 10)).toEqual([]);
    expect(codes("belowFull", 9)).toEqual(["H3113"]);
    expect(codes("belowFull", 9, {}, new Map([["甲", "迟报"]]))).toEqual([]);
    expect(
      codes("always", 3, { notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }] }),
    ).toEqual([]);
    expect(codes("always", 11)).toEqual(["H3101"]);
    // What was judged decides nothing: a veto does, or another row.
    expect(codes("always", 3, { vetoes: [{ when: m.truth(true), gets: m.lit(0), origin: m.AT }] })).toEqual(
      [],
    );
    expect(codes("always", 3, { standard: m.when(m.truth(true), m.lit(1), standard) })).toEqual([]);
    expect(codes("always", 3, { standard: m.when(m.truth(false), m.lit(1), standard) })).toEqual(["H3113"]);
  });
  test("§5.7 of a 扣分项 are what is taken: nothing taken needs no reason", () => {
    const penalty = m.leaf("罚", 3, m.minus(m.lit(3), m.input("罚", m.POINTS)), { sense: "penalty" });
    const fields = [
      m.field("罚", m.POINTS, "[0, 3]", {
        judged: { indicator: "罚", reason: "belowFull", full: m.q(3), taken: true },
      }),
    ];
    const of = (values: Readonly<Record<string, number>>) =>
      m.scored(m.program([m.leaf("甲", 10, m.lit(10))], { fields, extras: [penalty] }), values);
    const codesOf = (result: Result) => result.diagnostics.map(({ code }) => code);
    expect([of({ 罚: 0 }).total, codesOf(of({ 罚: 0 }))]).toEqual(["10.00", []]);
    expect([of({ 罚: 3 }).total, codesOf(of({ 罚: 3 }))]).toEqual(["7.00", ["H3113"]]);
    const [missing] = of({}).diagnostics;
    expect(missing?.mend.zh).toContain("“罚”由评分的人填扣的分（不扣填 0分）并写理由，范围是 0分 至 3分");
    expect(missing?.mend.en).toContain("files what is taken (0分 for nothing)");
  });
});

test("what is judged without a reason is called as the empty form calls it: by the end of its path where that is its own", () => {
  const judged = (name: string) =>
    m.field(name, m.POINTS, "[0, 10]", { judged: { indicator: name, reason: "always", full: m.q(10) } });
  const asked = (...names: readonly string[]) =>
    m
      .scored(
        m.program(
          names.map((name) => m.leaf(name, 10, m.input(name, m.POINTS))),
          { fields: names.map(judged) },
        ),
        Object.fromEntries(names.map((name) => [name, 3])),
      )
      .diagnostics.map(({ message }) => message.zh);
  expect(asked("部门管理/档案")).toEqual(["“档案”评定为 3分，没有写明理由"]);
  expect(asked("部门管理/档案", "效果/档案")).toEqual([
    "“部门管理/档案”评定为 3分，没有写明理由",
    "“效果/档案”评定为 3分，没有写明理由",
  ]);
});

describe("§10 scenarios", () => {
  const scenario = (
    values: Readonly<Record<string, string | number>>,
    expectations: readonly (readonly [Scenario["expect"][number]["of"], Scenario["expect"][number]["is"]])[],
  ): Scenario => ({
    title: "案例",
    values: new Map(Object.entries(values).map(([name, value]) => [name, m.figure(value)])),
    rows: new Map(),
    expect: expectations.map(([of, is]) => ({ of, is, origin: m.AT })),
    origin: m.AT,
  });
  const total = { kind: "total" } as const;
  const grade = { kind: "grade" } as const;
  const of = (id: string) => ({ kind: "indicator", id }) as const;
  const is = (value: string) => ({ kind: "score", value: m.q(value) }) as const;
  const program = byX({
    grades: m.GRADES.map((g) => ({
      ...g,
      ...(g.atLeast ? { atLeast: { ...g.atLeast, d: g.atLeast.d * 5n } } : {}),
    })),
  });
  const checked = (s: Scenario) =>
    runScenario(program, s).checks.map(({ expected, actual, holds }) => `${expected} ${actual} ${holds}`);

  test("compare scores, the total and the grade", () => {
    const outcome = runScenario(
      program,
      scenario({ X: "8.625" }, [
        [of("甲"), is("8.63")],
        [total, is("17.63")],
        [grade, { kind: "grade", value: "良" }],
      ]),
    );
    expect(outcome).toMatchObject({ title: "案例", holds: true });
    expect(explain(outcome.evaluation, { lang: "zh" }).total).toBe("17.63");
    expect(
      checked(
        scenario({ X: 8 }, [
          [of("甲"), is("8.01")],
          [of("甲"), is("8.001")],
          [total, is("16")],
          [grade, { kind: "grade", value: "优" }],
          [of("无"), is("1")],
        ]),
      ),
    ).toEqual([
      "8.01 8.00 false",
      "8.001 8.00 false",
      "16.00 17.00 false",
      "优 良 false",
      "1.00 error false",
    ]);
  });
  test("待补 and 不适用", () => {
    expect(
      checked(
        scenario({}, [
          [of("甲"), { kind: "pending" }],
          [total, { kind: "pending" }],
          [grade, { kind: "grade", value: "优" }],
          [of("乙"), { kind: "pending" }],
          [total, { kind: "notApplicable" }],
        ]),
      ),
    ).toEqual([
      "pending pending true",
      "pending pending true",
      "优 pending false",
      "pending 9.00 false",
      "notApplicable pending false",
    ]);
    for (const as of ["fullMarks", "redistribute"] as const) {
      const ruled = byX(
        {},
        { notApplicable: [{ when: m.compare(x, "=", m.lit(0, m.NUMBER)), as, origin: m.AT }] },
      );
      expect(runScenario(ruled, scenario({ X: 0 }, [[of("甲"), { kind: "notApplicable" }]])).holds).toBe(
        true,
      );
      expect(runScenario(ruled, scenario({ X: 1 }, [[of("甲"), { kind: "notApplicable" }]])).holds).toBe(
        false,
      );
    }
    expect(
      checked(
        scenario({ X: 11 }, [
          [of("甲"), is("1")],
          [grade, { kind: "grade", value: "优" }],
        ]),
      ),
    ).toEqual(["1.00 error false", "优 error false"]);
  });
});

describe("§11 the same everywhere", () => {
  test("canonical JSON", () => {
    expect(
      canonical({
        b: 1,
        a: [true, null, undefined, "字\n"],
        𠮷: { n: 2n, d: 4n },
        "￥": 3n,
        c: undefined,
        m: new Map([["k", 1]]),
      }),
    ).toBe('{"a":[true,null,null,"字\\n"],"b":"1","m":{"k":"1"},"￥":"3","𠮷":"0.5"}');
    expect(canonical({ ab: 1, a: 1, 𠮷: 1, 𠮸: 1 })).toBe('{"a":"1","ab":"1","𠮷":"1","𠮸":"1"}');
    expect(hashOf({ a: 1 })).toBe(hashOf({ a: 1n }));
    expect(hashOf("")).toBe("12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126");
  });
  test("the hash of a program is of its meaning", () => {
    const base = programHash(byX());
    expect(base).toMatch(/^[0-9a-f]{64}$/);
    expect(programHash(byX({ file: "别处.heng", scenarios: [] }))).toBe(base);
    expect(programHash(byX({}, { origin: { file: "别处.heng", start: 9, end: 10 } }))).toBe(base);
    expect(programHash(byX({}, { points: { n: 20n, d: 2n } }))).toBe(base);
    for (const other of [
      byX({ places: 1 }),
      byX({ fields: [m.field("X", m.NUMBER, "[0, 10)")] }),
      byX({}, { standard: points(m.sum(x, x)) }),
      byX({}, { method: "bands" }),
    ]) {
      expect(programHash(other)).not.toBe(base);
    }
  });
  test("the hash of a program is not of how causes are worded, nor of what tables show", () => {
    const base = programHash(byX({}, { standard: m.fault(m.cause("无档")) }));
    const words = { zh: "另一种说法", en: "other words" };
    const reworded = {
      standard: m.fault(m.cause("无档", { words, mend: words })),
      tabled: { actual: m.say("{}", x) },
    };
    expect(programHash(byX({}, reworded))).toBe(base);
    expect(programHash(byX({}, { standard: m.fault(m.cause("另一种")) }))).not.toBe(base);
  });
  test("nodes used twice are written once: doubling 200 times is no work", () => {
    let e: Expr = x;
    for (let i = 0; i < 200; i += 1) e = m.step(`甲#${i}`, m.sum(e, e));
    const program = byX({}, { standard: e });
    expect(programHash(program)).toMatch(/^[0-9a-f]{64}$/);
    expect(m.indicator(m.scored(program, { X: 0 }), "甲").score).toBe("0.00");
    expect(m.indicator(m.scored(program), "甲").range).toEqual(["0.00", "10.00"]);
  });
  test("the hash of a filing is of what was filed", () => {
    const base = filingHash(m.filing({ X: "1.50" }));
    expect(filingHash(m.filing({ X: "1.5" }, { name: "别处.json" }))).toBe(base);
    expect(filingHash(m.filing({ X: "1.51" }))).not.toBe(base);
    expect(filingHash(m.filing({ X: "1.5" }, { texts: new Map([["甲", "原因"]]) }))).not.toBe(base);
  });
  test("byte for byte", () => {
    const of = () =>
      JSON.stringify(m.scored(m.execution(), { 全年支出数: "28984500", 全年预算数: "33594500" }));
    expect(of()).toBe(of());
  });
});

describe("schemas", () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../../docs/schemas/${name}.json`, import.meta.url), "utf8"));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const resultSchema = ajv.compile(read("result"));
  const resultsSchema = ajv.compile(read("results"));
  /** The document of a result: its findings as the command line words them. */
  const documentOf = (result: Result): unknown => ({
    ...JSON.parse(JSON.stringify(result)),
    diagnostics: result.diagnostics.map(({ code, severity, message, mend, place, range }) => ({
      code,
      severity,
      message: message.zh,
      mend: mend.zh,
      file: range?.file ?? place?.file ?? null,
      start: range ? { offset: range.start } : null,
      end: range ? { offset: range.end } : null,
      ...(place ? { place } : {}),
      related: [],
      fixes: [],
    })),
  });
  const samples = [
    m.scored(m.execution(), { 全年支出数: "28984500", 全年预算数: "33594500" }),
    m.scored(m.execution(), { 全年预算数: 0 }),
    m.scored(m.execution()),
    score(
      byX({}, { notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }] }),
      m.filing({ X: 11 }, { agency: "甲单位" }),
      { lang: "en", revision: "2" },
    ),
    m.scored(
      m.program([m.group("组", 10, [m.leaf("组/甲", 10, m.lit("11.5"), { upTo: m.q(12) })])], {
        extras: [m.leaf("通报", 3, m.lit(2), { sense: "penalty" })],
      }),
    ),
  ];
  test.each(samples.map((sample, i) => [i, sample] as const))("result %#", (_, sample) => {
    expect(resultSchema(documentOf(sample)) || resultSchema.errors).toBe(true);
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });
  test("results with their summary", () => {
    const program = byX({
      grades: m.GRADES.map((g) => ({
        ...g,
        ...(g.atLeast ? { atLeast: { ...g.atLeast, d: g.atLeast.d * 5n } } : {}),
      })),
    });
    const results = summarize(
      [
        m.scored(program, { X: 9 }),
        m.scored(program, { X: "7.01" }),
        m.scored(program),
        m.scored(program, { X: 11 }),
      ],
      ["优", "良", "中", "差"],
    );
    expect(
      resultsSchema({ ...results, results: results.results.map(documentOf) }) || resultsSchema.errors,
    ).toBe(true);
    expect(results.summary).toEqual({
      count: 4,
      complete: 2,
      pending: 1,
      error: 1,
      grades: [
        { grade: "优", count: 1 },
        { grade: "良", count: 1 },
        { grade: "中", count: 0 },
        { grade: "差", count: 0 },
      ],
      total: { count: 2, lowest: "16.01", highest: "18.00", average: "17.01" },
    });
    const none = summarize([], []);
    expect(resultsSchema(JSON.parse(JSON.stringify(none))) || resultsSchema.errors).toBe(true);
    expect(none.summary.total).toBeNull();
  });
  test("the summary of rule sets with more and fewer decimals loses none of them", () => {
    const total = (places: number, points: string) =>
      m.scored(m.program([m.leaf("甲", 100, m.lit(points))], { places }));
    // 94.57 + 97 + 95.5 = 287.07, ÷ 3 = 95.69
    const results = [total(0, "97"), total(2, "94.57"), total(1, "95.5")];
    for (const order of [results, results.toReversed()]) {
      expect(summarize(order, []).summary.total).toEqual({
        count: 3,
        lowest: "94.57",
        highest: "97.00",
        average: "95.69",
      });
    }
  });
});
