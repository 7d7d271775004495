/** Units of measure and the algebra of kinds: what may be added, compared, multiplied (language reference, section 3). */
import { fraction, multiply, divide, type Fraction } from "@heng/number";
import { DATE, NUMBER, POINTS, RATIO, type Dimension, type Type } from "../core/type.ts";
import { COUNTED, MONEY } from "../core/units.ts";

const ONE = fraction(1n);

const SCALES: readonly (readonly [string, bigint])[] = [
  ["百", 100n],
  ["千", 1_000n],
  ["万", 10_000n],
  ["亿", 100_000_000n],
];

const NUMERALS: ReadonlyMap<string, bigint> = new Map([["十", 10n], ...SCALES]);
/** 千万亿: nobody counts in more. */
const MOST_NUMERALS = 3;

/** Units an office declared with `单位 课时`. */
export type DeclaredUnits = ReadonlySet<string>;

function simpleUnit(name: string, declared: DeclaredUnits): { base: string; factor: bigint } | undefined {
  const money = MONEY.get(name);
  if (money) return { base: "元", factor: money.factor };
  if (COUNTED.has(name) || declared.has(name)) return { base: name, factor: 1n };
  for (const [prefix, factor] of SCALES) {
    const rest = name.slice(prefix.length);
    if (name.startsWith(prefix) && (COUNTED.has(rest) || declared.has(rest))) return { base: rest, factor };
  }
  return undefined;
}

/**
 * The kind a unit's text stands for: `万元`, `人`, `万页`, `元/人`, `%`, `‰`, `个百分点`, `分`; undefined when unknown.
 * `scale`: written figure × scale = base value.
 */
export function unitType(text: string, declared: DeclaredUnits): UnitType | undefined {
  let known = UNIT_TYPES.get(declared);
  if (!known) UNIT_TYPES.set(declared, (known = new Map()));
  if (known.has(text)) return known.get(text);
  const made = makeUnitType(text, declared);
  if (known.size < MOST_KEPT) known.set(text, made);
  return made;
}

/** Numerals before a known unit: `千万元` is 1000 times 万元. Undefined for what is itself known, or no such thing. */
export function multipleOf(
  text: string,
  declared: DeclaredUnits,
): { readonly times: bigint; readonly unit: string } | undefined {
  let times = 1n;
  for (let at = 0; at < text.length && at < MOST_NUMERALS; at++) {
    const numeral = NUMERALS.get(text[at] ?? "");
    if (numeral === undefined) return undefined;
    times *= numeral;
    const unit = text.slice(at + 1);
    if (unitType(unit, declared)) return { times, unit };
  }
  return undefined;
}

interface UnitType {
  readonly type: Type;
  readonly scale: Fraction;
}
/** Every literal asks for its unit, and there are few. */
const UNIT_TYPES = new WeakMap<DeclaredUnits, Map<string, UnitType | undefined>>();
const MOST_KEPT = 500;

function makeUnitType(text: string, declared: DeclaredUnits): UnitType | undefined {
  switch (text) {
    case "%":
      return { type: RATIO, scale: fraction(1n, 100n) };
    case "‰":
      return { type: RATIO, scale: fraction(1n, 1000n) };
    case "个百分点":
      return { type: { kind: "ratio", sense: "percentagePoints" }, scale: fraction(1n, 100n) };
    case "分":
      return { type: POINTS, scale: ONE };
    default:
  }
  const parts = text.split("/");
  const units = parts.map((part) => simpleUnit(part, declared));
  let dimension: Dimension = [];
  let factor = ONE;
  for (const [i, unit] of units.entries()) {
    if (!unit) return undefined;
    dimension = multiplyDimensions(dimension, [[unit.base, i === 0 ? 1 : -1]]);
    factor = i === 0 ? multiply(factor, fraction(unit.factor)) : divide(factor, fraction(unit.factor));
  }
  return { type: { kind: "quantity", dimension, unit: text, factor }, scale: factor };
}

function multiplyDimensions(a: Dimension, b: Dimension, power = 1): Dimension {
  const [first, second] = b;
  if (!first) return a;
  if (!second && a.length === 1 && a[0]?.[0] === first[0] && a[0][1] === -first[1] * power) return [];
  if (!second && a.length === 0) return [[first[0], first[1] * power]];
  const powers = new Map<string, number>(a);
  for (const [base, p] of b) powers.set(base, (powers.get(base) ?? 0) + p * power);
  return Array.from(powers)
    .filter(([, p]) => p !== 0)
    .toSorted(([x], [y]) => (x < y ? -1 : 1));
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.length === b.length && a.every(([base, power], i) => b[i]?.[0] === base && b[i][1] === power);
}

/** The kind of one of several figures that go together: a difference of two ratios is the kind of the others. */
export function typeOfAny(types: readonly Type[]): Type | undefined {
  const [lead] = types;
  if (lead?.kind !== "ratio" || lead.sense !== "difference") return lead;
  return types.find((type) => type.kind === "ratio" && type.sense !== "difference") ?? lead;
}

/** The kind of a product: 万元 ÷ 万元 is a ratio, 分 × % is 分, 万元 ÷ 人 is 万元/人. Undefined when a factor cannot be multiplied. */
export function productType(
  factors: readonly { readonly inverse: boolean; readonly type: Type; readonly literal: boolean }[],
): Type | undefined {
  let dimension: Dimension = [];
  let ratio = false;
  let measured = false;
  const units: { readonly inverse: boolean; readonly unit: string; readonly factor: Fraction }[] = [];
  for (const { inverse, type } of factors) {
    const power = inverse ? -1 : 1;
    switch (type.kind) {
      case "number":
        break;
      case "ratio":
        ratio = true;
        break;
      case "points":
        measured = true;
        dimension = multiplyDimensions(dimension, [["分", power]]);
        break;
      case "quantity":
        measured = true;
        dimension = multiplyDimensions(dimension, type.dimension, power);
        units.push({ inverse, unit: type.unit, factor: type.factor });
        break;
      default:
        return undefined;
    }
  }
  if (dimension.length === 0) {
    // 个百分点, and what two ratios differ by, stay so a plain number of times.
    const [only, ...others] = factors.filter(({ type }) => type.kind !== "number");
    if (only?.type.kind === "ratio" && !only.inverse && others.length === 0) return plainly(only.type);
    // A figure over a figure of its own kind is a ratio; so is a share of plain numbers that are not literals.
    const divided =
      factors.some(({ inverse, literal }) => inverse && !literal) &&
      factors.some(({ inverse, literal }) => !inverse && !literal);
    return ratio || measured || divided ? RATIO : NUMBER;
  }
  if (sameDimension(dimension, [["分", 1]])) return POINTS;
  const only = units[0];
  if (units.length === 1 && only && !only.inverse) {
    return { kind: "quantity", dimension, unit: only.unit, factor: only.factor };
  }
  const uncancelled = units.length === dimension.length && dimension.every(([, p]) => p === 1 || p === -1);
  const above = units.filter(({ inverse }) => !inverse);
  const below = units.filter(({ inverse }) => inverse);
  if (uncancelled && above.length > 0) {
    const factor = units.reduce((f, u) => (u.inverse ? divide(f, u.factor) : multiply(f, u.factor)), ONE);
    return {
      kind: "quantity",
      dimension,
      unit: [above.map((u) => u.unit).join("·"), ...below.map((u) => u.unit)].join("/"),
      factor,
    };
  }
  return { kind: "quantity", dimension, unit: dimensionText(dimension), factor: ONE };
}

/** The kind of a ratio, however the figure that had it is shown. */
function plainly(type: Extract<Type, { readonly kind: "ratio" }>): Type {
  return { kind: "ratio", sense: type.sense };
}

function dimensionText(dimension: Dimension): string {
  const power = (p: number): string => (p === 1 ? "" : `^${p}`);
  const above = dimension.filter(([, p]) => p > 0).map(([base, p]) => base + power(p));
  const below = dimension.filter(([, p]) => p < 0).map(([base, p]) => base + power(-p));
  return [above.length === 0 ? "1" : above.join("·"), ...below].join("/");
}

/** How two kinds meet in a sum or comparison. */
export type Meeting =
  | { readonly kind: "same"; readonly type: Type }
  /** A plain number against a ratio: only a literal within [-1, 1] passes. */
  | { readonly kind: "numberForRatio" }
  | { readonly kind: "percentForPercentagePoint" }
  | { readonly kind: "bareNumber" }
  | { readonly kind: "different" };

/** Whether figures of two kinds may be added or compared; `literal` sides adapt where that is no guess (0, 1 − ratio). */
export function meet(
  a: Type,
  b: Type,
  zeroA: boolean,
  zeroB: boolean,
  unitLiteralA: boolean,
  unitLiteralB: boolean,
): Meeting {
  if (zeroA && b.kind !== "date") return { kind: "same", type: b };
  if (zeroB && a.kind !== "date") return { kind: "same", type: a };
  if (a.kind === "ratio" && b.kind === "ratio") {
    if (a.sense === b.sense) return { kind: "same", type: a };
    if (a.sense === "difference") return { kind: "same", type: b };
    if (b.sense === "difference") return { kind: "same", type: a };
    return { kind: "percentForPercentagePoint" };
  }
  if (a.kind === "number" && b.kind === "number") return { kind: "same", type: NUMBER };
  // 1 against a difference would be 100 percentage points: one percentage point is what people mean.
  if (a.kind === "ratio" && b.kind === "number" && a.sense === "ratio")
    return unitLiteralB ? { kind: "same", type: a } : { kind: "numberForRatio" };
  if (a.kind === "number" && b.kind === "ratio" && b.sense === "ratio")
    return unitLiteralA ? { kind: "same", type: b } : { kind: "numberForRatio" };
  if (a.kind === "quantity" && b.kind === "quantity" && sameDimension(a.dimension, b.dimension))
    return { kind: "same", type: a };
  if (a.kind === "points" && b.kind === "points") return { kind: "same", type: POINTS };
  if (a.kind === "date" && b.kind === "date") return { kind: "same", type: DATE };
  if (a.kind === "number" || b.kind === "number") return { kind: "bareNumber" };
  return { kind: "different" };
}
