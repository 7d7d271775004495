/** What `check --fix` writes unasked mends; where the text lacks more, nothing is written. */
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, whole } from "./check.ts";

/** `H1007 =`: each finding with a safe fix, and the text it puts. */
function safe(rules: string): readonly string[] {
  const { diagnostics } = compile({ file: "甲.heng", text: whole(rules) });
  return diagnostics.flatMap(({ code, fixes }) =>
    fixes.flatMap((fix) =>
      fix.safe ? [`${code} ${fix.edits.map(({ text }) => text.trim()).join("|")}`] : [],
    ),
  );
}

const DATA = "数据 { 率 比率 >= 0%; 全年预算数 万元 > 0 }\n";
const leaf = (body: string): string => `${DATA}指标 甲 10分 {\n${body}\n}`;

describe("a fix that is made unasked", () => {
  it("puts = before what 值 can be, and nowhere else", () => {
    expect(safe(leaf("值 率; 评分 按比例"))).toEqual(["H1007 ="]);
    expect(safe(leaf("值 (率 - 1%); 评分 按比例"))).toEqual(["H1007 ="]);
    for (const value of ["值/= 率", "值 { 率", "值\n = 率", "值 % 率", "值 得 率", "值1,000 = 率"])
      expect(safe(leaf(`${value}\n评分 按比例`)), value).toEqual([]);
    expect(safe(`${leaf("值 = 率; 评分 按比例")}\n值`)).toEqual([]);
  });
  it("quotes a name with signs in it, not the end of one thing with another", () => {
    expect(safe("数据 { 会议、培训 次 >= 0 }")).toEqual(["H1017 「会议、培训」"]);
    expect(safe("数据 { 全年预算数（ ） 万元 > 0 }")).toEqual([]);
    expect(safe("数据 { 采购情况,清单 { 有预算, 依法 } }")).toEqual([]);
  });
  it("writes 分 where only points can stand, not where a share may be meant", () => {
    expect(safe(`${DATA}指标 甲 10 { 评分 人工 }`)).toEqual(["H1307 10分"]);
    expect(safe(`${DATA}指标 甲 0.5 { 评分 人工 }`)).toEqual([]);
    expect(safe(leaf("值 = 全年预算数; 评分 达标 <= 20"))).toEqual([]);
  });
  it("writes a mistyped word before what only that word stands before", () => {
    expect(safe(leaf("评份 人工"))).toEqual(["H1009 评分"]);
    expect(safe(leaf("评分 按比列"))).toEqual([]);
    expect(safe(`${DATA}指际 甲 10分 { 评分 人工 }`)).toEqual(["H1009 指标"]);
  });
  it("takes what is no part of a name out of its brackets, unless it stands behind them again", () => {
    expect(safe("指标 甲（10分） { 评分 人工 }")).toEqual(["H1017 甲 10分"]);
    expect(safe("指标 甲（10分） 10分 { 评分 人工 }")).toEqual([]);
    expect(safe("数据 { 预算（万元） > 0 }")).toEqual(["H1017 预算 万元"]);
    expect(safe("数据 { 预算（万元） 元 > 0 }")).toEqual([]);
  });
  it("parts no words where the name that the first wants was left out", () => {
    expect(safe(`${DATA}indicatorvalue = 率`)).toEqual([]);
  });
  it("closes no block: what the block has swallowed may hold mistakes of its own", () => {
    const block = "指标 甲 10分 {\n  指标 乙 5分 {\n    评分 人工\n  指标 丙 5分 { 评分 人工 }\n}";
    expect(safe(block)).toEqual([]);
  });
  it("mends a sign to its end", () => {
    expect(safe(leaf("值 = 率; 目标 =>= 90%; 评分 按比例"))).toEqual(["H1019 >="]);
    expect(check(leaf("值 = 率; 目标 =>= 90%; 评分 按比例")).found).toEqual(["H1019 =>="]);
    expect(safe(leaf("值 > = 率; 评分 按比例"))).toEqual([]);
  });
  it("takes nothing apart that does not stand then", () => {
    expect(safe(`${DATA}指标甲 10分 { 值 = 率; 评分 按比例 }`)).toEqual(["H1010 指标 甲"]);
    expect(safe(`${DATA}指标2甲 10分 { 值 = 率; 评分 按比例 }`)).toEqual([]);
    expect(safe(leaf("值 = 率 评分 按比例"))).toEqual(["H1014 ;"]);
    expect(safe(leaf("值 = 率评分 按比例"))).not.toContain("H1014 ;");
    expect(safe(leaf("值 = 率\n按比例按比例"))).toEqual([]);
  });
  it("writes 5% only where a figure may stand", () => {
    expect(safe(leaf("值 = 率; 目标 >= 百分之五; 评分 按比例"))).toEqual(["H1011 5%"]);
    expect(safe(leaf("值 = 率\n百分之五 评分 按比例"))).toEqual([]);
    expect(safe(leaf("值 = 率; 目标 >= 6百分之五; 评分 按比例"))).not.toContain("H1011 5%");
  });
  it("makes a comment of # without what is not in it", () => {
    expect(safe(leaf("值 = 率 # 决算\n评分 按比例"))).toEqual(["H1002 //"]);
    expect(safe(`${DATA}指标 甲 10分 #{\n值 = 率; 评分 按比例\n}`)).toEqual([]);
    // Nothing behind it: the next line is no part of the comment.
    expect(check(leaf("值 = 率 #\n评分 按比例")).found).toEqual(["H1002 #"]);
  });
  it("adds 度 to a year that nothing follows", () => {
    const heading = (year: string): string => whole(DATA).replace("2022年度", year);
    const of = (year: string): readonly unknown[] =>
      compile({ file: "甲.heng", text: heading(year) }).diagnostics.flatMap(({ fixes }) => fixes);
    expect(of("2022年")).toHaveLength(1);
    expect(of("2022年 度")).toEqual([]);
  });
});

describe("满分 is not offered the sum of the indicators", () => {
  const fixes = (grades: string): readonly string[] =>
    compile({
      file: "甲.heng",
      text: whole(`满分 10分\n等级 { ${grades} }\n指标 甲 5分 { 评分 人工 }`),
    }).diagnostics.flatMap((d) => [d.code, ...d.fixes.map(({ title }) => title.zh)]);
  it("where a grade would be out of reach", () => {
    expect(fixes("优 >= 5分; 差 其他")).toEqual(["H1202", "将满分改为 5分"]);
    expect(fixes("优 >= 9分; 差 其他")).toEqual(["H1202"]);
    expect(fixes("优 > 5分; 差 其他")).toEqual(["H1202"]);
  });
});
