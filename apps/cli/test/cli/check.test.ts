import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widest } from "../../src/terminal/width.ts";
import { SMALL, emptyFolder, sampleFolder } from "./heng.ts";

describe("heng check", () => {
  const folder = emptyFolder();
  folder.write("rules/2022/小样.heng", SMALL);

  it("says in a line what a file without findings holds", () => {
    const { code, out } = folder.heng("check");
    expect(code).toBe(0);
    expect(out).toBe("rules/2022/小样.heng  2 个指标，满分 10分，0 个案例\n");
    expect(folder.heng("check", "--quiet").out).toBe("");
    expect(folder.heng("check", "2022/小样").out).toBe(out);
    expect(folder.heng("check", "2022").out).toBe(out);
    expect(folder.heng("check", "rules/2022/小样.heng").out).toBe(out);
  });

  it("checks the sample", () => {
    const { code, lines } = sampleFolder().heng("check");
    expect(code).toBe(0);
    expect(lines.filter(Boolean)).toHaveLength(2);
    // Checking tries no scenario, and must not sound as if it did.
    for (const line of lines.filter(Boolean))
      expect(line).toMatch(/\d 个案例（只查了写法，试算用 heng test）$/);
  });

  it("puts carets under the place, and says how to mend it", () => {
    folder.write("错.heng", SMALL.replace("目标 >= 100%", "目标 >= 100").replace("评分 达标", "评分 达示"));
    const { code, lines, out } = folder.heng("check", "错.heng");
    expect(code).toBe(1);
    const at = lines.findIndex((l) => l.includes("评分 达示"));
    expect(lines[at]).toBe("  23 │   评分 达示");
    expect(lines[at + 1]).toMatch(/^ {5}│ {8}\^\^\^\^( |$)/);
    expect(out).toMatch(/^错误 H1\d{3} {2}错\.heng:17:/m);
    expect(out).toMatch(/改法：[\s\S]*heng\s+explain\s+H1\d{3}）/);
    expect(lines.filter(Boolean).at(-1)).toMatch(/^2 个错误/);
    for (const line of lines) expect(widest(line), line).toBeLessThanOrEqual(80);
  });

  it("speaks English when asked", () => {
    const { out } = folder.heng("check", "错.heng", "--lang", "en");
    expect(out).toMatch(/^error H1\d{3} {2}错\.heng:17:/m);
    expect(out).toMatch(/^2 errors/m);
  });

  it("mends what can be mended safely, in one step, and keeps the mode", () => {
    const path = join(folder.path, "粘.heng");
    folder.write("粘.heng", SMALL.replace("满分 10分", "满分10分"));
    chmodSync(path, 0o640);
    const before = folder.heng("check", "粘.heng");
    expect(before.code).toBe(1);
    expect(before.out).toContain("1 处可由 heng check --fix 改正");
    const { code, err } = folder.heng("check", "粘.heng", "--fix");
    expect(err).toBe("改正 1 处\n");
    expect(code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(SMALL);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder.path).filter((f) => f.endsWith(".tmp"))).toEqual([]);
  });

  it("leaves out a fix that uncovers as much as it mends, says so and offers it", () => {
    // With the blank the name is missing: 百分之五 is a figure.
    const text = SMALL.replace("指标 控制 4分", "指标百分之五 4分").replace("满分 10分", "满分10分");
    folder.write("藏.heng", text);
    const { code, err, out } = folder.heng("check", "藏.heng", "--fix");
    expect(err).toBe("改正 1 处\n1 处没有自动改正：照改法改了，错误不会减少\n");
    expect(code).toBe(1);
    expect(out).toContain("应写成“指标 百分之五”");
    expect(out).not.toContain("可由 heng check --fix 改正");
    const kept = text.replace("满分10分", "满分 10分");
    expect(readFileSync(join(folder.path, "藏.heng"), "utf8")).toBe(kept);
    expect(folder.heng("check", "藏.heng", "--fix").err).toBe("1 处没有自动改正：照改法改了，错误不会减少\n");
    const { diagnostics } = JSON.parse(folder.heng("check", "藏.heng", "--fix", "--json").out) as {
      diagnostics: { code: string; fixes: unknown[] }[];
    };
    expect(diagnostics.map(({ code, fixes }) => [code, fixes.length])).toEqual([["H1010", 1]]);
  });

  it("says when nothing can be mended unasked", () => {
    const text = SMALL.replace("满分 10分", "满分 20分");
    folder.write("差.heng", text);
    const { code, err } = folder.heng("check", "差.heng", "--fix");
    expect(err).toBe("没有可以自动改正的\n");
    expect(code).toBe(1);
    expect(readFileSync(join(folder.path, "差.heng"), "utf8")).toBe(text);
  });

  it("reads standard input", () => {
    expect(folder.pipe(SMALL, "check", "-").out).toBe("-  2 个指标，满分 10分，0 个案例\n");
  });

  it("checks every rule set of a folder that is named", () => {
    for (const name of ["rules/2022", "rules/2022/", "rules"]) {
      const { code, lines } = folder.heng("check", name);
      expect([code, lines.length, lines[0]?.includes("小样.heng  2 个指标")]).toEqual([0, 2, true]);
    }
    folder.write("文件夹/说明.txt", "");
  });

  it.each([
    ["没有.heng", "H4101"],
    ["文件夹", "H4102"],
    ["2021", "H4107"],
    ["2022/小羊", "H4107"],
    ["小样", "H4107"],
  ])("cannot read %s: %s", (name, expected) => {
    const { code, out } = folder.heng("check", name);
    expect(code).toBe(3);
    expect(out + folder.heng("check", name).err).toContain(`错误 ${expected}`);
  });

  it("offers the names there are", () => {
    expect(folder.heng("check", "2022/小羊").err).toContain("相近的有 2022/小样");
    expect(folder.heng("check", "rules/2022/小洋.heng").out).toContain("相近的有 rules/2022/小样.heng");
  });

  it("says that there is no rules folder, and offers the file that lies elsewhere", () => {
    const other = emptyFolder();
    other.write("2022/小样.heng", SMALL);
    expect(other.heng("check").err + other.heng("check").out).toContain("没有规则文件夹“rules”\n");
    expect(other.heng("check", "2022/小样").err.replaceAll(/\n {2}/g, "")).toContain(
      "没有规则文件夹“rules”，找不到规则集“2022/小样”；相近的有 2022/小样.heng",
    );
  });

  it("does not offer a link that leads nowhere for itself", () => {
    symlinkSync(join(folder.path, "无处"), join(folder.path, "断.heng"));
    const { out } = folder.heng("check", "./断.heng");
    expect(out).toContain("找不到“./断.heng”\n");
  });

  it("refuses what is not UTF-8, and what is too big", () => {
    folder.write("gb.heng", Buffer.from("b9e6d4f2bcaf20d0a1d1f9", "hex"));
    expect(folder.heng("check", "gb.heng").out).toContain("看来是 GB18030");
    // A lone surrogate, behind two characters of the second line.
    folder.write(
      "surrogate.heng",
      Buffer.concat([Buffer.from("规则集\n指标"), Buffer.from("eda080", "hex")]),
    );
    expect(folder.heng("check", "surrogate.heng").out).toContain("错误 H4106  surrogate.heng:2:3");
    const json = JSON.parse(folder.heng("check", "surrogate.heng", "--json").out) as {
      diagnostics: { place: unknown }[];
    };
    expect(json.diagnostics.map(({ place }) => place)).toEqual([
      { file: "surrogate.heng", line: 2, column: 3 },
    ]);
    folder.write("big.heng", " ".repeat(1_048_577));
    expect(folder.heng("check", "big.heng").out).toContain("错误 H4104");
    folder.write("full.heng", SMALL + " ".repeat(1_048_576 - Buffer.byteLength(SMALL)));
    expect(folder.heng("check", "full.heng").code).toBe(0);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "says that permission is denied",
    () => {
      folder.write("shut.heng", SMALL);
      chmodSync(join(folder.path, "shut.heng"), 0);
      expect(folder.heng("check", "shut.heng").out).toContain("错误 H4103");
    },
  );
});

describe("引用", () => {
  const folder = emptyFolder();
  const [head = "", tail = ""] = SMALL.split(/等级 \{\n.*\n.*\n\}\n/);
  const grades = "等级 {\n  优 >= 9分\n  差 其他\n}\n";
  const including = (path: string): string => `${head}引用 "${path}"\n${tail}`;
  folder.write("rules/共性/等级.heng", grades);
  folder.write("outside.heng", grades);

  it("reads shared files inside the rules folder", () => {
    folder.write("rules/2022/甲.heng", including("../共性/等级.heng"));
    expect(folder.heng("check", "2022/甲").out).toBe("rules/2022/甲.heng  2 个指标，满分 10分，0 个案例\n");
  });

  const outside = (path: string): string => `引用的文件“${path}”通向规则文件夹“rules”之外，没有读它`;
  it.each([
    ["../../outside.heng", outside("../../outside.heng")],
    ["../../none.heng", outside("../../none.heng")],
    ["/etc/hostname", outside("/etc/hostname")],
    ["link.heng", outside("link.heng")],
    ["C:/rules/x.heng", outside("C:/rules/x.heng")],
    ["../共性", "找不到引用的文件“../共性”"],
  ])("reads nothing else: %s", (path, message) => {
    if (path === "link.heng") {
      symlinkSync(join(folder.path, "outside.heng"), join(folder.path, "rules/2022/link.heng"));
    }
    folder.write("rules/2022/乙.heng", including(path));
    const { code, out } = folder.heng("check", "rules/2022/乙.heng");
    expect(code).toBe(1);
    expect(out.replaceAll(/\n\s*/g, "")).toContain(message);
    expect(out.match(/H\d{4} /g)).toEqual(["H1117 "]);
  });

  it("does not check a shared file of the year by itself", () => {
    folder.write("rules/2023/公共.heng", grades);
    folder.write("rules/2023/丙.heng", including("公共.heng").replace("2022年度", "2023年度"));
    expect(folder.heng("check", "2023").out).toBe("rules/2023/丙.heng  2 个指标，满分 10分，0 个案例\n");
    // With a slip in its name it is not taken for a rule set of its own.
    folder.write("rules/2023/丙.heng", including("公用.heng").replace("2022年度", "2023年度"));
    const { out } = folder.heng("check", "2023");
    expect(out).toContain("错误 H1117  rules/2023/丙.heng");
    expect(out).toMatch(/\n1 个错误\n$/);
  });
});

describe("a link out of the rules folder", () => {
  const folder = emptyFolder();
  folder.write("rules/2022/小样.heng", SMALL);
  folder.write("外面.txt", "secret\n");
  symlinkSync(join(folder.path, "外面.txt"), join(folder.path, "rules/2022/外.heng"));

  it.each([["check"], ["check", "2022"], ["fmt"], ["check", "--fix"]])("is refused by %s %s", (...args) => {
    const { code, out, err } = folder.heng(...args);
    expect(code).not.toBe(0);
    expect(out + err).toContain("H4111");
    expect(out + err).not.toContain("secret");
    expect(readFileSync(join(folder.path, "外面.txt"), "utf8")).toBe("secret\n");
  });

  it.each([
    ["check", "--fix"],
    ["fmt", "--keywords=en"],
  ])("is not written through where its path is given: %s %s", (command, option) => {
    const text = SMALL.replace("满分 10分", "满分10分");
    folder.write("本.heng", text);
    symlinkSync(join(folder.path, "本.heng"), join(folder.path, `${command}.heng`));
    const { code, out, err } = folder.heng(command, option, `${command}.heng`);
    expect(code).toBe(3);
    expect(out + err).toContain("是链接，没有写入");
    expect(readFileSync(join(folder.path, "本.heng"), "utf8")).toBe(text);
  });
});

describe("what is no rule file", () => {
  const folder = emptyFolder();
  folder.write("rules/2022/小样.heng", SMALL);
  const JSON_TEXT = `{\n  "schema": "heng.filing/1",\n  "data": { "支出": "86万元" }\n}\n`;
  const CSV_TEXT = "\ufeff支出（万元）,预算（万元）,人数（人）\r\n86,100,80\r\n";
  const REPORT = "一、部门概况\r\n\r\n\r\n  我单位2022年预算 100 万元，支出86万元。\r\n";
  const COMMANDS = [["check"], ["check", "--fix"], ["fmt"], ["fmt", "--check"], ["schema"]];

  it.each(COMMANDS)("is refused by %s %s, and stays byte for byte", (...words) => {
    for (const [name, text] of [
      ["甲.json", JSON_TEXT],
      ["甲.CSV", CSV_TEXT],
      ["甲.txt", JSON_TEXT],
    ] as const) {
      folder.write(name, text);
      const { code, out, err } = folder.heng(...words, name);
      expect([code, out], name).toEqual([2, ""]);
      expect(err).toBe(
        `错误：“${name}”是填报数据，这里应是规则集；评分时规则写在前面，数据写在后面\n  评分写 heng score <规则> ${name}\n`,
      );
      expect(readFileSync(join(folder.path, name), "utf8")).toBe(text);
    }
  });

  it.each([["check", "--fix"], ["fmt"]])("is not rewritten where no rule is in it: %s %s", (...words) => {
    for (const [name, text] of [
      ["报告.txt", REPORT],
      ["表.txt", CSV_TEXT],
    ] as const) {
      folder.write(name, text);
      const { code, err } = folder.heng(...words, name);
      expect(code).not.toBe(0);
      expect(err).not.toContain("已改写");
      expect(readFileSync(join(folder.path, name), "utf8")).toBe(text);
    }
  });
});

it("takes one byte order mark for none of the text, a second for a hidden character", () => {
  const folder = emptyFolder();
  const rules =
    "规则集 甲 2022年度\n满分 10分\n得分保留 2位小数\n等级 { 优 >= 0分 }\n指标 一 10分 { 评分 人工 }\n";
  folder.write("一.heng", `\ufeff${rules}`);
  folder.write("二.heng", `\ufeff\ufeff${rules}`);
  expect(folder.heng("check", "一.heng").code).toBe(0);
  expect(folder.heng("check", "二.heng").out).toContain("H1003");
});

it("leaves a file with a quote left open as it is, and says so beside its finding", () => {
  const folder = emptyFolder();
  const rules = '规则集 甲 2022年度\n指标   一 10分 {\n   解释 "第一行\n        第二行"\n   评分   人工\n}\n';
  folder.write("一.heng", rules);
  const { code, err } = folder.heng("fmt", "一.heng");
  expect(code).toBe(2);
  expect(err).toContain("H1001");
  expect(err).toContain("一.heng  有错误，未改写");
  expect(readFileSync(join(folder.path, "一.heng"), "utf8")).toBe(rules);
});
