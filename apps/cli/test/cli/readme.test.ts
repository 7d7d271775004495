/** What the README shows is what the program says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleFolder } from "./heng.ts";

const README = readFileSync(new URL("../../../../README.md", import.meta.url), "utf8").replaceAll(
  "\r\n",
  "\n",
);
const RULES = "rules/2022/department.heng";
const SCORE = ["score", "2022/department", "rules/2022/filings/department.json"];

/** The output with one place of the sample's rules changed. */
function shown(words: readonly string[], from = "", to = ""): string {
  const folder = sampleFolder();
  const rules = readFileSync(join(folder.path, RULES), "utf8");
  expect(rules).toContain(from);
  folder.write(RULES, rules.replace(from, to));
  return folder.heng(...words).out.trimEnd();
}

describe("the README", () => {
  it("shows the score of the sample", () => {
    expect(README).toContain(`\n${shown([...SCORE, "--only-lost"])}\n`);
  });

  it("shows what a lower target gives", () => {
    const out = shown([...SCORE, "--explain", "预算执行率"], "目标 >= 100%", "目标 >= 90%");
    expect(README).toContain(`\n${out.slice(out.indexOf("指标 "))}\n`);
  });

  it("shows what a wrong name gives", () => {
    expect(README).toContain(
      `\n${shown(["check", "2022/department"], "值 = 全年支出数", "值 = 全年支出")}\n`,
    );
  });

  it("shows what a wrong weight gives", () => {
    const out = shown(["check", "2022/department"], "\n指标 部门管理 33分", "\n指标 部门管理 34分");
    expect(README).toContain(`\n${out}\n`);
  });
});
