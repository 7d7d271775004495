import { describe, expect, test } from "vitest";
import { format } from "../../src/format/format.ts";
import { formatted, lines } from "./expect.ts";

const check = (before: string, after: string): void => expect(formatted(before)).toBe(lines(after));

describe("what cannot be read stays as it is", () => {
  test("a property, and the rest is formatted", () => {
    check(
      "指标 甲 3分 {\n值=乙\n目标   百分之五，  又 ;  评分 人工\n   来源 “表”\n}",
      `
      指标 甲 3分 {
        值 = 乙
        目标   百分之五，  又 ;  评分 人工
        来源 "表"
      }
      `,
    );
  });
  test("a field", () => {
    check(
      "数据 {\n甲甲 人   >=0\n乙 @@  人\n丙 万元\n}",
      "数据 {\n  甲甲 人 >= 0\n  乙 @@  人\n  丙   万元\n}\n",
    );
  });
  test("a run that fits nothing", () => {
    check("单位   起\n)(  ;  ]\n单位  度\n", "单位 起\n)(  ;  ]\n单位 度\n");
  });
  test("a block without its brace keeps its lines", () => {
    check(
      "指标  甲 3分 {\n    评分   人工\n\n指标  乙 3分 { 评分   人工 }\n",
      "指标  甲 3分 {\n    评分   人工\n\n指标 乙 3分 { 评分 人工 }\n",
    );
  });
  test.each([
    "每低 1 个百分点，扣 0.5 分",
    "每缺一项，扣 1分",
    "次数   扣 1分；每缺一项 ，扣 1分",
    "每发生一次，扣 2分，扣完为止",
    "超过   100%，每 1% 扣 1分",
    "每缺一项，\n    扣   1分",
  ])("a row that a comma cuts in two: %s", (row) => {
    check(
      `指标 甲 3分 {\n值=乙\n  评分   扣分 {\n    ${row}\n  }\n}`,
      `
      指标 甲 3分 {
        值 = 乙
        评分 扣分 {
          ${row.replace("\n", "\n      ")}
        }
      }
      `,
    );
    expect(formatted(`指标 甲 3分 {\n  评分   分档 { >=90%，得 3分 }\n}\n`)).toBe(
      "指标 甲 3分 {\n  评分 分档 { >=90%，得 3分 }\n}\n",
    );
  });
  test("rows that commas part are rows", () => {
    check(
      "指标 甲 3分 {\n评分 分档 { >=90% 得 3分，>=80% 得 2分，其他 得 0分 }\n}",
      "指标 甲 3分 {\n  评分 分档 { >= 90% 得 3分; >= 80% 得 2分; 其他 得 0分 }\n}\n",
    );
  });
});

test("diagnostics are those of the source", () => {
  const { diagnostics, changed, text } = format({ file: "规则.heng", text: "单位\n" });
  expect(diagnostics.map(({ code, range }) => [code, range?.file])).toEqual([["H1007", "规则.heng"]]);
  expect({ changed, text }).toEqual({ changed: false, text: "单位\n" });
});

test("a file over the limit is given back", () => {
  const text = `// ${"长".repeat(360_000)}  \n`;
  expect(format({ file: "规则.heng", text })).toMatchObject({ changed: false, text });
});

test.each([
  "单位 起\u200b\u200b\n单位   度\n",
  "单位 \u200b   度\n",
  "// \u202e注\n单位   度\n",
  "标题   “甲\u2066乙”\n",
])("a file that holds what nobody sees is given back: %j", (text) => {
  const result = format({ file: "规则.heng", text });
  expect(result).toMatchObject({ changed: false, text });
  expect(result.diagnostics.map(({ code }) => code)).toContain("H1003");
});

test.each(["支出（万元）,预算（万元）\r\n86,  100\r\n", "一、概况\n\n\n   支出  86万元。\n"])(
  "a text without a rule in it is given back: %j",
  (text) => {
    expect(format({ file: "规则.txt", text })).toMatchObject({ changed: false, text });
  },
);

describe("a file with a quote left open", () => {
  // What stands below may be part of the text: its blanks are the author's.
  test.each([
    '指标   甲 3分 {\n   解释 "第一行\n         第二行   有空格"\n   评分   人工\n}\n',
    "指标   甲 3分 {\n   解释 “第一行\n         第二行\n   评分   人工\n}\n",
    "指标   甲 3分 {\n   解释 「第一行\n         第二行」\n   评分   人工\n}\n",
  ])("is given back as it is, with what is wrong", (text) => {
    const found = format({ file: "甲.heng", text });
    expect(found.text).toBe(text);
    expect(found.changed).toBe(false);
    expect(found.diagnostics[0]?.severity).toBe("error");
    expect(format({ file: "甲.heng", text }, { keywords: "en" }).text).toBe(text);
  });
});
