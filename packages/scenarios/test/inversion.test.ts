/** Which figure would have given the expected score: whatever is stated is true of every figure of it, by the engine. */
import { scenarioFiling, stateOf, work } from "@heng/engine";
import type { Program, Value } from "@heng/lang";
import { add, exactText, fraction, multiply, subtract, type Fraction, type Interval } from "@heng/number";
import { describe, expect, it } from "vitest";
import { runScenarios } from "../src/index.ts";
import { programOf, ruleset } from "./rules.ts";

const BODIES: readonly string[] = [
  "值 = 率; 目标 >= 100%; 评分 按比例",
  "值 = 率; 目标 >= 90%; 评分 按比例 最高 120%",
  "值 = 率; 目标 <= 30%; 评分 按比例 反比",
  "值 = 率; 评分 扣分 { 超过 100% 每 1个百分点 扣 0.3分 }",
  "值 = 率; 评分 扣分 { 超过 100% 每满 5个百分点 扣 1.5分 }",
  "值 = 率; 评分 扣分 { 低于 95% 每不满 3个百分点 扣 0.7分 最多扣 4分 }",
  "值 = 率; 评分 扣分 { 超过 90% 每满 1个百分点 扣 0.5分 }",
  "值 = 率; 评分 插值 { 60% 得 0分; 95% 得 满分 }",
  "值 = 率; 评分 分档 { [100%, 200%] 得 满分; [60%, 100%) 得 6分 至 9分; [0%, 60%) 得 0分 }",
  "值 = 率; 评分 = 四舍五入(率 × 10, 1) × 1分",
  "值 = 率; 评分 = 如果 率 >= 70% 则 率 × 10分 否则 率 × 7分",
];

function scoreOf(program: Program, figure: Fraction): string {
  const values = new Map<string, Value>([["率", { kind: "figure", value: figure }]]);
  const { origin } = program.root;
  const { standings } = work(program, scenarioFiling({ title: "", origin, values, rows: new Map() }));
  const [leaf] = program.root.children;
  const standing = leaf && standings.get(leaf);
  return standing?.score?.state === "value" && stateOf(standing) === "scored"
    ? exactText(standing.score.value)
    : "none";
}

/** Figures of an interval within what may be filed: its ends, or next to them, and some between. */
function figuresIn({ low, high }: Interval): readonly Fraction[] {
  const [from, to] = [low?.value ?? fraction(0n), high?.value ?? fraction(2n)];
  const width = subtract(to, from);
  const inside = Array.from({ length: 21 }, (_, i) =>
    add(from, multiply(width, fraction(BigInt(i) * 5n, 100n))),
  );
  const near = [
    add(from, multiply(width, fraction(1n, 10_000n))),
    subtract(to, multiply(width, fraction(1n, 10_000n))),
  ];
  return [...inside.slice(low?.open === true ? 1 : 0, high?.open === true ? -1 : undefined), ...near];
}

describe("the figures that are stated give the expected score", () => {
  it.each(BODIES)("%s", (body) => {
    const rules = ruleset(`数据 { 率 比率 [0%, 200%] }\n指标 甲 10分 { ${body} }\n`);
    const program = programOf(rules);
    let stated = 0;
    for (const filed of ["0%", "33.3%", "62%", "84.9%", "90.5%", "100%", "103.7%", "117%"])
      for (let cents = 0; cents <= 1000; cents += 35) {
        const score = `${Math.trunc(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`;
        const text = `${rules}案例 "一" { 数据 { 率 ${filed} }; 应得 { 甲 ${score}分 } }\n`;
        const difference = runScenarios(programOf(text))[0]?.checks[0]?.difference;
        const within = difference?.figure?.within;
        if (within === undefined) continue;
        stated += 1;
        // 率 itself, or 甲, whose value it is.
        if (!/^(甲|率)$/.test(difference?.figure?.name.zh ?? "")) continue;
        for (const figure of figuresIn(within))
          expect([filed, difference?.says.zh, scoreOf(program, figure)]).toEqual([
            filed,
            difference?.says.zh,
            exactText(fraction(BigInt(cents), 100n)),
          ]);
      }
    expect(stated).toBeGreaterThan(0);
  });
});

/** What is said of the one expectation. */
function says(body: string, filed: string, score: string): string | undefined {
  const data = "数据 { 率 比率 [0%, 200%]; 人数 人 >= 0 }";
  const text = ruleset(
    `${data}\n指标 甲 10分 { ${body} }\n案例 "一" { 数据 { ${filed} }; 应得 { 甲 ${score} } }\n`,
  );
  return runScenarios(programOf(text))[0]?.checks[0]?.difference?.says.zh;
}

describe("每满", () => {
  const body = "值 = 率; 评分 扣分 { 超过 100% 每满 5个百分点 扣 1.5分 }";

  it("states the steps that give the score", () => {
    // 8.5 = 10 − 1.5: one full step, 5 points beyond at least and less than 10. Filed: 112%, two steps.
    expect(says(body, "率 112%", "8.50分")).toBe("照应得 8.50分，率 应不低于 105%、低于 110%；实际 112%");
  });

  it("says that there is none between two steps", () => {
    // One step takes 1.5 and leaves 8.5, two leave 7.
    expect(says(body, "率 112%", "8分")).toBe(
      "照应得 8.00分，次数 没有合适的：为 1 得 8.50分，为 2 得 7.00分，中间没有；实际 2",
    );
  });
});

describe("what was filed", () => {
  it("is whole where it is counted", () => {
    // 人数 ÷ 80 × 10 in [8.995, 9.005): 71.96 to 72.04, which is 72. 72 gives 9, 73 gives 9.125: 9.13.
    const body = "值 = 人数; 目标 >= 80人; 评分 按比例";
    expect(says(body, "人数 70人", "9分")).toBe("照应得 9.00分，人数 应为 72人；实际 70人");
    expect(says(body, "人数 70人", "9.05分")).toBe(
      "照应得 9.05分，人数 没有合适的：为 72人 得 9.00分，为 73人 得 9.13分，中间没有；实际 70人",
    );
  });

  it("has no score of more decimals than the rules keep", () => {
    expect(says("值 = 率; 目标 >= 100%; 评分 按比例", "率 80%", "8.125分")).toBe(
      "得分保留 2位小数，不会是 8.125分",
    );
  });
});
