import { describe, expect, it } from "vitest";
import { coverageOf, runScenarios } from "../src/index.ts";
import { programOf, ruleset, sample } from "./rules.ts";

/** Three bands and a 不适用; two items, met or not: 4 + 4, and three grades: 11. */
const RULES = ruleset(`数据 {
  率 比率 [0%, 200%]
  制度 清单 { 有, 行 }
  新设 是否
}
指标 甲 6分 {
  值 = 率
  不适用 当 新设 按 满分
  评分 分档 { >= 100% 得 满分; >= 60% 得 3分; 其他 得 0分 }
}
指标 乙 4分 { 评分 要点 制度 }
`);

function covered(text: string) {
  const program = programOf(text);
  return coverageOf(program, runScenarios(program));
}

const tried = (text: string): readonly string[] =>
  covered(text)
    .filter(({ triedBy }) => triedBy.length > 0)
    .map(({ says }) => says.zh);

describe("what can be tried", () => {
  it("is counted by band, item, 不适用 and grade", () => {
    expect(covered(RULES).map(({ kind, indicator, says }) => [kind, indicator, says.zh])).toEqual([
      ["notApplicable", "甲", "不适用：新设"],
      ["band", "甲", "在100%（含）以上这一档"],
      ["band", "甲", "在60%（含）以上这一档"],
      ["band", "甲", "其他这一档"],
      ["item", "乙", "制度的“有”为“是”"],
      ["item", "乙", "制度的“有”为“否”"],
      ["item", "乙", "制度的“行”为“是”"],
      ["item", "乙", "制度的“行”为“否”"],
      ["grade", "", "等级 优"],
      ["grade", "", "等级 中"],
      ["grade", "", "等级 差"],
    ]);
  });

  it("leaves out what only guards against an error", () => {
    const rules = ruleset(`数据 { 新 万元 >= 0; 旧 万元 >= 0 }
指标 甲 10分 { 值 = 变动率(新, 旧); 评分 达标 <= 0% }
`);
    // Met or not; that 旧 may be 0 is an error, which no scenario can expect.
    expect(covered(rules).filter(({ kind }) => kind !== "grade")).toHaveLength(2);
  });

  it("has the branches of definitions once, whoever uses them, and 择优, 最多扣, 封顶, 否决", () => {
    const rules = ruleset(`数据 { 甲率 比率 [0%, 100%]; 东部 是否; 次数 次 >= 0; 受处分 是否 }
定义 线 = (如果 东部 则 90% 否则 80%)
封顶 8分 当 受处分
否决 当 受处分 等级 不高于 中
指标 甲 3分 { 值 = 甲率; 评分 达标 >= 线 }
指标 乙 3分 { 评分 择优 { 按比例; 达标 >= 线 }; 值 = 甲率; 目标 >= 100% }
指标 丙 4分 {
  否决 当 次数 > 9次 得 0分
  评分 扣分 { 次数 每 1次 扣 1分 最多扣 3分 }
}
`);
    const kinds = Map.groupBy(covered(rules), ({ kind }) => kind);
    const of = (kind: "branch" | "cap" | "veto") =>
      (kinds.get(kind) ?? []).map(({ indicator, says }) => `${indicator} ${says.zh}`);
    expect(of("veto")).toEqual([" 否决（等级不高于中）：受处分", "丙 否决：次数超过9次"]);
    expect(of("cap")).toEqual([" 封顶 8分：受处分", "丙 达到上限 3分"]);
    expect(of("branch").filter((says) => says.includes("东部"))).toEqual(["甲 东部", "甲 东部为“否”"]);
    expect(of("branch").filter((says) => says.includes("得分最高的是"))).toEqual([
      "乙 得分最高的是①按比例",
      "乙 得分最高的是②达标",
    ]);
  });
});

/** What is said of the points of one indicator of 10 points, over a few fields. */
function said(body: string): readonly string[] {
  const data = "数据 { 率 比率 [0%, 200%]; 天数 天 >= 0; 次数 次 >= 0; 区 选项 { 东, 西 }; 有投诉 是否 }";
  return covered(ruleset(`${data}\n指标 甲 10分 { ${body} }\n`))
    .filter(({ kind }) => kind !== "grade")
    .map(({ says }) => `${says.zh} | ${says.en}`);
}

describe("what can be tried is said as tables say it", () => {
  it.each([
    [
      "值 = 率; 评分 分档 { [80%, 200%] 得 满分; [0%, 80%) 得 0分 }",
      [
        "在80%（含）～200%（含）这一档 | the band that is from 80% (included) to 200% (included)",
        "在0%（含）～80%（不含）这一档 | the band that is from 0% (included) to 80% (excluded)",
      ],
    ],
    [
      "评分 分档 区 { 东 得 满分; 西 得 0分 }",
      ["区为“东”这一档 | the band where 区 is “东”", "区为“西”这一档 | the band where 区 is “西”"],
    ],
    [
      "值 = 率; 评分 达标 <= 100%",
      ["甲在100%（含）以下 | 甲 is at most 100%", "甲超过100% | 甲 is above 100%"],
    ],
    [
      "值 = 率; 评分 扣分 { 超过 100% 每 1个百分点 扣 1分 }",
      [
        "没有扣分 | no points taken",
        "有扣分 | some points taken",
        "没有超出 | no excess",
        "超过 100% | above 100%",
      ],
    ],
    [
      "评分 扣分 { 次数 每 1次 扣 1分 }",
      [
        "没有扣分 | no points taken",
        "有扣分 | some points taken",
        "次数等于0次 | 次数 is equal to 0次",
        "次数超过0次 | 次数 is above 0次",
      ],
    ],
    [
      "评分 = 如果 率 >= 90% 且 非 有投诉 则 10分 否则 5分",
      [
        "率在90%（含）以上且有投诉为“否” | 率 is at least 90% and 有投诉 is “no”",
        "不属于“率在90%（含）以上且有投诉为“否”” | not “率 is at least 90% and 有投诉 is “no””",
      ],
    ],
  ])("%s", (body, expected) => {
    expect(said(body)).toEqual(expected);
  });
});

describe("what no filing can be in", () => {
  it("is not to be tried", () => {
    // A target of 0 is met by whatever is filed, for it is 0 at least; else met or missed: three with the target of 0.
    const rules = ruleset(`数据 { 收到 起 >= 0; 办结 起 >= 0 }
指标 甲 10分 { 值 = 办结; 目标 >= 收到; 评分 按比例 }
`).replace("数据", "单位 起\n数据");
    expect(covered(rules).flatMap(({ kind, says }) => (kind === "grade" ? [] : [says.zh]))).toEqual([
      "收到等于0起",
      "达到目标 收到",
      "未达目标 收到",
    ]);
    // Of a share nothing is above 100%, and what a 不适用 has taken out is not asked for again.
    const bands =
      "值 = 率; 不适用 当 率 = 0% 按 零分; 评分 分档 { > 100% 得 9分; > 0% 得 满分; 其他 得 0分 }";
    const share = ruleset(`数据 { 率 比率 [0%, 100%] }\n指标 甲 10分 { ${bands} }\n`);
    expect(covered(share).filter(({ kind }) => kind === "band")).toEqual([]);
  });
});

describe("a scenario tries", () => {
  it("what its expectations tell of, and no more", () => {
    // 100% is in the first band; 6 + 2 = 8 points are 中. Nothing is said of 乙.
    const one = `案例 "一" { 数据 { 率 100%; 新设 否; 制度 { 有 是; 行 否 } }; 应得 { 甲 6分; 等级 中 } }\n`;
    expect(tried(RULES + one)).toEqual(["在100%（含）以上这一档", "等级 中"]);
    // The total tells of 乙 as well.
    expect(tried(RULES + one.replace("甲 6分", "合计 8分"))).toEqual([
      "在100%（含）以上这一档",
      "制度的“有”为“是”",
      "制度的“行”为“否”",
      "等级 中",
    ]);
  });

  it("nothing of a standard that was not asked, nor of what is 待补", () => {
    expect(tried(`${RULES}案例 "一" { 数据 { 率 10%; 新设 是 }; 应得 { 甲 6分 } }\n`)).toEqual([
      "不适用：新设",
    ]);
    expect(tried(`${RULES}案例 "一" { 数据 { 率 10% }; 应得 { 甲 待补 } }\n`)).toEqual([]);
  });

  it("what the rows of a list come to, row by row", () => {
    const rules = ruleset(`明细 项目 至多 9行 { 完成率 比率 [0%, 100%]; 重点 是否 }
指标 甲 10分 { 评分 达标 计数(项目 当 完成率 >= (如果 重点 则 100% 否则 60%)) >= 1 }
`);
    const both = `案例 "一" { 数据 { 项目 { 完成率 50%; 重点 是 }; 项目 { 完成率 50%; 重点 否 } }; 应得 { 甲 0分 } }\n`;
    const one = `案例 "一" { 数据 { 项目 { 完成率 60%; 重点 否 } }; 应得 { 甲 10分 } }\n`;
    const ofRows = (text: string) => tried(text).filter((says) => says.startsWith("重点"));
    expect(ofRows(rules + both)).toHaveLength(2);
    expect(ofRows(rules + one)).toHaveLength(1);
  });
});

describe("the sample", () => {
  it.each(["department", "project"] as const)("has tried all there is: %s", (name) => {
    expect(covered(sample(name)).filter(({ triedBy }) => triedBy.length === 0)).toEqual([]);
  });
});
