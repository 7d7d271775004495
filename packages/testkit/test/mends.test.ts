/** What the fixes of the proofs make of a text, letter by letter; the pages of the diagnostics show the others. */
import { describe, expect, it } from "vitest";
import { applied, compileProved } from "../src/index.ts";

/** The text with each fix of its first finding of a code. */
function mended(code: string, rules: string): readonly string[] {
  const { diagnostics, text, lines } = compileProved(rules);
  const found = diagnostics.find((d) => d.code === code);
  return (found?.fixes ?? []).map(({ edits }) => applied(text, edits).split("\n").slice(lines).join("\n"));
}

describe("an old value that may be 0", () => {
  it("is treated as a divisor is, where a change rate divides by it", () => {
    const fields = "数据 { 今年 万元 >= 0; 去年 万元 >= 0 }";
    const standard = "评分 分档 { <= 0% 得 满分; 其他 得 0分 }";
    const value = "值 = 变动率(今年, 去年)";
    expect(mended("H2103", `${fields}\n指标 甲 5分 { ${value}; ${standard} }`)).toEqual([
      `${fields}\n指标 甲 5分 { ${value}; 不适用 当 去年 = 0万元 且 今年 = 0万元 按 满分; 否决 当 去年 = 0万元 得 0分; ${standard} }`,
      `${fields}\n指标 甲 5分 { ${value}; 不适用 当 去年 = 0万元 按 满分; ${standard} }`,
    ]);
  });
});

describe("a divisor that may be 0", () => {
  const FIELDS = "数据 { 支出 万元 >= 0; 预算 万元 >= 0; 满意度 比率 [0%, 100%] }";
  it("of an expense gives nothing without a budget, or full marks, or beside others is no part", () => {
    const rest = "指标 乙 5分 { 值 = 满意度; 评分 按比例 }";
    const rules = `${FIELDS}\n指标 甲 5分 { 值 = 支出 / 预算; 评分 按比例 }\n${rest}`;
    expect(mended("H2107", rules)).toEqual([
      `${FIELDS}\n指标 甲 5分 { 值 = 支出 / 预算; 不适用 当 预算 = 0万元 且 支出 = 0万元 按 满分; 否决 当 预算 = 0万元 得 0分; 评分 按比例 }\n${rest}`,
      `${FIELDS}\n指标 甲 5分 { 值 = 支出 / 预算; 不适用 当 预算 = 0万元 按 满分; 评分 按比例 }\n${rest}`,
      `${FIELDS}\n指标 甲 5分 { 值 = 支出 / 预算; 不适用 当 预算 = 0万元 按 剔除; 评分 按比例 }\n${rest}`,
    ]);
  });
  it("of tasks done without a plan gives full marks first", () => {
    const fields = "数据 { 完成数 项 >= 0; 计划数 项 >= 0 }";
    expect(mended("H2107", `${fields}\n指标 甲 5分 { 值 = 完成数 / 计划数; 评分 按比例 }`)).toEqual([
      `${fields}\n指标 甲 5分 { 值 = 完成数 / 计划数; 不适用 当 计划数 = 0项 按 满分; 评分 按比例 }`,
    ]);
  });
  it("of complaints among none, of which the fewer are the better, gives nothing", () => {
    const fields = "数据 { 投诉数 件 >= 0; 办件数 件 >= 0 }";
    const rules = `${fields}\n指标 甲 5分 { 值 = 投诉数 / 办件数; 目标 <= 1%; 评分 达标 }`;
    expect(mended("H2107", rules)[0]).toBe(
      `${fields}\n指标 甲 5分 { 值 = 投诉数 / 办件数; 不适用 当 办件数 = 0件 且 投诉数 = 0件 按 满分; 否决 当 办件数 = 0件 得 0分; 目标 <= 1%; 评分 达标 }`,
    );
  });
  it("comes after what is not applicable already, and what is spent all the same gets nothing", () => {
    const rules = `数据 { 支出 万元 >= 0; 预算 万元 >= 0 }
指标 甲 5分 {
  值 = 支出 / 预算 // 决算数
  不适用 当 预算 = 0万元 且 支出 = 0万元 按 满分 // 没有安排的
  评分 按比例
}`;
    const [first] = mended("H2107", rules);
    expect(first).toBe(`数据 { 支出 万元 >= 0; 预算 万元 >= 0 }
指标 甲 5分 {
  值 = 支出 / 预算 // 决算数
  不适用 当 预算 = 0万元 且 支出 = 0万元 按 满分 // 没有安排的
  否决 当 预算 = 0万元 得 0分
  评分 按比例
}`);
  });
  it("in a 方法 is treated in each indicator that uses it", () => {
    const rules = `数据 { 甲支出 万元 >= 0; 甲预算 万元 >= 0; 乙支出 万元 >= 0; 乙预算 万元 >= 0 }
方法 控制(支, 预) { 值 = 支 / 预; 目标 <= 100%; 评分 按比例 反比 }
指标 甲 5分 {
  评分 方法 控制(甲支出, 甲预算)
}
指标 乙 5分 { 评分 方法 控制(乙支出, 乙预算) }`;
    expect(mended("H2107", rules)[0])
      .toBe(`数据 { 甲支出 万元 >= 0; 甲预算 万元 >= 0; 乙支出 万元 >= 0; 乙预算 万元 >= 0 }
方法 控制(支, 预) { 值 = 支 / 预; 目标 <= 100%; 评分 按比例 反比 }
指标 甲 5分 {
  不适用 当 甲预算 = 0万元 且 甲支出 = 0万元 按 满分
  否决 当 甲预算 = 0万元 得 0分
  评分 方法 控制(甲支出, 甲预算)
}
指标 乙 5分 { 不适用 当 乙预算 = 0万元 且 乙支出 = 0万元 按 满分; 否决 当 乙预算 = 0万元 得 0分; 评分 方法 控制(乙支出, 乙预算) }`);
  });
  it("is treated in English where the rules are", () => {
    const rules = `data { spent 万元 >= 0; planned 万元 >= 0 }
indicator kept 5分 {
  value = spent / planned
  standard proportional
}`;
    expect(mended("H2107", rules)[0]).toContain(
      "  value = spent / planned\n  notApplicable when planned = 0万元 and spent = 0万元 as fullMarks\n  veto when planned = 0万元 gets 0分\n",
    );
  });
});

describe("what is of no use", () => {
  it("goes with its line, or with the semicolon", () => {
    const bands = (rows: string) =>
      `数据 { 率 比率 [0%, 100%] }\n指标 甲 4分 { 值 = 率; 评分 分档 { ${rows} } }`;
    expect(mended("H2104", bands("> 100% 得 满分; >= 90% 得 满分; 其他 得 0分"))).toEqual([
      bands(">= 90% 得 满分; 其他 得 0分"),
    ]);
    expect(mended("H2104", bands(">= 90% 得 满分; >= 0% 得 1分; 其他 得 0分"))).toEqual([
      bands(">= 90% 得 满分; >= 0% 得 1分"),
    ]);
  });
  it("is a clause, a statement or a cross-check", () => {
    const deduct = (rows: string) => `单位 起\n数据 { 违规 起 >= 0 }\n指标 甲 5分 { 评分 扣分 { ${rows} } }`;
    expect(mended("H2112", deduct("违规 每 1起 扣 2分 最多扣 6分"))).toEqual([deduct("违规 每 1起 扣 2分")]);
    const whole = (lines: string) =>
      `数据 { 率 比率 [0%, 100%] }\n${lines}指标 甲 5分 { 值 = 率; 评分 按比例 }`;
    expect(mended("H2108", whole('核对 "范围" 率 <= 100%\n'))).toEqual([whole("")]);
    const explained = (line: string) =>
      `数据 { 率 比率 [0%, 100%] }\n指标 甲 5分 {\n  值 = 率\n${line}  评分 按比例\n}`;
    expect(mended("H2110", explained("  须说明 当 率 < 0%\n"))).toEqual([explained("")]);
  });
  it("is not the only row, nor a branch of a formula", () => {
    const only = "数据 { 件 件 >= 0 }\n指标 甲 5分 { 评分 扣分 { 当 件 < 0件 扣 2分 } }";
    expect(mended("H2108", only)).toEqual([]);
    const branch =
      "数据 { 件 件 >= 0 }\n指标 甲 5分 { 评分 = (如果 件 >= 5件 则 0分 否则 (如果 件 >= 9件 则 1分 否则 5分)) }";
    expect(mended("H2104", branch)).toEqual([]);
  });
});

describe("what is given", () => {
  it("at a bound that two rows leave out goes to one of them", () => {
    const bands = (sign: string, rest: string) => `数据 { 数 个 >= 0 }
指标 甲 10分 {
  评分 分档 {
    当 数 ${sign} 10个 得 满分
    当 数 < 10个 得 5分${rest}
  }
}`;
    expect(mended("H2103", bands(">", ""))).toEqual([bands(">=", ""), bands(">", "\n    其他 得 0分")]);
  });
  it("is full marks at the last point of 插值 too", () => {
    const points = (last: string) =>
      `数据 { 率 比率 [0%, 100%] }\n指标 甲 10分 { 值 = 率; 评分 插值 { 60% 得 0分; 95% 得 ${last} } }`;
    expect(mended("H2106", points("90%"))).toEqual([points("满分")]);
  });
  it("by a formula is held at the points", () => {
    const formula = (of: string) => `数据 { 率 比率 [0%, 200%] }\n指标 甲 10分 { 值 = 率; 评分 = ${of} }`;
    expect(mended("H2105", formula("值 × 分值"))).toEqual([formula("最小(分值, 值 × 分值)")]);
  });
});
