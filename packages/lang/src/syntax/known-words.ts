/** Words of rules that are no keywords: comparisons, units, and what official tables write for a clause. */
import type { ComparisonSign } from "./tree.ts";

/** Comparisons in words, standing before what is compared with. */
export const SIGN_WORDS: ReadonlyMap<string, ComparisonSign> = new Map([
  ["不低于", ">="],
  ["不少于", ">="],
  ["不小于", ">="],
  ["大于等于", ">="],
  ["大于或等于", ">="],
  ["不超过", "<="],
  ["不高于", "<="],
  ["不大于", "<="],
  ["不多于", "<="],
  ["小于等于", "<="],
  ["小于或等于", "<="],
  ["大于", ">"],
  ["高于", ">"],
  ["多于", ">"],
  ["超过", ">"],
  ["小于", "<"],
  ["低于", "<"],
  ["少于", "<"],
  ["不足", "<"],
  ["等于", "="],
  ["不等于", "≠"],
]);

/** Words of official tables that stand for a clause of another spelling. */
export const MISWRITTEN: ReadonlyMap<string, string> = new Map([
  ...["缺一项", "缺1项", "缺项", "每缺1项", "每缺项"].map((word) => [word, "每缺一项"] as const),
  ["缺一不可", "缺一不得分"],
]);

/** Comparisons in words, standing after the number. */
export const SIGN_SUFFIXES: ReadonlyMap<string, ComparisonSign> = new Map([
  ["以上", ">="],
  ["以下", "<="],
  ["以内", "<="],
]);

export const SIGNS: ReadonlySet<string> = new Set<ComparisonSign>(["<", "<=", ">", ">=", "=", "≠"]);

/** Units every rule set knows; a file adds its own by `单位`. Used to read glued words, not to check kinds. */
export const COMMON_UNITS: readonly string[] = [
  "元",
  "千元",
  "万元",
  "亿元",
  "分",
  "个百分点",
  "人",
  "人次",
  "次",
  "个",
  "项",
  "件",
  "天",
  "月",
  "年",
  "行",
  "名",
  "位小数",
  "倍",
  "家",
  "户",
  "度",
];
