import { CHANGE_FROM_NOTHING, defineDiagnostic, type FaultCause, type Names } from "@heng/lang";

const ANY: Names = {
  zh: "核对有关数据；数据无误的，在规则中用“不适用”“否决”或“如果”写明这种情形怎样计分",
  en: "Check the data; if they are right, let the rules say what the score is then, with notApplicable, veto or if",
};

interface Data {
  readonly indicator: string;
  readonly cause: FaultCause;
  /** What was filed, where the rules say more than the cause. */
  readonly detail?: Names;
}

/** Why there is no figure. */
export function noFigure({ cause, detail }: Omit<Data, "indicator">): Names {
  const { zh, en } = cause.words;
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
  mend: ({ cause }) => cause.mend ?? ANY,
  example: { indicator: "结转结余变动率", cause: CHANGE_FROM_NOTHING },
});
