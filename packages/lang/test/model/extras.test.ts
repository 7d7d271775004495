import { describe, expect, it } from "vitest";
import { check } from "./check.ts";

describe("最高 above 至多 (H1210)", () => {
  const of = (word: string, standard: string, more = ""): readonly string[] =>
    check(`数据 { 次数 次 >= 0 }\n${more}\n${word} 甲 至多 5分 { 值 = 次数; 目标 >= 4次; 评分 ${standard} }`)
      .found;
  const tally = (cap: string): string => `加减 起点 0分 { 次数 每 1次 加 2分 }${cap}`;
  it("is told of an extra, wherever it stands in the standard", () => {
    expect(of("加分项", tally(" 最高 5分"))).toEqual([]);
    expect(of("加分项", tally(""))).toEqual([]);
    expect(of("加分项", tally(" 最高 6分"))).toEqual(["H1210 最高 6分"]);
    expect(of("扣分项", tally(" 最高 120%"))).toEqual(["H1210 最高 120%"]);
    expect(of("加分项", "按比例 最高 6分")).toEqual(["H1210 最高 6分"]);
    expect(of("加分项", `择优 { ${tally(" 最高 6分")}; 达标 >= 9次 }`)).toEqual(["H1210 最高 6分"]);
    expect(of("加分项", "方法 记分(次数)", `方法 记分(数) { 值 = 数; 评分 ${tally(" 最高 6分")} }`)).toEqual([
      "H1210 最高 6分",
    ]);
  });
  it("is no matter of an indicator, nor of an extra whose 至多 cannot be read", () => {
    expect(
      check("数据 { 次数 次 >= 0 }\n指标 甲 10分 { 评分 加减 起点 0分 { 次数 每 1次 加 2分 } 最高 12分 }")
        .found,
    ).toEqual([]);
    expect(of("加分项", tally(" 最高 6分")).length).toBe(1);
    expect(
      check("数据 { 次数 次 >= 0 }\n加分项 甲 至多 5 { 评分 加减 起点 0分 { 次数 每 1次 加 2分 } 最高 6分 }")
        .found,
    ).toEqual(["H1307 5"]);
  });
});
