/** Which changes of a sign leave every score as it is: worked out by hand at the bound, where alone a sign matters. */
import { compile, treeOf } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { changesOf, mutantsOf, runScenarios, type Recompiled } from "../src/index.ts";
import { programOf, ruleset } from "./rules.ts";

/** The changes of a sign of one indicator of 10 points, with what becomes of them; no scenario notices anything. */
function signs(body: string): readonly string[] {
  const text = ruleset(`数据 { 率 比率 [0%, 200%]; 数 个 >= 0; 底 个 >= 0 }\n指标 甲 10分 { ${body} }\n`);
  const source = { file: "a.heng", text };
  const program = programOf(text);
  const recompile = (file: string, changed: string): Recompiled => ({
    program: compile({ file, text: changed }).program,
    errors: [],
  });
  const files = [{ ...source, tree: treeOf(source) }];
  const all = [...mutantsOf(program, files, changesOf(files), runScenarios(program), recompile)];
  return all
    .filter(({ kind, path }) => kind === "sign" && path.length > 0)
    .map(({ says, noticedBy }) => `${says.zh}: ${noticedBy}`);
}

describe("a sign changes no score", () => {
  it.each([
    // At 100% it is 10 points met, and 100% × 10 = 10 missed.
    ["值 = 率; 目标 >= 100%; 评分 按比例", ">= 改为 >: same"],
    // At 90% with 最高 120%: 90 ÷ 90 × 10 = 10 either way.
    ["值 = 率; 目标 >= 90%; 评分 按比例 最高 120%", ">= 改为 >: same"],
    // At 80%, over the ceiling by nothing: 80 ÷ 80 × 10 = 10.
    ["值 = 率; 目标 <= 80%; 评分 按比例 反比", "<= 改为 <: same"],
    // At 80个 nothing is over 目标, so that nothing is taken.
    ["值 = 数; 目标 <= 80个; 评分 扣分 { 超过 目标 每 1个 扣 1分 }", "<= 改为 <: same"],
  ])("%s", (body, expected) => {
    expect(signs(body)).toEqual([expected]);
  });
});

describe("a sign does change a score", () => {
  it.each([
    // Exactly 90%: 10 points, or none.
    ["值 = 率; 评分 达标 >= 90%", ">= 改为 >: nothing"],
    // Of 0% the second band is 4 points instead of 10.
    ["值 = 率; 评分 分档 { <= 0% 得 满分; 其他 得 4分 }", "<= 改为 <: nothing"],
    // At a target of 0 filed with 0: met, or without proportion.
    ["值 = 数; 目标 >= 底; 评分 按比例", ">= 改为 >: nothing"],
    // = 100% becomes ≠: much more than the bound itself.
    ["值 = 率; 评分 达标 = 100%", "= 改为 ≠: nothing"],
  ])("%s", (body, expected) => {
    expect(signs(body)).toEqual([expected]);
  });
});
