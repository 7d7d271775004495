/** Points that were lost: a difference of two printed figures, exactly. */
import type { IndicatorResult } from "@heng/engine";

export interface Lost {
  readonly name: string;
  readonly points: string;
}

/** `full` less `score`, at the decimals of the two; undefined when nothing was lost. */
export function lostPoints(full: string, score: string | null): string | undefined {
  if (score === null) return undefined;
  const places = Math.max(decimals(full), decimals(score));
  const difference = scaled(full, places) - scaled(score, places);
  return difference > 0n ? unscaled(difference, places) : undefined;
}

/** What a leaf lost; a bonus not reached is no loss, a penalty is one. */
export function lostOf(indicator: IndicatorResult): string | undefined {
  if (indicator.kind === "leaf")
    return lostPoints(indicator.apportioned ?? indicator.points, indicator.score);
  return indicator.kind === "penalty" && indicator.score?.startsWith("-")
    ? indicator.score.slice(1)
    : undefined;
}

/** Leaves that lost points, the largest first; equal ones in the order of the table. */
export function lostList(indicators: readonly IndicatorResult[]): readonly Lost[] {
  return indicators
    .flatMap((i) => {
      const points = lostOf(i);
      return points === undefined ? [] : [{ name: i.path.at(-1) ?? "", points }];
    })
    .toSorted((a, b) => compare(b.points, a.points));
}

/**
 * Whether a group's score is below what its children add up to, so that it lost points that no leaf did: by a cap or a
 * veto. Children at weights of their own do not add up to it, and tell nothing.
 */
export function isLimited(group: IndicatorResult, all: readonly IndicatorResult[]): boolean {
  if (group.kind !== "group" || group.score === null) return false;
  const children = all.filter((i) => isChild(i, group));
  const scores = children.flatMap((i) => i.score ?? []);
  if (scores.length < children.length) return false;
  const adds =
    compare(total(children.map((i) => i.apportioned ?? i.points)), group.apportioned ?? group.points) === 0;
  return adds && compare(group.score, total(scores)) < 0;
}

/** Whether an indicator stands somewhere below a group. */
export function isBelow({ path }: IndicatorResult, group: IndicatorResult): boolean {
  return path.length > group.path.length && group.path.every((name, i) => path[i] === name);
}

export function isChild(indicator: IndicatorResult, group: IndicatorResult): boolean {
  return indicator.path.length === group.path.length + 1 && isBelow(indicator, group);
}

export function total(points: readonly string[]): string {
  const places = Math.max(0, ...points.map(decimals));
  return unscaled(
    points.reduce((sum, p) => sum + scaled(p, places), 0n),
    places,
  );
}

export function compare(a: string, b: string): number {
  const places = Math.max(decimals(a), decimals(b));
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function decimals(figure: string): number {
  return figure.split(".")[1]?.length ?? 0;
}

function scaled(figure: string, places: number): bigint {
  const [whole = "0", fraction = ""] = figure.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

function unscaled(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, "0");
  const sign = value < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
