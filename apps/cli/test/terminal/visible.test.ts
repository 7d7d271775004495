import { describe, expect, it } from "vitest";
import { paint, render } from "../../src/terminal/colour.ts";
import { visible, visibleJson } from "../../src/terminal/visible.ts";

describe("visible", () => {
  it.each([
    ["\u001b[31m红", "␛[31m红"],
    ["a\u0007b", "a␇b"],
    ["a\rb", "a␍b"],
    ["\u007f", "␡"],
    ["\u009b31m", "‹U+009B›31m"],
    ["\u202e倒", "‹U+202E›倒"],
    ["零\u200b宽", "零‹U+200B›宽"],
    ["\ud800", "‹U+D800›"],
    ["两\n行", "两\n行"],
    ["𠮷", "𠮷"],
  ])("%j is shown as %j", (text, shown) => expect(visible(text)).toBe(shown));

  it("escapes the same characters in JSON without changing what it says", () => {
    const value = { text: "\u009b\u202e\u007f中" };
    const json = visibleJson(JSON.stringify(value));
    expect(json).toBe(String.raw`{"text":"\u009b\u202e\u007f中"}`);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe("colours", () => {
  it("are written or left out when a line is written", () => {
    const text = `${paint("red", "错误")} H1204`;
    expect(render(text, false)).toBe("错误 H1204");
    expect(render(text, true)).toBe("\u001b[31m错误\u001b[0m H1204");
  });

  it("cannot be smuggled in as escape sequences", () => {
    expect(render(visible(paint("bold", "\u001b[2J")), true)).toBe("\u001b[1m␛[2J\u001b[0m");
  });
});
