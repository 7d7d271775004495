import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filingHash } from "@heng/engine";
import { DATA_LIMITS, readJsonFilings } from "../src/index.ts";
import { bytes, compiled, covered, found, json, only, PROGRAM, value } from "./program.ts";

const document = (more: object): object => ({ schema: "heng.filing/1", ...more });

test("a document: agency, year, values with their places, judged scores with reasons, texts", () => {
  const read = json(
    document({
      agency: "甲局",
      year: 2022,
      data: {
        全年预算数: "3359.45万元",
        财务制度: { 有制度: true, 合规: "否", 已执行: "" },
        获奖: "2分",
      },
      judged: {
        重点工作: { score: "3分", reason: "完成课题6个" },
        "效果/档案": { score: 1.5, reason: "整理5万页" },
      },
      texts: { 预算执行率: "尾款尚未支付", 获奖: "先进集体", 管理: " " },
      project: [],
    }),
  );
  expect(read.diagnostics).toEqual([]);
  const filing = only(read);
  expect(filing).toMatchObject({ name: "a.json", agency: "甲局", year: "2022" });
  expect(filingHash(filing)).toMatch(/^[0-9a-f]{64}$/);
  expect([...filing.values.keys()]).toEqual([
    "全年预算数",
    "财务制度",
    "效果/获奖",
    "管理/重点工作",
    "效果/档案",
  ]);
  expect(value(filing, "财务制度")).toBe("有制度=yes 合规=no");
  expect(value(filing, "管理/重点工作")).toBe("3");
  expect(value(filing, "效果/档案")).toBe("3/2");
  expect([...filing.texts]).toEqual([
    ["管理/重点工作", "完成课题6个"],
    ["效果/档案", "整理5万页"],
    ["预算执行率", "尾款尚未支付"],
    ["效果/获奖", "先进集体"],
  ]);
  expect(filing.values.get("全年预算数")).toMatchObject({
    written: "3359.45万元",
    place: { file: "a.json", line: 6, column: 14, length: 11, field: "全年预算数" },
  });
});

test("a bare object of fields", () => {
  const filing = only(json({ 全年预算数: 3359.45, 满意度: "95%", 备注: null, 在职人数: "" }));
  expect([...filing.values.keys()]).toEqual(["全年预算数", "满意度"]);
  expect(filing).toMatchObject({ agency: undefined, year: undefined });
});

test("numbers of JSON keep every digit of their text", () => {
  expect(value(only(json('{"补助": 99999999999999999.99}')), "补助")).toBe("9999999999999999999/100");
});

test("names are equal after NFKC and outer blanks", () => {
  expect(value(only(json({ " 备注": "x" })), "备注")).toBe("x");
});

test("an array goes on past bad filings, and each finding is located", () => {
  const read = json(`[
  { "schema": "heng.filing/1", "agency": "甲局", "data": { "在职人数": "10余" } },
  "3359.45万元",
  { "schema": "heng.filing/1", "agency": "乙局", "year": "2021年度", "data": {} },
  { "schema": "heng.filing/1", "agency": "丙局", "year": "2022年度", "data": { "在职人数": 5 } },
  { "在职人数": 6 }
]`);
  expect(found(read)).toEqual(["H3002 2:66 在职人数", "H4005 3:3", "H3023 4:56 year"]);
  expect(read.diagnostics.map((d) => d.place?.row)).toEqual([1, 2, 3]);
  expect(read.filings.map((f) => [f.name, value(f, "在职人数")])).toEqual([
    ["a.json[1]", "H3002"],
    ["a.json[4]", "5"],
    ["a.json[5]", "6"],
  ]);
  const [first] = read.filings;
  const datum = first?.values.get("在职人数");
  expect(datum?.kind === "unreadable" && datum.diagnostic).toBe(read.diagnostics[0]);
});

test.each<[what: string, content: unknown, findings: readonly string[]]>([
  ["an unknown field", { 全年预算: "1" }, ["H3021 2:3 全年预算"]],
  ["__proto__", '{ "__proto__": 1 }', ["H3021 1:3 __proto__"]],
  ["constructor", { constructor: { name: 1 } }, ["H3021 2:3 constructor"]],
  ["an unknown key", document({ data: {}, date: {} }), ["H4006 4:3"]],
  ["__proto__ of a document", '{ "schema": "heng.filing/1", "data": {}, "__proto__": 1 }', ["H4006 1:42"]],
  [
    "an unknown key of a judgement",
    document({ data: {}, judged: { 获奖: { scor: 1 } } }),
    ["H4006 6:7 效果/获奖"],
  ],
  ["no schema", { data: {} }, ["H4007 1:1"]],
  ["an ambiguous name", document({ data: {}, judged: { 档案: { score: 1 } } }), ["H3022 5:5 档案"]],
  ["an ambiguous name in data", { 档案: 1 }, ["H3022 2:3 档案"]],
  ["an unknown indicator", document({ data: {}, texts: { 执行率: "x" } }), ["H3021 5:5 执行率"]],
  [
    "an indicator that is not judged",
    document({ data: {}, judged: { 预算执行率: { score: 1 } } }),
    ["H3021 5:5 预算执行率"],
  ],
  [
    "a judgement that is no object",
    document({ data: {}, judged: { 获奖: "2分" } }),
    ["H3003 5:11 效果/获奖"],
  ],
  ["a text that is none", document({ data: {}, texts: { 获奖: 1 } }), ["H3003 5:11 效果/获奖"]],
  ["data that is no object", document({ data: [] }), ["H3003 3:11 data"]],
  ["an agency that is no text", document({ agency: 1, data: {} }), ["H3003 3:13 agency"]],
  ["project rows", document({ data: {}, project: [{ 一级指标: "产出" }] }), ["H3024 4:14 project"]],
  ["an unknown item", { 财务制度: { 有制定: true } }, ["H3012 3:5 财务制度.有制定"]],
  [
    "two bad items",
    { 财务制度: { 有制定: true, 合规: "有" } },
    ["H3012 3:5 财务制度.有制定", "H3009 4:11 财务制度.合规"],
  ],
  ["rows that are no list", { 项目: {} }, ["H3003 2:9 项目"]],
  ["a row that is no object", { 项目: [5] }, ["H3003 3:5 项目[1]"]],
  ["an unknown column", { 项目: [{ 资本: 1 }] }, ["H3021 4:7 资本"]],
  ["an empty array", [], ["H4005 1:1"]],
  ["a text", '"x"', ["H4005 1:1"]],
  ["nothing", "", ["H4002 1:1"]],
  ["a comma too many", '{ "备注": "x", }', ["H4002 1:12"]],
  ["a comma too few", '{\n  "全年预算数": 1\n  "备注": "x"\n}', ["H4002 2:13"]],
  ["Chinese quotes", "{ “备注”: 1 }", ["H4002 1:3"]],
  ["a quote within a text", '{ "备注": "第四期"青年论坛"，办好了" }', ["H4002 1:14"]],
  ["a key twice", '{ "备注": "x",\n "备注": "x" }', ["H4004 2:2"]],
])("%s", (_, content, findings) => {
  expect(found(json(content))).toEqual(findings);
});

test.each([
  [{ 单位: "甲局" }, "agency"],
  [{ 预算单位: "甲局" }, "agency"],
  [{ 年度: 2022 }, "year"],
  [{ 说明: {} }, "texts"],
  [{ 评分: {} }, "judged"],
  [{ 数据: {} }, "data"],
])("a key in Chinese brings the one to write: %j", (more, key) => {
  const { code, mend } = json(document({ data: {}, ...more })).diagnostics[0] ?? {};
  expect(code).toBe("H4006");
  expect(mend?.zh).toContain(`是不是“${key}”？`);
});

test("a key of the document among the data is told its place", () => {
  const { diagnostics } = json({ 预算单位: "甲局", year: 2022, 全年预算: "1万元" });
  expect(diagnostics.map(({ code, mend }) => `${code} ${mend.zh}`)).toEqual([
    'H3021 这一项不写在数据里，写在外面：{ "schema": "heng.filing/1", "agency": …, "data": { 各项数据 } }',
    'H3021 这一项不写在数据里，写在外面：{ "schema": "heng.filing/1", "year": …, "data": { 各项数据 } }',
    "H3021 是不是“全年预算数”？",
  ]);
});

test("keys of a judgement in Chinese bring those to write", () => {
  const { diagnostics } = json(document({ data: {}, judged: { 获奖: { 得分: "2分", 理由: "先进" } } }));
  expect(diagnostics.map((d) => d.mend.zh.split("？")[0])).toEqual(["是不是“score”", "是不是“reason”"]);
});

test("unknown names come with the nearest", () => {
  const [field] = json({ 全年预算: "1" }).diagnostics;
  expect(field?.mend.zh).toContain("全年预算数");
  const [item] = json({ 财务制度: { 有制定: true } }).diagnostics;
  expect(item?.mend.zh).toContain("是不是“有制度”");
  const [key] = json(document({ data: {}, date: {} })).diagnostics;
  expect(key?.mend.zh).toContain("是不是“data”");
  const [many] = json({ 档案: 1 }).diagnostics;
  expect(many?.message.zh).toContain("管理/档案、效果/档案");
});

test("a field filed twice is neither of the two", () => {
  const read = json(document({ data: { 获奖: "2分" }, judged: { "效果/获奖": { score: "1分" } } }));
  expect(found(read)).toEqual(["H3013 8:16 效果/获奖"]);
  expect(value(only(read), "效果/获奖")).toBe("H3013");
  expect(
    found(json(document({ data: {}, judged: { 获奖: { reason: "a" } }, texts: { 获奖: "b" } }))),
  ).toEqual(["H3013 10:11 效果/获奖"]);
});

test.each([2022, "2022", "2022年", "２０２２年度"])("year %s is the program's", (year) => {
  expect(only(json(document({ year, data: {} }))).year).toBe("2022");
});
test.each([2021, "二〇二二", "22", true, 2022.5, ["2022"]])("year %s is not", (year) => {
  const read = json(document({ year, data: {} }));
  expect(read.filings).toEqual([]);
  expect(read.diagnostics).toHaveLength(1);
});

test("another schema is not read at all", () => {
  const read = json({ schema: "heng.result/1", data: {} });
  expect(found(read)).toEqual(["H4007 2:13 schema"]);
  expect(read.filings).toEqual([]);
});

test("rows: cells with their places, no rows, rows over the limit", () => {
  const read = json({ 项目: [{ 资金: "100万元", 完成率: "95%" }, { 资金: "约5" }, {}] });
  expect(found(read)).toEqual(["H3002 8:13 项目[2].资金"]);
  const rows = only(read).rows.get("项目") ?? [];
  expect(rows.map((row) => [...row.keys()])).toEqual([["资金", "完成率"], ["资金"], []]);
  expect(only(json({ 项目: [] })).rows.get("项目")).toEqual([]);
  expect(only(json({ 项目: null })).rows.has("项目")).toBe(false);
  // At the limit of 3 each row is read; those beyond it are counted, for the engine to refuse the list.
  const over = only(json({ 项目: Array.from({ length: 5 }, () => ({ 资金: 1 })) })).rows.get("项目") ?? [];
  expect(over.map((row) => row.size)).toEqual([1, 1, 1, 0, 0]);
});

test("both sides of the limits", () => {
  const nested = (depth: number): string => `{"备注":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  expect(found(json(nested(DATA_LIMITS.jsonDepth)))).toEqual(["H3003 1:7 备注"]);
  expect(found(json(nested(DATA_LIMITS.jsonDepth + 1)))).toEqual(["H4003 1:70"]);
  const sized = (size: number): Uint8Array => {
    const all = new Uint8Array(size).fill(0x20);
    all.set(bytes('{"在职人数":1}'));
    return all;
  };
  expect(readJsonFilings(sized(DATA_LIMITS.jsonBytes), PROGRAM, "a.json").diagnostics).toEqual([]);
  expect(found(readJsonFilings(sized(DATA_LIMITS.jsonBytes + 1), PROGRAM, "a.json"))).toEqual(["H4003 -:-"]);
});

test("bytes that are no text", () => {
  const read = readJsonFilings(new Uint8Array([0x7b, 0x0a, 0x00]), PROGRAM, "a.json");
  expect(found(read)).toEqual(["H4001 2:1"]);
});

test("the hash is that of the content, however it is written", () => {
  const hash = (content: object): string => filingHash(only(json(content)));
  const one = hash({ 全年预算数: "3359.45万元", 满意度: "95%" });
  expect(hash({ 满意度: 0.95, 全年预算数: "33594500元" })).toBe(one);
  expect(hash({ 满意度: 0.95, 全年预算数: "33594500.01元" })).not.toBe(one);
  expect(hash({ 满意度: 0.95 })).not.toBe(one);
});

test.each(["department", "project"])("the filing of the sample %s reads whole", (name) => {
  const at = (path: string): URL => new URL(`../../../rules/2022/${path}`, import.meta.url);
  const program = compiled({ file: `${name}.heng`, text: readFileSync(at(`${name}.heng`), "utf8") });
  const read = readJsonFilings(readFileSync(at(`filings/${name}.json`)), program, `${name}.json`);
  expect(read.diagnostics).toEqual([]);
  const filing = only(read);
  expect([...filing.values.keys()].toSorted()).toEqual(program.fields.map((f) => f.name).toSorted());
  for (const { name: field, judged } of program.fields) {
    if (judged !== undefined) expect(filing.texts.get(field)).toBeTruthy();
  }
  expect(filing.texts.get("预算执行率")).toBeTruthy();
});

test("a missing comma is told at the entry that lacks it, with where the next one is", () => {
  const [diagnostic] = json('{\n  "全年预算数": 1\n  "备注": "x"\n}').diagnostics;
  expect(diagnostic?.message.zh).toBe("上一项末尾少了逗号，下一项在 3:3");
});

test.each([
  ["a text, with its quotes", '{ "在职人数": "很多" }', ['"很多"']],
  ["an escape counts as it is written", '{ "在职人数": "\\u5f88多" }', ['"\\u5f88多"']],
  ["a number", '{ "满意度": 95.0 }', ["95.0"]],
  ["what holds others", '{ "在职人数": { "男": 1 } }', ['{ "男": 1 }']],
  ["over lines", '{ "在职人数": [\r\n 1 ] }', ["[\r\n 1 ]"]],
  ["a key", '{ "在职人": 1 }', ['"在职人"']],
  [
    "the key of an item, and the value of another",
    '{ "财务制度": { "有": "是", "合规": "也许" } }',
    ['"有"', '"也许"'],
  ],
  ["a document without its schema", '{ "data": {} }', ["{"]],
  ["a character that JSON has not", "{ '在职人数': 1 }", ["'"]],
  ["a word that JSON has not", '{ "备注": True }', ["True"]],
  ["a key that comes again", '{ "备注": "", "备注": "" }', ['"备注"']],
])("a place is as long as what is written there: %s", (_, content, stretches) => {
  expect(covered(json(content), content)).toEqual(stretches);
});

test("an empty file is told what to write, not to mend a place", () => {
  const [diagnostic] = json("").diagnostics;
  expect(diagnostic?.mend.zh).toMatch(/^把填报数据写进去/);
});

test.each([
  ['{ "备注": "第四期"青年论坛"，办好了" }', true],
  ['{ "备注": "第4期"2022论坛"" }', true],
  ['{ "备"注": "论坛" }', true],
  ['{ "备注"： "论坛" }', false],
  ['{ "备注": "论坛"；"年度": 2022 }', false],
  ['{ "备注": 论坛 }', false],
])("the mend of %s tells of quotes within a text: %s", (text, told) => {
  const [diagnostic] = json(text).diagnostics;
  expect(diagnostic?.code).toBe("H4002");
  expect(diagnostic?.mend.zh.startsWith('文字里的引号改成“ ”，或写成 \\"')).toBe(told);
});

test("an item joined to its list, as columns of tables are called, is told apart", () => {
  const [told] = json({ "财务制度.有制度": true }).diagnostics;
  expect(told?.mend.zh).toBe('分开写：{ "财务制度": { "有制度": … } }');
});

test("a ratio that ends with a point is proposed with its %", () => {
  const [told] = json({ 满意度: "5." }).diagnostics;
  expect(told?.mend.zh).toContain("5%");
});
