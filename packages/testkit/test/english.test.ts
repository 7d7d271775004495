import { score, type IndicatorResult } from "@heng/engine";
import { readCsvFilings } from "@heng/forms";
import { describe, expect, it } from "vitest";
import { compileFixture } from "../src/index.ts";

/** The first indicator as scored in English: `rules` declare the fields, `data` fills them. */
function scored(rules: string, data: Readonly<Record<string, string>>): IndicatorResult | undefined {
  const { program, diagnostics } = compileFixture(rules);
  expect(diagnostics).toEqual([]);
  if (!program) return undefined;
  const csv = `预算单位,${Object.keys(data).join(",")}\n甲单位,${Object.values(data).join(",")}\n`;
  const [filing] = readCsvFilings(new TextEncoder().encode(csv), program, "表.csv").filings;
  return filing && score(program, filing, { lang: "en" }).indicators[0];
}

function said(rules: string, data: Readonly<Record<string, string>>): string {
  return scored(rules, data)?.explanation ?? "";
}

const RATE = "数据 { 率 比率 >= 0% }\n";
const tally = (row: string): string => `${RATE}指标 甲 5分 { 值 = 率; 评分 扣分 { ${row} } }`;

describe("an explanation in English", () => {
  it.each([
    [
      "超过 100% 每 1个百分点 扣 0.5分",
      "102%",
      "above 100% by 2 percentage points, each 1 percentage point takes 0.5分: 1分",
    ],
    ["超过 100% 每满 1个百分点 扣 0.5分", "101.5%", "each full 1 percentage point takes 0.5分, × 1: 0.5分"],
    [
      "超过 100% 每不满 1个百分点 扣 0.5分",
      "101.5%",
      "each started 1 percentage point takes 0.5分 (part steps count as whole ones), × 2: 1分",
    ],
    [
      "偏离 50% 每 1个百分点 扣 0.5分",
      "52%",
      "apart from 50% by 2 percentage points, each 1 percentage point takes 0.5分: 1分",
    ],
    ["当 率 > 100% 扣 2分", "102%", "率 102% > 100%: takes 2分"],
  ])("of 扣分 { %s }", (row, rate, expected) => {
    expect(said(tally(row), { 率: rate })).toContain(`${expected}, score`);
  });
  it("of points that are given, and of a date", () => {
    expect(
      said("数据 { 奖 次 >= 0 }\n指标 甲 5分 { 评分 加减 起点 0分 { 奖 每 1次 加 1分 } }", { 奖: "2" }),
    ).toBe("奖 2次, each 1次 gives 1分: 2分, score 2分.");
    expect(
      said("数据 { 报送 日期 }\n指标 甲 5分 { 评分 扣分 { 报送 超过 2022年11月30日 每 1天 扣 1分 } }", {
        报送: "2022年12月2日",
      }),
    ).toContain("报送 2022年12月2日 after 2022年11月30日 by 2天, each 1天 takes 1分: 2分");
  });
  it("of points that are judged", () => {
    const rules = "数据 { 有投诉 是否 }\n指标 甲 5分 { 评分 扣分 { 当 有投诉 酌情扣 [1分, 3分] } }";
    expect(said(rules, { 有投诉: "是", 甲: "2分" })).toContain('"有投诉" is "yes": takes 2分 as judged');
  });
  it("of a completion beyond a limit", () => {
    const rules = `${RATE}指标 甲 10分 { 值 = 率; 目标 >= 100%; 评分 按比例 超过 130% 每满 10个百分点 扣 0.5分 }`;
    expect(said(rules, { 率: "145%" })).toContain(
      "completion 145% is 15 percentage points above 130%, each full 10 percentage points takes 0.5分, × 1: 0.5分 taken",
    );
  });
  it("of the best of several", () => {
    const rules = `${RATE}指标 甲 4分 { 值 = 率; 目标 >= 100%; 评分 择优 { 按比例; = 率 × 2分 } }`;
    expect(said(rules, { 率: "50%" })).toContain(
      "the best of: ① proportional 2分 (50% × 4分), ② expression 1分 (率 50% × 2分)",
    );
  });
  it("and its steps have words, not keywords", () => {
    const rules = "数据 { 数 次 >= 0 }\n指标 甲 5分 { 不适用 当 数 = 0次 按 满分; 评分 人工 }";
    expect(scored(rules, { 数: "0", 甲: "3分" })?.steps.map(({ name }) => name)).toContain("not applicable");
  });
});
