/** heng doc: the scoring table of the sample, to a pipe and to a file. */
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { valid } from "./documents.ts";
import { CLI, SMALL, sampleFolder } from "./heng.ts";

const folder = sampleFolder();
folder.write("小样.heng", SMALL);
const at = (name: string): string => join(folder.path, name);

describe("heng doc", () => {
  it("prints Markdown", () => {
    const { code, out, err } = folder.heng("doc", "小样.heng");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("# 小样\n\n2022年度\n\n依据：测试\n\n| 一级指标");
    expect(out).toContain(
      "| 控制     | 4      | 控制＝人数        | ≤80人  | 控制在80人（含）以下的，得满分（4分）；否则不得分。 |",
    );
  });

  it("prints HTML, and words in English", () => {
    const { out } = folder.heng("doc", "2022/department", "--format", "html", "--lang", "en");
    expect(out.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(out).toContain(
      '<th scope="col">Level 1</th><th scope="col">Level 2</th><th scope="col">Level 3</th>',
    );
  });

  it("gives the table as data", () => {
    for (const lang of ["zh", "en"]) {
      const { code, out } = folder.heng("doc", "2022/project", "--json", "--lang", lang);
      expect(code).toBe(0);
      valid(out, "doc");
    }
    expect(JSON.parse(folder.heng("doc", "小样.heng", "--json").out)).toMatchObject({
      schema: "heng.doc/1",
      title: "小样",
      total: "10",
      rows: [
        { path: ["执行率"], points: "6", target: "≥100%", describe: ["执行率＝支出÷预算"] },
        { path: ["控制"], points: "4", target: "≤80人" },
      ],
    });
  });

  it("writes a file in one step, the format by its extension, the same bytes each time", () => {
    const first = folder.heng("doc", "2022/department", "--out", "表.xlsx");
    expect([first.code, first.out, first.err]).toEqual([0, "", "已写入 表.xlsx\n"]);
    const bytes = readFileSync(at("表.xlsx"));
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    const again = folder.heng("doc", "2022/department", "--out", "表.xlsx", "--quiet");
    // That something was replaced is said in any case.
    expect(again.err).toBe("已写入 表.xlsx，替换了原有的文件\n");
    expect(readFileSync(at("表.xlsx")).equals(bytes)).toBe(true);
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const piped = spawnSync(process.execPath, [CLI, "doc", "2022/department", "--format", "xlsx"], {
      cwd: folder.path,
    });
    expect(piped.stdout.equals(bytes)).toBe(true);
  });

  it("writes over no rule file, through no link, into no folder that is not there", () => {
    const before = readFileSync(at("小样.heng"), "utf8");
    mkdirSync(at("夹"));
    symlinkSync(at("小样.heng"), at("链接.md"));
    for (const [name, why] of [
      ["小样.heng", "是这次要读的规则，没有写入"],
      ["链接.md", "是链接，没有写入"],
      ["夹", "是文件夹，不是文件，没有写入"],
      ["没有/表.md", "所在的文件夹不存在，没有写入"],
    ] as const) {
      const { code, out, err } = folder.heng("doc", "小样.heng", "--format", "md", "--out", name);
      expect([code, out]).toEqual([3, ""]);
      expect(err).toContain(`H4110`);
      expect(err).toContain(why);
    }
    expect(readFileSync(at("小样.heng"), "utf8")).toBe(before);
    expect(existsSync(at("没有"))).toBe(false);
  });

  it.each([
    [["小样.heng", "--json", "--out", "表.md"], "--json 给出的是数据"],
    [["小样.heng", "--json", "--format", "html"], "--json 给出的是数据"],
    [["小样.heng", "--out", "表.pdf"], "看不出是哪种格式"],
    [["小样.heng", "--format", "pdf"], "--format 不能是“pdf”"],
    [["2022"], "这里要一个规则集"],
  ])("refuses %j", (words, why) => {
    const { code, out, err } = folder.heng("doc", ...words);
    expect(code).toBe(2);
    expect(out + err).toContain(why);
  });

  it("prints nothing of rules that do not check", () => {
    folder.write("错.heng", SMALL.replace("支出 / 预算", "支出 / 预"));
    const { code, out } = folder.heng("doc", "错.heng", "--out", "错.md");
    expect(code).toBe(2);
    expect(out).not.toContain("一级指标");
    expect(existsSync(at("错.md"))).toBe(false);
  });

  it("writes no spreadsheet to a terminal", { skip: process.platform !== "linux" }, () => {
    const line = `"${process.execPath}" "${CLI}" doc 小样.heng --format xlsx; echo "退出码 $?"`;
    const { stdout } = spawnSync("script", ["-qec", line, "/dev/null"], {
      cwd: folder.path,
      encoding: "utf8",
    });
    expect(stdout).toContain("不能写到终端");
    expect(stdout).toContain("退出码 2");
  });
});
