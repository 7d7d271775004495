/** The manual pages: each wrong example gives exactly its code, each mended one reads. */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { compiled, csv, json } from "./program.ts";

const PROGRAM = compiled({
  file: "pages.heng",
  text: `规则集 手册 2022年度
满分 12分
得分保留 2位小数
等级 {
  优 >= 9分
  差 其他
}
数据 {
  全年预算数 万元
  全年支出数 万元
  因公出国费 万元
  编制人数 人
  考察调研次数 次
  培训人次 人次
  满意度 比率
  验收日期 日期
  电费及时缴纳 是否
  财务制度 清单 { 有制度, 合规 }
  改革完成情况 定性
  档案情况 选项 { 完备, 基本完备, 不完备 }
  备注 文本
}
明细 项目 至多 9行 { 资金 万元 }
指标 能力建设 6分 { 指标 档案管理 3分 { 评分 人工 }; 指标 重点工作完成情况 3分 { 评分 人工 } }
指标 效果 6分 { 指标 档案管理 6分 { 评分 人工 } }
`,
});

/** What is no data file: bytes that are no text, sizes, a command. */
const UNREADABLE = new Set(["H4001", "H4003", "H4018"]);

const folders = globSync("src/**/H[0-9][0-9][0-9][0-9]-*", {
  cwd: new URL("..", import.meta.url),
}).toSorted();

describe.each(folders.map((folder) => [basename(folder).slice(0, 5), folder] as const))(
  "%s",
  (code, folder) => {
    const page = readFileSync(new URL(`../${folder}/page.md`, import.meta.url), "utf8");
    const codes = (block: RegExpMatchArray): readonly string[] => {
      const [, language, text = ""] = block;
      const { diagnostics } = language === "csv" ? csv(text, PROGRAM) : json(text, PROGRAM);
      return [...new Set(diagnostics.map((d) => d.code))];
    };
    const blocks = (part: string): readonly RegExpMatchArray[] => [
      ...part.matchAll(/```(\w+)\n([\s\S]*?)\n```/g),
    ];
    const [, mistake = "", why = "", mend = ""] = page.split(/^## .*$/m);

    test("has its headings", () => {
      expect(page).toMatch(new RegExp(`^# ${code} \\S`));
      expect(page.match(/^## .*$/gm)).toEqual(["## 错误示例", "## 为什么", "## 改法"]);
      expect(why.trim()).not.toBe("");
      expect(mend.trim()).not.toBe("");
    });
    if (UNREADABLE.has(code)) return;
    test("the wrong example gives it", () => {
      const examples = blocks(mistake);
      expect(examples).not.toEqual([]);
      for (const block of examples) expect(codes(block)).toEqual([code]);
    });
    test("the mended one reads", () => {
      for (const block of blocks(mend)) expect(codes(block)).toEqual([]);
    });
  },
);
