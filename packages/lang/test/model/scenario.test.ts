import { describe, expect, it } from "vitest";
import { check } from "./check.ts";

const RULES = `满分 30分
数据 {
  支出 万元 >= 0
  率 比率 >= 0%
  增幅 个百分点
  有 是否
  地区 选项 { 中部, 西部 }
  完成 定性
  制度 清单 { 有制度, 已执行 }
  说明 文本
  日 日期
  系数 数
}
明细 项目 至多 3行 { 资金 万元 >= 0; 完工 是否 }
指标 甲 20分 { 指标 管理 10分 { 评分 人工 }; 指标 成效 10分 { 评分 人工 } }
指标 乙 10分 { 指标 管理 10分 { 评分 人工 } }
`;
const scenario = (data: string, expect_: string) =>
  check(`${RULES}案例 "一" {\n数据 {\n${data}\n}\n应得 {\n${expect_}\n}\n}`);

describe("the data of a 案例", () => {
  it("is read by the field's kind", () => {
    const { program, found } = scenario(
      `支出 100元
率 95%
增幅 5个百分点
有 是
地区 中部
完成 达成 90%
制度 { 有制度 是; 已执行 否 }
说明 "无"
日 2022年11月30日
系数 1.5
项目 { 资金 3万元; 完工 是 }
项目 { 资金 4万元 }
成效 9分
甲/管理 8分`,
      "合计 待补",
    );
    expect(found).toEqual([]);
    const values = program?.scenarios[0]?.values;
    expect(Array.from(values?.keys() ?? [])).toEqual(
      "支出 率 增幅 有 地区 完成 制度 说明 日 系数 甲/成效 甲/管理".split(" "),
    );
    expect(program?.scenarios[0]?.rows.get("项目")?.length).toBe(2);
  });
  it.each([
    ["支出 100", "H1115 支出 100"],
    ["支出 0", undefined],
    ["支出 100人", "H1115 支出 100人"],
    ["率 0.95", "H1115 率 0.95"],
    ["率 95个百分点", "H1115 率 95个百分点"],
    ["增幅 5%", "H1115 增幅 5%"],
    ["有 对", "H1115 有 对"],
    ["地区 东部", "H1115 地区 东部"],
    ["完成 达成", "H1115 完成 达成"],
    ["完成 优秀 90%", "H1115 完成 优秀 90%"],
    ["制度 是", "H1115 制度 是"],
    ["制度 { 没有 是 }", "H1101 没有"],
    ["制度 { 有制度 1 }", "H1115 有制度 1"],
    ["说明 无", "H1115 说明 无"],
    ["日 2022年2月30日", "H1309 2022年2月30日"],
    ["系数 1万元", "H1115 系数 1万元"],
    ["项目 3", "H1115 项目 3"],
    ["项目 { 金额 3万元 }", "H1101 金额"],
    ["管理 5分", "H1116 管理"],
    ["支处 5万元", "H1101 支处"],
    ["甲/没有 5分", "H1101 甲/没有"],
  ])("%s: %s", (entry, expected) => {
    expect(scenario(entry, "合计 待补").found).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe("what a 案例 expects", () => {
  it.each([
    ["合计 20分", undefined],
    ["合计 0", undefined],
    ["合计 20", "H1115 合计 20"],
    ["等级 合格", undefined],
    ["等级 待补", undefined],
    ["等级 优", "H1101 优"],
    ["等级 90分", "H1115 等级 90分"],
    ["甲 15分", undefined],
    ["成效 不适用", undefined],
    ["乙/管理 待补", undefined],
    ["管理 待补", "H1116 管理"],
    ["成果 5分", "H1101 成果"],
    ["成效 5万元", "H1115 成效 5万元"],
  ])("%s: %s", (entry, expected) => {
    expect(scenario("支出 1万元", entry).found).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe("a grade whose row has an error", () => {
  it("is a grade all the same", () => {
    const rules = (row: string): string => `等级 { ${row}; 差 其他 }
案例 "一" { 应得 { 等级 优 } }`;
    expect(check(rules("优 >= 9")).found).toEqual(["H1307 9"]);
    expect(check(rules("优 <= 9分")).found).toEqual(["H1504 <= 9分"]);
    expect(check("等级 { 优 >= 9分; 差 >= 0% }").found).toEqual(["H1301 0%"]);
  });
});
