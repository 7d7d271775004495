import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";

function found(...rows: readonly string[]): readonly string[] {
  const text = `规则集 甲 2022年度\n满分 100分\n得分保留 2位小数\n等级 {\n  ${rows.join("\n  ")}\n}\n指标 乙 100分 { 评分 人工 }\n`;
  return compile({ file: "甲.heng", text }).diagnostics.map(
    ({ code, range, fixes: [fix] }) =>
      `${code} ${text.slice(range?.start, range?.end)}: ${fix?.edits[0]?.text ?? ""}`,
  );
}

/** Each row is told once, with what it has to say. */
describe("grades as documents have them", () => {
  it("may be ranges", () => {
    expect(found("优 90-100分", "良 80-90分", "中 60～80分", "差 60分以下")).toEqual([
      "H1021 90-100分: >= 90分",
      "H1021 80-90分: >= 80分",
      "H1021 60～80分: >= 60分",
      "H1021 60分以下: 其他",
    ]);
    expect(found("优 100-90分", "良 80分至90分", "差 0-80分")).toEqual([
      "H1021 100-90分: >= 90分",
      "H1021 80分至90分: >= 80分",
      "H1021 0-80分: 其他",
    ]);
  });
  it("may stand in brackets", () => {
    expect(found("优（90分以上）", "良（80-90分）", "差（80分以下）")).toEqual([
      "H1021 （90分以上）: >= 90分",
      "H1021 （80-90分）: >= 80分",
      "H1021 （80分以下）: 其他",
    ]);
    expect(found("优 [90分, 100分]", "良 (80分, 90分)", "差 [0分, 80分]")).toEqual([
      "H1021 [90分, 100分]: >= 90分",
      "H1021 (80分, 90分): > 80分",
      "H1021 [0分, 80分]: 其他",
    ]);
  });
  it("may be inequalities", () => {
    expect(found("优 90分≤得分≤100分", "良 80分<得分<90分", "差 得分<80分")).toEqual([
      "H1021 90分≤得分≤100分: >= 90分",
      "H1021 80分<得分<90分: > 80分",
      "H1021 得分<80分: 其他",
    ]);
    expect(found("优 得分≥90分", "差 其他")).toEqual(["H1021 得分≥90分: >= 90分"]);
  });
  it("may say what they include", () => {
    expect(found("优 90（含）-100分", "良 80-90分（不含90分）", "中 60-80分（不含60分）", "差 其他")).toEqual(
      [
        "H1021 90（含）-100分: >= 90分",
        "H1021 80-90分（不含90分）: >= 80分",
        "H1021 60-80分（不含60分）: > 60分",
      ],
    );
  });
  it("are read as they stand where that is a lower bound", () => {
    expect(found("优 90分以上", "良 不低于 80分", "差 其他")).toEqual([]);
  });
});

describe("signs of grades", () => {
  it("are the same in all rows", () => {
    expect(found("优 >= 90分", "良 > 80分", "中 >= 60分", "差 其他")).toEqual(["H1505 > 80分: >= 80分"]);
    expect(found("优 > 90分", "良 > 80分", "中 >= 60分", "差 其他")).toEqual(["H1505 >= 60分: > 60分"]);
    expect(found("优 > 90分", "良 > 80分", "差 其他")).toEqual([]);
  });
  it("differ where the same bound stands twice", () => {
    expect(found("优 > 90分", "良 >= 90分", "差 其他")).toEqual([]);
  });
});
