/** Both sides of every bound, and rule files and filings from strangers: a diagnostic with a place, never an exception. */
import { score } from "@heng/engine";
import { DATA_LIMITS, readCsvFilings, readJsonFilings } from "@heng/forms";
import { compile, LIMITS, type Diagnostic } from "@heng/lang";
import { describe, expect, it } from "vitest";

const utf8 = new TextEncoder();
const HEAD = "规则集 示例 2022年度\n满分 10分\n得分保留 2位小数\n等级 { 合格 >= 0分 }\n";
const JUDGED = "指标 示例指标 10分 { 评分 人工 }\n";

interface Found {
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly compiled: ReturnType<typeof compile>;
}

/** Compiles, and holds every finding to lie inside the file. */
function rules(text: string): Found {
  const compiled = compile({ file: "规则.heng", text });
  for (const { range } of compiled.diagnostics) {
    expect(range?.start).toBeGreaterThanOrEqual(0);
    expect(range?.end).toBeLessThanOrEqual(text.length);
    expect(range?.start).toBeLessThanOrEqual(range?.end ?? -1);
  }
  return { compiled, diagnostics: compiled.diagnostics, codes: compiled.diagnostics.map((d) => d.code) };
}

const value = (expression: string, fields = "甲 元 >= 0"): string =>
  `${HEAD}数据 { ${fields} }\n指标 示例指标 10分 { 值 = ${expression}; 评分 达标 值 >= 0 }\n`;

function errors({ diagnostics }: Found): readonly string[] {
  return diagnostics.filter((d) => d.severity === "error").map((d) => d.code);
}

describe("rule files", () => {
  const standard = (standard: string): string =>
    `${HEAD}数据 { 甲 数 >= 0; 乙 是否 }\n指标 示例指标 10分 { 评分 ${standard} }\n`;
  const brackets = (n: number, inside: string): string => `${"(".repeat(n)}${inside}${")".repeat(n)}`;
  /** With how many levels of the same stand around: of blocks the `{` of the indicator. */
  const nested: readonly (readonly [string, number, (depth: number) => string])[] = [
    ["brackets of a 定义", 0, (n) => `${HEAD}定义 甲 = ${brackets(n, "1")}\n${JUDGED}`],
    ["brackets of a 值", 0, (n) => value(brackets(n, "甲"))],
    ["brackets of a standard", 0, (n) => standard(`达标 ${brackets(n, "1")} > 0`)],
    ["brackets of a row", 0, (n) => standard(`分档 甲 { >= ${brackets(n, "1")} 得 10分; 其他 得 0分 }`)],
    ["非", 0, (n) => standard(`达标 ${"非 ".repeat(n)}乙`)],
    ["signs", 0, (n) => value(`甲 * ${"-".repeat(n)}1`)],
    ["methods", 1, (n) => standard(`${"择优 { ".repeat(n)}达标 乙${"; 达标 乙 }".repeat(n)}`)],
  ];
  for (const [what, around, text] of nested) {
    it(`nesting: as many ${what} as allowed, and one more`, () => {
      const most = LIMITS.nesting - around;
      expect(errors(rules(text(most)))).toEqual([]);
      expect(rules(text(most + 1)).codes).toContain("H1015");
    });
    it(`nesting: ${what} by the ten thousand`, () => {
      expect(rules(text(10_000)).codes).toContain("H1015");
    });
  }

  it("definitions on definitions, as many as allowed, score and explain; one more is told at its name", () => {
    // The first is one level; each adds 1 to the one before.
    const chain = (n: number): string =>
      `${HEAD}数据 { 甲 数 >= 0 }\n定义 级1 = 甲\n${Array.from({ length: n - 1 }, (_, i) => `定义 级${i + 2} = 级${i + 1} + 1`).join("\n")}\n指标 示例 10分 { 值 = 级${n}; 评分 达标 值 >= 104 }\n`;
    const most = rules(chain(LIMITS.levels));
    expect(errors(most)).toEqual([]);
    const { program } = most.compiled;
    if (!program) return;
    for (const [filed, shown, scored] of [
      ["4", "103", "0.00"],
      ["5", "104", "10.00"],
    ] as const) {
      const result = score(program, read(program, `{"甲": "${filed}"}`), { lang: "zh" });
      expect(result.total).toBe(scored);
      const [leaf] = result.indicators;
      expect(leaf?.value?.shown).toBe(shown);
      expect(leaf?.explanation).toContain(`${shown} `);
      expect(JSON.stringify(leaf?.steps).match(/"name":"级\d+"/g)).toHaveLength(LIMITS.levels);
    }
    const text = chain(LIMITS.levels + 1);
    const [over, ...others] = rules(text).diagnostics;
    expect([over?.code, others]).toEqual(["H1122", []]);
    expect(text.slice(over?.range?.start, over?.range?.end)).toBe(`级${LIMITS.levels + 1}`);
  });

  it("the deepest that brackets and definitions allow together scores and explains", () => {
    // 1 + 1 × x within 最大 is three nodes a level: 48 levels in each of two definitions, and 60 in the indicator.
    const deep = (n: number, inner: string): string =>
      `${"最大(1 + 1 × ".repeat(n)}${inner}${", 甲)".repeat(n)}`;
    const found = rules(
      `${HEAD}数据 { 甲 数 >= 0 }\n定义 丙 = ${deep(49, "甲")}\n定义 丁 = ${deep(49, "丙")}\n指标 示例 10分 { 值 = ${deep(60, "丁")}; 评分 达标 值 >= 163 }\n`,
    );
    expect(errors(found)).toEqual([]);
    const { program } = found.compiled;
    if (!program) return;
    const result = score(program, read(program, '{"甲": "5"}'), { lang: "zh" });
    // 5 + 49 + 49 + 60
    expect([result.total, result.indicators[0]?.value?.shown]).toEqual(["10.00", "163"]);
    expect(() => JSON.stringify(result)).not.toThrow();
  });

  it("exactly 1 MiB, and one byte more", { timeout: 60_000 }, () => {
    const padded = (bytes: number): string => {
      const rest = bytes - utf8.encode(HEAD + JUDGED).length;
      const line = `//${"　".repeat(300)}\n`;
      const size = utf8.encode(line).length;
      const lines = line.repeat(Math.floor(rest / size));
      const left = rest - size * Math.floor(rest / size);
      return HEAD + JUDGED + lines + " ".repeat(left);
    };
    const whole = padded(LIMITS.fileBytes);
    expect(utf8.encode(whole)).toHaveLength(LIMITS.fileBytes);
    expect(errors(rules(whole))).toEqual([]);
    expect(rules(`${whole} `).codes).toEqual(expect.arrayContaining(["H1015"]));
  });

  it("200,000 tokens, and one more", { timeout: 60_000 }, () => {
    const text = (tokens: number): string => ";".repeat(tokens);
    expect(rules(text(LIMITS.tokens)).codes).not.toContain("H1015");
    expect(rules(text(LIMITS.tokens + 1)).codes).toEqual(["H1015"]);
  });

  it("5,000 indicators, and one more", { timeout: 60_000 }, () => {
    const text = (count: number): string => {
      const rest = Array.from({ length: count }, (_, i) => `指标 项${i} 1分 { 评分 人工 }`);
      return `规则集 示例 2022年度\n满分 ${count}分\n得分保留 0位小数\n等级 { 合格 >= 0分 }\n${rest.join("\n")}\n`;
    };
    const most = rules(text(LIMITS.indicators));
    expect(errors(most)).toEqual([]);
    const program = most.compiled.program;
    if (program) expect(score(program, EMPTY, { lang: "zh" }).indicators).toHaveLength(LIMITS.indicators);
    expect(errors(rules(text(LIMITS.indicators + 1)))).toEqual(["H1015"]);
  });

  const lengths: readonly (readonly [string, number, (n: number) => string])[] = [
    ["a name", LIMITS.name, (n) => `${HEAD}指标 ${"名".repeat(n)} 10分 { 评分 人工 }\n`],
    ["a name of astral characters", LIMITS.name, (n) => `${HEAD}指标 ${"𠮷".repeat(n)} 10分 { 评分 人工 }\n`],
    ["a quoted name", LIMITS.name, (n) => `${HEAD}指标 「${"、".repeat(n)}」 10分 { 评分 人工 }\n`],
    ["a text", LIMITS.text, (n) => `${HEAD}指标 示例 10分 { 解释 "${"文".repeat(n)}"; 评分 人工 }\n`],
    ...(["清单", "选项"] as const).map(
      (kind) =>
        [
          `a ${kind}`,
          LIMITS.items,
          (n: number) =>
            `${HEAD}数据 { 甲 ${kind} { ${Array.from({ length: n }, (_, i) => `项${i}`).join(", ")} } }\n${JUDGED}`,
        ] as const,
    ),
    [
      "digits before the point",
      LIMITS.integerDigits,
      (n) => `${HEAD}定义 丙 = ${"9".repeat(n)}元\n${JUDGED}`,
    ],
    [
      "digits behind the point",
      LIMITS.decimalDigits,
      (n) => `${HEAD}定义 丙 = 0.${"9".repeat(n)}元\n${JUDGED}`,
    ],
  ];
  for (const [what, limit, text] of lengths) {
    it(`${what} of ${limit}, and one more`, () => {
      expect(errors(rules(text(limit)))).toEqual([]);
      expect(errors(rules(text(limit + 1)))).toContain("H1015");
    });
  }

  it("digits that grow past 4,096 bits are an error at their definition", () => {
    const chain = (n: number): string =>
      `${HEAD}数据 { 甲 元 > 0; 乙 元 > 0 }\n定义 丙0 = 甲 / 乙\n${Array.from({ length: n }, (_, i) => `定义 丙${i + 1} = 丙${i} * 丙${i}`).join("\n")}\n指标 示例 10分 { 值 = 丙${n}; 评分 达标 值 >= 0 }\n`;
    expect(errors(rules(chain(3)))).toEqual([]);
    const over = rules(chain(60));
    expect(new Set(errors(over))).toEqual(new Set(["H2001"]));
    const [first] = over.diagnostics;
    const text = chain(60);
    expect(text.slice(first?.range?.start, first?.range?.end)).toMatch(/定义 丙\d = /);
  });

  it("definitions that double sixty times are quick", () => {
    const doubled = `${HEAD}数据 { 甲 元 >= 0 }\n定义 丙0 = 甲\n${Array.from({ length: 60 }, (_, i) => `定义 丙${i + 1} = 丙${i} + 丙${i}`).join("\n")}\n指标 示例 10分 { 值 = 丙60; 评分 达标 值 >= 0 }\n`;
    const found = rules(doubled);
    expect(errors(found).filter((code) => code !== "H2001")).toEqual([]);
    const nest = `${HEAD}数据 { 甲 元 >= 0 }\n定义 函0(x) = x + x\n${Array.from({ length: 60 }, (_, i) => `定义 函${i + 1}(x) = 函${i}(x) + 函${i}(x)`).join("\n")}\n指标 示例 10分 { 值 = 函60(甲); 评分 达标 值 >= 0 }\n`;
    expect(errors(rules(nest)).every((code) => ["H2001", "H1120"].includes(code))).toBe(true);
  });

  it("a sum of 50,000 terms is flat", { timeout: 60_000 }, () => {
    const found = rules(value(`甲${" + 1元".repeat(50_000)}`));
    expect(errors(found)).toEqual([]);
    const { program } = found.compiled;
    if (!program) return;
    const filing = read(program, '{"甲": "5元"}');
    const result = score(program, filing, { lang: "zh" });
    expect(result.total).toBe("10.00");
    expect(() => JSON.stringify(result)).not.toThrow();
    expect(rules(value(`1${"+1".repeat(100_000)}`)).codes).toContain("H1015");
  });

  it("a checklist of as many items as allowed, each after the next, is scored", () => {
    const n = LIMITS.items;
    const items = Array.from({ length: n }, (_, i) => `项${i + 1}`);
    const rows = items.map((item, i) => (i + 1 < n ? `${item} 须先 项${i + 2}` : item));
    const { program } = rules(
      `${HEAD}数据 { 表 清单 { ${items.join(", ")} } }\n指标 示例 10分 { 评分 要点 表 每缺一项 扣 1分 { ${rows.join("; ")} } }\n`,
    ).compiled;
    if (!program) throw new Error("the rules of this test do not check");
    const filed = (missing: string) =>
      JSON.stringify({ 表: Object.fromEntries(items.map((item) => [item, item !== missing])) });
    const total = (missing: string) => score(program, read(program, filed(missing)), { lang: "zh" }).total;
    // Without the fifth none before it counts: five are missing.
    expect([total(""), total("项5"), total(`项${n}`)]).toEqual(["10.00", "5.00", "0.00"]);
  });

  it("nearest names are looked for as long as it is little work", () => {
    const n = 4_000;
    const rows = Array.from({ length: n }, (_, i) => `定义 甲项目${i} = 乙项目${i} + 1`);
    const found = rules(`${HEAD}${rows.join("\n")}\n${JUDGED}`).diagnostics.filter((d) => d.code === "H1101");
    const near = found.filter(({ fixes }) => fixes.length > 0);
    // Each look-up compares 7 letters with 7 of 4,000 names: 5,000,000 pairs are some 25 of them.
    expect(near.length).toBeGreaterThan(20);
    expect(near.length).toBeLessThan(40);
    expect(found.indexOf(near.at(-1) as never)).toBe(near.length - 1);
  });

  it("a megabyte of errors is 200 findings and the number of the others", { timeout: 60_000 }, () => {
    const mistakes = "指标 甲 { 评分 没有的 }\n";
    const found = rules(HEAD + mistakes.repeat(25_000));
    expect(found.diagnostics).toHaveLength(LIMITS.diagnostics + 1);
    expect(found.diagnostics.filter((d) => /另有 \d+ 条/.test(d.message.zh))).toHaveLength(1);
    const semantic = rules(
      `${HEAD}${Array.from({ length: 5_000 }, (_, i) => `定义 丁${i} = 没有${i}`).join("\n")}\n${JUDGED}`,
    );
    expect(semantic.diagnostics.length).toBeLessThanOrEqual(LIMITS.diagnostics + 1);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ["binary junk", String.fromCharCode(...Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 65_536))],
    ["a lone surrogate", `${HEAD}指标 甲\ud800 10分 { 评分 人工 }\n`],
    ["NUL", `${HEAD}指标 甲\u0000乙 10分 { 评分 人工 }\n`],
    ["a bidi control", `${HEAD}指标 甲\u202e乙 10分 { 评分 人工 }\n`],
    ["a zero-width space", `${HEAD}指标 甲\u200b乙 10分 { 评分 人工 }\n`],
    ["a byte order mark inside", `${HEAD}\ufeff${JUDGED}`],
    ["an unterminated text", `${HEAD}标题 "没有完\n${JUDGED}`],
    ["an unterminated name", `${HEAD}指标 「没有完 10分 { 评分 人工 }\n`],
  ];
  for (const [what, text] of hostile) {
    it(`${what} is reported`, () => expect(errors(rules(text)).length).toBeGreaterThan(0));
  }
  it("the code point of what nobody sees is named", () => {
    const [bidi] = rules(`${HEAD}指标 甲\u202e乙 10分 { 评分 人工 }\n`).diagnostics;
    expect(bidi?.message.zh).toContain("U+202E");
  });
  it("names that look the same are the same", () => {
    expect(rules(`${HEAD}数据 { Ａ类 元; A类 元 }\n${JUDGED}`).codes).toContain("H1102");
  });

  it("words of a computer's own are names like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__"];
    const text = `规则集 __proto__ 2022年度\n满分 ${names.length}分\n得分保留 2位小数\n等级 { constructor >= 1分; toString 其他 }\n数据 { ${names.map((n) => `${n} 元 >= 0`).join("; ")} }\n定义 valueOf(__proto__) = __proto__ * 2\n${names.map((n) => `指标 ${n} 1分 { 值 = valueOf(「${n}」) / 200元; 评分 按比例 }`).join("\n")}\n`;
    const found = rules(text);
    expect(errors(found)).toEqual([]);
    const { program } = found.compiled;
    if (!program) return;
    const filing = read(program, `{${names.map((n, i) => `"${n}": "${10 * (i + 1)}"`).join(",")}}`);
    const result = score(program, filing, { lang: "zh" });
    expect(result.indicators.map((i) => [i.id, i.score])).toEqual(names.map((n, i) => [n, `0.${i + 1}0`]));
    expect([result.total, result.grade]).toEqual(["1.50", "constructor"]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

const EMPTY = {
  name: "空",
  agency: undefined,
  year: undefined,
  values: new Map(),
  rows: new Map(),
  texts: new Map(),
};

type Program = NonNullable<ReturnType<typeof compile>["program"]>;

function read(program: Program, json: string) {
  const { filings, diagnostics } = readJsonFilings(utf8.encode(json), program, "填报.json");
  const [filing] = filings;
  if (!filing) throw new Error(diagnostics.map((d) => d.message.zh).join(" / "));
  return filing;
}

describe("data files", () => {
  const program = rules(
    `${HEAD}数据 { 甲 元 >= 0; 乙 元 >= 0 }\n指标 示例 10分 { 值 = 甲 / 乙; 评分 按比例 }\n`,
  ).compiled.program;
  if (!program) throw new Error("the rules of this test do not check");
  const json = (text: string) => readJsonFilings(utf8.encode(text), program, "填报.json");
  const csv = (text: string) => readCsvFilings(utf8.encode(text), program, "填报.csv");
  const codes = ({ diagnostics }: ReturnType<typeof json>): readonly string[] => {
    for (const { place } of diagnostics) expect(place?.file).toMatch(/^填报\.(json|csv)/);
    return diagnostics.map((d) => d.code);
  };

  it("JSON as deep as allowed, and one level more", () => {
    const deep = (n: number): string => `{"data": ${"[".repeat(n - 1)}${"]".repeat(n - 1)}}`;
    expect(codes(json(deep(DATA_LIMITS.jsonDepth)))).not.toContain("H4003");
    expect(codes(json(deep(DATA_LIMITS.jsonDepth + 1)))).toEqual(["H4003"]);
    expect(codes(json("[".repeat(1_000_000)))).toEqual(["H4003"]);
  });

  it("JSON of 64 MiB, and one byte more", { timeout: 120_000 }, () => {
    const start = utf8.encode('{"甲": "1", "乙": "2"}');
    const whole = new Uint8Array(DATA_LIMITS.jsonBytes).fill(0x20);
    whole.set(start);
    const read = readJsonFilings(whole, program, "填报.json");
    expect([read.filings.length, codes(read)]).toEqual([1, []]);
    const over = new Uint8Array(DATA_LIMITS.jsonBytes + 1).fill(0x20);
    over.set(start);
    expect(codes(readJsonFilings(over, program, "填报.json"))).toEqual(["H4003"]);
  });

  const digits = (n: number, m: number): string => `${"9".repeat(n)}${m === 0 ? "" : `.${"9".repeat(m)}`}`;
  it("figures of 18 digits, and one more", () => {
    expect(codes(json(`{"甲": "${digits(18, 2)}", "乙": 1}`))).toEqual([]);
    expect(codes(json(`{"甲": "${digits(19, 0)}", "乙": 1}`))).toEqual(["H3002"]);
    expect(codes(json(`{"甲": ${digits(19, 0)}, "乙": 1}`))).toEqual(["H3002"]);
    expect(codes(json(`{"甲": "${digits(1, 3)}", "乙": 1}`))).toEqual(["H3007"]);
    for (const text of ["1e400", "1e5", "0x10", "1_000", "--1", "Infinity", "NaN"]) {
      expect(codes(json(`{"甲": "${text}", "乙": 1}`))[0]).toMatch(/^H300[25]$/);
    }
    expect(codes(json(`{"甲": 1e400, "乙": 1}`)).length).toBe(1);
  });

  it("a key filed twice, a lone surrogate, NUL and bytes that are no text", () => {
    expect(codes(json('{"甲": 1, "甲": 2}'))).toEqual(["H4004"]);
    expect(codes(json('{"甲": "\\ud800"}')).length).toBeGreaterThan(0);
    expect(codes(json('{"甲": "\u0000"}')).length).toBeGreaterThan(0);
    expect(
      codes(readJsonFilings(new Uint8Array([0xff, 0xfe, 0x00]), program, "填报.json")).length,
    ).toBeGreaterThan(0);
    expect(
      codes(readCsvFilings(new Uint8Array([0x00, 0x01, 0xff]), program, "填报.csv")).length,
    ).toBeGreaterThan(0);
    expect(codes(json("")).length).toBe(1);
    expect(codes(json("null")).length).toBe(1);
  });

  it("CSV of 2,000 columns, and one more", () => {
    const wide = (n: number): string => {
      const extra = Array.from({ length: n - 3 }, (_, i) => `另${i}`);
      return `预算单位,甲,乙,${extra.join(",")}\n某单位,1,2${",".repeat(n - 3)}\n`;
    };
    expect(codes(csv(wide(DATA_LIMITS.csvColumns)))).not.toContain("H4003");
    expect(codes(csv(wide(DATA_LIMITS.csvColumns + 1)))).toContain("H4003");
  });

  it("a CSV record of 1 MiB, and one more", () => {
    // Two quotes and `,1,2` are 6 of the characters.
    const long = (n: number): string => `预算单位,甲,乙\n"${"文".repeat(n - 6)}",1,2\n`;
    expect(codes(csv(long(DATA_LIMITS.csvRecord)))).not.toContain("H4003");
    expect(codes(csv(long(DATA_LIMITS.csvRecord + 1)))).toContain("H4003");
  });

  it("an open quote names the line where it opened", () => {
    const { diagnostics } = csv(`预算单位,甲,乙\n某单位,1,2\n"没有完,1,2\n${"又一行,1,2\n".repeat(1_000)}`);
    expect(diagnostics[0]?.code).toBe("H4011");
    expect(diagnostics[0]?.place?.line).toBe(3);
  });

  it("heads that are a computer's own words", () => {
    expect(codes(csv("预算单位,__proto__,constructor,甲,乙\n某单位,1,2,3,4\n"))).toEqual(["H4013", "H4013"]);
    expect(codes(json('{"__proto__": 1, "甲": 1, "乙": 2}'))).toEqual(["H3021"]);
  });
});
