/** What an expression comes to within a cell, and which way it goes there. */
import { hull, isPoint, type Interval } from "@heng/number";
import type { Form } from "./form.ts";
import { signOf } from "./ranges.ts";

/** Up, down or not at all as an atom rises; undefined: either. */
export type Way = -1 | 0 | 1 | undefined;

export interface Reach {
  readonly range: Interval;
  readonly form: Form | undefined;
  /** Which way it goes as the main atom rises; undefined: either. */
  readonly way: Way;
}

/** One of two. `apart`: the atom that is followed decides which. */
export function either(a: Reach, b: Reach, apart: boolean): Reach {
  const range = hull(a.range, b.range);
  const form = a.form === b.form ? a.form : undefined;
  const still = a.way === 0 && b.way === 0 && isPoint(range) !== undefined;
  return { range, form, way: form || !apart || still ? together(a.way, b.way) : undefined };
}

/** The way of a sum. */
export function together(a: Way, b: Way): Way {
  if (a === undefined || b === undefined) return undefined;
  if (a === 0) return b;
  return b === 0 || a === b ? a : undefined;
}

/** The way of the opposite. */
export function turned(way: Way): Way {
  return way === undefined || way === 0 ? way : way === 1 ? -1 : 1;
}

/** The way of a product: known where only one factor moves, or all are of one sign. */
export function timesWay(a: Way, aRange: Interval, b: Way, bRange: Interval): Way {
  const [x, y] = [signOf(aRange), signOf(bRange)];
  const first = a === 0 ? 0 : y === undefined ? undefined : y < 0 ? turned(a) : a;
  const second = b === 0 ? 0 : x === undefined ? undefined : x < 0 ? turned(b) : b;
  return together(first, second);
}
