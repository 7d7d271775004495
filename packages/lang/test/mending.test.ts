/** What `check --fix` makes of a text. */
import { describe, expect, it } from "vitest";
import { compile } from "../src/compile.ts";
import { mendUnasked } from "../src/mending.ts";
import { whole } from "./model/check.ts";

const DATA = "数据 { 率 比率 >= 0% }\n";

function mend(rules: string) {
  const text = whole(`${DATA}${rules}`);
  let checks = 0;
  const check = (of: string) => {
    checks += 1;
    return compile({ file: "甲.heng", text: of });
  };
  const found = compile({ file: "甲.heng", text });
  const { text: mended, checked, ...rest } = mendUnasked({ file: "甲.heng", text }, found, check);
  return {
    before: found.diagnostics.map(({ code }) => code),
    after: checked.diagnostics.map(({ code }) => code),
    rules: mended.slice(mended.indexOf(DATA) + DATA.length),
    checks,
    ...rest,
  };
}

/** What is meant for a name is a figure then. */
const HIDING = "指标百分之五 5分 { 评分 人工 }";

describe("what is mended unasked", () => {
  it("is checked once where all of it mends", () => {
    const rules = "指标 甲 5分 { 值 率; 目标 =>= 90%; 评分 按比例 }\n指标乙 5分 { 评份 人工 }";
    expect(mend(rules)).toMatchObject({
      before: ["H1007", "H1019", "H1010", "H1009"],
      after: [],
      rules: "指标 甲 5分 { 值 = 率; 目标 >= 90%; 评分 按比例 }\n指标 乙 5分 { 评分 人工 }",
      made: 4,
      leftOut: 0,
      checks: 1,
    });
  });

  it("leaves a slip as it is that hides another", () => {
    const rules = `指标 甲 5分 { 评分 人工 }\n${HIDING}`;
    const left = { before: ["H1010"], after: ["H1010"], rules, made: 0, leftOut: 1 };
    expect(mend(rules)).toMatchObject(left);
  });

  it("mends the others all the same, and still tells of that one", () => {
    expect(mend(`指标 甲 5分 { 值 率; 目标 =>= 90%; 评分 按比例 }\n${HIDING}`)).toMatchObject({
      before: ["H1007", "H1019", "H1010"],
      after: ["H1010"],
      rules: `指标 甲 5分 { 值 = 率; 目标 >= 90%; 评分 按比例 }\n${HIDING}`,
      made: 2,
      leftOut: 1,
    });
  });

  it("mends a slip that hides another where that is mended too", () => {
    expect(mend("指标 甲 10分 { 值 = 率; 目标 >= 90%\n按按比例 }")).toMatchObject({
      after: [],
      rules: "指标 甲 10分 { 值 = 率; 目标 >= 90%\n评分 按比例 }",
      leftOut: 0,
    });
  });

  it("counts the errors beyond those that are listed", () => {
    const many = Array.from({ length: 150 }, (_, i) => `指标 甲${i} 2分 { 评份 人工 }`).join("\n");
    const { made, rules } = mend(`满分 300分\n${many}`);
    expect(made).toBe(150);
    expect(rules).not.toContain("评份");
  });
});
