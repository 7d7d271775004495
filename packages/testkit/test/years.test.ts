/**
 * Amended years side by side with what they resolve to: each heading of `years/*.md` has a block for each year and one,
 * `heng 全文`, for the whole. A table below it scores filings under the last year.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, resolve } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { compileProved, runFixture, tableIn, yearsOf } from "../src/index.ts";

interface Case {
  readonly title: string;
  readonly rules: string;
  readonly whole: string;
  readonly rest: string;
}

function casesOf(markdown: string): readonly Case[] {
  return markdown.split(/^## /m).flatMap((part) => {
    const blocks = Array.from(part.matchAll(/^```heng( 全文)?\n([\s\S]*?)\n```$/gm));
    const rules = blocks.flatMap(([, label, text]) => (label === undefined ? [text ?? ""] : []));
    const whole = blocks.find(([, label]) => label !== undefined)?.[2];
    if (whole === undefined) return [];
    return [{ title: part.split("\n")[0] ?? "", rules: rules.join("\n"), whole, rest: part }];
  });
}

for (const file of globSync("years/*.md", { cwd: import.meta.dirname }).toSorted())
  describe(file, () => {
    for (const { title, rules, whole, rest } of casesOf(
      readFileSync(join(import.meta.dirname, file), "utf8").replaceAll("\r\n", "\n"),
    ))
      it(title, () => {
        const years = yearsOf(rules);
        const [first, last] = [years[0], years.at(-1)];
        if (!first || !last) throw new Error("no years");
        const inherit = (year: string) => years.find((one) => one !== last && one.year === year);
        const { whole: resolved, diagnostics } = resolve(last, { inherit });
        const { text } = resolved ?? {};
        expect(diagnostics.map(({ message }) => message.zh)).toEqual([]);
        const own = text?.split("\n").slice(first.added).join("\n").trimEnd();
        expect(own).toBe(whole);
        // The whole says what the years say together.
        const amended = compile(last, { inherit });
        const alone = compile({ file: "全文.heng", text: text ?? "" });
        expect(amended.diagnostics.map(({ message }) => message.zh)).toEqual([]);
        expect(alone.diagnostics.map(({ message }) => message.zh)).toEqual([]);
        expect(runFixture({ title, rules, table: tableIn(rest) }, compileProved)).toEqual([]);
      });
  });

describe("proofs of an amended year", () => {
  const BASE = `规则集 示例 2022年度
满分 10分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 支出 万元 >= 0; 预算 万元 > 0 }
定义 比 = 支出 / 预算
指标 执行率 10分 { 评分 达标 比 >= 100% }
`;

  it("point into the amendment that they are about", () => {
    const rules = `${BASE}
规则集 示例 2023年度 沿用 2022年度
封顶 11分 当 支出 = 0万元
// ^^^^^^ H2112`;
    expect(runFixture({ title: "", rules, table: undefined }, compileProved)).toEqual([]);
  });

  it("point into the year before, where it is the amendment that leaves it without use; nothing is mended there", () => {
    const cap = "封顶 9分 当 预算 > 5万元";
    const base = BASE.replace("定义 比", `${cap}\n定义 比`);
    expect(compileProved(base).diagnostics).toEqual([]);
    const { diagnostics } = compileProved(
      `${base}\n规则集 示例 2023年度 沿用 2022年度\n满分 9分\n修改 指标 执行率 { 分值 9分 }\n`,
    );
    expect(diagnostics.map(({ code, range }) => [code, range?.file, range?.start])).toEqual([
      ["H2112", "2022.heng", base.indexOf(cap)],
    ]);
    expect(diagnostics.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});
