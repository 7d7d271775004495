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
  noTarget: { zh: "这个指标没有可用的“目标”", en: "the indicator has no target that is one figure" },
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

export const H1105 = defineDiagnostic<{
  name: string;
  why:
    | "tooDeep"
    | "needsArguments"
    | "isStandard"
    | "isRows"
    | "noValue"
    | "noTarget"
    | "scoreOnlyInMustExplain"
    | "rowsOutsideAggregate"
    | "noItems";
}>({
  code: "H1105",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”不能用在这里：${WHY[d.why].zh}`,
    en: `“${d.name}” cannot be used here: ${WHY[d.why].en}`,
  }),
  mend: (d) => ({
    zh:
      d.why === "noValue"
        ? `补上一行 值 = …`
        : d.why === "noTarget"
          ? `补上一行 目标 …`
          : `按上面的说明改写；若有同名的数据，写成「${d.name}」`,
    en:
      d.why === "noValue"
        ? `add a line value = …`
        : d.why === "noTarget"
          ? `add a line target …`
          : `write it as said; a field of that name is written 「${d.name}」`,
  }),
});
