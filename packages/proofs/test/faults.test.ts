/** What has no figure is told wherever it is asked for. */
import { describe, expect, it } from "vitest";
import { only, provedOf, told } from "./findings.ts";

const MONEY = "数据 { 支出 万元 >= 0; 预算 万元 >= 0 }";

describe("a divisor that may be 0", () => {
  it("is told beside a condition that settles the whole: errors are not passed over by 或", () => {
    const proofs = provedOf(`${MONEY}
指标 甲 10分 { 值 = 支出; 否决 当 预算 = 0万元 或 支出 / 预算 > 1 得 0分; 评分 分档 { <= 1万元 得 满分; 其他 得 0分 } }`);
    expect(only(proofs, "H2107").counterexample?.data).toMatchObject({ 预算: "0万元" });
  });
  it("is told in a condition that is the same for all other values", () => {
    const proofs = provedOf(`${MONEY}
指标 甲 10分 { 值 = 支出; 否决 当 预算 / 预算 > 200% 得 0分; 评分 分档 { <= 1万元 得 满分; 其他 得 0分 } }`);
    expect(told(proofs, "H2107")).toHaveLength(1);
  });
  it("is told of a condition after one that always holds", () => {
    const proofs = provedOf(`${MONEY}
指标 甲 10分 {
  值 = 支出
  否决 当 预算 >= 0万元 得 1分
  否决 当 支出 / 预算 > 1 得 0分
  评分 分档 { <= 1万元 得 满分; 其他 得 0分 }
}`);
    expect(told(proofs, "H2107")).toHaveLength(1);
  });
  it("is told of a 封顶 of the whole", () => {
    const proofs = provedOf(`${MONEY}
封顶 8分 当 支出 / 预算 > 1
指标 甲 10分 { 值 = 支出; 评分 分档 { <= 1万元 得 满分; 其他 得 0分 } }`);
    expect(only(proofs, "H2107")).toMatchObject({ data: { name: "试", divisor: "预算" } });
  });
});

describe("what has no figure in one row of several", () => {
  it("is told, however rarely that row is come to", () => {
    const proofs = provedOf(`数据 { 满意度 比率 [0%, 100%]; 改革 定性 }
明细 项目 至多 3行 { 资金 万元 >= 0; 进度 比率 [0%, 100%] }
指标 甲 10分 {
  值 = 加权平均(项目.进度, 项目.资金)
  评分 首个 { 当 满意度 ≠ 50% 用 定性 改革; 其他 用 插值 { 60% 得 0分; 100% 得 10分 } }
}`);
    expect(told(proofs, "H2103", "H2114")).not.toEqual([]);
  });
});

describe("figures that cancel out", () => {
  it("are proved of all the same", () => {
    const proofs = provedOf(`${MONEY}
指标 甲 10分 { 值 = 变动率(支出, 支出); 评分 分档 { <= 0% 得 满分; 其他 得 0分 } }`);
    expect(only(proofs, "H2103").counterexample?.data).toEqual({ 支出: "0万元" });
  });
});

describe("a field of any name", () => {
  it("is filed under it in a counterexample", () => {
    const proofs = provedOf(`数据 { __proto__ 万元 >= 0 }
指标 甲 10分 { 值 = 1万元 / __proto__; 评分 分档 { <= 100% 得 满分; 其他 得 0分 } }`);
    expect(JSON.stringify(only(proofs, "H2107").counterexample)).toBe('{"data":{"__proto__":"0万元"}}');
  });
});
