/** What the whole can come to at most, and limits above it. */
import { describe, expect, it } from "vitest";
import { claimed, provedOf, told } from "./findings.ts";

const DATA = "数据 { 有项目 是否; 满意度 比率 [0%, 100%] }";
/** Gives 8分 at most. */
const EIGHT = "值 = 满意度; 评分 分档 { >= 90% 得 8分; 其他 得 0分 }";
const FULL = "值 = 满意度; 评分 分档 { >= 90% 得 满分; 其他 得 0分 }";

const highest = (rules: string, points = 20): string => {
  const { n, d } = provedOf(`${DATA}\n${rules}`, { points }).highest;
  return `${n / d}.${(n * 100n) / d - (n / d) * 100n}`;
};

describe("the highest total", () => {
  it("is the sum where all count", () =>
    expect(highest(`指标 甲 10分 { ${EIGHT} }\n指标 乙 10分 { ${FULL} }`)).toBe("18.0"));
  it("counts a 不适用 that gives 满分", () =>
    expect(
      highest(`指标 甲 10分 { 不适用 当 有项目 = 否 按 满分; ${EIGHT} }\n指标 乙 10分 { ${FULL} }`),
    ).toBe("20.0"));
  it("counts what 折算 makes of the rest: 8 of 20 left out, 10 of 10 is all", () =>
    expect(
      highest(`指标 甲 10分 { 不适用 当 有项目 = 否 按 折算; ${EIGHT} }\n指标 乙 10分 { ${FULL} }`),
    ).toBe("20.0"));
  it("is no more than 封顶 leaves", () =>
    expect(highest(`封顶 15分\n指标 甲 10分 { ${EIGHT} }\n指标 乙 10分 { ${FULL} }`)).toBe("15.0"));
  it("is exact where 剔除 moves the points: 10 + 10 + 10 + 5 of 40; without the first 13.34 + 13.33 + 6.67", () => {
    const five = "值 = 满意度; 评分 分档 { >= 90% 得 5分; 其他 得 0分 }";
    const rules = `指标 甲 10分 { 不适用 当 有项目 = 否 按 剔除; ${FULL} }
指标 乙 10分 { ${FULL} }
指标 丙 10分 { ${FULL} }
指标 丁 10分 { ${five} }`;
    expect(highest(rules, 40)).toBe("35.0");
  });
  it("is what a 封顶 leaves that holds wherever more could be had", () =>
    expect(highest(`封顶 15分 当 满意度 >= 80%\n指标 甲 10分 { ${FULL} }\n指标 乙 10分 { ${FULL} }`)).toBe(
      "15.0",
    ));
  it("counts what a 扣分项 always takes", () =>
    expect(
      highest(`指标 甲 20分 { ${FULL} }\n扣分项 乙 至多 5分 { 评分 扣分 { 当 满意度 >= 0% 扣 2分 } }`),
    ).toBe("18.0"));
  it("weighs a mean by its shares: (60% of 8 in 10 and 40% of 10 in 10) of 20", () =>
    expect(
      highest(
        `指标 组 20分 { 加权 { 甲 60%; 乙 40% }\n指标 甲 10分 { ${EIGHT} }\n指标 乙 10分 { ${FULL} } }`,
      ),
    ).toBe("17.60"));
});

describe("a 封顶 above what the standards give", () => {
  it("is no mistake where 剔除 can take the total there", () => {
    const rules = (as: string): string =>
      `${DATA}\n封顶 19分\n指标 甲 10分 { ${as} ${EIGHT} }\n指标 乙 10分 { ${FULL} }`;
    expect(claimed(provedOf(rules(""), { points: 20 }), "H2112")).toHaveLength(1);
    const moved = provedOf(rules("不适用 当 有项目 = 否 按 剔除;"), { points: 20 });
    expect(claimed(moved, "H2112")).toEqual([]);
  });
});

describe("the best of an indicator", () => {
  it("is told as it is rounded", () => {
    const rules =
      "数据 { 满意度 比率 [0%, 50%] }\n指标 甲 5分 { 评分 = 满意度 × 分值 }\n指标 乙 5分 { 评分 = 分值 }";
    expect(told(provedOf(rules, { places: 0 }), "H2106")).toEqual([
      "“甲”得不到满分 5分：最高只有 3分（满意度 50% 时），总分因此最高 8分",
    ]);
  });
});

describe("several 否决", () => {
  it("are each asked, whichever holds: the lowest result stands", () => {
    const proofs = provedOf(`${DATA}
指标 甲 10分 { 否决 当 满意度 < 60% 得 5分; 否决 当 满意度 < 30% 得 0分; ${FULL} }`);
    expect(told(proofs, "H2110")).toEqual([]);
  });
});
