import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { dataSchema, emptyForm } from "../src/index.ts";
import { compiled, csv, found, json, PROGRAM } from "./program.ts";

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const parse = (path: string): object => JSON.parse(readFileSync(at(path), "utf8")) as object;
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const general = ajv.compile(parse("docs/schemas/filing.json"));
const own = ajv.compile(dataSchema(PROGRAM));

describe.each(["department", "project"])("the sample %s", (name) => {
  const program = compiled({
    file: `${name}.heng`,
    text: readFileSync(at(`rules/2022/${name}.heng`), "utf8"),
  });
  const filing = parse(`rules/2022/filings/${name}.json`);

  test("its filing is valid by heng.filing/1 and by its own schema", () => {
    expect(general(filing), JSON.stringify(general.errors)).toBe(true);
    const validate = ajv.compile(dataSchema(program));
    expect(validate(filing), JSON.stringify(validate.errors)).toBe(true);
  });

  test("its form names everything that it asks", () => {
    const { text = "", diagnostics } = emptyForm(program, "csv");
    expect(diagnostics).toEqual([]);
    const cells = text.trim().split(",").length;
    const read = csv(`${text}甲局${",".repeat(cells - 1)}\n`, program);
    expect(read.diagnostics).toEqual([]);
    const items = program.fields.flatMap((f) => (f.type.kind === "checklist" ? f.items : [f]));
    const judged = program.fields.filter((f) => f.judged !== undefined);
    // Whose and when; each item, field and judged score; a reason for each of these, and for 预算执行率.
    expect(cells).toBe(2 + items.length + judged.length + 1);
  });
});

const filing = (more: object): object => ({ schema: "heng.filing/1", data: {}, ...more });

test.each<[what: string, content: object]>([
  ["nothing yet", filing({})],
  ["whose and when", filing({ agency: "甲局", year: 2022 })],
  ["the year as text", filing({ year: "2022年度" })],
  ["amounts", filing({ data: { 全年预算数: "3,359.45 万元", 补助: "-5元", 人均公用: 300, 在职人数: "" } })],
  [
    "units that convert",
    filing({ data: { 全年预算数: "1亿元", 人均公用: "2万元/人", 整理页数: "5万页", 班数: "2培训班" } }),
  ],
  ["a plus sign", filing({ data: { 满意度: "+95%", 在职人数: "+5" } })],
  ["ratios", filing({ data: { 满意度: "95%", 变动: "-1.5个百分点", 系数: "1.25" } })],
  [
    "the others",
    filing({ data: { 验收日期: "2022-11-30", 及时缴纳: "是", 改革情况: "达成 90%", 档案情况: "完备" } }),
  ],
  ["a checklist", filing({ data: { 财务制度: { 有制度: true, 合规: "否" } } })],
  ["rows", filing({ data: { 项目: [{ 资金: "5万元", 完成率: "95%" }] } })],
  [
    "judged",
    filing({
      judged: { 获奖: { score: "2分", reason: "" }, "管理/档案": { score: 3 } },
      texts: { 获奖: "x" },
    }),
  ],
  ["no project rows", filing({ project: [] })],
])("%s: valid by both schemas, and reads", (_, content) => {
  expect(general(content), JSON.stringify(general.errors)).toBe(true);
  expect(own(content), JSON.stringify(own.errors)).toBe(true);
  expect(found(json(content))).toEqual([]);
});

test.each<[what: string, content: object]>([
  ["an unknown field", filing({ data: { 全年预算: 1 } })],
  ["an unknown item", filing({ data: { 财务制度: { 有制定: true } } })],
  ["an unknown option", filing({ data: { 档案情况: "齐" } })],
  ["an approximate figure", filing({ data: { 在职人数: "10余人" } })],
  ["a unit of another kind", filing({ data: { 在职人数: "10万元" } })],
  ["a sign below a range from 0", filing({ data: { 在职人数: "-5" } })],
  ["a wrong kind", filing({ data: { 在职人数: true } })],
  ["a grade without its share", filing({ data: { 改革情况: "达成" } })],
  ["rows over the limit", filing({ data: { 项目: [{}, {}, {}, {}] } })],
  ["an ambiguous indicator", filing({ judged: { 档案: { score: 1 } } })],
  ["another year", filing({ year: 2021 })],
])("%s: not valid by the rule set's schema", (_, content) => {
  expect(general(content), JSON.stringify(general.errors)).toBe(true);
  expect(own(content)).toBe(false);
});

test.each<[what: string, content: object]>([
  ["no schema", { data: {} }],
  ["another schema", { schema: "heng.filing/2", data: {} }],
  ["an unknown key", filing({ unit: "甲局" })],
  ["an unknown key of a judgement", filing({ judged: { 获奖: { points: 1 } } })],
  ["a reason that is no text", filing({ judged: { 获奖: { reason: 1 } } })],
  ["a list of values", filing({ data: { 满意度: ["95%"] } })],
])("%s: not valid by either, and does not read clean", (_, content) => {
  expect(general(content)).toBe(false);
  expect(own(content)).toBe(false);
  expect(found(json(content))).not.toEqual([]);
});

test("titles, notes, units, ranges and decimals are said", () => {
  const { data } = dataSchema(PROGRAM)["properties"] as {
    data: { properties: Record<string, { description?: string }> };
  };
  expect(data.properties["全年预算数"]?.description).toBe("含年中调整；单位 万元；> 0万元；至多 6 位小数");
  expect(data.properties["在职人数"]?.description).toBe("单位 人；>= 0人；整数");
  expect(data.properties["满意度"]?.description).toBe("写 95% 这样的百分数；>= 0%，<= 100%");
});

test("the form of a rule set with rows says what it lacks; xlsx comes later", () => {
  const { text = "", diagnostics } = emptyForm(PROGRAM, "csv");
  expect(diagnostics.map((d) => [d.code, d.range?.file])).toEqual([["H4016", "sample.heng"]]);
  expect(text).toBe(
    "\uFEFF预算单位,年度,全年预算数（万元）,全年支出数（万元）,补助（元）,人均公用（元/人）,在职人数（人）,培训人次（人次）," +
      "整理页数（页）,面积（平方米）,班数（培训班）,满意度,变动（个百分点）,系数,验收日期,及时缴纳," +
      "财务制度.有制度,财务制度.合规,财务制度.已执行,改革情况,档案情况,备注," +
      "管理/档案（分）,重点工作（分）,效果/档案（分）,获奖（分）," +
      "管理/档案 说明,重点工作 说明,效果/档案 说明,获奖 说明,预算执行率 说明\r\n",
  );
  expect(emptyForm(PROGRAM, "xlsx")).toMatchObject({ text: undefined, diagnostics: [{ code: "H4018" }] });
});
