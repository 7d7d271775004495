/** The better never gets less, everything else the same. */
import { describe, expect, it } from "vitest";
import { only, provedOf, told } from "./findings.ts";

describe("the better that gets less", () => {
  it("is told where the bound is filed", () => {
    const proofs = provedOf(`数据 { 覆盖率 比率 [0%, 100%]; 满意度 比率 [50%, 100%] }
指标 甲 10分 { 值 = 覆盖率; 目标 <= 100%; 评分 分档 { 当 >= 满意度 得 满分; 其他 得 9分 } }`);
    expect(told(proofs, "H2109", "H2114")).toHaveLength(1);
  });
  it("is told within one stretch", () => {
    const proofs = provedOf(`数据 { 覆盖率 比率 [0%, 100%] }
指标 甲 10分 { 值 = 覆盖率; 目标 >= 100%; 评分 插值 { 0% 得 满分; 100% 得 0分 } }`);
    expect(only(proofs, "H2109").message.zh).toMatch(/0% 得 10分，100% 只得 0分/);
  });
  it("is not told of two filings that differ in something else", () => {
    const proofs = provedOf(`数据 { 覆盖率 比率 [0%, 100%]; 公开 是否 }
指标 甲 10分 { 值 = 覆盖率; 目标 >= 100%; 评分 分档 { 当 公开 得 满分; >= 90% 得 5分; 其他 得 0分 } }`);
    expect(told(proofs, "H2109")).toEqual([]);
  });
});
