/** Whatever the page from-excel.md says to write in place of a phrase or a formula of a table can be written. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runFixture } from "../src/index.ts";

const PAGE = readFileSync(
  new URL("../../../docs/tutorial/from-excel.md", import.meta.url),
  "utf8",
).replaceAll("\r\n", "\n");

/** The names that the two tables use. */
const DATA = `数据 {
  率       比率 >= 0%
  上年率   比率 >= 0%
  支出     万元 >= 0
  预算     万元 >= 0
  违规次数 次   >= 0
  获奖次数 次   >= 0
  已公开   是否
  受处分   是否
  重大违纪 是否
  受表彰   是否
  地区     选项 { 东部, 西部 }
  档案情况 选项 { 完备, 基本完备, 不完备 }
  财务制度 清单 { 有制度, 合规 }
  改革情况 定性
}
明细 项目 至多 50行 {
  资金   万元 > 0
  完成率 比率 >= 0%
}`;

/** A row uses some of the names only. */
const UNUSED = /: H1103 /;
const PROPERTY = /^(?:值 =|目标|评分|否决|不适用) /;

/** An indicator with the properties that a row of a table gives, and what it lacks to be one. */
function indicator(properties: readonly string[]): string {
  const has = (word: string): boolean => properties.some((p) => p.startsWith(`${word} `));
  const all = [...(has("值") ? [] : ["值 = 率"]), ...properties, ...(has("评分") ? [] : ["评分 人工"])];
  return `指标 例子 10分 {\n  ${all.join("\n  ")}\n}`;
}

describe("from-excel.md", () => {
  for (const title of ["评分标准的话", "公式变成什么"]) {
    const section = PAGE.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
    const rows = Array.from(section.matchAll(/^\| (.*?) \| (.*?) \|/gm)).slice(1);
    it(`has rows under ${title}`, () => expect(rows.length).toBeGreaterThan(10));
    for (const [, phrase = "", mend = ""] of rows) {
      const written = Array.from(mend.matchAll(/`([^`]+)`/g), ([, code = ""]) => code);
      const properties = written.filter((code) => PROPERTY.test(code));
      const extras = written.filter((code) => code.startsWith("加分项 "));
      // A row that gives 值 twice gives two ways to write it.
      const values = properties.filter((code) => code.startsWith("值 "));
      const ways = values.length > 1 ? values.map((value) => [value]) : [properties];
      if (properties.length + extras.length === 0) continue;
      it(phrase, () => {
        for (const way of ways) {
          const rules = [DATA, ...extras, "指标 其余 90分 { 评分 人工 }", indicator(way)].join("\n");
          const failures = runFixture({ title: phrase, rules, table: undefined });
          expect(failures.filter((failure) => !UNUSED.test(failure))).toEqual([]);
        }
      });
    }
  }
});
