import { fraction } from "@heng/number";
import { expect, test } from "vitest";
import { marksOf, showFigure } from "../../src/core/show.ts";
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
});

test("a ratio is never shown as another one that it is not", () => {
  // What ends is shown in full: 99.996% is not 100.00%.
  expect(showFigure(fraction(99996n, 100000n), RATIO, "zh")).toBe("99.996%");
  // 89.9999666…% would round to 90.00%, 90.000% and 90.0000%.
  expect(showFigure(fraction(2699999n, 3000000n), RATIO, "zh")).toBe("89.99997%");
  // 86.27751…% below 86.28% and 86.2776%: 86.28 is the one, 86.278 beyond the other.
  const marks = marksOf([fraction(8628n, 10000n), fraction(862776n, 1000000n)]);
  expect(showFigure(fraction(289845n, 335945n), RATIO, "zh", marks)).toBe("86.2775%");
  // 89.30021…%: 89.30% where what it is compared with is known and elsewhere.
  const even = fraction(893003n, 1000001n);
  expect(showFigure(even, RATIO, "zh")).toBe("89.3002%");
  expect(showFigure(even, RATIO, "zh", marks)).toBe("89.30%");
  expect(showFigure(even, RATIO, "zh", marksOf([fraction(893n, 1000n)]))).toBe("89.3002%");
});

test("what does not end is cut, never rounded", () => {
  expect(showFigure(fraction(2n, 3n), { kind: "number" }, "zh")).toBe("0.6666…");
  expect(showFigure(fraction(-2n, 3n), { kind: "number" }, "zh")).toBe("-0.6666…");
});
