/** How figures look to people. Nothing shown here is ever computed with. */
import {
  compare,
  equals,
  exactText,
  fixed,
  finiteDecimal,
  divide,
  fraction,
  multiply,
  power10,
  roundHalfUp,
  type Fraction,
} from "@heng/number";
import type { Lang } from "../names.ts";
import { inPercentagePoints, type Type } from "./type.ts";

const HUNDRED = fraction(100n);
/** 1个百分点 */
const POINT = fraction(1n, 100n);

/** Decimals that are written out: as many as people may file. */
const SHORT = 12;

/** A number for reading: as it is while short, else cut (never rounded) after four decimals: `8.6277…`, `9.0000…`. */
export function cutDecimal(value: Fraction): string {
  const finite = finiteDecimal(value);
  if (finite !== undefined && (finite.split(".")[1] ?? "").length <= SHORT) return finite;
  const scale = power10(4);
  // Truncation towards zero: the quotient of bigints. All four are written, for they are known: `8.9300…`.
  const cut = fixed(fraction((value.n * scale) / value.d, scale), 4);
  return `${value.n < 0n && !cut.startsWith("-") ? "-" : ""}${cut}…`;
}

/**
 * Percent as it is while short (100%, 87.5%, 89.996%), else rounded to two decimals (86.28%, 89.30%), or to as many as it
 * takes to lie on its side of each of `marks`: 89.9999…% is not 90.00%. Where they are not known, it is not to look like
 * any figure of fewer decimals.
 */
function percentText(value: Fraction, sign: string, marks: readonly Fraction[] | undefined): string {
  const hundredfold = multiply(value, HUNDRED);
  const finite = finiteDecimal(hundredfold);
  if (finite !== undefined && (finite.split(".")[1] ?? "").length <= SHORT) return finite + sign;
  for (let places = 2; ; places += 1) {
    const text = fixed(hundredfold, places);
    if (places >= MOST_PLACES) return text + sign;
    // Rounding keeps the order of what has fewer decimals, unless it makes them equal: then it ends with 0.
    if (
      marks === undefined
        ? !text.endsWith("0")
        : isApart(value, divide(roundHalfUp(hundredfold, places), HUNDRED), marks)
    )
      return text + sign;
  }
}
const MOST_PLACES = 40;

/** Whether no mark lies between a figure and what is shown of it, so that it keeps its side of each. `marks` ascend. */
function isApart(value: Fraction, shown: Fraction, marks: readonly Fraction[]): boolean {
  if (equals(value, shown)) return true;
  const [low, high] = compare(value, shown) < 0 ? [value, shown] : [shown, value];
  // The first mark that is not below both.
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(marks[middle] ?? low, low) < 0) from = middle + 1;
    else to = middle;
  }
  const mark = marks[from];
  return mark === undefined || compare(mark, high) > 0;
}

/** Ratios in order, each once, as `marks` of {@link showFigure}. */
export function marksOf(ratios: Iterable<Fraction>): readonly Fraction[] {
  const sorted = Array.from(ratios).toSorted(compare);
  return sorted.filter((one, index) => index === 0 || !equals(one, sorted[index - 1] ?? one));
}

/** A day number (days since 0000-03-01, proleptic Gregorian) as 年月日. */
export function dateParts(day: bigint): { year: bigint; month: bigint; day: bigint } {
  const era = (day >= 0n ? day : day - 146096n) / 146097n;
  const ofEra = day - era * 146097n;
  const yearOfEra = (ofEra - ofEra / 1460n + ofEra / 36524n - ofEra / 146096n) / 365n;
  const ofYear = ofEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const shifted = (5n * ofYear + 2n) / 153n;
  const month = shifted < 10n ? shifted + 3n : shifted - 9n;
  return {
    year: yearOfEra + era * 400n + (month <= 2n ? 1n : 0n),
    month,
    day: ofYear - (153n * shifted + 2n) / 5n + 1n,
  };
}

/** The years that dates may have: others are slips, such as 0000-01-01 of a program. */
export const YEARS = { first: 1900, last: 2999 } as const;

export function isYear(year: bigint): boolean {
  return year >= YEARS.first && year <= YEARS.last;
}

/** The day number of a date of the calendar; undefined when there is no such day (2月30日), or year. */
export function dayNumber(year: bigint, month: bigint, day: bigint): bigint | undefined {
  if (!isYear(year)) return undefined;
  if (month < 1n || month > 12n || day < 1n || day > 31n) return undefined;
  const y = month <= 2n ? year - 1n : year;
  const era = (y >= 0n ? y : y - 399n) / 400n;
  const yearOfEra = y - era * 400n;
  const ofYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
  const ofEra = yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + ofYear;
  const number = era * 146097n + ofEra;
  const back = dateParts(number);
  return back.month === month && back.day === day ? number : undefined;
}

/**
 * A figure as people write it: `2898.45万元`, `86.28%`, `1.5个百分点`, `10分`, `2022年11月30日`. Ratios that do not end
 * are rounded to 0.01% for reading, or finer where they would look equal to, or beyond, one of `marks`, the figures that
 * they are compared with ({@link marksOf}); other figures that do not end are cut with `…`.
 */
export function showFigure(value: Fraction, type: Type, lang: Lang, marks?: readonly Fraction[]): string {
  switch (type.kind) {
    case "ratio":
      if (!inPercentagePoints(type)) return percentText(value, "%", marks);
      if (lang === "zh") return percentText(value, "个百分点", marks);
      return percentText(value, equals(value, POINT) ? " percentage point" : " percentage points", marks);
    case "quantity":
      return `${cutDecimal(divide(value, type.factor))}${type.unit}`;
    case "points":
      return `${cutDecimal(value)}分`;
    case "date": {
      const { year, month, day } = dateParts(value.n / value.d);
      return `${year}年${month}月${day}日`;
    }
    default:
      return cutDecimal(value);
  }
}

/** The exact figure in its shown unit: a finite decimal, or a reduced fraction `289845/335945` (ratios as plain fractions). */
export function exactFigure(value: Fraction, type: Type): string {
  return exactText(type.kind === "quantity" ? divide(value, type.factor) : value);
}

/** The unit a figure is shown in: 万元, %, 个百分点, 分, or "". */
export function shownUnit(type: Type): string {
  switch (type.kind) {
    case "ratio":
      return inPercentagePoints(type) ? "个百分点" : "%";
    case "quantity":
      return type.unit;
    case "points":
      return "分";
    default:
      return "";
  }
}
