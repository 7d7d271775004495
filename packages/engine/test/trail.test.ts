import { describe, expect, test } from "vitest";
import type { Expr } from "@heng/lang";
import { scenarioFiling, visitWorked, work } from "../src/index.ts";
import * as m from "./make.ts";

const x = m.input("X");
const small = m.compare(x, "<", m.lit(5, m.NUMBER));
const low = m.times(m.POINTS, x, m.lit(1));
const high = m.lit(7);
const cases: Expr = { node: "cases", type: m.POINTS, cases: [{ when: small, then: low }], otherwise: high };
const program = m.program([m.leaf("甲", 10, cases)], { fields: [m.field("X", m.NUMBER, "[0, 10]")] });

/** The nodes visited for a value of X, with the case that was taken. */
function visited(value: number | undefined) {
  const values = new Map(value === undefined ? [] : [["X", { kind: "figure", value: m.q(value) } as const]]);
  const evaluation = work(program, scenarioFiling({ title: "", values, rows: new Map(), origin: m.AT }));
  const nodes = new Map<Expr, number | undefined>();
  visitWorked(cases, evaluation, ({ of, taken }) => nodes.set(of, taken));
  return nodes;
}

describe("what was worked out", () => {
  test("is the case that was taken, with its condition, and not the other", () => {
    const nodes = visited(3);
    expect(nodes.get(cases)).toBe(0);
    expect(nodes.has(small)).toBe(true);
    expect(nodes.has(low)).toBe(true);
    expect(nodes.has(high)).toBe(false);
  });
  test("is what comes after all cases where none holds", () => {
    const nodes = visited(5);
    expect(nodes.get(cases)).toBe(1);
    expect(nodes.has(low)).toBe(false);
    expect(nodes.has(high)).toBe(true);
  });
  test("is only what was asked while that is open", () => {
    const nodes = visited(undefined);
    expect(nodes.get(cases)).toBeUndefined();
    expect(nodes.has(small)).toBe(true);
    expect(nodes.has(low)).toBe(false);
  });
});
