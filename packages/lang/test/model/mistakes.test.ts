import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";

/** A rule set without a finding. */
const RULES = `规则集 部门整体支出绩效自评 2022年度
标题 "部门整体支出绩效自评"
依据 "甘财绩〔2022〕7号"
满分 100分
得分保留 2位小数

等级 {
  优 >= 90分
  良 >= 80分
  中 >= 60分
  差 其他
}

数据 {
  全年预算数 万元 > 0 "含年中调整"
  全年支出数 万元 >= 0
  三公经费预算 万元 > 0
  三公经费支出 万元 >= 0
  编制人数 人 > 0
  在职人数 人 >= 0
  财务制度 清单 { 有制度, 合规 "合法合规", 已执行 }
  改革完成情况 定性
  档案管理 选项 { 完备, 基本完备, 不完备 }
  违规次数 次 >= 0
  满意度 比率 [0%, 100%]
  报送日 日期
}

定义 控制率 = 三公经费支出 / 三公经费预算

指标 预算执行率 20分 {
  值 = 全年支出数 / 全年预算数
  目标 >= 100%
  评分 按比例
}
指标 部门管理 50分 {
  指标 三公经费控制率 20分 {
    值 = 控制率
    评分 扣分 {
      超过 100% 每 1个百分点 扣 0.5分
      违规次数 每 1次 扣 1分 最多扣 2分
    }
  }
  指标 财务管理 12分 { 评分 要点 财务制度 }
  指标 档案管理情况 6分 {
    评分 分档 档案管理 {
      完备 得 满分
      基本完备 得 60%
      不完备 得 0分
    }
  }
  指标 在职人员控制率 12分 {
    值 = 在职人数 / 编制人数
    评分 达标 <= 100%
  }
}
指标 效果 30分 {
  指标 改革完成及时性 10分 { 评分 定性 改革完成情况 }
  指标 群众满意度 10分 {
    值 = 满意度
    评分 分档 {
      [90%, 100%] 得 满分
      [60%, 90%) 得 60%
      [0%, 60%) 得 0分
    }
  }
  指标 报送及时 10分 {
    值 = 报送日
    评分 分档 { <= 2022年11月30日 得 满分; <= 2022年12月31日 得 5分; 其他 得 0分 }
  }
}

案例 "数据齐全" {
  数据 { 全年预算数 200万元; 全年支出数 180万元 }
  应得 { 预算执行率 18分 }
}
`;

interface Found {
  readonly found: readonly string[];
  /** The text after the first fix of the first finding. */
  readonly mended: string | undefined;
}

function checked(text: string): Found {
  const { diagnostics } = compile({ file: "甲.heng", text });
  const found = diagnostics.map(
    ({ code, range }) => `${code} ${text.slice(range?.start, range?.end).split("\n")[0] ?? ""}`,
  );
  const edits = diagnostics[0]?.fixes[0]?.edits;
  const mended = edits
    ?.toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
  return { found, mended };
}

/** What officers get wrong while they write a rule set: one finding each, and where there is a fix, it mends. */
describe("one mistake", () => {
  it("is in none of these", () => {
    expect(checked(RULES).found).toEqual([]);
  });
  it.each<[string, string, string, string[], boolean]>([
    ["points without 分", "指标 预算执行率 20分", "指标 预算执行率 20", ["H1307 20"], true],
    ["points without 分, of items to share", "指标 财务管理 12分", "指标 财务管理 12", ["H1307 12"], true],
    ["满分 without 分", "满分 100分", "满分 100", ["H1307 100"], true],
    ["grade no unit", "优 >= 90分", "优 >= 90", ["H1307 90"], true],
    ["lost brace leaf", "    评分 达标 <= 100%\n  }\n}", "    评分 达标 <= 100%\n}", ["H1004 {"], true],
    ["lost brace data", "  报送日 日期\n}", "  报送日 日期\n", ["H1004 {"], true],
    ["lost brace grade", "  差 其他\n}", "  差 其他\n", ["H1004 {"], true],
    ["lost open brace", "指标 效果 30分 {", "指标 效果 30分", ["H1007 分"], true],
    ["lost open brace of a leaf", "指标 预算执行率 20分 {", "指标 预算执行率 20分", ["H1007 分"], true],
    ["lost open brace of data", "数据 {\n  全年", "数据\n  全年", ["H1007 数据"], true],
    ["another bracket", "数据 {\n  全年", "数据 [\n  全年", ["H1007 ["], true],
    ["another bracket of grades", "等级 {\n", "等级（\n", ["H1007 （"], true],
    [
      "another pair of brackets",
      "等级 {\n  优 >= 90分\n  良 >= 80分\n  中 >= 60分\n  差 其他\n}",
      "等级 [\n  优 >= 90分\n  良 >= 80分\n  中 >= 60分\n  差 其他\n]",
      ["H1007 ["],
      true,
    ],
    ["a number before 指标", "指标 预算执行率 20分", "1. 指标 预算执行率 20分", ["H1008 1."], true],
    ["a Chinese number before 指标", "指标 效果 30分", "三、指标 效果 30分", ["H1008 三、"], true],
    ["a number in brackets", "  指标 财务管理", "  （二）指标 财务管理", ["H1008 （二）"], true],
    ["the level before 指标", "  指标 财务管理", "  二级指标 财务管理", ["H1009 二级指标"], true],
    ["white quotes", "指标 群众满意度", "指标 『群众满意度』", ["H1018 『群众满意度』"], true],
    [
      "an indicator that is not read is not unknown to the 案例",
      "指标 预算执行率 20分 {",
      "? 指标 预算执行率 20分 {",
      ["H1002 ?"],
      false,
    ],
    ["a comma behind a name", "指标 预算执行率 20分", "指标 预算执行率，20分", ["H1008 ，"], true],
    ["a Chinese comma behind a name", "指标 预算执行率 20分", "指标 预算执行率、20分", ["H1008 、"], true],
    ["a divisor of 0", "值 = 在职人数 / 编制人数", "值 = 在职人数 / 编制人数 / 0", ["H1313 0"], false],
    ["a method without its brace", "评分 扣分 {\n", "评分 扣分\n", ["H1007 扣分"], true],
    ["bands without their brace", "评分 分档 档案管理 {\n", "评分 分档 档案管理\n", ["H1007 档案管理"], true],
    ["a colon behind 指标", "指标 预算执行率 20分", "指标：预算执行率 20分", ["H1008 ："], true],
    ["目标值", "目标 >= 100%", "目标值 >= 100%", ["H1009 目标值"], true],
    [
      "a text without quotes",
      '依据 "甘财绩〔2022〕7号"',
      "依据 甘财绩〔2022〕7号",
      ["H1018 甘财绩〔2022〕7号"],
      true,
    ],
    [
      "two texts without quotes",
      '依据 "甘财绩〔2022〕7号"',
      "依据 甘财绩〔2022〕7号，财预〔2013〕53号",
      ["H1018 甘财绩〔2022〕7号，财预〔2013〕53号"],
      true,
    ],
    ["满分 without 得", "完备 得 满分", "完备 满分", ["H1007 满分"], true],
    ["a share without 得", "基本完备 得 60%", "基本完备 60%", ["H1007 60"], true],
    ["points without 得", "其他 得 0分", "其他 0分", ["H1007 0"], true],
    ["points without 扣", "每 1个百分点 扣 0.5分", "每 1个百分点 0.5分", ["H1007 0.5"], true],
    [
      "得 for 按",
      "评分 达标 <= 100%",
      "不适用 当 编制人数 = 1人 得 满分\n    评分 达标 <= 100%",
      ["H1007 得"],
      true,
    ],
    ["a target in words", "目标 >= 100%", "目标 达到100%", ["H1007 达到100"], true],
    ["a target in words, apart", "目标 >= 100%", "目标 应达到 100%", ["H1007 应达到"], true],
    ["a target in words, with 以上", "目标 >= 100%", "目标 达到 100% 以上", ["H1007 达到"], true],
    ["a target in words behind its sign", "目标 >= 100%", "目标 >= 达到 100%", ["H1007 >="], true],
    ["a target reached", "目标 >= 100%", "目标 达 100%", ["H1007 达"], true],
    ["a target that merely is", "目标 >= 100%", "目标 为 100%", ["H1007 为"], true],
    ["a target that is, with a colon", "目标 >= 100%", "目标 为：100%", ["H1007 为"], true],
    ["a target in brackets", "目标 >= 100%", "目标（100%）", ["H1007 （"], true],
    ["a target in quotes", "目标 >= 100%", "目标“100%”", ["H1007 “100%”"], true],
    ["a target with % apart", "目标 >= 100%", "目标 100 %", ["H1007 100"], true],
    ["a target glued to 目标", "目标 >= 100%", "目标达到100%", ["H1009 目标达到100%"], true],
    ["a target glued to 目标值", "目标 >= 100%", "目标值为100%", ["H1009 目标值为100%"], true],
    ["a bound glued to 目标值", "目标 >= 100%", "目标值不低于100%", ["H1007 值"], true],
    ["a value without 值", "    值 = 在职人数 /", "    在职人数 /", ["H1007 在职人数"], true],
    ["extra brace", "指标 效果 30分 {", "}\n指标 效果 30分 {", ["H1005 }"], false],
    [
      "full brace paren",
      "指标 财务管理 12分 { 评分 要点 财务制度 }",
      "指标 财务管理 12分 （ 评分 要点 财务制度 ）",
      ["H1007 （"],
      false,
    ],
    ["weights top sum", "指标 预算执行率 20分", "指标 预算执行率 25分", ["H1202 100分"], true],
    ["fullmarks wrong", "满分 100分", "满分 90分", ["H1202 90分"], true],
    ["weights group", "指标 部门管理 50分", "指标 部门管理 55分", ["H1204 55分"], true],
    ["weights leaf", "指标 三公经费控制率 20分", "指标 三公经费控制率 21分", ["H1204 50分"], true],
    ["weights decimals", "指标 预算执行率 20分", "指标 预算执行率 20.005分", ["H1203 20.005分"], false],
    ["weights decimals below", "指标 财务管理 12分", "指标 财务管理 12.005分", ["H1203 12.005分"], false],
    ["full marks decimals", "满分 100分", "满分 100.005分", ["H1203 100.005分"], false],
    [
      "statistics, and a use of them",
      "定义 控制率 = 三公经费支出 / 三公经费预算",
      "统计 { 平均支出 = 平均(三公经费支出) }\n定义 控制率 = 平均支出 / 三公经费预算",
      ["H1110 统计 { 平均支出 = 平均(三公经费支出) }"],
      false,
    ],
    ["dup indicator", "指标 报送及时 10分", "指标 群众满意度 10分", ["H1102 群众满意度"], false],
    [
      "dup field",
      "  违规次数 次 >= 0",
      "  违规次数 次 >= 0\n  全年支出数 万元 >= 0",
      ["H1102 全年支出数"],
      false,
    ],
    ["overlap bands", "[60%, 90%) 得 60%", "[60%, 90%] 得 60%", ["H2101 [60%, 90%]"], true],
    ["gap bands", "[60%, 90%) 得 60%", "[60%, 85%) 得 60%", ["H2102 [60%, 85%)"], false],
    ["undeclared field", "  违规次数 次 >= 0\n", "", ["H1101 违规次数"], false],
    ["undeclared def", "定义 控制率 = 三公经费支出 / 三公经费预算\n", "", ["H1101 控制率"], false],
    [
      "typo field",
      "值 = 全年支出数 / 全年预算数",
      "值 = 全年支处数 / 全年预算数",
      ["H1101 全年支处数"],
      true,
    ],
    ["percent for pp", "每 1个百分点 扣 0.5分", "每 1% 扣 0.5分", ["H1304 1%"], true],
    [
      "pp for percent",
      "超过 100% 每 1个百分点",
      "超过 100个百分点 每 1个百分点",
      ["H1303 100个百分点"],
      true,
    ],
    ["no unit take", "扣 0.5分", "扣 0.5", ["H1305 0.5"], true],
    ["no percent", "目标 >= 100%", "目标 >= 100", ["H1302 100"], true],
    ["target lacks sign", "目标 >= 100%", "目标 100%", ["H1007 100"], true],
    ["target colon", "目标 >= 100%", "目标：100%", ["H1007 100"], true],
    ["fullwidth all", "值 = 全年支出数 / 全年预算数", "值＝全年支出数÷全年预算数；", [], false],
    ["kw typo 评分", "  评分 按比例\n", "  平分 按比例\n", ["H1009 平分"], true],
    ["kw typo 按比例", "评分 按比例", "评分 按比列", ["H1009 按比列"], true],
    ["kw typo 指标", "指标 效果 30分", "指示 效果 30分", ["H1009 指示"], true],
    ["kw typo 数据", "数据 {\n  全年预算数", "数居 {\n  全年预算数", ["H1009 数居"], true],
    ["kw typo 超过", "超过 100% 每", "超出 100% 每", ["H1009 超出"], true],
    ["kw typo 每", "每 1个百分点", "没 1个百分点", ["H1008 没"], false],
    ["kw typo 满分", "满分 100分", "满份 100分", ["H1009 满份"], true],
    ["kw 得分保留2", "得分保留 2位小数", "得分保留 2位", ["H1108 得分保留 2位"], true],
    ["kw 得分保留3", "得分保留 2位小数", "得分保留 2", ["H1108 得分保留 2"], true],
    [
      "year missing",
      "规则集 部门整体支出绩效自评 2022年度",
      "规则集 部门整体支出绩效自评",
      ["H1007 部门整体支出绩效自评"],
      false,
    ],
    ["year 年", "2022年度", "2022年", ["H1007 2022"], true],
    [
      "excel tab header",
      "指标 预算执行率 20分 {",
      "一级指标\t二级指标\t分值\n指标 预算执行率 20分 {",
      ["H1009 一级指标"],
      false,
    ],
    ["excel row", "  违规次数 次 >= 0", '  违规次数\t次\t>= 0\t"备注"', [], false],
    [
      "field paren unit",
      "  全年预算数 万元 > 0",
      "  全年预算数（万元） > 0",
      ["H1017 全年预算数（万元）"],
      true,
    ],
    ["field no unit", "  编制人数 人 > 0", "  编制人数 > 0", ["H1007 >"], false],
    ["field eq", "  编制人数 人 > 0", "  编制人数 = 人", ["H1008 ="], true],
    ["field colon", "  编制人数 人 > 0", "  编制人数：人", ["H1008 ："], true],
    ["quote in name", "指标 三公经费控制率", "指标 “三公经费”控制率", ["H1017 “三公经费”控制率"], true],
    [
      "glued",
      "超过 100% 每 1个百分点 扣 0.5分",
      "超过100%每1个百分点扣0.5分",
      ["H1010 超过100%每1个百分点扣0.5分"],
      true,
    ],
    [
      "glued, beyond the target",
      "超过 100% 每 1个百分点 扣 0.5分",
      "每超过1个百分点扣0.5分",
      ["H1010 每超过1个百分点扣0.5分"],
      true,
    ],
    [
      "glued, without 当",
      "  评分 按比例\n",
      "  评分 按比例\n  须说明 得分低于分值\n",
      ["H1010 得分低于分值"],
      true,
    ],
    [
      "glued and not understood apart",
      "超过 100% 每 1个百分点 扣 0.5分",
      "超过100%每1个百分点扣",
      ["H1007 扣"],
      false,
    ],
    ["中文数", "[60%, 90%) 得 60%", "[百分之六十, 90%) 得 60%", ["H1011 百分之六十"], true],
    ["个点", "每 1个百分点", "每 1个点", ["H1011 个点"], true],
    ["missing standard", "    评分 达标 <= 100%\n", "", ["H1108 在职人员控制率"], false],
    ["missing value", "    值 = 在职人数 / 编制人数\n", "", ["H1402 <= 100%"], false],
    ["missing option band", "      不完备 得 0分\n", "", ["H1429 分档 档案管理 {"], false],
    ["option typo", "基本完备 得 60%", "基本完善 得 60%", ["H1430 基本完善"], true],
    ["option unit result", "基本完备 得 60%", "基本完备 得 3.6", ["H1305 3.6"], true],
    ["result above", "基本完备 得 60%", "基本完备 得 8分", ["H1436 得 8分"], false],
    ["unit mix", "值 = 在职人数 / 编制人数", "值 = 在职人数 / 编制人数 + 1人", ["H1301 1人"], false],
    ["forgot division", "值 = 全年支出数 / 全年预算数", "值 = 全年支出数", ["H1301 100%"], false],
    ["assign =", "评分 达标 <= 100%", "评分 = 达标 <= 100%", ["H1008 ="], true],
    ["评分标准", "  评分 按比例", "  评分标准 按比例", ["H1009 评分标准"], true],
    ["权重", "指标 预算执行率 20分", "指标 预算执行率 权重20分", ["H1101 权重20分"], false],
    ["percent weight", "指标 预算执行率 20分", "指标 预算执行率 20%", ["H1301 20%"], false],
    ["scenario typo field", "全年支出数 180万元 }", "全年支出 180万元 }", ["H1101 全年支出"], true],
    [
      "scenario typo indicator",
      "应得 { 预算执行率 18分 }",
      "应得 { 预算执行 18分 }",
      ["H1101 预算执行"],
      true,
    ],
    ["scenario unit", "全年支出数 180万元 }", "全年支出数 180 }", ["H1115 全年支出数 180"], false],
    ["scenario =", "全年支出数 180万元 }", "全年支出数 = 180万元 }", [], false],
    [
      "grades ascending",
      "  优 >= 90分\n  良 >= 80分",
      "  良 >= 80分\n  优 >= 90分",
      ["H1501 优 >= 90分"],
      false,
    ],
    ["grade no 差", "  差 其他\n", "  差 < 60分\n", ["H1504 < 60分"], true],
    ["grade 以上", "  优 >= 90分", "  优 90分以上", [], false],
    ["checklist typo", "评分 要点 财务制度", "评分 要点 财务制度健全性", ["H1101 财务制度健全性"], true],
    ["qualitative wrong kind", "评分 定性 改革完成情况", "评分 定性 满意度", ["H1403 满意度"], false],
    [
      "checklist each missing no unit",
      "评分 要点 财务制度",
      "评分 要点 财务制度 每缺一项 扣 4",
      ["H1305 4"],
      true,
    ],
    ["target <= without reading", "目标 >= 100%", "目标 <= 100%", ["H1410 按比例"], true],
    ["date wrong", "2022年11月30日", "2022年11月31日", ["H1309 2022年11月31日"], false],
    ["date text", "2022年11月30日", "2022-11-30", ["H1307 2022-11-30"], true],
    ["comment fullwidth", '标题 "部门', '／／ 说明\n标题 "部门', [], false],
    ["comment hash", '标题 "部门', '# 说明\n标题 "部门', ["H1002 #"], false],
    [
      "unclosed quote",
      '标题 "部门整体支出绩效自评"',
      '标题 "部门整体支出绩效自评',
      ['H1001 "部门整体支出绩效自评'],
      true,
    ],
    ["curly quotes", '标题 "部门整体支出绩效自评"', "标题 “部门整体支出绩效自评”", [], false],
    ["and word", "评分 达标 <= 100%", "评分 达标 <= 100% 并且 违规次数 = 0次", ["H1009 并且"], true],
    ["and word2", "评分 达标 <= 100%", "评分 达标 <= 100% 和 违规次数 = 0次", ["H1009 和"], true],
    [
      "veto no result",
      "    评分 达标 <= 100%",
      "    否决 当 违规次数 > 3次\n    评分 达标 <= 100%",
      ["H1108 否决"],
      false,
    ],
    [
      "na no as",
      "    评分 达标 <= 100%",
      "    不适用 当 编制人数 = 1人\n    评分 达标 <= 100%",
      ["H1401 不适用"],
      false,
    ],
    [
      "na wrong as",
      "    评分 达标 <= 100%",
      "    不适用 当 编制人数 = 1人 按 0分\n    评分 达标 <= 100%",
      ["H1007 0"],
      false,
    ],
    [
      "veto 时",
      "    评分 达标 <= 100%",
      "    否决 违规次数 > 3次 时 得 0分\n    评分 达标 <= 100%",
      ["H1007 违规次数"],
      false,
    ],
    ["property in group", "指标 效果 30分 {", "指标 效果 30分 {\n  评分 人工", ["H1107 评分"], false],
    ["step zero", "每 1个百分点 扣 0.5分", "每 0个百分点 扣 0.5分", ["H1421 每 0个百分点"], false],
    ["comma list", "财务制度 清单 { 有制度, 合规", "财务制度 清单 { 有制度 合规", ["H1008 合规"], false],
    ["range reversed", "满意度 比率 [0%, 100%]", "满意度 比率 [100%, 0%]", ["H1112 [100%, 0%]"], false],
    ["range no pct", "满意度 比率 [0%, 100%]", "满意度 比率 [0, 100]", ["H1302 100"], true],
    ["not equal", "优 >= 90分", "优 ≧ 90分", [], false],
    ["unit typo", "全年支出数 万元", "全年支出数 万圆", ["H1308 万圆"], true],
    ["unit space", "全年支出数 万元", "全年支出数 万 元", ["H1008 元"], true],
    ["kind typo", "改革完成情况 定性", "改革完成情况 定量", ["H1308 定量"], true],
    ["max take no unit", "最多扣 2分", "最多扣 2", ["H1305 2"], true],
    ["band dash", "[60%, 90%) 得 60%", "60%-90% 得 60%", ["H1007 60"], true],
    ["band dun", "[60%, 90%) 得 60%", "60%至90% 得 60%", ["H1007 60"], true],
    ["number in quotes", "目标 >= 100%", "目标 >= “100%”", ["H1018 “100%”"], true],
    ["points in quotes", "指标 预算执行率 20分", "指标 预算执行率 “20分”", ["H1018 “20分”"], true],
    ["full marks in quotes", "满分 100分", '满分 "100分"', ['H1018 "100分"'], true],
    ["comparison in quotes", "目标 >= 100%", "目标 “>= 100%”", ["H1018 “>= 100%”"], true],
    ["grade in quotes", "优 >= 90分", "优 “>= 90分”", ["H1018 “>= 90分”"], true],
    ["amount in quotes", "扣 0.5分", "扣 “0.5分”", ["H1018 “0.5分”"], true],
    ["unit in quotes", "编制人数 人 > 0", "编制人数 “人” > 0", ["H1018 “人”"], true],
    ["kind in quotes", "满意度 比率 [", "满意度 “比率” [", ["H1018 “比率”"], true],
    ["date in quotes", "<= 2022年11月30日", "<= “2022年11月30日”", ["H1018 “2022年11月30日”"], true],
    [
      "formula in quotes",
      "值 = 全年支出数 / 全年预算数",
      "值 = “全年支出数 / 全年预算数”",
      ["H1018 “全年支出数 / 全年预算数”"],
      true,
    ],
    ["method in quotes", "评分 按比例", "评分 “按比例”", ["H1018 “按比例”"], true],
    ["standard in quotes", "评分 达标 <= 100%", "评分 “达标 <= 100%”", ["H1018 “达标 <= 100%”"], true],
    ["name in curly quotes", "指标 群众满意度", "指标 “群众满意度”", ["H1018 “群众满意度”"], true],
    ["name in straight quotes", "指标 群众满意度", '指标 "群众满意度"', ['H1018 "群众满意度"'], true],
    ["name in single quotes", "指标 群众满意度", "指标 '群众满意度'", ["H1018 '群众满意度'"], true],
    ["name in title marks", "指标 群众满意度", "指标 《群众满意度》", ["H1018 《群众满意度》"], true],
    ["name with title marks", "指标 群众满意度", "指标 《条例》满意度", ["H1017 《条例》满意度"], true],
    ["field in quotes", "值 = 满意度", "值 = “满意度”", ["H1018 “满意度”"], true],
    [
      "field in title marks",
      "评分 定性 改革完成情况",
      "评分 定性 《改革完成情况》",
      ["H1018 《改革完成情况》"],
      true,
    ],
    ["declared in quotes", "  编制人数 人", "  “编制人数” 人", ["H1018 “编制人数”"], true],
    ["defined in quotes", "定义 控制率 =", "定义 “控制率” =", ["H1018 “控制率”"], true],
    ["item in quotes", "清单 { 有制度,", "清单 { “有制度”,", ["H1018 “有制度”"], true],
    ["option in quotes", "      完备 得", "      “完备” 得", ["H1018 “完备”"], true],
    ["scenario's name in quotes", "应得 { 预算执行率", "应得 { “预算执行率”", ["H1018 “预算执行率”"], true],
    ["text in title marks", '标题 "部门整体支出绩效自评"', "标题 《绩效自评》", ["H1018 《绩效自评》"], true],
    ["text in single quotes", '标题 "部门整体支出绩效自评"', "标题 ‘绩效自评’", ["H1018 ‘绩效自评’"], true],
    ["sign in words", "目标 >= 100%", "目标 大于等于 100%", [], false],
    ["sign in words, glued", "达标 <= 100%", "达标 小于等于100%", ["H1010 小于等于100%"], true],
    ["sign =>", "目标 >= 100%", "目标 => 100%", ["H1019 =>"], true],
    ["sign =<", "达标 <= 100%", "达标 =< 100%", ["H1019 =<"], true],
    ["sign ≥≥", "优 >= 90分", "优 ≥≥ 90分", ["H1019 ≥≥"], true],
    ["sign ≥=", "在职人数 人 >= 0", "在职人数 人 ≥= 0", ["H1019 ≥="], true],
    ["sign > =", "目标 >= 100%", "目标 > = 100%", ["H1019 > ="], true],
    ["sign ！=", "  评分 按比例\n", "  评分 按比例\n  须说明 当 得分 ！= 分值\n", [], false],
    ["percent for points", "[90%, 100%] 得 满分", "[90%, 100%] 得分 95%", ["H1009 得分"], true],
    ["percent for a grade", "优 >= 90分", "优 >= 90%", ["H1301 90%"], false],
    [
      "percent for a score",
      "应得 { 预算执行率 18分",
      "应得 { 预算执行率 90%",
      ["H1115 预算执行率 90%"],
      false,
    ],
    ["method alone", "{ 评分 要点 财务制度 }", "{ 要点 财务制度 }", ["H1007 要点"], true],
    ["decimals in words, glued", "得分保留 2位小数", "得分保留两位小数", ["H1011 得分保留两位小数"], true],
    ["decimals in words", "得分保留 2位小数", "得分保留 两位小数", ["H1011 两位小数"], true],
    [
      "missing item, glued",
      "评分 要点 财务制度",
      "评分 要点 财务制度 缺一项扣1分",
      ["H1010 缺一项扣1分"],
      true,
    ],
    ["missing item", "评分 要点 财务制度", "评分 要点 财务制度 缺一项 扣 1分", ["H1009 缺一项"], true],
    [
      "missing item in digits",
      "评分 要点 财务制度",
      "评分 要点 财务制度 每缺1项扣1分",
      ["H1010 每缺1项扣1分"],
      true,
    ],
    ["own name for 值", "值 = 全年支出数", "预算执行率 = 全年支出数", ["H1009 预算执行率"], true],
    ["own name behind 值", "值 = 全年支出数", "值 = 预算执行率 = 全年支出数", ["H1008 预算执行率"], true],
    ["own name in 值", "值 = 全年支出数", "值 = 预算执行率 × 全年支出数", ["H1101 预算执行率"], false],
    ["comment hash in data", "  编制人数 人", "  # 人数：含借调，不含临时\n  编制人数 人", ["H1002 #"], true],
    ["comment hash behind", "  目标 >= 100%", "  目标 >= 100% # 依据 省 2022 年 要求", ["H1002 #"], true],
    [
      "comment hash of a block",
      "指标 效果 30分 {",
      "# 指标 效果 20分 {\n指标 效果 30分 {",
      ["H1002 #"],
      true,
    ],
    ["comment hash before a block", "指标 效果 30分 {", "指标 效果 30分 # 三部分 {", ["H1002 #"], false],
    ["options with slashes", "{ 完备, 基本完备, 不完备 }", "{ 完备/基本完备/不完备 }", ["H1008 /"], true],
    ["options with 或", "{ 完备, 基本完备, 不完备 }", "{ 完备 或 基本完备 或 不完备 }", ["H1008 或"], true],
    [
      "items with slashes",
      '{ 有制度, 合规 "合法合规", 已执行 }',
      "{ 有制度／合规／已执行 }",
      ["H1008 ／"],
      true,
    ],
    ["options in brackets", "{ 完备, 基本完备, 不完备 }", "（完备、基本完备、不完备）", ["H1007 （"], true],
    ["options without { }", "{ 完备, 基本完备, 不完备 }", "完备、基本完备、不完备", ["H1007 完备"], true],
    ["options behind a colon", " { 完备, 基本完备, 不完备 }", "：完备、基本完备、不完备", ["H1007 ："], true],
    ["name with a digit first", "指标 群众满意度", "指标 12345热线满意度", ["H1017 12345热线满意度"], true],
    ["numbered", "指标 预算执行率", "指标 1.预算执行率", ["H1017 1.预算执行率"], true],
    ["numbered without a mark", "指标 预算执行率", "指标 1预算执行率", ["H1017 1预算执行率"], true],
    ["points twice", "指标 预算执行率 20分 {", "指标 预算执行率 20分 {\n  分值 20分", ["H1020 分值"], true],
    ["numbered 、", "指标 预算执行率", "指标 一、预算执行率", ["H1017 一、预算执行率"], true],
    ["numbered （）", "指标 效果", "指标 （3）效果", ["H1017 （3）效果"], true],
    ["points inside", "指标 预算执行率 20分 {", "指标 预算执行率 {\n  分值 20分", ["H1020 分值"], true],
    ["points inside a group", "指标 效果 30分 {", "指标 效果 {\n  分值：30分", ["H1020 分值"], true],
    ["full marks inside", "指标 预算执行率 20分 {", "指标 预算执行率 {\n  满分 = 20分", ["H1020 满分"], true],
    ["points with their word", "指标 预算执行率 20分", "指标 预算执行率 分值 20分", ["H1008 分值"], true],
    ["points behind a colon", "指标 预算执行率 20分", "指标 预算执行率：20分", ["H1008 ："], true],
    [
      "points in brackets",
      "指标 预算执行率 20分",
      "指标 预算执行率（20分）",
      ["H1017 预算执行率（20分）"],
      true,
    ],
  ])("%s", (_, from, to, expected, mends) => {
    expect(RULES.split(from).length).toBeGreaterThan(1);
    const { found, mended } = checked(RULES.replace(from, () => to));
    expect(found).toEqual(expected);
    if (mends) expect(checked(mended ?? "").found).toEqual([]);
  });
});

describe("a name that begins with a digit", () => {
  it("is mended wherever it is used", () => {
    const text = RULES.replaceAll("违规次数", "12345投诉数");
    const { found, mended } = checked(text);
    expect(found).toEqual(["H1017 12345投诉数"]);
    expect(mended).toBe(RULES.replaceAll("违规次数", "「12345投诉数」"));
    expect(checked(mended ?? "").found).toEqual([]);
  });
});

describe("a range in a unit of the file's own", () => {
  it("has figures, not names", () => {
    const rules = RULES.replace("数据 {\n", "单位 期\n数据 {\n  培训 期 [0期, 10期]\n  课时 期 [1期, 9期]\n");
    const used = rules.replace("值 = 在职人数 / 编制人数", "值 = 在职人数 / 编制人数 * (培训 / 课时)");
    expect(checked(used).found).toEqual([]);
  });
});

describe("points in a block", () => {
  it("leave the comment above them where it is", () => {
    const rules = RULES.replace("指标 预算执行率 20分 {", "指标 预算执行率 {\n  // 按报告\n  分值 20分;");
    expect(checked(rules).mended).toBe(
      RULES.replace("指标 预算执行率 20分 {", "指标 预算执行率 20分 {\n  // 按报告\n  "),
    );
  });
});

describe("quotes that are right", () => {
  it.each([
    ["a note of a name that is declared", "人 > 0", '人 > 0 "编制人数"'],
    ["a note of a figure", "人 > 0", '人 > 0 "100%"'],
    ["a note behind a kind", "改革完成情况 定性", '改革完成情况 定性 "满意度"'],
    ["a note behind a list", "已执行 }", '已执行 } "满意度"'],
    ["a note of an item", "有制度, 合规", '有制度 "合规", 合规'],
    ["a title that is a name", '标题 "部门整体支出绩效自评"', '标题 "满意度"'],
  ])("%s", (_, from, to) => {
    expect(checked(RULES.replace(from, () => to)).found).toEqual([]);
  });
});

describe("the fix of glued words", () => {
  const fixesOf = (text: string): readonly (readonly [boolean, string])[] => {
    const { diagnostics } = compile({ file: "甲.heng", text });
    const fixes = diagnostics.filter(({ code }) => code === "H1010").flatMap((one) => one.fixes);
    return fixes.map(({ safe, edits }) => [safe, edits[0]?.text ?? ""]);
  };
  const counted = (target: string): string =>
    RULES.replace("值 = 控制率\n", `值 = 违规次数\n${target}\n`)
      .replace("超过 100% 每 1个百分点 扣 0.5分", "每超过1次扣1分")
      .replace("      违规次数 每 1次 扣 1分 最多扣 2分\n", "");
  it("counts beyond the target only where there is one, and not unasked", () => {
    expect(fixesOf(counted("目标 <= 2次"))).toEqual([[false, "超过 目标 每 1次 扣 1分"]]);
    expect(fixesOf(counted(""))).toEqual([]);
    const { diagnostics } = compile({ file: "甲.heng", text: counted("") });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });
});

describe("what is said and mended of a mistake", () => {
  const words = (from: string, to: string): readonly (string | undefined)[] => {
    const [first] = compile({ file: "甲.heng", text: RULES.replace(from, () => to) }).diagnostics;
    return [first?.message.zh, first?.mend.zh];
  };
  it.each([
    ["目标 >= 100%", "目标 100%", "这里要写 >=、<=、= 或 在 [a, b]，写的却是“100%”"],
    ["指标 效果 30分 {", "指标 效果 30分", "“30分”后面缺少 {"],
    ["全年预算数 万元", "全年预算数（万元）", "全年预算数（万元）：单位不放进括号，空一格写在名称后面"],
    ["目标 >= 100%", "目标 达到95%", "这里要写 >= 95%，写的却是“达到95%”"],
    ["目标 >= 100%", "目标 达到 编制人数", "这里要写 >= 编制人数，写的却是“达到”"],
    ["目标 >= 100%", "目标 控制在 95% 以内", "这里要写 <= 95%，写的却是“控制在”"],
    ["目标 >= 100%", "目标值达到95%", "没有“目标值达到95%”这个写法，是不是“目标 >= 95%”"],
    ["    值 = 在职人数", "    在职人数", "这里要写 值 =，写的却是“在职人数”"],
    [
      "改革完成情况 }\n  指标 群众",
      "改革完成情况 { 达成 得 满分 } }\n  指标 群众",
      "这里要写 酌情得 和区间，如 酌情得 [80%, 100%]，写的却是“得”",
    ],
    ["<= 2022年11月30日", "<= 2022-11-30", "这样写是两个减号，算出来是一个数，这里要的是 日期"],
    ["20分", "20%", "分 和 比率（%） 不能相加减或比较"],
  ])("%s → %s", (from, to, expected) => {
    expect(words(from, to)[0]).toBe(expected);
  });
  it.each([
    ["预算执行率 18分", "预算执行率 90%", "写上得分，如 8.63分；比率要先乘以分值"],
    ["得 60%", "得 60", "写上单位“分”或“%”"],
    ["标题", "# 甲\n标题", "注解写在 // 后面；是名称里的字，就把整个名称放进 「 」"],
    ["差 其他", "差 < 60分", "写成 差 其他"],
    ["{ 预算执行率 18分", "{ 执行率 18分", "是不是“预算执行率”？"],
    ["20分", "20%", "分值、得分写成 10分；比例要换成分，再乘以 分值"],
    ["得分保留 2位小数", "得分保留 2", "补上 2位小数"],
    ["违规次数 每 1次 扣", "违规次数 每次 扣", "改为 每 1次"],
    ["违规次数 次", "违规次数 次数", "是不是“次”？新的计量单位先写一行：单位 次数"],
    ["报送日 日期", "报送日 时间", "是不是“日期”“天”？新的计量单位先写一行：单位 时间"],
    ["全年预算数 万元", "全年预算数 金额", "是不是“万元”“元”？新的计量单位先写一行：单位 金额"],
    ["满意度 比率", "满意度 百分比", "是不是“比率”？新的计量单位先写一行：单位 百分比"],
    ["评分 要点 财务制度", "评分 财务制度", "改为 要点 财务制度"],
    ["评分 要点 财务制度", "评分 每缺一项扣2分", "改为 要点 财务制度 每缺一项"],
    ["评分 要点 财务制度", "评分 要点", "补上 清单的名称，如 财务制度"],
    ["评分 要点 财务制度", "评分 要点评分", "改为 要点"],
    ["评分 定性 改革完成情况", "评分 改革完成情况", "改为 定性 改革完成情况"],
    ["评分 定性 改革完成情况", "评分 档案管理", "改为 分档 档案管理 { … }"],
    ["评分 按比例", "评分 反比", "改为 按比例 反比"],
    ["评分 定性 改革完成情况", "当 违规次数 > 1次 扣 2分", "改为 评分 扣分 { 当 … }"],
    ["评分 定性 改革完成情况", "当 违规次数 = 0次 加 2分", "改为 评分 加减 起点 0分 { 当 … }"],
    ["目标 >= 100%", "目标 100%", "在“100%”前面补上 >=、<=、= 或 在 [a, b]"],
    ["评分 达标", "不适用 当 编制人数 = 0人 得 满分; 评分 达标", "把“得”改成 按"],
  ])("%s → %s is mended", (from, to, expected) => {
    expect(words(from, to)[1]).toBe(expected);
  });
});

describe("a row that is not read", () => {
  it("is not mended by halves", () => {
    const wrong = RULES.replace("违规次数 每 1次 扣 1分", "违规次数 甚至 1% 扣1分");
    const { diagnostics } = compile({ file: "甲.heng", text: wrong });
    expect(diagnostics.map(({ code, fixes }) => [code, fixes])).toEqual([
      ["H1008", []],
      ["H1010", []],
    ]);
  });
  it("loses nothing to quotes in which another statement may be meant", () => {
    const { diagnostics } = compile({
      file: "甲.heng",
      text: RULES.replace('标题 "部门', '标题 部门整体 满分 100分 "'),
    });
    expect(diagnostics.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe)).toEqual([]);
  });
});

describe("a 方法 of the rule set named as if it were built in", () => {
  it("is one finding, which says how to call it", () => {
    const own = RULES.replace(
      "\n指标 预算执行率",
      "方法 不超(率, 上限) { 值 = 率; 目标 <= 上限; 评分 按比例 反比 }\n\n指标 预算执行率",
    );
    const { found, mended } = checked(
      own.replace("值 = 在职人数 / 编制人数\n    评分 达标 <= 100%", "评分 不超(在职人数 / 编制人数, 100%)"),
    );
    expect(found).toEqual(["H1009 不超"]);
    expect(mended).toContain("评分 方法 不超(在职人数 / 编制人数, 100%)");
    expect(checked(mended ?? "").found).toEqual([]);
  });
});

/** Rows as official tables word them: one finding each, whose mend says what was meant. */
describe("official wording", () => {
  const ROW = "超过 100% 每 1个百分点 扣 0.5分";
  const BANDS = "[90%, 100%] 得 满分\n      [60%, 90%) 得 60%\n      [0%, 60%) 得 0分";
  const STANDARD = "评分 达标 <= 100%";
  const TAKING = `评分 扣分 {
      ${ROW}
      违规次数 每 1次 扣 1分 最多扣 2分
    }`;
  // 目标 for the rows that count beyond it.
  const base = RULES.replace("    值 = 控制率\n", "    值 = 控制率\n    目标 <= 100%\n");
  interface Told {
    readonly code: string;
    readonly at: string;
    readonly fixes: readonly (readonly [safe: boolean, becomes: string])[];
    readonly left: readonly string[];
  }
  /** The only error; the row after each fix; what is left to say after the first. */
  function told(from: string, to: string): Told | readonly string[] {
    const text = base.replace(from, () => to);
    const errors = compile({ file: "甲.heng", text }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    const [one] = errors;
    if (errors.length !== 1 || !one?.range) return errors.map(({ code, message }) => `${code} ${message.zh}`);
    const { start, end } = one.range;
    const after = one.fixes.map(({ safe, edits }) => {
      const [edit] = edits;
      const mended = edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
      const line = text.slice(0, start).split("\n").length - 1;
      return { safe, mended, row: mended.split("\n")[line]?.trim() ?? "" };
    });
    return {
      code: one.code,
      at: text.slice(start, end),
      fixes: after.map(({ safe, row }) => [safe, row] as const),
      left: after.slice(0, 1).flatMap(({ mended }) =>
        compile({ file: "甲.heng", text: mended })
          .diagnostics.filter(({ severity }) => severity === "error")
          .map(({ code }) => code),
      ),
    };
  }
  it("is in none of the rules", () => {
    expect(checked(base).found).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ["超过 目标 每 1个百分点，扣 0.5分", "超过 目标 每 1个百分点 扣 0.5分", true],
    ["超过 目标 每 1个百分点, 扣 0.5分", "超过 目标 每 1个百分点 扣 0.5分", true],
    ["超过 目标 每 1个百分点、扣 0.5分", "超过 目标 每 1个百分点 扣 0.5分", true],
    ["每超过1个百分点，扣0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["每低于1个百分点，扣0.5分", "低于 目标 每 1个百分点 扣 0.5分", false],
    ["超过 目标 每 1个百分点 扣 0.5分，最多扣 2分", "超过 目标 每 1个百分点 扣 0.5分 最多扣 2分", true],
    ["每超一个点扣0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["每超过目标一个百分点，扣0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["超过目标的，每超过1个百分点，扣0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["每偏离1个百分点，扣0.5分", "偏离 目标 每 1个百分点 扣 0.5分", false],
    ["每增加1个百分点扣0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["每下降一个百分点扣1分", "低于 目标 每 1个百分点 扣 1分", false],
    ["超过100%的，每超1个百分点扣0.5分", "超过 100% 每 1个百分点 扣 0.5分", false],
    ["每超过目标值1个百分点，扣0.5分，最高扣2分", "超过 目标 每 1个百分点 扣 0.5分 最多扣 2分", false],
    ["超过 目标 每 1个百分点 扣 0.5分，扣完3分为止", "超过 目标 每 1个百分点 扣 0.5分 最多扣 3分", false],
    ["每超过1个百分点，扣减0.5分", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["每超1个百分点扣分值的5%", "超过 目标 每 1个百分点 扣 5%", false],
    ["每超一个百分点扣零点五分，扣完为止", "超过 目标 每 1个百分点 扣 0.5分", false],
    ["超过 百分之百 每 一个百分点 扣 零点五分", "超过 100% 每 1个百分点 扣 0.5分", true],
    ["超过 目标 每 两个百分点 扣 两分，最多扣十分", "超过 目标 每 2个百分点 扣 2分 最多扣 10分", true],
  ])("%s", (wording, mended, safe) => {
    expect(told(ROW, wording)).toEqual({
      code: "H1022",
      at: wording,
      fixes: [[safe, mended]],
      left: [],
    });
  });

  it.each<[string, string]>([
    ["每违规次数1次扣2分", "违规次数 每 1次 扣 2分"],
    ["每违规次数一次扣两分", "违规次数 每 1次 扣 2分"],
    ["每发生一次扣2分", "违规次数 每 1次 扣 2分"],
    ["每发生一次违规扣2分，扣完为止", "违规次数 每 1次 扣 2分"],
    ["每次违规扣2分", "违规次数 每 1次 扣 2分"],
    ["超支的每1个百分点扣1分", "超过 目标 每 1个百分点 扣 1分"],
    ["每高于目标的1个百分点扣1分", "超过 目标 每 1个百分点 扣 1分"],
  ])("that counts what it names: %s", (wording, mended) => {
    expect(told(ROW, wording)).toEqual({ code: "H1022", at: wording, fixes: [[false, mended]], left: [] });
  });

  it.each<[string]>([["每超过目标1%扣1分，扣完为止"], ["每超过目标的1%扣1分"], ["超支的每1%扣1分"]])(
    "whose % has two readings, asks, and both are right: %s",
    (wording) => {
      const fixes = [
        [false, "超过 目标 每 1个百分点 扣 1分"],
        [false, "超过 目标 每 (1% × 目标) 扣 1分"],
      ];
      expect(told(ROW, wording)).toEqual({ code: "H1022", at: wording, fixes, left: [] });
      const share = base.replace(ROW, "超过 目标 每 (1% × 目标) 扣 1分");
      expect(checked(share).found).toEqual([]);
    },
  );

  it("offers only what is right for the figure: a share of money, no percentage points", () => {
    const money = base
      .replace("值 = 控制率\n    目标 <= 100%", "值 = 三公经费支出\n    目标 <= 20万元")
      .replace(ROW, "每超过目标1%扣1分，扣完为止")
      .replace("定义 控制率 = 三公经费支出 / 三公经费预算", '核对 "支出" 三公经费支出 <= 三公经费预算');
    const errors = compile({ file: "甲.heng", text: money }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]?.mend.zh).toBe("写成 超过 目标 每 (1% × 目标) 扣 1分");
  });

  it.each<[string, string, string]>([
    ["否决 当 违规次数为0 得 0分", "否决 当 违规次数 = 0次 得 0分", STANDARD],
    ["否决 当 三公经费支出为零 得 0分", "否决 当 三公经费支出 = 0万元 得 0分", STANDARD],
    ["否决 当 违规次数不为0 得 0分", "否决 当 违规次数 ≠ 0次 得 0分", STANDARD],
  ])("in a condition: %s", (wording, mended, from) => {
    expect(told(from, `${wording}\n    ${from}`)).toEqual({
      code: "H1022",
      at: wording,
      fixes: [[false, mended]],
      left: [],
    });
  });

  it("of a field with its unit glued to it, told once and not where it is used", () => {
    expect(told("三公经费预算 万元 > 0", "三公经费预算万元 > 0")).toEqual({
      code: "H1022",
      at: "三公经费预算万元 > 0",
      fixes: [[false, "三公经费预算 万元 > 0"]],
      left: [],
    });
    expect(told("违规次数 次 >= 0", "违规次数次")).toMatchObject({ fixes: [[false, "违规次数 次"]] });
  });

  const DAYS = "评分 分档 { <= 2022年11月30日 得 满分; <= 2022年12月31日 得 5分; 其他 得 0分 }";
  it("of days leaves open whether the day itself counts", () => {
    const row = "2022年11月30日前 得 满分";
    const found = told(DAYS, `评分 分档 {\n      ${row}\n      其他 得 0分\n    }`);
    expect(found).toEqual({
      code: "H1022",
      at: row,
      fixes: [
        [false, "<= 2022年11月30日 得 满分"],
        [false, "< 2022年11月30日 得 满分"],
      ],
      left: [],
    });
    const within = told(DAYS, `评分 分档 {\n      2022年11月30日以前 得满分\n      其他 得 0分\n    }`);
    expect(within).toMatchObject({ fixes: [[false, "<= 2022年11月30日 得 满分"]], left: [] });
    const behind = `评分 分档 {\n      <= 2022年11月30日 得 满分\n      2022年11月30日后 得 0分\n    }`;
    expect(told(DAYS, behind)).toMatchObject({ fixes: [[false, "其他 得 0分"]], left: [] });
  });

  it.each<[string, string]>([
    ["，扣完为止", "，扣完为止"],
    ["；扣完为止", "扣完为止"],
    ["，直至扣完为止", "，直至扣完为止"],
  ])("that goes without saying: %s", (said, at) => {
    expect(told(ROW, ROW + said)).toEqual({
      code: "H1022",
      at,
      fixes: [[true, said.startsWith("；") ? `${ROW}；` : ROW]],
      left: [],
    });
  });

  it.each<[string, string]>([
    ["评分 每超过1个百分点扣0.5分", "评分 扣分 { 超过 目标 每 1个百分点 扣 0.5分 }"],
    ["评分：每超过1个百分点，扣0.5分", "评分 扣分 { 超过 目标 每 1个百分点 扣 0.5分 }"],
    ["评分 扣分 超过 目标 每 1个百分点 扣 0.5分", "评分 扣分 { 超过 目标 每 1个百分点 扣 0.5分 }"],
    ["评分 扣分 违规次数 每 1次 扣 1分", "评分 扣分 { 违规次数 每 1次 扣 1分 }"],
  ])("without braces: %s", (wording, mended) => {
    // 违规次数 is still used, so that nothing else is said.
    const found = told(TAKING, wording);
    expect(found).toEqual({ code: "H1022", at: wording, fixes: [[false, mended]], left: [] });
  });

  it.each<[string, string, string, boolean]>([
    ["评分：达标，≤100%。", "评分：达标，≤100%", "评分 达标 <= 100%。", true],
    ["评分 达标 80% <= 值 <= 100%", "评分 达标 80% <= 值 <= 100%", "评分 达标 在 [80%, 100%]", false],
    ["评分 达标 80%＜值≤100%", "评分 达标 80%＜值≤100%", "评分 达标 在 (80%, 100%]", false],
    [
      "评分 达标 80% <= 控制率 <= 100%",
      "评分 达标 80% <= 控制率 <= 100%",
      "评分 达标 控制率 在 [80%, 100%]",
      false,
    ],
  ])("in a standard: %s", (wording, at, mended, safe) => {
    expect(told(STANDARD, wording)).toEqual({ code: "H1022", at, fixes: [[safe, mended]], left: [] });
  });

  it("in what may be filed", () => {
    expect(told("满意度 比率 [0%, 100%]", "满意度 比率 0%-100%")).toEqual({
      code: "H1022",
      at: "满意度 比率 0%-100%",
      fixes: [[false, "满意度 比率 [0%, 100%]"]],
      left: [],
    });
    expect(told("评分 要点 财务制度", "评分 要点 财务制度 缺一不可")).toEqual({
      code: "H1009",
      at: "缺一不可",
      fixes: [[false, "指标 财务管理 12分 { 评分 要点 财务制度 缺一不得分 }"]],
      left: [],
    });
  });

  it.each<[string, readonly string[], string, readonly string[], boolean]>([
    [
      "a comma",
      [">= 90% 得 满分", ">= 60%，得 2分", "其他 得 0分"],
      ">= 60%，得 2分",
      [">= 60% 得 2分"],
      true,
    ],
    [
      "a comma before 酌情得",
      [">= 90% 得 满分", ">= 60%，酌情得 [1分, 2分]", "其他 得 0分"],
      ">= 60%，酌情得 [1分, 2分]",
      [">= 60% 酌情得 [1分, 2分]"],
      true,
    ],
    [
      "a range and a comma",
      ["[60%,100%]，得 满分", "其他 得 0分"],
      "[60%,100%]，得 满分",
      ["[60%,100%] 得 满分"],
      true,
    ],
    [
      "its own name",
      ["满意度>=90%，得满分", "其他 得 0分"],
      "满意度>=90%，得满分",
      ["当 满意度 >= 90% 得 满分"],
      false,
    ],
    [
      "its measure",
      ["群众满意度≥90%，得满分", "其他 得 0分"],
      "群众满意度≥90%，得满分",
      [">= 90% 得 满分"],
      false,
    ],
    ["no points", [">= 90% 得 满分", "其他，不得分"], "其他，不得分", ["其他 得 0分"], false],
    [
      "a stretch alone, which asks for its ends",
      ["10%~20% 得1分", "其他 得 0分"],
      "10%~20% 得1分",
      ["(10%, 20%] 得 1分", "[10%, 20%) 得 1分"],
      false,
    ],
    [
      "a stretch with the end that is included",
      ["60%（含）-90%，得 5分", "其他 得 0分"],
      "60%（含）-90%，得 5分",
      ["[60%, 90%) 得 5分"],
      false,
    ],
    [
      "a stretch with the end that is not",
      ["60%(不含)-90%(含) 得 5分", "其他 得 0分"],
      "60%(不含)-90%(含) 得 5分",
      ["(60%, 90%] 得 5分"],
      false,
    ],
    [
      "a bound that is included",
      ["90%（含）以上，得满分", "其他 得 0分"],
      "90%（含）以上，得满分",
      [">= 90% 得 满分"],
      false,
    ],
    [
      "a stretch between signs",
      ["60%≤群众满意度＜90%，得 5分", "其他 得 0分"],
      "60%≤群众满意度＜90%，得 5分",
      ["[60%, 90%) 得 5分"],
      false,
    ],
    [
      "a stretch below others",
      ["90%以上 得 满分", "60%-90%，得 5分", "其他 得 0分"],
      "60%-90%，得 5分",
      [">= 60% 得 5分"],
      false,
    ],
    [
      "a stretch above others",
      ["<= 50% 得 满分", "50%~60% 得 5分", "其他 得 0分"],
      "50%~60% 得 5分",
      ["<= 60% 得 5分"],
      false,
    ],
    [
      "the rest",
      ["90%以上 得 满分", "60%以上 得 5分", "60%以下 不得分"],
      "60%以下 不得分",
      ["其他 得 0分"],
      false,
    ],
    ["what is reached", ["达到90% 得满分", "其他 得 0分"], "达到90% 得满分", [">= 90% 得 满分"], false],
    [
      "the rest below what is reached",
      [">= 90% 得 满分", "低于90%得0分"],
      "低于90%得0分",
      ["其他 得 0分"],
      false,
    ],
    [
      "a whole band without points",
      ["20%以上 不得分", "其他 得 满分"],
      "20%以上 不得分",
      [">= 20% 得 0分"],
      false,
    ],
  ])("in bands: %s", (_, bands, at, mended, safe) => {
    expect(told(BANDS, bands.join("\n      "))).toEqual({
      code: "H1022",
      at,
      fixes: mended.map((row) => [safe, row]),
      left: [],
    });
  });

  it("asks for the target where there is none, and does not mend without", () => {
    const text = RULES.replace("值 = 控制率\n", "值 = 违规次数\n")
      .replace(ROW, "每超一次，扣一分")
      .replace("      违规次数 每 1次 扣 1分 最多扣 2分\n", "");
    const errors = compile({ file: "甲.heng", text }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ code, fixes }) => [code, fixes])).toEqual([["H1022", []]]);
    expect(errors[0]?.mend.zh).toContain("先写上目标");
  });

  it("leaves a row as it is told where that is no better", () => {
    const text = base.replace(ROW, "每超过1个百分点，扣0.5分 甚至");
    const { diagnostics } = compile({ file: "甲.heng", text });
    expect(diagnostics.map(({ code }) => code)).not.toContain("H1022");
  });

  it("is told as often as other mistakes at most", () => {
    const rows = Array.from({ length: 300 }, () => "每超过1个百分点，扣0.5分").join("\n      ");
    const { diagnostics } = compile({ file: "甲.heng", text: base.replace(ROW, rows) });
    expect(diagnostics.length).toBeLessThanOrEqual(201);
    expect(diagnostics[0]?.code).toBe("H1022");
  });

  it("takes bands in turn only where they stand in turn", () => {
    const text = base.replace(BANDS, () => "90%以上 得 满分\n      0%-60% 得 2分\n      60%-90% 得 5分");
    const { diagnostics } = compile({ file: "甲.heng", text });
    expect(diagnostics.map(({ code }) => code)).not.toContain("H1022");
  });

  it("tells other rows where they stand", () => {
    const text = base.replace(ROW, "每超一个点扣零点五分，扣完为止").replace("评分 按比例", "评分 按比列");
    const { diagnostics } = compile({ file: "甲.heng", text });
    expect(diagnostics.map(({ code, range }) => `${code} ${text.slice(range?.start, range?.end)}`)).toEqual([
      "H1009 按比列",
      "H1022 每超一个点扣零点五分，扣完为止",
    ]);
    const later = base
      .replace(ROW, "每超一个点扣零点五分，扣完为止")
      .replace("评分 定性 改革", "评分 定行 改革");
    const [, last] = compile({ file: "甲.heng", text: later }).diagnostics;
    expect(later.slice(last?.range?.start, last?.range?.end)).toBe("定行");
    const [edit] = last?.fixes[0]?.edits ?? [];
    expect(later.slice(edit?.start, edit?.end)).toBe("定行");
  });

  it("is read beside units with any characters", () => {
    const text = base.replace(ROW, "每超一个点扣0.5分").replace("等级 {", "单位 「人(次」\n等级 {");
    expect(checked(text).found).toEqual(["H1022 每超一个点扣0.5分"]);
  });

  it("leaves the two readings of a step in percent to be chosen", () => {
    const text = base.replace(ROW, "每超过1%扣0.5分");
    expect(checked(text).found).toEqual(["H1010 每超过1%扣0.5分", "H1304 1%"]);
  });

  it("says of glued words that gain others what is written", () => {
    const text = base.replace(ROW, "每超过 1个百分点 扣 0.5分");
    const [one] = compile({ file: "甲.heng", text }).diagnostics;
    expect([one?.code, one?.mend.zh]).toEqual(["H1010", "写成 超过 目标 每"]);
  });
});
