/** Parts of a rule text as they are shown in colour. */
import { describe, expect, it } from "vitest";
import { shadesOf } from "../src/index.ts";

const shown = (text: string): readonly string[] =>
  shadesOf(text).map(({ start, end, shade }) => `${shade} ${text.slice(start, end)}`);

describe("shades", () => {
  it("are of keywords, figures with their units, texts and comments", () => {
    expect(shown('指标 执行率 10分 { // 注\n  解释 "说明"\n  目标 >= 95%\n  评分 按比例 反比\n}')).toEqual([
      "keyword 指标",
      "number 10分",
      "comment // 注",
      "keyword 解释",
      'text "说明"',
      "keyword 目标",
      "number 95%",
      "keyword 评分",
      "keyword 按比例",
      "keyword 反比",
    ]);
  });

  it("tell a keyword from a name that is spelt the same", () => {
    expect(shown("数据 { 目标 万元 >= 0 }\n指标 评分 5分 { 值 = 目标 / 目标; 评分 按比例 }")).toEqual([
      "keyword 数据",
      "number 0",
      "keyword 指标",
      "number 5分",
      "keyword 值",
      "keyword 评分",
      "keyword 按比例",
    ]);
  });

  it("are there in English, and of text that is no whole rule set or wrong", () => {
    expect(shown("value = a / b\nstandard threshold")).toEqual([
      "keyword value",
      "keyword standard",
      "keyword threshold",
    ]);
    expect(shown("指标 { 评分 扣分 { 每1个百分点扣0.5分 }")).toContain("keyword 扣分");
    expect(shown("")).toEqual([]);
  });
});
