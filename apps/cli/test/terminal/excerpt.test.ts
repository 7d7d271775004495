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
