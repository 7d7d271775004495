import { fraction, type Fraction } from "@heng/number";
import type { Names } from "../names.ts";

/** Powers of base units, sorted by code point: `[["人", -1], ["元", 1]]` is 元/人. Empty: no dimension. */
export type Dimension = readonly (readonly [base: string, power: number])[];

/** The grades of a 定性 as filings name them, from the best down (财预〔2020〕10号). */
export const QUALITATIVE_GRADES = ["达成", "部分达成", "未达成"] as const;

/**
 * What kind of figure an expression is. Values inside are in base units (元, not 万元; a ratio is its plain fraction;
 * dates are day numbers); `unit` and `factor` say how the figure is shown: shown × factor = base.
 */
export type Type =
  | { readonly kind: "number" }
  /** `ratio`: 比率; `percentagePoints`: 个百分点; `difference`: of two ratios, goes with either. */
  | {
      readonly kind: "ratio";
      readonly sense: "ratio" | "percentagePoints" | "difference";
      /** Of a difference: how it is shown. */
      readonly inPercentagePoints?: boolean;
    }
  | {
      readonly kind: "quantity";
      readonly dimension: Dimension;
      readonly unit: string;
      readonly factor: Fraction;
    }
  | { readonly kind: "points" }
  | { readonly kind: "date" }
  | { readonly kind: "yesNo" }
  | { readonly kind: "option"; readonly options: readonly string[] }
  | { readonly kind: "checklist"; readonly items: readonly string[] }
  | { readonly kind: "qualitative" }
  | { readonly kind: "text" };

export const NUMBER: Type = { kind: "number" };
export const RATIO: Type = { kind: "ratio", sense: "ratio" };
export const PERCENTAGE_POINTS: Type = { kind: "ratio", sense: "percentagePoints" };
export const POINTS: Type = { kind: "points" };
export const DATE: Type = { kind: "date" };
export const YES_NO: Type = { kind: "yesNo" };

/** Whether a ratio is shown in 个百分点. */
export function inPercentagePoints(type: Type): boolean {
  return type.kind === "ratio" && (type.sense === "percentagePoints" || type.inPercentagePoints === true);
}

/** Whether values of the type are fractions. */
export function isFigure(type: Type): boolean {
  return (
    type.kind === "number" ||
    type.kind === "ratio" ||
    type.kind === "quantity" ||
    type.kind === "points" ||
    type.kind === "date"
  );
}
/** Days: what dates differ by. */
export const DAYS: Type = { kind: "quantity", dimension: [["天", 1]], unit: "天", factor: fraction(1n) };

const KIND_NAMES: ReadonlyMap<Type["kind"], Names> = new Map([
  ["number", { zh: "没有单位的数", en: "a plain number" }],
  ["points", { zh: "分", en: "points (分)" }],
  ["date", { zh: "日期", en: "a date" }],
  ["yesNo", { zh: "是否", en: "yes or no" }],
  ["option", { zh: "选项", en: "an option" }],
  ["checklist", { zh: "清单", en: "a checklist" }],
  ["qualitative", { zh: "定性", en: "a qualitative grade" }],
  ["text", { zh: "文本", en: "a text" }],
]);

/** A kind in plain words for messages: `万元`, `比率（%）`, `个百分点`, `是否`. */
export function kindName(type: Type): Names {
  if (type.kind === "quantity") return { zh: type.unit, en: type.unit };
  if (type.kind === "ratio") {
    return type.sense === "percentagePoints"
      ? { zh: "个百分点", en: "percentage points" }
      : { zh: "比率（%）", en: "a ratio (%)" };
  }
  return KIND_NAMES.get(type.kind) ?? { zh: type.kind, en: type.kind };
}
