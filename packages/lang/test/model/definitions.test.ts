import { describe, expect, it } from "vitest";
import { check, leaf } from "./check.ts";

const DATA = "数据 { 甲 万元 >= 0; 乙 万元 > 0 }";

describe("定义", () => {
  it("is worked out once, whatever the order", () => {
    const { program, found } = check(`定义 丙 = 丁 + 甲\n定义 丁 = 甲 - 乙\n${DATA}
指标 率 10分 { 值 = 丙 / 丁; 评分 达标 >= 1% }`);
    expect(found).toEqual([]);
    expect(program?.definitions.map((d) => d.id)).toEqual(["丁", "丙", "率#value"]);
  });
  it.each([
    ["itself", "定义 丙 = 丙 + 甲", "丙 → 丙"],
    ["two", "定义 丙 = 丁 + 甲\n定义 丁 = 丙", "丙 → 丁 → 丙"],
    ["a function of itself", "定义 丙(数) = 丙(数)\n定义 丁 = 丙(甲)", "丙 → 丙"],
    ["two functions", "定义 丙(数) = 丁(数)\n定义 丁(数) = 丙(数)\n定义 戊 = 丙(甲)", "丙 → 丁 → 丙"],
    ["function and definition", "定义 丙(数) = 数 + 丁\n定义 丁 = 丙(甲)", "丁 → 丙 → 丁"],
  ])("circle of %s", (_, rules, chain) => {
    const { messages, program } = check(`${DATA}\n${rules}`);
    expect(messages).toEqual([`定义绕成了圈：${chain}`]);
    expect(program).toBeUndefined();
  });
  it("may call a function with its own result", () => {
    const { found } = check(`${DATA}\n定义 加倍(数) = 数 × 2\n定义 丙 = 加倍(加倍(甲))`);
    expect(found).toEqual([]);
  });
  it.each([
    ["加倍()", "H1106 加倍()"],
    ["加倍(甲, 乙)", "H1106 加倍(甲, 乙)"],
    ["加倍", "H1105 加倍"],
    ["加倍(有)", "H1101 有"],
  ])("%s: %s", (use, expected) => {
    expect(check(`${DATA}\n定义 加倍(数) = 数 × 2\n定义 丙 = ${use}`).found).toEqual([expected]);
  });
  it("takes each use's own units", () => {
    const { found } = check(`${DATA}\n数据 { 人数 人 > 0 }
定义 占比(部分, 全部) = 部分 / 全部
指标 一 5分 { 值 = 占比(甲, 乙); 评分 达标 >= 50% }
指标 二 5分 { 值 = 占比(甲, 人数); 评分 达标 >= 5万元/人 }`);
    expect(found).toEqual([]);
  });
});

describe("方法", () => {
  const CONTROL = "方法 控制(率, 上限) { 值 = 率; 目标 <= 上限; 评分 按比例 反比 }";
  const use = (phrase: string): string => `${DATA}\n${CONTROL}\n指标 率 10分 { 评分 方法 ${phrase} }`;
  it("brings its own 值 and 目标", () => {
    const { program, found } = check(use("控制(甲 / 乙, 9%)"));
    expect(found).toEqual([]);
    expect(leaf(program, "率")?.method).toBe("reuse");
  });
  it.each([
    ["控制(甲 / 乙)", "H1106 控制(甲 / 乙)"],
    ["控制(甲 / 乙, 9%, 1)", "H1106 控制(甲 / 乙, 9%, 1)"],
    ["控制(甲 / 乙, 9人)", "H1301 上限"],
    ["控治(甲 / 乙, 9%)", "H1101 控治(甲 / 乙, 9%)"],
  ])("%s: %s", (phrase, expected) => {
    expect(check(use(phrase)).found).toEqual([expected]);
  });
  it("cannot use itself", () => {
    const { messages } = check("方法 甲() { 评分 方法 甲() }\n指标 率 10分 { 评分 方法 甲() }");
    expect(messages).toEqual(["定义绕成了圈：甲 → 甲"]);
  });
  it("holds 值, 目标 and 评分 once, and nothing else", () => {
    const rules = `${DATA}
方法 控制(率) { 值 = 率; 值 = 率; 须说明 当 值 > 1; 指标 乙 1分 { 评分 人工 }; 评分 达标 >= 1 }
指标 率 10分 { 评分 方法 控制(甲 / 乙) }`;
    expect(check(rules).found).toEqual(["H1113 值", "H1107 须说明", "H1107 指标 乙 1分 { 评分 人工 }"]);
  });
});
