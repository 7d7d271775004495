/** How figures look to people. Nothing shown here is ever computed with. */
import {
  equals,
  exactText,
  fixed,
  finiteDecimal,
  divide,
  fraction,
  multiply,
  power10,
  type Fraction,
} from "@heng/number";
import type { Names } from "../names.ts";
import type { Type } from "./type.ts";

const HUNDRED = fraction(100n);
/** 1个百分点 */
const POINT = fraction(1n, 100n);

/** A number for reading: as it is while short, else cut (never rounded) after four decimals: `8.6277…`. */
export function cutDecimal(value: Fraction): string {
  const finite = finiteDecimal(value);
  if (finite !== undefined && (finite.split(".")[1] ?? "").length <= 6) return finite;
  const scale = power10(4);
  // Truncation towards zero: the quotient of bigints.
  const cut = finiteDecimal(fraction((value.n * scale) / value.d, scale)) ?? "";
  return `${value.n < 0n && !cut.startsWith("-") ? "-" : ""}${cut}…`;
}

/** Percent to two decimals at most (86.28%), fewer when exact (100%, 87.5%). */
function percentText(value: Fraction, sign: string): string {
  const hundredfold = multiply(value, HUNDRED);
  const rounded = fixed(hundredfold, 2);
  const whole = hundredfold.n % hundredfold.d === 0n || (hundredfold.n * 100n) % hundredfold.d === 0n;
  return `${whole ? rounded.replace(/\.?0+$/, "") : rounded}${sign}`;
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

/** The day number of a date of the calendar; undefined when there is no such day (2月30日). */
export function dayNumber(year: bigint, month: bigint, day: bigint): bigint | undefined {
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
 * A figure as people write it: `2898.45万元`, `86.28%`, `1.5个百分点`, `10分`, `2022年11月30日`. Ratios are rounded to
 * 0.01% for reading, figures that do not end are cut with `…`.
 */
export function showFigure(value: Fraction, type: Type, lang: keyof Names): string {
  switch (type.kind) {
    case "ratio":
      if (type.sense !== "percentagePoints") return percentText(value, "%");
      if (lang === "zh") return percentText(value, "个百分点");
      return percentText(value, equals(value, POINT) ? " percentage point" : " percentage points");
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
      return type.sense === "percentagePoints" ? "个百分点" : "%";
    case "quantity":
      return type.unit;
    case "points":
      return "分";
    default:
      return "";
  }
}
