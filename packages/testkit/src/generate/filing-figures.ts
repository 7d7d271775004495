/** The figures that a filing is tried with: plain ones, and those at the bounds of what is declared and written in the rules. */
import type { Expr, FieldSpec, Program, Type } from "@heng/lang";
import { exact, halfUp, minus, order, over, plus, times, type Exact } from "../exact.ts";
import type { Random } from "../random.ts";

/** Every figure written in the rules, by kind: the bounds that values are tried at. */
export type Constants = ReadonlyMap<string, readonly Exact[]>;
const pools = new WeakMap<Program, Constants>();

export function constantsOf(program: Program): Constants {
  const known = pools.get(program);
  if (known) return known;
  const found = new Map<string, Exact[]>();
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    const e = part as Partial<Expr>;
    if (e.node === "figure" && e.type && e.value) {
      const list = found.get(keyOf(e.type)) ?? [];
      list.push(exact(e.value.n, e.value.d));
      found.set(keyOf(e.type), list);
    }
    for (const inner of Array.isArray(part) ? part : Object.values(part)) visit(inner);
  };
  visit([program.root, program.extras, program.definitions]);
  pools.set(program, found);
  return found;
}

function keyOf(type: Type): string {
  return type.kind === "quantity"
    ? `quantity ${type.dimension.map((d) => d.join("^")).join(" ")}`
    : type.kind;
}

const PLAIN = [
  "0",
  "1",
  "2",
  "3",
  "7",
  "8",
  "100",
  "200",
  "400",
  "800",
  "12.5",
  "333.33",
  "99.99",
  "40",
  "1000",
];

/** A figure within the range of the field, and no finer than it may be filed. */
export function triedFigure(spec: FieldSpec, pool: Constants, random: Random): Exact {
  const { unit, decimals } = grainOf(spec);
  const step = exact(1n, 10n ** BigInt(decimals));
  const round = (value: Exact): Exact => times(halfUp(over(value, unit), decimals), unit);
  const constants = pool.get(keyOf(spec.type)) ?? [];
  const near = (value: Exact): Exact =>
    random.pick([value, value, plus(value, times(step, unit)), minus(value, times(step, unit))]);
  if (spec.type.kind === "date") {
    const base = constants.length > 0 ? random.pick(constants) : exact(738000n);
    return plus(base, exact(BigInt(random.between(-1, 1) * random.pick([0, 1, 1, 30]))));
  }
  for (let tries = 0; tries < 8; tries += 1) {
    const { low, high } = spec.range;
    const tried = random.pick([
      () => times(plainOf(random.pick(PLAIN)), unit),
      () => times(plainOf(random.pick(PLAIN)), unit),
      () => times(exact(BigInt(random.between(0, 120000)), 10n ** BigInt(Math.min(decimals, 2))), unit),
      () => (constants.length > 0 ? near(random.pick(constants)) : times(plainOf("5"), unit)),
      () => (low ? near(exact(low.value.n, low.value.d)) : exact(0n)),
      () => (high ? near(exact(high.value.n, high.value.d)) : exact(0n)),
    ])();
    const value = round(tried);
    if (within(value, spec)) return value;
  }
  // Somewhere in the range that is sure to be there, however narrow it is.
  const { low, high } = spec.range;
  const [from, to] = [
    low ? exact(low.value.n, low.value.d) : undefined,
    high ? exact(high.value.n, high.value.d) : undefined,
  ];
  const edges = [
    ...(from ? [from, plus(from, times(step, unit)), plus(from, unit)] : []),
    ...(to ? [to, minus(to, unit)] : []),
  ];
  return edges.find((value) => within(value, spec) && order(round(value), value) === 0) ?? exact(0n);
}

function within(value: Exact, { range }: FieldSpec): boolean {
  const { low, high } = range;
  const above = low ? order(value, low.value) : 1;
  const below = high ? order(value, high.value) : -1;
  return (low?.open ? above > 0 : above >= 0) && (high?.open ? below < 0 : below <= 0);
}

/** Shown unit in base units, and how many decimals a figure may have in it. */
export function grainOf({ type, decimals }: FieldSpec): { readonly unit: Exact; readonly decimals: number } {
  if (type.kind === "quantity")
    return { unit: exact(type.factor.n, type.factor.d), decimals: Math.min(decimals ?? 2, 4) };
  if (type.kind === "ratio") return { unit: exact(1n, 100n), decimals: 2 };
  return { unit: exact(1n), decimals: type.kind === "date" ? 0 : Math.min(decimals ?? 2, 4) };
}

/** The figure that a plain decimal is. */
export function plainOf(text: string): Exact {
  const [whole = "0", part = ""] = text.split(".");
  return exact(BigInt(whole + part), 10n ** BigInt(part.length));
}
