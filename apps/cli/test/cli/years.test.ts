import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { valid } from "./documents.ts";
import { SMALL, emptyFolder, sampleFolder, type Folder } from "./heng.ts";

const BASE = "rules/2022/小样.heng";
const NEXT = "rules/2023/小样.heng";
/** In canonical layout. */
const WHOLE = SMALL.replace("人数 人 >=", "人数 人   >=");
const HEADING = "规则集 小样 2023年度 沿用 2022年度\n";

/** A folder with a rule set of 2022 and what 2023 amends of it. */
function years(amendments: string, base = SMALL): Folder {
  const folder = emptyFolder();
  folder.write(BASE, base);
  folder.write(NEXT, HEADING + amendments);
  return folder;
}

describe("heng new", () => {
  it("begins a year from the one before: it checks, scores the same, and is in canonical layout", () => {
    const folder = sampleFolder();
    const { code, lines } = folder.heng("new", "2031", "--from", "2022");
    expect(code).toBe(0);
    expect(lines.filter(Boolean)).toEqual([
      "已写入 rules/2031/department.heng",
      "已写入 rules/2031/project.heng",
      "已写入 rules/.gitattributes",
    ]);
    expect(readFileSync(join(folder.path, "rules/.gitattributes"), "utf8")).toBe("* -text\n");
    expect(folder.heng("check", "2031").code).toBe(0);
    expect(folder.heng("fmt", "2031", "--check").code).toBe(0);
    expect(folder.heng("test", "2031").code).toBe(0);
    const filing = JSON.parse(
      readFileSync(join(folder.path, "rules/2022/filings/department.json"), "utf8"),
    ) as object;
    folder.write("今年.json", JSON.stringify({ ...filing, year: 2031 }));
    const { out } = folder.heng("score", "2031/department", "今年.json", "--json");
    expect(JSON.parse(out)).toMatchObject({ total: "97.53", ruleset: { year: "2031" } });
  });

  it("teaches with lines that hold when they are uncommented", () => {
    const folder = emptyFolder();
    folder.write(BASE, SMALL);
    folder.heng("new", "2023", "--from", "2022");
    const text = readFileSync(join(folder.path, NEXT), "utf8");
    const examples = Array.from(text.matchAll(/^\/\/ {3}(\S.*)$/gm), ([, line]) => line ?? "");
    expect(examples.length).toBeGreaterThan(5);
    for (const line of examples) {
      folder.write(NEXT, `${HEADING}${line}\n`);
      const { code, out } = folder.heng("resolve", "2023/小样");
      expect(`${line}: ${code}`).toBe(`${line}: 0`);
      expect(out).toContain("规则集 小样 2023年度\n");
    }
  });

  it("never writes over a file, and still writes those that are not there", () => {
    const folder = sampleFolder();
    folder.write("rules/2023/department.heng", "我的\n");
    folder.write("rules/.gitattributes", "*.heng text\n");
    const { code, out, err } = folder.heng("new", "2023", "--from", "2022");
    expect(code).toBe(3);
    expect(out).toBe("已写入 rules/2023/project.heng\n");
    expect(err).toContain("H4110");
    expect(err).toContain("“rules/2023/department.heng”已经有了，没有改动");
    expect(readFileSync(join(folder.path, "rules/2023/department.heng"), "utf8")).toBe("我的\n");
    expect(readFileSync(join(folder.path, "rules/.gitattributes"), "utf8")).toBe("*.heng text\n");
    expect(readdirSync(join(folder.path, "rules/2023"))).toEqual(["department.heng", "project.heng"]);
  });

  it("leaves out files that are only included, and tells what it wrote as a document", () => {
    const folder = emptyFolder();
    folder.write("rules/2022/等级.heng", "等级 {\n  优 >= 9分\n  差 其他\n}\n");
    const include = SMALL.replace(/等级 \{[\s\S]*?\n\}\n/, '引用 "等级.heng"\n');
    folder.write(BASE, include);
    const { code, out } = folder.heng("new", "2023", "--from", "2022", "--json");
    expect(code).toBe(0);
    valid(out, "new");
    expect(JSON.parse(out)).toMatchObject({ files: [NEXT, "rules/.gitattributes"] });
    expect(folder.heng("check", "2023").code).toBe(0);
    expect(folder.heng("resolve", "2023/小样").out).toContain("  优 >= 9分\n");
  });

  it.each([
    [["new", "2023"], "没有写沿用哪一年度"],
    [["new", "2022", "--from", "2022"], "2022年度 只能沿用更早的年度"],
    [["new", "明年", "--from", "2022"], "“明年”不是年度"],
    [["new", "2023", "--from", "22"], "“22”不是年度"],
  ])("%j: %s", (words, said) => {
    const { code, err } = years("").heng(...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it("writes nothing where the year before is not there, or does not check", () => {
    const folder = years("");
    expect(folder.heng("new", "2024", "--from", "2021").code).toBe(3);
    folder.write(BASE, SMALL.replace("4分", "5分"));
    const { code, err } = folder.heng("new", "2024", "--from", "2022");
    expect(code).toBe(2);
    expect(err).toContain("H1202");
    expect(existsSync(join(folder.path, "rules/2024"))).toBe(false);
  });
});

describe("heng resolve", () => {
  it("prints a year as one file", () => {
    const folder = years("// 更重\n修改 指标 执行率 { 分值 5分 }\n新增 指标 新的 1分 { 评分 人工 }\n");
    const { code, out, err } = folder.heng("resolve", "2023/小样");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(
      `${WHOLE.replace("2022年度", "2023年度").replace("指标 执行率 6分", "// 更重\n指标 执行率 5分")}指标 新的 1分 { 评分 人工 }\n`,
    );
    folder.write("rules/2024/小样.heng", out.replace("2023年度", "2024年度"));
    expect(folder.heng("check", "2024").code).toBe(0);
  });

  it("prints a file that inherits nothing as it is", () => {
    expect(years("").heng("resolve", "2022/小样").out).toBe(WHOLE);
  });

  it("says what is wrong instead", () => {
    const { code, out, err } = years("修改 指标 执行力 { 分值 5分 }\n").heng("resolve", "2023/小样");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("H5004");
    expect(err).toMatch(/rules\/2023\/小样\.heng:2:7/);
  });
});

describe("a year that inherits another", () => {
  it("is told of at the lines that were written, of either year", () => {
    const folder = years("修改 指标 执行率 { 值 = 支出 / 预算数 }\n删除 数据 人数\n");
    const { code, out } = folder.heng("check", "2023");
    expect(code).toBe(1);
    expect(out).toMatch(/^错误 H1101 {2}rules\/2023\/小样\.heng:2:\d+$/m);
    expect(out).toContain("  2 │ 修改 指标 执行率 { 值 = 支出 / 预算数 }");
    expect(out).toMatch(/^错误 H1101 {2}rules\/2022\/小样\.heng:21:7$/m);
    expect(out).toContain("  21 │   值 = 人数");
    expect(out).toContain("rules/2023/小样.heng:1:18");
  });

  it("has its weights told at the amendment, with fixes of its own file", () => {
    const folder = years("修改 指标 执行率 {\n  分值 7分\n}\n");
    const { out } = folder.heng("check", "2023", "--json");
    const [{ code, file, start, fixes }] = (
      JSON.parse(out) as {
        diagnostics: [{ code: string; file: string; start: object; fixes: { edits: { file: string }[] }[] }];
      }
    ).diagnostics;
    expect({ code, file, start }).toMatchObject({ code: "H1202", file: NEXT, start: { line: 3, column: 3 } });
    expect(fixes.flatMap(({ edits }) => edits.map((edit) => edit.file))).toEqual([NEXT]);
  });

  it("shows both places of a conflict", () => {
    const folder = years('修改 指标 执行率 { 依据 "一" }\n修改 指标 执行率 { 依据 "二" }\n');
    const { out } = folder.heng("check", "2023");
    expect(out).toMatch(/^错误 H5005 {2}rules\/2023\/小样\.heng:3:7$/m);
    expect(out).toContain("rules/2023/小样.heng:2:7");
  });

  it("is mended in its own file only", () => {
    const folder = years("满分 9分\n修改 指标 执行率 { 目标 >=95% }\n修改 指标 控制 {分值 3分;评分 达标 }\n");
    folder.heng("check", "2023", "--fix");
    folder.heng("fmt", "2023");
    expect(readFileSync(join(folder.path, BASE), "utf8")).toBe(SMALL);
    expect(readFileSync(join(folder.path, NEXT), "utf8")).toBe(
      `${HEADING}满分 9分\n修改 指标 执行率 { 目标 >= 95% }\n修改 指标 控制 { 分值 3分; 评分 达标 }\n`,
    );
    expect(folder.heng("check", "2023").code).toBe(0);
  });

  it("scores by both, and files what is judged under the first name", () => {
    const folder = years(
      "修改 指标 执行率 { 目标 >= 80% }\n修改 指标 控制 { 名称 人员控制; 评分 人工; 删除 值; 删除 目标 }\n删除 数据 人数\n",
    );
    folder.write("甲.json", `{"支出":"80万元","预算":"100万元","控制":"3分"}`);
    const { code, out } = folder.heng("score", "2023/小样", "甲.json", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      total: "9.00",
      indicators: [
        { id: "执行率", score: "6.00" },
        { id: "控制", path: ["人员控制"], score: "3.00" },
      ],
    });
  });

  it("is found beside the file wherever that lies, and nowhere from standard input", () => {
    const folder = years("修改 指标 执行率 { 目标 >= 80% }\n");
    expect(folder.heng("check", NEXT, "--rules", "elsewhere").code).toBe(0);
    expect(folder.heng("check", NEXT).code).toBe(0);
    const text = readFileSync(join(folder.path, NEXT), "utf8");
    const { code, out } = folder.pipe(text, "check", "-");
    expect(code).toBe(1);
    expect(out).toContain("H5002");
    folder.write("rules/草稿.heng", text);
    expect(folder.heng("check", "rules/草稿.heng").out).toContain("H5002");
  });

  it.each([
    ["a year after", "2024", "H5003", "只能沿用更早的年度"],
    ["itself", "2023", "H5003", "只能沿用更早的年度"],
    ["a year that is not there", "2021", "H5002", "找不到要沿用的 2021年度 规则集"],
  ])("cannot inherit %s", (_, year, code, said) => {
    const folder = emptyFolder();
    folder.write(NEXT, HEADING.replace("沿用 2022", `沿用 ${year}`));
    folder.write("rules/2024/小样.heng", HEADING.replace("2023年度 沿用 2022", "2024年度 沿用 2023"));
    const { out } = folder.heng("check", "2023");
    expect(out).toContain(code);
    expect(out.replaceAll(/\n */g, "")).toContain(said);
  });

  it("cannot inherit a year with mistakes of form, or one whose heading says another", () => {
    const folder = years("", SMALL.replace("满分 10分", "满分10分"));
    expect(folder.heng("check", "2023").out).toContain("要沿用的 2022年度 规则集有写错的地方");
    folder.write(BASE, SMALL.replace("2022年度", "2020年度"));
    expect(folder.heng("check", "2023").out).toContain("2022 文件夹里的规则集，第一行写的是 2020年度");
  });

  it("has its inherited examples tried under its own rules", () => {
    const scenario = `案例 "一" {\n  数据 { 支出 80万元; 预算 100万元 }\n  应得 { 执行率 4.80分 }\n}\n`;
    const folder = years("修改 指标 执行率 { 目标 >= 80% }\n", SMALL + scenario);
    expect(folder.heng("test", "2022").code).toBe(0);
    const { code, out } = folder.heng("test", "2023");
    expect(code).toBe(1);
    expect(out).toContain("rules/2022/小样.heng:27");
    expect(out).toContain("应得 4.80分，实得 6.00分");
  });

  it("has suggested examples that name indicators as they are called now", () => {
    const folder = years(
      "修改 指标 执行率 { 名称 完成率二 }\n修改 指标 控制 { 名称 人员控制; 评分 人工; 删除 值; 删除 目标 }\n删除 数据 人数\n",
    );
    const { code, err } = folder.heng("test", "2023", "--suggest", "--write");
    expect(err).toMatch(/接上 \d+ 个案例/);
    expect(code).toBe(0);
    expect(readFileSync(join(folder.path, BASE), "utf8")).toBe(SMALL);
    expect(readFileSync(join(folder.path, NEXT), "utf8")).toContain("    完成率二 ");
    expect(folder.heng("check", "2023").code).toBe(0);
    expect(folder.heng("test", "2023").code).toBe(0);
  });

  it("has its changes tried as a whole, and told where they were written", () => {
    const scenario = `案例 "一" {\n  数据 { 支出 80万元; 预算 100万元; 人数 80人 }\n  应得 { 执行率 4.80分; 控制 4分 }\n}\n`;
    const folder = years(
      `修改 指标 执行率 { 目标 >= 80% }\n修改 案例 "一" { 数据 { 支出 80万元; 预算 100万元 } 应得 { 执行率 6分 } }\n`,
      SMALL + scenario,
    );
    const { code, out } = folder.heng("test", "2023", "--mutate", "--all");
    expect(code).toBe(0);
    expect(out).toContain("检查发现 0");
    // 目标 <= 80人 of 2022, which 2023 has no example of any more.
    expect(out).toMatch(/没有发现 {2}rules\/2022\/小样\.heng:22:\d+/);
    expect(out).toMatch(/rules\/2023\/小样\.heng:2:\d+/);
  });
});
