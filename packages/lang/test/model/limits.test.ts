import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { LIMITS } from "../../src/limits.ts";
import { MOST_NODES } from "../../src/model/expression.ts";
import { check } from "./check.ts";

describe("H1118", () => {
  it("fires in another year's folder only", () => {
    expect(check("", { year: "2022" }).found).toEqual([]);
    expect(check("", {}).found).toEqual([]);
    expect(check("", { year: "2023" }).found).toEqual(["H1118 2022年度"]);
  });
});

describe("H1121", () => {
  const some = (word: string, count: number, points: string): string =>
    Array.from({ length: count }, (_, i) => `指标 ${word}${i} ${points} { 评分 人工 }`).join("\n");
  const files = (count: number) => ({
    include: () => ({ file: "乙.heng", text: some("乙", count, "0.01分") }),
  });
  it("counts the indicators of all files", () => {
    const main = `满分 50分\n引用 "乙.heng"\n${some("甲", 2500, "0.01分")}`;
    const rest = LIMITS.indicators - 2500;
    expect(check(main, files(rest)).found).toEqual([]);
    const found = check(main, files(rest + 1)).found.filter((f) => !f.startsWith("H1202"));
    expect(found).toEqual(["H1121 in 乙.heng"]);
  }, 60_000);
});

describe("H1120", () => {
  // One call of a level makes two of the level below.
  const levels = (count: number): string =>
    [
      "数据 { 数额 万元 > 0 }",
      "定义 级1(数) = 数 + 数",
      ...Array.from({ length: count - 1 }, (_, i) => `定义 级${i + 2}(数) = 级${i + 1}(数) + 级${i + 1}(数)`),
      `核对 "多" 级${count}(数额) > 0`,
    ].join("\n");
  it("fires when functions use each other too often", () => {
    expect(check(levels(10)).found).toEqual([]);
    expect(2 ** 20).toBeGreaterThan(MOST_NODES);
    expect(check(levels(20)).found).toEqual(["H1120 级20"]);
  }, 60_000);
  // Every 方法 doubles what is scored.
  const nested = (count: number): string =>
    [
      "数据 { 率 比率 > 0% }",
      "方法 法0(数) { 值 = 数; 评分 按比例 }",
      ...Array.from(
        { length: count },
        (_, i) => `方法 法${i + 1}(数) { 评分 择优 { 方法 法${i}(数); 方法 法${i}(数) } }`,
      ),
      `指标 甲 10分 { 评分 方法 法${count}(率) }`,
    ].join("\n");
  it("fires when methods use each other too often, and ends there", () => {
    expect(check(nested(6)).found).toEqual([]);
    expect(check(nested(13), { unused: true }).found).toEqual(["H1120 法13(率)"]);
    // Were it not the end, each level would double the cost.
    expect(check(nested(45), { unused: true }).found).toEqual(["H1120 法45(率)"]);
  });
});

describe("H1122", () => {
  const DATA = "数据 { 甲 数 }";
  /** Each is one level above the one before; the first is one level itself. */
  const stacks: readonly (readonly [
    string,
    (count: number) => readonly string[],
    (top: string) => string,
  ])[] = [
    [
      "definitions",
      (n) => up(n, (i) => `定义 级${i} = ${i === 1 ? "甲" : `级${i - 1} + 1`}`),
      (top) => `核对 "多" ${top} > 0`,
    ],
    [
      "functions",
      (n) => up(n, (i) => `定义 级${i}(数) = ${i === 1 ? "数" : `级${i - 1}(数) + 1`}`),
      (top) => `核对 "多" ${top}(甲) > 0`,
    ],
    [
      "方法",
      (n) => up(n, (i) => `方法 级${i}(数) { 评分 ${i === 1 ? "达标 数 > 0" : `方法 级${i - 1}(数)`} }`),
      (top) => `指标 示例 10分 { 评分 方法 ${top}(甲) }`,
    ],
  ];
  function up(count: number, one: (i: number) => string): readonly string[] {
    return Array.from({ length: count }, (_, i) => one(i + 1));
  }
  for (const [what, lines, use] of stacks) {
    const text = (of: readonly string[], count: number): string =>
      [DATA, ...of, use(`级${count}`)].join("\n");
    const whole = { unused: true } as const;
    it(`${what}: as many levels as allowed, and one more`, () => {
      expect(check(text(lines(LIMITS.levels), LIMITS.levels), whole).found).toEqual([]);
      const over = LIMITS.levels + 1;
      const told = [`H1122 级${over}`];
      expect(check(text(lines(over), over), whole).found).toEqual(told);
      expect(check(text(lines(over).toReversed(), over), whole).found).toEqual(told);
      // What builds on it is not told again, however much there is.
      expect(check(text(lines(3_000), 3_000), whole).found).toEqual(told);
      expect(check(text(lines(3_000).toReversed(), 3_000), whole).found).toEqual(told);
    });
  }
  it("counts the brackets, functions, 如果, 非 and signs inside, and what stands under them", () => {
    const found = (body: (inner: string) => string, levels: number) => {
      const rest = LIMITS.levels - levels;
      const lines = up(rest, (i) => `定义 级${i} = ${i === 1 ? "甲" : `级${i - 1} + 1`}`);
      return [
        check([DATA, ...lines, `定义 末 = ${body(`级${rest}`)}`, '核对 "多" 末 > 0'].join("\n")).found,
        check(
          [DATA, ...lines, `定义 又 = 级${rest} + 1`, `定义 末 = ${body("又")}`, '核对 "多" 末 > 0'].join(
            "\n",
          ),
        ).found,
      ];
    };
    // The definition itself is one level.
    expect(found((x) => `((${x}))`, 3)).toEqual([[], ["H1122 末"]]);
    expect(found((x) => `最大(甲, -${x})`, 3)).toEqual([[], ["H1122 末"]]);
    expect(found((x) => `如果 非 甲 > ${x} 则 1 否则 2`, 3)).toEqual([[], ["H1122 末"]]);
    // Brackets beside it do not count for it.
    expect(found((x) => `((甲)) + ${x}`, 1)).toEqual([[], ["H1122 末"]]);
  });
  it("tells circles of any length as such, and what uses them not at all", () => {
    const ring = (n: number) => [
      ...up(n, (i) => `定义 级${i} = 级${i === n ? 1 : i + 1} + 1`),
      "定义 外 = 级2",
    ];
    for (const length of [2, LIMITS.levels, LIMITS.levels + 1, 3_000])
      expect(check([DATA, ...ring(length), '核对 "多" 外 > 0'].join("\n")).found).toEqual(["H1104 级1"]);
  });
  it("finds other mistakes in what is too deep or goes round", () => {
    const lines = up(LIMITS.levels + 1, (i) => `定义 级${i} = ${i === 1 ? "甲" : `级${i - 1} + 1`}`);
    const rules = [DATA, ...lines, `定义 外 = 级${LIMITS.levels + 1} + 没有`, "定义 圈 = 圈 + 也没有"];
    expect(check(rules.join("\n")).found).toEqual([
      `H1122 级${LIMITS.levels + 1}`,
      "H1101 没有",
      "H1104 圈",
      "H1101 也没有",
    ]);
  });
  it("takes a name for what is nearest: a column, a parameter or 值 is no circle", () => {
    expect(
      check(`数据 { 甲 数 }
明细 项目 至多 20行 { 单价 数 >= 0; 数量 数 >= 0 }
定义 单价 = 合计(项目.数量 * 单价)
定义 数(数) = 数 + 1
指标 示例 10分 { 值 = 单价 + 数(甲); 评分 达标 值 >= 0 }`).found,
    ).toEqual([]);
  });
});

describe("H1015", () => {
  it("alone is said of a number with too many digits", () => {
    const long = "9".repeat(LIMITS.integerDigits + 1);
    const fine = `0.${"0".repeat(LIMITS.decimalDigits)}`;
    for (const number of [long, `${fine}1`]) {
      expect(check(`数据 { 甲 万元 }\n定义 乙 = 甲 + ${number}万元`).found).toEqual([`H1015 ${number}`]);
      expect(check(`数据 { 甲 万元 <= ${number} }`).found).toEqual([`H1015 ${number}`]);
      expect(check(`数据 { 甲 万元 }\n案例 "多" { 数据 { 甲 ${number}万元 } }`).found).toEqual([
        `H1015 ${number}`,
      ]);
      expect(check(`数据 { 甲 数 }\n案例 "多" { 数据 { 甲 ${number} } }`).found).toEqual([`H1015 ${number}`]);
    }
  });

  const text = (grammar: number, model: number): string =>
    `规则集 测试 2022年度\n满分 10分\n得分保留 2位小数\n等级 { 合格 >= 0分 }\n指标 示例 10分 { 评分 人工 }\n${"@\n".repeat(grammar)}${Array.from({ length: model }, (_, i) => `核对 "${i}" 没有 > 0\n`).join("")}`;
  it("counts what is beyond the limit once, parser and model together", () => {
    const of = (grammar: number, model: number) =>
      compile({ file: "甲.heng", text: text(grammar, model) }).diagnostics;
    expect(of(100, 100)).toHaveLength(LIMITS.diagnostics);
    expect(of(100, 100).some(({ code }) => code === "H1015")).toBe(false);
    for (const [grammar, model] of [
      [101, 100],
      [0, 207],
      [207, 0],
      [300, 300],
    ] as const) {
      const found = of(grammar, model);
      expect(found).toHaveLength(LIMITS.diagnostics + 1);
      const counted = found.filter(({ code }) => code === "H1015");
      const rest = grammar + model - LIMITS.diagnostics;
      expect(counted.map(({ message }) => message.zh)).toEqual([`以上 200 条之外，另有 ${rest} 条`]);
      expect(found.at(-1)).toBe(counted[0]);
    }
  });
});
