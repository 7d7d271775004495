import { fraction } from "@heng/number";
import { expect, test } from "vitest";
import { showFigure } from "../../src/core/show.ts";
import type { Type } from "../../src/core/type.ts";

const POINTS_OF_PERCENT: Type = { kind: "ratio", sense: "percentagePoints" };
const RATIO: Type = { kind: "ratio", sense: "ratio" };

test.each([
  [fraction(1n, 100n), "1个百分点", "1 percentage point"],
  [fraction(2n, 100n), "2个百分点", "2 percentage points"],
  [fraction(-1n, 200n), "-0.5个百分点", "-0.5 percentage points"],
])("percentage points are counted in either language", (value, zh, en) => {
  expect(showFigure(value, POINTS_OF_PERCENT, "zh")).toBe(zh);
  expect(showFigure(value, POINTS_OF_PERCENT, "en")).toBe(en);
});

test("a ratio is shown to 0.01%, shorter only where that is exact", () => {
  expect(showFigure(fraction(289845n, 335945n), RATIO, "zh")).toBe("86.28%");
  expect(showFigure(fraction(7n, 8n), RATIO, "zh")).toBe("87.5%");
  expect(showFigure(fraction(1n), RATIO, "zh")).toBe("100%");
  // 99.996% is not 100%, but rounds to it at 0.01%: the zeros tell the two apart.
  expect(showFigure(fraction(99996n, 100000n), RATIO, "zh")).toBe("100.00%");
});

test("what does not end is cut, never rounded", () => {
  expect(showFigure(fraction(2n, 3n), { kind: "number" }, "zh")).toBe("0.6666…");
  expect(showFigure(fraction(-2n, 3n), { kind: "number" }, "zh")).toBe("-0.6666…");
});
