/** What is said of a score, from the text of the rules to the sentence. */
import { score, type IndicatorResult } from "@heng/engine";
import { readJsonFilings } from "@heng/forms";
import { describe, expect, it } from "vitest";
import { compileClean } from "../src/compile-clean.ts";
import { wholeRules } from "../src/fixtures.ts";

function told(rules: string, data: Record<string, string>, lang: "zh" | "en" = "zh"): IndicatorResult {
  const { program } = compileClean(wholeRules(rules).text);
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const { filings, diagnostics } = readJsonFilings(bytes, program, "填报.json");
  expect(diagnostics).toEqual([]);
  const [filing] = filings;
  const [first] = filing ? score(program, filing, { lang }).indicators : [];
  if (!first) throw new Error("nothing scored");
  return first;
}

describe("a row with its own 量", () => {
  const of = (data: string, row: string, filed: Record<string, string>, lang: "zh" | "en" = "zh"): string =>
    told(`数据 { ${data} }\n指标 甲指标 10分 { 评分 扣分 { ${row} } }`, filed, lang).explanation;
  it("tells what was filed, the bound and how far apart they are", () => {
    const late = ["日 日期", "日 超过 2022年2月28日 每满 1天 扣 1分", { 日: "2022-03-01" }] as const;
    expect(of(...late)).toBe(
      "日 2022年3月1日 超过 2022年2月28日 1天，每满 1天 扣 1分，计 1 次，扣 1分，得分 = 10分 - 1分 = 9分。",
    );
    expect(of(...late, "en")).toContain("日 2022年3月1日 after 2022年2月28日 by 1天, each full 1天");
  });
  it("keeps plain numbers apart", () => {
    const far = ["数值 数", "数值 偏离 50 每不满 10 扣 1分", { 数值: "-5" }] as const;
    // |-5 - 50| = 55: six steps begun.
    expect(of(...far)).toContain(
      "数值 -5 偏离 50，相差 55，每不满 10 扣 1分（不足 10 按 10 计），计 6 次，扣 6分",
    );
    expect(of(...far, "en")).toContain("数值 -5 apart from 50 by 55, each started 10");
  });
  it("tells what a formula comes to", () => {
    const rise = "率 - 上年率 低于 3个百分点 每 1个百分点 扣 1分";
    expect(of("率 比率; 上年率 比率", rise, { 率: "91%", 上年率: "90%" })).toContain(
      "率 91% - 上年率 90% = 1个百分点，低于 3个百分点 2个百分点，每 1个百分点 扣 1分，扣 2分",
    );
  });
});

describe("the difference of two ratios", () => {
  const RATIOS = "数据 { 甲 比率 >= 0%; 乙 比率 >= 0% }\n";
  const of = (leaf: string, more = ""): IndicatorResult =>
    told(`${RATIOS}${more}指标 升幅 10分 { ${leaf} }`, { 甲: "95%", 乙: "90%" });
  it("is told in 个百分点 where that is what it is compared with", () => {
    const bands = "评分 分档 { >= 5个百分点 得 满分; 其他 得 0分 }";
    const { explanation, value, actual } = of(`值 = 甲 - 乙; ${bands}`);
    expect(explanation).toBe("升幅 = 甲 95% - 乙 90% = 5个百分点；在“>= 5个百分点”一档，得 10分。");
    expect(value).toEqual({ exact: "0.05", shown: "5个百分点", unit: "个百分点" });
    expect(actual).toBe("5个百分点");
    const en = told(`${RATIOS}指标 rise 10分 { 值 = 甲 - 乙; ${bands} }`, { 甲: "95%", 乙: "90%" }, "en");
    expect(en.explanation).toContain("= 5 percentage points; in the band “>= 5 percentage points”");
  });
  it("whatever else the indicator asks", () => {
    const leaf = "不适用 当 乙 = 0% 按 满分; 目标 >= 4个百分点; 评分 按比例 低于 60% 不得分";
    expect(of(`值 = 甲 - 乙; ${leaf}`).value?.shown).toBe("5个百分点");
    expect(of(`值 = 差; ${leaf}`, "定义 差 = 甲 - 乙\n").value?.shown).toBe("5个百分点");
    expect(of("值 = 甲 - 乙; 评分 扣分 { 每 1个百分点 扣 10% }").value?.shown).toBe("5个百分点");
  });
  it("is told in % where it is compared with a ratio", () => {
    expect(of("值 = 甲 - 乙; 评分 达标 >= 5%").value).toEqual({ exact: "0.05", shown: "5%", unit: "%" });
    expect(of("值 = 甲 - 乙; 目标 >= 4%; 评分 扣分 { 低于 目标 每 1个百分点 扣 10% }").value?.shown).toBe(
      "5%",
    );
    expect(of("值 = 甲 - 乙; 评分 达标").value?.shown).toBe("5%");
  });
});
