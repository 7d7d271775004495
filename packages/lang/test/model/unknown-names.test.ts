import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, whole } from "./check.ts";

/** Code, message and mend of the errors, and what the first fix puts. */
function told(rules: string): readonly string[] {
  return compile({ file: "甲.heng", text: whole(rules) })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message, mend, fixes: [fix] }) =>
      [code, message.zh, mend.zh, fix?.edits[0]?.text ?? ""].join(" | "),
    );
}

describe("a name with brackets in it", () => {
  const rules = (name: string): string =>
    `数据 { 「用车费（含租赁）」 万元 >= 0; 用车费预算 万元 > 0 }\n指标 甲 10分 { 值 = ${name} / 用车费预算; 评分 达标 <= 100% }`;
  it("is put in 「 」 where it is used, too", () => {
    expect(told(rules("用车费（含租赁）"))).toEqual([
      "H1017 | 名称 用车费（含租赁） 里有汉字、字母、数字以外的字符，要放进 「 」 | 写成 「用车费（含租赁）」 | 「用车费（含租赁）」",
    ]);
    expect(told(rules("「用车费（含租赁）」"))).toEqual([]);
  });
  it("is proposed first, as it must be written", () => {
    expect(told(rules("用车费"))).toEqual([
      "H1101 | 没有叫“用车费”的名称 | 是不是“「用车费(含租赁)」”“用车费预算”？若是新的数据，先写进“数据” | 「用车费(含租赁)」",
    ]);
  });
});

describe("a list that nobody declared", () => {
  it("is told with those that are", () => {
    const rules = "数据 { 制度 清单 { 有制度, 已执行 } }\n指标 采购管理 10分 { 评分 要点 采购管理 }";
    expect(told(rules)).toEqual([
      "H1101 | 没有叫“采购管理”的清单 | 是不是“制度”？若是新的清单，先写进“数据” | 制度",
    ]);
    expect(told("指标 采购管理 10分 { 评分 要点 采购管理 }")).toEqual([
      "H1101 | 没有叫“采购管理”的清单 | 先在“数据”里写好这个清单，如 财务制度 清单 { 有制度, 已执行 } | ",
    ]);
  });
});

describe("a quantity that is compared with a ratio", () => {
  const rules = (value: string): string =>
    `数据 { 在职 人 >= 0; 编制 人 > 0; 支出 万元 > 0 }\n指标 甲 10分 { 值 = ${value}; 评分 达标 <= 100% }`;
  it("is told what divides it to a ratio, if anything does", () => {
    expect(told(rules("在职"))).toEqual([
      "H1301 | 人 和 比率（%） 不能相加减或比较 | 检查是不是用错了数据，或漏了一个除法（如 ÷ 编制） | ",
    ]);
    expect(told(rules("在职 / 支出"))).toEqual([
      "H1301 | 人/万元 和 比率（%） 不能相加减或比较 | 检查是不是用错了数据：同样单位的两个数相除，才是比率 | ",
    ]);
  });
});

it("names the grades where one is not among them", () => {
  const text =
    "等级 { 优 >= 9分; 差 其他 }\n数据 { 有 是否 }\n否决 当 有 等级 不高于 良\n指标 一 10分 { 评分 人工 }";
  expect(check(text)).toMatchObject({ found: ["H1101 良"], messages: ["没有叫“良”的等级"] });
});
