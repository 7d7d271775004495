import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

const WHY = {
  tooDeep: { zh: "名称最多两段，如 财务制度.有制度", en: "a name has at most two parts" },
  needsArguments: {
    zh: "它是带括号的定义，要写成 名称(…)",
    en: "it is a function and takes arguments in ( )",
  },
  isStandard: {
    zh: "它是评分方法，只能写成 评分 方法 名称(…)",
    en: "it is a method and can only stand after standard",
  },
  isRows: {
    zh: "它是明细，要用 合计、计数、平均 等来取数",
    en: "it is a list of rows: use total, count, average …",
  },
  noValue: { zh: "这个指标没有写“值”", en: "the indicator has no value" },
  noTarget: {
    zh: "这个指标没有写“目标”，或者目标是区间，不是一个数",
    en: "the indicator has no target that is one figure",
  },
  insideValue: {
    zh: "这里正在算这个指标的“值”，算出来才能同目标比",
    en: "the value is being worked out here; it meets the target later",
  },
  scoreOnlyInMustExplain: {
    zh: "得分只能在“须说明”的条件里用，否则会绕成圈",
    en: "the score may be asked only in mustExplain",
  },
  rowsOutsideAggregate: {
    zh: "明细的列要放在 合计(…)、计数(…) 等里面",
    en: "a column of rows belongs inside total(…), count(…) …",
  },
  noItems: { zh: "它不是清单，没有下面的项目", en: "it is no checklist and has no items" },
} as const;

const MEND = {
  tooDeep: { zh: "去掉一段", en: "leave a part out" },
  needsArguments: { zh: "在名称后面写上括号和要代入的数", en: "write its arguments in ( )" },
  isStandard: { zh: "把它写到“评分 方法”后面", en: "write it after standard method" },
  isRows: { zh: "写成 合计(明细.列)、计数(明细) 等", en: "write total(rows.column), count(rows) …" },
  noValue: { zh: "补上一行 值 = …", en: "add a line value = …" },
  noTarget: { zh: "补上一行 目标 …", en: "add a line target …" },
  insideValue: { zh: "改用“数据”或“定义”里的名称", en: "use a field or definition" },
  scoreOnlyInMustExplain: { zh: "改用“值”来写条件，如 值 < 60%", en: "put the condition on the value" },
  rowsOutsideAggregate: { zh: "写成 合计(明细.列) 等", en: "write total(rows.column) …" },
  noItems: { zh: "去掉小数点和后面的部分", en: "leave out the dot and what follows" },
} as const;

export const H1105 = defineDiagnostic<{
  name: string;
  why:
    | "tooDeep"
    | "needsArguments"
    | "isStandard"
    | "isRows"
    | "noValue"
    | "noTarget"
    | "insideValue"
    | "scoreOnlyInMustExplain"
    | "rowsOutsideAggregate"
    | "noItems";
  /** Whether a field or 定义 of that name was declared, which the word hides here. */
  declared: boolean;
}>({
  code: "H1105",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”不能用在这里：${WHY[d.why].zh}`,
    en: `“${d.name}” cannot be used here: ${WHY[d.why].en}`,
  }),
  mend: (d) => {
    const { zh, en } = MEND[d.why];
    return d.declared
      ? {
          zh: `指的若是数据“${d.name}”，写成「${d.name}」；否则${zh}`,
          en: `write 「${d.name}」 for the field; else ${en}`,
        }
      : { zh, en };
  },
});
