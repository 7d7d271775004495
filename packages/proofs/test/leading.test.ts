/** One mistake is one finding: what comes of it is told beside it, and nothing that is right is to be deleted. */
import { describe, expect, it } from "vitest";
import { provedOf } from "./findings.ts";

/** What is found, each with what is told beside it. */
function found(rules: string, options?: Parameters<typeof provedOf>[1]): readonly (readonly string[])[] {
  return provedOf(rules, options).diagnostics.map(({ code, message, related }) => [
    `${code} ${message.zh}`,
    ...related.map((one) => one.message.zh),
  ]);
}

const BANDS = "评分 分档 { >= 95% 得 满分; >= 85% 得 8分; >= 75% 得 5分; 其他 得 0分 }";

describe("a range that is declared wrong", () => {
  it("is told once of all rows and marks that are lost by it", () => {
    expect(found(`数据 { 满意率 比率 [0%, 1%] }\n指标 满意 10分 { 值 = 满意率; ${BANDS} }`)).toEqual([
      [
        "H2104 “满意”的这一行用不到：“满意”算出来都不大于 1%，它的条件从不成立",
        "“满意率”的范围写在这里",
        "一并核对：“满意”的这一行用不到：“满意”算出来都不大于 1%，它的条件从不成立",
        "一并核对：“满意”的这一行用不到：“满意”算出来都不大于 1%，它的条件从不成立",
        "一并核对：“满意”得不到满分 10分：最高只有 0分（满意率 1% 时），总分因此最高 0分",
      ],
    ]);
  });
  it("is told once of all that is said for the case that it leaves out", () => {
    const [first, ...others] = found(`数据 { 预算 万元 > 0; 支出 万元 >= 0 }
指标 控制 10分 {
  值 = 支出 / 预算
  目标 <= 100%
  不适用 当 预算 = 0万元 且 支出 = 0万元 按 满分
  否决 当 预算 = 0万元 得 0分
  评分 达标
}`);
    expect(others).toEqual([]);
    expect(first).toEqual([
      "H2110 “控制”的“不适用”从不起作用：“预算”填的数都大于 0万元",
      "“预算”的范围写在这里",
      "一并核对：“控制”的“否决”从不起作用：“预算”填的数都大于 0万元",
    ]);
  });
});

describe("a bound that nothing comes up to", () => {
  it("is told where it is, with the marks that are lost by it and nothing of the grades and caps", () => {
    const rules = `封顶 9分
数据 { 满意率 比率 [0%, 100%]; 有问题 是否 }
否决 当 有问题 等级 不高于 不合格
指标 满意 10分 { 值 = 满意率; 评分 分档 { >= 950% 得 满分; >= 85% 得 5分; 其他 得 0分 } }`;
    expect(found(rules)).toEqual([
      [
        "H2104 “满意”的这一行用不到：“满意”算出来都不大于 100%，它的条件从不成立",
        "“满意率”的范围写在这里",
        "一并核对：“满意”得不到满分 10分：最高只有 5分（满意率 85% 时），总分因此最高 5分",
      ],
    ]);
  });
  it("is shown by the filing that loses marks by it", () => {
    const [one] = provedOf(`数据 { 满意率 比率 [0%, 100%] }
指标 满意 10分 { 值 = 满意率; 评分 分档 { >= 950% 得 满分; >= 85% 得 5分; 其他 得 0分 } }`).diagnostics;
    expect(one?.counterexample?.data).toEqual({ 满意率: "85%" });
  });
});

describe("a row before that takes it all", () => {
  it("is named with its number and its words", () => {
    expect(
      found(`数据 { 地区 选项 { 东部, 西部 }; 绿化率 比率 [0%, 100%] }
指标 绿化 10分 {
  评分 首个 {
    当 地区 = 西部 用 达标 绿化率 >= 40%
    当 绿化率 >= 30% 用 达标 绿化率 >= 45%
    当 地区 = 东部 且 绿化率 >= 40% 用 达标 绿化率 >= 50%
    其他 用 达标 绿化率 >= 20%
  }
}`)[0],
    ).toEqual(["H2104 “绿化”的这一行用不到：前面第 2 行的“绿化率 >= 30%”已经包含它"]);
  });
  it("that always holds is told with the figure that makes it so", () => {
    expect(
      found(`数据 { 满意率 比率 [0%, 100%] }
指标 满意 10分 { 评分 分档 { 当 满意率 >= 0% 得 满分; 当 满意率 >= 60% 得 5分; 其他 得 0分 } }`)[0],
    ).toEqual([
      "H2108 “满意”的条件“满意率 >= 0%”总是成立：“满意率”填的数都不小于 0%",
      "“满意率”的范围写在这里",
      "一并核对：“满意”的这一行用不到：“满意率 >= 0%”总是成立：“满意率”填的数都不小于 0%",
      "一并核对：“满意”的这一行用不到：“满意率 >= 0%”总是成立：“满意率”填的数都不小于 0%",
    ]);
  });
});

describe("a row with its sign the wrong way", () => {
  // With <= 90% in the second row nothing is left for the six behind it: 90% and more is the first row's.
  const bounds = [80, 70, 60, 50, 40, 30];
  const rules = `数据 { 甲率 比率 [0%, 100%] }
指标 甲 10分 { 评分 分档 {
  当 甲率 >= 90% 得 满分
  当 甲率 <= 90% 得 9分
${bounds.map((bound) => `  当 甲率 >= ${bound}% 得 ${bound / 10}分`).join("\n")}
  其他 得 0分
} }`;
  it("is pointed at once, by the first of the rows that are lost, with how many there are", () => {
    const [first, ...others] = found(rules);
    expect(others).toEqual([]);
    expect(first?.[0]).toBe("H2104 “甲”的这一行用不到：前面 2 行合起来已经包含它");
    expect(first?.[1]).toBe("到这一行为止，已经没有剩下的，先核对这一行");
    expect(first?.slice(2, 7)).toHaveLength(5);
    // Seven rows are lost: the first is told, five beside it, and there is one more.
    expect(first?.[7]).toBe("一并核对：从这里起还有 1 处");
  });
  it("is never mended by taking out what is right", () => {
    expect(provedOf(rules).diagnostics.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

describe("a cap that is too low", () => {
  it("is told with the grades that nobody comes up to, and what keeps others from them", () => {
    const capped = `封顶 5分
数据 { 满意率 比率 [0%, 100%]; 有问题 是否 }
否决 当 有问题 等级 不高于 不合格
指标 满意 10分 { 值 = 满意率; 评分 按比例 }`;
    const all = found(capped);
    expect(all.map(([one]) => one?.slice(0, 5))).toEqual(["H2113"]);
    expect(all[0]?.[1]).toContain("一并核对：“试”的“等级 不高于 不合格”从不起作用");
  });
});

describe("a 不适用 that always holds", () => {
  it("is told once, and nothing of the grades that are lost by it", () => {
    const rules = `数据 { 满意率 比率 [0%, 100%] }
指标 满意 10分 { 值 = 满意率; 不适用 当 满意率 >= 0% 按 剔除; ${BANDS} }`;
    expect(found(rules).map(([one]) => one?.slice(0, 5))).toEqual(["H2111"]);
  });
});

describe("two mistakes", () => {
  it("of two indicators are two findings", () => {
    const standard = "评分 分档 { >= 950% 得 满分; 其他 得 0分 }";
    const rules = `数据 { 甲率 比率 [0%, 100%]; 乙率 比率 [0%, 100%] }
指标 甲 5分 { 值 = 甲率; ${standard} }
指标 乙 5分 { 值 = 乙率; ${standard} }`;
    expect(provedOf(rules).diagnostics.map(({ code }) => code)).toEqual(["H2104", "H2104"]);
  });
  it("of one 方法 are one for all that use it", () => {
    const rules = `数据 { 甲支出 万元 >= 0; 甲预算 万元 > 0; 乙支出 万元 >= 0; 乙预算 万元 > 0 }
方法 控制(支出, 预算, 上限) {
  值 = 支出 / 预算
  目标 >= 上限
  评分 分档 { <= 上限 得 满分; <= 120% 得 60%; 其他 得 0分 }
}
指标 甲 5分 { 评分 方法 控制(甲支出, 甲预算, 100%) }
指标 乙 5分 { 评分 方法 控制(乙支出, 乙预算, 100%) }`;
    expect(found(rules)).toEqual([
      [
        "H2109 “甲”越好得分反而越低：100% 得 5分，110% 只得 3分",
        "一并核对：“乙”越好得分反而越低：100% 得 5分，110% 只得 3分",
      ],
    ]);
  });
});

describe("what is of no use", () => {
  it("is taken out only where nothing else is found with it", () => {
    const rules = (bound: string): string =>
      `数据 { 满意率 比率 [0%, 100%] }
指标 满意 10分 { 评分 分档 { 当 满意率 >= 60% 得 满分; 当 ${bound} 得 5分; 其他 得 0分 } }`;
    expect(provedOf(rules("满意率 >= 30%")).diagnostics).toEqual([]);
    expect(found(rules("满意率 >= 80%"))).toEqual([
      ["H2104 “满意”的这一行用不到：前面第 1 行的“满意率 >= 60%”已经包含它"],
    ]);
  });
});
