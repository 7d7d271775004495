/** What bands take in, where their bounds are fixed. */
import type { Interval } from "@heng/number";
import { constantOf } from "../../core/constant.ts";
import type { BoundRange } from "../../core/method.ts";
import { isFloor, type Band } from "./rows.ts";

/** What a band takes in, when its bounds are fixed. */
export function takenIn(band: Band): Interval | undefined {
  if (band.kind === "interval") return fixedStretch(band.range);
  if (band.kind !== "step" && band.kind !== "exactly") return undefined;
  const value = constantOf(band.right);
  if (!value) return undefined;
  if (band.kind === "exactly") return { low: { value, open: false }, high: { value, open: false } };
  const edge = { value, open: band.sign === ">" || band.sign === "<" };
  return isFloor(band.sign) ? { low: edge } : { high: edge };
}

/** What a range takes in, when its bounds are fixed; a side may be left open. */
export function fixedStretch({ low, lowOpen, high, highOpen }: BoundRange): Interval | undefined {
  const [from, to] = [low && constantOf(low), high && constantOf(high)];
  if ((low && !from) || (high && !to)) return undefined;
  return {
    ...(from ? { low: { value: from, open: lowOpen } } : {}),
    ...(to ? { high: { value: to, open: highOpen } } : {}),
  };
}
