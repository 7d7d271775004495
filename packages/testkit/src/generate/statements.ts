/** Statements that random rule sets do without: files that are read and printed need all there are. */
import type { Random } from "../random.ts";

type Word = (zh: string, en: string) => string;

/** What 引用 "../共性/比率.heng" brings. */
export const INCLUDED = "定义 共用率(甲, 乙) = 甲 / 乙\n";

/** Statements that check: units, shared files, statistics, definitions, cases. */
export function clean(random: Random, word: Word): readonly string[] {
  const value = (): string => random.pick(["3.5万元", "3 万元", "-1,000元", "０．５万元"]);
  const all = [
    `${word("单位", "unit")} 课时`,
    `${word("引用", "include")} ${random.pick(['"../共性/比率.heng"', "“../共性/比率.heng”"])}`,
    `${word("数据", "data")} {\n另有资金 万元 "说明，\\ ；"\n另有课时 课时 >= 0\n另有时间 ${word("日期", "date")}\n另有记录 ${word("是否", "yesNo")}\n` +
      `另有清单 ${word("清单", "items")} { 甲项 "第一；项"，「乙 项」、丙项 }\n另有说明 ${word("文本", "text")}\n}`,
    `${word("定义", "define")} 「另定 义」 = ${word("如果", "if")} 另有记录 = ${word("是", "yes")} ${word("则", "then")} 另有资金 ${word("否则", "else")} (\n0万元 + ${word("最大", "max")}(另有资金, 1万元)\n)`,
    `${word("案例", "scenario")} "另一案例" {\n${word("数据", "data")} { 另有资金：${value()}；另有记录 = ${word("否", "no")}，另有时间 2022年3月5日 }\n` +
      `${word("数据", "data")} {\n另有清单 { 甲项 ${word("是", "yes")}; 「乙 项」 ${word("否", "no")} }\n另有说明 "一句；话"\n}\n` +
      `${word("应得", "expect")} { ${word("合计", "total")} ${word("待补", "pending")}; ${word("等级", "grade")} 差 }\n}`,
  ];
  // What declares stays, so that the rest may use it.
  return all.filter((_, i) => i === 0 || i === 2 || !random.once(4));
}

/** Statements that parse and are told to come later: 自定指标, and what one year changes of another. */
export function later(random: Random, word: Word): readonly string[] {
  const indicator = word("指标", "indicator");
  const use = word("用", "use");
  const all = [
    `${word("统计", "statistics")} {\n均资 = ${word("平均", "average")}( 另有资金 )\n名次数 = ${word("名次", "rank")}(另有课时，${word("升序", "ascending")})\n}`,
    `${word("核对", "crossCheck")} “另一核对” 另有资金 - ${word("上年", "lastYear")}.另有资金 = 0万元 ${word("误差", "tolerance")} 0.01 万元`,
    `${word("自定指标", "projectRows")} 绩效指标 90分 {\n${word("分组", "group")} 产出指标 50 分 { 数量指标，质量指标、「时效 指标」 }\n` +
      `${word("分组", "group")} 效益指标 40分 {\n经济效益,\n社会效益\n}\n${word("每组", "eachGroup")} ${word("至少", "atLeast")} 1个 ${word("至多", "atMost")} 30 个\n` +
      `>= ${use} ${word("按比例", "proportional")}；≤ ${use} ${word("按比例", "proportional")} ${word("线性", "linear")}\n= ${use} ${word("达标", "threshold")}\n${word("定性", "qualitative")} ${use} ${word("定性", "qualitative")}\n` +
      `${word("须说明", "mustExplain")} ${word("当", "when")} ${word("完成率", "completion")} > 130% ${word("或", "or")} ${word("得分", "score")} < ${word("分值", "points")}\n}`,
    `${word("修改", "amend")} ${indicator} 甲组 / 「乙、组」 { ${word("分值", "points")} 12 分；${word("依据", "basis")} “某号文” }`,
    `${word("修改", "amend")} ${indicator} 甲组 {\n${word("评分", "standard")} ${word("达标", "threshold")} >= 90%\n${word("名称", "name")} 丁组\n}`,
    `${word("修改", "amend")} ${word("满分", "fullMarks")} 120分`,
    `${word("删除", "remove")} ${indicator} 甲组/丙组`,
    `${word("新增", "add")} ${indicator} 目标管理 4 分 ${word("于", "under")} 甲组/丁组 ${random.pick([word("之后", "after"), word("之前", "before")])} 戊组 { ${word("评分", "standard")} ${word("人工", "judged")} }`,
    `${word("新增", "add")} ${word("加分项", "bonus")} 创新 ${word("至多", "atMost")} 5分 {\n${word("评分", "standard")} ${word("人工", "judged")}\n}`,
    `${word("调整", "adjust")} ${word("数据", "data")} { 在职人数 ${word("原名", "was")} 年末人数；支出 ${word("单位", "unit")} 元\n满意度 ${word("比率", "ratio")} [0%，100%] "说明"\n}`,
  ];
  return random.shuffle(all).slice(0, random.between(1, all.length));
}
