import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widest } from "../../src/terminal/width.ts";
import { SMALL, emptyFolder, sampleFolder } from "./heng.ts";

const sample = sampleFolder();
const DEPARTMENT = "rules/2022/filings/department.json";
const PROJECT = "rules/2022/filings/project.json";

describe("heng score of the sample", () => {
  const { code, lines, err } = sample.heng("score", "2022/department", DEPARTMENT);

  it("ends well and says nothing beside the result", () => {
    expect(code).toBe(0);
    expect(err).toBe("");
  });

  it.each([
    "预算执行率                                10  >= 100%     86.28%   8.63",
    "部门管理                                  33                      31.90",
    "  资金投入                                12                      10.90",
    "    基本支出预算执行率                     3  >= 100%     87.68%   2.63",
    "    项目支出预算执行率                     3  >= 100%     75.69%   2.27",
    "    人员培训机制完备性及人员培训覆盖率     4  >= 100%       100%   4.00",
    "履职效果                                  37                      37.00",
    "合计                                     100                      97.53  优",
    "失分 2.47：预算执行率 1.37、项目支出预算执行率 0.73、基本支出预算执行率 0.37",
  ])("has the line “%s”", (line) => expect(lines).toContain(line));

  it("says by what the filing was scored", () => {
    const head = lines.slice(0, 4).join("\n");
    expect(head).toContain("部门整体支出绩效自评 2022年度");
    expect(head).toContain("rules/2022/department.heng");
    expect(head).toContain(DEPARTMENT);
  });

  it("scores the project", () => {
    const project = sample.heng("score", "2022/project", PROJECT);
    expect(project.lines.find((l) => l.startsWith("合计"))).toMatch(/^合计 +100 +94\.57 {2}优$/);
    expect(project.lines).toContain("失分 5.43：考察调研次数及人数 3.00、预算执行率 2.43");
  });

  it("pairs several with the rule sets of their names, and sums up", () => {
    const both = sample.heng("score", "2022", PROJECT, DEPARTMENT);
    expect(both.code).toBe(0);
    expect(both.out).toContain("rules/2022/project.heng");
    expect(both.out).toContain("rules/2022/department.heng");
    expect(both.lines.slice(-6).join("\n")).toMatch(/94\.57 {2}优[\s\S]*97\.53 {2}优/);
  });

  it("tells the rule set by the fields when the name does not", () => {
    sample.write("别名.json", readFileSync(join(sample.path, PROJECT)));
    const told = sample.heng("score", "2022", "别名.json");
    expect(told.code).toBe(0);
    expect(told.out).toContain("rules/2022/project.heng");
  });

  it("takes no shared file of the year for a rule set", () => {
    const folder = sampleFolder();
    folder.write("rules/2022/公共.heng", "等级 {\n  优 >= 90分\n  差 其他\n}\n");
    folder.write("别名.json", readFileSync(join(folder.path, PROJECT)));
    const { code: exit, out } = folder.heng("score", "2022", "别名.json");
    expect(exit).toBe(0);
    expect(out).toContain("rules/2022/project.heng");
  });

  it("says so when it cannot be told", () => {
    sample.write("两可.json", `{"全年预算数":"1万元","全年支出数":"1万元"}`);
    const told = sample.heng("score", "2022", "两可.json");
    expect(told.code).toBe(3);
    expect(told.out).toBe("");
    expect(told.err.replaceAll(/\n {2}/g, "")).toContain(
      "看不出“两可.json”该用哪个规则集：department（认得 2 项数据）、project（认得 2 项数据）",
    );
  });

  it("says which rule set data of another one look like, instead of a list of every key", () => {
    const told = sample.heng("score", "2022/project", DEPARTMENT);
    expect([told.code, told.out]).toEqual([3, ""]);
    expect(told.err).toContain(`错误 H4113  ${DEPARTMENT}\n`);
    expect(told.err.replaceAll(/\n {2}/g, "")).toContain(`“${DEPARTMENT}”像是 2022/department 的数据：`);
    expect(told.err.match(/^错误/gm)).toHaveLength(1);
    // Half of two keys is known: too little to tell by.
    sample.write("一半.json", `{"全年预算数":"1万元","编制人数":"1人"}`);
    expect(sample.heng("score", "2022/project", "一半.json").err).toContain("错误 H3021");
  });

  it("explains one indicator, by its name or its path", () => {
    for (const name of ["预算执行率", "部门管理/资金投入/项目支出预算执行率"]) {
      const { code: exit, out } = sample.heng("score", "2022/department", DEPARTMENT, "--explain", name);
      expect(exit).toBe(0);
      expect(out).not.toContain("合计");
    }
    const { out } = sample.heng("score", "2022/department", DEPARTMENT, "--explain", "预算执行率");
    const text = out.replaceAll(/\n {2}/g, "");
    expect(text).toContain("预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%；");
    expect(text).toContain("未达目标 100%，得分 = 86.28% × 10分 = 8.63分（8.6277…，四舍五入到 0.01）。");
  });

  it("explains an indicator named as the rules write it, in 「 」", () => {
    for (const name of ["「“三公经费”控制率」", "部门管理/资金投入/「“三公经费”控制率」"]) {
      const { code, out } = sample.heng("score", "2022/department", DEPARTMENT, "--explain", name);
      expect(code).toBe(0);
      expect(out).toContain("“三公经费”控制率 = 三公经费支出 22.5万元 ÷ 三公经费预算 24.11万元");
    }
  });

  it("explains the total", () => {
    const { code, out } = sample.heng("score", "2022/department", DEPARTMENT, "--explain", "合计");
    expect(code).toBe(0);
    expect(out).toMatch(/\n合计 +100 +97\.53 +优\n\n合计 = 8\.63 \+ [^\n]*= 97\.53分；等级 优。\n$/);
  });

  it("says that a filing was named where the rules are due", () => {
    const { code, out, err } = sample.heng("score", DEPARTMENT, "2022/department");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("是填报数据");
    expect(err).toContain(`  评分写 heng score 2022/department ${DEPARTMENT}\n`);
    expect(sample.heng("score", "甲.csv", "乙.csv").err).toContain("  评分写 heng score <规则> 甲.csv\n");
  });

  it("places findings about figures in the data, of the filing they are of", () => {
    const folder = sampleFolder();
    folder.write(
      "rules/小样.heng",
      `${SMALL.replace("预算 万元 > 0", "预算 万元 >= 0")}核对 "人均" 支出 / 人数 <= 1万元/人\n`,
    );
    folder.write("数据.csv", "预算单位,支出（万元）,预算（万元）,人数（人）\n甲局,9,10,9\n乙局,9,0,0\n");
    const { err } = folder.heng("score", "rules/小样.heng", "数据.csv");
    expect(err).toContain("错误 H3104  数据.csv:3:6 C3  预算\n  “执行率”无法计算：除数 预算 等于 0\n");
    expect(err).toContain("警告 H3114  数据.csv:3:8 D3  人数\n  核对“人均”无法进行：除数 人数 等于 0\n");
    folder.write("数据.json", `{\n  "支出": "30万元",\n  "预算": "30万元",\n  "人数": "10人"\n}`);
    const missed = folder.heng("score", "rules/小样.heng", "数据.json");
    expect(missed.err).toContain("警告 H3111  数据.json:2:9  支出\n");
    expect(missed.err).toContain("  另见 数据.json:4:9：“人数”填报为 10人\n");
    const { diagnostics } = JSON.parse(
      folder.heng("score", "rules/小样.heng", "数据.json", "--json").out,
    ) as {
      diagnostics: { related: unknown[] }[];
    };
    expect(diagnostics[0]?.related).toEqual([
      {
        file: "数据.json",
        start: { line: 4, column: 9, offset: 42 },
        end: { line: 4, column: 14, offset: 47 },
        place: { file: "数据.json", line: 4, column: 9, length: 5, field: "人数" },
        message: "“人数”填报为 10人",
      },
    ]);
  });

  it("tells what missing data take below the one filing there is", () => {
    sample.write("缺.csv", "预算单位,全年预算数\n甲局,1\n");
    const told = sample.heng("score", "2022/department", "缺.csv").out.replaceAll(/\n {2,}/g, "");
    expect(told).toContain("“档案情况”填其中一项：完备、基本完备、不完备；");
    expect(told).toContain(
      'JSON 写 "judged": { "重点工作完成情况": { "score": "3分", "reason": "…" } }；CSV 的分数写在“重点工作完成情况”一列，理由写在“重点工作完成情况 说明”一列',
    );
    sample.write("缺.csv", "预算单位,全年预算数\n甲局,1\n乙局,1\n");
    expect(sample.heng("score", "2022/department", "缺.csv").out).not.toContain("填其中一项");
  });

  it("shows what was filed where there is no value, and what a condition asks where there is no target", () => {
    const { out } = sample.heng("score", "2022/department", DEPARTMENT);
    expect(out).toMatch(/\n +重点工作管理制度健全性 +3 +达成 100% +3\.00\n/);
    expect(out).toMatch(/\n +档案管理完备性 +3 +完备 +3\.00\n/);
    expect(out).toMatch(/\n +财务管理制度健全性 +3 +3\/3项 +3\.00\n/);
    expect(out).toMatch(/\n +在职人员控制率 +3 +<= 100% +91\.25% +3\.00\n/);
    const english = sample.heng("score", "2022/department", DEPARTMENT, "--lang", "en").out;
    expect(english).toMatch(/\n +财务管理制度健全性 +3 +3 of 3 +3\.00\n/);
    expect(english).toMatch(/\n +在职人员控制率 +3 +<= 100% +91\.25% +3\.00\n/);
  });

  it("offers the nearest for an unknown indicator", () => {
    const { code: exit, err: said } = sample.heng("score", "2022/department", DEPARTMENT, "--explain=预算率");
    expect(exit).toBe(2);
    expect(said).toContain("没有指标“预算率”；相近的有 预算执行率");
  });

  it.each([
    ["department", DEPARTMENT, "zh"],
    ["department", DEPARTMENT, "en"],
    ["project", PROJECT, "zh"],
  ])(
    "explains every indicator of %s and the total, with the common basis once: %s --lang %s",
    (rules, data, lang) => {
      const words = ["score", `2022/${rules}`, data, "--lang", lang];
      const out = sample.heng(...words, "--explain").out;
      const { indicators, explanation } = JSON.parse(sample.heng(...words, "--json").out) as {
        indicators: { kind: string; explanation: string }[];
        explanation: string;
      };
      const basis = "甘财绩〔2022〕7号、财预〔2020〕10号";
      const tail = lang === "zh" ? `依据：${basis}。` : ` Basis: ${basis}.`;
      const close = (text: string): string => text.replaceAll(/\s/g, "");
      for (const sentence of [
        ...indicators.filter((i) => i.kind !== "group").map((i) => i.explanation),
        explanation,
      ]) {
        expect(sentence).not.toBe("");
        expect(close(out)).toContain(close(sentence.replace(tail, "")));
      }
      expect(close(out).split(close(basis))).toHaveLength(2);
    },
  );

  it("explains as a tree, its figures in columns on the left", () => {
    const { lines: tree } = sample.heng("score", "2022/department", DEPARTMENT, "--explain");
    expect(tree).toContain(" 得分  分值  指标和得分的由来");
    const rows = tree.filter((l) => /^[ \d]\d\.\d\d {2}/.test(l));
    expect(rows[0]).toMatch(/^ 8\.63 {4}10 {2}预算执行率 = /);
    expect(rows[1]).toBe("31.90    33  部门管理");
    expect(rows[2]).toBe("10.90    12    资金投入");
    expect(rows[3]).toMatch(/^ 2\.63 {5}3 {6}基本支出预算执行率 = /);
    expect(rows.at(-1)).toMatch(
      /^97\.53 {3}100 {2}合计 = 8\.63 \+ 31\.90 \+ 37\.00 \+ 14\.00 \+ 6\.00 = 97\.53分；等级 优。/,
    );
    // 45 indicators and the total; the lines that a sentence is wrapped to have no figures before them.
    expect(rows).toHaveLength(46);
  });

  it("lists only what lost points, with what it is in", () => {
    const { lines: lost } = sample.heng("score", "2022/department", DEPARTMENT, "--only-lost");
    const names = lost.slice(
      lost.findIndex((l) => l.startsWith("指标")) + 1,
      lost.findIndex((l) => l.startsWith("合计")),
    );
    expect(names.map((l) => l.trim().split(" ")[0])).toEqual([
      "预算执行率",
      "部门管理",
      "资金投入",
      "基本支出预算执行率",
      "项目支出预算执行率",
    ]);
  });

  it.each([[[]], [["--explain"]], [["--only-lost"]], [["--explain", "--lang", "en"]]])(
    "keeps every line to 80 columns, even where ambiguous characters are wide: %j",
    (options) => {
      const { out } = sample.heng("score", "2022", DEPARTMENT, PROJECT, ...options);
      for (const line of out.split("\n")) expect(widest(line), line).toBeLessThanOrEqual(80);
    },
  );
});

describe("heng score of a small rule set", () => {
  const folder = emptyFolder();
  folder.write("小样.heng", SMALL);
  folder.write("data.json", `{"支出":"86万元","预算":"100万元","人数":"80人"}`);

  it("prints exactly this", () => {
    expect(folder.heng("score", "小样.heng", "data.json").out).toBe(
      `小样 2022年度  小样.heng  data.json

指标    分值     目标  实际  得分
执行率     6  >= 100%   86%  5.16
控制       4  <= 80人  80人  4.00
合计      10                 9.16  优

失分 0.84：执行率 0.84
`,
    );
  });

  it("shows the range of what is missing, and what is", () => {
    folder.write("part.json", `{"支出":"86万元","预算":"100万元"}`);
    const { code, out } = folder.heng("score", "小样.heng", "part.json");
    expect(code).toBe(0);
    expect(out).toBe(
      `小样 2022年度  小样.heng  part.json

指标    分值     目标  实际  得分
执行率     6  >= 100%   86%  5.16
控制       4  <= 80人        待补  0.00~4.00
合计      10                 待补  5.16~9.16
等级可能为 优、差

失分（已得出的部分）0.84：执行率 0.84

待补 1 项数据：人数
  补齐后得分即可确定
`,
    );
  });

  it("reads standard input, as JSON or CSV, as data or as rules", () => {
    const json = folder.pipe(`{"支出":"86万元","预算":"100万元","人数":"80人"}`, "score", "小样.heng", "-");
    expect(json.out).toContain("9.16  优");
    const csv = folder.pipe("支出（万元）,预算（万元）,人数（人）\n86,100,80\n", "score", "小样.heng", "-");
    expect(csv.out).toContain("9.16  优");
    expect(folder.pipe(SMALL, "score", "-", "data.json").out).toContain("9.16  优");
    expect(folder.pipe(SMALL, "score", "-", "-").code).toBe(2);
  });

  it("scores each line of a CSV in GB18030", () => {
    // 预算单位,支出（万元）,预算（万元）,人数（人） / 甲,86,100,80 / 乙,100,100,81
    const [agency, spent, budget, staff, a, b, yuan, person] = [
      "d4a4cbe3b5a5cebb",
      "d6a7b3f6",
      "d4a4cbe3",
      "c8cbcafd",
      "bcd7",
      "d2d2",
      "a3a8cdf2d4aaa3a9",
      "a3a8c8cba3a9",
    ];
    const hex = `${agency}2c${spent}${yuan}2c${budget}${yuan}2c${staff}${person}0d0a${a}2c38362c3130302c38300d0a${b}2c3130302c3130302c38310d0a`;
    folder.write("data.csv", Buffer.from(hex, "hex"));
    const { code, out, err } = folder.heng("score", "小样.heng", "data.csv");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/合计 +10 +9\.16 {2}优/);
    expect(out).toMatch(/合计 +10 +6\.00 {2}差/);
    expect(out).toMatch(/甲.*\n?.*9\.16 {2}优\n乙/);
  });

  it("gives the agency and the place of each line of a CSV once", () => {
    folder.write("两.csv", "预算单位,支出（万元）,预算（万元）,人数（人）\n甲,86,100,80\n乙,100,100,81\n");
    const { lines } = folder.heng("score", "小样.heng", "两.csv");
    expect(lines[0]).toBe("小样 2022年度  甲  小样.heng  两.csv:2");
    expect(lines.slice(-3, -1).map((l) => l.split(/ {2,}/).slice(0, 2))).toEqual([
      ["甲", "两.csv:2"],
      ["乙", "两.csv:3"],
    ]);
  });

  it("says results and errors only with --quiet", () => {
    folder.write("warn.csv", "预算单位,支出（万元）,预算（万元）,人数（人）\n甲,86,100,80\n合计,86,100,80\n");
    expect(folder.heng("score", "小样.heng", "warn.csv").err).toContain("H4020");
    const { out, err } = folder.heng("score", "小样.heng", "warn.csv", "--quiet");
    expect(err).toBe("");
    expect(out.split("\n")[0]).toBe("小样 2022年度  甲");
  });

  it("goes on with the others when one file cannot be read", () => {
    const { code, out, err } = folder.heng("score", "小样.heng", "data.json", "none.json");
    expect(code).toBe(3);
    expect(out).toContain("9.16  优");
    expect(err).toContain("错误 H4101  none.json");
  });

  it("says what is wrong with data, with exit code 3", () => {
    folder.write("bad.json", `{"支出":"很多","预算":"100万元","人数":"80人"}`);
    const { code, out, err } = folder.heng("score", "小样.heng", "bad.json");
    expect(code).toBe(3);
    expect(out).toMatch(/执行率 .*错误/);
    expect(err).toMatch(/^\n?错误 H3\d{3} {2}bad\.json:1:/);
  });

  it("puts carets under all that was filed", () => {
    folder.write("很多.json", `{"支出":"很多","预算":"100万元","人数":"80人"}`);
    const json = folder.heng("score", "小样.heng", "很多.json").err;
    expect(json).toContain(`
  1 │ {"支出":"很多","预算":"100万元","人数":"80人"}
    │         ^^^^^^
`);
    folder.write("列.csv", "支出（万元）,预算（万元）,在职人数\n86,100,80\n");
    const csv = folder.heng("score", "小样.heng", "列.csv").err;
    expect(csv).toContain(`
  1 │ 支出（万元）,预算（万元）,在职人数
    │                           ^^^^^^^^
`);
  });

  it("shows the place of what only the rules find wrong", () => {
    folder.write("负.json", `{"支出":"-1万元","预算":"100万元","人数":"80人"}`);
    expect(folder.heng("score", "小样.heng", "负.json").err).toContain(`
  1 │ {"支出":"-1万元","预算":"100万元","人数":"80人"}
    │         ^^^^^^^^ -1万元
`);
  });

  it("says of many filings which one a finding is about", () => {
    const rules = SMALL.replace("评分 达标", "评分 达标\n  须说明 当 得分 < 分值");
    folder.write("须.heng", rules.replace("评分 按比例", "评分 人工"));
    folder.write(
      "须.csv",
      "预算单位,支出,预算,人数,执行率\n甲,86,100,81,6分\n乙,86,100,80,5分\n丙,86,100,82,6分\n",
    );
    const { err } = folder.heng("score", "须.heng", "须.csv");
    // 81 and 82 are above 80; 5分 of 6 is judged without a reason.
    expect(err).toContain(`
警告 H3112  须.csv:2:10 D2  人数
  “控制”须说明原因：得分 0分 < 4分
  2 │ 甲,86,100,81,6分
    │           ^^
  规则在 须.heng:24:3
`);
    expect(err).toContain(`
警告 H3113  须.csv:3:13 E3  执行率
  “执行率”评定为 5分，没有写明理由
  3 │ 乙,86,100,80,5分
    │              ^^^
  规则在 须.heng:18:6
`);
    expect(err).toContain("\n警告 H3112  须.csv:4:10 D4  人数\n");
  });

  it("shows no line of an empty file", () => {
    folder.write("空.json", "");
    expect(folder.heng("score", "小样.heng", "空.json").err).toMatch(
      /^错误 H4002 .*\n {2}文件里没有内容\n {2}改法/,
    );
  });

  it("offers the files of a folder that is given for one", () => {
    folder.write("填报 2022/甲 局.json", "{}");
    folder.write("填报 2022/说明.txt", "");
    const { code, err } = folder.heng("score", "小样.heng", "填报 2022");
    expect(code).toBe(3);
    expect(err).toContain("“填报 2022”是文件夹，不是文件\n  改法：写出其中的文件，如 填报 2022/甲 局.json（");
  });

  it("says what is wrong with the rules before the data", () => {
    const { code, err } = folder.heng("score", "没有.heng", "没有.json");
    expect(code).toBe(3);
    expect(err).toMatch(/^错误 H4101 {2}没有\.heng\n/);
    expect(err).not.toContain("没有.json");
  });

  it("says that Excel comes later", () => {
    folder.write("a.xlsx", "PK");
    const { code, err } = folder.heng("score", "小样.heng", "a.xlsx");
    expect(code).toBe(3);
    expect(err).toContain("还不能读 Excel 文件“a.xlsx”");
  });

  it("does not score by rules that do not check", () => {
    folder.write("错.heng", SMALL.replace("4分", "5分"));
    const { code, out, err } = folder.heng("score", "错.heng", "data.json");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("错误 H1202");
  });

  it("shows control characters of data instead of obeying them", () => {
    writeFileSync(
      join(folder.path, "esc.json"),
      JSON.stringify({ agency: "甲\u001b[2J\u202e", data: { 支出: "1万元" } }),
    );
    const { out } = folder.heng("score", "小样.heng", "esc.json");
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
    rmSync(join(folder.path, "esc.json"));
  });
});

describe("an indicator whose sentence begins with a longer name", () => {
  it("is named all the same", () => {
    const folder = emptyFolder();
    folder.write(
      "规则.heng",
      [
        "规则集 试 2022年度",
        "满分 10分",
        "得分保留 2位小数",
        "等级 { 优 >= 9分; 差 其他 }",
        "数据 { 完成情况 定性 }",
        "指标 完成 10分 { 评分 定性 完成情况 }",
      ].join("\n"),
    );
    folder.write("数据.json", '{"完成情况": "部分达成 70%"}');
    const { out } = folder.heng("score", "规则.heng", "数据.json", "--explain");
    expect(out).toContain("完成：完成情况 部分达成，完成 70%");
  });
});

describe("points lost to a cap", () => {
  const folder = emptyFolder();
  const rules = (caps: { group?: string; whole?: string }): string => `规则集 试 2022年度
满分 20分
得分保留 2位小数
等级 { 优 >= 18分; 差 其他 }
数据 { 甲 人 >= 0; 乙 人 >= 0; 有违规 是否 }
指标 管理 15分 {
  指标 一 10分 { 值 = 甲; 目标 >= 10人; 评分 按比例 }
  指标 二 5分 { 值 = 乙; 目标 >= 10人; 评分 按比例 }
  ${caps.group ?? ""}
}
指标 效果 5分 { 值 = 甲; 目标 >= 5人; 评分 按比例 }
${caps.whole ?? ""}
`;
  folder.write("数据.json", '{"甲":"10人","乙":"8人","有违规":"是"}');

  // 一 10, 二 5 × 8/10 = 4: 管理 14, capped at 9; 效果 5. Total 14 of 20, lost 6, of it 1 by 二 and 5 by the cap.
  it("are in the sum of what was lost, and their group is among what lost", () => {
    folder.write("组.heng", rules({ group: "封顶 9分 当 有违规" }));
    const { out } = folder.heng("score", "组.heng", "数据.json", "--only-lost");
    expect(out).toContain("\n失分 6.00（经封顶、否决、折算或加权）：二 1.00\n");
    expect(out).toMatch(/^管理 +15 .* 9\.00/m);
    expect(out).toMatch(/^合计 +20 .* 14\.00/m);
  });

  // 14 + 5 = 19, the whole capped at 9: 11 lost.
  it("are so for the whole too", () => {
    folder.write("总.heng", rules({ whole: "封顶 9分 当 有违规" }));
    const { out } = folder.heng("score", "总.heng", "数据.json");
    expect(out).toContain("\n失分 11.00（经封顶、否决、折算或加权）：二 1.00\n");
  });

  it("are told where no indicator lost any", () => {
    folder.write("满.json", '{"甲":"10人","乙":"10人","有违规":"是"}');
    const { out } = folder.heng("score", "组.heng", "满.json", "--only-lost");
    // 15 capped at 9, and 5: 14 of 20.
    expect(out).toContain("\n失分 6.00（经封顶、否决、折算或加权）\n");
    expect(out).toMatch(/^管理 +15 .* 9\.00/m);
    expect(out).not.toMatch(/^效果/m);
  });
});

describe("an indicator scored by a 方法", () => {
  it("tells the value and the target that the 方法 measures by", () => {
    const folder = emptyFolder();
    folder.write(
      "规则.heng",
      [
        "规则集 试 2022年度",
        "满分 10分",
        "得分保留 2位小数",
        "等级 { 优 >= 9分; 差 其他 }",
        "数据 { 支出 万元 >= 0; 预算 万元 > 0 }",
        "方法 控制(率, 上限) { 值 = 率; 目标 <= 上限; 评分 按比例 反比 }",
        "指标 三公控制 10分 { 评分 方法 控制(支出 / 预算, 100%) }",
      ].join("\n"),
    );
    folder.write("数据.json", '{"支出":"25万元","预算":"20万元"}');
    const { out } = folder.heng("score", "规则.heng", "数据.json");
    expect(out).toMatch(/^三公控制 +10 +<= 100% +125% +8\.00/m);
    // 100% ÷ 125% = 80%, of 10分.
    const sentence = folder.heng("score", "规则.heng", "数据.json", "--explain").out;
    expect(sentence).toContain("三公控制 = 支出 25万元 ÷ 预算 20万元 = 125%");
    expect(sentence).toContain("= 8分");
  });
});

describe("several filings in one call", () => {
  const sample = sampleFolder();
  const FILED = ["rules/2022/filings/department.json", "rules/2022/filings/project.json"];

  it("are told apart in the summary by what differs, and the figures line up", () => {
    const { lines } = sample.heng("score", "2022", ...FILED, "--quiet");
    expect(lines.slice(-4)).toEqual([
      "填报                              规则集                       合计  等级",
      "中共甘肃省委机构编制委员会办公室  部门整体支出绩效自评        97.53  优",
      "中共甘肃省委机构编制委员会办公室  项目支出绩效自评（业务费）  94.57  优",
      "",
    ]);
    const twice = sample.heng("score", "2022/project", FILED[1] ?? "", FILED[1] ?? "", "--quiet").lines;
    expect(twice.slice(-4, -1)).toEqual([
      "填报                              文件                              合计  等级",
      "中共甘肃省委机构编制委员会办公室  rules/2022/filings/project.json  94.57  优",
      "中共甘肃省委机构编制委员会办公室  rules/2022/filings/project.json  94.57  优",
    ]);
  });

  it("of one JSON list say file and place", () => {
    sample.write(
      "列.json",
      `[{ "agency": "甲局", "data": { "全年预算数": 1 } }, { "agency": "乙局", "data": {} }]`,
    );
    const { out } = sample.heng("score", "2022/department", "列.json");
    expect(out).toContain("列.json[1]\n");
    expect(out).toContain("列.json[2]\n");
  });

  it("in an empty form are none, whichever rule set it is of", () => {
    sample.write("空.csv", sample.heng("schema", "2022/department", "--format", "csv").out);
    for (const rules of ["2022", "2022/department"]) {
      const { code, err } = sample.heng("score", rules, "空.csv");
      expect([code, err.includes("H4005"), err.includes("H4109")]).toEqual([3, true, false]);
    }
  });
});
