/** The spelling of 按比例. */
import type { Clauses } from "../../syntax/phrase.ts";
import type { Bound, BoundClauses } from "../../core/method.ts";
import { TAKES } from "../../standards/tally/rows.ts";

export const CLAUSES = {
  inverse: { zh: "反比", en: "inverse", shape: "flag" },
  linear: { zh: "线性", en: "linear", shape: "flag" },
  asAtLeast: { zh: "同正向", en: "asAtLeast", shape: "flag" },
  lesserOverGreater: { zh: "较小比较大", en: "lesserOverGreater", shape: "flag" },
  // Limits are of the completion, a ratio whatever 值 is measured in: no unit here, the check asks for %.
  below: { zh: "低于", en: "below", shape: "sum", then: ["nothing"] },
  above: {
    zh: "超过",
    en: "above",
    shape: "sum",
    then: ["nothing", "each", "eachFull", "eachStarted", "take"],
  },
  nothing: { zh: "不得分", en: "nothing", shape: "flag" },
  each: { zh: "每", en: "each", shape: "sum" },
  eachFull: { zh: "每满", en: "eachFull", shape: "sum" },
  eachStarted: { zh: "每不满", en: "eachStarted", shape: "sum" },
  take: TAKES.take,
  upTo: { zh: "最高", en: "upTo", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export const READINGS = ["inverse", "linear", "asAtLeast", "lesserOverGreater"] as const;
export type Above = NonNullable<BoundClauses<typeof CLAUSES>["above"]>;

/** How a figure stands to its target; `atLeast` needs no reading. */
export type Proportion = "atLeast" | (typeof READINGS)[number];

export type Proportional = Bound<{ readonly clauses: typeof CLAUSES }>;

export function proportionOf(m: Proportional): Proportion {
  return READINGS.find((key) => m.clauses[key]) ?? "atLeast";
}
