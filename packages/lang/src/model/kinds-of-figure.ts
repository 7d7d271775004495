/** What a field is filed in, where its kind of figure was written: 金额 is filed in 万元, 次数 in 次. */
import type { DeclaredUnits } from "./units.ts";
import { unitType } from "./units.ts";

const WORDS: readonly (readonly [words: string, filedIn: readonly string[]])[] = [
  ["金额 资金 经费 人民币 钱", ["万元", "元"]],
  ["时间 时点 年月日", ["日期", "天"]],
  ["天数 时长 期限 工作日", ["天"]],
  ["比例 百分比 百分率 百分数 占比 率", ["比率"]],
  ["百分点 点", ["个百分点"]],
  ["文字 字符 字符串 说明 备注", ["文本"]],
  ["数值 数字 数量 整数 小数", ["数"]],
  ["布尔 布尔值 有无 是非", ["是否"]],
  ["等次 程度", ["定性"]],
  ["多选 列表", ["清单"]],
  ["单选 枚举", ["选项"]],
];
const FILED_IN: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.flatMap(([words, units]) => words.split(" ").map((word) => [word, units] as const)),
);

/** `次数`: figures of 次. */
export function filedIn(word: string, units: DeclaredUnits): readonly string[] {
  const known = FILED_IN.get(word);
  if (known !== undefined) return known;
  const counted = /^(.+)数$/.exec(word)?.[1];
  return counted !== undefined && unitType(counted, units) !== undefined ? [counted] : [];
}
