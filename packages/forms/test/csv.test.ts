import { expect, test } from "vitest";
import { filingHash } from "@heng/engine";
import { DATA_LIMITS, readCsvFilings } from "../src/index.ts";
import { bytes, covered, csv, found, json, only, PROGRAM, value } from "./program.ts";

const TABLE = `预算单位,年度,全年预算数（万元）,全年支出数(元),满意度（%）,财务制度.有制度,财务制度.合规,获奖,获奖 说明,预算执行率说明
甲局,2022,"3,359.45",28984500,95,是,否,2分,先进集体,尾款未付
乙局,2022年度,1200,0,,,,1.5,,
`;

test("a table: one filing a line, units of headings, dotted items, scores, reasons, blanks", () => {
  const read = csv(TABLE);
  expect(read.diagnostics).toEqual([]);
  const [one, two] = read.filings;
  expect(one).toMatchObject({ name: "a.csv:2", agency: "甲局", year: "2022" });
  expect(one && [...one.values.keys()].map((name) => `${name} ${value(one, name)}`)).toEqual([
    "全年预算数 33594500",
    "全年支出数 28984500",
    "满意度 19/20",
    "效果/获奖 2",
    "财务制度 有制度=yes 合规=no",
  ]);
  expect(one && [...one.texts]).toEqual([
    ["效果/获奖", "先进集体"],
    ["预算执行率", "尾款未付"],
  ]);
  expect(one?.values.get("全年预算数")).toMatchObject({
    written: "3,359.45",
    place: { file: "a.csv", line: 2, column: 9, length: 10, row: 1, field: "全年预算数" },
  });
  expect(two && [...two.values.keys()]).toEqual(["全年预算数", "全年支出数", "效果/获奖"]);
  expect(two && value(two, "全年支出数")).toBe("0");
});

test("the same content has the same hash as in JSON", () => {
  const filing = only(csv("预算单位,年度,全年预算数,财务制度.有制度\n甲局,2022,3359.45,是\n"));
  const same = json({
    schema: "heng.filing/1",
    agency: "甲局",
    year: "2022",
    data: { 财务制度: { 有制度: true }, 全年预算数: "33594500元" },
  });
  expect(filingHash(filing)).toBe(filingHash(only(same)));
});

test("headings without a line below say what to fill in", () => {
  const [finding] = csv("备注,在职人数\n").diagnostics;
  expect(finding?.mend.zh).toMatch(/在列名下面填数据，一行是一份填报$/);
});

test.each<[heading: string, cell: string, field: string, expected: string]>([
  ["全年预算数", "3359.45万元", "全年预算数", "33594500"],
  ["全年预算数（元）", "33594500", "全年预算数", "33594500"],
  ["全年预算数(单位：元)", "33594500", "全年预算数", "33594500"],
  ["全年预算数　（亿元）", "0.335945", "全年预算数", "33594500"],
  ['"全年预算数\n（万元）"', "3359.45", "全年预算数", "33594500"],
  ["全年预算数（元）", "3359.45万元", "全年预算数", "33594500"],
  ["满意度（％）", "95", "满意度", "19/20"],
  ["满意度", "0.95", "满意度", "19/20"],
  ["效果/档案（分）", "2", "效果/档案", "2"],
  ["变动（个百分点）", "1.5", "变动", "3/200"],
  ["备注", "'=1+1", "备注", "=1+1"],
  ["备注", "'引文", "备注", "'引文"],
])("%s with %s", (heading, cell, field, expected) => {
  const read = csv(`单位名称,${heading}\n甲局,${cell}\n`);
  expect(read.diagnostics).toEqual([]);
  expect(value(only(read), field)).toBe(expected);
});

test.each<[what: string, text: string, findings: readonly string[], filings: number]>([
  ["an unknown column", "预算单位,全年预算\n甲局,1\n", ["H4013 1:6"], 1],
  ["a checklist without its items", "预算单位,财务制度\n甲局,是\n", ["H4013 1:6"], 1],
  ["an item that is none", "预算单位,财务制度.有制定\n甲局,是\n", ["H4013 1:6"], 1],
  ["a remark in brackets", "及时缴纳（是/否）\n是\n", ["H4013 1:1"], 1],
  ["an ambiguous column", "预算单位,档案\n甲局,1\n", ["H3022 1:6"], 1],
  ["ambiguous reasons", "预算单位,档案 说明\n甲局,1\n", ["H3022 1:6"], 1],
  ["rows", "预算单位,项目.资金\n甲局,1\n", ["H4016 1:6"], 1],
  ["a unit of another kind", "预算单位,在职人数（万元）\n甲局,80\n", ["H4017 1:6"], 0],
  ["an unknown unit", "预算单位,在职人数（亩产）\n甲局,80\n", ["H4017 1:6"], 0],
  ["a column twice", "全年预算数（万元）,全年预算数（元）\n1,2\n", ["H4014 1:11"], 0],
  ["an agency twice", "预算单位,单位名称\n甲,乙\n", ["H4014 1:6"], 0],
  ["a column without a name", "备注,\na,\nb,c\n", ["H4015 3:3"], 2],
  ["a column without a name, said once", "备注,,\na,x,\nb,y,\nc,z,u\n", ["H4015 2:3", "H4015 4:5"], 3],
  ["a title above the headings", "绩效自评表,,\n预算单位,备注,在职人数\n甲局,a,b\n", ["H4019 1:1"], 0],
  ["a title of one cell", "绩效自评表\n预算单位,备注\n甲局,a\n乙局,b\n", ["H4019 1:1"], 0],
  ["a title and a remark", "\n,自评表\n单位：万元,\n预算单位,备注\n甲局,a\n", ["H4019 2:2"], 0],
  [
    "unknown headings are no title",
    "名称,说法\n甲局,a\n备注,x,y\n",
    ["H4013 1:1", "H4013 1:4", "H4012 3:1"],
    1,
  ],
  ["a total at the foot", "预算单位,备注\n甲局,a\n合计,b\n", ["H4020 3:1 预算单位"], 1],
  [
    "totals in between",
    "备注,预算单位\na,甲局\nb,小 计\nc,乙局\nd,总计：\n",
    ["H4020 3:3 预算单位", "H4020 5:3 预算单位"],
    2,
  ],
  ["totals only", "预算单位,备注\n合计,b\n", ["H4005 -:-", "H4020 2:1 预算单位"], 0],
  ["an agency that only begins so", "预算单位,备注\n合计局,b\n", [], 1],
  ["a ragged line, others go on", "备注,在职人数\na,1,2\nb,2\nc\nd,4\n", ["H4012 2:1", "H4012 4:1"], 2],
  ["another year", "备注,年度\na,2021\nb,2022\n", ["H3023 2:3 年度"], 1],
  ["a year that is none", "备注,年度\na,去年\n", ["H3003 2:3 年度"], 0],
  [
    "bad values",
    "在职人数,财务制度.有制度\n10余,有\n",
    ["H3002 2:1 在职人数", "H3009 2:5 财务制度.有制度"],
    1,
  ],
  ["an open quote", '备注,在职人数\na,1\n"b,2\nc,3\n', ["H4011 3:1"], 1],
  ["a stray quote", '备注,在职人数\na"b,1\n', ["H4011 2:2"], 0],
  ["text behind a quote", '备注,在职人数\n"a"b,1\n', ["H4011 2:4"], 0],
  ["headings only", "备注,在职人数\n", ["H4005 -:-"], 0],
  ["nothing", "", ["H4005 -:-"], 0],
  ["blank lines only", "\n\n", ["H4005 -:-"], 0],
])("%s", (_, text, findings, filings) => {
  const read = csv(text);
  expect(found(read)).toEqual(findings);
  expect(read.filings).toHaveLength(filings);
});

test("ticks and crosses of a checklist", () => {
  const filing = only(csv("财务制度.有制度,财务制度.合规\n√,×\n"));
  expect(value(filing, "财务制度")).toBe("有制度=yes 合规=no");
});

test("the unit of a field is quoted; where it has none, that is said", () => {
  const [people] = csv("在职人数（万元）\n80\n").diagnostics;
  expect(people?.message.zh).toBe("列名“在职人数（万元）”里的“万元”不是这一项的单位，这一项的单位是“人”");
  expect(people?.mend.zh).toContain("改用“人”或同类的单位");
  const [bare] = csv("系数（万元）\n80\n").diagnostics;
  expect(bare?.message.zh).toContain("这一项没有单位");
});

test("the title and the headings are told apart by their lines", () => {
  const [diagnostic] = csv("\n自评表,\n单位：万元,\n预算单位,备注\n甲局,a\n").diagnostics;
  expect(diagnostic?.message.zh).toBe("第 2 行像是标题，列名在第 4 行");
});

test("nearest names of a heading", () => {
  expect(csv("全年预算\n1\n").diagnostics[0]?.mend.zh).toContain("全年预算数");
  expect(csv("财务制度\n是\n").diagnostics[0]?.mend.zh).toContain("财务制度.有制度");
  expect(csv("预算单\n是\n").diagnostics[0]?.mend.zh).toContain("预算单位");
});

test.each([
  ["档案整理理由", []],
  ["预算执行率理由", ["预算执行率 说明"]],
  ["预算执行率 原因", ["预算执行率 说明"]],
  ["预算执行率（说明）", ["预算执行率 说明"]],
  ["重点工作（备注）", ["重点工作 说明"]],
])("a column of reasons called %s", (heading, near) => {
  const [diagnostic] = csv(`${heading}\n工期推迟\n`).diagnostics;
  expect([diagnostic?.code, diagnostic?.message.zh]).toEqual([
    "H4013",
    `列名“${heading}”在规则集里没有对应的数据`,
  ]);
  expect(diagnostic?.mend.zh).toContain(near.length > 0 ? `是不是“${near.join()}”？` : "");
});

test("places say where a spreadsheet shows the cell", () => {
  const wide = Array.from({ length: 52 }, () => "").join(",");
  const text = `备注,在职人数,${wide},培训人次\n\n"两\n行",10余,${wide},约5\n`;
  expect(csv(text).diagnostics.map(({ place }) => [place?.line, place?.cell])).toEqual([
    [4, "B3"],
    [4, "BC3"],
  ]);
});

test("blank lines and rows of blanks are no filings", () => {
  const read = csv("\n,,\n备注,在职人数,\n\na,1,\n,,\n , ,\n");
  expect(read.diagnostics).toEqual([]);
  expect(read.filings).toHaveLength(1);
  expect(only(read).name).toBe("a.csv:5");
});

test.each<[encoding: string, bytes: Uint8Array]>([
  ["UTF-8 with BOM", bytes("\uFEFF备注,在职人数\r\n是,1\r\n")],
  // 备注,在职人数 / 是,1
  [
    "GB18030",
    new Uint8Array([
      0xb1, 0xb8, 0xd7, 0xa2, 0x2c, 0xd4, 0xda, 0xd6, 0xb0, 0xc8, 0xcb, 0xca, 0xfd, 0x0d, 0x0a, 0xca, 0xc7,
      0x2c, 0x31,
    ]),
  ],
])("%s", (_, content) => {
  const filing = only(readCsvFilings(content, PROGRAM, "a.csv"));
  expect(value(filing, "备注")).toBe("是");
  expect(value(filing, "在职人数")).toBe("1");
});

test("bytes that are no text", () => {
  expect(found(readCsvFilings(new Uint8Array([0x50, 0x4b, 3, 4, 0]), PROGRAM, "a.csv"))).toEqual([
    "H4001 1:3",
  ]);
});

test("both sides of the limits", () => {
  const record = (length: number): string => `备注,在职人数\n${"a".repeat(length - 2)},1\n`;
  expect(csv(record(DATA_LIMITS.csvRecord)).diagnostics).toEqual([]);
  expect(found(csv(record(DATA_LIMITS.csvRecord + 1)))).toEqual(["H4003 2:1"]);
  const columns = (count: number): string => `备注${",".repeat(count - 1)}\na${",".repeat(count - 1)}\n`;
  expect(csv(columns(DATA_LIMITS.csvColumns)).diagnostics).toEqual([]);
  expect(found(csv(columns(DATA_LIMITS.csvColumns + 1)))).toEqual(["H4003 1:2003"]);
});

test.each([
  ["a cell", "备注,在职人数\n甲,很多\n", ["很多"]],
  ["a cell in quotes", '备注,在职人数\n甲,"很""多"\n', ['"很""多"']],
  ["a cell over lines", '备注,在职人数\n甲,"很\n多"\n', ['"很\n多"']],
  ["a heading", "备注,在职人\n甲,5\n", ["在职人"]],
  ["an item of a checklist", "财务制度.有制度,财务制度.合规\n是,也许\n", ["也许"]],
  ["a total", "预算单位,在职人数\n甲,5\n合 计,5\n", ["合 计"]],
  ["a record of too few cells", "备注,在职人数\r\n甲,5\r\n只有备注\r\n", ["只有备注"]],
  ["a record of too many", '备注,在职人数\n甲,"5",6\n', ['甲,"5",6']],
  ["a quote", '备注,在职人数\n甲"乙,5\n', ['"']],
])("a place is as long as what is written there: %s", (_, content, stretches) => {
  expect(covered(csv(content), content)).toEqual(stretches);
});
