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
