/** Bands written one way and the other, as they would be written one way. */
import { compare, intersect, isPoint, type Bound, type Interval } from "@heng/number";
import { constantOf } from "../../core/constant.ts";
import type { Expr } from "../../core/program.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import { words } from "../../standards/wording.ts";
import { bandOf, CLAUSES, isFloor, type Band, type Row, type Step } from "./rows.ts";
import { takenIn } from "./taken.ts";

/** What a band takes in once those before it have taken theirs, with its ends as they are written. */
interface Part {
  readonly within: Interval;
  readonly low: string;
  readonly high: string;
}

/** All bands as intervals, where each comes to have one stretch of its own that no other comes into. */
export function asIntervals(rows: readonly Row[]): readonly Fix[] {
  const parts: Part[] = [];
  const edits: Fix["edits"][number][] = [];
  let safe = true;
  for (const row of rows) {
    const band = bandOf(row);
    if (band.kind === "otherwise") continue;
    const own = partOf(band);
    if (!own || !row.head) return [];
    // Of steps each takes what those before it have left.
    const part = band.kind === "step" ? parts.reduce<Part | undefined>(leftBy, own) : own;
    if (!part || parts.some(({ within }) => intersect(within, part.within))) return [];
    parts.push(part);
    // A single figure that two bands take in may be meant for either.
    safe &&= !parts.slice(0, -1).some(({ within }) => isPoint(intersect(within, own.within) ?? {}));
    if (band.kind === "step") edits.push({ ...row.head.origin, text: printPart(part) });
  }
  const title = { zh: "各档都写成区间", en: "write all bands as intervals" };
  return edits.length > 0 ? [{ title, safe, edits }] : [];
}

function partOf(band: Band): Part | undefined {
  const within = takenIn(band);
  const text = (of: Expr | undefined): string => (of ? words(of, "zh") : "");
  if (!within || (band.kind === "step" && band.sign === "≠")) return undefined;
  if (band.kind === "interval") return { within, low: text(band.range.low), high: text(band.range.high) };
  if (band.kind === "exactly") return { within, low: text(band.right), high: text(band.right) };
  if (band.kind !== "step") return undefined;
  return isFloor(band.sign)
    ? { within, low: text(band.right), high: "" }
    : { within, low: "", high: text(band.right) };
}

/** What a part before leaves of another; undefined where that is not all on one side of it. */
function leftBy(part: Part | undefined, other: Part): Part | undefined {
  const taken = part && intersect(part.within, other.within);
  if (!part || !taken) return part;
  const { low, high } = part.within;
  const below = other.within.low;
  const above = other.within.high;
  if (below && isSame(taken.high, high)) {
    const within = intersect(part.within, { high: { value: below.value, open: !below.open } });
    return within && { ...part, within, high: other.low };
  }
  if (!above || !isSame(taken.low, low)) return undefined;
  const within = intersect(part.within, { low: { value: above.value, open: !above.open } });
  return within && { ...part, within, low: other.high };
}

function isSame(a: Bound | undefined, b: Bound | undefined): boolean {
  return a && b ? compare(a.value, b.value) === 0 && a.open === b.open : a === b;
}

function printPart({ within: { low, high }, ...ends }: Part): string {
  return `${low && !low.open ? "[" : "("}${ends.low}, ${ends.high}${high && !high.open ? "]" : ")"}`;
}

/** 其他 for a last step that takes in just what the one before leaves. */
export function asOtherwise(row: Row, before: Step, isLast: boolean): readonly Fix[] {
  const band = bandOf(row);
  if (!isLast || !row.head || band.kind !== "step" || !isRest(band, before)) return [];
  const { zh, en } = CLAUSES.otherwise;
  return [replacement(row.head.origin, zh, `写成 ${zh}`, `write ${en}`, true)];
}

function isRest(band: Extract<Band, { kind: "step" }>, before: Step): boolean {
  const [own, edge] = [constantOf(band.right), constantOf(before.right)];
  const isClosed = ({ sign }: Step): boolean => sign === ">=" || sign === "<=";
  return (
    own !== undefined &&
    edge !== undefined &&
    compare(own, edge) === 0 &&
    isFloor(band.sign) !== isFloor(before.sign) &&
    isClosed(band) !== isClosed(before)
  );
}
