import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";

const HEAD = "规则集 甲 2022年度\n满分 10分\n等级 { 优 >= 9分; 差 其他 }\n得分保留 2位小数\n";
const rules = (value: string, standard = "目标 >= 100%\n  评分 按比例"): string => `${HEAD}数据 {
  支出 万元 >= 0
  预算 万元 > 0
  在职 人 >= 0
  案件 件 >= 0
  满意度 比率 [0%, 100%]
}
定义 无用 = 支出 + 预算 + 1万元 * 在职 / 1人 + 1万元 * 案件 / 1件 + 1万元 * 满意度
指标 执行率 10分 {
  值 = ${value}
  ${standard}
}
`;

function found(text: string): readonly string[] {
  return compile({ file: "甲.heng", text })
    .diagnostics.filter(({ code }) => code !== "H1103")
    .map(({ code, range, fixes }) => {
      const [at] = fixes[0]?.edits ?? [];
      const mended = at && text.slice(0, at.start) + at.text + text.slice(at.end);
      const line = mended?.split("\n").find((one) => one.includes("值 =") || one.startsWith("定义 率"));
      return `${code} ${text.slice(range?.start, range?.end)}: ${line?.trim() ?? ""}`;
    });
}

/** The ratio is one figure, whatever it is shown as: only a bare hundred makes it another. */
describe("a ratio times a bare hundred", () => {
  it.each([
    ["支出 / 预算 * 100", "H1310 100: 值 = 支出 / 预算"],
    ["支出 / 预算 × 100", "H1310 100: 值 = 支出 / 预算"],
    ["(支出 / 预算) * 100", "H1310 100: 值 = (支出 / 预算)"],
    ["100 * 支出 / 预算", "H1310 100: 值 = 支出 / 预算"],
    ["支出 * 100 / 预算", "H1310 100: 值 = 支出 / 预算"],
    ["支出 / 预算 * 1000", "H1310 1000: 值 = 支出 / 预算"],
    ["满意度 * 100", "H1310 100: 值 = 满意度"],
    ["(支出 - 预算) / 预算 * 100", "H1310 100: 值 = (支出 - 预算) / 预算"],
    ["(支出 / 预算 * 100) * 0.5", "H1310 100: 值 = (支出 / 预算) * 0.5"],
    ["最小(支出 / 预算 * 100, 1)", "H1310 100: 值 = 最小(支出 / 预算, 1)"],
  ])("is told of %s", (value, told) => {
    expect(found(rules(value))).toEqual([told]);
  });

  it.each([
    "支出 / 预算",
    "支出 / 预算 * 100%",
    "支出 / 预算 * 100 / 100",
    "支出 / 预算 * 2",
    "支出 / 预算 * 10",
    "支出 / 预算 / 100",
    "支出 / 预算 * 120",
  ])("is not in %s", (value) => {
    expect(found(rules(value))).toEqual([]);
  });

  it("is not in points, nor where the figure is no ratio", () => {
    for (const formula of [
      "(值 * 100) * 0.1分",
      "值 * 100 * 0.1分",
      "(值 - 90%) * 100 * 0.1分",
      "值 * 10分",
      "值 * 分值",
    ])
      expect(
        found(rules("支出 / 预算", `评分 公式 ${formula} 最高 10分`)).filter((f) => f.includes("H1310")),
      ).toEqual([]);
    expect(found(rules("案件 / 在职 * 1000", "评分 达标 <= 5件/人"))).toEqual([]);
  });

  it("is told where it makes 达标 give nothing", () => {
    expect(found(rules("支出 / 预算 * 100", "评分 达标 <= 100%"))).toEqual(["H1310 100: 值 = 支出 / 预算"]);
  });

  it("is told once of a definition with parameters that is used twice", () => {
    const text = `${HEAD}数据 {
  支出 万元 >= 0
  预算 万元 > 0
}
定义 率(甲, 乙) = 甲 / 乙 * 100
指标 执行率 10分 {
  值 = 率(支出, 预算) + 率(预算, 支出)
  评分 达标 <= 100%
}
`;
    expect(found(text)).toEqual(["H1310 100: 定义 率(甲, 乙) = 甲 / 乙"]);
  });
});
