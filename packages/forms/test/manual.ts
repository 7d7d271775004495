/** The rule set that the data files of the manual pages are filed for. */
import { compiled } from "./program.ts";

export const MANUAL = compiled({
  file: "pages.heng",
  text: `规则集 手册 2022年度
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
`,
});
