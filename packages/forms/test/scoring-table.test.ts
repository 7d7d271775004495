/** The scoring table of the sample and of a rule set that uses every ruling, against tables drawn up by hand. */
import { readFileSync } from "node:fs";
import { compile } from "@heng/lang";
import { strFromU8, unzipSync } from "fflate/browser";
import { describe, expect, it } from "vitest";
import { htmlOf, markdownOf, scoringDocument, scoringTable, scoringTableJson } from "../src/index.ts";
import { xlsxOf } from "../src/write/xlsx.ts";
import type { ScoringTable } from "../src/index.ts";
import { elementsOf } from "./html.ts";

function tableOf(text: string, lang: "zh" | "en" = "zh"): ScoringTable {
  const { program, standards, diagnostics } = compile({ file: "示例.heng", text });
  if (!program) throw new Error(diagnostics.map((d) => d.message.zh).join(" / "));
  return scoringTable({ program, standards }, lang);
}

const sample = (name: string): string =>
  readFileSync(new URL(`../../../rules/2022/${name}.heng`, import.meta.url), "utf8");
const DEPARTMENT = tableOf(sample("department"));

/** Every ruling there is. */
const RULINGS = `规则集 示例 2022年度
依据 "甲〔2022〕1号"
满分 100分
得分保留 1位小数
封顶 105分
否决 当 重大违规 等级 不高于 良
等级 { 优 >= 90分; 良 >= 80分; 差 其他 }
数据 {
  预算 万元 > 0 "含调整"
  支出 万元 >= 0
  重大违规 是否
  有项目 是否
  次数 次 >= 0
  满意 比率 [0%, 100%]
}
明细 项目 至多 20行 { 资金 万元 >= 0; 完成率 比率 }
定义 执行率 = 支出 / 预算
定义 结余 = 预算 - 支出
核对 "不超支" 结余 >= 0万元 误差 0.01万元
指标 管理 60分 {
  依据 "乙〔2021〕2号"
  封顶 50分 当 次数 > 5次
  否决 当 重大违规 得 30分
  折算
  指标 执行 30分 {
    解释 "预算的执行"
    来源 "决算"
    值 = 执行率
    目标 >= 95%
    不适用 当 非 有项目 按 折算
    否决 当 次数 > 3次 得 10分
    须说明 当 得分 < 分值
    评分 按比例
  }
  指标 项目 30分 { 值 = 平均(项目.完成率); 不适用 当 计数(项目) = 0 按 剔除; 评分 达标 >= 100% }
}
指标 效果 30分 {
  加权 { 平时 60%; 年终 40% }
  指标 平时 15分 { 评分 人工 }
  指标 年终 15分 { 值 = 满意; 目标 在 [80%, 100%]; 评分 达标 }
}
指标 满意度 10分 { 值 = 满意; 评分 分档 { >= 90% 得 满分; 其他 酌情得 [0分, 5分] } }
加分项 创新 至多 5分 { 评分 加减 起点 0分 { 次数 每满 1次 加 1分 } }
扣分项 违规 至多 10分 { 不适用 当 非 有项目 按 剔除; 评分 扣分 { 当 重大违规 扣 10分 } }
`;
const row = (table: ScoringTable, name: string) => table.rows.find(({ path }) => path.at(-1) === name);

describe("the scoring table of the sample", () => {
  it("has its 30 indicators with the points of the report, and their sum", () => {
    expect(DEPARTMENT.depth).toBe(3);
    expect(DEPARTMENT.total).toBe("100");
    expect(DEPARTMENT.rows.map(({ path, points }) => [path.at(-1), points])).toEqual([
      ["预算执行率", "10"],
      ["基本支出预算执行率", "3"],
      ["项目支出预算执行率", "3"],
      ["“三公经费”控制率", "3"],
      ["结转结余变动率", "3"],
      ["财务管理制度健全性", "3"],
      ["资金使用规范性", "3"],
      ["政府采购规范性", "3"],
      ["资产管理规范性", "3"],
      ["在职人员控制率", "3"],
      ["重点工作管理制度健全性", "3"],
      ["重点工作完成情况", "3"],
      ["会议培训次数及人数", "6"],
      ["实名制管理覆盖率", "3"],
      ["奖励性补贴发放率", "3"],
      ["机构设置科学合理性", "3"],
      ["机构编制改革工作完成及时性", "2"],
      ["会议、培训达标率", "2"],
      ["优化机构编制资源配置", "3"],
      ["相关政策建议采纳次数", "3"],
      ["门户网站访问人数", "3"],
      ["单位获奖情况", "3"],
      ["单位违法违纪情况", "3"],
      ["处置舆情信访件数", "3"],
      ["机构编制工作长效管理机制健全性", "2"],
      ["党建工作覆盖率", "2"],
      ["人员培训机制完备性及人员培训覆盖率", "4"],
      ["档案管理完备性", "3"],
      ["档案整理页数", "3"],
      ["服务对象满意度", "6"],
    ]);
    const sum = DEPARTMENT.rows.reduce((total, { points }) => total + BigInt(points), 0n);
    expect(sum).toBe(100n);
  });

  it("words an indicator with all that decides on its score", () => {
    expect(row(DEPARTMENT, "“三公经费”控制率")).toEqual({
      path: ["部门管理", "资金投入", "“三公经费”控制率"],
      kind: "indicator",
      points: "3",
      describe: [
        "本年度三公经费实际支出数与预算安排数的比率，用以反映和考核对三公经费的实际控制程度",
        "“三公经费”控制率＝三公经费支出÷三公经费预算",
      ],
      target: "≤100%",
      standard: [
        "满分3分。“三公经费”控制率超过100%的，每超过1个百分点扣0.5分（不足1个百分点的按比例计算）；扣完为止。",
        "不适用：三公经费预算等于0万元且三公经费支出等于0万元的，不考核本指标，按满分（3分）计。",
        "否决：三公经费预算等于0万元的，本指标得0分。",
      ],
      source: "部门决算",
      basis: "财预〔2013〕53号",
    });
    expect(row(DEPARTMENT, "结转结余变动率")?.describe[1]).toBe(
      "结转结余变动率＝（年末结转结余－年初结转结余）÷年初结转结余",
    );
    expect(row(DEPARTMENT, "处置舆情信访件数")?.target).toBe("≥信访受理起数");
    expect(row(DEPARTMENT, "单位违法违纪情况")?.target).toBe("＝0起");
    expect(row(DEPARTMENT, "在职人员控制率")?.target).toBe("≤100%");
  });

  it("says rounding, grades and cross-checks below", () => {
    expect(DEPARTMENT.notes).toContain(
      "等级：总分在90分（含）以上的为“优”；总分在80分（含）～90分（不含）的为“良”；总分在60分（含）～80分（不含）的为“中”；总分低于60分的为“差”。",
    );
    expect(DEPARTMENT.notes[0]).toContain("四舍五入到0.01分");
    expect(DEPARTMENT.notes.at(-1)).toContain(
      "收支平衡：全年预算数－全年支出数＝年末结转结余（误差不超过0.01万元）",
    );
  });

  it("lists a definition where it is used", () => {
    const project = tableOf(sample("project"));
    expect(row(project, "成本控制率")?.describe).toEqual([
      "项目实际支出与预算的比率，以不超过预算为满分",
      "成本控制率＝执行率",
      "其中：执行率＝全年支出数÷全年预算数",
    ]);
  });
});

describe("a rule set with every ruling", () => {
  const table = tableOf(RULINGS);

  it("words them", () => {
    expect(row(table, "执行")).toMatchObject({
      describe: ["预算的执行", "执行＝执行率", "其中：执行率＝支出÷预算"],
      standard: [
        "执行在95%（含）以上的，得满分（30分）；否则得分＝执行÷95%×30分；最低0分。",
        "不适用：有项目为“否”的，不考核本指标，分值不计入，按其余指标折算。",
        "否决：次数超过3次的，本指标得10分。",
        "须说明：得分低于30分的，须说明原因（不影响得分）。",
      ],
      source: "决算",
      basis: "乙〔2021〕2号",
    });
    expect(row(table, "项目")?.standard[1]).toBe(
      "不适用：项目的个数等于0的，不考核本指标，分值剔除，分摊给同级其他指标。",
    );
    expect(row(table, "创新")?.standard[1]).toBe("本项得分加入总分。");
    expect(row(table, "违规")?.standard.slice(1)).toEqual([
      "所扣的分从总分中扣除。",
      "不适用：有项目为“否”的，不考核本指标，不加不扣。",
    ]);
    expect(row(table, "年终")?.target).toBe("80%（含）～100%（含）");
  });

  it("says of groups and the total what its rows cannot", () => {
    expect(table.notes.slice(5)).toEqual([
      "“管理”下级的不适用在本级折算。",
      "封顶：次数超过5次的，“管理”的得分不高于50分。",
      "否决：重大违规的，“管理”得30分。",
      "“管理”的封顶、否决有几条成立的，按最低的一条。",
      "“效果”的得分＝各下级得分÷分值的加权平均数×30分，四舍五入到0.1分，平时占60%、年终占40%；不计入的下级不参加平均，其余的按原来所占的比例。",
      "封顶：总分不高于105分。",
      "否决：重大违规的，等级不高于“良”。",
      "总分的封顶、否决有几条成立的，按最低的一条。",
      "等级：总分在90分（含）以上的为“优”；总分在80分（含）～90分（不含）的为“良”；总分低于80分的为“差”。",
      "没有填报的数据不作0计，用到它的得分待补；数据超出取值范围的，或者算不出的（如除数为0），该项没有得分，须更正数据。",
      "酌情确定的分数，须说明理由。",
      "核对：不超支：结余≥0万元（误差不超过0.01万元）。不符的须核实，不影响得分。",
      "算式：结余＝预算－支出。",
    ]);
    expect(table.notes[0]).toContain(
      "加上加分项的得分，减去扣分项的失分，满分100分，不低于0分，可以超过100分。",
    );
    expect(table.notes.slice(2, 4).map((note) => note.slice(0, 3))).toEqual(["剔除：", "折算："]);
  });

  it("lists the data with units and ranges", () => {
    expect(table.fields).toEqual([
      { name: "预算", unit: "万元", range: "大于0万元", note: "含调整" },
      { name: "支出", unit: "万元", range: "不小于0万元", note: "" },
      { name: "重大违规", unit: "是否", range: "是、否", note: "" },
      { name: "有项目", unit: "是否", range: "是、否", note: "" },
      { name: "次数", unit: "次", range: "不小于0次", note: "" },
      { name: "满意", unit: "%", range: "0%至100%", note: "" },
      { name: "项目", unit: "明细", range: "至多20行", note: "" },
      { name: "项目.资金", unit: "万元", range: "不小于0万元", note: "" },
      { name: "项目.完成率", unit: "%", range: "", note: "" },
    ]);
  });

  it("has no Chinese but names in English", () => {
    const english = JSON.stringify(scoringTableJson(tableOf(RULINGS, "en")));
    expect(english).not.toMatch(/[（）；。：]|不适用|否决|得分|分值|其他/);
    expect(english).toContain(
      "Not applicable when 有项目 is “no”: its points are left out and the rest is rescaled.",
    );
  });
});

describe("the table on paper", () => {
  const document = scoringDocument(DEPARTMENT);
  const [table] = document.tables;

  it("merges groups over their rows, and indicators over the levels they do not have", () => {
    const shape = (at: number) =>
      table?.rows[at]?.slice(0, 3).map((cell) => cell && [cell.text[0], cell.rows, cell.columns]);
    expect(shape(0)).toEqual([["预算执行率", 1, 3], undefined, undefined]);
    // 部门管理 has 4 + 2 + 1 + 1 + 1 + 2 indicators.
    expect(shape(1)).toEqual([
      ["部门管理", 11, 1],
      ["资金投入", 4, 1],
      ["基本支出预算执行率", 1, 1],
    ]);
    expect(shape(2)).toEqual([undefined, undefined, ["项目支出预算执行率", 1, 1]]);
    expect(shape(5)).toEqual([undefined, ["财务管理", 2, 1], ["财务管理制度健全性", 1, 1]]);
    expect(shape(30)).toEqual([["合计", 1, 3], undefined, undefined]);
    expect(table?.rows[1]?.[0]?.text).toEqual(["部门管理", "（33分）"]);
  });

  it("is a valid table in Markdown: as many cells in every row, whatever the texts hold", () => {
    const lines = markdownOf(scoringDocument(tableOf(HOSTILE)))
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const cells = (line: string): number => line.replaceAll(/\\./g, "").split("|").length - 2;
    // Two tables: 8 columns with two levels, and the data.
    expect(lines.map(cells)).toEqual([
      ...Array.from({ length: 5 }, () => 8),
      ...Array.from({ length: 3 }, () => 4),
    ]);
    expect(markdownOf(document)).toContain("| **部门管理<br>（33分）** | **资金投入<br>（12分）**");
  });

  it("is one well-formed file in HTML, with real merges and nothing to fetch or run", () => {
    const html = htmlOf(document);
    const elements = elementsOf(html);
    expect(elements.filter((e) => e.name === "tr").length).toBe(1 + 31 + 1 + 37);
    expect(html).toContain('<th rowspan="11" class="centre"><p>部门管理</p><p>（33分）</p></th>');
    expect(html).toContain('<td colspan="3" class="centre">预算执行率</td>');
    expect(html).toMatch(/@page \{ size: A4 landscape;/);
    expect(html).toContain("thead { display: table-header-group; }");
    expect(elements.filter((e) => ["script", "link", "img", "iframe", "a"].includes(e.name))).toEqual([]);
    expect(html).not.toMatch(/https?:|url\(|@import/);
  });

  it("escapes every text in HTML", () => {
    const html = htmlOf(scoringDocument(tableOf(HOSTILE)));
    elementsOf(html);
    expect(html).not.toMatch(/<b>|<script|<img/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;".replaceAll("&quot;", "&#39;"));
  });

  it("is a workbook with merges, number cells for 分值, and formulas nowhere", () => {
    const files = unzipSync(xlsxOf(scoringDocument(tableOf(HOSTILE))));
    const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).toContain("<v>7.5</v>");
    expect(strFromU8(files["xl/styles.xml"] ?? new Uint8Array())).toContain('formatCode="0.0"');
    expect(xml).not.toContain("<f>");
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1&#10;');
    expect(Object.keys(files).filter((name) => name.includes("worksheets/"))).toHaveLength(2);
  });

  it("has rows high enough for their texts, several where one could not be", () => {
    const long = HOSTILE.replace("=1+1", `=1+1${"很".repeat(3000)}`);
    const files = unzipSync(xlsxOf(scoringDocument(tableOf(long))));
    const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const heights = Array.from(xml.matchAll(/<row r="\d+" ht="([\d.]+)"/g), ([, height = "0"]) =>
      Number(height),
    );
    // 3000 characters of 10 points in a column of some 15 of them: 200 lines of 14.5 points, in rows of at most 409.
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(200 * 14.5);
    expect(xml).toMatch(/<mergeCell ref="D4:D1\d"\/>/);
  });
});

/** Texts that mean something to Markdown, HTML, XML or a spreadsheet. */
const HOSTILE = `规则集 示例 2022年度
标题 "</title><b>|*_#"
满分 10分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 甲 万元 >= 0 "a|b <br> \`c\`" }
指标 「=组|<b>」 10分 {
  指标 「@一|&amp;」 7.5分 { 解释 "=1+1"; 来源 "<img src=x onerror='alert(1)'>"; 值 = 甲; 评分 达标 甲 >= 1万元 }
  指标 「+二」 2.5分 { 评分 人工 }
}
`;

it("does not say that the total may pass full marks where a cap says that it may not", () => {
  const capped = markdownOf(scoringDocument(tableOf(RULINGS.replace("封顶 105分", "封顶 100分"))));
  expect(capped).toContain("总分不高于100分");
  expect(capped).not.toContain("可以超过100分");
});

describe("limits", () => {
  const standardOf = (rules: string, name: string): readonly string[] | undefined =>
    tableOf(`规则集 示例 2022年度
满分 15分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 率 比率 >= 0%; 次数 次 >= 0; 迟报 是否 }
${rules}`).rows.find(({ path }) => path.at(-1) === name)?.standard;
  const rest = "指标 其余 15分 { 值 = 率; 评分 按比例 }";

  it("of what is taken that leave points are not said to take them all", () => {
    expect(standardOf("指标 合规 15分 { 评分 扣分 { 次数 每 2次 扣 1分 最多扣 10分 } }", "合规")).toEqual([
      "满分15分。次数每有2次扣1分（不足2次的按比例计算），最多扣10分。",
    ]);
    expect(
      standardOf("指标 合规 15分 { 评分 扣分 { 次数 每 1次 扣 1分 最多扣 10分; 当 迟报 扣 5分 } }", "合规"),
    ).toEqual(["满分15分。次数每有1次扣1分，最多扣10分；迟报的，扣5分；扣完为止。"]);
  });
  it("of a 加分项 are said once, beside its name", () => {
    const bonus = "加分项 创优 至多 5分 { 评分 加减 起点 0分 { 次数 每 1次 加 1分; 当 迟报 加 2分 } }";
    expect(standardOf(`${rest}\n${bonus}`, "创优")).toEqual([
      "次数每有1次加1分；迟报的，加2分。",
      "本项得分加入总分。",
    ]);
  });
  it("of a 扣分项 that takes points are said once, beside its name", () => {
    const penalty = "扣分项 违纪 至多 4分 { 评分 扣分 { 次数 每 1次 扣 2分; 当 迟报 扣 1分 } }";
    expect(standardOf(`${rest}\n${penalty}`, "违纪")).toEqual([
      "次数每有1次扣2分；迟报的，扣1分。",
      "所扣的分从总分中扣除。",
    ]);
  });
});

it("has the basis of the whole in the row of every indicator without one of its own", () => {
  const bases = tableOf(RULINGS).rows.map(({ path, basis }) => [path.at(-1), basis]);
  expect(bases.find(([name]) => name === "执行")).toEqual(["执行", "乙〔2021〕2号"]);
  expect(bases.find(([name]) => name === "平时")).toEqual(["平时", "甲〔2022〕1号"]);
});
