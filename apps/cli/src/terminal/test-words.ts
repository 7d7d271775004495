/** What an expectation is of, and what was expected and came out, in words. */
import type { Names } from "@heng/lang";
import type { TestedExpectation } from "@heng/scenarios";

/** `部门管理/资金投入`, `合计`, `等级`. */
export function subjectWords({ of }: Pick<TestedExpectation, "of">): Names {
  switch (of.kind) {
    case "total":
      return { zh: "合计", en: "total" };
    case "grade":
      return { zh: "等级", en: "grade" };
    case "indicator":
      return { zh: of.id, en: of.id };
  }
}

const STATES: ReadonlyMap<string, Names> = new Map([
  ["pending", { zh: "待补", en: "pending" }],
  ["notApplicable", { zh: "不适用", en: "not applicable" }],
  ["error", { zh: "错误", en: "an error" }],
]);

/** `8.63分`, `优`, `待补`. */
export function valueWords({ of }: Pick<TestedExpectation, "of">, value: string): Names {
  const state = STATES.get(value);
  if (state !== undefined) return state;
  const shown = of.kind === "grade" ? value : `${value}分`;
  return { zh: shown, en: shown };
}

/** `结转结余变动率 应得 3.00分，实得 2.00分`. */
export function outcomeWords(check: TestedExpectation): Names {
  const subject = subjectWords(check);
  const [expected, actual] = [valueWords(check, check.expected), valueWords(check, check.actual)];
  return {
    zh: `${subject.zh} 应得 ${expected.zh}，实得 ${actual.zh}`,
    en: `${subject.en}: ${expected.en} expected, ${actual.en} came out`,
  };
}

/** Where and why it differs: the indicator is named where it is another than the one the expectation names. */
export function differenceWords({ of, difference }: TestedExpectation): Names | undefined {
  if (difference === undefined) return undefined;
  const { indicator, says } = difference;
  const named = indicator !== "" && !(of.kind === "indicator" && of.id === indicator);
  if (!named) return says;
  return { zh: `差在“${indicator}”：${says.zh}`, en: `it is in “${indicator}”: ${says.en}` };
}
