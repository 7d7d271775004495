/**
 * Twice the text takes about twice the work. Work is what the engine of JavaScript counts: how often each block of the
 * code is run, whatever the machine and whatever else it does.
 */
import { Session, type Profiler } from "node:inspector";
import { describe, expect, it } from "vitest";

const session = new Session();
session.connect();

function ask(method: string, params: object = {}): object {
  let given: object = {};
  // Answered before `post` returns.
  session.post(method, params, (error, answer) => {
    if (error) throw error;
    given = answer ?? {};
  });
  return given;
}

// Blocks are counted in code that is loaded after this.
ask("Profiler.enable");
ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const { compile, format, LIMITS } = await import("@heng/lang");
const { score } = await import("@heng/engine");
const { readJsonFilings } = await import("@heng/forms");

const HEAD = "规则集 示例 2022年度\n满分 10分\n得分保留 2位小数\n等级 { 合格 >= 0分 }\n";
const JUDGED = "指标 示例 10分 { 评分 人工 }\n";

/** Runs of blocks while something is done; a loop counts as often as its body is run. */
function workOf(done: () => unknown): number {
  ask("Profiler.takePreciseCoverage"); // what was counted before
  done();
  const { result } = ask("Profiler.takePreciseCoverage") as Profiler.TakePreciseCoverageReturnType;
  let work = 0;
  for (const { url, functions } of result)
    if (/packages\/\w+\/src\//.test(url))
      for (const { ranges } of functions) for (const { count } of ranges) work += count;
  return work;
}

/** Holds the work of 2n to little more than twice that of n. */
function isLinear(n: number, work: (n: number) => () => unknown): void {
  const [once, twice] = [work(n), work(2 * n)];
  // What is made at the first time, for a program or for all, is made once.
  once();
  twice();
  const least = workOf(once);
  expect(least).toBeGreaterThan(n);
  expect(workOf(twice) / least).toBeLessThan(2.2);
}

const many = (n: number, one: (i: number) => string, join = "\n"): string =>
  Array.from({ length: n }, (_, i) => one(i + 1)).join(join);
const fmt = (text: string) => format({ file: "规则.heng", text });
const check = (text: string) => compile({ file: "规则.heng", text });

describe("the work of a rule file grows as its length", () => {
  const texts: readonly (readonly [string, number, (n: number) => string])[] = [
    ["glued words on one line", 1_000, (n) => HEAD + "每1个百分点扣0.5分".repeat(n)],
    [
      "a ladder",
      1_000,
      (n) =>
        `${HEAD}数据 { 甲 数 >= 0 }\n指标 示例 10分 { 值 = 甲; 评分 分档 {\n${many(n, (i) => `>= ${n - i + 1} 得 1分`)}\n其他 得 0分\n} }\n`,
    ],
    [
      "a ladder upside down",
      1_000,
      (n) =>
        `${HEAD}数据 { 甲 数 >= 0 }\n指标 示例 10分 { 值 = 甲; 评分 分档 {\n${many(n, (i) => `>= ${i} 得 1分`)}\n其他 得 0分\n} }\n`,
    ],
    [
      "names that nobody declared",
      4_000,
      (n) => `${HEAD}${many(n, (i) => `定义 甲${i} = 乙${i} + 1`)}\n${JUDGED}`,
    ],
    [
      "checklists",
      10,
      (n) =>
        `${HEAD}数据 {\n${many(n, (k) => `表${k} 清单 { ${many(100, (i) => `项${i}`, ", ")} }`)}\n}\n指标 示例 10分 { 评分 择优 {\n${many(n, (k) => `要点 表${k} 缺一不得分 { 项1\n${many(99, (i) => `项${i + 1} 须先 项${i}`)} }`)} } }\n`,
    ],
    [
      "rows of a 案例",
      1_000,
      (n) =>
        `${HEAD}明细 项目 至多 1000000行 { 数量 数 >= 0 }\n${JUDGED}案例 "一" { 数据 {\n${many(n, (i) => `项目 { 数量 ${i} }`)}\n} }\n`,
    ],
    [
      "entries of a 案例 that name nothing",
      4_000,
      (n) => `${HEAD}${JUDGED}案例 "一" { 数据 {\n${many(n, (i) => `没有${i} 1`)}\n} }\n`,
    ],
    [
      "methods that nobody wrote",
      2_000,
      (n) =>
        `${HEAD}${many(n, (i) => `方法 甲${i}(数) { 评分 达标 数 > 0 }`)}\n${many(n, (i) => `指标 指标${i} 1分 { 评分 方法 乙${i}(1) }`)}\n`,
    ],
    [
      "definitions on each other",
      2_000,
      (n) => `${HEAD}定义 甲0 = 1\n${many(n, (i) => `定义 甲${i} = 甲${i - 1} + 1`)}\n${JUDGED}`,
    ],
    [
      "circles through each other",
      1_000,
      (n) => `${HEAD}${many(n, (i) => `定义 甲${i} = 甲${(i % n) + 1} + 甲1`)}\n${JUDGED}`,
    ],
    ["fields", 1_000, (n) => `${HEAD}数据 { ${many(n, (i) => `项${i} 数 >= 0`)} }\n${JUDGED}`],
    ["a sum", 2_000, (n) => `${HEAD}定义 甲 = ${many(n, () => "1", " + ")}\n${JUDGED}`],
    ["indicators", 500, (n) => `${HEAD}${many(n, (i) => `指标 指标${i} 1分 { 评分 人工 }`)}\n`],
    ["mistakes", 1_000, (n) => `${HEAD}${"指标 甲 { 评分 没有的 }\n".repeat(n)}`],
  ];
  for (const [what, n, text] of texts) {
    it(`${what}: check`, { timeout: 60_000 }, () => isLinear(n, (m) => bound(check, text(m))));
    it(`${what}: fmt`, { timeout: 60_000 }, () => isLinear(n, (m) => bound(fmt, text(m))));
  }
});

function bound<T>(done: (of: T) => unknown, of: T): () => unknown {
  return () => done(of);
}

describe("nearest names are looked for as often as findings are listed", () => {
  const choices = many(LIMITS.items, (i) => `选项${i}`, ", ");
  const texts: readonly (readonly [string, (n: number) => string])[] = [
    [
      "choices",
      (n) =>
        `选项 { ${choices} } }\n指标 示例 10分 { 评分 分档 甲 {\n${many(n, (i) => `别的${i} 得 1分`)}\n} }\n`,
    ],
    [
      "items",
      (n) =>
        `清单 { ${choices} } }\n指标 示例 10分 { 评分 要点 甲 {\n${many(n, (i) => `别的${i} 得 1分`)}\n} }\n`,
    ],
  ];
  for (const [what, text] of texts) {
    it(what, () => {
      const [none, listed, more] = [1, LIMITS.diagnostics, 2 * LIMITS.diagnostics].map((n) => {
        const rules = `${HEAD}数据 { 甲 ${text(n)}`;
        check(rules);
        return workOf(() => check(rules));
      });
      // As many rows again, without a search among 200 names for each.
      expect((more ?? 0) - (listed ?? 0)).toBeLessThan(((listed ?? 0) - (none ?? 0)) / 2);
    });
  }
});

describe("the work of a score grows as the rules", () => {
  const texts: readonly (readonly [string, number, (n: number) => string])[] = [
    [
      "a ladder",
      500,
      (n) =>
        `${HEAD}数据 { 甲 数 >= 0 }\n指标 示例 10分 { 值 = 甲; 评分 分档 {\n${many(n, (i) => `>= ${2 * n - i} 得 1分`)}\n其他 得 0分\n} }\n`,
    ],
    [
      "a sum",
      1_000,
      (n) =>
        `${HEAD}数据 { 甲 数 >= 0 }\n指标 示例 10分 { 值 = ${many(n, () => "甲", " + ")}; 评分 达标 值 >= 0 }\n`,
    ],
    [
      "definitions",
      500,
      (n) =>
        `${HEAD}数据 { 甲 数 >= 0 }\n${many(n, (i) => `定义 项${i} = 甲 + ${i}`)}\n指标 示例 10分 { 值 = ${many(n, (i) => `项${i}`, " + ")}; 评分 达标 值 >= 0 }\n`,
    ],
  ];
  for (const [what, n, text] of texts) {
    it(what, { timeout: 60_000 }, () =>
      isLinear(n, (m) => {
        const { program } = check(text(m));
        if (!program) throw new Error("the rules of this test do not check");
        const [filing] = readJsonFilings(new TextEncoder().encode('{"甲": 1}'), program, "填报.json").filings;
        if (!filing) throw new Error("the filing of this test cannot be read");
        return () => score(program, filing, { lang: "zh" });
      }),
    );
  }
});
