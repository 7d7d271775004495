/** Figures and dates as people write them, exactly: units, percentages, how many digits. */
import {
  DECIMAL_DIGITS,
  INTEGER_DIGITS,
  absolute,
  compare,
  contains,
  divide,
  equals,
  finiteDecimal,
  fixed,
  foldWidth,
  fraction,
  multiply,
  power10,
  readNumber,
  roundHalfUp,
  splitQuantity,
  type Fraction,
  type Interval,
} from "@heng/number";
import {
  COUNTED_UNITS,
  dayNumber,
  isYear,
  diagnose,
  kindName,
  sameDimension,
  showFigure,
  shownUnit,
  unitType,
  type DeclaredUnits,
  type Diagnostic,
  type FieldSpec,
  type Names,
  type Type,
} from "@heng/lang";
import { H3002, type FigureProblem } from "./H3002-not-a-number/index.ts";
import { H3004 } from "./H3004-unit-differs/index.ts";
import { H3005 } from "./H3005-unknown-unit/index.ts";
import { H3006 } from "./H3006-percent-or-times/index.ts";
import { H3007 } from "./H3007-too-many-decimals/index.ts";
import { H3008 } from "./H3008-not-a-date/index.ts";
import { suggester } from "./names.ts";
import { slipIn } from "./slips.ts";
import { PLACEHOLDERS, placeholder, shownText, type Outcome, type Reading } from "./written.ts";

const HUNDRED = fraction(100n);
/** Of a percentage: as many as a ratio written as a decimal has. */
const PERCENT_DECIMALS = DECIMAL_DIGITS - 2;
const MOST = fraction(power10(INTEGER_DIGITS));

/** Reads a figure into base units. */
export function readFigure(
  read: Reading,
  type: Type,
  { decimals, range }: Pick<FieldSpec, "decimals" | "range">,
): Fraction | Diagnostic {
  const { text, written, name, context } = read;
  const at = { place: context.place };
  if (PLACEHOLDERS.has(text)) return placeholder(read, true);
  const refuse = (problem: FigureProblem, ...proposals: readonly string[]): Diagnostic =>
    diagnose(H3002, { field: name, written, problem, proposals, like: likeOf(type, range) }, at);

  const slip = slipIn(text, type, range, context.unit);
  if (slip !== undefined) return refuse(slip.problem, ...slip.proposals);
  const split = splitQuantity(text);
  const number = readNumber(split.number);
  if (!number.ok) {
    const problem = number.problem === "empty" ? "notANumber" : number.problem;
    // A ratio without its sign would be asked about again.
    const unit = type.kind === "ratio" && split.unit === "" ? "%" : split.unit;
    return refuse(problem, ...(number.proposal === undefined ? [] : [number.proposal + unit]));
  }
  const about = ABOUT.exec(split.unit)?.[0];
  if (about !== undefined) return refuse("approximate", text.slice(0, text.length - about.length));

  const sign = number.scale === "percent" ? "%" : number.scale === "permille" ? "‰" : "";
  const ownUnit = sign + split.unit;
  const unit = ownUnit || (context.unit ?? "");
  let value: Fraction;
  if (ownUnit === "" && type.kind === "ratio" && type.sense === "ratio") {
    const readings = readingsOf(split.number, number.value, unit);
    if (readings !== undefined) {
      const within = readings.filter((reading) => contains(range, reading.value)).map(({ text: t }) => t);
      const all = readings.map(({ text: t }) => t);
      const data = { field: name, written, unit, readings: all, within, range: rangeText(range, type) };
      return diagnose(H3006, data, at);
    }
  }
  if (unit === "") {
    value = multiply(number.value, bareScale(type));
  } else {
    const found = unitType(unit, context.units);
    if (found === undefined) {
      const near = nearUnits(unit, context.units);
      return diagnose(
        H3005,
        { field: name, written, unit: shownText(unit), near, expected: kindName(type) },
        at,
      );
    }
    if (!sameKind(found.type, type)) {
      return diagnose(
        H3004,
        { field: name, written, found: kindName(found.type), expected: kindName(type) },
        at,
      );
    }
    value = sign === "" ? multiply(number.value, found.scale) : number.value;
  }
  return withinDigits(value, type, decimals, read) ?? value;
}

/** The parts of one in the sign of a ratio. */
const PARTS: ReadonlyMap<string, Fraction> = new Map([
  ["%", fraction(100n)],
  ["‰", fraction(1000n)],
]);

/**
 * The two readings of a bare figure for a ratio, where it may be either: one over 1 may be a percentage or so many times;
 * one up to 1 in a column of percentages may be a percentage, or the fraction that a spreadsheet holds for one.
 */
function readingsOf(
  text: string,
  value: Fraction,
  unit: string,
): readonly { readonly text: string; readonly value: Fraction }[] | undefined {
  const sign = unit === "" ? "%" : unit;
  const parts = PARTS.get(foldWidth(sign));
  const isSmall = compare(absolute(value), ONE) <= 0;
  if (parts === undefined || isSmall === (unit === "") || value.n === 0n) return undefined;
  return [
    { text: `${text}${sign}`, value: divide(value, parts) },
    { text: `${finiteDecimal(multiply(value, parts)) ?? text}${sign}`, value },
  ];
}

/** A declared range in words; nothing where none is declared. */
export function rangeText({ low, high }: Interval, type: Type): string {
  const parts: string[] = [];
  if (low !== undefined) parts.push(`${low.open ? ">" : ">="} ${showFigure(low.value, type, "zh")}`);
  if (high !== undefined) parts.push(`${high.open ? "<" : "<="} ${showFigure(high.value, type, "zh")}`);
  return parts.join("，");
}

const UNITS = [...COUNTED_UNITS, "元", "万元", "亿元", "%", "个百分点", "分"];
/** A whole column may have one wrong unit: what is near it is looked up once. */
const NEAR_UNITS = new WeakMap<DeclaredUnits, (text: string) => readonly string[]>();

function nearUnits(unit: string, declared: DeclaredUnits): readonly string[] {
  const suggest = NEAR_UNITS.get(declared) ?? suggester([...UNITS, ...declared]);
  NEAR_UNITS.set(declared, suggest);
  return suggest(unit);
}

const ONE = fraction(1n);
/** What makes an exact figure an approximate one, behind its unit: 10人左右. */
const ABOUT = /(?:左右|上下|以上|以下|以内|余|多|许)$/;

/** What to write instead, where nothing tells what was meant: a score that can be given, or a number. */
function likeOf(type: Type, { high }: Interval): Names {
  return type.kind === "points" && high !== undefined
    ? {
        zh: `写一个分数，至多 ${showFigure(high.value, type, "zh")}`,
        en: `write a score, at most ${showFigure(high.value, type, "en")}`,
      }
    : NUMBER;
}

const NUMBER: Names = {
  zh: "写成 1234.5 或 1,234.5 这样的数，可带单位",
  en: "write a number such as 1234.5 or 1,234.5, with its unit if you like",
};

/** What a bare figure is multiplied by: it is in the declared unit. */
function bareScale(type: Type): Fraction {
  if (type.kind === "quantity") return type.factor;
  return type.kind === "ratio" && type.sense !== "ratio" ? fraction(1n, 100n) : ONE;
}

/** Whether figures of two kinds are the same thing in other units. */
export function sameKind(a: Type, b: Type): boolean {
  if (a.kind === "quantity" && b.kind === "quantity") return sameDimension(a.dimension, b.dimension);
  if (a.kind === "ratio" && b.kind === "ratio") return a.sense === b.sense;
  return a.kind === b.kind;
}

/** The problem of a figure with more digits, in the declared unit, than it may have. */
function withinDigits(
  value: Fraction,
  type: Type,
  decimals: number | undefined,
  { written, name, context }: Reading,
): Diagnostic | undefined {
  const inUnit =
    type.kind === "quantity"
      ? divide(value, type.factor)
      : type.kind === "ratio"
        ? multiply(value, HUNDRED)
        : value;
  const at = { place: context.place };
  if (compare(absolute(inUnit), MOST) >= 0) {
    return diagnose(H3002, { field: name, written, problem: "digits", proposals: [], like: NUMBER }, at);
  }
  const limit = decimals ?? (type.kind === "ratio" ? PERCENT_DECIMALS : DECIMAL_DIGITS);
  if (equals(roundHalfUp(inUnit, limit), inUnit)) return undefined;
  const unit = shownUnit(type);
  return diagnose(
    H3007,
    {
      field: name,
      written,
      limit,
      exact: `${finiteDecimal(inUnit) ?? written}${unit}`,
      rounded: `${fixed(inUnit, limit)}${unit}`,
    },
    at,
  );
}

const DATE =
  /^([0-9]{4})\s*(?:年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日|([-/.])([0-9]{1,2})\4([0-9]{1,2}))$/;
const DIGITS = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

export function readDate(read: Reading): Outcome {
  const { text, written, name, context } = read;
  if (PLACEHOLDERS.has(text)) return placeholder(read, false);
  const [, year = "", month, day, , month2 = "", day2 = ""] = DATE.exec(text) ?? [];
  const number = year === "" ? undefined : dayOf(year, month ?? month2, day ?? day2);
  if (number !== undefined) return { kind: "figure", value: fraction(number) };
  const [, y = "", m = "", d = ""] = DIGITS.exec(text) ?? [];
  const proposal = y !== "" && dayOf(y, m, d) !== undefined ? `${y}-${m}-${d}` : undefined;
  const outOfYears = year !== "" && !isYear(BigInt(year));
  const data = { field: name, written, proposal, year: context.year, outOfYears };
  return diagnose(H3008, data, { place: context.place });
}

function dayOf(year: string, month: string, day: string): bigint | undefined {
  return dayNumber(BigInt(year), BigInt(month), BigInt(day));
}
