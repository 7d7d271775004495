import { describe, expect, test } from "vitest";
import { readJsonFilings, type JsonNode } from "../src/index.ts";
import { bytes, compiled, problem, read } from "./program.ts";

const number = (text: string): JsonNode => ({ kind: "number", text, start: 0, end: 0 });
const boolean = (value: boolean): JsonNode => ({ kind: "boolean", value, start: 0, end: 0 });

test.each<[field: string, written: string, value: string]>([
  // Money into 元, exactly.
  ["全年预算数", "3359.45万元", "33594500"],
  ["全年预算数", "33594500元", "33594500"],
  ["全年预算数", "3359.45", "33594500"],
  ["全年预算数", "3,359.45", "33594500"],
  ["全年预算数", " ３３５９．４５万元 ", "33594500"],
  ["全年预算数", "3359.45 万元", "33594500"],
  ["全年预算数", "2.6亿元", "260000000"],
  ["全年预算数", "0.01元", "1/100"],
  ["全年预算数", "0.000001", "1/100"],
  ["全年支出数", "0", "0"],
  ["全年支出数", "0万元", "0"],
  ["全年支出数", "-61.12", "-611200"],
  ["补助", "0.01", "1/100"],
  ["补助", "1.5万元", "15000"],
  ["人均公用", "2.5万元/人", "25000"],
  ["人均公用", "300", "300"],
  // Counts.
  ["在职人数", "73人", "73"],
  ["在职人数", "73", "73"],
  ["在职人数", "73.0", "73"],
  ["培训人次", "500人次", "500"],
  ["整理页数", "5万页", "50000"],
  ["面积", "12.345平方米", "2469/200"],
  ["班数", "3培训班", "3"],
  // Ratios: one value however written.
  ["满意度", "95%", "19/20"],
  ["满意度", "95％", "19/20"],
  ["满意度", "950‰", "19/20"],
  ["满意度", "0.95", "19/20"],
  ["满意度", "1", "1"],
  ["满意度", "0", "0"],
  ["满意度", "100%", "1"],
  ["变动", "1.5个百分点", "3/200"],
  ["变动", "1.5", "3/200"],
  ["系数", "1.25", "5/4"],
  // The others.
  ["验收日期", "2022年11月30日", "738794"],
  ["验收日期", "2022-11-30", "738794"],
  ["验收日期", "2022/11/30", "738794"],
  ["验收日期", "2022.11.30", "738794"],
  ["验收日期", "２０２２年１１月３０日", "738794"],
  ["及时缴纳", "是", "yes"],
  ["及时缴纳", "否", "no"],
  ["及时缴纳", "TRUE", "yes"],
  ["及时缴纳", "false", "no"],
  ["及时缴纳", "Yes", "yes"],
  ["及时缴纳", "no", "no"],
  ["及时缴纳", "√", "yes"],
  ["及时缴纳", "✓", "yes"],
  ["及时缴纳", " ✔ ", "yes"],
  ["及时缴纳", "×", "no"],
  ["及时缴纳", "✗", "no"],
  ["及时缴纳", "✘", "no"],
  ["改革情况", "达成 90%", "达成 9/10"],
  ["改革情况", "达成90%", "达成 9/10"],
  ["改革情况", "部分达成 79.88%", "部分达成 1997/2500"],
  ["改革情况", "未达成　0％", "未达成 0"],
  ["改革情况", "达成 0.9", "达成 9/10"],
  ["档案情况", "基本完备", "基本完备"],
  ["档案情况", " 完备", "完备"],
  ["档案情况", "无", "无"],
  ["备注", "-", "-"],
  ["备注", " 无 ", "无"],
])("%s: %s is %s", (field, written, expected) => {
  expect(read(field, written)).toBe(expected);
});

test.each(["", " ", "　", "\t\n"])("nothing written (%j) is missing, whatever the field", (written) => {
  for (const field of [
    "全年预算数",
    "满意度",
    "验收日期",
    "及时缴纳",
    "改革情况",
    "档案情况",
    "备注",
    "财务制度",
  ]) {
    expect(read(field, written)).toBe("missing");
  }
});

test("不适用 is for the rules to say, unless it is an option", () => {
  for (const written of ["不适用", "N/A"]) {
    const { message, mend } = problem("全年支出数", written);
    expect(message.zh).toBe(`“全年支出数”不能填“${written}”：适不适用由规则判定，这里填实际情况`);
    expect(mend.zh).toContain("确实是零，就写 0");
    expect(mend.zh).toContain("如“不适用 当 有政府采购 = 否 按 剔除”");
  }
  expect(problem("全年支出数", "#N/A").message.zh).toContain("看不出是没有数据，还是零");
  expect(problem("档案情况", "不适用").mend.zh).toContain("有数据就填 完备、基本完备、不完备、无");
  const rules =
    "规则集 例 2022年度\n满分 1分\n得分保留 2位小数\n等级 { 优 >= 1分; 差 其他 }\n数据 { 采购 选项 { 有, 不适用 } }\n";
  const standard = "指标 采购情况 1分 { 评分 分档 采购 { 有 得 满分; 不适用 得 0分 } }\n";
  const program = compiled({ file: "例.heng", text: rules + standard });
  const [filing] = readJsonFilings(bytes('{ "采购": "不适用" }'), program, "a.json").filings;
  expect(filing?.values.get("采购")).toMatchObject({ value: { kind: "option", value: "不适用" } });
});

test.each(["-", "/", "无"])("%s where a word is due brings the words", (written) => {
  expect(problem("及时缴纳", "-").mend.zh).toBe("没有数据就留空；有数据就填 是、否");
  expect(problem("改革情况", written).mend.zh).toBe("没有数据就留空；有数据就填 达成 90%");
});

test.each(["-", "--", "/", "—", "——", "无", "－", "不适用", "N/A"])(
  "%s is neither missing nor zero",
  (written) => {
    const { code, mend } = problem("全年支出数", written);
    expect(code).toBe("H3001");
    expect(mend.zh).toContain("留空");
    expect(mend.zh).toContain("写 0");
    expect(read("满意度", written)).toBe("H3001");
    expect(read("验收日期", written)).toBe("H3001");
  },
);

test.each<[field: string, written: string, code: string, says: string]>([
  ["全年预算数", "1,2345万元", "H3002", "12345万元"],
  ["全年预算数", "1e5", "H3002", "科学计数法"],
  ["全年预算数", "1.2.3", "H3002", "不是规范的数"],
  ["全年预算数", "- 5", "H3002", "-5"],
  ["全年预算数", "很多", "H3002", "不是数"],
  ["全年预算数", "每亩300", "H3002", "不是数"],
  ["全年预算数", "万元", "H3002", "不是数"],
  ["全年预算数", "1234567890123456789", "H3002", "位数"],
  ["全年预算数", "0.0000000000001元", "H3002", "位数"],
  ["培训人次", "10余", "H3002", "10"],
  ["培训人次", "10余人次", "H3002", "10人次"],
  ["培训人次", "500多人次", "H3002", "500人次"],
  ["培训人次", "500人次左右", "H3002", "500人次"],
  ["培训人次", "约5", "H3002", "5"],
  ["培训人次", "5-6", "H3002", "一个范围"],
  ["培训人次", "5至6人次", "H3002", "一个范围"],
  ["面积", "≥266平方米", "H3002", "266平方米"],
  ["面积", ">=266", "H3002", "目标的写法"],
  ["面积", "=266", "H3002", "266"],
  ["在职人数", "80万元", "H3004", "单位是人，“80万元”的单位却是万元"],
  ["全年预算数", "80人", "H3004", "万元"],
  ["全年预算数", "95%", "H3004", "比率"],
  ["在职人数", "5人次", "H3004", "人次"],
  ["满意度", "1.5个百分点", "H3004", "个百分点"],
  ["变动", "1.5%", "H3004", "个百分点"],
  ["系数", "5个", "H3004", "没有单位的数"],
  ["全年预算数", "5萬圆", "H3005", "万元"],
  ["培训人次", "5人资", "H3005", "人次"],
  ["满意度", "100百分比", "H3005", "%"],
  ["满意度", "95", "H3006", "没有写 %若是 95%，就这样写"],
  ["满意度", "1.01", "H3006", "若是 1.01%，就这样写"],
  ["满意度", "10000", "H3006", "无论是 10000% 还是 1000000%，都不在范围（>= 0%，<= 100%）内"],
  ["在职人数", "80.5", "H3007", "80.5人，至多 0 位小数是 81人"],
  ["全年预算数", "0.0000001", "H3007", "至多 6 位小数"],
  ["全年预算数", "0.001元", "H3007", "0.0000001万元"],
  ["补助", "0.001", "H3007", "0.001元，至多 2 位小数是 0.00元"],
  ["补助", "0.0000001万元", "H3007", "0.001元"],
  ["验收日期", "2022年2月30日", "H3008", "不是日期"],
  ["验收日期", "20221130", "H3008", "2022-11-30"],
  ["验收日期", "22-11-30", "H3008", "2022-11-30"],
  ["验收日期", "2022-11/30", "H3008", "不是日期"],
  ["及时缴纳", "有", "H3009", "若意思是“是”，写“是”"],
  ["及时缴纳", "x", "H3009", "写“否”"],
  ["及时缴纳", "1", "H3009", "写“是”"],
  ["及时缴纳", "？", "H3009", "写“是”或“否”"],
  ["档案情况", "基本完全", "H3010", "基本完备"],
  ["改革情况", "基本完成", "H3011", "达成 90%"],
  ["改革情况", "达成", "H3011", "百分比"],
  ["改革情况", "90%", "H3011", "达成"],
  ["改革情况", "达成（90%）", "H3011", "达成 90%"],
  ["改革情况", "达成 90", "H3006", "90% 还是 9000%"],
  ["财务制度", "有制度", "H3003", "清单"],
])("%s: %s is %s and says %s", (field, written, code, says) => {
  const found = problem(field, written);
  expect(found.code).toBe(code);
  expect(found.message.zh + found.mend.zh).toContain(says);
  expect(found.message.zh).toContain(field);
});

test("kinds of JSON", () => {
  expect(read("全年预算数", number("3359.45"))).toBe("33594500");
  expect(read("全年预算数", number("1e400"))).toBe("H3002");
  expect(read("全年预算数", number("-0"))).toBe("0");
  expect(read("满意度", number("0.95"))).toBe("19/20");
  expect(read("满意度", number("95"))).toBe("H3006");
  expect(read("及时缴纳", boolean(true))).toBe("yes");
  expect(read("及时缴纳", number("1"))).toBe("H3009");
  expect(read("全年预算数", boolean(false))).toBe("H3003");
  expect(read("备注", number("1"))).toBe("H3003");
  expect(read("全年预算数", { kind: "null", start: 0, end: 0 })).toBe("missing");
  expect(read("全年预算数", { kind: "array", items: [], start: 0, end: 0 })).toBe("H3003");
  expect(read("全年预算数", { kind: "object", entries: [], start: 0, end: 0 })).toBe("H3003");
});

describe("both sides of each limit", () => {
  test.each<[field: string, written: string, value: string]>([
    ["全年支出数", "999999999999999999", "9999999999999999990000"],
    ["全年支出数", "1000000000000000000", "H3002"],
    ["补助", "9999999999亿元", "999999999900000000"],
    ["补助", "10000000000亿元", "H3002"],
    ["全年支出数", "0.000001万元", "1/100"],
    ["全年支出数", "0.0000001万元", "H3007"],
    ["面积", "0.000000000001", "1/1000000000000"],
    ["面积", "0.0000000000001", "H3002"],
    ["面积", "0.000000000001万平方米", "1/100000000"],
    ["满意度", "1.0", "1"],
    ["满意度", "1.000000000001", "H3006"],
    ["满意度", "-1", "-1"],
    ["满意度", "0.123456789012", "30864197253/250000000000"],
    ["满意度", "12.3456789012%", "30864197253/250000000000"],
    ["满意度", "12.34567890123%", "H3007"],
  ])("%s: %s is %s", (field, written, expected) => {
    expect(read(field, written)).toBe(expected);
  });
});

test("the unit of a heading stands in for the declared one, and yields to the value's own", () => {
  expect(read("全年预算数", "33594500", "元")).toBe("33594500");
  expect(read("全年预算数", "3359.45万元", "元")).toBe("33594500");
  expect(read("满意度", "95", "%")).toBe("19/20");
  expect(read("满意度", "95%", "%")).toBe("19/20");
});

test("a bare figure up to 1 in a column of % may be what a spreadsheet holds for a percentage", () => {
  for (const unit of ["%", "％"]) {
    expect(problem("满意度", "0.95", unit)).toMatchObject({
      code: "H3006",
      message: {
        zh: `“满意度”这一列的单位是“${unit}”，“0.95”没有写 ${unit}，看不出是 0.95${unit} 还是 95${unit}`,
      },
      mend: { zh: `写 0.95${unit} 或 95${unit}` },
    });
  }
  expect(problem("满意度", "1", "%").mend.zh).toBe("写 1% 或 100%");
  expect(problem("满意度", "0.95", "‰").mend.zh).toBe("写 0.95‰ 或 950‰");
  expect(problem("满意度", "-0.5", "%").message.zh).toContain("都不在范围");
  expect(read("满意度", "0.95%", "%")).toBe("19/2000");
  expect(read("满意度", "0.95%", "‰")).toBe("19/2000");
  expect(read("满意度", "0", "%")).toBe("0");
  expect(read("满意度", "0.00", "%")).toBe("0");
  expect(read("满意度", "1.01", "%")).toBe("101/10000");
  expect(read("变动", "0.5", "个百分点")).toBe("1/200");
});

test("messages stay short however long the text", () => {
  const { message } = problem("全年预算数", "很".repeat(100_000));
  expect(message.zh.length).toBeLessThan(200);
});
