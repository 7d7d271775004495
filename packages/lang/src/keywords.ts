import type { Names } from "./names.ts";

/**
 * The words of the structure, in both languages (language reference, section 10). The words of properties and of
 * methods stand in their own tables. All of them are contextual: a field may be called by any of them.
 */
export const KEYWORDS = {
  ruleset: { zh: "规则集", en: "ruleset" },
  year: { zh: "年度", en: "year" },
  inherit: { zh: "沿用", en: "inherit" },
  grade: { zh: "等级", en: "grade" },
  otherwise: { zh: "其他", en: "otherwise" },
  data: { zh: "数据", en: "data" },
  rows: { zh: "明细", en: "rows" },
  atMost: { zh: "至多", en: "atMost" },
  atLeast: { zh: "至少", en: "atLeast" },
  statistics: { zh: "统计", en: "statistics" },
  unit: { zh: "单位", en: "unit" },
  crossCheck: { zh: "核对", en: "crossCheck" },
  tolerance: { zh: "误差", en: "tolerance" },
  define: { zh: "定义", en: "define" },
  method: { zh: "方法", en: "method" },
  include: { zh: "引用", en: "include" },
  indicator: { zh: "指标", en: "indicator" },
  weighted: { zh: "加权", en: "weighted" },
  bonus: { zh: "加分项", en: "bonus" },
  penalty: { zh: "扣分项", en: "penalty" },
  scenario: { zh: "案例", en: "scenario" },
  expect: { zh: "应得", en: "expect" },
  projectRows: { zh: "自定指标", en: "projectRows" },
  group: { zh: "分组", en: "group" },
  eachGroup: { zh: "每组", en: "eachGroup" },
  use: { zh: "用", en: "use" },
  amend: { zh: "修改", en: "amend" },
  remove: { zh: "删除", en: "remove" },
  add: { zh: "新增", en: "add" },
  adjust: { zh: "调整", en: "adjust" },
  under: { zh: "于", en: "under" },
  after: { zh: "之后", en: "after" },
  before: { zh: "之前", en: "before" },
  was: { zh: "原名", en: "was" },
  name: { zh: "名称", en: "name" },

  // Figures a rule may ask for.
  value: { zh: "值", en: "value" },
  target: { zh: "目标", en: "target" },
  points: { zh: "分值", en: "points" },
  score: { zh: "得分", en: "score" },
  fullMarks: { zh: "满分", en: "fullMarks" },
  completion: { zh: "完成率", en: "completion" },
  lastYear: { zh: "上年", en: "lastYear" },

  // Answers and treatments.
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  pending: { zh: "待补", en: "pending" },
  notApplicable: { zh: "不适用", en: "notApplicable" },
  zero: { zh: "零分", en: "zero" },
  redistribute: { zh: "剔除", en: "redistribute" },
  rescale: { zh: "折算", en: "rescale" },

  // Kinds of fields.
  number: { zh: "数", en: "number" },
  ratio: { zh: "比率", en: "ratio" },
  yesNo: { zh: "是否", en: "yesNo" },
  qualitative: { zh: "定性", en: "qualitative" },
  items: { zh: "清单", en: "items" },
  options: { zh: "选项", en: "options" },
  text: { zh: "文本", en: "text" },
  date: { zh: "日期", en: "date" },

  // Functions.
  count: { zh: "计数", en: "count" },
  total: { zh: "合计", en: "total" },
  average: { zh: "平均", en: "average" },
  weightedAverage: { zh: "加权平均", en: "weightedAverage" },
  max: { zh: "最大", en: "max" },
  min: { zh: "最小", en: "min" },
  abs: { zh: "绝对值", en: "abs" },
  roundHalfUp: { zh: "四舍五入", en: "roundHalfUp" },
  floor: { zh: "向下取整", en: "floor" },
  ceil: { zh: "向上取整", en: "ceil" },
  change: { zh: "变动率", en: "change" },
  rank: { zh: "名次", en: "rank" },
  ascending: { zh: "升序", en: "ascending" },
  descending: { zh: "降序", en: "descending" },

  // Logic.
  and: { zh: "且", en: "and" },
  or: { zh: "或", en: "or" },
  not: { zh: "非", en: "not" },
  if: { zh: "如果", en: "if" },
  then: { zh: "则", en: "then" },
  else: { zh: "否则", en: "else" },
  in: { zh: "在", en: "in" },
  when: { zh: "当", en: "when" },
} as const satisfies Readonly<Record<string, Names>>;

export type Keyword = keyof typeof KEYWORDS;

/** Keywords by their spellings, in both languages. */
export function bySpelling<K extends Keyword>(keywords: readonly K[]): ReadonlyMap<string, K> {
  return new Map(
    keywords.flatMap((keyword) => {
      const { zh, en } = KEYWORDS[keyword];
      return [[zh, keyword] as const, [en, keyword] as const];
    }),
  );
}

const BY_WORD = bySpelling(Object.keys(KEYWORDS) as Keyword[]);

/** Words that stand for a figure of the indicator at hand. */
export const LEAF_WORDS = [
  "value",
  "target",
  "points",
  "score",
  "fullMarks",
  "completion",
] as const satisfies Keyword[];
/** Words that are kinds of fields. */
export const KIND_WORDS = [
  "number",
  "ratio",
  "yesNo",
  "qualitative",
  "items",
  "options",
  "text",
  "date",
] as const satisfies Keyword[];
const KINDS: ReadonlySet<Keyword> = new Set(KIND_WORDS);

export function isKind(keyword: Keyword): boolean {
  return KINDS.has(keyword);
}

/** Words that are functions. */
export const FUNCTION_WORDS = [
  "count",
  "total",
  "average",
  "weightedAverage",
  "max",
  "min",
  "abs",
  "roundHalfUp",
  "floor",
  "ceil",
  "change",
  "rank",
] as const satisfies Keyword[];

/** The structural keyword a word spells, in either language. */
export function keywordOf(word: string): Keyword | undefined {
  return BY_WORD.get(word);
}

/** The words of keywords, in both languages. */
export function wordsOf(...keywords: Keyword[]): ReadonlySet<string> {
  return new Set(bySpelling(keywords).keys());
}
