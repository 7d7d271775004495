/** What a group and the whole are limited to, and what stays open in them: docs/reference/semantics.md, §5.2, §5.5 to §5.8, §6.3. */
import type { Expr, Group, Leaf, Treatment } from "@heng/lang";
import { describe, expect, test } from "vitest";
import * as m from "./make.ts";

const X = m.input("X");
/** Unknown while X is missing. */
const OPEN = m.compare(X, ">=", m.lit(1, m.NUMBER));
const BROKEN = m.over(m.POINTS, m.lit(1), m.lit(0, m.NUMBER));
/** A condition that is an error; and one that holds, unless X is 0. */
const FAILS = m.compare(BROKEN, ">", m.lit(0));
const MAY_FAIL = m.compare(m.over(m.POINTS, m.lit(0), X), "=", m.lit(0));
const FIELDS = [m.field("X", m.NUMBER, "[0, 10]")];
const points = (of: Expr): Expr => m.times(m.POINTS, of, m.lit(1));
const cap = (of: Expr, when?: Expr): Group["caps"][number] => ({
  of,
  origin: m.AT,
  ...(when ? { when } : {}),
});
const veto = (gets: Expr, when: Expr): Group["vetoes"][number] => ({ when, gets, origin: m.AT });
const notAbove = (grade: string, when: Expr): Group["vetoes"][number] => ({
  when,
  notAbove: grade,
  origin: m.AT,
});
const out = (as: Treatment, when: Expr = m.truth(true)): Partial<Leaf> => ({
  notApplicable: [{ when, as, origin: m.AT }],
});
const rules = (...args: Parameters<typeof m.program>) =>
  m.program(args[0], { fields: FIELDS, ...args[1] }, args[2]);

/** A group of 10分 that has 9分 before its limits, and what becomes of it. */
function limited(more: Partial<Group>, values = {}) {
  const children = [m.leaf("组/甲", 6, m.lit(6)), m.leaf("组/乙", 4, m.lit(3))];
  const { state, score, range, explanation } = m.indicator(
    m.scored(rules([m.group("组", 10, children, more)]), values),
    "组",
  );
  return { said: `${state} ${score ?? range?.join("~") ?? ""}`.trim(), explanation };
}

describe("§5.6 a group", () => {
  test("never falls below 0, though its cap does", () => {
    const caps = [cap(m.minus(points(X), m.lit(5)))];
    expect(limited({ caps }, { X: 0 }).said).toBe("scored 0.00");
    expect(limited({ caps }, { X: 7 }).said).toBe("scored 2.00");
    // Not known yet: −5 to 5 are 0 to 5.
    expect(limited({ caps }).said).toBe("pending 0.00~5.00");
    const vetoes = [veto(m.minus(points(X), m.lit(5)), m.truth(true))];
    expect(limited({ vetoes }, { X: 0 }).said).toBe("scored 0.00");
  });
  test("is vetoed only where the condition holds", () => {
    expect(limited({ vetoes: [veto(m.lit(0), m.truth(false))] }).said).toBe("scored 9.00");
    expect(limited({ vetoes: [veto(m.lit(0), m.truth(true))] }).said).toBe("scored 0.00");
    expect(limited({ vetoes: [veto(m.lit(2), OPEN)] }).said).toBe("pending 2.00~9.00");
  });
  test("is an error where a condition of a cap or a veto is one, not of 等级 不高于", () => {
    expect(limited({ caps: [cap(m.lit(8), FAILS)] }).said).toBe("error");
    expect(limited({ vetoes: [veto(m.lit(0), FAILS)] }).said).toBe("error");
    expect(limited({ vetoes: [notAbove("良", FAILS)] }).said).toBe("scored 9.00");
  });
  test("stays open where one of its conditions may be an error, whichever comes last", () => {
    const caps = [cap(m.lit(8), MAY_FAIL), cap(m.lit(7), m.truth(true))];
    for (const list of [caps, caps.toReversed()])
      expect(limited({ caps: list }).said).toBe("pending 7.00~7.00");
    expect(limited({ caps }, { X: 1 }).said).toBe("scored 7.00");
    expect(limited({ caps }, { X: 0 }).said).toBe("error");
  });
  test("says nothing of a cap that takes nothing", () => {
    expect(limited({ caps: [cap(m.lit(9))] }).explanation).not.toContain("封顶");
    expect(limited({ caps: [cap(m.lit("8.99"))] }).explanation).toContain("封顶 8.99分");
  });
  test("has a cap of as many decimals as scores, also where its weight was changed", () => {
    // 1分 goes to two groups of 3分: 3.5分 each. A cap of 1分 is 1 ÷ 3 × 3.5 = 1.1666… in each, so 1.17, and 2.34 in all.
    const group = (name: string) =>
      m.group(name, 3, [m.leaf(`${name}/甲`, 3, m.lit(3))], { caps: [cap(m.lit(1))] });
    const result = m.scored(
      rules([m.leaf("外", 1, m.lit(1), out("redistribute")), group("一"), group("二")]),
    );
    expect(m.scores(result)).toMatchObject({ 一: "1.17", 二: "1.17" });
    expect(result.total).toBe("2.34");
    expect(m.indicator(result, "一").explanation).toBe(
      "一 = 3.50分；分值经剔除分摊为 3.5分；封顶 1分 × 3.5 ÷ 3 = 1.17分（1.1666…，四舍五入到 0.01）。",
    );
  });
  test("is vetoed to what is written for the declared 分值, at the weight it has", () => {
    // 5分 left out of 10分: the other 5分 weigh 10分, and 2分 of 5分 are 4分.
    const vetoed = (gets: string) => {
      const inner = m.group("组", 5, [m.leaf("组/甲", 5, m.lit(5))], {
        vetoes: [veto(m.lit(gets), m.truth(true))],
      });
      return m.scored(rules([inner, m.leaf("外", 5, m.lit(5), out("redistribute"))]));
    };
    expect(m.scores(vetoed("2"))).toMatchObject({ 组: "4.00" });
    expect(m.indicator(vetoed("2"), "组").explanation).toContain("得 2分 × 10 ÷ 5 = 4.00分");
    expect(m.indicator(vetoed("0"), "组").explanation).toContain("得 0.00分");
  });
  test("has the lowest of several vetoes and caps that hold, whichever comes last", () => {
    const two = [veto(m.lit(5), m.truth(true)), veto(m.lit(2), m.truth(true))];
    for (const vetoes of [two, two.toReversed()]) expect(limited({ vetoes }).said).toBe("scored 2.00");
    const caps = [cap(m.lit(8)), cap(m.lit(6), m.truth(true))];
    for (const list of [caps, caps.toReversed()]) expect(limited({ caps: list }).said).toBe("scored 6.00");
    // A veto above a cap, and one that does not hold.
    expect(limited({ caps, vetoes: [veto(m.lit(7), m.truth(true))] }).said).toBe("scored 6.00");
    expect(limited({ vetoes: [...two, veto(m.lit(0), m.truth(false))] }).said).toBe("scored 2.00");
    // Open: 5 in any case, 2 or 3 if it holds.
    const open = [veto(m.lit(5), m.truth(true)), veto(m.lit(3), OPEN), veto(m.lit(2), OPEN)];
    for (const vetoes of [open, open.toReversed()])
      expect(limited({ vetoes }).said).toBe("pending 2.00~5.00");
  });
});

describe("§5.5 a mean", () => {
  test("is rounded before it is added to others", () => {
    // 33.5 of 100 is 0.335 of 1分, so 0.34; two of them are 0.68, not 0.67.
    const group = (name: string) =>
      m.group(name, 1, [m.leaf(`${name}/甲`, 100, m.lit("33.5"))], { combine: { kind: "average" } });
    const result = m.scored(rules([group("一"), group("二")]));
    expect(m.scores(result)).toMatchObject({ 一: "0.34", 二: "0.34" });
    expect(result.total).toBe("0.68");
  });
});

describe("§5.4 what goes beyond 分值", () => {
  test("is of the whole: a veto of the group does not take it, one of the whole does", () => {
    // 8.4 of 6分: 6 in the group, 2.4 beside it. The group is vetoed to 0: 0 + 4 + 2.4 = 6.4.
    const more = m.leaf("组/甲", 6, m.lit("8.4"), { upTo: m.q(9) });
    const vetoes = [veto(m.lit(0), m.truth(true))];
    const whole = (of: Partial<Group>, root: Partial<Group>) =>
      m.scored(rules([m.group("组", 6, [more], of), m.leaf("乙", 4, m.lit(4))], {}, root));
    const result = whole({ vetoes }, {});
    expect(m.scores(result)).toMatchObject({ 组: "0.00", "组/甲#bonus": "2.40" });
    expect(result.total).toBe("6.40");
    expect(whole({}, { vetoes }).total).toBe("0.00");
  });
});

describe("§5.8 the whole", () => {
  const base = m.leaf("甲", 100, m.lit(98));
  const extra = (sense: "bonus" | "penalty", standard: Expr, more: Partial<Leaf> = {}): Leaf =>
    m.leaf("另", 5, standard, { sense, ...more });
  test("is capped and vetoed after bonuses and penalties, not before as well", () => {
    // 98 − 5 = 93, below the cap of 95; capped first it would be 90.
    const penalty = { extras: [extra("penalty", m.lit(0))] };
    expect(m.scored(rules([base], penalty, { caps: [cap(m.lit(95))] })).total).toBe("93.00");
    // A veto leaves 60 whatever is added.
    const bonus = { extras: [extra("bonus", m.lit(5))] };
    const vetoes = [veto(m.lit(60), m.truth(true))];
    expect(m.scored(rules([base], bonus, { vetoes })).total).toBe("60.00");
  });
  test("says where it was raised to 0, and only there", () => {
    const total = (score: string) =>
      m.scored(rules([m.leaf("甲", 100, m.lit(score))], { extras: [extra("penalty", m.lit(0))] }));
    expect(total("4").total).toBe("0.00");
    expect(total("4").explanation).toContain("不低于 0分");
    // 5 − 5 is 0 by itself.
    expect(total("5").total).toBe("0.00");
    expect(total("5").explanation).not.toContain("不低于");
  });
  test("waits for an extra that may not apply, though it gives 0 either way", () => {
    const extras = [extra("bonus", m.lit(0), out("redistribute", OPEN))];
    const open = m.scored(rules([base], { extras }));
    expect(m.indicator(open, "另").state).toBe("pending");
    expect(open.complete).toBe(false);
    expect(m.scored(rules([base], { extras }), { X: 0 }).complete).toBe(true);
  });
});

describe("§5.2 a group that is all left out", () => {
  test("is taken out by 折算 if any of it is, whichever comes first", () => {
    const parts = [
      m.leaf("组/甲", 5, m.lit(5), out("rescale")),
      m.leaf("组/乙", 5, m.lit(5), out("redistribute")),
    ];
    for (const children of [parts, parts.toReversed()]) {
      const result = m.scored(rules([m.group("组", 10, children), m.leaf("丙", 10, m.lit(8))]));
      // 剔除 would make 丙 16.00 of 20分; 折算 leaves it and makes 8 ÷ 10 × 20 of the whole.
      expect(m.scores(result)).toMatchObject({ 丙: "8.00" });
      expect(result.total).toBe("16.00");
    }
  });
});

describe("§5.2, §5.9 a group that is all left out, while others are open", () => {
  test("says how, and that it is by 折算 where it may be by either", () => {
    const told = (left: Partial<Leaf>) => {
      const open = m.leaf("乙", 10, m.lit(8), out("redistribute", OPEN));
      const group = m.group("组", 10, [m.leaf("组/甲", 10, m.lit(5), left)]);
      const result = m.scored(rules([group, open, m.leaf("丙", 10, m.lit(8))]));
      const { state, explanation } = m.indicator(result, "组");
      return `${state} ${explanation}`;
    };
    expect(told(out("redistribute"))).toBe("notApplicable 各项均不适用，剔除。");
    expect(told(out("rescale"))).toBe("notApplicable 各项均不适用，不计分值，由上级折算。");
    const either = [out("redistribute", OPEN), out("rescale")].flatMap((o) => o.notApplicable ?? []);
    expect(told({ notApplicable: either })).toBe("notApplicable 各项均不适用，不计分值，由上级折算。");
  });
});

describe("§1.7 what may be an error in one child", () => {
  test("leaves the group open, wherever the child stands", () => {
    const doubtful = m.leaf("组/甲", 5, m.when(OPEN, m.lit(5), BROKEN));
    const sure = m.leaf("组/乙", 5, m.lit(3));
    for (const children of [
      [doubtful, sure],
      [sure, doubtful],
    ]) {
      const result = m.scored(rules([m.group("组", 10, children)]));
      expect(m.indicator(result, "组")).toMatchObject({ state: "pending", range: ["8.00", "8.00"] });
      expect(result.total).toBeNull();
    }
  });
});

describe("§6.3 等级 不高于 of an indicator that may not apply", () => {
  const graded = (more: Partial<Leaf>, values = {}) =>
    m.scored(
      rules([m.leaf("甲", 100, m.lit(95), { vetoes: [notAbove("良", m.truth(true))], ...more })], {
        grades: m.GRADES,
      }),
      values,
    ).grades;
  test("may hold, or not", () => {
    // Applies: 95, but 良 at most. Does not: 满分, and nothing is asked.
    expect(graded(out("fullMarks", OPEN))).toEqual(["优", "良"]);
    expect(graded(out("fullMarks", OPEN), { X: 1 })).toEqual(["优"]);
    expect(graded(out("fullMarks", OPEN), { X: 0 })).toEqual(["良"]);
  });
});

describe("§6.3 等级 不高于 of a group", () => {
  test("is not asked where all of the group is left out", () => {
    const grades = (when: Expr, left: Partial<Leaf>) => {
      const group = m.group("组", 10, [m.leaf("组/甲", 10, m.lit(10), left)], {
        vetoes: [notAbove("良", when)],
      });
      return m.scored(rules([group, m.leaf("乙", 90, m.lit(90))], { grades: m.GRADES })).grades;
    };
    expect(grades(m.truth(true), {})).toEqual(["良"]);
    expect(grades(m.truth(true), out("redistribute"))).toEqual(["优"]);
    expect(grades(m.truth(true), out("rescale"))).toEqual(["优"]);
    expect(grades(FAILS, out("rescale"))).toEqual(["优"]);
  });
});

describe("§5.9 what may count or not", () => {
  test("leaves a group open that would be the same either way, if what counts may be an error", () => {
    const doubtful = m.leaf("组/甲", 5, m.when(OPEN, m.lit(5), BROKEN), out("redistribute", OPEN));
    const result = m.scored(rules([m.group("组", 10, [doubtful, m.leaf("组/乙", 5, m.lit(5))])]));
    expect(m.indicator(result, "组")).toMatchObject({ state: "pending", range: ["10.00", "10.00"] });
    expect(result.total).toBeNull();
  });
  test("may give what goes beyond 分值, or not", () => {
    const more = m.leaf("甲", 10, m.lit(12), { upTo: m.q(12), ...out("redistribute", OPEN) });
    const result = m.scored(rules([more, m.leaf("乙", 10, m.lit(8))]));
    // Counting: 10 + 8 + 2. Not counting: 16 of 20. Of 甲 itself is told what it gives if it counts.
    expect(result.range).toEqual(["16.00", "20.00"]);
    expect(m.scores(result)).toEqual({ 甲: "10.00~10.00", 乙: "8.00~16.00", "甲#bonus": "2.00~2.00" });
    // Where 乙 does not count, 甲 weighs 20分 instead of 10分, and gives 24 instead of 12.
    const other = m.leaf("乙", 10, m.lit(8), out("redistribute", OPEN));
    const sure = m.leaf("甲", 10, m.lit(12), { upTo: m.q(12) });
    const both = m.scored(rules([sure, other]));
    expect(m.scores(both)).toEqual({ 甲: "10.00~20.00", 乙: "8.00~8.00", "甲#bonus": "2.00~4.00" });
    expect(both.range).toEqual(["20.00", "24.00"]);
  });
  test("bounds what it may change only, and takes in both ends, where there are too many combinations", () => {
    const open = Array.from({ length: 9 }, (_, i) =>
      m.leaf(`组/${i}`, 5, m.lit(4), out("redistribute", OPEN)),
    );
    const grades = [
      { name: "合格", atLeast: m.q(0), strict: true },
      { name: "差", atLeast: undefined, strict: false },
    ];
    const result = m.scored(
      rules(
        [m.group("组", 50, [...open, m.leaf("组/定", 5, m.lit(4))]), m.leaf("乙", 50, m.lit(21))],
        { grades },
        {
          combine: { kind: "average" },
        },
      ),
    );
    // In a mean weights stay, so 乙 is what it is: 21 of 50. The whole lies between 0 and 100.
    expect(m.indicator(result, "乙")).toMatchObject({ state: "scored", score: "21.00" });
    expect(m.indicator(result, "组")).toMatchObject({ state: "pending", range: ["0.00", "50.00"] });
    expect(result).toMatchObject({ range: ["0.00", "100.00"], grades: ["合格", "差"] });
  });
  test("is an error by what certainly counts, and only by that, where there are too many combinations", () => {
    const whole = (more: readonly Leaf[], limits: Partial<Group> = {}) => {
      const open = Array.from({ length: 9 }, (_, i) =>
        m.leaf(`组/内/${i}`, 5, m.lit(4), out("redistribute", OPEN)),
      );
      const inner = m.group("组/内", 45 + 5 * more.length, [...open, ...more], limits);
      const group = m.group("组", 50 + 5 * more.length, [inner, m.leaf("组/丁", 5, m.lit(4))]);
      const result = m.scored(rules([group, m.leaf("乙", 50 - 5 * more.length, m.lit(21))]));
      const state = (id: string) => m.indicator(result, id).state;
      return [state("组/内"), state("组"), result.range === null ? "no total" : result.range.join("~")];
    };
    expect(whole([])).toEqual(["pending", "pending", "0.00~100.00"]);
    // Certainly there, and an error.
    expect(whole([m.leaf("组/内/坏", 5, BROKEN)])).toEqual(["error", "error", "no total"]);
    // An error if it counts, which it may not.
    const doubtful = m.leaf("组/内/坏", 5, BROKEN, out("redistribute", OPEN));
    expect(whole([doubtful])).toEqual(["pending", "pending", "0.00~100.00"]);
    // All of the inner group may be left out, and nobody asks for its cap then; with one that stays it is asked.
    const caps = [cap(m.lit(8), FAILS)];
    expect(whole([], { caps })).toEqual(["pending", "pending", "0.00~100.00"]);
    expect(whole([m.leaf("组/内/定", 5, m.lit(4))], { caps })).toEqual(["error", "error", "no total"]);
  });
});
