/** Intervals of 分档: no value in two of them, none between them in none. Only bounds that are fixed can be held to it. */
import {
  add,
  compare,
  divide,
  equals,
  floor,
  fraction,
  multiply,
  subtract,
  type Fraction,
  type Interval,
} from "@heng/number";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { diagnose, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { showFigure } from "../../core/show.ts";
import type { Type } from "../../core/type.ts";
import { unitDecimals } from "../../core/units.ts";
import type { Names } from "../../names.ts";
import { inBoth } from "../../standards/wording.ts";
import { H2101 } from "./H2101-bands-overlap/index.ts";
import { H2102 } from "./H2102-bands-gap/index.ts";

/** A row with what it takes in, and where that is written. */
export interface Stretched {
  readonly within: Interval;
  readonly text: Names;
  readonly origin: Range;
}

/**
 * Whether what the bands take in together leaves out values there may be: below the lowest, above the highest, and of a
 * ladder between its steps and the single values among them. The first such value is told.
 */
export function checkEnds(
  stretches: readonly Stretched[],
  possible: Interval,
  type: Type,
  report: Report,
  fixes: readonly Fix[],
): void {
  const [first, ...others] = stretches.toSorted((a, b) => compareLow(a.within, b.within));
  if (!first) return;
  const tell = (row: Stretched, other: Stretched | undefined, value: Fraction): void => {
    const shown = inBoth((lang) => showFigure(value, type, lang));
    const data = { row: row.text, other: other?.text, value: shown };
    report(diagnose({ ...H2102, severity: "warning" }, data, { range: row.origin }, { fixes }));
  };
  const { low } = first.within;
  const least = possible.low
    ? { value: possible.low.value, open: !possible.low.open }
    : low && { value: subtract(low.value, oneOf(type)), open: true };
  const below = least && valueBetween({ high: least }, first.within, type);
  if (below) return tell(first, undefined, below);
  let reach = first;
  for (const next of others) {
    const between = valueBetween(reach.within, next.within, type);
    if (between && isPossible(between, possible)) return tell(next, reach, between);
    const { high } = reach.within;
    if (high && (!next.within.high || compare(next.within.high.value, high.value) >= 0)) reach = next;
  }
  const { high } = reach.within;
  // Two above a bound that is taken in: what is told is one above it.
  const most = possible.high
    ? { value: possible.high.value, open: !possible.high.open }
    : high && { value: add(high.value, multiply(fraction(2n), oneOf(type))), open: true };
  const above = most && valueBetween(reach.within, { low: most }, type);
  if (above) tell(reach, undefined, above);
}

function isPossible(value: Fraction, { low, high }: Interval): boolean {
  return (!low || compare(value, low.value) >= 0) && (!high || compare(value, high.value) <= 0);
}

/** One more of a figure, as it is shown. */
function oneOf(type: Type): Fraction {
  if (type.kind === "ratio") return fraction(1n, 100n);
  return type.kind === "quantity" ? type.factor : fraction(1n);
}

/** Of the indicator of that name. `whole`: every row is among the stretches, so that what none takes in has no band. */
export function checkIntervals(
  stretches: readonly Stretched[],
  whole: boolean,
  type: Type,
  name: string,
  report: Report,
): void {
  const [first, ...others] = stretches.toSorted((a, b) => compareLow(a.within, b.within));
  let reach = first;
  for (const next of others) {
    if (!reach) return;
    const later = next.origin.start > reach.origin.start ? next : reach;
    const earlier = later === next ? reach : next;
    const told = (value: Fraction) => ({
      row: later.text,
      other: earlier.text,
      value: inBoth((lang) => showFigure(value, type, lang)),
    });
    const common = commonValue(reach.within, next.within);
    if (common) {
      report(diagnose(H2101, told(common), { range: later.origin }, { fixes: apart(reach, next, later) }));
      return;
    }
    const between = whole ? valueBetween(reach.within, next.within, type) : undefined;
    if (between) {
      const fixes = joined(reach, next, later);
      const data = { ...told(between), ...(fixes.length > 0 ? { alone: name } : {}) };
      report(diagnose(H2102, data, { range: later.origin }, { fixes }));
      return;
    }
    reach = next;
  }
}

function compareLow(a: Interval, b: Interval): number {
  if (!a.low || !b.low) return (a.low ? 1 : 0) - (b.low ? 1 : 0);
  return compare(a.low.value, b.low.value) || (a.low.open ? 1 : 0) - (b.low.open ? 1 : 0);
}

/** A value in both of two stretches, the second of which begins no lower. */
function commonValue({ high }: Interval, next: Interval): Fraction | undefined {
  const { low } = next;
  if (!low) return high?.value ?? next.high?.value ?? fraction(0n);
  if (!low.open) {
    const order = high ? compare(low.value, high.value) : -1;
    return order < 0 || (order === 0 && high?.open === false) ? low.value : undefined;
  }
  if (high && compare(low.value, high.value) >= 0) return undefined;
  const most = [high?.value, next.high?.value].filter((bound) => bound !== undefined);
  const [least] = most.toSorted(compare);
  return least ? middle(low.value, least) : add(low.value, fraction(1n));
}

/** A value between two stretches that do not meet; of what is counted one by one a whole one. */
function valueBetween({ high }: Interval, { low }: Interval, type: Type): Fraction | undefined {
  if (!high || !low) return undefined;
  const order = compare(high.value, low.value);
  if (order === 0) return high.open && low.open ? high.value : undefined;
  if (order > 0) return undefined;
  if (type.kind !== "quantity" || unitDecimals(type.unit) !== 0)
    return high.open ? high.value : middle(high.value, low.value);
  const counted = divide(high.value, type.factor);
  const below = floor(counted);
  const next = high.open && equals(counted, fraction(below)) ? below : below + 1n;
  const value = multiply(fraction(next), type.factor);
  const gap = compare(value, low.value);
  return gap < 0 || (gap === 0 && low.open) ? value : undefined;
}

function middle(a: Fraction, b: Fraction): Fraction {
  return divide(add(a, b), fraction(2n));
}

/** Where two leave out nothing but the bound between them, the one of them written later takes it in, or the other. */
function joined(reach: Stretched, next: Stretched, later: Stretched): readonly Fix[] {
  const [high, low] = [reach.within.high, next.within.low];
  if (!high || !low || compare(high.value, low.value) !== 0) return [];
  const taking = (row: Stretched): Fix => {
    const { file, start, end } = row.origin;
    const [at, text] = row === reach ? [end - 1, "]"] : [start, "["];
    return {
      title: {
        zh: `“${row.text.zh}”含${text === "]" ? "上" : "下"}面的界限`,
        en: `let “${row.text.en}” take in its ${text === "]" ? "upper" : "lower"} bound`,
      },
      safe: false,
      edits: [{ file, start: at, end: at + 1, text }],
    };
  };
  return [taking(later), taking(later === reach ? next : reach)];
}

/** Where two meet in one bound alone, the one of them written later leaves it to the other. */
function apart(reach: Stretched, next: Stretched, later: Stretched): readonly Fix[] {
  const [high, low] = [reach.within.high, next.within.low];
  if (!high || !low || compare(high.value, low.value) !== 0) return [];
  const { file, start, end } = later.origin;
  const [at, text] = later === reach ? [end - 1, ")"] : [start, "("];
  return [
    {
      title: {
        zh: text === ")" ? "这一档不含上面的界限" : "这一档不含下面的界限",
        en: "leave the bound to the other band",
      },
      safe: false,
      edits: [{ file, start: at, end: at + 1, text }],
    },
  ];
}
