import { describe, expect, it } from "vitest";
import { check } from "./check.ts";

describe("weights", () => {
  it("agree at every level", () => {
    const rules = (deepest: string): string => `指标 一 10分 {
  指标 二 6分 {
    指标 三 2.5分 { 评分 人工 }
    指标 四 3.5分 { 指标 五 ${deepest} { 评分 人工 }; 指标 六 1.25分 { 评分 人工 } }
  }
  指标 七 4分 { 评分 人工 }
}`;
    expect(check(rules("2.25分")).found).toEqual([]);
    expect(check(rules("2分")).found).toEqual(["H1204 3.5分"]);
    expect(check(rules("2.255分")).found).toEqual(["H1204 3.5分", "H1203 2.255分"]);
  });
  it("are told where the sum is wrong, not above", () => {
    const { found, messages } = check(
      "指标 一 10分 { 指标 二 5分 { 指标 三 4分 { 评分 人工 } }; 指标 四 5分 { 评分 人工 } }",
    );
    expect(found).toEqual(["H1204 5分"]);
    expect(messages).toEqual(["下级分值合计 4分，与“二”的 5分 不符，少 1分"]);
  });
  it("are summed where a child has an error elsewhere, not where its weight has", () => {
    const rules = (points: string): string =>
      `指标 一 10分 { 指标 二 ${points} { 值 = 没有; 评分 按比例 }; 指标 三 5分 { 评分 人工 } }`;
    expect(check(rules("5分")).found).toEqual(["H1101 没有"]);
    expect(check(rules("4分")).found).toEqual(["H1204 10分", "H1101 没有"]);
    expect(check(rules("4")).found).toEqual(["H1307 4", "H1101 没有"]);
  });
  it("sum to 满分; 加分项 and 扣分项 stand beside", () => {
    const rules = (marks: string): string =>
      `满分 ${marks}\n指标 一 10分 { 评分 人工 }\n加分项 二 至多 5分 { 评分 人工 }\n扣分项 三 至多 5分 { 评分 人工 }`;
    expect(check(rules("10分")).found).toEqual([]);
    expect(check(rules("15分")).found).toEqual(["H1202 15分"]);
  });
  it("are figures, above 0, with 分", () => {
    const rules = (points: string): string => `指标 一 ${points} { 评分 人工 }`;
    expect(check(rules("0分")).found).toEqual(["H1207 0分"]);
    expect(check(rules("10")).found).toEqual(["H1307 10"]);
    expect(check(rules("10%")).found).toEqual(["H1301 10%"]);
    expect(check(rules("5分 + 5分")).found).toEqual(["H1108 5分 + 5分"]);
    expect(check("满分 5分 + 5分").found).toEqual(["H1108 5分 + 5分"]);
  });
  it("of 加权 are shares of 100%, of 平均 none", () => {
    const rules = (how: string): string =>
      `指标 一 10分 {\n${how}\n指标 二 100分 { 评分 人工 }\n指标 三 50分 { 评分 人工 } }`;
    expect(check(rules("加权 { 二 60%; 三 40% }")).found).toEqual([]);
    expect(check(rules("平均")).found).toEqual([]);
    expect(check(rules("加权 { 二 60%; 三 30% }")).messages).toEqual(["“一”的权重合计 90%，应为 100%"]);
    expect(check(rules("加权 { 二 100% }")).messages).toEqual(["“一”的加权没有写 三 的权重"]);
    expect(check(rules("加权 { 二 100%; 三 0% }")).messages).toEqual(["“一”的加权里，三 的权重要大于 0"]);
    expect(check(rules("加权 { 二 60%; 四 40% }")).found).toEqual(["H1101 四"]);
    expect(check(rules("加权 { 二 60%; 三 20% + 20% }")).found).toEqual(["H1108 20% + 20%"]);
    expect(check(rules("平均\n加权 { 二 60%; 三 40% }")).messages).toEqual([
      "“一”里写了“平均”，不能再写“加权”",
    ]);
    expect(check(rules("加权 { 二 60%; 三 40% }\n加权 { 二 50%; 三 50% }")).messages).toEqual([
      "“一”里“加权”写了两次",
    ]);
  });
  it("nest 8 deep", () => {
    const nested = (depth: number): string =>
      Array.from({ length: depth }, (_, i) => `指标 层${i + 1} 10分 {`).join("") +
      "评分 人工" +
      "}".repeat(depth);
    expect(check(nested(8)).found).toEqual([]);
    expect(check(nested(9)).found).toEqual(["H1208 层9"]);
  });
});

describe("what stands where", () => {
  it.each([
    ["数据 { 甲 人 }", "数据"],
    ['核对 "同" 1人 = 1人', "核对"],
    ["定义 乙 = 1", "定义"],
    ["加分项 乙 至多 5分 { 评分 人工 }", "加分项、扣分项"],
    ["等级 { 优 >= 0分 }", "等级"],
    ['案例 "一" { 应得 { 合计 0分 } }', "案例"],
    ["折算", "折算"],
    ["封顶 5分", "封顶"],
  ])("%s not in a leaf", (line, word) => {
    expect(check(`指标 一 10分 {\n  ${line}\n评分 人工 }`).messages).toEqual([`“${word}”不能写在“一”里`]);
  });
  it.each(["值 = 1", "目标 >= 1", "评分 人工", "须说明 当 1 > 0"])("%s not in a group", (line) => {
    const { found } = check(`指标 一 10分 {\n${line}\n指标 二 10分 { 评分 人工 } }`);
    expect(found).toEqual([`H1107 ${line.split(" ")[0] ?? ""}`]);
  });
});

describe("grades", () => {
  const grades = (rows: string): readonly string[] =>
    check(`满分 100分\n等级 {\n${rows}\n}\n指标 一 100分 { 评分 人工 }`).found;
  it.each([
    ["优 >= 90分\n差 其他", []],
    ["优 > 90分\n良 >= 90分\n差 其他", []],
    ["优 >= 90分\n良 > 90分\n差 其他", ["H1501 良 > 90分"]],
    ["优 >= 90分\n良 >= 90分\n差 其他", ["H1501 良 >= 90分"]],
    ["差 其他\n优 >= 90分", ["H1501 优 >= 90分", "H1502 优 >= 90分"]],
    ["优 >= 90分\n差 > 0分", ["H1502 差 > 0分"]],
    ["优 > 100分\n差 其他", ["H1503 优 > 100分"]],
    ["优 >= 100分\n差 其他", []],
    ["优 <= 90分\n差 其他", ["H1504 <= 90分"]],
    ["优 >= 90\n差 其他", ["H1307 90"]],
    ["优 >= 45分 + 45分\n差 其他", ["H1108 45分 + 45分"]],
  ])("%j", (rows, expected) => {
    expect(grades(rows)).toEqual(expected);
  });
});
