/** What sentences are made of, in both languages, and how scores are written in them. */
import { equals, exactText, fixed, fraction, power10, type Fraction } from "@heng/number";
import { cutDecimal, POINTS, showFigure, type Lang, type Names } from "@heng/lang";
import type { Catalogue } from "../work/catalogue.ts";
import { rangeOf, type Figure } from "../work/outcome.ts";
import type { Printer } from "./print.ts";

export const WORDS = {
  zh: {
    semicolon: "；",
    comma: "，",
    stop: "。",
    list: "、",
    score: "得分",
    get: "得",
    total: "合计",
    points: (n: string) => `${n}分`,
    paren: (text: string) => `（${text}）`,
    quote: (name: string) => (name.includes("“") ? `「${name}」` : `“${name}”`),
    rounded: (from: string, unit: string) => `${from}，四舍五入到 ${unit}`,
    basis: (basis: string) => `依据：${basis}。`,
    reason: (reason: string) => `说明：${reason}。`,
    notBelow: (n: string) => `不低于 ${n}`,
    atMost: (n: string) => `最高 ${n}`,
    reweighted: (n: string) => `分值经剔除分摊为 ${n}`,
    excess: (n: string) => `其中 ${n} 超过分值，计作加分`,
    taken: (n: string) => `扣 ${n}`,
    takenAtMost: (n: string) => `最多扣 ${n}`,
    nothingTaken: "不扣分",
    notApplicable: {
      fullMarks: "按满分计",
      zero: "按零分计",
      redistribute: "剔除，分值分摊给同级其他指标",
      rescale: "不计分值，由上级折算",
    },
    /** Where it is no matter of weights how a leaf is left out. */
    leftOutOf: {
      average: "不计入平均",
      weighted: "不计入加权平均",
      group: "剔除，同级各项也不适用",
      bonus: "不加分",
      penalty: "不扣分",
    },
    notApplicableAs: (when: string, as: string) => `${when}，因此不适用，${as}`,
    veto: (when: string) => `否决（${when}）`,
    same: (fields: string) => `不论 ${fields} 是多少`,
    pending: (why: string) => `待补：${why}`,
    lacks: (fields: string) => `缺少 ${fields}`,
    open: (names: string) => `${names} 未定`,
    pendingWeight: "待补：分值要看其他指标是否适用",
    between: (low: string, high: string) => `得分在 ${low} 至 ${high} 之间`,
    maybeOut: "是否适用待定",
    allOut: { redistribute: "各项均不适用，剔除", rescale: "各项均不适用，不计分值，由上级折算" },
    noTotal: "各项均不适用，没有合计",
    leftOut: (names: string) => `${names} 不适用，未计入`,
    rescaled: (points: string) => `适用分值 ${points}`,
    rescaleName: "折算",
    capped: (n: string) => `封顶 ${n}`,
    floor: "不低于 0分",
    extras: "加减分后",
    grade: (grade: string) => `等级 ${grade}`,
    gradeOpen: (grades: string) => `等级可能是 ${grades}`,
    fault: (reason: string) => `无法计算：${reason}`,
    failed: (names: string) => `无法得出：${names} 有错误`,
    limitOpen: (when: string) => `否决（${when}）成立与否待定`,
    limitFails: (when: string, reason: string) => `否决（${when}）成立与否无法判断，因为${reason}`,
  },
  en: {
    semicolon: "; ",
    comma: ", ",
    stop: ".",
    list: ", ",
    score: "score",
    get: "score",
    total: "total",
    points: (n: string) => `${n}分`,
    paren: (text: string) => ` (${text})`,
    quote: (name: string) => `"${name}"`,
    rounded: (from: string, unit: string) => `${from}, rounded half up to ${unit}`,
    basis: (basis: string) => ` Basis: ${basis}.`,
    reason: (reason: string) => ` Reason: ${reason}.`,
    notBelow: (n: string) => `not below ${n}`,
    atMost: (n: string) => `at most ${n}`,
    reweighted: (n: string) => `its points become ${n} as siblings are left out`,
    excess: (n: string) => `of which ${n} go beyond its points and count as a bonus`,
    taken: (n: string) => `${n} taken`,
    takenAtMost: (n: string) => `at most ${n} taken`,
    nothingTaken: "nothing taken",
    notApplicable: {
      fullMarks: "full marks",
      zero: "no marks",
      redistribute: "left out, its points go to its siblings",
      rescale: "left out, to be rescaled above",
    },
    leftOutOf: {
      average: "left out of the mean",
      weighted: "left out of the weighted mean",
      group: "left out, as are all of its siblings",
      bonus: "nothing added",
      penalty: "nothing taken",
    },
    notApplicableAs: (when: string, as: string) => `${when}, so not applicable: ${as}`,
    veto: (when: string) => `vetoed (${when})`,
    same: (fields: string) => `whatever ${fields} may be`,
    pending: (why: string) => `pending: ${why}`,
    lacks: (fields: string) => `${fields} missing`,
    open: (names: string) => `${names} open`,
    pendingWeight: "pending: its points depend on whether other indicators apply",
    between: (low: string, high: string) => `the score lies between ${low} and ${high}`,
    maybeOut: "whether it applies is open",
    allOut: {
      redistribute: "nothing in it applies: left out",
      rescale: "nothing in it applies: left out, to be rescaled above",
    },
    noTotal: "nothing applies, so there is no total",
    leftOut: (names: string) => `${names} not applicable, left out`,
    rescaled: (points: string) => `applicable points ${points}`,
    rescaleName: "rescaled",
    capped: (n: string) => `capped at ${n}`,
    floor: "not below 0分",
    extras: "with bonuses and penalties",
    grade: (grade: string) => `grade ${grade}`,
    gradeOpen: (grades: string) => `the grade may be ${grades}`,
    fault: (reason: string) => `cannot be worked out: ${reason}`,
    failed: (names: string) => `cannot be worked out: ${names} in error`,
    limitOpen: (when: string) => `whether the veto (${when}) holds is open`,
    limitFails: (when: string, reason: string) =>
      `whether the veto (${when}) holds cannot be told, since ${reason}`,
  },
} as const;

export const TOTAL: Names = { zh: WORDS.zh.total, en: WORDS.en.total };

/** What all sentences of one result need. */
export interface Telling {
  readonly print: Printer;
  readonly catalogue: Catalogue;
  readonly places: number;
  /** Reasons and remarks of the filing by indicator id. */
  readonly texts: ReadonlyMap<string, string>;
}

const unitOf = (places: number): string => exactText(fraction(1n, power10(places)));
export const show = (value: Fraction, lang: Lang): string => showFigure(value, POINTS, lang);
/** A score: whole as it is, else, or where it was rounded to that, with the decimals of the table: `8.20分`. */
export const showScore = (value: Fraction, rounded: boolean, { places, print }: Telling): string =>
  value.n % value.d === 0n && !rounded
    ? show(value, print.lang)
    : WORDS[print.lang].points(fixed(value, places));

/** `（8.6277…，四舍五入到 0.01）`, nothing when rounding changed nothing. */
export function roundingNote(from: Fraction | undefined, to: Fraction, { places, print }: Telling): string {
  const words = WORDS[print.lang];
  return from === undefined || equals(from, to)
    ? ""
    : words.paren(words.rounded(cutDecimal(from), unitOf(places)));
}

/** `得分在 0分 至 10分 之间` */
export function between(score: Figure, { print, places }: Telling): string {
  const words = WORDS[print.lang];
  if (score.state === "error") return "";
  const { low, high } = rangeOf(score);
  return words.between(
    words.points(low ? fixed(low.value, places) : "-∞"),
    words.points(high ? fixed(high.value, places) : "∞"),
  );
}
