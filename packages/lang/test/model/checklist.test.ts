import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { whole } from "./check.ts";

/** What is found in a checklist of three items and 3分, and the mends that are offered. */
function told(rows: string): readonly string[] {
  const text = whole(
    `满分 3分\n数据 { 制度 清单 { 甲, 乙, 丙 } }\n指标 健全 3分 { 评分 要点 制度 {\n${rows}\n} }`,
  );
  const { diagnostics } = compile({ file: "甲.heng", text });
  return diagnostics.flatMap((d) => [d.code, ...d.fixes.map(({ title }) => title.zh)]);
}

describe("the points of a checklist", () => {
  it.each([
    ["甲 得 1分\n乙 得 1分\n丙 得 1分", []],
    // 1分 too many: the last has it to give only if something is left.
    ["甲 得 1分\n乙 得 1分\n丙 得 2分", ["H1205", "将“丙”改为 1分"]],
    ["甲 得 1分\n乙 得 2分\n丙 得 1分", ["H1205"]],
    ["甲 得 2分\n乙 得 2分\n丙 得 0.5分", ["H1205"]],
    ["甲 得 1分\n乙 得 1.99分\n丙 得 1分", ["H1205", "将“丙”改为 0.01分"]],
    ["甲 得 1分\n乙 得 1分\n丙 得 0分", ["H1205", "将“丙”改为 1分"]],
  ])("sum to the indicator's: %j", (rows, expected) => expect(told(rows)).toEqual(expected));

  it.each([
    ["甲 得 1分", ["H1445", "其余各项得 1分"]],
    ["甲 得 1分\n乙 得 1.5分", ["H1445", "其余各项得 0.5分"]],
    // 2.01 ÷ 2 has three decimals; 3 − 3 leaves nothing; 3 − 4 less than that.
    ["甲 得 0.99分", ["H1445"]],
    ["甲 得 3分", ["H1445"]],
    ["甲 得 4分", ["H1445"]],
  ])("are of every item, or of none: %j", (rows, expected) => expect(told(rows)).toEqual(expected));
});
