import { describe, expect, test } from "vitest";
import { parse, print } from "../../src/syntax/parser.ts";
import { RuleParser } from "../../src/syntax/statements.ts";
import { EXAMPLE } from "./example.ts";
import { showStatement } from "./show.ts";
import { METHODS } from "../../src/methods/registry.gen.ts";

function parsed(text: string): string[] {
  const { tree, diagnostics } = parse({ file: "test.heng", text }, METHODS);
  expect(print(tree)).toBe(text);
  expect(diagnostics.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([]);
  return tree.statements.map(showStatement);
}

/** What stands in an indicator's body. */
function property(text: string): string {
  const [whole = ""] = parsed(`指标 甲 3分 {\n${text}\n}`);
  return whole.slice("indicator 甲 3分 { ".length, -2);
}
const expression = (text: string): string =>
  (parsed(`定义 甲 = ${text}`)[0] ?? "").slice("define 甲 = ".length);

test("the grammar is valid for Chevrotain", () => {
  expect(() => new RuleParser({ skipValidations: false })).not.toThrow();
});

test("the example of the language reference", () => {
  const statements = parsed(EXAMPLE);
  expect(statements.slice(0, 7)).toEqual([
    "ruleset 部门整体支出绩效自评 2022",
    'title "部门整体支出绩效自评"',
    'basis "甘财绩〔2022〕7号"',
    "fullMarks 100分",
    "round 2位小数",
    "grades 优 (>= · 90分); 良 (>= · 80分); 中 (>= · 60分); 差 otherwise",
    "data " +
      [
        '全年预算数 万元 (> · 0) "含年中调整"',
        "全年支出数 万元 (>= · 0)",
        "年初结转结余 万元 (>= · 0)",
        "年末结转结余 万元 (>= · 0)",
        "三公经费预算 万元 (>= · 0)",
        "三公经费支出 万元 (>= · 0)",
        "编制人数 人 (> · 0)",
        "在职人数 人 (>= · 0)",
        '财务制度 清单{有制度, 合规"合法合规", 已执行"得到执行"}',
        "改革完成情况 定性",
        "档案管理 选项{完备, 基本完备, 不完备}",
        "违规次数 次 (>= · 0)",
        "满意度 比率 [0%, 100%]",
      ].join("; "),
  ]);
  expect(statements[7]).toBe(
    'crossCheck "收支平衡" (= (sum +全年预算数 -全年支出数) 年末结转结余) ± 0.01万元',
  );
  expect(statements[8]).toBe(
    "indicator 预算执行率 10分 { value (product *全年支出数 /全年预算数); target (>= · 100%); standard proportional }",
  );
  expect(statements[9]).toContain(
    "indicator “三公经费”控制率 3分 { value (product *三公经费支出 /三公经费预算); " +
      "notApplicable when:(and (= 三公经费预算 0万元) (= 三公经费支出 0万元)) as:满分; " +
      "veto when:(= 三公经费预算 0万元) gets:0分; " +
      "standard deduct { above:100% each:1个百分点 take:0.5分; 违规次数 each:1次 take:1分 takeAtMost:2分 } }",
  );
  expect(statements[9]).toContain(
    "indicator 档案管理完备性 3分 { standard bands 档案管理 { 完备 gets:满分; 基本完备 gets:60%; 不完备 gets:0分 } }",
  );
  expect(statements[10]).toBe(
    'scenario "数据齐全" 全年预算数 3359.45万元; 全年支出数 2898.45万元 ⇒ 预算执行率 8.63分; 合计 97.53分; 等级 优',
  );
});

describe("expressions", () => {
  test.each([
    ["1 + 2 - 3 × 4 ÷ 5", "(sum +1 +2 -(product *3 *4 /5))"],
    ["-甲 * -(乙 + 1)", "(sum -(product *甲 *(sum -((sum +乙 +1)))))"],
    ["财务制度.有制度", "财务制度.有制度"],
    ["上年.字段 / 字段", "(product *上年.字段 /字段)"],
    ["计数(项目 当 完成率 >= 100%)", "计数(项目 when (>= 完成率 100%))"],
    ["加权平均(项目.完成率, 项目.资金)", "加权平均(项目.完成率, 项目.资金)"],
    ["名次(人均数, 升序)", "名次(人均数, 升序)"],
    ["四舍五入(甲, 2)", "四舍五入(甲, 2)"],
    ["甲 在 [3%, 5%)", "(in 甲 [3%, 5%))"],
    ["甲 在 (3%, ]", "(in 甲 (3%, ·])"],
    ["甲 ≠ 1 且 非 乙 或 丙 < 2", "(or (and (≠ 甲 1) (not 乙)) (< 丙 2))"],
    ["非 非 甲", "(not (not 甲))"],
    ["如果 甲 > 1 则 2 否则 3", "(if (> 甲 1) → 2 else 3)"],
    ["如果 甲 > 1 则 2 否则 如果 乙 则 3 否则 4", "(if (> 甲 1) → 2; 乙 → 3 else 4)"],
    ["(如果 甲 则 1 否则 2) × 分值", "(product *((if 甲 → 1 else 2)) *分值)"],
    ["完成日期 - 2022年11月30日", "(sum +完成日期 -2022-11-30)"],
    ["1,234,567.50万元", "1234567.50万元"],
    ["5元/人", "5元/人"],
    ["10元 / 人数", "(product *10元 /人数)"],
    ["「会议、培训达标率」 + 1", "(sum +会议、培训达标率 +1)"],
    ["(甲 +\n  乙)", "((sum +甲 +乙))"],
    ["最大(甲,\n  乙\n)", "最大(甲, 乙)"],
    ["目标", "目标"],
    ["if 甲 then 1 else 2", "(if 甲 → 1 else 2)"],
    ["甲 in [1, 2] and not 乙", "(and (in 甲 [1, 2]) (not 乙))"],
  ])("%s", (text, expected) => expect(expression(text)).toBe(expected));

  test("full-width forms are the same", () => {
    expect(expression("（甲　＋　乙）×１００％")).toBe("(product *((sum +甲 +乙)) *100%)");
    expect(expression("甲 ≧ １.５ 且 乙 ≦ ２ 且 丙 ＝ ３")).toBe("(and (>= 甲 1.5) (<= 乙 2) (= 丙 3))");
    expect(expression("甲 != 1")).toBe("(≠ 甲 1)");
    expect(expression("甲 ≥ 1 且 乙 ＜ 2")).toBe("(and (>= 甲 1) (< 乙 2))");
  });

  test("comparisons in words", () => {
    for (const [words, sign] of [
      ["不低于", ">="],
      ["大于等于", ">="],
      ["不超过", "<="],
      ["小于等于", "<="],
      ["大于", ">"],
      ["超过", ">"],
      ["小于", "<"],
      ["低于", "<"],
      ["不足", "<"],
    ]) {
      expect(expression(`甲 ${words} 95%`)).toBe(`(${sign} 甲 95%)`);
    }
    expect(expression("甲 95%以上")).toBe("(>= 甲 95%)");
    expect(expression("甲 10次以下")).toBe("(<= 甲 10次)");
    expect(expression("甲 3天 以内")).toBe("(<= 甲 3天)");
  });
});

describe("properties", () => {
  test.each([
    ["值 = 甲 / 乙", "value (product *甲 /乙)"],
    ["值：甲。", "value 甲"],
    ["value = 甲", "value 甲"],
    ["目标 >= 95%", "target (>= · 95%)"],
    ["目标 <= 10次", "target (<= · 10次)"],
    ["目标 = 8个", "target (= · 8个)"],
    ["目标 在 [3%, 5%]", "target (in · [3%, 5%])"],
    ["目标 >= 计划数", "target (>= · 计划数)"],
    ["目标：不低于 95%", "target (>= · 95%)"],
    ["目标 95%以上", "target (>= · 95%)"],
    ["不适用 当 甲 = 0万元 按 折算", "notApplicable when:(= 甲 0万元) as:折算"],
    ["不适用 当 甲 = 0万元\n  按 剔除", "notApplicable when:(= 甲 0万元) as:剔除"],
    ["否决 当 甲 得 0分", "veto when:甲 gets:0分"],
    ["否决 当 甲 等级 不高于 良", "veto when:甲 grade:yes <notAbove:良>"],
    ["封顶 89分", "cap 89分"],
    ["封顶 89分 当 甲 > 1次", "cap 89分 when:(> 甲 1次)"],
    ["须说明 当 值 < 90%", "mustExplain when:(< 值 90%)"],
    ['解释 “用以反映”\n来源 "决算"', 'describe "用以反映"; source "决算"'],
    ["折算\n平均", "rescale; average"],
    ["加权 { 平时 60%; 年终 40% }", "weighted 平时 60%; 年终 40%"],
    ["加分项 乙 至多 5分 { 评分 待定 }", "bonus 乙 5分 { standard open }"],
    ["扣分项 乙 至多 10分 { 评分 待定 }", "penalty 乙 10分 { standard open }"],
    ["指标 乙 1分 { }", "indicator 乙 1分 {  }"],
    ["单位 课时", "unit 课时"],
  ])("%s", (text, expected) => expect(property(text)).toBe(expected));
});

describe("methods, every spelling of section 6", () => {
  test.each([
    ["按比例", "proportional"],
    ["按比例 反比", "proportional inverse:yes"],
    ["proportional inverse", "proportional inverse:yes"],
    ["按比例 低于 60% 不得分", "proportional below:60% <nothing:yes>"],
    ["按比例 超过 130% 不得分 最高 120%", "proportional above:130% <nothing:yes> upTo:120%"],
    ["按比例 超过 130% 每 10个百分点 扣 0.5分", "proportional above:130% <each:10个百分点 take:0.5分>"],
    ["按比例\n  线性\n  低于 60% 不得分", "proportional linear:yes below:60% <nothing:yes>"],
    ["达标", "threshold"],
    ["达标 <= 100%", "threshold (<= · 100%)"],
    ["达标 甲 = 是", "threshold (= 甲 是)"],
    ["扣分 { 超过 100% 每 1个百分点 扣 0.5分 }", "deduct { above:100% each:1个百分点 take:0.5分 }"],
    [
      "扣分 { 偏离 目标 每满 5% × 基准 扣 1分 最多扣 2分 }",
      "deduct { apart:目标 eachFull:(product *5% *基准) take:1分 takeAtMost:2分 }",
    ],
    [
      "扣分 { 低于 目标 每不满 1天 扣 1分 } 最多扣 3分",
      "deduct takeAtMost:3分 { below:目标 eachStarted:1天 take:1分 }",
    ],
    [
      "扣分 { 甲 + 乙 每 1次 扣 1分; 当 丙 扣 2分 }",
      "deduct { (sum +甲 +乙) each:1次 take:1分; when:丙 take:2分 }",
    ],
    ["扣分 { 甲 每 1次 酌情扣 [1分, 5分] }", "deduct { 甲 each:1次 takeJudged:[1分, 5分] }"],
    [
      "加减 起点 80% { 超过 目标 每 1个百分点 加 0.5分; 低于 目标 每 1个百分点 扣 0.5分 } 最高 120%",
      "adjust-from base:80% upTo:120% { above:目标 each:1个百分点 give:0.5分; below:目标 each:1个百分点 take:0.5分 }",
    ],
    [
      "分档 { >= 90% 得 5分; >= 60% 得 60%; 其他 得 0分 }",
      "bands { (>= · 90%) gets:5分; (>= · 60%) gets:60%; otherwise:yes gets:0分 }",
    ],
    ["分档 甲 / 乙 { [60%, 80%) 得 3分 }", "bands (product *甲 /乙) { [60%, 80%) gets:3分 }"],
    [
      "分档 { (60%, 80%] 得 满分，当 甲 酌情得 [41分, 59分] }",
      "bands { (60%, 80%] gets:满分; when:甲 getsJudged:[41分, 59分] }",
    ],
    ["分档 { 90分以上 得 41分 至 59分 }", "bands { (>= · 90分) gets:41分 to:59分 }"],
    ["分档 甲 { 完备 得 满分\n 「基本 完备」 得 60% }", "bands 甲 { 完备 gets:满分; 基本 完备 gets:60% }"],
    ["插值 { 60% 得 0分; 目标 得 满分 }", "interpolate { 60% gets:0分; 目标 gets:满分 }"],
    ["要点 甲", "checklist 甲"],
    ["要点 甲 每缺一项 扣 1分", "checklist 甲 eachMissing:yes <take:1分>"],
    ["要点 甲 缺一不得分", "checklist 甲 allOrNothing:yes"],
    [
      "要点 甲 { 一 得 1分 须先 二; 二 得 2分 免检 当 丙 > 0 }",
      "checklist 甲 { 一 gets:1分 requires:二; 二 gets:2分 exempt:yes <when:(> 丙 0)> }",
    ],
    ["定性 甲", "qualitative 甲"],
    ["定性 甲 { 部分达成 酌情得 [50%, 80%) }", "qualitative 甲 { 部分达成 getsJudged:[50%, 80%) }"],
    ["人工", "judged"],
    ["人工 [2分, 5分]", "judged [2分, 5分]"],
    [
      "= 最大(0, 1 - 10 × 甲 / 乙) × 分值",
      "expression (product *最大(0, (sum +1 -(product *10 *甲 /乙))) *分值)",
    ],
    ["方法 控制(结余率, 9%)", "reuse 控制(结余率, 9%)"],
    [
      "首个 { 当 地区 = 中部 用 分档 { >= 1 得 1分 }; 其他 用 按比例 反比 }",
      "first-of { when:(= 地区 中部) use:bands { (>= · 1) gets:1分 }; otherwise:yes use:proportional inverse:yes }",
    ],
    [
      "择优 { 方法 控制(结余率, 9%); 达标 变动 <= 0% }",
      "best-of { reuse 控制(结余率, 9%); threshold (<= 变动 0%) }",
    ],
    ["待定", "open"],
  ])("%s", (text, expected) => expect(property(`评分 ${text}`)).toBe(`standard ${expected}`));

  test("where 超过 is a clause it is no comparison", () => {
    expect(property("评分 扣分 { 甲 超过 5 每 1次 扣 1分 }")).toBe(
      "standard deduct { 甲 above:5 each:1次 take:1分 }",
    );
    expect(property("评分 分档 { 超过 5 得 1分 }")).toBe("standard bands { (> · 5) gets:1分 }");
  });

  test("an unknown method is read with the words of all", () => {
    const text = '指标 甲 3分 { 评分 未来之法 甲 超过 1 每 2 扣 3分 { >= 1 得 2分; 其他 得 0分 } }\n标题 "a"';
    const { tree, diagnostics } = parse({ file: "t", text }, METHODS);
    expect(diagnostics.map(({ code }) => code)).toEqual(["H1009"]);
    expect(tree.statements.map(showStatement)).toEqual([
      "indicator 甲 3分 { standard ? 甲 above:1 each:2 take:3分 { (>= · 1) gets:2分; otherwise:yes gets:0分 } }",
      'title "a"',
    ]);
  });
});

describe("the rest of a file", () => {
  test.each([
    ["规则集 甲 2023年度 沿用 2022年度", "ruleset 甲 2023 < 2022"],
    ["ruleset 甲 2023 year inherit 2022 year", "ruleset 甲 2023 < 2022"],
    ["定义 控制率(实际, 标准) = 实际 / 标准", "define 控制率(实际, 标准) = (product *实际 /标准)"],
    [
      "方法 控制(率, 上限) { 值 = 率; 目标 <= 上限; 评分 按比例 反比 }",
      "standard 控制(率, 上限) { value 率; target (<= · 上限); standard proportional inverse:yes }",
    ],
    ['引用 "../共性/等级.heng"', 'include "../共性/等级.heng"'],
    [
      "明细 项目 至多 200行 { 资金 万元 >= 0; 完成率 比率 }",
      "rows 项目 200行: 资金 万元 (>= · 0); 完成率 比率",
    ],
    [
      "统计 { 均龄 = 平均(平均年龄); 倒数名次 = 名次(人均数, 升序) }",
      "statistics define 均龄 = 平均(平均年龄); define 倒数名次 = 名次(人均数, 升序)",
    ],
    ['数据 { 甲 元/人 >= 0 <= 10 "注"; 乙 number; 丙 是否 }', "数据"],
    [
      '案例 "一" { 数据 { 财务制度 { 有制度 是; 合规 否 }; 改革 达成 90%; 净收入 -3万元; 完成日期 2022年1月5日; 上年.支出 5万元 } 应得 { 部门/甲 待补; 乙 不适用 } }',
      'scenario "一" 财务制度 { 有制度 是; 合规 否 }; 改革 达成 90%; 净收入 -3万元; 完成日期 2022-01-05; 上年/支出 5万元 ⇒ 部门/甲 待补; 乙 不适用',
    ],
    ['案例 "一" { 数据 { 甲 = 5万元; 乙：是 } }', 'scenario "一" 甲 5万元; 乙 是 ⇒ '],
    [
      "自定指标 绩效指标 90分 {\n 分组 产出指标 50分 { 数量指标, 质量指标 }\n 每组 至少 1个 至多 30个\n >= 用 按比例\n <= 用 按比例 线性\n = 用 达标\n 定性 用 人工\n 须说明 当 完成率 > 130%\n}",
      "projectRows 绩效指标 90分 { group 产出指标 50分 {数量指标, 质量指标}; each 1个..30个; >= use proportional; <= use proportional linear:yes; = use threshold; qualitative use judged; mustExplain when:(> 完成率 130%) }",
    ],
    [
      '修改 指标 甲/乙 { 分值 12分; 依据 "a"; 名称 丙 }',
      'amend 指标 甲/乙 { points 12分; basis "a"; name 丙 }',
    ],
    ["删除 指标 部门管理/采购管理", "remove 指标 部门管理/采购管理"],
    [
      "新增 指标 甲 4分 于 部门管理 之后 资金投入 { 评分 待定 }",
      "add 指标 甲 4分 under 部门管理 after 资金投入 { standard open }",
    ],
    [
      "调整 数据 { 甲 原名 乙; 丙 单位 元; 丁 比率 [0%, 1%] }",
      "adjust 数据 甲 was 乙; 丙 unit 元; 丁 比率 [0%, 1%]",
    ],
    ["修改 指标 甲/乙 于 丙 之前 丁", "amend 指标 甲/乙 under 丙 before 丁"],
    ["修改 指标 甲 之后 乙 { 分值 3分 }", "amend 指标 甲 after 乙 { points 3分 }"],
    ["修改 指标 甲 { 删除 否决; 删除 加权 }", "amend 指标 甲 { remove 否决; remove 加权 }"],
    ["新增 指标 甲 4分 { 评分 人工 }", "add 指标 甲 4分 { standard judged }"],
    ["删除 数据 { 甲; 乙 }", "remove 数据 甲, 乙"],
    ["删除 数据 甲", "remove 数据 甲"],
    ['删除 案例 "一"', 'remove 案例 "一"'],
    ["删除 方法 甲", "remove 方法 甲"],
    ["删除 封顶", "remove 封顶"],
    ['新增 核对 "a" 甲 = 乙', 'add crossCheck "a" (= 甲 乙) ± ·'],
  ])("%s", (text, expected) => {
    const [found] = parsed(text);
    if (expected === "数据") expect(found).toBe('data 甲 元/人 (>= · 0) (<= · 10) "注"; 乙 数; 丙 是否');
    else expect(found).toBe(expected);
  });

  test("keywords are contextual: fields and indicators may be called by any of them", () => {
    expect(
      parsed("数据 { 目标 万元; 指标 人; 数据 次 }\n指标 评分 3分 { 值 = 指标 / 数据; 评分 人工 }"),
    ).toEqual([
      "data 目标 万元; 指标 人; 数据 次",
      "indicator 评分 3分 { value (product *指标 /数据); standard judged }",
    ]);
  });

  test("a newline ends a row unless inside brackets, and clauses may go on", () => {
    expect(
      parsed(
        "指标 甲 3分\n{\n  值 = (甲\n    + 乙)\n  评分 扣分\n  {\n    甲 每 1次 扣 1分\n  }\n  最多扣 2分\n}",
      ),
    ).toEqual([
      "indicator 甲 3分 { value ((sum +甲 +乙)); standard deduct takeAtMost:2分 { 甲 each:1次 take:1分 } }",
    ]);
  });

  test("comments and blanks stand in the trivia of the token behind them", () => {
    const text = "\ufeff// 首行\r\n规则集 甲 2022年度 // 尾\n\n// 末行";
    const { tree, diagnostics } = parse({ file: "t", text }, METHODS);
    expect(diagnostics).toEqual([]);
    expect(print(tree)).toBe(text);
    expect(tree.endToken.before).toBe(" // 尾\n\n// 末行");
  });
});
