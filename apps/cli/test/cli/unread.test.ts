/** Data and rules that cannot be read, or not without being told by which rules. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SMALL, emptyFolder, sampleFolder } from "./heng.ts";

describe("H4105: what the system does not read", () => {
  const folder = emptyFolder();
  it.skipIf(process.platform === "win32")("is told with the system's own word for it", () => {
    symlinkSync("圈.heng", join(folder.path, "圈.heng"));
    const { code, out } = folder.heng("check", "./圈.heng");
    expect(code).toBe(3);
    expect(out).toContain("错误 H4105  ./圈.heng\n  读不了“./圈.heng”（ELOOP）\n");
  });
  it("is told of a name longer than names can be", () => {
    folder.write("小样.heng", SMALL);
    const { code, err } = folder.heng("score", "小样.heng", `${"a".repeat(300)}.json`);
    expect(code).toBe(3);
    expect(err).toContain("H4105");
    expect(err).toContain("ENAMETOOLONG");
  });
  it("is not told of a file that is there, or not there", () => {
    expect(folder.heng("check", "小样.heng").code).toBe(0);
    expect(folder.heng("check", "./无.heng").out).toMatch(/H4101(?![\s\S]*H4105)/);
  });
});

describe("H4108: data of another kind", () => {
  const folder = emptyFolder();
  folder.write("小样.heng", SMALL);
  const data = `{"支出":"86万元","预算":"100万元","人数":"80人"}`;
  it.each([
    ["数据.xlsx", "还不能读 Excel 文件“数据.xlsx”"],
    ["数据.docx", "不认识“数据.docx”的格式"],
    ["数据.pdf", "不认识“数据.pdf”的格式"],
  ])("is not guessed at: %s", (name, message) => {
    folder.write(name, data);
    const { code, err } = folder.heng("score", "小样.heng", name);
    expect(code).toBe(3);
    expect(err).toContain(`错误 H4108  ${name}\n  ${message}\n`);
  });
  it.each(["数据.json", "数据.JSON", "数据"])("is read by its name or by itself: %s", (name) => {
    folder.write(name, data);
    const { code, out, err } = folder.heng("score", "小样.heng", name);
    // 86 ÷ 100 × 6分 = 5.16分, and 80人 is the target: 4分.
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("9.16");
  });
});

describe("H4109: data that two rule sets know as well", () => {
  const folder = sampleFolder();
  folder.write("数据.json", `{"全年预算数":"100万元","全年支出数":"90万元"}`);
  it("are not scored by either unasked", () => {
    const { code, err } = folder.heng("score", "2022", "数据.json");
    expect(code).toBe(3);
    expect(err).toContain("错误 H4109  数据.json");
    expect(err.replaceAll(/\n\s*/g, "")).toContain(
      "看不出“数据.json”该用哪个规则集：department（认得 2 项数据）、project（认得 2 项数据）",
    );
  });
  it("are scored by the one that is named, and by the one of the file's name", () => {
    expect(folder.heng("score", "2022/department", "数据.json").err).not.toContain("H4109");
    folder.write("department.json", `{"全年预算数":"100万元","全年支出数":"90万元"}`);
    expect(folder.heng("score", "2022", "department.json").err).not.toContain("H4109");
  });
});
