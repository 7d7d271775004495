import { describe, expect, it } from "vitest";
import { runScenarios } from "../src/index.ts";
import { altered, programOf, ruleset, sample } from "./rules.ts";

const DEPARTMENT = sample("department");

/** What is said of the expectations that are not met. */
function unmet(text: string) {
  return runScenarios(programOf(text)).flatMap(({ title, checks }) =>
    checks.flatMap((check) => (check.difference ? [{ title, ...check, ...check.difference }] : [])),
  );
}

describe("a scenario that holds", () => {
  it.each(["department", "project"] as const)("has no difference: %s", (name) => {
    const scenarios = runScenarios(programOf(sample(name)));
    expect(scenarios.every(({ holds }) => holds)).toBe(true);
    expect(scenarios.flatMap(({ checks }) => checks).some((check) => "difference" in check)).toBe(false);
  });
});

describe("a wrong expectation of an indicator", () => {
  // 2898.45 ÷ 3359.45 = 86.277…%; a score of 8.60 takes a share of [8.595, 8.605) ÷ 10.
  it("is followed to the figure of 按比例", () => {
    const [only, ...others] = unmet(
      altered(DEPARTMENT, "    预算执行率                         8.63分", "    预算执行率 8.60分"),
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      title: "报告所载数据",
      expected: "8.60",
      actual: "8.63",
      indicator: "预算执行率",
    });
    expect(only?.figure).toMatchObject({
      name: { zh: "预算执行率" },
      expected: { zh: "不低于 85.95%、低于 86.05%" },
      actual: { zh: "86.28%" },
    });
    expect(only?.says).toEqual({
      zh: "照应得 8.60分，预算执行率 应不低于 85.95%、低于 86.05%；实际 86.28%",
      en: "For 8.60分, 预算执行率 would have to be at least 85.95% and below 86.05%; it is 86.28%",
    });
  });

  // 20.5 ÷ 20 = 102.5%, 0.5 for each point: 3 − 1.25 = 1.75. For 1.80 (1.795 to 1.805) 2.39 to 2.41 points beyond.
  it("is followed through 扣分 to what was measured", () => {
    const [only] = unmet(altered(DEPARTMENT, "控制率」               1.75分", "控制率」 1.80分"));
    expect(only?.figure).toMatchObject({
      name: { zh: "“三公经费”控制率" },
      expected: { zh: "高于 102.39%、不高于 102.41%" },
      actual: { zh: "102.5%" },
    });
  });

  it("names the band that the expectation takes, and the figure that is not in it", () => {
    const [only] = unmet(altered(DEPARTMENT, "结转结余变动率                     2分", "结转结余变动率 3分"));
    expect(only?.says.zh).toBe("照应得 3.00分，“结转结余变动率 <= 0%”应成立；实际 0.01% <= 0%，不成立");
  });

  it("names the item of a checklist that makes the difference", () => {
    const [only] = unmet(altered(DEPARTMENT, "财务管理制度健全性   2分", "财务管理制度健全性 3分"));
    expect(only?.says.zh).toBe("照应得 3.00分，“财务制度.已执行”应成立；实际 「财务制度.已执行」为“否”");
  });

  it("names the items of which any may make the difference", () => {
    // Three of four items are met, 0.75 each: for 1.50 one of the three would have to be missing.
    const [only] = unmet(altered(DEPARTMENT, "政府采购规范性       2.25分", "政府采购规范性 1.50分"));
    expect(only?.figure).toBeUndefined();
    expect(only?.says.zh).toBe(
      "照应得 1.50分，以下有一处应不同：「采购情况.流程合规」为“是”；「采购情况.代理合理」为“是”；「采购情况.方式合理」为“是”",
    );
  });

  it("names the 否决 that decided", () => {
    const at = DEPARTMENT.indexOf('案例 "结转增加两成');
    const text = DEPARTMENT.slice(0, at) + altered(DEPARTMENT.slice(at), "控制率」 0分\n", "控制率」 3分\n");
    const [only] = unmet(text);
    expect(only?.says.zh).toBe(
      "“否决 当 三公经费预算 = 0万元”不应成立；实际 三公经费预算 0万元 = 0万元，成立",
    );
  });

  it("says what is missing of an indicator that is pending", () => {
    const [only] = unmet(altered(DEPARTMENT, "在职人员控制率       待补", "在职人员控制率 3分"));
    expect(only).toMatchObject({ expected: "3.00", actual: "pending" });
    expect(only?.says.zh).toContain("缺少 在职人数");
  });
});

describe("a wrong expectation of a group, the total or the grade", () => {
  it("is one of its own where all below is met", () => {
    const [only, ...others] = unmet(
      altered(DEPARTMENT, "    部门管理                           31.90分", "    部门管理 32分"),
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ indicator: "部门管理" });
    expect(only?.says.zh).toBe("下级的应得都相符，合起来是 31.90分，与这里的应得差 0.10分");
  });

  it("leads to the indicator below that differs", () => {
    const wrong = altered(
      DEPARTMENT,
      "项目支出预算执行率                 2.27分",
      "项目支出预算执行率 2.72分",
    );
    const found = unmet(altered(wrong, "合计                               97.53分", "合计 97.98分"));
    expect(found.map(({ of, indicator }) => [of.kind, indicator])).toEqual([
      ["indicator", "部门管理/资金投入/项目支出预算执行率"],
      ["total", "部门管理/资金投入/项目支出预算执行率"],
    ]);
    expect(found[1]?.says).toEqual(found[0]?.says);
  });

  it("names what has no expectation", () => {
    const rules = ruleset(`数据 {
  甲率 比率 [0%, 100%]
  乙率 比率 [0%, 100%]
}
指标 甲 4分 { 值 = 甲率; 评分 按比例 }
指标 乙 6分 { 值 = 乙率; 评分 按比例 }
案例 "各半" {
  数据 { 甲率 50%; 乙率 50% }
  应得 { 甲 2分; 合计 6分 }
}
`);
    // 2 + 3 = 5 against 6.
    expect(unmet(rules).map(({ says }) => says.zh)).toEqual([
      "实得比应得少 1.00分，差在没有写应得的 乙 3.00分",
    ]);
  });

  it("gives the totals that the grade takes", () => {
    const [only] = unmet(
      altered(sample("project"), "合计       89.99分\n    等级       良", "合计 89.99分\n    等级 优"),
    );
    expect(only?.says.zh).toBe("“优”的合计应不低于 90分；实际 89.99分");
  });

  it("names a 封顶 that decided", () => {
    const rules = ruleset(`数据 { 甲率 比率 [0%, 100%]; 受处分 是否 }
指标 总 10分 {
  封顶 8分 当 受处分
  指标 甲 10分 { 值 = 甲率; 评分 按比例 }
}
案例 "封顶" {
  数据 { 甲率 90%; 受处分 是 }
  应得 { 甲 9分; 总 9分 }
}
案例 "没有封顶" {
  数据 { 甲率 90%; 受处分 否 }
  应得 { 甲 9分; 总 8分 }
}
`);
    expect(unmet(rules).map(({ says }) => says.zh)).toEqual([
      "“封顶 当 受处分”不应成立；实际 「受处分」为“是”",
      "“封顶 当 受处分”应成立；实际 「受处分」为“否”",
    ]);
  });
});
