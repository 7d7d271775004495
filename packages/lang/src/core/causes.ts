/** Causes of the language itself; those of a method stand where it is lowered. */
import type { FaultCause } from "./program.ts";

/** 变动率 with an old value ≤ 0. */
export const CHANGE_FROM_NOTHING: FaultCause = {
  id: "changeFromNothing",
  words: { zh: "变动率的旧值不大于 0，无从比较", en: "the old value of the change rate is not above 0" },
};

/** 平均, 最大 … of no rows, or 加权平均 with weights summing to 0. */
export const NO_ROWS: FaultCause = {
  id: "noRows",
  words: {
    zh: "没有可供计算的明细行，或者权重合计为 0",
    en: "there are no rows to work on, or their weights sum to 0",
  },
  mend: {
    zh: "在明细中填上各行（权重不都为 0）；确实一行也没有的，在规则中用“不适用”“否决”或“如果”写明怎样计分",
    en: "File the rows (with weights that are not all 0); if there are none, let the rules say what the score is then, with notApplicable, veto or if",
  },
};

export const NEGATIVE_WEIGHT: FaultCause = {
  id: "negativeWeight",
  words: { zh: "加权平均的权重有负数", en: "a weight of the weighted average is negative" },
  mend: { zh: "更正明细中为负的权重", en: "Mend the weight that is negative" },
};
