import { defineDiagnostic, type FaultCause, type Names } from "@heng/lang";

type Cause = Exclude<FaultCause, "divisionByZero">;

const CAUSES: Readonly<Record<Cause, Names>> = {
  changeFromNothing: {
    zh: "变动率的旧值不大于 0，无从比较",
    en: "the old value of the change rate is not above 0",
  },
  pointsNotAscending: {
    zh: "插值各点算出来不是从小到大",
    en: "the points of the interpolation do not come out ascending",
  },
  noRows: {
    zh: "没有可供计算的明细行，或者权重合计为 0",
    en: "there are no rows to work on, or their weights sum to 0",
  },
  negativeWeight: { zh: "加权平均的权重有负数", en: "a weight of the weighted average is negative" },
  stepNotPositive: { zh: "“每”的步长算出来不大于 0", en: "the step of “each” does not come out above 0" },
  targetNegative: {
    zh: "目标是负数，没有比例可言",
    en: "the target is below 0: nothing is in proportion to it",
  },
  shareOutsideGrade: {
    zh: "填报的完成比例与填报的定性等次不符",
    en: "the share that was filed does not belong to the grade that was filed",
  },
  openStandard: {
    zh: "评分标准待定，要由沿用它的规则集补上",
    en: "its standard is open, left to a rule set that inherits this one",
  },
  noBand: { zh: "没有一档适用于这个值", en: "no band holds for this value" },
};

const ANY: Names = {
  zh: "核对有关数据；数据无误的，在规则中用“不适用”“否决”或“如果”写明这种情形怎样计分",
  en: "Check the data; if they are right, let the rules say what the score is then, with notApplicable, veto or if",
};

/** What is mended otherwise. */
const MENDS: Partial<Record<Cause, Names>> = {
  shareOutsideGrade: {
    zh: "按实际完成的比例改填等次，或更正比例，使两者相符；不涉及规则",
    en: "File the grade that the share belongs to, or mend the share, so that the two agree; the rules stay as they are",
  },
  noRows: {
    zh: "在明细中填上各行（权重不都为 0）；确实一行也没有的，在规则中用“不适用”“否决”或“如果”写明怎样计分",
    en: "File the rows (with weights that are not all 0); if there are none, let the rules say what the score is then, with notApplicable, veto or if",
  },
  negativeWeight: {
    zh: "更正明细中为负的权重",
    en: "Mend the weight that is negative",
  },
  openStandard: {
    zh: "与数据无关：由定规则的部门把“待定”改成评分标准",
    en: "No data can mend this: whoever makes the rules puts a standard in place of open",
  },
};

interface Data {
  readonly indicator: string;
  readonly cause: Cause;
  /** What was filed, where the rules say more than the cause. */
  readonly detail?: Names;
}

/** Why there is no figure. */
export function noFigure({ cause, detail }: Omit<Data, "indicator">): Names {
  const { zh, en } = CAUSES[cause];
  return detail === undefined ? { zh, en } : { zh: `${zh}（${detail.zh}）`, en: `${en} (${detail.en})` };
}

/** A figure that an indicator needs does not exist for this filing. */
export const H3105 = defineDiagnostic<Data>({
  code: "H3105",
  severity: "error",
  message: ({ indicator, ...data }) => ({
    zh: `“${indicator}”无法计算：${noFigure(data).zh}`,
    en: `"${indicator}" cannot be worked out: ${noFigure(data).en}`,
  }),
  mend: ({ cause }) => MENDS[cause] ?? ANY,
  example: { indicator: "结转结余变动率", cause: "changeFromNothing" },
});
