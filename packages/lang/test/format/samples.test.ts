import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { canonicalText, format, saysTheSame } from "../../src/format/format.ts";
import { METHODS } from "../../src/methods/registry.gen.ts";
import { holdsNoRules } from "../../src/syntax/junk.ts";
import { parse } from "../../src/syntax/parser.ts";
import { formatted } from "./expect.ts";
import { fixtureBlocks, ruleFiles, seeded, type Sample } from "./samples.ts";

const samples = [...ruleFiles(), ...fixtureBlocks()];

/** What scoring works from: without the places of its parts. */
function programOf(text: string): string {
  const { program, diagnostics } = compile({ file: "规则.heng", text });
  const codes = diagnostics.map(({ code }) => code).toSorted();
  return JSON.stringify({ codes, program }, (key, value: unknown) =>
    key === "origin"
      ? undefined
      : value instanceof Map
        ? [...(value as Map<unknown, unknown>)]
        : typeof value === "bigint"
          ? `${value}n`
          : value,
  );
}

describe("the rules and fixtures of the repository", () => {
  test("there are some", () => expect(samples.length).toBeGreaterThan(50));
  test.each(ruleFiles())("$name is formatted", ({ text }) => expect(formatted(text)).toBe(text));
  // A file that holds what nobody sees, or leaves a quote open, is given back.
  const plain = samples.filter(
    ({ name, text }) => !/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text) && !name.includes("H1001"),
  );
  test.each(plain)("$name keeps its meaning", ({ text }) => {
    const chinese = formatted(text, { keywords: "zh" });
    const english = formatted(text, { keywords: "en" });
    expect(formatted(english, { keywords: "zh" })).toBe(chinese);
    const program = programOf(text);
    expect(programOf(formatted(text))).toBe(program);
    expect(programOf(english)).toBe(program);
  });
});

/** What people leave behind in a file, and what they leave out. */
const SCRAPS = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ";",
  ",",
  "，",
  "。",
  "：",
  "=",
  "@",
  "\n",
  "\t",
  "\u200b",
  "\ufeff",
  "\u3000",
  "÷",

  "\n\n",
  "\r\n",
  "// 注\n",
  "//注\n\n//又\n",
  "「某」",
  "「目标」",
  "95%以上",
  "不低于",
  "得",
  "3分",
  "指标",
  "评分",

  '“某"某”',
  "百分之五",
  "如果",
  "每",
  "数据 { 某 人 }",
  "value",
  "target >= 3",
  "/",
  "//",
  "\r",
  "10 课时以上",
];

/** Samples with up to three changes. */
function* mutated(count: number): Generator<Sample> {
  const random = seeded(20220101);
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const parts = samples.flatMap(({ name, text }) =>
    text.split(/\n(?=指标|案例|数据|等级)/).map((part) => ({ name, text: part })),
  );
  for (let n = 0; n < count; n++) {
    const { name, text: whole } = pick(parts);
    let text = whole;
    for (let left = 1 + random(3); left > 0; left--) {
      const at = random(text.length + 1);
      const blank = text.indexOf(" ", at);
      const place = random(2) === 0 && blank > 0 ? blank : at;
      text = text.slice(0, place) + (random(3) === 0 ? "" : pick(SCRAPS)) + text.slice(place + random(3));
    }
    yield { name: `${name}, change ${n}`, text };
  }
}

test("texts with mistakes keep their meaning and their comments", () => {
  const second = new Set<string>();
  for (const { name, text } of mutated(600)) {
    const source = parse({ file: name, text }, METHODS);
    for (const keywords of [undefined, "en"] as const) {
      const first = canonicalText(text, source, METHODS, { keywords });
      const result = format({ file: name, text }, { keywords }).text;
      const again = parse({ file: name, text: result }, METHODS);
      if (!saysTheSame(source, again, METHODS)) expect.fail(`${name}\n${text}\n--- became ---\n${result}`);
      if (format({ file: name, text: result }, { keywords }).text !== result) {
        expect.fail(`${name}\n${text}\n--- became ---\n${result}\n--- and not the same when formatted again`);
      }
      const givenBack =
        holdsNoRules(source.tree) ||
        source.diagnostics.some(({ code }) => code === "H1001" || code === "H1003");
      if (first !== result && !givenBack) second.add(name);
    }
  }
  // Where indentation alone tells which block lost its brace, or a name begins as a figure does, the first attempt may tell
  // it otherwise.
  expect(second.size).toBeLessThan(4);
});

test("what says something else is told from what says the same", () => {
  const parsed = (text: string) => parse({ file: "规则.heng", text }, METHODS);
  const base = "指标 甲 3分 { 值 = 乙 // 注\n评分 按比例 }";
  for (const other of [
    "指标 甲 3分 { 值 = 丙 // 注\n评分 按比例 }",
    base.replace("注", "又"),
    base.replace("3分", "3次"),
  ]) {
    expect(saysTheSame(parsed(base), parsed(other), METHODS)).toBe(false);
  }
  expect(saysTheSame(parsed("定义 甲 = 目标"), parsed("定义 甲 = 「目标」"), METHODS)).toBe(false);
  expect(saysTheSame(parsed(base), parsed(base.replace("值 =", "value：")), METHODS)).toBe(true);
});

test("a whole megabyte", () => {
  const one = '指标 预算执行率 10分 { 解释 "说明"; 值=支出/预算; 评分 按比例 }\n';
  const { text, changed } = format({ file: "规则.heng", text: one.repeat(4000) });
  expect(changed).toBe(true);
  expect(text.split("\n")).toHaveLength(4001);
});
