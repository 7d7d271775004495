import { describe, expect, test } from "vitest";
import { formatted, lines } from "./expect.ts";

/** `before`, in an indicator, becomes `after`. */
function property(before: string, after: string): void {
  expect(formatted(`指标 甲 3分 {\n  ${before}\n}\n`)).toBe(`指标 甲 3分 {\n  ${after}\n}\n`);
}

describe("as people type", () => {
  test.each([
    ["full-width signs and digits", "目标　＞＝　９５％", "目标 >= 95%"],
    ["signs of one character", "目标 ≥ 95%", "目标 >= 95%"],
    ["≤", "目标 ≤ 95%", "目标 <= 95%"],
    ["unequal", "须说明 当 值 != 3", "须说明 当 值 ≠ 3"],
    ["double equals", "目标 == 8个", "目标 = 8个"],
    ["full-width brackets and commas", "值 ＝ 最大（甲，乙）", "值 = 最大(甲, 乙)"],
    ["a range", "目标 在［３％，５％］", "目标 在 [3%, 5%]"],
    ["a minus sign of typesetters", "值 = 甲 − 乙", "值 = 甲 - 乙"],
    ["a colon for the equals sign", "值：甲 / 乙", "值 = 甲 / 乙"],
    ["a colon behind a property", "目标：>= 95%", "目标 >= 95%"],
    ["a colon before a text", "解释：“说明”", '解释 "说明"'],
    ["a full stop at the end", "值 = 甲。", "值 = 甲"],
    ["a semicolon at the end", "值 = 甲；", "值 = 甲"],
    ["a comma at the end", "值 = 甲，", "值 = 甲"],
    ["at least", "目标 不低于 95%", "目标 >= 95%"],
    ["at most", "目标 不超过 95%", "目标 <= 95%"],
    ["greater or equal", "目标 大于等于 95%", "目标 >= 95%"],
    ["less", "目标 小于 95%", "目标 < 95%"],
    ["a sign behind the number", "目标 95%以上", "目标 >= 95%"],
    ["a sign behind number and unit", "目标 10次以内", "目标 <= 10次"],
    ["a sign behind in a condition", "须说明 当 值 90%以下 且 甲 = 3", "须说明 当 值 <= 90% 且 甲 = 3"],
    ["curly quotes", "来源 “决算”", '来源 "决算"'],
    ["full-width quotes", "来源 ＂决算＂", '来源 "决算"'],
    ["numbers with a blank before the unit", "目标 >= 10 次", "目标 >= 10次"],
    ["a blank before the percent sign", "目标 >= 10 %", "目标 >= 10%"],
    ["thousands separators", "目标 >= 3,359.45万元", "目标 >= 3359.45万元"],
    ["blanks too few", "值=甲+乙*丙", "值 = 甲 + 乙 * 丙"],
    ["blanks too many", "值   =  甲   .  乙 ", "值 = 甲.乙"],
    ["blanks in brackets", "值 = 最大( 甲 , ( 乙 + 1 ) )", "值 = 最大(甲, (乙 + 1))"],
    ["a sign of its own", "值 = - 甲 - - 乙", "值 = -甲 - -乙"],
    ["dates", "须说明 当 值 > ２０２２年１１月３０日", "须说明 当 值 > 2022年11月30日"],
    ["half-open ranges", "须说明 当 值 在 [ , 5%)", "须说明 当 值 在 [, 5%)"],
    ["units over units", "目标 >= 3 元/人", "目标 >= 3元/人"],
  ])("%s", (_, before, after) => property(before, after));

  test("a text stays as it is", () => {
    property('解释 "Ａ，  ×；：“引”"', '解释 "Ａ，  ×；：“引”"');
    property('解释 “说"引"”', '解释 “说"引"”');
  });

  test("separators between rows", () => {
    expect(formatted("等级 {\n  优 >= 90分，\n  良 >= 80分；\n  差 其他。\n}\n")).toBe(
      "等级 {\n  优 >= 90分\n  良 >= 80分\n  差 其他\n}\n",
    );
    expect(formatted("等级 { 优 >= 90分，差 其他 }")).toBe("等级 { 优 >= 90分; 差 其他 }\n");
    expect(formatted("数据 { 制度 清单 { 有；合规、已执行 } }")).toBe(
      "数据 { 制度 清单 { 有, 合规, 已执行 } }\n",
    );
  });

  test("signs in a scenario are taken out", () => {
    expect(formatted('案例 "一" {\n  数据 { 支出：3 万元；有 = 是 }\n}\n')).toBe(
      '案例 "一" {\n  数据 { 支出 3万元; 有 是 }\n}\n',
    );
  });
});

describe("products", () => {
  test("× and ÷ where most signs are", () => {
    property("值 = 甲 × 乙 ÷ 丙 * 丁", "值 = 甲 × 乙 ÷ 丙 × 丁");
  });
  test("* and / where most signs are, and where it is open", () => {
    property("值 = 甲 * 乙 ÷ 丙 / 丁", "值 = 甲 * 乙 / 丙 / 丁");
    property("值 = 甲 × 乙 / 丙", "值 = 甲 * 乙 / 丙");
  });
});

describe("names", () => {
  test("lose quotes they do not need", () => {
    property("值 = 「甲乙」 / 「ａｂ」", "值 = 甲乙 / ab");
  });
  test.each([
    ["punctuation", "「会议、培训率」"],
    ["a digit at the beginning", "「2022年」"],
    ["a word of the language", "「目标」"],
    ["a word of a method", "「超过」"],
    ["an English word of the language", "「value」"],
    ["a unit", "「万元」"],
  ])("keep quotes for %s", (_, name) => property(`值 = ${name}`, `值 = ${name}`));
});

describe("keywords", () => {
  const chinese = lines(`
    规则集 绩效 2022年度 沿用 2021年度
    满分 100分

    等级 { 优 >= 90分; 差 其他 }

    数据 {
      支出 万元 > 0 "说明"
      预算 万元
      有据 是否
      制度 清单 { 有, 合规 }
    }

    指标 执行率 10分 {
      值 = 最小(支出 / 预算, 1)
      目标 >= 100%
      不适用 当 预算 = 0万元 且 非 (有据 = 是) 按 满分
      评分 按比例 低于 60% 不得分
      须说明 当 得分 < 分值 或 完成率 < 1
    }
    指标 档次 5分 {
      评分 分档 支出 {
        >= 3万元 得 满分
        其他     得 60%
      }
    }

    案例 "一" {
      数据 { 支出 3万元; 有据 是 }
      应得 { 执行率 待补; 合计 3分 }
    }
  `);
  const english = lines(`
    ruleset 绩效 2022 year inherit 2021 year
    fullMarks 100分

    grade { 优 >= 90分; 差 otherwise }

    data {
      支出 万元 > 0 "说明"
      预算 万元
      有据 yesNo
      制度 items { 有, 合规 }
    }

    indicator 执行率 10分 {
      value = min(支出 / 预算, 1)
      target >= 100%
      notApplicable when 预算 = 0万元 and not (有据 = yes) as fullMarks
      standard proportional below 60% nothing
      mustExplain when score < points or completion < 1
    }
    indicator 档次 5分 {
      standard bands 支出 {
        >= 3万元  gets fullMarks
        otherwise gets 60%
      }
    }

    scenario "一" {
      data { 支出 3万元; 有据 yes }
      expect { 执行率 pending; total 3分 }
    }
  `);

  // 沿用 may bring names along: 是 in a 案例 is then left alone.
  const alone = chinese.replace(" 沿用 2021年度", "");
  const aloneEnglish = english.replace(" inherit 2021 year", "");

  test("to English and back", () => {
    expect(formatted(alone, { keywords: "en" })).toBe(aloneEnglish);
    expect(formatted(aloneEnglish, { keywords: "zh" })).toBe(alone);
    expect(formatted(formatted(chinese, { keywords: "en" }), { keywords: "zh" })).toBe(chinese);
  });
  test("stay in the language of most", () => {
    expect(formatted(alone)).toBe(alone);
    expect(formatted(aloneEnglish)).toBe(aloneEnglish);
    expect(formatted(alone.replace("满分 100分", "fullMarks 100分"))).toBe(alone);
    expect(formatted(aloneEnglish.replace("fullMarks 100分", "满分 100分"))).toBe(aloneEnglish);
  });
  test("reach the decimals that scores are rounded to", () => {
    const chinese = "得分保留 2位小数\n";
    const english = "round 2 decimals\n";
    expect(formatted(chinese, { keywords: "en" })).toBe(english);
    expect(formatted(english, { keywords: "zh" })).toBe(chinese);
  });
  test("a word that the file declares as a name is a name", () => {
    const text = lines(`
      数据 {
        目标 人
        状态 选项 { 是, 待定 }
      }
      定义 甲 = 目标 * 2
      指标 乙 3分 {
        值 = 目标 / 甲
        评分 分档 状态 { 是 得 满分; 待定 得 0分 }
      }
      案例 "一" {
        数据 { 状态 是 }
      }
    `);
    const result = formatted(text, { keywords: "en" });
    expect(result).toContain("define 甲 = 目标 * 2");
    expect(result).toContain("value = 目标 / 甲");
    expect(result).toContain("{ 是 gets fullMarks; 待定 gets 0分 }");
    expect(result).toContain("{ 状态 是 }");
    expect(formatted(result, { keywords: "zh" })).toBe(formatted(text));
  });
});
