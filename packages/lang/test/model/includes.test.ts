import { describe, expect, it } from "vitest";
import type { CompileOptions } from "../../src/compile.ts";
import { check } from "./check.ts";

/** Files by name; a path is taken as it is written. */
function folder(files: Readonly<Record<string, string>>): Pick<CompileOptions, "include"> {
  return {
    include(path) {
      const text = files[path];
      return text === undefined ? undefined : { file: path, text };
    },
  };
}

describe("引用", () => {
  it("brings data, grades, definitions and indicators", () => {
    const { found, program } = check('引用 "共性.heng"\n指标 率 6分 { 值 = 甲 / 乙; 评分 按比例 }', {
      ...folder({ "共性.heng": "数据 { 甲 万元 >= 0; 乙 万元 > 0 }\n指标 制度 4分 { 评分 人工 }" }),
      unused: true,
    });
    expect(found).toEqual([]);
    expect(program?.root.children.map((c) => [c.name, c.origin.file])).toEqual([
      ["率", "甲.heng"],
      ["制度", "共性.heng"],
    ]);
  });
  it("are read once, however many ask for them", () => {
    const files = folder({ "乙.heng": '引用 "丙.heng"', "丙.heng": "定义 三 = 3" });
    expect(check('引用 "乙.heng"\n引用 "丙.heng"\n引用 "乙.heng"', files).found).toEqual([]);
  });
  it("that go in a circle are reported where the circle closes, and read once each", () => {
    const files = folder({
      "甲.heng": "",
      "乙.heng": '引用 "丙.heng"\n定义 二 = 三 + 1',
      "丙.heng": '引用 "乙.heng"\n引用 "甲.heng"\n定义 三 = 3',
    });
    expect(check('引用 "乙.heng"\n引用 "乙.heng"', files).found).toEqual([
      "H1117 in 丙.heng",
      "H1117 in 丙.heng",
    ]);
  });
  it("that name the file they stand in are a circle", () => {
    const files = folder({ "乙.heng": '引用 "乙.heng"\n定义 三 = 3' });
    expect(check('引用 "乙.heng"', files).found).toEqual(["H1117 in 乙.heng"]);
  });
  it("that are not there are reported where they are written", () => {
    const files = folder({ "乙.heng": '引用 "无.heng"' });
    expect(check('引用 "乙.heng"\n引用 "没有.heng"', files).found).toEqual([
      'H1117 "没有.heng"',
      "H1117 in 乙.heng",
    ]);
  });
  it("that lead outside are told so, with what to do", () => {
    const { found, messages } = check('引用 "../外.heng"', { include: () => ({ outside: "rules" }) });
    expect(found).toEqual(['H1117 "../外.heng"']);
    expect(messages).toEqual(["引用的文件“../外.heng”通向规则文件夹“rules”之外，没有读它"]);
  });
  it("that are too large are told so, and are not missing", () => {
    const { found, messages } = check('引用 "大.heng"', { include: () => ({ tooLarge: true }) });
    expect(found).toEqual(['H1117 "大.heng"']);
    expect(messages).toEqual(["引用的文件“大.heng”超过 1 MiB，没有读它"]);
  });
  it("are at most 64 files", () => {
    const files = (count: number): Pick<CompileOptions, "include"> =>
      folder(
        Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`${i}.heng`, i + 1 < count ? `引用 "${i + 1}.heng"` : ""]),
        ),
      );
    expect(check('引用 "0.heng"', files(63)).found).toEqual([]);
    expect(check('引用 "0.heng"', files(64)).found).toEqual(["H1117 in 62.heng"]);
  });
  it("report a mistake in the file it is in", () => {
    const files = folder({ "乙.heng": "指标 制度 4分 { 评分 达标 没有 }" });
    expect(check('引用 "乙.heng"\n指标 其他事项 6分 { 评分 人工 }', files).found).toEqual([
      "H1101 in 乙.heng",
    ]);
  });
  it("cannot say what is said for the whole", () => {
    const files = folder({ "乙.heng": "规则集 乙 2022年度\n满分 50分\n得分保留 1位小数\n封顶 9分" });
    expect(check('引用 "乙.heng"', files).found).toEqual(Array.from({ length: 4 }, () => "H1107 in 乙.heng"));
  });
  it("cannot say again what the main file says", () => {
    const files = folder({ "乙.heng": "数据 { 甲 人 }\n等级 { 优 >= 0分 }" });
    expect(check('引用 "乙.heng"\n数据 { 甲 人 }\n等级 { 优 >= 0分 }', files).found).toEqual([
      "H1102 in 乙.heng",
      "H1102 in 乙.heng",
    ]);
  });
});
