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

it("is shown with figures that can be filed: whole persons, and more than none", () => {
  const proofs = provedOf(`数据 { 编制 人 > 0 }
指标 编制数 10分 { 值 = 编制; 目标 <= 3人; 评分 扣分 { 低于 8人 每不满 1人 扣 2分 } }`);
  // 8人 and more take nothing; 1人 is 7人 below: 10 - 14 is below 0.
  expect(told(proofs, "H2109")).toHaveLength(1);
  expect(only(proofs, "H2109").counterexample?.data["编制"]).toMatch(/^\d+人$/);
  expect(only(proofs, "H2109").counterexample?.data["编制"]).not.toBe("0人");
});
