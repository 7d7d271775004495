import { describe, expect, it } from "vitest";
import { padEnd, padStart, widest, width } from "../../src/terminal/width.ts";

describe("width", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["预算执行率", 10],
    ["86.28%", 6],
    ["（含）", 6],
    ["“三公经费”控制率", 16],
    ["𠮷", 2],
    ["e\u0301", 1],
    ["👍", 2],
    ["ｱ", 1],
    ["Ａ", 2],
    ["\u200b", 0],
  ])("%j takes %i columns", (text, columns) => expect(width(text)).toBe(columns));

  it("counts characters of ambiguous width as two only for limits", () => {
    expect(width("“”…×÷①")).toBe(6);
    expect(widest("“”…×÷①")).toBe(12);
    expect(widest("ab预算")).toBe(6);
  });

  it("pads by columns", () => {
    expect(padEnd("预算", 6)).toBe("预算  ");
    expect(padStart("8.63", 6)).toBe("  8.63");
    expect(padEnd("预算执行率", 4)).toBe("预算执行率");
  });
});
