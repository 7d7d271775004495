/** Rows that are used, and rows that never are. */
import { describe, expect, it } from "vitest";
import { claimed, only, provedOf, told } from "./findings.ts";

describe("a row", () => {
  it("for a quotient of 0 is used, also where the quotient has been met the other way round", () => {
    const proofs = provedOf(`数据 { 在职 人 >= 0; 编制 人 [1, 10] }
指标 甲 10分 {
  值 = 在职 / 编制
  否决 当 编制 < 在职 得 0分
  评分 分档 { <= 0% 得 满分; 其他 得 9分 }
}`);
    expect(told(proofs, "H2104")).toEqual([]);
  });
  it("of a standard that is never asked is not told beside that", () => {
    const proofs = provedOf(`数据 { 在职 人 >= 0 }
指标 甲 10分 { 值 = 在职; 否决 当 在职 >= 0人 得 0分; 评分 分档 { <= 3人 得 满分; 其他 得 9分 } }`);
    expect(proofs.diagnostics.map(({ code }) => code)).not.toContain("H2104");
    expect(told(proofs, "H2111")).toHaveLength(1);
  });
});

describe("a 否决 of two conditions together", () => {
  // Full marks ask for both above 60%, where the 否决 always holds.
  const proofs = provedOf(`数据 { 率 比率 [0%, 100%]; 率二 比率 [0%, 100%] }
指标 甲 10分 {
  否决 当 率 > 50% 且 率二 > 50% 得 0分
  评分 分档 { 当 率 > 60% 且 率二 > 60% 得 满分; 其他 得 2分 }
}`);
  it("takes a row that lies within it, and full marks with it", () => {
    expect(told(proofs, "H2114")).toEqual([]);
    expect(claimed(proofs, "H2106")).toEqual([expect.stringContaining("“甲”得不到满分 10分：最高只有 2分")]);
    expect(only(proofs, "H2104").counterexample).toBeDefined();
  });
});

describe("sixty alternatives on a sum", () => {
  const alternatives = (last: string): string =>
    `数据 { 率 比率 [0%, 100%]; 率二 比率 [0%, 100%] }
指标 甲 10分 { 评分 = ${Array.from({ length: 60 }, (_, i) => `如果 率 + 率二 >= ${180 - 3 * i}% 则 ${i < 30 ? 9 : 5}分 否则 `).join("")}${last} }`;
  it("are each used: from 180% down to 3%", () =>
    expect(told(provedOf(alternatives("0分")), "H2104", "H2114")).toEqual([]));
  it("leave nothing for one that asks for more than the last", () => {
    const proofs = provedOf(alternatives("如果 率 + 率二 >= 4% 则 1分 否则 0分"));
    expect(told(proofs, "H2114")).toEqual([]);
    expect(told(proofs, "H2104")).toHaveLength(1);
  });
});

describe("people in a counterexample", () => {
  it("are whole", () => {
    const proofs = provedOf(`数据 { 编制 人 [0, 3] }
指标 甲 10分 { 值 = 编制; 目标 >= 3人; 评分 插值 { 0人 得 10分; 3人 得 1分 } }`);
    expect(only(proofs, "H2109").counterexample?.data).toEqual({ 编制: "3人" });
  });
});

describe("a condition on people", () => {
  it("never holds between two whole numbers", () => {
    const proofs = provedOf(`数据 { 编制 人 >= 0; 人均 数 >= 0 }
指标 甲 10分 { 值 = 人均; 评分 扣分 { 当 编制 = 2.5人 扣 1分; 每 1 扣 1分 } }`);
    expect(told(proofs, "H2108")).toEqual([expect.stringContaining("“编制 = 2.5人”从不成立")]);
  });
});

describe("a figure in a counterexample", () => {
  it("ends, though the points of the standard lie at thirds of it", () => {
    const proofs = provedOf(`数据 { 系数 数 }
指标 甲 10分 { 值 = 系数 × 3; 目标 <= 5; 评分 插值 { 2 得 9分; 5 得 10分 } }`);
    expect(JSON.stringify(only(proofs, "H2109").counterexample)).toMatch(/"系数":"-?[0-9.]+"/);
  });
});

describe("a 否决 that changes nothing", () => {
  const idle = (gets: string): readonly string[] =>
    told(
      provedOf(`数据 { 率 比率 [0%, 100%]; 违规 次 >= 0 }
指标 甲 10分 { 值 = 率; 否决 当 违规 > 0次 得 ${gets}; 否决 当 违规 > 3次 得 2分; 评分 按比例 }`),
      "H2112",
    );
  it("says of another that gives less what there is at most, not what it says itself", () =>
    expect(idle("0分")).toEqual(["“甲”的“否决 得 2分”从不起作用：条件成立时，本来最多就是 2分"]));
  it("says of another that gives the same what there is", () =>
    expect(idle("2分")).toEqual(["“甲”的“否决 得 2分”从不起作用：条件成立时，本来就是 2分"]));
});
