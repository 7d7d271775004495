/** The data files that the manual pages show, read for the rule set they are filed for. */
import { readCsvFilings, readJsonFilings } from "@heng/forms";
import { compile, type Diagnostic } from "@heng/lang";

const RULES = `规则集 手册 2022年度
满分 12分
得分保留 2位小数
等级 {
  优 >= 9分
  差 其他
}
数据 {
  全年预算数 万元
  全年支出数 万元
  因公出国费 万元
  编制人数 人
  考察调研次数 次
  培训人次 人次
  满意度 比率
  验收日期 日期
  电费及时缴纳 是否
  财务制度 清单 { 有制度, 合规 }
  改革完成情况 定性
  档案情况 选项 { 完备, 基本完备, 不完备 }
  备注 文本
}
明细 项目 至多 9行 { 资金 万元 }
指标 能力建设 6分 { 指标 档案管理 3分 { 评分 人工 }; 指标 重点工作完成情况 3分 { 评分 人工 } }
指标 效果 6分 { 指标 档案管理 6分 { 评分 人工 } }
`;

/** What is found in a data file of a page. */
export function findingsInData(language: "csv" | "json", text: string): readonly Diagnostic[] {
  const { program, diagnostics } = compile({ file: "pages.heng", text: RULES });
  if (program === undefined) throw new Error(diagnostics.map((d) => d.message.zh).join("\n"));
  const read = language === "csv" ? readCsvFilings : readJsonFilings;
  return read(new TextEncoder().encode(text), program, `a.${language}`).diagnostics;
}
