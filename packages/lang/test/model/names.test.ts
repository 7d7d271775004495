import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, whole } from "./check.ts";

const twice = (rules: string): readonly string[] => check(rules).found;

describe("one name, one meaning", () => {
  it("after NFKC and without zero-width characters", () => {
    expect(twice("数据 { Ａ类 人; A类 人 }")).toEqual(["H1102 A类"]);
    expect(twice("数据 { ① 人; 1类 人 }".replace("①", "「①类」").replace(" 1类", " 「1类」"))).toEqual([
      "H1102 「1类」",
    ]);
    expect(twice("数据 { 甲 人; 乙 人 }")).toEqual([]);
  });
  it.each([
    ["数据 and 定义", "数据 { 甲 人 }\n定义 甲 = 1人", "H1102 甲"],
    ["数据 and 明细", "数据 { 项目 人 }\n明细 项目 至多 2行 { 资金 万元 }", "H1102 项目"],
    ["定义 and 方法", "定义 控制 = 1\n方法 控制(率) { 值 = 率; 评分 达标 >= 1 }", "H1102 控制"],
    ["items", "数据 { 制度 清单 { 有, 有 } }", "H1102 有"],
    ["options", "数据 { 地区 选项 { 中部, 中部 } }", "H1102 中部"],
    ["columns", "明细 项目 至多 2行 { 资金 万元; 资金 元 }", "H1102 资金"],
    ["items of columns", "明细 项目 至多 2行 { 制度 清单 { 有, 有 } }", "H1102 有"],
    ["grades", "等级 { 优 >= 8分; 优 >= 6分; 差 其他 }", "H1102 优"],
    ["second 等级", "等级 { 优 >= 0分 }\n等级 { 良 >= 0分 }", "H1102 等级 { 良 >= 0分 }"],
    ["shares", "指标 甲 10分 { 加权 { 乙 50%; 乙 50% }\n指标 乙 10分 { 评分 人工 } }", "H1102 乙"],
    ["加分项 and 指标", "指标 创新 10分 { 评分 人工 }\n加分项 创新 至多 5分 { 评分 人工 }", "H1102 创新"],
    [
      "加分项 and 扣分项",
      "加分项 创新 至多 5分 { 评分 人工 }\n扣分项 创新 至多 5分 { 评分 人工 }",
      "H1102 创新",
    ],
    ["what is judged and 数据", "数据 { 满意度 比率 }\n指标 满意度 10分 { 评分 人工 }", "H1102 人工"],
    [
      "data of a scenario",
      '数据 { 甲 人 }\n案例 "一" { 数据 { 甲 1人; 甲 2人 } 应得 { 合计 待补 } }'.replace("} 应得", "}\n应得"),
      "H1102 甲 2人",
    ],
  ])("%s", (_, rules, expected) => {
    expect(twice(rules)).toContain(expected);
  });
  it("may be an indicator's under another parent, and a field's where nothing is judged", () => {
    const rules = `数据 { 满意度 比率 >= 0% }
指标 甲 5分 { 指标 满意度 5分 { 评分 人工 } }
指标 满意度 5分 { 值 = 满意度; 评分 按比例 }`;
    expect(check(rules).found).toEqual([]);
  });
});

describe("names that are not there", () => {
  it("are told once, and nothing behind them", () => {
    const rules = `数据 { 甲 万元 > 0 }
指标 率 10分 { 值 = 乙 / 甲; 否决 当 值 < 60% 得 0分; 须说明 当 完成率 > 130%; 评分 按比例 }`;
    expect(check(rules, { unused: true }).found).toEqual(["H1101 乙"]);
  });
  it("are not reported where their declaration is", () => {
    const rules = `数据 { 甲 万园 > 0; 乙 万元 <= 甲 }
明细 项目 { 资金 万元 }
指标 率 10分 { 值 = (乙 + 合计(项目.资金)) / 甲; 评分 按比例 }`;
    expect(check(rules).found).toEqual(["H1308 万园", "H1108 项目"]);
  });
  it("are not reported where they are declared a second time in look-alike letters", () => {
    const rules = `数据 { 「Ａ、类」 万元 > 0; 「A、类」 万元 > 0 }
核对 "多" 「A、类」 > 0
核对 "少" 「Ａ、类」 > 0`;
    expect(check(rules).found).toEqual(["H1102 「A、类」"]);
  });
  it("are not reported where their declaration may not have been read", () => {
    const rules = (data: string): string => `${data}\n核对 "多" 甲 > 乙`;
    expect(check(rules("资料 { 甲 万元; 乙 万元 }")).found).toEqual(["H1009 资料"]);
    expect(check(rules("数据 { 甲 万元 }\n乙 万元")).found).toEqual(["H1009 乙"]);
  });
  it("in a function are told once, however often it is used", () => {
    const rules = `数据 { 甲 万元 > 0 }
定义 占比(数) = 数 / 总数
指标 一 5分 { 值 = 占比(甲); 评分 达标 >= 1% }
指标 二 5分 { 值 = 占比(甲 × 2); 评分 达标 >= 1% }`;
    expect(check(rules).found).toEqual(["H1101 总数"]);
  });
  it("are mended by the nearest, quoted where it must be", () => {
    const text = whole(`数据 { 「“三公”经费」 万元 > 0 }
核对 "有" 三公经费 > 0
核对 "同" 「“三公”经费」 > 0`);
    const { diagnostics } = compile({ file: "甲.heng", text });
    expect(diagnostics.map((d) => d.fixes[0]?.edits[0]?.text)).toEqual(["「“三公”经费」"]);
  });
});

describe("a field named like a word of the language", () => {
  it("is the field outside indicators, and in 「 」", () => {
    const rules = `数据 { 目标 万元 > 0; 值 万元 >= 0 }
核对 "不超" 值 <= 目标
指标 率 10分 { 值 = 「值」 / 「目标」; 评分 按比例 }`;
    expect(check(rules, { unused: true }).found).toEqual([]);
  });
});

describe("a word of the indicator", () => {
  const told = (rules: string): readonly (string | undefined)[] => {
    const { diagnostics } = compile({ file: "甲.heng", text: whole(rules) });
    return diagnostics.flatMap((d) => [d.message.zh, d.mend.zh, ...d.fixes.map((f) => f.edits[0]?.text)]);
  };
  it("is offered as the field of that name", () => {
    expect(
      told("数据 { 目标 次 > 0; 检查 次 >= 0 }\n指标 示例 10分 { 值 = 检查 / 目标; 评分 按比例 }"),
    ).toEqual([
      "“目标”不能用在这里：这里正在算这个指标的“值”，算出来才能同目标比",
      "指的若是数据“目标”，写成「目标」；否则改用“数据”或“定义”里的名称",
      "「目标」",
    ]);
    expect(told("数据 { 得分 分 }\n指标 示例 10分 { 否决 当 得分 < 1分 得 0分; 评分 人工 }")[2]).toBe(
      "「得分」",
    );
  });
  it("is not offered where there is no such field", () => {
    expect(told("数据 { 检查 次 >= 0 }\n指标 示例 10分 { 值 = 检查; 评分 达标 值 >= 目标 }")).toEqual([
      "“目标”不能用在这里：这个指标没有写“目标”，或者目标是区间，不是一个数",
      "补上一行 目标 …",
    ]);
  });
});

describe("unused", () => {
  it("are fields, rows, definitions and methods", () => {
    const rules = `数据 { 甲 人 }
明细 项目 至多 2行 { 资金 万元 }
定义 乙 = 1
方法 丙(率) { 值 = 率; 评分 达标 >= 1 }`;
    expect(check(rules, { unused: true }).found).toEqual(["H1103 甲", "H1103 项目", "H1103 乙", "H1103 丙"]);
  });
  it("is not said where a file that was not found may use it", () => {
    const rules = `数据 { 甲 人 }\n引用 "没有.heng"`;
    expect(check(rules, { unused: true, include: () => undefined }).found).toEqual(['H1117 "没有.heng"']);
  });
  it("is not said of what a broken formula mentions", () => {
    const rules = `数据 { 甲 人; 乙 人 }\n核对 "多" 四舍五入(甲) > 0人`;
    expect(check(rules, { unused: true }).found).toEqual(["H1103 乙", "H1106 四舍五入(甲)"]);
  });
});
