import { format } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { coverageOf, runScenarios, Suggester } from "../src/index.ts";
import { programOf, ruleset, sample } from "./rules.ts";

function suggested(text: string) {
  const program = programOf(text);
  return new Suggester(program, runScenarios(program)).all();
}

/** The rule set with all that is suggested for it. */
function completed(text: string): string {
  return `${text}\n${suggested(text)
    .map((suggestion) => suggestion.text)
    .join("\n")}`;
}

function untried(text: string): readonly string[] {
  const program = programOf(text);
  return coverageOf(program, runScenarios(program))
    .filter(({ triedBy }) => triedBy.length === 0)
    .map(({ indicator, says }) => `${indicator} ${says.zh}`);
}

/** `title: data → expected` */
const lines = (text: string): readonly string[] =>
  suggested(text).map(({ title, text: of }) => {
    const data = of
      .slice(of.indexOf("数据 {") + 4, of.indexOf("应得 {"))
      .replaceAll(/[{}]/g, "")
      .trim();
    const expected = of
      .slice(of.indexOf("应得 {") + 4)
      .replaceAll(/[{}]/g, "")
      .trim();
    return `${title}: ${data.replaceAll(/\s+/g, " ")} → ${expected.replaceAll(/\s+/g, " ")}`;
  });

describe("boundary scenarios", () => {
  it("stand just below, at and just above each bound, in round figures", () => {
    const rules = ruleset(`数据 { 新 万元 >= 0; 旧 万元 > 0 }
指标 甲 10分 {
  值 = 变动率(新, 旧)
  评分 分档 { <= 0% 得 满分; <= 10% 得 6分; 其他 得 0分 }
}
`);
    expect(lines(rules).slice(0, 6)).toEqual([
      "甲略低于 0%: 新 99.99万元 旧 100万元 → 甲 10分",
      "甲恰为 0%: 新 100万元 旧 100万元 → 甲 10分",
      "甲略高于 0%: 新 100.01万元 旧 100万元 → 甲 6分",
      "甲略低于 10%: 新 109.99万元 旧 100万元 → 甲 6分",
      "甲恰为 10%: 新 110万元 旧 100万元 → 甲 6分",
      "甲略高于 10%: 新 110.01万元 旧 100万元 → 甲 0分",
    ]);
  });

  it("count people whole, and move off a bound until it shows in the score", () => {
    const rules = ruleset(`数据 { 在职 人 >= 0; 编制 人 > 0; 率 比率 [0%, 100%] }
指标 控制 4分 { 值 = 在职 / 编制; 评分 达标 <= 100% }
指标 覆盖 6分 { 值 = 率; 目标 >= 95%; 评分 按比例 }
`);
    const all = lines(rules);
    expect(all).toContain("控制略高于 100%: 在职 101人 编制 100人 → 控制 0分");
    // 94.99% of 95% is 5.99936…, which is 6.00 still; 94.9% gives 5.99368….
    expect(all).toContain("覆盖略低于 95%: 率 94.9% → 覆盖 5.99分");
  });

  it("are not written where a scenario is as near already", () => {
    const rules = ruleset(`数据 { 次数 次 >= 0 }
指标 甲 10分 { 值 = 次数; 评分 达标 <= 2次 }
案例 "两次" { 数据 { 次数 2次 }; 应得 { 甲 10分; 等级 优 } }
案例 "三次" { 数据 { 次数 3次 }; 应得 { 甲 0分; 等级 差 } }
`);
    expect(lines(rules)).toEqual(["甲略低于 2次: 次数 1次 → 甲 10分"]);
  });

  it("give the ends of the grades, and the nearest totals that miss them", () => {
    const rules = ruleset(`指标 甲 10分 { 评分 人工 }\n`);
    expect(lines(rules).filter((line) => line.startsWith("合计"))).toEqual([
      "合计 9分: 甲 9分 → 合计 9分 等级 优",
      "合计 8.99分: 甲 8.99分 → 合计 8.99分 等级 中",
      "合计 6分: 甲 6分 → 合计 6分 等级 中",
      "合计 5.99分: 甲 5.99分 → 合计 5.99分 等级 差",
    ]);
  });
});

describe("what is suggested", () => {
  /** Every method and clause of an indicator that branches, with the data that they need. */
  const METHODS: readonly (readonly [name: string, statements: string])[] = [
    [
      "按比例 with 最高",
      `数据 { 甲 万元 >= 0; 乙 万元 > 0 }\n指标 一 10分 { 值 = 甲 / 乙; 评分 按比例 最高 120% }\n`,
    ],
    ["按比例 反比", `数据 { 甲 万元 > 0 }\n指标 一 10分 { 值 = 甲; 目标 <= 20万元; 评分 按比例 反比 }\n`],
    ["达标", `数据 { 甲 比率 [0%, 100%]; 乙 是否 }\n指标 一 10分 { 评分 达标 甲 >= 90% 且 乙 }\n`],
    [
      "扣分",
      `数据 { 甲 次 >= 0; 乙 是否 }\n指标 一 10分 { 评分 扣分 { 甲 每 1次 扣 2分 最多扣 6分; 当 乙 扣 1分 } }\n`,
    ],
    [
      "加减",
      `数据 { 甲 次 >= 0; 乙 次 >= 0 }\n指标 一 10分 { 评分 加减 起点 6分 { 甲 每 1次 加 1分; 乙 每 1次 扣 1分 } }\n`,
    ],
    [
      "分档 by option",
      `数据 { 甲 选项 { 好, 中, 差 } }\n指标 一 10分 { 评分 分档 甲 { 好 得 满分; 中 得 60%; 差 得 0分 } }\n`,
    ],
    [
      "插值",
      `数据 { 甲 比率 [0%, 100%] }\n指标 一 10分 { 值 = 甲; 评分 插值 { 60% 得 0分; 80% 得 5分; 100% 得 10分 } }\n`,
    ],
    ["要点", `数据 { 甲 清单 { 一, 二, 三 } }\n指标 一 10分 { 评分 要点 甲 每缺一项 扣 3分 }\n`],
    ["定性", `数据 { 甲 定性 }\n指标 一 10分 { 评分 定性 甲 }\n`],
    [
      "首个",
      `数据 { 甲 比率 [0%, 100%]; 乙 选项 { 东, 西 } }\n指标 一 10分 { 值 = 甲; 评分 首个 { 当 乙 = 东 用 达标 >= 90%; 其他 用 按比例 } }\n`,
    ],
    [
      "择优",
      `数据 { 甲 比率 [0%, 100%] }\n指标 一 10分 { 值 = 甲; 目标 >= 95%; 评分 择优 { 按比例; 达标 >= 90% } }\n`,
    ],
    [
      "不适用 and 否决",
      `数据 { 甲 万元 >= 0; 乙 万元 >= 0 }\n指标 一 10分 { 值 = 甲 / 乙; 目标 <= 100%; 不适用 当 乙 = 0万元 且 甲 = 0万元 按 满分; 否决 当 乙 = 0万元 得 0分; 评分 扣分 { 超过 目标 每 1个百分点 扣 0.5分 } }\n`,
    ],
    [
      "日期",
      `数据 { 甲 日期 }\n指标 一 10分 { 值 = 最大(0天, 甲 - 2022年11月30日); 评分 分档 { <= 0天 得 满分; <= 30天 得 60%; 其他 得 0分 } }\n`,
    ],
    [
      "明细",
      `明细 甲 至多 9行 { 资金 万元 > 0; 率 比率 [0%, 100%] }\n指标 一 10分 { 值 = 加权平均(甲.率, 甲.资金); 目标 >= 90%; 评分 按比例 }\n`,
    ],
    [
      "计数",
      `明细 甲 至多 9行 { 率 比率 [0%, 100%] }\n指标 一 10分 { 评分 达标 计数(甲 当 率 >= 100%) >= 2 }\n`,
    ],
    [
      "剔除",
      `数据 { 有 是否; 甲 比率 [0%, 100%]; 乙 比率 [0%, 100%] }\n指标 一 4分 { 值 = 甲; 评分 按比例 }\n指标 二 6分 { 值 = 乙; 不适用 当 有 = 否 按 剔除; 评分 按比例 }\n`,
    ],
    [
      "封顶 and 等级",
      `数据 { 甲 比率 [0%, 100%]; 受处分 是否 }\n封顶 8分 当 受处分\n否决 当 受处分 等级 不高于 差\n指标 一 10分 { 值 = 甲; 评分 按比例 }\n`,
    ],
    [
      "加分项 and 扣分项",
      `数据 { 甲 比率 [0%, 100%]; 乙 次 >= 0; 丙 次 >= 0 }\n指标 一 10分 { 值 = 甲; 评分 按比例 }\n加分项 奖 至多 5分 { 评分 加减 起点 0分 { 乙 每 1次 加 2分 } }\n扣分项 罚 至多 6分 { 评分 扣分 { 丙 每 1次 扣 3分 } }\n`,
    ],
  ];

  it.each(METHODS)("parses, checks, passes and leaves nothing untried: %s", (name, statements) => {
    const rules = completed(ruleset(statements));
    // Full marks or nothing: no filing is in the middle.
    expect(untried(rules)).toEqual(["达标", "计数"].includes(name) ? [" 等级 中"] : []);
    const scenarios = runScenarios(programOf(rules));
    expect(scenarios.filter(({ holds }) => !holds)).toEqual([]);
    // And then there is nothing more to suggest.
    expect(suggested(rules)).toEqual([]);
  });

  it.each(["department", "project"] as const)("completes the sample: %s", (name) => {
    const rules = completed(sample(name));
    expect(runScenarios(programOf(rules)).filter(({ holds }) => !holds)).toEqual([]);
    expect(untried(rules)).toEqual([]);
    expect(suggested(rules)).toEqual([]);
  });

  it("quotes the names that need it, and writes paths where a name is not enough", () => {
    const rules = ruleset(`数据 { 「“三公”支出」 万元 >= 0 }
指标 上 5分 { 指标 制度 5分 { 评分 人工 } }
指标 下 5分 { 指标 制度 5分 { 评分 达标 「“三公”支出」 <= 1万元 } }
`);
    const texts = suggested(rules)
      .map(({ text }) => text)
      .join("\n");
    expect(texts).toContain("「“三公”支出」 1万元");
    expect(texts).toContain("下/制度 5分");
    expect(untried(completed(rules))).toEqual([]);
  });

  it("is in English keywords for a file that is", () => {
    const rules = format(
      {
        file: "a.heng",
        text: ruleset(`数据 { 率 比率 [0%, 100%]; 有 是否; 项 清单 { 一, 二 } }
指标 甲 6分 { 值 = 率; 不适用 当 有 = 否 按 剔除; 评分 按比例 }
指标 乙 4分 { 评分 要点 项 }
`),
      },
      { keywords: "en" },
    ).text;
    const program = programOf(rules);
    const texts = new Suggester(program, runScenarios(program), "en").all().map(({ text }) => text);
    // Titles are for people, and stay as they are.
    expect(texts.join("").replaceAll(/scenario "[^"]*"/g, "")).not.toMatch(
      /案例|应得|数据|合计|等级 |不适用|是|否/,
    );
    const completed = `${rules}\n${texts.join("\n")}`;
    expect(runScenarios(programOf(completed)).filter(({ holds }) => !holds)).toEqual([]);
    expect(untried(completed)).toEqual([]);
  });

  it("says that it is to be looked at", () => {
    for (const { text } of suggested(sample("project")))
      expect(text).toMatch(/^\/\/ 应得照现在的规则算出，请核实\n案例 "/);
  });
});

describe("what is suggested is what a person would choose", () => {
  it("one day more than 10天, not ten; and where a step is full", () => {
    const days = lines(
      ruleset(`数据 { 天数 天 >= 0 }
指标 超时 10分 { 值 = 天数; 评分 扣分 { 超过 10天 每满 5天 扣 1分 } }
`),
    ).filter((line) => line.startsWith("超时"));
    expect(days).toEqual([
      "超时略低于 10天: 天数 9天 → 超时 10分",
      "超时恰为 10天: 天数 10天 → 超时 10分",
      "超时略高于 10天: 天数 11天 → 超时 10分",
      "超时：超出略低于 5天: 天数 14天 → 超时 10分",
      "超时：超出恰为 5天: 天数 15天 → 超时 9分",
      "超时：超出略高于 5天: 天数 16天 → 超时 9分",
    ]);
  });

  it("names what is measured, and leaves the other rows at full marks so that it shows", () => {
    // 80% − 率 is how 低于 is worked out; a shortfall of 0.01 is begun, so 1分 is taken.
    const rows = lines(
      ruleset(`数据 { 率 比率 [0%, 100%]; 次数 次 >= 0 }
指标 违规 10分 { 评分 扣分 { 次数 每 1次 扣 2分; 率 低于 80% 每不满 5个百分点 扣 1分 } }
`),
    );
    expect(rows).toContain("违规：率略低于 80%: 率 79.99% 次数 0次 → 违规 9分");
    expect(rows).toContain("违规：率恰为 80%: 率 80% 次数 0次 → 违规 10分");
    expect(rows).toContain("违规：率略高于 80%: 率 80.01% 次数 0次 → 违规 10分");
  });
});
