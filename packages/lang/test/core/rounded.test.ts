import { expect, test } from "vitest";
import { exactText, fraction, type Fraction } from "@heng/number";
import { roundingTurns } from "../../src/core/rounded.ts";
import { NUMBER, type Type } from "../../src/core/type.ts";
import type { Expr } from "../../src/core/program.ts";

type Round = Extract<Expr, { readonly node: "round" }>;

const round = (mode: Round["mode"], places: number, type: Type = NUMBER): Round => ({
  node: "round",
  type,
  mode,
  places,
  of: { node: "figure", type, value: fraction(0n) },
});
const turns = (of: Round, at: Fraction): readonly string[] => {
  const { reached, passed } = roundingTurns(of, at);
  return [exactText(reached), exactText(passed)];
};

test("what is rounded down comes to a whole at it, and goes on at the next", () => {
  expect(turns(round("floor", 0), fraction(3n))).toEqual(["3", "4"]);
  // Above 3.5 is 4 and more.
  expect(turns(round("floor", 0), fraction(7n, 2n))).toEqual(["4", "4"]);
  expect(turns(round("floor", 0), fraction(-7n, 2n))).toEqual(["-3", "-3"]);
});

test("what is rounded up comes to a whole behind the one before, and goes on behind it", () => {
  expect(turns(round("ceiling", 0), fraction(3n))).toEqual(["2", "3"]);
  // Below 3.5 is 3 and less.
  expect(turns(round("ceiling", 0), fraction(7n, 2n))).toEqual(["3", "3"]);
});

test("what is rounded half up comes to a figure half a step before it", () => {
  expect(turns(round("halfUp", 0), fraction(3n))).toEqual(["2.5", "3.5"]);
  expect(turns(round("halfUp", 1), fraction(3n, 10n))).toEqual(["0.25", "0.35"]);
  expect(turns(round("halfUp", 1), fraction(31n, 100n))).toEqual(["0.35", "0.35"]);
});

test("figures are rounded in the unit that they are shown in", () => {
  // Whole 万元 of an amount that is kept in 元.
  const wan: Type = { kind: "quantity", dimension: [["元", 1]], unit: "万元", factor: fraction(10_000n) };
  expect(turns(round("floor", 0, wan), fraction(30_000n))).toEqual(["30000", "40000"]);
  expect(turns(round("floor", 0, wan), fraction(35_000n))).toEqual(["40000", "40000"]);
});
