import { describe, expect, it } from "vitest";
import { compare, lostPoints, total } from "../../src/terminal/lost.ts";

describe("lost points", () => {
  it.each([
    ["10", "8.63", "1.37"],
    ["100", "97.53", "2.47"],
    ["3", "3.00", undefined],
    ["3", "3.5", undefined],
    ["0.3", "0.1", "0.2"],
    ["10", null, undefined],
    ["10", "0", "10"],
  ])("%s less %s is %s", (full, score, lost) => expect(lostPoints(full, score)).toBe(lost));

  it("adds and compares exactly", () => {
    expect(total(["1.37", "0.73", "0.37"])).toBe("2.47");
    expect(total(["0.1", "0.2"])).toBe("0.3");
    expect(total([])).toBe("0");
    expect(total(["-1.5", "1"])).toBe("-0.5");
    expect(compare("0.30", "0.3")).toBe(0);
    expect(compare("10", "9.99")).toBe(1);
  });
});
