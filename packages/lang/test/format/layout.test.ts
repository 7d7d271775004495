import { describe, expect, test } from "vitest";
import { formatted, lines } from "./expect.ts";

function check(before: string, after: string): void {
  expect(formatted(before)).toBe(lines(after));
}

describe("lines", () => {
  test("two blanks of indentation, one property a line", () => {
    check(
      '指标 甲 3分{\n值=乙;目标>=3人\n\t评分 按比例\n      来源 "表" }',
      `
      指标 甲 3分 {
        值 = 乙
        目标 >= 3人
        评分 按比例
        来源 "表"
      }
      `,
    );
  });
  test("a short leaf on one line stays there", () => {
    check(
      "指标 甲 3分 { 评分 人工 }\n指标 乙 3分 {值=丙/丁;评分 达标 <=100%}",
      `
      指标 甲 3分 { 评分 人工 }
      指标 乙 3分 { 值 = 丙 / 丁; 评分 达标 <= 100% }
      `,
    );
  });
  test("a leaf that is too long for one line does not", () => {
    check(
      '指标 甲 3分 { 解释 "很长的说明，很长的说明，很长的说明，很长的说明"; 值 = 丙 / 丁; 评分 人工 }',
      `
      指标 甲 3分 {
        解释 "很长的说明，很长的说明，很长的说明，很长的说明"
        值 = 丙 / 丁
        评分 人工
      }
      `,
    );
  });
  test("80 columns fit, 81 do not", () => {
    const leaf = (name: string) => `指标 ${name} 3分 { 值 = 甲; 评分 人工 }`;
    const fits = leaf(`${"甲".repeat(23)}x`);
    expect(formatted(`${leaf("甲".repeat(24))}`)).toBe(`${leaf("甲".repeat(24))}\n`);
    const rest = 80 - 34;
    expect(formatted(fits)).toBe(`${fits}\n`);
    expect(formatted(leaf("a".repeat(rest)))).toBe(`${leaf("a".repeat(rest))}\n`);
    expect(formatted(leaf("a".repeat(rest + 3)))).toContain("{\n");
  });
  test("groups and scenarios are never on one line", () => {
    check(
      '指标 甲 3分 { 指标 乙 3分 { 评分 人工 } }\n案例 "一" { 数据 { 乙 3分 } 应得 { 乙 3分 } }',
      `
      指标 甲 3分 {
        指标 乙 3分 { 评分 人工 }
      }
      案例 "一" {
        数据 { 乙 3分 }
        应得 { 乙 3分 }
      }
      `,
    );
  });
  test("a brace on a line of its own goes up", () => {
    check("指标 甲 3分\n{\n评分 人工\n}\n", "指标 甲 3分 {\n  评分 人工\n}\n");
  });
  test("clauses after a block stay behind it", () => {
    check(
      "指标 甲 3分 {\n评分 扣分 {\n违规 每 1次 扣 1分\n}\n最多扣 2分\n}",
      `
      指标 甲 3分 {
        评分 扣分 {
          违规 每 1次 扣 1分
        } 最多扣 2分
      }
      `,
    );
  });
  test("a property on several lines goes on one if it fits", () => {
    check(
      "指标 甲 3分 {\n  评分 按比例\n    低于 60% 不得分\n    最高 120%\n  值 = 最大(乙,\n 丙)\n}\n",
      `
      指标 甲 3分 {
        评分 按比例 低于 60% 不得分 最高 120%
        值 = 最大(乙, 丙)
      }
      `,
    );
  });
  test("else it keeps its lines, indented", () => {
    const long = "很长的名称很长的名称很长的名称很长的名称";
    check(
      `指标 甲 3分 {\n  值 = 最大(\n${long},\n        ${long})\n}\n`,
      `
      指标 甲 3分 {
        值 = 最大(
          ${long},
          ${long})
      }
      `,
    );
  });
  test("rows on one line stay there while they fit", () => {
    check(
      '案例 "一" {\n数据 {\n支出 1万元;收入 2万元\n说明项 3分;  另一项 4分 ; 「甲、乙」 5分; 很长的名称很长的名称 6分; 很长的名称很长的名称很长 7分\n}\n}',
      `
      案例 "一" {
        数据 {
          支出 1万元; 收入 2万元
          说明项 3分; 另一项 4分; 「甲、乙」 5分
          很长的名称很长的名称 6分; 很长的名称很长的名称很长 7分
        }
      }
      `,
    );
  });
  test("single blank lines stay, others go", () => {
    check(
      "\n\n单位 起\n\n\n\n单位 度\n指标 甲 3分 {\n\n  评分 人工\n\n\n  值 = 乙\n\n}\n\n\n",
      `
      单位 起

      单位 度
      指标 甲 3分 {
        评分 人工

        值 = 乙
      }
      `,
    );
  });
  test("line ends, the byte order mark and blanks at line ends", () => {
    expect(formatted("\ufeff单位 起  \r\n单位 度\r\n\r\n")).toBe("单位 起\n单位 度\n");
    expect(formatted("单位 起")).toBe("单位 起\n");
    expect(formatted("")).toBe("");
    expect(formatted("\n \n")).toBe("");
  });
  test("an empty block", () => {
    expect(formatted("数据 {\n}")).toBe("数据 {\n}\n");
    expect(formatted("数据 { }")).toBe("数据 {}\n");
  });
});

describe("tables", () => {
  test("fields: name, unit, range, note", () => {
    check(
      '数据 {\n全年预算数 万元 > 0 "含年中调整"\n人数 人 >= 0\nab 比率 [0%,100%] "率"\n情况 定性 "说明"\n制度 清单 { 有, 合规 "合法合规" }\n}',
      `
      数据 {
        全年预算数 万元 > 0        "含年中调整"
        人数       人   >= 0
        ab         比率 [0%, 100%] "率"
        情况       定性            "说明"
        制度       清单 { 有, 合规 "合法合规" }
      }
      `,
    );
  });
  test("a list too long for its line", () => {
    check(
      '数据 {\n制度 清单 { 有制度 "已制定财务管理办法、专项资金管理办法", 合规 "制度合法、合规、完整", 行 "得到执行" }\n人数 人\n}',
      `
      数据 {
        制度 清单 {
          有制度 "已制定财务管理办法、专项资金管理办法"
          合规   "制度合法、合规、完整"
          行     "得到执行"
        }
        人数 人
      }
      `,
    );
  });
  test("grades, bands, points of a checklist, weights", () => {
    check("等级 {\n优秀 >= 90分\n差 其他\n}", "等级 {\n  优秀 >= 90分\n  差   其他\n}\n");
    check(
      "指标 甲 3分 {\n评分 分档 乙 {\n<= 0% 得 满分\n<= 10% 得 2分\n其他 得 0分\n}\n}",
      `
      指标 甲 3分 {
        评分 分档 乙 {
          <= 0%  得 满分
          <= 10% 得 2分
          其他   得 0分
        }
      }
      `,
    );
    check(
      "指标 甲 3分 {\n评分 要点 乙 {\n保存完整 得 1分\n处置 得 2分 须先 保存完整\n}\n}",
      `
      指标 甲 3分 {
        评分 要点 乙 {
          保存完整 得 1分
          处置     得 2分 须先 保存完整
        }
      }
      `,
    );
    check(
      "指标 甲 3分 {\n加权 {\n平时 60%\n年终考核 40%\n}\n}",
      "指标 甲 3分 {\n  加权 {\n    平时     60%\n    年终考核 40%\n  }\n}\n",
    );
  });
  test("entries of a scenario, unless some share a line", () => {
    check(
      '案例 "一" {\n应得 {\n预算执行率 8分\n合计 9分 // 全部\n}\n数据 {\n支出数 8万元\n人 9人; 车 3辆\n}\n}',
      `
      案例 "一" {
        应得 {
          预算执行率 8分
          合计       9分 // 全部
        }
        数据 {
          支出数 8万元
          人 9人; 车 3辆
        }
      }
      `,
    );
  });
  test("what binds the indicators of projects, and adjusted fields", () => {
    check(
      "自定指标 绩效 90分 {\n>= 用 按比例\n<= 用 按比例 线性\n= 用 达标\n}",
      `
      自定指标 绩效 90分 {
        >= 用 按比例
        <= 用 按比例 线性
        =  用 达标
      }
      `,
    );
    check(
      "调整 数据 {\n在职人数 原名 年末人数\n支出 单位 元\n满意率 比率 [0%,100%]\n}",
      `
      调整 数据 {
        在职人数 原名 年末人数
        支出     单位 元
        满意率   比率 [0%, 100%]
      }
      `,
    );
  });
  test("only within one block", () => {
    check(
      "数据 {\n很长的名称 人\n}\n明细 项目 至多 200 行 {\n甲 万元 >= 0\n乙丙 人\n}",
      `
      数据 {
        很长的名称 人
      }
      明细 项目 至多 200行 {
        甲   万元 >= 0
        乙丙 人
      }
      `,
    );
  });
});

describe("other statements", () => {
  test("definitions, checks, shared files, statistics", () => {
    check(
      '引用   “../共性/等级.heng”\n定义 甲( 乙 ,丙 )=乙/丙\n核对 "一"  支出=收入 误差 0.01 万元\n统计 {\n均龄=平均( 年龄 )\n}\n方法 控制(率,上限) { 值 = 率;目标<=上限; 评分 按比例 反比 }',
      `
      引用 "../共性/等级.heng"
      定义 甲(乙, 丙) = 乙 / 丙
      核对 "一" 支出 = 收入 误差 0.01万元
      统计 {
        均龄 = 平均(年龄)
      }
      方法 控制(率, 上限) { 值 = 率; 目标 <= 上限; 评分 按比例 反比 }
      `,
    );
  });
  test("amendments and project rows", () => {
    check(
      "修改 指标 部门管理 / 资金投入 { 分值 12 分 }\n新增 指标 目标管理 4分 于 部门管理 之后 资金投入 { 评分 人工 }\n调整 数据 { 人数 原名 旧人数;支出 单位 元 }\n自定指标 绩效 90分 {\n分组 产出 50分 { 数量指标，质量指标 }\n每组 至少 1个 至多 30个\n>=   用 按比例\n}",
      `
      修改 指标 部门管理/资金投入 { 分值 12分 }
      新增 指标 目标管理 4分 于 部门管理 之后 资金投入 { 评分 人工 }
      调整 数据 { 人数 原名 旧人数; 支出 单位 元 }
      自定指标 绩效 90分 {
        分组 产出 50分 { 数量指标, 质量指标 }
        每组 至少 1个 至多 30个
        >= 用 按比例
      }
      `,
    );
  });
});
