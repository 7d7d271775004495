import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/index.ts";

describe("positions", () => {
  it("are found in a moment, in a text of many lines with a finding on each", () => {
    const line = "预算单位,很多,1,40\n";
    const long = linesOf(line.repeat(60_000));
    const from = Date.now();
    for (let i = 0; i < 60_000; i += 1) {
      expect(long.offsetOf({ line: i + 1, column: 6 }) % line.length).toBe(5);
      if (i % 100 === 0) expect(long.positionOf(i * line.length + 5)).toEqual({ line: i + 1, column: 6 });
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
    const { positionOf, offsetOf } = linesOf(text);
    expect(positionOf(offset)).toEqual({ line, column });
    expect(offsetOf({ line, column })).toBe(Math.min(offset, text.length));
  });
});
