import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { widest } from "../../src/terminal/width.ts";
import { valid } from "./documents.ts";
import { SMALL, emptyFolder, sampleFolder } from "./heng.ts";

/** The scenario's own file: 86 ÷ 100 × 6 = 5.16; 81 people are over 80, so 0; 5.16 in all. */
const CASES = `案例 "甲 <\\>&'" {
  数据 { 支出 86万元; 预算 100万元; 人数 81人 }
  应得 { 执行率 5.16分; 控制 0分; 合计 5.16分; 等级 差 }
}
`;
const WRONG = CASES.replace("控制 0分", "控制 4分").replace("合计 5.16分", "合计 9.16分");

describe("heng test", () => {
  it("finds every expectation of the sample met", () => {
    const { code, out, err } = sampleFolder().heng("test");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      "rules/2022/department.heng  19 个案例，127 项应得，全部相符\nrules/2022/project.heng  15 个案例，105 项应得，全部相符\n",
    );
  });

  const folder = emptyFolder();
  folder.write("对.heng", SMALL + CASES);
  folder.write("错.heng", SMALL + WRONG);

  it("says of what is not met where, what came out, and where it parts", () => {
    const { code, out, lines } = folder.heng("test", "错.heng");
    expect(code).toBe(1);
    expect(out).toBe(`不符  错.heng:27:19
  案例“甲 <\\>&'”：控制 应得 4.00分，实得 0.00分
  27 │   应得 { 执行率 5.16分; 控制 4分; 合计 9.16分; 等级 差 }
     │                         ^^^^^^^^ 实得 0.00分
  照应得 4.00分，“控制 <= 80人”应成立；实际 81人 <= 80人，不成立

不符  错.heng:27:26
  案例“甲 <\\>&'”：合计 应得 9.16分，实得 5.16分
  27 │   应得 { 执行率 5.16分; 控制 4分; 合计 9.16分; 等级 差 }
     │                                   ^^^^^^^^^^^ 实得 5.16分
  差在“控制”：照应得 4.00分，“控制 <= 80人”应成立；实际 81人 <= 80人，不成立

错.heng  1 个案例，4 项应得，2 项不符
`);
    for (const line of lines) expect(widest(line), line).toBeLessThanOrEqual(80);
  });

  it("says nothing with --quiet where all is met, and speaks English", () => {
    expect(folder.heng("test", "对.heng", "--quiet")).toMatchObject({ code: 0, out: "", err: "" });
    const { out } = folder.heng("test", "错.heng", "--lang", "en");
    expect(out).toContain("scenario “甲 <\\>&'”, 控制: 4.00分 expected, 0.00分 came out");
    expect(out).toContain(
      "For 4.00分, “控制 <= 80人” would have to hold;\n  but 81人 <= 80人 does not hold\n",
    );
    expect(out).toMatch(/1 scenario, 4 expectations, 2 not met\n$/);
  });

  it("has no result where the rules do not check", () => {
    folder.write("坏.heng", SMALL.replace("4分", "5分"));
    const { code, out, err } = folder.heng("test", "坏.heng");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("H1202");
  });

  it("gives the same as a document", () => {
    const { code, out, err } = folder.heng("test", "错.heng", "--json");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    valid(out, "test");
    expect(JSON.parse(out)).toMatchObject({
      rulesets: [
        {
          file: "错.heng",
          scenarios: [
            {
              holds: false,
              expectations: [
                { of: "执行率", holds: true, difference: null },
                {
                  of: "控制",
                  expected: "4.00",
                  actual: "0.00",
                  start: { line: 27, column: 19 },
                  difference: {
                    indicator: "控制",
                    figure: { name: "控制 <= 80人", expected: "应成立", actual: "81人 <= 80人，不成立" },
                  },
                },
                { of: "合计", difference: { indicator: "控制" } },
                { of: "等级", holds: true },
              ],
            },
          ],
        },
      ],
      summary: { scenarios: 1, expectations: 4, failed: 2 },
    });
  });

  it("writes JUnit that an XML parser reads, the same every time", () => {
    const errors: string[] = [];
    const parser = new DOMParser({ onError: (level, message) => errors.push(`${level}: ${message}`) });
    const written = (): string => {
      expect(folder.heng("test", "错.heng", "对.heng", "--junit", "结果.xml").code).toBe(1);
      return readFileSync(join(folder.path, "结果.xml"), "utf8");
    };
    const xml = written();
    expect(written()).toBe(xml);
    const document = parser.parseFromString(xml, "text/xml");
    expect(errors).toEqual([]);
    const all = (name: string) => Array.from(document.getElementsByTagName(name));
    expect(all("testsuites")[0]?.getAttribute("failures")).toBe("2");
    expect(all("testsuite").map((suite) => suite.getAttribute("tests"))).toEqual(["4", "4"]);
    expect(all("testcase").map((test) => test.getAttribute("name"))).toEqual([
      "执行率",
      "控制",
      "合计",
      "等级",
      "执行率",
      "控制",
      "合计",
      "等级",
    ]);
    expect(all("testcase")[1]?.getAttribute("classname")).toBe("错.heng 甲 <\\>&'");
    expect(all("testcase")[1]?.getAttribute("line")).toBe("27");
    expect(all("failure")[0]?.getAttribute("message")).toBe("控制 应得 4.00分，实得 0.00分");
    expect(all("failure")[0]?.textContent).toBe(
      "照应得 4.00分，“控制 <= 80人”应成立；实际 81人 <= 80人，不成立",
    );
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("says so where the JUnit file cannot be written", () => {
    const { code, err } = folder.heng("test", "对.heng", "--junit", "没有/结果.xml");
    expect(code).toBe(3);
    expect(err).toContain("H4110");
  });
});

/** 执行率 has met and missed its target, 控制 80 people or more; two grades: six points in all. */
const MET = `案例 "全" { 数据 { 支出 100万元; 预算 100万元; 人数 80人 }; 应得 { 执行率 6分; 控制 4分; 等级 优 } }
`;

describe("heng test --coverage", () => {
  const folder = emptyFolder();
  folder.write("一.heng", SMALL + MET);

  it("counts what is tried, and offers a scenario for what is not", () => {
    const { code, out } = folder.heng("test", "一.heng", "--coverage");
    expect(code).toBe(0);
    expect(out).toContain("一.heng  1 个案例，3 项应得，全部相符\n  试到 3/6 处：情形 2/4、等级 1/2\n");
    expect(out).toContain(`没有试到  一.heng:20
  控制：控制超过80人
    // 应得照现在的规则算出，请核实
    案例 "控制超过80人" {
      数据 {
        人数 81人
      }
      应得 {
        控制 0分
      }
    }
`);
    expect(out.match(/^没有试到/gm)).toHaveLength(3);
  });

  it("has what is offered in the document", () => {
    const { out } = folder.heng("test", "一.heng", "--coverage", "--json");
    valid(out, "test");
    const { rulesets } = JSON.parse(out) as {
      rulesets: { coverage: { triedBy: string[]; offer: object | null }[] }[];
    };
    const coverage = rulesets[0]?.coverage ?? [];
    expect(coverage.map(({ triedBy }) => triedBy.length)).toEqual([1, 0, 1, 0, 1, 0]);
    expect(coverage.map(({ offer }) => offer !== null)).toEqual([false, true, false, true, false, true]);
  });

  it("is a matter of the exit code when a share is asked for", () => {
    // Three of six.
    expect(folder.heng("test", "一.heng", "--threshold", "50%")).toMatchObject({ code: 0 });
    const { code, out } = folder.heng("test", "一.heng", "--threshold", "51");
    expect(code).toBe(1);
    expect(out).toBe("一.heng  1 个案例，3 项应得，全部相符\n  试到 3/6 处：情形 2/4、等级 1/2\n");
    expect(folder.heng("test", "一.heng", "--threshold", "half")).toMatchObject({ code: 2 });
  });
});

describe("heng test --suggest", () => {
  const folder = emptyFolder();
  folder.write("一.heng", SMALL + MET);

  it("gives rule text alone on standard output, which checks and passes", () => {
    const { code, out, err } = folder.heng("test", "一.heng", "--suggest");
    expect(code).toBe(0);
    expect(err).toBe("一.heng  1 个案例，3 项应得，全部相符\n");
    folder.write("二.heng", SMALL + MET + out);
    expect(folder.heng("check", "二.heng").code).toBe(0);
    expect(folder.heng("fmt", "二.heng", "--check").out).not.toContain("案例");
    const after = folder.heng("test", "二.heng", "--coverage");
    expect(after.code).toBe(0);
    expect(after.out).toContain("试到 6/6 处");
    expect(out).toContain('案例 "控制略高于 80人" {');
  });

  it("is appended with --write, once", () => {
    folder.write("三.heng", SMALL + MET);
    const first = folder.heng("test", "三.heng", "--suggest", "--write");
    expect(first.out).toBe("");
    expect(first.err).toMatch(/三\.heng {2}接上 \d+ 个案例\n$/);
    const text = readFileSync(join(folder.path, "三.heng"), "utf8");
    expect(text.startsWith(SMALL + MET)).toBe(true);
    const again = folder.heng("test", "三.heng", "--suggest", "--write");
    expect(again.err).toContain("三.heng  没有可补的案例");
    expect(readFileSync(join(folder.path, "三.heng"), "utf8")).toBe(text);
  });

  it("stays on standard output where the rules came from standard input", () => {
    const { code, out } = folder.pipe(SMALL + MET, "test", "-", "--suggest", "--write");
    expect(code).toBe(0);
    expect(out).toContain('案例 "控制略高于 80人" {');
  });

  it("goes into the document, and --write needs it", () => {
    const { out } = folder.heng("test", "一.heng", "--suggest", "--json");
    valid(out, "test");
    expect(folder.heng("test", "一.heng", "--write").code).toBe(2);
  });
});

describe("heng test --mutate", () => {
  const folder = emptyFolder();
  folder.write("一.heng", SMALL + MET);

  it("names what no scenario notices, with its place, and offers one that would", () => {
    const { code, out } = folder.heng("test", "一.heng", "--mutate", "--all");
    expect(code).toBe(0);
    // Three of the grade (the total of 10 is far from 9), one of the weights, three each of 执行率 and 控制. Noticed are
    // the weights, 101% (5.94…), and 79 people and < 80; 按比例 has full marks at 100% whether it is >= or >.
    expect(out).toContain(
      "  改动 10 处：案例发现 4、检查发现 0、得分不变 1、没有发现 5\n  没有发现的：界限 4、符号 1\n",
    );
    expect(out).toContain(`没有发现  一.heng:22:9
  控制：80人 改为 81人
  22 │   目标 <= 80人
     │           ^^^^
    // 应得照现在的规则算出，请核实
    案例 "控制：80人 改为 81人" {
`);
    expect(out).not.toContain("没有找到能分辨的数据");
  });

  it("shows the most telling first, and how to see all", () => {
    const { out, lines } = folder.heng("test", "一.heng", "--mutate");
    // Of the five one each of the whole, 执行率 and 控制 before a second of any: 10, 6 and 4 points at stake.
    const shown = [...out.matchAll(/没有发现 {2}一\.heng:(\d+):\d+\n/g)].map(([, line]) => line);
    expect(shown).toEqual(["7", "17", "22", "7", "7"]);
    expect(out).toMatch(/\n\n {2}加 --all：全部列出，各给一个能发现它的案例\n$/);
    for (const line of lines) expect(widest(line), line).toBeLessThanOrEqual(80);
    expect(folder.heng("test", "一.heng", "--all")).toMatchObject({ code: 2 });
  });

  it("lists ten at most unless all are asked for", () => {
    const body = Array.from({ length: 11 }, (_, i) => `指标 甲${i} 1分 { 评分 达标 率 >= 90% }`).join("\n");
    folder.write(
      "多.heng",
      `规则集 多 2022年度\n满分 11分\n得分保留 2位小数\n等级 {\n  优 >= 9分\n  差 其他\n}\n数据 { 率 比率 [0%, 100%] }\n${body}\n`,
    );
    // Three of the grade and three each of eleven indicators; a weight of 1分 moves by tenths, ten times. No scenario.
    const { out } = folder.heng("test", "多.heng", "--mutate");
    expect(out).toContain("改动 46 处：案例发现 0、检查发现 0、没有发现 46\n");
    expect(out.match(/^没有发现 {2}/gm)).toHaveLength(10);
    expect(out).toContain("  还有 36 处没有列出。加 --all：全部列出，各给一个能发现它的案例\n");
  });

  it("changes files that are included as well", () => {
    folder.write("规则/2022/公共.heng", "等级 {\n  优 >= 9分\n  差 其他\n}\n");
    const rules = (SMALL + MET).replace(/等级 \{[^}]*\}\n/, '引用 "公共.heng"\n');
    folder.write("规则/2022/小样.heng", rules);
    const { code, out } = folder.heng("test", "--rules", "规则", "--mutate");
    expect(code).toBe(0);
    expect(out).toContain("改动 10 处：案例发现 4、检查发现 0、得分不变 1、没有发现 5");
    expect(out).toMatch(/没有发现 {2}规则\/2022\/公共\.heng:2:5\n {2}>= 改为 >\n/);
  });

  it("has all changes in the document", () => {
    const { out } = folder.heng("test", "一.heng", "--mutate", "--json");
    valid(out, "test");
    const { rulesets } = JSON.parse(out) as {
      rulesets: { changes: { noticedBy: string; scenario: string | null }[] }[];
    };
    const changes = rulesets[0]?.changes ?? [];
    expect(changes).toHaveLength(10);
    for (const { noticedBy, scenario } of changes)
      expect(scenario).toBe(noticedBy === "scenario" ? "全" : null);
  });
});
