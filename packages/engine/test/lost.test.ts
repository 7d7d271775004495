/** What results say was lost and gained: `lost`, `gained`, `balance`, and of each indicator `lost` and `addsUp`. */
import type { Group, Leaf } from "@heng/lang";
import { describe, expect, test } from "vitest";
import type { Result } from "../src/index.ts";
import * as m from "./make.ts";

const OUT: Partial<Leaf> = { notApplicable: [{ when: m.truth(true), as: "redistribute", origin: m.AT }] };
const extra = (name: string, sense: "bonus" | "penalty", points: string, got: string): Leaf =>
  m.leaf(name, points, m.lit(got), { sense });
const capped = (at: string): Partial<Group> => ({ caps: [{ of: m.lit(at), origin: m.AT }] });
const named = (list: Result["lost"]): readonly string[] =>
  list.map(({ path, points }) => `${path.join("/")} ${points}`);

describe("an indicator lost", () => {
  const lost = (points: string, got: string, places = 2) =>
    m.scored(m.program([m.leaf("甲", points, m.lit(got))], { places })).indicators[0]?.lost;

  test.each([
    // 8.6277 is 8.63.
    ["10", "8.6277", "1.37"],
    ["3", "3", null],
    ["10", "0", "10.00"],
    ["0.3", "0.1", "0.20"],
  ])("of %s with %s: %s", (points, got, expected) => expect(lost(points, got)).toBe(expected));

  test("as many decimals as scores have, or as its points need", () => {
    expect(lost("10", "8.6", 0)).toBe("1");
    // 7.5 scored as 7.
    expect(lost("7.5", "7.4", 0)).toBe("0.5");
  });

  test("of the weight that 剔除 gave it", () => {
    // 10分 and 10分 of what is left out: 20分, half of it scored.
    const result = m.scored(m.program([m.leaf("甲", 10, m.lit(5)), m.leaf("乙", 10, m.lit(1), OUT)]));
    expect(m.indicator(result, "甲").lost).toBe("10.00");
    expect(m.indicator(result, "乙").lost).toBeNull();
  });

  test("nothing that is known while it is open or an error", () => {
    const broken = m.over(m.POINTS, m.lit(1), m.lit(0, m.NUMBER));
    const open = m.times(m.POINTS, m.input("X"), m.lit(1));
    const result = m.scored(
      m.program([m.leaf("甲", 10, broken), m.leaf("乙", 10, open), m.leaf("丙", 10, m.lit(7))], {
        fields: [m.field("X", m.NUMBER, "[0, 10]")],
      }),
    );
    expect(result.indicators.map(({ lost: of }) => of)).toEqual([null, null, "3.00"]);
    expect(named(result.lost)).toEqual(["丙 3.00"]);
    expect(result.balance).toEqual({ lost: "3.00", gained: "0.00", short: null, addsUp: null });
  });
});

describe("a group lost", () => {
  // 10 + 4 = 14 of 15.
  const one = m.leaf("组/一", 10, m.lit(10));
  const two = m.leaf("组/二", 5, m.lit(4));
  const children = [one, two];

  test("what was lost below it", () => {
    const result = m.scored(m.program([m.group("组", 15, children)]));
    expect(m.indicator(result, "组")).toMatchObject({ score: "14.00", lost: "1.00", addsUp: true });
    expect(named(result.lost)).toEqual(["组/二 1.00"]);
    expect(result.balance).toEqual({ lost: "1.00", gained: "0.00", short: "1.00", addsUp: true });
  });

  test("what its cap took; that is no indicator's", () => {
    const result = m.scored(m.program([m.group("组", 15, children, capped("9"))]));
    expect(m.indicator(result, "组")).toMatchObject({ score: "9.00", lost: "6.00", addsUp: false });
    expect(named(result.lost)).toEqual(["组/二 1.00"]);
    expect(result.balance).toEqual({ lost: "1.00", gained: "0.00", short: "6.00", addsUp: false });
  });

  test("what its cap took of full marks, also of a mean", () => {
    const full = [m.leaf("组/一", 10, m.lit(10)), m.leaf("组/二", 5, m.lit(5))];
    const result = m.scored(
      m.program([
        m.group("组", 12, full, {
          combine: { kind: "weighted", shares: [m.q("1/2"), m.q("1/2")] },
          ...capped("9"),
        }),
      ]),
    );
    expect(m.indicator(result, "组")).toMatchObject({ score: "9.00", lost: "3.00" });
    expect(result.lost).toEqual([]);
    expect(result.balance).toMatchObject({ lost: "0.00", short: "3.00", addsUp: false });
  });

  test("does not add up where a child does not count", () => {
    const result = m.scored(m.program([m.group("组", 15, [one, { ...two, ...OUT }])]));
    expect(m.indicator(result, "组")).toMatchObject({ score: "15.00", lost: null, addsUp: false });
  });
});

describe("the whole", () => {
  test("lists what lost most first, equal ones as in the rules", () => {
    const result = m.scored(
      m.program([
        m.leaf("甲", 10, m.lit("9.5")),
        m.group("组", 20, [m.leaf("组/乙", 10, m.lit(8)), m.leaf("组/丙", 10, m.lit("9.5"))]),
        m.leaf("丁", 70, m.lit(70)),
      ]),
    );
    expect(named(result.lost)).toEqual(["组/乙 2.00", "甲 0.50", "组/丙 0.50"]);
    expect(result.balance).toEqual({ lost: "3.00", gained: "0.00", short: "3.00", addsUp: true });
  });

  test("counts what a 扣分项 takes as lost, and what 加分项 and 最高 give as gained", () => {
    const result = m.scored(
      m.program([m.leaf("甲", 10, m.lit(12), { upTo: m.q(15) }), m.leaf("乙", 10, m.lit(9))], {
        // A 扣分项 of 5分 whose standard gives 3分 takes 2分.
        extras: [extra("创新", "bonus", "5", "4"), extra("违规", "penalty", "5", "3")],
      }),
    );
    // 10 + 9 + 2 + 4 − 2 = 23 of 20.
    expect(result.total).toBe("23.00");
    expect(named(result.lost)).toEqual(["违规 2.00", "乙 1.00"]);
    expect(result.gained.map(({ id, points }) => `${id} ${points}`)).toEqual(["创新 4.00", "甲#bonus 2.00"]);
    expect(result.balance).toEqual({ lost: "3.00", gained: "6.00", short: null, addsUp: true });
    expect(m.indicator(result, "创新").lost).toBeNull();
    expect(m.indicator(result, "违规").lost).toBe("2.00");
  });

  test("does not add up where 折算 came in between", () => {
    // 5 of 10分 that count, as 10 of 20.
    const away: Partial<Leaf> = { notApplicable: [{ when: m.truth(true), as: "rescale", origin: m.AT }] };
    const result = m.scored(m.program([m.leaf("甲", 10, m.lit(5)), m.leaf("乙", 10, m.lit(1), away)]));
    expect(result.total).toBe("10.00");
    expect(result.balance).toEqual({ lost: "5.00", gained: "0.00", short: "10.00", addsUp: false });
  });
});
