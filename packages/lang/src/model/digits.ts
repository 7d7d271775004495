/**
 * The digits bound: before any data, how many bits each definition and standard can need at most. Over 4,096 bits is
 * an error at the definition, so that the run-time guard never bites (numbers: size is bounded before a run).
 */
import { bits, DECIMAL_DIGITS, floor, FRACTION_BITS, power10, type Fraction } from "@heng/number";
import type { Expr, Group, Leaf, Program, RowList } from "../core/program.ts";
import { roundingUnit } from "../core/rounded.ts";
import type { Type } from "../core/type.ts";
import { someExpr } from "../core/walk.ts";
import type { Range, Report } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { ROUGH } from "./rough-digits.ts";
import { H2001 } from "./H2001-too-many-digits/index.ts";

/** Upper bounds for a figure in lowest terms. */
export interface Size {
  /** Bits of the numerator and of the denominator. */
  readonly n: number;
  readonly d: number;
  /** The figure's magnitude is below 2^whole. */
  readonly whole: number;
  /** The denominator divides 10^tens, so that sums share it; undefined where a division made another. */
  readonly tens: number | undefined;
  /** The most bits of the figure and of all that is worked out on the way to it. */
  readonly peak: number;
}

/** What sizes are worked out from: those of definitions before, and how many rows a list can have. */
export interface Sizes {
  readonly known: ReadonlyMap<string, Size>;
  readonly rows: ReadonlyMap<string, Pick<RowList, "atMost">>;
}

/**
 * Reports every definition and standard that could outgrow the bound. The figures of a leaf are looked at again only
 * where the leaf is one of `large`, which at a glance could need too many.
 */
export function checkDigits(program: Program, large: ReadonlySet<Leaf>, report: Report): void {
  const known = new Map<string, Size>();
  const sizes: Sizes = { known, rows: new Map(program.rowLists.map((list) => [list.name, list])) };
  let exactUpTo = 0;
  /** Sizes of the definitions before the one at hand: worked out once something cannot do without. */
  const exact = (e: Expr, before: number): Size => {
    for (; exactUpTo < before; exactUpTo += 1) {
      const definition = program.definitions[exactUpTo];
      if (definition && !known.has(definition.id)) known.set(definition.id, sizeOf(definition.of, sizes));
    }
    return sizeOf(e, sizes);
  };
  // Reported once, where the bound is first crossed: what uses it can only be judged when that is mended.
  const overgrown = new Set<string>();
  const builds = (e: Expr): boolean =>
    overgrown.size > 0 && someExpr(e, (part) => part.node === "use" && overgrown.has(part.definition));
  const over = (size: Size, of: Expr, name: string, range: Range): boolean => {
    if (builds(of)) return true;
    if (size.peak <= FRACTION_BITS) return false;
    report(diagnose(H2001, { name, bits: size.peak, limit: FRACTION_BITS }, { range }));
    return true;
  };
  for (const [i, { id, of, name, origin }] of program.definitions.entries()) {
    if (ROUGH.fitsAsDefined(id)) continue;
    const size = exact(of, i);
    const grown = over(size, of, name.zh, origin);
    if (grown) overgrown.add(id);
    known.set(id, grown ? fieldSize(of.type) : size);
  }
  const fits = (e: Expr, name: string, range: Range): boolean =>
    ROUGH.fits(e) || !over(exact(e, program.definitions.length), e, name, range);
  for (const { title, left, right, tolerance, origin } of program.crossChecks)
    for (const e of [left, right, tolerance]) if (!fits(e, title, origin)) break;
  const visit = (node: Group | Leaf): void => {
    const ask = (of: Expr | undefined, range: Range): void => void (of && fits(of, node.name, range));
    if (node.kind === "group") {
      forVetoes(node, ask);
      for (const { of, when, origin } of node.caps) {
        ask(of, origin);
        ask(when, origin);
      }
      for (const child of node.children) visit(child);
      return;
    }
    if (large.has(node)) forFigures(node, ask);
  };
  visit(program.root);
  for (const extra of program.extras) visit(extra);
}

type Ask = (of: Expr | undefined, range: Range) => void;

function forVetoes({ vetoes }: Group | Leaf, ask: Ask): void {
  for (const { when, gets, origin } of vetoes) {
    ask(when, origin);
    ask(gets, origin);
  }
}

/** Every figure and condition of a leaf that is worked out for itself. */
function forFigures(leaf: Leaf, ask: Ask): void {
  forVetoes(leaf, ask);
  const { target, standard, notApplicable, mustExplain, origin } = leaf;
  if (target?.kind === "compare") ask(target.of, origin);
  if (target?.kind === "range") {
    ask(target.low, origin);
    ask(target.high, origin);
  }
  ask(standard, origin);
  for (const { when, origin: at } of notApplicable) ask(when, at);
  for (const { when, origin: at } of mustExplain) ask(when, at);
}

/** Whether all that is asked of a leaf is far below the bound: seen while the leaf is made, and its nodes at hand. */
export function fitsAtAGlance(leaf: Leaf): boolean {
  let fits = true;
  forFigures(leaf, (of) => void (fits &&= of === undefined || ROUGH.fits(of)));
  return fits;
}

/** The bits that expression can need, whatever is filed. */
export function sizeOf(e: Expr, sizes: Sizes): Size {
  const of = (x: Expr): Size => sizeOf(x, sizes);
  switch (e.node) {
    case "figure":
      return figureSize(e.value);
    case "input":
    case "column":
      return fieldSize(e.type);
    case "use":
      return sizes.known.get(e.definition) ?? fieldSize(e.type);
    case "step":
    case "absolute":
      return of(e.of);
    case "sum":
      return sumSize(e.terms.map((t) => of(t.of)));
    case "product":
      return e.factors.map((f) => (f.inverse ? inverse(of(f.of)) : of(f.of))).reduce(times, ONE);
    case "extreme":
      return widest(e.of.map(of));
    case "round":
      return roundSize(of(e.of), e.places, e.type);
    case "cases":
      return within(
        widest([...e.cases.map((c) => of(c.then)), of(e.otherwise)]),
        e.cases.map((c) => of(c.when)),
      );
    case "compare":
      return within(ONE, [of(e.left), of(e.right)]);
    case "logic":
      return within(ONE, e.of.map(of));
    case "not":
      return within(ONE, [of(e.of)]);
    case "aggregate":
      return aggregateSize(e, sizes);
    default:
      return ONE;
  }
}

const ONE: Size = { n: 1, d: 1, whole: 1, tens: 0, peak: 1 };

/** Bits of 10^tens, at most: log2(10) is below 10/3. */
function bitsOfTen(tens: number): number {
  return Math.floor((tens * 10) / 3) + 1;
}

function decimal(whole: number, tens: number): Size {
  const d = bitsOfTen(tens);
  return { n: whole + d, d, whole, tens, peak: whole + d };
}

function any(n: number, d: number, whole: number): Size {
  return { n, d, whole: Math.min(whole, n), tens: undefined, peak: Math.max(n, d) };
}

/** The same size, when these had to be worked out for it. */
function within(size: Size, parts: readonly Size[]): Size {
  return { ...size, peak: Math.max(size.peak, ...parts.map((p) => p.peak)) };
}

function figureSize({ n, d }: Fraction): Size {
  const magnitude = n < 0n ? -n : n;
  const size = any(
    bits({ n: magnitude, d: 1n }),
    bits({ n: 0n, d }),
    bits({ n: floor({ n: magnitude, d }), d: 1n }),
  );
  return { ...size, tens: tensOf(d) };
}

/** The least t such that d divides 10^t. */
function tensOf(d: bigint): number | undefined {
  for (let tens = 0; tens <= bits({ n: 0n, d }); tens += 1) if (power10(tens) % d === 0n) return tens;
  return undefined;
}

/** A filed figure: INTEGER_DIGITS before and DECIMAL_DIGITS after the point, in the largest or smallest unit of its kind. */
function fieldSize(type: Type): Size {
  if (type.kind === "ratio") return decimal(WHOLE_DIGITS, DECIMAL_DIGITS + 3); // ‰
  if (type.kind !== "quantity") return decimal(WHOLE_DIGITS + SCALE_BITS, DECIMAL_DIGITS);
  // 亿元 is 10^8 元; in 元/万人 every unit below the stroke divides.
  const units = type.unit.split(/[/·]/).length;
  const powers = type.dimension.reduce((t, [, power]) => t + Math.abs(power), 0);
  const parts = Math.max(units, powers, 1);
  return decimal(WHOLE_DIGITS + SCALE_BITS * parts, DECIMAL_DIGITS + 8 * (parts - 1));
}
/** INTEGER_DIGITS in bits. */
const WHOLE_DIGITS = 60;
const SCALE_BITS = 27;

function sumSize(sizes: readonly Size[]): Size {
  const whole = Math.max(...sizes.map((s) => s.whole)) + bitLength(sizes.length);
  const tens = sharedTens(sizes);
  if (tens !== undefined) return within(decimal(whole, tens), sizes);
  const d = sizes.reduce((t, s) => t + s.d, 0);
  const n = Math.max(...sizes.map((s) => s.n + d - s.d)) + bitLength(sizes.length);
  return within(any(n, d, whole), sizes);
}

function sharedTens(sizes: readonly Size[]): number | undefined {
  let most = 0;
  for (const { tens } of sizes) {
    if (tens === undefined) return undefined;
    most = Math.max(most, tens);
  }
  return most;
}

function times(a: Size, b: Size): Size {
  const size = any(a.n + b.n, a.d + b.d, a.whole + b.whole);
  const tens = a.tens === undefined || b.tens === undefined ? undefined : a.tens + b.tens;
  return within({ ...size, tens }, [a, b]);
}

function inverse({ n, d, peak }: Size): Size {
  return { n: d, d: n, whole: d, tens: undefined, peak };
}

function widest(sizes: readonly Size[]): Size {
  const most = (part: "n" | "d" | "whole"): number => Math.max(1, ...sizes.map((s) => s[part]));
  return within({ ...any(most("n"), most("d"), most("whole")), tens: sharedTens(sizes) }, sizes);
}

/** Rounded at decimals of the shown unit; a negative place rounds up to 10^12 of it. */
function roundSize(of: Size, places: number, type: Type): Size {
  const factor = roundingUnit(type);
  const step = bits({ n: factor.n, d: 1n }) + bitsOfTen(Math.max(0, -places));
  const tens = Math.max(0, places) + (tensOf(factor.d) ?? 0);
  return within(decimal(Math.max(of.whole, step) + 1, tens), [of]);
}

function aggregateSize(e: Extract<Expr, { node: "aggregate" }>, sizes: Sizes): Size {
  const rows = Math.max(1, sizes.rows.get(e.rows)?.atMost ?? 1);
  const filter = e.when ? [sizeOf(e.when, sizes)] : [];
  const count = decimal(bitLength(rows), 0);
  const total = (of: Size): Size => {
    const whole = of.whole + bitLength(rows);
    // Ratios of columns have denominators of their own, which multiply row by row.
    return within(
      of.tens === undefined
        ? any(of.n + of.d * (rows - 1) + bitLength(rows), of.d * rows, whole)
        : decimal(whole, of.tens),
      [of, ...filter],
    );
  };
  if (e.fold === "count") return within(count, filter);
  const of = e.of ? sizeOf(e.of, sizes) : ONE;
  switch (e.fold) {
    case "max":
    case "min":
      return within(of, filter);
    case "total":
      return total(of);
    case "average":
      return times(total(of), inverse(count));
    case "weightedAverage": {
      const weight = e.weight ? sizeOf(e.weight, sizes) : ONE;
      return times(total(times(of, weight)), inverse(total(weight)));
    }
  }
}

function bitLength(n: number): number {
  let length = 0;
  for (let rest = n; rest >= 1; rest /= 2) length += 1;
  return length;
}
