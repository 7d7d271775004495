/** The values a person would write for a field: round figures, within what is declared, the plainest first. */
import {
  QUALITATIVE_GRADES,
  dayNumber,
  type FieldSpec,
  type Program,
  type Type,
  type Value,
} from "@heng/lang";
import {
  add,
  ceiling,
  compare,
  contains,
  divide,
  floor,
  fraction,
  multiply,
  ONE,
  point,
  power10,
  subtract,
  type Fraction,
  type Interval,
} from "@heng/number";

/** The smallest step in which a person moves a figure of a field: 0.01万元, 1人, 0.01%, 1天. */
function grainOf({ type, decimals }: FieldSpec): Fraction {
  switch (type.kind) {
    case "quantity": {
      // Money has cents, and so has what is paid for one; days and people are counted.
      const money = type.dimension.some(([base]) => base === "元");
      return multiply(type.factor, fraction(1n, power10(money ? placesOf(decimals) : 0)));
    }
    case "ratio":
    case "qualitative":
      return fraction(1n, 10_000n);
    case "date":
      return ONE;
    default:
      return fraction(1n, power10(placesOf(decimals)));
  }
}
const MOST_PLACES = 2;

function placesOf(decimals: number | undefined): number {
  return Math.min(decimals ?? MOST_PLACES, MOST_PLACES);
}

/** Steps by which a figure is moved off a bound, in grains: the least that shows in the score is taken. */
const STRIDES: readonly bigint[] = [1n, 10n, 100n];
/** A step of more than a tenth of the figure is no longer just above: of 10天 20天 is not. */
const PART = 10n;

/** A figure if it can be filed, and those beside it, below and above, the nearest first. */
export function around(figure: Fraction, spec: FieldSpec): readonly Fraction[] {
  const grain = grainOf(spec);
  const steps = divide(figure, grain);
  const [low, high] = [floor(steps), ceiling(steps)];
  const strides = STRIDES.filter(
    (n) => n === 1n || (spec.type.kind !== "date" && n * PART <= (low < 0n ? -low : low)),
  );
  const beside = strides.flatMap((n) => [low - n, high + n]);
  const places = low === high ? [low, ...beside] : [low, high, ...beside];
  return places.map((n) => multiply(fraction(n), grain)).filter((value) => contains(rangeOf(spec), value));
}

/** What may be filed; a share of a 定性 is between nothing and all. */
function rangeOf({ type, range }: FieldSpec): Interval {
  return type.kind === "qualitative" ? { ...point(fraction(0n)), high: { value: ONE, open: false } } : range;
}

const ROUND: readonly bigint[] = [100n, 0n, 1n, 10n, 1000n, 200n, 50n, 2n, 5n, 20n, 10_000n];
const SHARES: readonly bigint[] = [100n, 0n, 50n, 90n, 80n, 60n, 110n, 200n];

/** Figures that people like, within the range, the plainest first; ends of the range among them. */
function figuresFor(spec: FieldSpec, program: Program): readonly Fraction[] {
  const { type, range } = spec;
  const unit = type.kind === "quantity" ? type.factor : ONE;
  const grain = grainOf(spec);
  const ends = [
    ...(range.high === undefined
      ? []
      : [range.high.open ? subtract(range.high.value, grain) : range.high.value]),
    ...(range.low === undefined ? [] : [range.low.open ? add(range.low.value, grain) : range.low.value]),
  ];
  const round = roundFigures(type, program).map((n) => multiply(n, unit));
  const judged = spec.judged === undefined ? [] : [spec.judged.full];
  const all = [...judged, ...round.filter((value) => onGrain(value, grain)), ...ends].filter((value) =>
    contains(range, value),
  );
  return all.filter((value, i) => all.findIndex((other) => compare(other, value) === 0) === i);
}

function roundFigures(type: Type, { year }: Program): readonly Fraction[] {
  if (type.kind === "ratio") return SHARES.map((n) => fraction(n, 100n));
  if (type.kind !== "date") return ROUND.map((n) => fraction(n));
  const days = [12n, 6n, 1n].map((month) => dayNumber(BigInt(year), month, 1n));
  return days.filter((day) => day !== undefined).map((day) => fraction(day));
}

function onGrain(value: Fraction, grain: Fraction): boolean {
  const steps = divide(value, grain);
  return floor(steps) === ceiling(steps);
}

/** All plain values of a field, the one that most likely earns full marks first. */
export function valuesFor(spec: FieldSpec, program: Program): readonly Value[] {
  const { type } = spec;
  switch (type.kind) {
    case "yesNo":
      return [true, false].map((value) => ({ kind: "yesNo", value }));
    case "option":
      return type.options.map((value) => ({ kind: "option", value }));
    case "checklist": {
      const { items } = type;
      const met = (is: (item: string) => boolean): Value => ({
        kind: "checklist",
        met: new Map(items.map((item) => [item, is(item)])),
      });
      return [
        met(() => true),
        ...items.map((missing) => met((item) => item !== missing)),
        ...(items.length > 1 ? [met(() => false)] : []),
      ];
    }
    case "qualitative":
      return QUALITATIVE_GRADES.map((grade, i) => ({
        kind: "qualitative",
        grade,
        share: fraction([100n, 70n, 50n][i] ?? 50n, 100n),
      }));
    case "text":
      return [{ kind: "text", value: "无" }];
    default:
      return figuresFor(spec, program).map((value) => ({ kind: "figure", value }));
  }
}
