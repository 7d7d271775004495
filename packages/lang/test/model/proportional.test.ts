import { describe, expect, it } from "vitest";
import { check } from "./check.ts";

describe("a target that its own figure misses (H1418)", () => {
  const of = (target: string, standard: string): readonly string[] =>
    check(`数据 { 甲 个 >= 0; 乙 个 >= 0 }\n指标 丙 10分 { 值 = 甲 + 乙; 目标 ${target}; 评分 ${standard} }`)
      .found;
  it("is told where the proportion gives full marks for it", () => {
    expect(of("> 20个", "按比例")).toEqual(["H1418 按比例"]);
    expect(of("< 20个", "按比例 反比")).toEqual(["H1418 按比例 反比"]);
    expect(of("< 20个", "按比例 线性")).toEqual(["H1418 按比例 线性"]);
    expect(of("> 乙", "按比例")).toEqual(["H1418 按比例"]);
  });
  it("is no matter of >=, <=, of a target of 0, nor of 达标", () => {
    expect(of(">= 20个", "按比例")).toEqual([]);
    expect(of("<= 20个", "按比例 反比")).toEqual([]);
    expect(of("> 0个", "按比例")).toEqual([]);
    expect(of("> 20个", "达标")).toEqual([]);
  });
});
