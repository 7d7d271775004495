import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, whole } from "./check.ts";

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
      check(
        "数据 { 次数 次 >= 0 }\n加分项 甲 至多 0.5 { 评分 加减 起点 0分 { 次数 每 1次 加 2分 } 最高 6分 }",
      ).found,
    ).toEqual(["H1307 0.5"]);
  });
});

describe("最高 above 分值 under 加权 and 平均 (H1211)", () => {
  const tree = (combine: string, standard: string, more = ""): readonly string[] =>
    check(`满分 100分
数据 { 率 比率 >= 0% }\n${more}
指标 群 100分 { ${combine}
  指标 子 1000分 { 值 = 率; 评分 ${standard} }
  指标 女 5分 { 值 = 率; 评分 按比例 }
}`).found;
  const weighted = "加权 { 子 10%; 女 90% }";
  it("is told wherever it stands in the standard", () => {
    expect(tree(weighted, "按比例 最高 120%")).toEqual(["H1211 最高 120%"]);
    expect(tree("平均", "按比例 最高 1001分")).toEqual(["H1211 最高 1001分"]);
    expect(tree("平均", "加减 起点 80% { 超过 90% 每 1个百分点 加 1分 } 最高 120%")).toEqual([
      "H1211 最高 120%",
    ]);
    expect(tree("平均", "首个 { 当 率 > 1% 用 按比例 最高 120%; 其他 用 达标 }")).toEqual([
      "H1211 最高 120%",
    ]);
    expect(tree(weighted, "方法 超(率)", "方法 超(率) { 值 = 率; 评分 按比例 最高 120% }")).toEqual([
      "H1211 最高 120%",
    ]);
  });
  it("is told at any depth below", () => {
    const { found } = check(`满分 100分
数据 { 率 比率 >= 0% }
指标 群 100分 { 平均
  指标 中 10分 { 指标 子 10分 { 值 = 率; 评分 按比例 最高 120% } }
}`);
    expect(found).toEqual(["H1211 最高 120%"]);
  });
  it("is no matter of 最高 at 分值, nor of a sum beside or above the mean", () => {
    expect(tree("平均", "加减 起点 80% { 超过 90% 每 1个百分点 加 1分 } 最高 100%")).toEqual([]);
    const { found } = check(`满分 100分
数据 { 率 比率 >= 0% }
指标 群 100分 {
  指标 中 90分 { 平均; 指标 子 10分 { 值 = 率; 评分 按比例 } }
  指标 旁 10分 { 值 = 率; 评分 按比例 最高 120% }
}`);
    expect(found).toEqual([]);
  });
  it("is mended by taking 最高 out, and nothing else", () => {
    const of = (cap: string): string =>
      whole(`满分 100分
数据 { 率 比率 >= 0% }
指标 群 100分 { 平均
  指标 子 10分 { 值 = 率; 评分 加减 起点 80% { 超过 90% 每 1个百分点 加 1分 }${cap} }
}`);
    const text = of(" 最高 120%");
    const [fix] = compile({ file: "甲.heng", text }).diagnostics.flatMap(({ fixes }) => fixes);
    const [edit] = fix?.edits ?? [];
    expect(text.slice(0, edit?.start) + (edit?.text ?? "") + text.slice(edit?.end)).toBe(of(""));
    expect(fix?.safe).toBe(false);
  });
});
