/** What people write for a value, read into the value that a field takes: exactly, and without guessing. */
import {
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
  WHOLE,
  type Fraction,
  type Interval,
} from "@heng/number";
import {
  COUNTED_UNITS,
  dayNumber,
  diagnose,
  kindName,
  nearest,
  normal,
  QUALITATIVE_GRADES,
  RATIO,
  sameDimension,
  showFigure,
  shownUnit,
  unitType,
  type DataPlace,
  type DeclaredUnits,
  type Diagnostic,
  type FieldSpec,
  type Names,
  type Report,
  type Type,
  type Value,
} from "@heng/lang";
import type { Datum } from "@heng/engine";
import { H3001 } from "./H3001-placeholder/index.ts";
import { H3002, type FigureProblem } from "./H3002-not-a-number/index.ts";
import { H3003 } from "./H3003-wrong-kind/index.ts";
import { H3004 } from "./H3004-unit-differs/index.ts";
import { H3005 } from "./H3005-unknown-unit/index.ts";
import { H3006 } from "./H3006-percent-or-times/index.ts";
import { H3007 } from "./H3007-too-many-decimals/index.ts";
import { H3008 } from "./H3008-not-a-date/index.ts";
import { H3009 } from "./H3009-not-yes-or-no/index.ts";
import { H3010 } from "./H3010-unknown-option/index.ts";
import { H3011 } from "./H3011-not-a-grade/index.ts";
import { H3012 } from "./H3012-unknown-item/index.ts";
import { H3013 } from "./H3013-filed-twice/index.ts";
import { suggester } from "./names.ts";
import type { JsonNode, JsonObject, JsonRange } from "./strict-json.ts";
import type { Span } from "./places.ts";

/** What is written: the text of a cell, or a value of JSON. */
export type Written = string | JsonNode;

/** Where a value stands, and what its reading needs from around it. */
export interface ValueContext {
  /** With the field, dotted for items and rows. */
  readonly place: DataPlace;
  /** Units of the rule set's own. */
  readonly units: DeclaredUnits;
  /** Hears of every problem; a Datum carries only the first of its own. */
  readonly report: Report;
  /** The unit that the column's heading gives for bare figures, in place of the declared one. */
  readonly unit?: string | undefined;
  /** Where stretches of the file are, for JSON. */
  readonly spanOf?: ((range: JsonRange) => Span) | undefined;
}

/** A value, why there is none, or undefined: nothing was written. */
type Outcome = Value | Diagnostic | undefined;

function isDiagnostic(outcome: Value | Diagnostic): outcome is Diagnostic {
  return "code" in outcome;
}

/**
 * Reads what is written for a field. Undefined: nothing is written, the field is missing. What cannot be read is
 * reported and carried by the Datum; nothing becomes 0 on the way, and nothing is rounded.
 */
export function readValue(written: Written, field: FieldSpec, context: ValueContext): Datum | undefined {
  return datum(outcomeOf(written, field, context), writtenText(written), context);
}

function datum(outcome: Outcome, written: string, { place, report }: ValueContext): Datum | undefined {
  if (outcome === undefined) return undefined;
  if (!isDiagnostic(outcome)) return { kind: "value", value: outcome, place, written };
  report(outcome);
  return { kind: "unreadable", diagnostic: outcome };
}

/** One item of a checklist: its name, what is written for it, and where. */
export interface WrittenItem {
  readonly name: string;
  readonly written: Written;
  readonly context: ValueContext;
  /** Where its name stands, when it is not named by the heading of a column. */
  readonly named?: DataPlace;
}

/** Reads a checklist from its items. Those without an entry are missing; so is the checklist when all are. */
export function readChecklist(
  items: readonly WrittenItem[],
  field: FieldSpec,
  context: ValueContext,
): Datum | undefined {
  const written = items.map((item) => `${item.name} ${writtenText(item.written)}`).join("；");
  return datum(checklistOf(items, field, context), written, context);
}

/** Of several problems one is given back, the others are reported. */
function checklistOf(items: readonly WrittenItem[], field: FieldSpec, context: ValueContext): Outcome {
  const names = new Map(field.items.map(({ name }) => [normal(name), name]));
  const met = new Map<string, boolean>();
  const filed = new Map<string, DataPlace>();
  const problems: Diagnostic[] = [];
  for (const { name: written, written: value, context: own, named } of items) {
    const at = { place: named ?? own.place };
    const name = names.get(normal(written.trim()));
    if (name === undefined) {
      problems.push(diagnose(H3012, unknownItem(written, field, nameOf(field, context)), at));
      continue;
    }
    const before = filed.get(name);
    if (before !== undefined) {
      problems.push(diagnose(H3013, { field: nameOf(field, own), first: placeText(before) }, at));
      continue;
    }
    filed.set(name, at.place);
    const outcome = yesNoOf(value, nameOf(field, own), own);
    if (outcome === undefined) continue;
    if (isDiagnostic(outcome)) problems.push(outcome);
    else if (outcome.kind === "yesNo") met.set(name, outcome.value);
  }
  const [first, ...others] = problems;
  for (const problem of others) context.report(problem);
  return first ?? (met.size === 0 ? undefined : { kind: "checklist", met });
}

function unknownItem(item: string, field: FieldSpec, name: string) {
  const items = field.items.map((i) => i.name);
  return { field: name, item: quoted(item), items, near: nearOf(item, items) };
}

/** `12:5`, line and column, for a message about another place. */
export function placeText({ line, column, file }: DataPlace): string {
  return line === undefined ? file : `${line}:${column ?? 1}`;
}

const MOST_SHOWN = 60;

/** A text as messages show it: in one line and not too long. */
export function quoted(text: string): string {
  const points = Array.from(text.slice(0, 2 * MOST_SHOWN).replaceAll(/\s+/g, " "));
  return points.length > MOST_SHOWN || text.length > 2 * MOST_SHOWN
    ? `${points.slice(0, MOST_SHOWN).join("")}…`
    : points.join("");
}

/** The nearest known names; what is longer than a unit or an option would be is not compared. */
function nearOf(text: string, known: readonly string[]): readonly string[] {
  return text.length > 20 ? [] : nearest(text, known);
}

/** What is written, in one text. */
export function writtenText(written: Written): string {
  if (typeof written === "string") return written;
  switch (written.kind) {
    case "string":
      return written.value;
    case "number":
      return written.text;
    case "boolean":
      return written.value ? "true" : "false";
    case "null":
      return "null";
    case "array":
      return "[…]";
    case "object":
      return "{…}";
  }
}

function nameOf(field: FieldSpec, { place }: ValueContext): string {
  return place.field ?? field.name;
}

function outcomeOf(written: Written, field: FieldSpec, context: ValueContext): Outcome {
  const { type } = field;
  const name = nameOf(field, context);
  const wrongKind = (): Diagnostic =>
    diagnose(
      H3003,
      { field: name, written: quoted(writtenText(written)), expected: expectedOf(type) },
      { place: context.place },
    );
  if (type.kind === "yesNo") return yesNoOf(written, name, context);
  if (typeof written !== "string") {
    if (written.kind === "null") return undefined;
    if (written.kind === "object" && type.kind === "checklist") {
      return checklistOf(itemsOf(written, field, context), field, context);
    }
    if (written.kind === "array" || written.kind === "object" || written.kind === "boolean")
      return wrongKind();
    if (written.kind === "number" && type.kind === "text") return wrongKind();
  }
  const text = foldWidth(writtenText(written)).trim();
  if (text === "") return undefined;
  const read: Reading = { text, written: quoted(writtenText(written)), name, context };
  switch (type.kind) {
    case "text":
      return { kind: "text", value: writtenText(written).trim() };
    case "checklist":
      return PLACEHOLDERS.has(text) ? placeholder(read, false) : wrongKind();
    case "option":
      return optionOf(read, type.options);
    case "qualitative":
      return gradeOf(read);
    case "date":
      return dateOf(read);
    default: {
      const value = figureOf(read, type, field);
      return "code" in value ? value : { kind: "figure", value };
    }
  }
}

function itemsOf(object: JsonObject, field: FieldSpec, context: ValueContext): readonly WrittenItem[] {
  return object.entries.map(({ key, keyRange, value }) => {
    const place = { ...context.place, field: `${nameOf(field, context)}.${quoted(key)}` };
    return {
      name: key,
      written: value,
      context: { ...context, place: { ...place, ...context.spanOf?.(value) } },
      named: { ...place, ...context.spanOf?.(keyRange) },
    };
  });
}

/** What a field of a type takes, in words. */
function expectedOf(type: Type): Names {
  switch (type.kind) {
    case "checklist":
      return {
        zh: `清单，逐项写是或否（${type.items.join("、")}）`,
        en: `a checklist, yes or no for each of ${type.items.join(", ")}`,
      };
    case "option":
      return { zh: `选项之一（${type.options.join("、")}）`, en: `one of ${type.options.join(", ")}` };
    case "quantity":
      return { zh: `以${type.unit}计的数`, en: `a figure in ${type.unit}` };
    case "points":
      return { zh: "得分（如 3分）", en: "points (such as 3分)" };
    case "text":
      return { zh: "文字", en: "a text" };
    default:
      return kindName(type);
  }
}

/** A text on its way to a value: folded, as messages show it, and the name of what it is for. */
interface Reading {
  readonly text: string;
  readonly written: string;
  readonly name: string;
  readonly context: ValueContext;
}

/** What people write where there is nothing to write. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    "- -- --- – – — —— ― − ─ / // \\ * . 。 …",
    "无 暂无 没有 无数据 空 未填 未报 不适用 N/A n/a NA na #N/A null NULL nil None",
  ].flatMap((list) => list.split(" ")),
);

function placeholder({ name, written, context }: Reading, figure: boolean): Diagnostic {
  return diagnose(H3001, { field: name, written, figure }, { place: context.place });
}

// --- figures ---

const HUNDRED = fraction(100n);
const TWELVE = 12;
/** Of a percentage: as many as a ratio written with twelve decimals has. */
const PERCENT_DECIMALS = 10;
const MOST = fraction(power10(18));

/** Reads a figure into base units. */
function figureOf(
  read: Reading,
  type: Type,
  { decimals, range }: Pick<FieldSpec, "decimals" | "range">,
): Fraction | Diagnostic {
  const { text, written, name, context } = read;
  const at = { place: context.place };
  if (PLACEHOLDERS.has(text)) return placeholder(read, true);
  const refuse = (problem: FigureProblem, proposal?: string): Diagnostic =>
    diagnose(H3002, { field: name, written, problem, proposal }, at);

  const target = TARGET.exec(text)?.[1];
  if (target !== undefined) return refuse("target", readsAsFigure(target) ? target : undefined);
  const split = splitQuantity(text);
  const number = readNumber(split.number);
  if (!number.ok) {
    const problem = number.problem === "empty" ? "notANumber" : number.problem;
    return refuse(problem, number.proposal === undefined ? undefined : number.proposal + split.unit);
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
        { field: name, written, unit: quoted(unit), near, expected: kindName(type) },
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
/** The sign of a target before a figure: what was to be reached, copied as what was. */
const TARGET = /^(?:[<>]=?|[≥≤≧≦＝═=])\s*(.*)$/;
/** What makes an exact figure an approximate one, behind its unit: 10人左右. */
const ABOUT = /(?:左右|上下|以上|以下|以内|余|多|许)$/;

function readsAsFigure(text: string): boolean {
  return readNumber(splitQuantity(text).number).ok;
}

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
    return diagnose(H3002, { field: name, written, problem: "digits", proposal: undefined }, at);
  }
  const limit = decimals ?? (type.kind === "ratio" ? PERCENT_DECIMALS : TWELVE);
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

// --- dates ---

const DATE =
  /^([0-9]{4})\s*(?:年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日|([-/.])([0-9]{1,2})\4([0-9]{1,2}))$/;
const DIGITS = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

function dateOf(read: Reading): Outcome {
  const { text, written, name, context } = read;
  if (PLACEHOLDERS.has(text)) return placeholder(read, false);
  const [, year = "", month, day, , month2 = "", day2 = ""] = DATE.exec(text) ?? [];
  const number = year === "" ? undefined : dayOf(year, month ?? month2, day ?? day2);
  if (number !== undefined) return { kind: "figure", value: fraction(number) };
  const [, y = "", m = "", d = ""] = DIGITS.exec(text) ?? [];
  const proposal = y !== "" && dayOf(y, m, d) !== undefined ? `${y}-${m}-${d}` : undefined;
  return diagnose(H3008, { field: name, written, proposal }, { place: context.place });
}

function dayOf(year: string, month: string, day: string): bigint | undefined {
  return dayNumber(BigInt(year), BigInt(month), BigInt(day));
}

// --- yes or no, options, grades ---

const YES = new Set(["是", "true", "yes", "√", "✓", "✔"]);
const NO = new Set(["否", "false", "no", "×", "✗", "✘"]);
const LIKE_YES = new Set(["☑", "对", "有", "已", "y", "1", "t", "是的"]);
const LIKE_NO = new Set(["不是", "没有", "无", "未", "n", "0", "f", "错", "x"]);

function yesNoOf(written: Written, name: string, context: ValueContext): Outcome {
  const at = { place: context.place };
  if (typeof written !== "string") {
    if (written.kind === "null") return undefined;
    if (written.kind === "boolean") return { kind: "yesNo", value: written.value };
  }
  const text = foldWidth(writtenText(written)).trim();
  if (text === "") return undefined;
  const word = text.toLowerCase();
  if (YES.has(word) || NO.has(word)) return { kind: "yesNo", value: YES.has(word) };
  const shown = quoted(writtenText(written));
  const proposal = LIKE_YES.has(word) ? "是" : LIKE_NO.has(word) ? "否" : undefined;
  if (proposal === undefined && PLACEHOLDERS.has(text)) {
    return diagnose(H3001, { field: name, written: shown, figure: false }, at);
  }
  return diagnose(H3009, { field: name, written: shown, proposal }, at);
}

function optionOf(read: Reading, options: readonly string[]): Outcome {
  const { text, written, name, context } = read;
  const key = normal(text);
  const option = options.find((o) => normal(o) === key);
  if (option !== undefined) return { kind: "option", value: option };
  if (PLACEHOLDERS.has(text)) return placeholder(read, false);
  return diagnose(
    H3010,
    { field: name, written, options, near: nearOf(key, options) },
    { place: context.place },
  );
}

function gradeOf(read: Reading): Outcome {
  const { text, written, name, context } = read;
  if (PLACEHOLDERS.has(text)) return placeholder(read, false);
  const grade = QUALITATIVE_GRADES.find((g) => text.startsWith(g));
  const share = grade === undefined ? "" : text.slice(grade.length).trim();
  if (grade !== undefined && share !== "") {
    const number = readNumber(share);
    if (number.ok) {
      const value = figureOf({ ...read, text: share }, RATIO, { decimals: undefined, range: WHOLE });
      return "code" in value ? value : { kind: "qualitative", grade, share: value };
    }
  }
  const inside = /^[:(]\s*([0-9.]+%)\s*\)?$/.exec(share)?.[1];
  const proposal =
    grade !== undefined && inside !== undefined && readNumber(inside).ok ? `${grade} ${inside}` : undefined;
  return diagnose(H3011, { field: name, written, proposal }, { place: context.place });
}
