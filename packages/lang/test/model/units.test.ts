import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, conditionOf, kindOf, leaf, whole } from "./check.ts";

describe("the kind of a formula", () => {
  it.each([
    ["甲", "= 万元"],
    ["甲 + 乙", "= 万元"],
    ["甲 + 丙", "= 万元"],
    ["甲 / 乙", "= ratio"],
    ["甲 / 丙", "= ratio"],
    ["甲 / 人数", "= 万元/人"],
    ["甲 / 人数 × 人数", "= 元"],
    ["甲 × 率", "= 万元"],
    ["甲 × 2", "= 万元"],
    ["甲 / 2", "= 万元"],
    ["次数 / 次数", "= ratio"],
    ["系数 × 系数", "= 没有单位的数"],
    ["系数 / 系数", "= ratio"],
    ["系数 + 1", "= 没有单位的数"],
    ["1 - 率", "= ratio"],
    ["率 - 率二", "= difference"],
    ["率 + 率二", "= ratio"],
    ["率 + 5个百分点", "= ratio"],
    ["率 - 增幅", "= ratio"],
    ["增幅 + 增幅", "= percentagePoints"],
    // A difference goes with % and 个百分点 alike, until it meets one of them or is rounded.
    ["率 - 率二 + 增幅", "= difference"],
    ["增幅 - 率 + 率二", "= difference"],
    ["(率 - 率二) + 增幅", "= percentagePoints"],
    ["增幅 + (率 - 率二)", "= percentagePoints"],
    ["率 + 率二 - 率 + 增幅", "= ratio"],
    ["(率 - 率二) × 2", "= difference"],
    ["增幅 / 2", "= percentagePoints"],
    ["2 × 增幅", "= percentagePoints"],
    ["增幅 × 率", "= ratio"],
    ["增幅 / 1个百分点", "= ratio"],
    ["1 / 增幅", "= ratio"],
    ["最大(率 - 率二, 5%)", "= ratio"],
    ["最大(5%, 率 - 率二)", "= ratio"],
    ["平均(率 - 率二, 增幅)", "= percentagePoints"],
    ["如果 有 则 率 - 率二 否则 增幅", "= percentagePoints"],
    ["如果 有 则 增幅 否则 率 - 率二", "= percentagePoints"],
    ["四舍五入(率 - 率二, 0)", "= percentagePoints"],
    ["向下取整(绝对值(率 - 率二))", "= percentagePoints"],
    ["四舍五入(最大(率 - 率二, 5%), 4)", "= ratio"],
    ["终 - 始", "= 天"],
    ["始 + 30天", "= 日期"],
    ["终 - 30天", "= 日期"],
    ["终 - 始 + 1天", "= 天"],
    ["0 + 甲", "= 万元"],
    ["-甲", "= 万元"],
    ["最大(0, 甲)", "= 万元"],
    ["最小(甲, 丙, 0)", "= 万元"],
    ["平均(率, 率二)", "= ratio"],
    ["绝对值(甲 - 乙)", "= 万元"],
    ["变动率(甲, 乙)", "= ratio"],
    ["四舍五入(甲 / 乙, 4)", "= ratio"],
    ["向下取整(甲)", "= 万元"],
    ["如果 有 则 甲 否则 0", "= 万元"],
    ["如果 有 则 0 否则 甲", "= 万元"],
    ["计数(项目)", "= 没有单位的数"],
    ["合计(项目.资金)", "= 万元"],
    ["合计(项目.资金 当 完成率 >= 90%)", "= 万元"],
    ["加权平均(项目.完成率, 项目.资金)", "= ratio"],
    ["合计(项目.资金 × 项目.完成率) / 合计(项目.资金)", "= ratio"],
  ])("%s is %s", (expression, expected) => {
    expect(kindOf(expression)).toBe(expected);
  });
});

describe("what does not go together", () => {
  it.each([
    ["四舍五入(率 - 率二, 0) > 3%", "H1303 3%"],
    ["甲 + 人数", "H1301 人数"],
    ["甲 + 次数", "H1301 次数"],
    ["甲 + 率", "H1301 率"],
    ["始 + 终", "H1301 始 + 终"],
    ["始 + 1人", "H1301 1人"],
    ["始 × 2", "H1306 始"],
    ["甲 + 5", "H1307 5"],
    ["5 + 甲", "H1307 5"],
    ["率 + 5", "H1302 5"],
    ["系数 + 5万元", "H1301 5万元"],
    ["甲 + 有", "H1306 有"],
    ["最大(甲, 人数)", "H1301 人数"],
    ["人数 + 甲 + 乙", "H1301 人数"],
    ["甲 + 人数 + 乙", "H1301 人数"],
    ["5 + 甲 + 人数 + 丙", "H1307 5"],
    ["最小(人数, 甲, 丙)", "H1301 人数"],
    ["最小(人数, 甲, 次数)", "H1301 甲"],
    ["甲 - -5", "H1307 -5"],
    ["如果 有 则 甲 否则 人数", "H1301 甲"],
    ["如果 甲 则 1 否则 2", "H1306 甲"],
    ["项目.资金", "H1105 项目"],
    ["项目", "H1105 项目"],
    ["合计(甲)", "H1106 合计(甲)"],
    ["计数(项目.资金)", "H1106 计数(项目.资金)"],
    ["加权平均(项目.完成率)", "H1106 加权平均(项目.完成率)"],
    ["四舍五入(甲, 13)", "H1106 13"],
    ["变动率(甲)", "H1106 变动率(甲)"],
    ["制度.没有", "H1101 没有"],
    ["地区.中部", "H1105 地区"],
    ["3万圆", "H1308 3万圆"],
    ["2022年2月29日", "H1309 2022年2月29日"],
    ["1899年12月31日", "H1309 1899年12月31日"],
    ["3000年1月1日", "H1309 3000年1月1日"],
    ["1234567890123456789", "H1015 1234567890123456789"],
  ])("%s: %s", (expression, expected) => {
    expect(kindOf(expression)).toBe(expected);
  });
});

describe("conditions", () => {
  it.each([
    ["甲 > 100元", "ok"],
    ["甲 > 0", "ok"],
    ["率 >= 95%", "ok"],
    ["率 >= 0.95", "ok"],
    ["率 >= 95", "H1302 95"],
    ["95 <= 率", "H1302 95"],
    ["5 <= 甲", "H1307 5"],
    ["系数 >= 5%", "H1301 5%"],
    ["系数 >= 5万元", "H1301 5万元"],
    ["率 - 率二 > 5个百分点", "ok"],
    ["率 - 率二 > 5%", "ok"],
    ["率 - 率二 > 5", "H1307 5"],
    ["率 - 率二 > 1", "H1307 1"],
    ["率 - 率二 > 0", "ok"],
    ["率 <= 1", "ok"],
    ["1 - 绝对值(率 - 率二) > 90%", "ok"],
    ["增幅 > 1", "H1307 1"],
    ["增幅 < -5", "H1307 -5"],
    ["增幅 > 5%", "H1303 5%"],
    ["率 > 5个百分点", "H1303 5个百分点"],
    ["终 > 2022年12月31日", "ok"],
    ["终 > 30天", "H1301 30天"],
    ["终 - 始 > 30天", "ok"],
    ["终 > 始", "ok"],
    ["有", "ok"],
    ["非 有", "ok"],
    ["有 = 否", "ok"],
    ["有 > 是", "H1306 有 > 是"],
    ["制度.有制度 且 非 制度.已执行", "ok"],
    ["甲", "H1306 甲"],
    ["说明 = 1", "H1306 说明"],
    [">= 90% 或 < 10%", "ok"],
    ["非 (>= 90%)", "ok"],
    ["值 在 [10%, 90%)", "ok"],
    ["值 在 [10人, 90%)", "H1301 10人"],
    ["地区 = 中部", "ok"],
    ["地区 ≠ 西部", "ok"],
    ["地区 = 东部", "H1101 东部"],
    ["地区 > 中部", "H1306 地区 > 中部"],
    ["地区 = 区域", "ok"],
    ["地区 = 5", "H1301 5"],
    ["完成 = 达成", "ok"],
    ["完成 = 完成了", "H1101 完成了"],
    ["甲 = 中部", "H1101 中部"],
    ["得分 > 1分", "H1105 得分"],
    ["完成率 < 60%", "ok"],
    ["目标 > 90%", "ok"],
  ])("%s: %s", (condition, expected) => {
    expect(conditionOf(condition)).toBe(expected);
  });
});

describe("a number without its unit", () => {
  const mends = (rules: string): readonly (string | undefined)[] => {
    const text = whole(rules);
    const { diagnostics } = compile({ file: "甲.heng", text });
    const [only] = diagnostics;
    return [only?.mend.zh, ...(only?.fixes ?? []).map(({ edits }) => edits[0]?.text)];
  };
  it("is mended by what is measured", () => {
    const rules = (kind: string, bound: string): string =>
      `数据 { 甲 ${kind} }\n指标 示例 10分 { 值 = 甲; 评分 达标 <= ${bound} }`;
    expect(mends(rules("万元", "20"))).toEqual(["写成 20万元", "20万元"]);
    expect(mends(rules("人", "-20"))).toEqual(["写成 -20人", "-20人"]);
    expect(mends(rules("个百分点", "1"))).toEqual(["写成 1个百分点", "1个百分点"]);
    expect(mends(rules("比率", "95"))).toEqual(["写成 95%；若真是 95 倍，写成 9500%", "95%", "9500%"]);
    expect(mends(rules("日期", "20"))).toEqual(["写成日期，如 2022年11月30日"]);
  });
  it("is asked for in a step of a ratio, 1 too", () => {
    const rules = (step: string): string =>
      `数据 { 率 比率 }\n指标 示例 10分 { 值 = 率; 评分 扣分 { 超过 100% 每 ${step} 扣 1分 } }`;
    expect(mends(rules("1"))).toEqual(["写成 1个百分点", "1个百分点"]);
    expect(mends(rules("1个百分点"))).toEqual([undefined]);
  });
});

describe("kinds that differ", () => {
  const related = (rules: string): readonly string[] => {
    const text = whole(rules);
    const { diagnostics } = compile({ file: "甲.heng", text });
    return diagnostics.flatMap((d) => [
      `${d.code} ${text.slice(d.range?.start, d.range?.end)}`,
      ...d.related.map(
        ({ range, message }) => `${message.zh}：${text.slice(range?.start, range?.end).split("\n")[0] ?? ""}`,
      ),
    ]);
  };
  it("are told with the places they come from", () => {
    const rules = `数据 { 支出 万元 }\n指标 示例 10分 {\n值 = 支出\n目标 >= 95%\n评分 达标 }`;
    expect(related(rules)).toEqual(["H1301 95%", "“示例”是 万元：值 = 支出"]);
    expect(related('数据 { 支出 万元; 人数 人 }\n核对 "等" 支出 = 人数')).toEqual([
      "H1301 人数",
      "“支出”是 万元：支出",
      "“人数”是 人：人数",
    ]);
  });
  it("are told once in a row", () => {
    const rules = `数据 { 率 比率; 次数 次 }\n指标 示例 10分 { 值 = 率; 评分 扣分 { 次数 超过 3% 每 1个百分点 扣 1分 } }`;
    expect(check(rules).found).toEqual(["H1301 3%"]);
  });
  it("are not told of a formula that was cut off", () => {
    const rules = `数据 { 支出 万元; 预算 万元 }\n指标 示例 10分 {\n值 = 支出\n/ 预算\n* 1\n目标 >= 95%\n评分 按比例 }`;
    expect(check(rules).found).toEqual(["H1008 /"]);
  });
});

describe("a standard without anything to measure", () => {
  it("is told once, however many rows it has", () => {
    const of = (standard: string): readonly string[] => check(`指标 示例 10分 { 评分 ${standard} }`).found;
    expect(of("分档 { >= 90% 得 满分; >= 60% 得 60%; 其他 得 0分 }")).toEqual(["H1402 >= 90%"]);
    expect(of("扣分 { 超过 9% 每 1个百分点 扣 1分; 低于 2% 每 1个百分点 扣 1分 }")).toEqual(["H1402 9%"]);
  });
});

describe("intervals of conditions and targets", () => {
  it.each([
    ["率 在 [90%, 60%]", "H1472 [90%, 60%]"],
    ["率 在 (5%, 5%]", "H1472 (5%, 5%]"],
    ["在 [90%, 60%]", "H1472 [90%, 60%]"],
    ["甲 在 [1万元, 2元)", "H1472 [1万元, 2元)"],
    ["率 在 [5%, 5%]", "ok"],
    ["率 在 [60%, 90%)", "ok"],
    ["率 在 [率二, 60%]", "ok"],
  ])("hold a figure: %s", (condition, expected) => {
    expect(conditionOf(condition)).toBe(expected);
  });
  it.each([
    ["目标 在 [5%, 3%]; 评分 达标", ["H1472 [5%, 3%]"]],
    ["目标 在 [3%, 5%]; 评分 达标", []],
    ["评分 达标 率 在 [90%, 60%]", ["H1472 [90%, 60%]"]],
    // Rows of bands have their own words for it.
    ["评分 分档 { [80%, 60%) 得 3分; 其他 得 0分 }", ["H1438 [80%, 60%)"]],
  ])("of an indicator: %s", (lines, expected) => {
    expect(check(`数据 { 率 比率 >= 0% }\n指标 一 10分 { 值 = 率; ${lines} }`).found).toEqual(expected);
  });
});

describe("rounding", () => {
  it.each([
    ["四舍五入(甲 + 丙, 0)", "H1312 甲 + 丙"],
    ["四舍五入(丙 + 甲, 0)", "H1312 丙 + 甲"],
    ["四舍五入((丙 + 甲) × 50%, 0)", "H1312 (丙 + 甲) × 50%"],
    ["向上取整(最大(甲, 丙))", "H1312 最大(甲, 丙)"],
    ["向下取整(如果 有 则 甲 否则 丙)", "H1312 如果 有 则 甲 否则 丙"],
    ["四舍五入(绝对值(丙 - 甲), 0)", "H1312 绝对值(丙 - 甲)"],
    ["四舍五入(合计(项目.资金 + 500元), 0)", "H1312 合计(项目.资金 + 500元)"],
    ["四舍五入(两种, 0) + 四舍五入(两种, 1)", "H1312 两种 / H1312 两种"],
    ["四舍五入(甲 + 乙, 0)", "= 万元"],
    ["四舍五入(甲 + 0, 0)", "= 万元"],
    ["四舍五入(丙, 0) + 四舍五入(甲, 0)", "= 元"],
    ["四舍五入((甲 + 丙) / 乙, 4)", "= ratio"],
  ])("%s: %s", (expression, expected) => {
    expect(kindOf(expression, "\n定义 两种 = 甲 + 丙")).toBe(expected);
  });
  it.each([
    ["四舍五入(率, 0)", "H1311 率"],
    ["四舍五入(率, 1)", "H1311 率"],
    ["四舍五入(甲 / 乙, 0)", "H1311 甲 / 乙"],
    ["向下取整(最大(率, 率二))", "H1311 最大(率, 率二)"],
    ["四舍五入(率, 2)", "= ratio"],
    ["向下取整(率 / 10%)", "= ratio"],
    ["向下取整(率 / 1%) × 1%", "= ratio"],
  ])("of a ratio leaves something, or warns: %s", (expression, expected) => {
    expect(kindOf(expression)).toBe(expected);
  });
});

describe("figures that must go with a plain number", () => {
  it("are not taken with a unit", () => {
    const rules = (target: string): string =>
      `数据 { 名次 数 }\n指标 排名 10分 { 值 = 名次; 目标 <= ${target}; 评分 达标 }`;
    expect(check(rules("3")).found).toEqual([]);
    expect(check(rules("3万元")).found).toEqual(["H1301 3万元"]);
    expect(check(rules("3%")).found).toEqual(["H1301 3%"]);
  });
  it("are taken as the difference of dates in 天 only", () => {
    const rules = (step: string): string =>
      `数据 { 日 日期 }\n指标 及时 10分 { 值 = 日; 评分 扣分 { 超过 2022年11月30日 每 ${step} 扣 1分 } }`;
    expect(check(rules("1天")).found).toEqual([]);
    expect(check(rules("1人")).found).toEqual(["H1301 1人"]);
  });
});

describe("fixes", () => {
  it("put % for 个百分点 where a ratio is compared", () => {
    expect(check("数据 { 率 比率 }\n指标 示例 10分 { 值 = 率; 评分 达标 >= 5个百分点 }").found).toEqual([
      "H1303 5个百分点",
    ]);
  });
});

describe("numerals before a unit", () => {
  const mends = (figure: string): readonly (string | undefined)[] => {
    const text = `数据 {\n  结余 万元 >= 0\n  人数 人 >= 0\n}\n指标 结余 10分 {\n  评分 达标 ${figure}\n}\n`;
    return compile({ file: "甲.heng", text })
      .diagnostics.filter(({ code }) => code === "H1308")
      .flatMap(({ mend, fixes }) => [mend.zh, fixes[0]?.edits[0]?.text, String(fixes[0]?.safe)]);
  };

  it.each([
    ["5千万元", "5000万元"],
    ["0.5千万元", "500万元"],
    ["1.5十亿元", "15亿元"],
    ["2千亿元", "2000亿元"],
    ["3十万元", "30万元"],
    ["7百千元", "700千元"],
  ])("are multiplied out: %s", (written, meant) => {
    expect(mends(`结余 <= ${written}`)).toEqual([`写成 ${meant}`, meant, "true"]);
  });

  it("are multiplied out of people too", () => {
    expect(mends("人数 <= 2十万人")).toEqual(["写成 20万人", "20万人", "true"]);
  });

  it("are no unit to file in, which no fix mends", () => {
    const text = "数据 {\n  结余 千万元 >= 0\n}\n指标 结余 10分 { 评分 达标 结余 <= 5万元 }\n";
    const found = compile({ file: "甲.heng", text }).diagnostics.find(({ code }) => code === "H1308");
    expect(found?.mend.zh).toBe("改用 万元，数跟着换算（1千万元 是 1000万元）");
    expect(found?.fixes).toEqual([]);
  });
});

describe("what is worked out is shown in the unit that it is compared with", () => {
  const shownIn = (rules: string): string => {
    const { program, found } = check(`数据 { 接待费 万元 >= 0; 人数 人 > 0 }\n指标 示例 10分 { ${rules} }`);
    expect(found).toEqual([]);
    const value = leaf(program, "示例")?.value;
    return value?.type.kind === "quantity" ? value.type.unit : "";
  };
  it.each([
    ["值 = 接待费 / 人数; 目标 <= 3800元/人; 评分 达标", "元/人"],
    ["值 = 接待费 / 人数; 目标 <= 0.38万元/人; 评分 达标", "万元/人"],
    ["值 = 接待费 / 人数; 评分 分档 { <= 3800元/人 得 满分; 其他 得 0分 }", "元/人"],
    ["值 = 接待费 / 人数; 目标 <= 3800元/人; 否决 当 接待费 > 1亿元 得 0分; 评分 达标", "元/人"],
    // What is filed is shown as it was declared.
    ["值 = 接待费; 目标 <= 3800元; 评分 达标; 否决 当 人数 > 5人 得 0分", "万元"],
  ])("%s: %s", (rules, unit) => {
    expect(shownIn(rules)).toBe(unit);
  });
});
