import { describe, expect, it } from "vitest";
import { render } from "../../src/terminal/colour.ts";
import { excerpt, offsetOf, positionOf } from "../../src/terminal/excerpt.ts";
import { widest, width } from "../../src/terminal/width.ts";

function at(text: string, part: string, label?: string, columns = 80): string {
  const start = text.indexOf(part);
  const { source, carets } = excerpt(text, { start, end: start + part.length }, { width: columns, label });
  return render(`${source}\n${carets}`, false);
}

describe("excerpt", () => {
  it("puts the carets under Chinese characters", () => {
    expect(at("\n  指标 部门管理 33分 {", "部门管理", "33分")).toBe(
      ["  2 │   指标 部门管理 33分 {", "    │        ^^^^^^^^ 33分"].join("\n"),
    );
  });

  it("underlines the place where there are colours", () => {
    const { source } = excerpt("甲 { “乙”", { start: 5, end: 6 }, { width: 80 });
    expect(render(source, true)).toBe("  1 │ 甲 { “\u001b[4m乙\u001b[0m”");
  });

  it("counts tabs as they are shown", () => {
    expect(at("\t指标\t甲 1分", "甲")).toBe(["  1 │     指标    甲 1分", "    │             ^^"].join("\n"));
  });

  it("shows hidden characters, and marks them as wide as they are shown", () => {
    expect(at("甲\u202e乙", "\u202e")).toBe(["  1 │ 甲‹U+202E›乙", "    │   ^^^^^^^^"].join("\n"));
  });

  it("marks one column at the end of a line, and of the text", () => {
    expect(excerpt("甲 {\n", { start: 3, end: 3 }, { width: 80 }).carets).toBe("    │     ^");
    expect(excerpt("", { start: 0, end: 0 }, { width: 80 })).toEqual({ source: "  1 │", carets: "    │ ^" });
  });

  it("marks only the first line of several", () => {
    expect(excerpt("甲 {\n乙\n}", { start: 0, end: 7 }, { width: 80 }).carets).toBe("    │ ^^^^");
  });

  it.each([40, 60, 80])("cuts a long line around the place to %i columns", (columns) => {
    const text = `${"前".repeat(500)}这里${"后".repeat(500)}`;
    const [source = "", carets = ""] = at(text, "这里", undefined, columns).split("\n");
    expect(widest(source)).toBeLessThanOrEqual(columns);
    expect(source).toMatch(/^ {2}1 │ \.{3}前+这里后+\.{3}$/);
    const before = source.slice(0, source.indexOf("这里"));
    expect(carets.indexOf("^")).toBe(width(before));
    expect(carets.trimEnd()).toMatch(/ \^\^\^\^$/);
  });
});

describe("positions", () => {
  it("are found in a moment, in a text of many lines with a finding on each", () => {
    const line = "预算单位,很多,1,40\n";
    const long = line.repeat(60_000);
    const from = Date.now();
    for (let i = 0; i < 60_000; i += 1) {
      expect(offsetOf(long, { line: i + 1, column: 6 }) % line.length).toBe(5);
      if (i % 100 === 0) expect(positionOf(long, i * line.length + 5)).toEqual({ line: i + 1, column: 6 });
    }
    // Counting the lines for each takes minutes.
    expect(Date.now() - from).toBeLessThan(10_000);
  });

  const text = "一\r\n二\n三\r四𠮷五";

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [3, 2, 1],
    [5, 3, 1],
    [7, 4, 1],
    [8, 4, 2],
    [10, 4, 4],
    [99, 4, 5],
  ])("offset %i is %i:%i", (offset, line, column) => {
    expect(positionOf(text, offset)).toEqual({ line, column });
    expect(offsetOf(text, { line, column })).toBe(Math.min(offset, text.length));
  });
});
