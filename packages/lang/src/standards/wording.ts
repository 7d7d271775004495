/** Small words of the official 评分标准 and of messages; formulas and conditions are in `formula.ts`. */
import type { Fraction } from "@heng/number";
import { printExpr } from "../core/print.ts";
import type { Expr } from "../core/program.ts";
import { showFigure } from "../core/show.ts";
import { POINTS } from "../core/type.ts";
import type { Lang, Names } from "../names.ts";

/** An expression as rules write it, for messages: `全年支出数 ÷ 全年预算数`. */
export function words(e: Expr, lang: Lang): string {
  return printExpr(e, { lang });
}

/** Points as tables print them: `3分`. */
export function pointsWords(points: Fraction, lang: Lang): string {
  return showFigure(points, POINTS, lang);
}

/** The same text made once for each language. */
export function inBoth(text: (lang: Lang) => string): Names {
  return { zh: text("zh"), en: text("en") };
}

/** ① … ⑳, then (21) …; counted from 0. */
export function numeral(index: number): string {
  const ONE = 0x2460; // ①
  return index < 20 ? String.fromCodePoint(ONE + index) : `(${index + 1})`;
}
