import { describe, expect, it } from "vitest";
import { linesOf } from "@heng/lang";
import { render } from "../../src/terminal/colour.ts";
import { excerpt } from "../../src/terminal/excerpt.ts";
import { widest, width } from "../../src/terminal/width.ts";

function at(text: string, part: string, label?: string, columns = 80): string {
  const start = text.indexOf(part);
  const { source, carets } = excerpt(
    linesOf(text),
    { start, end: start + part.length },
    { width: columns, label },
  );
  return render(`${source}\n${carets}`, false);
}

describe("excerpt", () => {
  it("puts the carets under Chinese characters", () => {
    expect(at("\n  指标 部门管理 33分 {", "部门管理", "33分")).toBe(
      ["  2 │   指标 部门管理 33分 {", "    │        ^^^^^^^^ 33分"].join("\n"),
    );
  });

  it("underlines the place where there are colours", () => {
    const { source } = excerpt(linesOf("甲 { “乙”"), { start: 5, end: 6 }, { width: 80 });
    expect(render(source, true)).toBe("  1 │ 甲 { “\u001b[4m乙\u001b[0m”");
  });

  it("counts tabs as they are shown", () => {
    expect(at("\t指标\t甲 1分", "甲")).toBe(["  1 │     指标    甲 1分", "    │             ^^"].join("\n"));
  });

  it("marks a tab in the place as wide as it is shown", () => {
    expect(at("甲\t乙 丙", "\t乙")).toBe(["  1 │ 甲  乙 丙", "    │   ^^^^"].join("\n"));
  });

  it("gives a mark above a letter no column, and a wide emoji two", () => {
    expect(at("e\u0301te\u0301 甲", "甲")).toBe(["  1 │ e\u0301te\u0301 甲", "    │     ^^"].join("\n"));
    expect(at("标题 😀甲", "甲")).toBe(["  1 │ 标题 😀甲", "    │        ^^"].join("\n"));
    expect(at("标题 甲😀 乙", "😀")).toBe(["  1 │ 标题 甲😀 乙", "    │        ^^"].join("\n"));
    expect(at("𠮷野 人", "人")).toBe(["  1 │ 𠮷野 人", "    │      ^^"].join("\n"));
  });

  it("leaves the marks of a line's end out of the line", () => {
    expect(at("指标 甲\r\n值 乙\r\n", "乙")).toBe(["  2 │ 值 乙", "    │    ^^"].join("\n"));
    expect(at("指标 甲\r值 乙\r", "值 乙\r")).toBe(["  2 │ 值 乙", "    │ ^^^^^"].join("\n"));
  });

  it("shows hidden characters, and marks them as wide as they are shown", () => {
    expect(at("甲\u202e乙", "\u202e")).toBe(["  1 │ 甲‹U+202E›乙", "    │   ^^^^^^^^"].join("\n"));
  });

  it("marks one column at the end of a line, and of the text", () => {
    expect(excerpt(linesOf("甲 {\n"), { start: 3, end: 3 }, { width: 80 }).carets).toBe("    │     ^");
    expect(excerpt(linesOf(""), { start: 0, end: 0 }, { width: 80 })).toEqual({
      source: "  1 │",
      carets: "    │ ^",
    });
  });

  it("marks only the first line of several", () => {
    expect(excerpt(linesOf("甲 {\n乙\n}"), { start: 0, end: 7 }, { width: 80 }).carets).toBe("    │ ^^^^");
  });

  it("marks the end of the last line where the text has no line behind it", () => {
    expect(excerpt(linesOf("甲\n乙 {"), { start: 5, end: 5 }, { width: 80 })).toMatchObject({
      carets: "    │     ^",
    });
    expect(excerpt(linesOf("甲\n乙 {\n"), { start: 6, end: 6 }, { width: 80 })).toEqual({
      source: "  3 │",
      carets: "    │ ^",
    });
  });

  it("cuts a place that is longer than the line itself, and one over several lines at its first", () => {
    const long = "长".repeat(200);
    const [source = "", carets = ""] = at(`前 ${long} 后`, long).split("\n");
    expect(widest(source)).toBeLessThanOrEqual(80);
    expect(source).toMatch(/^ {2}1 │ 前 长+\.{3}$/);
    // As many carets as there are columns of the place to be seen.
    expect(carets).toBe(`    │    ${"^".repeat(2 * (source.match(/长/g) ?? []).length)}`);
    expect(at(`${"前".repeat(60)}这里\n那里`, "这里\n那里")).toMatch(/这里\n.* \^\^\^\^$/);
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
