import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/limits.ts";
import { parse, print } from "../../src/syntax/parser.ts";
import type { Parsed } from "../../src/syntax/parser.ts";
import { showStatement } from "./show.ts";
import { METHODS } from "../../src/methods/registry.gen.ts";

function read(text: string): Parsed {
  const parsed = parse({ file: "test.heng", text }, METHODS);
  expect(print(parsed.tree)).toBe(text);
  return parsed;
}

/** Code and the text it points at. */
function findings(text: string): string[] {
  return read(text).diagnostics.map(({ code, range }) => `${code} ${text.slice(range?.start, range?.end)}`);
}

/** The text with the first fix of every finding applied, from the end. */
function mended(text: string): string {
  return read(text)
    .diagnostics.flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

const DATA = "数据 { 支出 万元; 预算 万元; 次数 次; 预算执行率 比率 }\n";
const AFTER = "指标 乙 3分 { 评分 人工 }";
const around = (body: string): string => `${DATA}指标 甲 3分 {\n  ${body}\n}\n${AFTER}\n`;

describe("one mistake is one finding and costs one row", () => {
  test.each([
    ["值 =\n  目标 >= 95%", "H1007 =", "value ?; target (>= · 95%)"],
    ["值 支出\n  评分 人工", "H1007 支出", "value 支出; standard judged"],
    ["目标 95%", "H1007 95", "target 95%"],
    ["目标 在 3%\n  评分 人工", "H1007 3", "target (in · [·, ·]); standard judged"],
    ["评分 扣分\n  目标 >= 1", "H1007 扣分", "standard deduct; target (>= · 1)"],
    ["评分\n  目标 >= 1", "H1007 评分", "standard ?; target (>= · 1)"],
    [
      "评分 扣分 { 次数 每 扣 1分; 当 支出 扣 2分 }",
      "H1007 扣",
      "standard deduct { 次数 each:? take:1分; when:支出 take:2分 }",
    ],
    [
      "评分 扣分 { 次数 每 1次 口 1分; 当 支出 扣 2分 }",
      "H1008 口",
      "standard deduct { 次数 each:1次; when:支出 take:2分 }",
    ],
    ["评分 插值 { 60% 0分; 95% 得 满分 }", "H1007 0", "standard interpolate { 60% gets:0分; 95% gets:满分 }"],
    ["值 = 支出 预算\n  目标 >= 1", "H1008 预算", "value 支出; target (>= · 1)"],
    ["值 = (支出 + 预算\n  目标 >= 1", "H1006 (", "value ((sum +支出 +预算)); target (>= · 1)"],
    ["值 = (支出 次数) / 预算", "H1008 次数", "value (product *(支出) /预算)"],
    ["值 = 支出 )\n  目标 >= 1", "H1008 )", "value 支出; target (>= · 1)"],
    ["不适用 支出 = 0万元 按 满分\n  目标 >= 1", "H1007 支出", "notApplicable; target (>= · 1)"],
    ["解释 文字\n  目标 >= 1", "H1018 文字", "describe ?; target (>= · 1)"],
    ['依据 "a" 来源 "b"', "H1014 来源", 'basis "a"; source "b"'],
    ["评分 按比列", "H1009 按比列", "standard proportional"],
    ["评分 按比例 低余 60% 不得分", "H1009 低余", "standard proportional"],
    ["评份 按比例", "H1009 评份", "standard proportional"],
    ["值 = 支出 @ \n  目标 >= 1", "H1002 @", "value 支出; target (>= · 1)"],
    ["值 = @\n  目标 >= 1", "H1002 @", "value ?; target (>= · 1)"],
    ['解释 "没有完\n  目标 >= 1', 'H1001 "没有完', 'describe "没有完"; target (>= · 1)'],
    ["目标 >= 百分之五", "H1011 百分之五", "target (>= · 5%)"],
    ["目标 >= 5个点", "H1011 个点", "target (>= · 5个百分点)"],
  ])("%s", (body, finding, expected) => {
    const text = around(body);
    expect(findings(text)).toEqual([finding]);
    const shown = read(text).tree.statements.map(showStatement);
    expect(shown[1]).toBe(`indicator 甲 3分 { ${expected} }`);
    expect(shown[2]).toBe("indicator 乙 3分 { standard judged }");
  });

  test("a mistyped keyword does not lose its block", () => {
    const { tree } = read("指数 甲 3分 { 值 = 支出 }");
    expect(tree.statements.map(showStatement)).toEqual(["indicator 甲 3分 { value 支出 }"]);
  });

  test("a hidden character in a name is reported, and the name is the same", () => {
    const { tree, diagnostics } = read("定义 甲\u200b乙 = 支\u202e出");
    expect(diagnostics.map(({ data }) => data)).toEqual([{ points: ["U+200B"] }, { points: ["U+202E"] }]);
    expect(tree.statements.map(showStatement)).toEqual(["define 甲乙 = 支出"]);
  });

  test.each([
    "\u0000",
    "\u0007",
    "\u061c",
    "\u200b",
    "\u200e",
    "\u202a",
    "\u2066",
    "\u2060",
    "\ufeff",
    "\ud800",
    "\udc00",
  ])("hidden character %j", (c) => {
    for (const text of [`标题${c} "a"`, `标题 "a${c}b"`, `// ${c}\n标题 "a"`, `指标 「a${c}」 1分 { }`]) {
      expect(read(text).diagnostics.map(({ code }) => code)).toEqual(["H1003"]);
    }
  });
});

describe("glued words", () => {
  test.each([
    ["评分 扣分 { 超过 100% 每1个百分点扣0.5分 }", "每 1个百分点 扣 0.5分"],
    ["评分 扣分 { 次数每1次扣1分最多扣2分 }", "次数 每 1次 扣 1分 最多扣 2分"],
    ["值 = (如果预算执行率 > 1 则 1 否则 2)", "如果 预算执行率"],
    ["值 = (如果 支出 > 1 则1 否则2)", "则 1 否则 2"],
    ["评分按比例", "评分 按比例"],
    ["不适用当支出 = 0万元 按满分", "不适用 当 支出 = 0万元 按 满分"],
    ["评分 分档 { 95%以上得满分; 其他得0分 }", "95%以上 得 满分; 其他 得 0分"],
  ])("%s", (body, expected) => {
    const text = around(body);
    const { diagnostics, tree } = read(text);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["H1010"]));
    expect(diagnostics.every(({ fixes }) => fixes[0]?.safe)).toBe(true);
    const after = mended(text);
    expect(after).toContain(expected);
    // Read as the mended text is.
    expect(findings(after)).toEqual([]);
    expect(tree.statements.map(showStatement)).toEqual(read(after).tree.statements.map(showStatement));
  });

  test.each([
    ["指标采购管理3分 { 评分 人工 }", "指标 采购管理 3分 { 评分 人工 }"],
    ["指标 采购管理2.5分 { 评分 人工 }", "指标 采购管理 2.5分 { 评分 人工 }"],
  ])("%s", (text, expected) => {
    expect(findings(text).map((finding) => finding.split(" ")[0])).toEqual(["H1010"]);
    expect(mended(text)).toBe(expected);
  });

  test("a declared name is never taken apart, nor what has no single reading", () => {
    expect(findings("数据 { 当支出 万元; 支出 万元; 按满分 次 }\n定义 甲 = 当支出 + 按满分")).toEqual([]);
    expect(findings("定义 甲 = 目标值 + 当年财政拨款 + 或有负债")).toEqual([]);
  });
});

describe("a formula on several lines", () => {
  const value = (...lines: string[]): readonly string[] =>
    findings(`${DATA}指标 甲 6分 {\n  值 = ${lines.join("\n    ")}\n  评分 人工\n}`);
  test("is told once where it is cut off", () => {
    expect(value("支出", "+ 预算", "- 结余", "/ 预算")).toEqual(["H1008 +"]);
    expect(value("支出 +", "预算")).toEqual(["H1007 +"]);
    expect(value("", "支出 / 预算")).toEqual(["H1007 ="]);
  });
  test("is told for each that is", () => {
    expect(findings("指标 甲 6分 {\n值 = 支出\n+ 预算\n目标 >= 支出\n+ 预算\n}")).toEqual([
      "H1008 +",
      "H1008 +",
    ]);
  });
  test("goes on inside ( )", () => {
    expect(value("(支出", "+ 预算)")).toEqual([]);
  });
});

describe("a mistyped statement", () => {
  test("is taken for one that may stand there", () => {
    expect(findings("评价 { 优 >= 90分 }")).toEqual(["H1009 评价"]);
    expect(mended("指标 甲 6分 { 评价 人工 }")).toBe("指标 甲 6分 { 评分 人工 }");
    expect(mended("总分 100分")).toBe("满分 100分");
  });
});

describe("a lost brace", () => {
  test("is found by indentation, and the rest is read where it belongs", () => {
    const text =
      "指标 甲 6分 {\n  指标 乙 3分 {\n    评分 人工\n  指标 丙 3分 {\n    评分 人工\n  }\n}\n指标 丁 1分 { }";
    expect(read(text).diagnostics.map(({ code, range }) => [code, range?.start])).toEqual([["H1004", 20]]);
    expect(read(text).tree.statements.map(showStatement)).toEqual([
      "indicator 甲 6分 { indicator 乙 3分 { standard judged }; indicator 丙 3分 { standard judged } }",
      "indicator 丁 1分 {  }",
    ]);
    expect(findings(mended(text))).toEqual([]);
  });
  test("is named by its line, and so is the line it belongs behind", () => {
    const text = (eol: string): string =>
      [
        "// 例",
        "指标 甲 6分 {",
        "  指标 乙 3分 {",
        "    // 注",
        "    评分 人工",
        "  指标 丙 3分 { }",
        "}",
      ].join(eol);
    for (const eol of ["\n", "\r\n", "\r"])
      expect(read(text(eol)).diagnostics.map(({ message, mend }) => [message.zh, mend.zh])).toEqual([
        ["第 3 行“指标 乙 3分”的 { 没有配上 }", "在第 5 行后面另起一行写 }"],
      ]);
    expect(read("指标 甲 6分\n{\n  评分 人工\n").diagnostics.map(({ message }) => message.zh)).toEqual([
      "第 2 行的 { 没有配上 }",
    ]);
  });
  test("of a method's rows", () => {
    const text = "指标 甲 6分 {\n  评分 扣分 {\n    超过 1 每 1 扣 1分\n}\n指标 丁 1分 { }";
    expect(findings(text)).toEqual(["H1004 {"]);
    expect(read(text).tree.statements.map(showStatement)).toEqual([
      "indicator 甲 6分 { standard deduct { above:1 each:1 take:1分 } }",
      "indicator 丁 1分 {  }",
    ]);
  });
  test("without any indentation is that of the last block open", () => {
    expect(findings("指标 甲 6分 {\n指标 乙 3分 {\n评分 人工\n}")).toEqual(["H1004 {"]);
  });
  test("too many", () => {
    const text = "指标 甲 6分 { 评分 人工 } }\n指标 乙 1分 { }";
    expect(findings(text)).toEqual(["H1005 }"]);
  });
});

describe("limits: at the limit passes, one over is a located finding", () => {
  const limit = (text: string) =>
    read(text).diagnostics.map(({ code, data }) => ({ code, ...(data as object) }));
  const over = (what: string, max: number) => [{ code: "H1015", what, limit: max, found: max + 1 }];

  test.each([
    ["brackets", (n: number) => `定义 甲 = ${"(".repeat(n)}1${")".repeat(n)}`],
    ["calls", (n: number) => `定义 甲 = ${"最大(".repeat(n)}1${")".repeat(n)}`],
    ["negations", (n: number) => `定义 甲 = ${"非 ".repeat(n)}乙`],
    ["blocks", (n: number) => `${"指标 甲 1分 { ".repeat(n)}${"} ".repeat(n)}`],
  ])("nesting of %s", (_, make) => {
    expect(limit(make(LIMITS.nesting))).toEqual([]);
    expect(limit(make(LIMITS.nesting + 1))).toEqual(over("nesting", LIMITS.nesting));
    expect(limit(make(20_000))).toEqual(over("nesting", LIMITS.nesting));
  });
  test("long sums are flat", () => {
    expect(limit(`定义 甲 = 1${" + 1".repeat(50_000)}`)).toEqual([]);
    expect(limit(`定义 甲 = 1${" 且 1".repeat(50_000)}`)).toEqual([]);
  });
  test("names and texts, in code points", () => {
    for (const c of ["甲", "\u{20000}"]) {
      expect(limit(`单位 ${c.repeat(LIMITS.name)}`)).toEqual([]);
      expect(limit(`单位 ${c.repeat(LIMITS.name + 1)}`)).toEqual(over("name", LIMITS.name));
      expect(limit(`单位 「${c.repeat(LIMITS.name)}」`)).toEqual([]);
      expect(limit(`单位 「${c.repeat(LIMITS.name + 1)}」`)).toEqual(over("name", LIMITS.name));
    }
    expect(limit(`标题 "${"甲".repeat(LIMITS.text)}"`)).toEqual([]);
    expect(limit(`标题 "${"甲".repeat(LIMITS.text + 1)}"`)).toEqual(over("text", LIMITS.text));
  });
  test("digits", () => {
    expect(limit(`满分 ${"9".repeat(18)}.${"9".repeat(12)}分`)).toEqual([]);
    expect(limit(`满分 000${"9".repeat(18)}分`)).toEqual([]);
    expect(limit(`满分 ${"9".repeat(19)}分`)).toEqual(over("integerDigits", LIMITS.integerDigits));
    expect(limit(`满分 0.${"9".repeat(13)}分`)).toEqual(over("decimalDigits", LIMITS.decimalDigits));
  });
  test("indicators", () => {
    expect(limit("指标 甲 1分 {}\n".repeat(LIMITS.indicators))).toEqual([]);
    expect(limit("指标 甲 1分 {}\n".repeat(LIMITS.indicators + 2))).toEqual(
      over("indicators", LIMITS.indicators),
    );
  });
  test("bytes, in UTF-8", () => {
    const fill = (bytes: number) => `// ${"汉".repeat(2)}${" ".repeat(bytes - 9)}`;
    expect(limit(fill(LIMITS.fileBytes))).toEqual([]);
    expect(limit(fill(LIMITS.fileBytes + 1))).toEqual(over("fileBytes", LIMITS.fileBytes));
  });
  test("tokens", () => {
    expect(limit(";".repeat(LIMITS.tokens))).toEqual([]);
    expect(limit(";".repeat(LIMITS.tokens + 1))).toEqual(over("tokens", LIMITS.tokens));
  });
  test("findings: two hundred are listed, the rest counted", () => {
    expect(limit("@ ".repeat(LIMITS.diagnostics))).toHaveLength(LIMITS.diagnostics);
    const { diagnostics } = read("@ ".repeat(LIMITS.diagnostics + 7));
    expect(diagnostics).toHaveLength(LIMITS.diagnostics + 1);
    expect(diagnostics.at(-1)?.message.zh).toContain("另有 7 条");
  });
});
