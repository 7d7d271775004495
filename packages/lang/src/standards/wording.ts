/** How the official 评分标准 words figures, comparisons and readings; shared by the methods' `wording`. */
import type { Fraction } from "@heng/number";
import { printExpr } from "../core/print.ts";
import type { Expr } from "../core/program.ts";
import { showFigure } from "../core/show.ts";
import { isFigure, POINTS } from "../core/type.ts";
import type { Names } from "../names.ts";
import type { ComparisonSign } from "../syntax/tree.ts";
import type { BoundRange } from "../core/method.ts";

/** A range as it is worded: where it stands in the source does not matter. */
export type Stretch = Omit<BoundRange, "kind" | "origin">;
/** What a figure is compared with. */
export type Relation =
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly right: Expr }
  | ({ readonly kind: "range" } & Stretch);

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

/** `90%（含）以上`, `低于60%`, `晚于2022年11月30日`: the Chinese of tables says whether the bound itself is included. */
function comparisonWords(sign: ComparisonSign, right: Expr, lang: keyof Names): string {
  const of = words(right, lang);
  const date = right.type.kind === "date";
  if (lang === "en") {
    const texts: Readonly<Record<ComparisonSign, string>> = {
      ">=": date ? `${of} or later` : `at least ${of}`,
      ">": date ? `after ${of}` : `above ${of}`,
      "<=": date ? `${of} or earlier` : `at most ${of}`,
      "<": date ? `before ${of}` : `below ${of}`,
      "=": `equal to ${of}`,
      "≠": `other than ${of}`,
    };
    return texts[sign];
  }
  const texts: Readonly<Record<ComparisonSign, string>> = {
    ">=": `${of}（含）${date ? "以后" : "以上"}`,
    ">": `${date ? "晚于" : "超过"}${of}`,
    "<=": `${of}（含）${date ? "以前" : "以下"}`,
    "<": `${date ? "早于" : "低于"}${of}`,
    "=": `等于${of}`,
    "≠": `不等于${of}`,
  };
  return texts[sign];
}

/** `预算执行率在100%（含）以上`, `差错数超过3个` */
export function standsWords(name: string, comparison: Relation, lang: keyof Names): string {
  const text = conditionWords(comparison, lang);
  if (lang === "en") return `${name} is ${text}`;
  // 超过, 低于, 等于 are verbs of their own; 3%～5% and 3%以上 need one.
  const included =
    comparison.kind === "compare"
      ? comparison.sign === ">=" || comparison.sign === "<="
      : comparison.low && comparison.high
        ? words(comparison.low, lang) !== words(comparison.high, lang)
        : !(comparison.low ? comparison.lowOpen : comparison.highOpen);
  return `${name}${included ? "在" : ""}${text}`;
}

/** A condition as a table words it: `在职人员控制率在100%（含）以下且已公开`. */
export function holdsWords(e: Expr, lang: keyof Names): string {
  const zh = lang === "zh";
  const part = (of: Expr): string =>
    of.node === "logic"
      ? `${zh ? "（" : "("}${holdsWords(of, lang)}${zh ? "）" : ")"}`
      : holdsWords(of, lang);
  switch (e.node) {
    case "compare": {
      const left = words(e.left, lang);
      if (isFigure(e.left.type)) {
        return standsWords(left, { kind: "compare", sign: e.sign, right: e.right }, lang);
      }
      const right = words(e.right, lang);
      if (e.sign === "=") return zh ? `${left}为“${right}”` : `${left} is “${right}”`;
      return zh ? `${left}不为“${right}”` : `${left} is not “${right}”`;
    }
    case "logic":
      return e.of
        .map(part)
        .join(zh ? (e.connective === "and" ? "且" : "或") : e.connective === "and" ? " and " : " or ");
    case "not":
      return zh ? `不属于“${part(e.of)}”` : `not “${part(e.of)}”`;
    default:
      return words(e, lang);
  }
}

/** `60%（含）～80%（不含）`; a range with one end, or of one figure, is worded as a comparison. */
function rangeWords(range: Stretch, lang: keyof Names): string {
  const { low, high, lowOpen, highOpen } = range;
  if (low && high) {
    const side = (of: Expr, open: boolean): string =>
      lang === "zh"
        ? `${words(of, lang)}（${open ? "不含" : "含"}）`
        : `${words(of, lang)} (${open ? "excluded" : "included"})`;
    if (words(low, lang) === words(high, lang)) return comparisonWords("=", low, lang);
    return lang === "zh"
      ? `${side(low, lowOpen)}～${side(high, highOpen)}`
      : `from ${side(low, lowOpen)} to ${side(high, highOpen)}`;
  }
  if (low) return comparisonWords(lowOpen ? ">" : ">=", low, lang);
  if (high) return comparisonWords(highOpen ? "<" : "<=", high, lang);
  return lang === "zh" ? "任何值" : "any value";
}

/** Points that are judged: `1分至5分`; an end that is left out is said. */
export function judgedWords(range: Stretch, lang: keyof Names): string {
  const { low, high, lowOpen, highOpen } = range;
  if (!low || !high || lowOpen || highOpen) return rangeWords(range, lang);
  return lang === "zh"
    ? `${words(low, lang)}至${words(high, lang)}`
    : `${words(low, lang)} to ${words(high, lang)}`;
}

/** A bound comparison or range in words. */
function conditionWords(comparison: Relation, lang: keyof Names): string {
  return comparison.kind === "compare"
    ? comparisonWords(comparison.sign, comparison.right, lang)
    : rangeWords(comparison, lang);
}

/** ① … ⑳, then (21) …; counted from 0. */
export function numeral(index: number): string {
  const ONE = 0x2460; // ①
  return index < 20 ? String.fromCodePoint(ONE + index) : `(${index + 1})`;
}
