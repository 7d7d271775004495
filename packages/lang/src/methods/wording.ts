/** How the official 评分标准 words figures, comparisons and readings; shared by the methods' `wording`. */
import type { Fraction } from "@heng/number";
import { printExpr } from "../core/print.ts";
import type { Expr } from "../core/program.ts";
import { showFigure } from "../core/show.ts";
import { POINTS } from "../core/type.ts";
import type { Names } from "../syntax/phrase.ts";
import type { ComparisonSign } from "../syntax/tree.ts";
import type { BoundComparison, BoundRange } from "./method.ts";

/** An expression by its names and literals: `全年支出数 ÷ 全年预算数`. */
export function words(e: Expr, lang: keyof Names): string {
  return printExpr(e, { lang });
}

/** Points as tables print them: `3分`. */
export function pointsWords(points: Fraction, lang: keyof Names): string {
  return showFigure(points, POINTS, lang);
}

/** The same text made once for each language. */
export function inBoth(text: (lang: keyof Names) => string): Names {
  return { zh: text("zh"), en: text("en") };
}

/** `90%（含）以上`, `低于60%`: the Chinese of tables says whether the number itself is included. */
export function comparisonWords(sign: ComparisonSign, right: Expr, lang: keyof Names): string {
  const of = words(right, lang);
  if (lang === "en") {
    const texts: Readonly<Record<ComparisonSign, string>> = {
      ">=": `at least ${of}`,
      ">": `above ${of}`,
      "<=": `at most ${of}`,
      "<": `below ${of}`,
      "=": `equal to ${of}`,
      "≠": `other than ${of}`,
    };
    return texts[sign];
  }
  const texts: Readonly<Record<ComparisonSign, string>> = {
    ">=": `${of}（含）以上`,
    ">": `高于${of}`,
    "<=": `${of}（含）以下`,
    "<": `低于${of}`,
    "=": `等于${of}`,
    "≠": `不等于${of}`,
  };
  return texts[sign];
}

/** `60%（含）～80%（不含）`; a range with one end is worded as a comparison. */
export function rangeWords(range: Omit<BoundRange, "kind" | "origin">, lang: keyof Names): string {
  const { low, high, lowOpen, highOpen } = range;
  if (low && high) {
    const side = (of: Expr, open: boolean): string =>
      lang === "zh"
        ? `${words(of, lang)}（${open ? "不含" : "含"}）`
        : `${words(of, lang)} (${open ? "excluded" : "included"})`;
    return lang === "zh"
      ? `${side(low, lowOpen)}～${side(high, highOpen)}`
      : `from ${side(low, lowOpen)} to ${side(high, highOpen)}`;
  }
  if (low) return comparisonWords(lowOpen ? ">" : ">=", low, lang);
  if (high) return comparisonWords(highOpen ? "<" : "<=", high, lang);
  return lang === "zh" ? "任何值" : "any value";
}

/** A bound comparison or range in words. */
export function conditionWords(comparison: BoundComparison, lang: keyof Names): string {
  return comparison.kind === "compare"
    ? comparisonWords(comparison.sign, comparison.right, lang)
    : rangeWords(comparison, lang);
}

/** ① … ⑳, then (21) …; counted from 0. */
export function numeral(index: number): string {
  const ONE = 0x2460; // ①
  return index < 20 ? String.fromCodePoint(ONE + index) : `(${index + 1})`;
}
