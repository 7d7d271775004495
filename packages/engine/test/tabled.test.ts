/** What the 自评表 shows as 目标 and 实际 of indicators, from the text of their rules. */
import { compile, type Value } from "@heng/lang";
import { describe, expect, test } from "vitest";
import { score } from "../src/index.ts";
import * as m from "./make.ts";

const DATA = `数据 {
  页数 页 >= 0
  人数 人 >= 0
  编制 人 > 0
  有违规 是否
  档案 选项 { 完备, 不完备 }
  完成 定性
  制度 清单 { 有制度, 已执行, 有记录 }
}`;

const items = (met: Readonly<Record<string, boolean>>): Value => ({
  kind: "checklist",
  met: new Map(Object.entries(met)),
});
const graded = (grade: string, share: string): Value => ({ kind: "qualitative", grade, share: m.q(share) });

/** 目标 and 实际 of the only indicator, 人数 with 6分. */
function shown(
  body: string,
  values: Parameters<typeof m.filing>[0],
  lang: "zh" | "en" = "zh",
): readonly (string | null)[] {
  const text = `规则集 测试 2022年度\n满分 6分\n得分保留 2位小数\n等级 { 合格 >= 0分 }\n${DATA}\n${body}`;
  const { program, diagnostics } = compile({ file: "甲.heng", text });
  if (program === undefined) throw new Error(JSON.stringify(diagnostics));
  const [only] = score(program, m.filing(values), { lang }).indicators;
  return [only?.target ?? null, only?.actual ?? null];
}
const leaf = (lines: string): string => `指标 人数 6分 { ${lines} }`;

describe("目标 and 实际", () => {
  test("are the indicator's own, where it has them", () => {
    expect(shown(leaf("值 = 人数; 目标 >= 5人; 评分 达标"), { 人数: 6 })).toEqual([">= 5人", "6人"]);
    expect(shown(leaf("值 = 人数; 目标 >= 5人; 评分 达标"), {})).toEqual([">= 5人", null]);
  });

  test("of 达标 are what the condition asks of the figure that the indicator is named after", () => {
    expect(shown(leaf("评分 达标 人数 <= 80人"), { 人数: 6 })[0]).toBe("<= 80人");
    expect(shown(leaf("评分 达标 人数 <= 编制"), { 人数: 6, 编制: 7 })[0]).toBe("<= 7人");
    expect(shown(leaf("评分 达标 编制 <= 80人"), { 编制: 6 })[0]).toBe(null);
    expect(shown(leaf("评分 达标 人数 <= 80人 且 有违规"), { 人数: 6, 有违规: true })[0]).toBe(null);
  });

  test("of 定性 are the grade and the share", () => {
    expect(shown(leaf("评分 定性 完成"), { 完成: graded("达成", "90%") })).toEqual([null, "达成 90%"]);
    // Where the two do not fit the score is an error; what was filed is seen.
    expect(shown(leaf("评分 定性 完成"), { 完成: graded("达成", "10%") })).toEqual([null, "达成 10%"]);
    expect(shown(leaf("评分 定性 完成"), {})).toEqual([null, null]);
  });

  test("of 要点 are how many items are in place", () => {
    const two = items({ 有制度: true, 已执行: false, 有记录: true });
    expect(shown(leaf("评分 要点 制度"), { 制度: two })).toEqual([null, "2/3项"]);
    expect(shown(leaf("评分 要点 制度"), { 制度: two }, "en")).toEqual([null, "2 of 3"]);
    expect(shown(leaf("评分 要点 制度 每缺一项 扣 1分"), { 制度: two })[1]).toBe("2/3项");
    expect(shown(leaf("评分 要点 制度"), { 制度: items({ 有制度: true }) })[1]).toBe(null);
  });

  test("of 要点 count no item that is exempt, nor one whose 须先 item fails", () => {
    const exempt = leaf("评分 要点 制度 { 有记录 免检 当 有违规 }");
    const met = items({ 有制度: true, 已执行: true });
    expect(shown(exempt, { 制度: met, 有违规: true })[1]).toBe("2/2项");
    const first = leaf("评分 要点 制度 { 有记录 须先 已执行 }");
    const ticked = items({ 有制度: true, 已执行: false, 有记录: true });
    expect(shown(first, { 制度: ticked })[1]).toBe("1/3项");
  });

  test("of 分档 are what decides the band, where that is one thing", () => {
    const option = leaf("评分 分档 档案 { 完备 得 6分; 不完备 得 0分 }");
    expect(shown(option, { 档案: { kind: "option", value: "完备" } })[1]).toBe("完备");
    const ratio = leaf("评分 分档 人数 ÷ 编制 { >= 50% 得 6分; 其他 得 0分 }");
    expect(shown(ratio, { 人数: 3, 编制: 4 })[1]).toBe("75%");
    expect(shown(ratio, { 人数: 3 })[1]).toBe(null);
    const conditions = leaf("评分 分档 { 当 页数 > 9页 得 6分; 当 页数 > 5页 得 2分; 其他 得 0分 }");
    expect(shown(conditions, { 页数: 7 })[1]).toBe("7页");
    const two = leaf("评分 分档 { 当 有违规 得 0分; 当 页数 > 5页 得 2分; 其他 得 0分 }");
    expect(shown(two, { 页数: 7, 有违规: false })[1]).toBe(null);
  });

  test("of a 方法 are those of its standard", () => {
    const rules = `方法 看(率) { 评分 分档 率 { >= 50% 得 6分; 其他 得 0分 } }\n${leaf("评分 方法 看(人数 ÷ 编制)")}`;
    expect(shown(rules, { 人数: 3, 编制: 4 })[1]).toBe("75%");
  });

  test("are not shown where the standard was not asked", () => {
    const filed = { 完成: graded("达成", "90%"), 有违规: true };
    expect(shown(leaf("否决 当 有违规 得 0分; 评分 定性 完成"), filed)[1]).toBe(null);
    expect(shown(leaf("不适用 当 有违规 按 满分; 评分 定性 完成"), filed)[1]).toBe(null);
    // Whichever of the two holds, the standard is not asked.
    const both = "不适用 当 人数 > 5人 按 满分; 不适用 当 有违规 按 零分; 值 = 页数; 目标 > 0页; 评分 达标";
    expect(shown(leaf(both), { 有违规: true, 页数: 3 })[1]).toBe(null);
  });
});
