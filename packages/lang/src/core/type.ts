import type { Fraction } from "@heng/number";

/** Powers of base units, sorted by code point: `[["人", -1], ["元", 1]]` is 元/人. Empty: no dimension. */
export type Dimension = readonly (readonly [base: string, power: number])[];

/**
 * What kind of figure an expression is. Values inside are in base units (元, not 万元; a ratio is its plain fraction;
 * dates are day numbers); `unit` and `factor` say how the figure is shown: shown × factor = base.
 */
export type Type =
  | { readonly kind: "number" }
  /** `ratio`: 比率; `percentagePoints`: 个百分点; `difference`: of two ratios, goes with either. */
  | { readonly kind: "ratio"; readonly sense: "ratio" | "percentagePoints" | "difference" }
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
