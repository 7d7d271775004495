/** Random filings of a program, as the text of a JSON file: in all states, and at the bounds of what is asked. */
import type { Expr, FieldSpec, Program, Type } from "@heng/lang";
import { exact, halfUp, minus, order, over, plus, times, type Exact } from "./exact.ts";
import type { Random } from "./random.ts";

/** What is written for one field: its JSON, and the figure it stands for; items of a checklist apart. */
interface Entry {
  readonly json: string;
  readonly figure?: Exact;
  readonly items?: ReadonlyMap<string, boolean>;
}
export interface Draft {
  readonly fields: ReadonlyMap<string, Entry>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Entry>[]>;
}

/** How often, once in so many, a field is missing or holds what cannot be used; 0: never. */
export interface Mix {
  readonly missing: number;
  readonly wrong: number;
}

export function generateFiling(program: Program, random: Random, mix: Mix): Draft {
  const pool = constantsOf(program);
  const write = (spec: FieldSpec): Entry | undefined => {
    if (mix.missing > 0 && random.once(mix.missing)) return undefined;
    if (mix.wrong > 0 && random.once(mix.wrong)) return wrong(spec, random);
    return right(spec, pool, random, mix.missing > 0);
  };
  const record = (specs: readonly FieldSpec[]): ReadonlyMap<string, Entry> =>
    new Map(
      specs.flatMap((spec) => {
        const entry = write(spec);
        return entry === undefined ? [] : [[spec.name, entry] as const];
      }),
    );
  return {
    fields: record(program.fields),
    rows: new Map(
      program.rowLists.flatMap(({ name, atMost, columns }) => {
        if (mix.missing > 0 && random.once(mix.missing)) return [];
        const over = mix.wrong > 0 && random.once(mix.wrong * 4);
        const count = over ? atMost + 1 : random.between(0, atMost);
        return [[name, Array.from({ length: count }, () => record(columns))] as const];
      }),
    ),
  };
}

/** The same filing with all that was missing filled in, each field within its declared range. */
export function completed(program: Program, { fields, rows }: Draft, random: Random): Draft {
  const pool = constantsOf(program);
  const fill = (specs: readonly FieldSpec[], given: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> =>
    new Map(
      specs.map((spec) => {
        const before = given.get(spec.name);
        if (before === undefined) return [spec.name, right(spec, pool, random, false)];
        if (before.items === undefined || before.items.size === spec.items.length) return [spec.name, before];
        const items = spec.items.map(
          ({ name }) => [name, before.items?.get(name) ?? random.once(2)] as const,
        );
        return [spec.name, checklist(new Map(items), random)];
      }),
    );
  return {
    fields: fill(program.fields, fields),
    rows: new Map(
      program.rowLists.map(({ name, atMost, columns }) => [
        name,
        (
          rows.get(name) ?? Array.from({ length: random.between(0, atMost) }, () => new Map<string, Entry>())
        ).map((row) => fill(columns, row)),
      ]),
    ),
  };
}

/** The text of the JSON file. Written by hand: a field may be called `__proto__`. */
export function filingJson({ fields, rows }: Draft): string {
  const record = (entries: ReadonlyMap<string, Entry>): string =>
    `{${[...entries].map(([name, { json }]) => `${JSON.stringify(name)}: ${json}`).join(", ")}}`;
  const lists = [...rows].map(([name, list]) => `${JSON.stringify(name)}: [${list.map(record).join(", ")}]`);
  const data = `{${[record(fields).slice(1, -1), ...lists].filter((t) => t !== "").join(", ")}}`;
  return `{"schema": "heng.filing/1", "agency": "某单位", "year": "2022", "data": ${data}}`;
}

// ---- figures -----------------------------------------------------------------------------------------------

type Constants = ReadonlyMap<string, readonly Exact[]>;
const pools = new WeakMap<Program, Constants>();

function keyOf(type: Type): string {
  return type.kind === "quantity"
    ? `quantity ${type.dimension.map((d) => d.join("^")).join(" ")}`
    : type.kind;
}

/** Every figure written in the rules, by kind: the bounds that values are tried at. */
function constantsOf(program: Program): Constants {
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

function within(value: Exact, { range }: FieldSpec): boolean {
  const { low, high } = range;
  const above = low ? order(value, low.value) : 1;
  const below = high ? order(value, high.value) : -1;
  return (low?.open ? above > 0 : above >= 0) && (high?.open ? below < 0 : below <= 0);
}

/** Shown unit in base units, and how many decimals a figure may have in it. */
function grainOf({ type, decimals }: FieldSpec): { readonly unit: Exact; readonly decimals: number } {
  if (type.kind === "quantity")
    return { unit: exact(type.factor.n, type.factor.d), decimals: Math.min(decimals ?? 2, 4) };
  if (type.kind === "ratio") return { unit: exact(1n, 100n), decimals: 2 };
  return { unit: exact(1n), decimals: type.kind === "date" ? 0 : Math.min(decimals ?? 2, 4) };
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

function figure(spec: FieldSpec, pool: Constants, random: Random): Exact {
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

function plainOf(text: string): Exact {
  const [whole = "0", part = ""] = text.split(".");
  return exact(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** A finite decimal. */
function decimalText(value: Exact): string {
  const { d } = value;
  let [n, places] = [value.n, 0];
  while (n % d !== 0n) {
    n *= 10n;
    places += 1;
    if (places > 30) throw new Error("A value of a filing that is no finite decimal");
  }
  const q = n / d;
  const digits = `${q < 0n ? -q : q}`.padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return q < 0n ? `-${text}` : text;
}

function dateText(day: bigint, random: Random): string {
  // Days from 0000-03-01 counted forward: slow and plain.
  let [rest, year] = [day, 0n];
  const leap = (y: bigint): boolean => (y % 4n === 0n && y % 100n !== 0n) || y % 400n === 0n;
  const length = (y: bigint): bigint => (leap(y + 1n) ? 366n : 365n);
  const eras = rest / 146097n;
  [rest, year] = [rest - eras * 146097n, eras * 400n];
  while (rest >= length(year)) [rest, year] = [rest - length(year), year + 1n];
  const months = [31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n, 31n, 29n];
  let at = 0;
  while (rest >= (months[at] ?? 31n)) {
    rest -= months[at] ?? 31n;
    at += 1;
  }
  const month = at < 10 ? at + 3 : at - 9;
  const y = `${at < 10 ? year : year + 1n}`.padStart(4, "0");
  const [m, d] = [`${month}`.padStart(2, "0"), `${rest + 1n}`.padStart(2, "0")];
  return random.pick([`${y}-${m}-${d}`, `${y}年${month}月${rest + 1n}日`, `${y}/${m}/${d}`]);
}

/** A value of the field's kind, within its range. `partly`: a checklist may lack items. */
function right(spec: FieldSpec, pool: Constants, random: Random, partly: boolean): Entry {
  const { type } = spec;
  switch (type.kind) {
    case "yesNo": {
      const value = random.once(2);
      return {
        json: value ? random.pick(["true", '"是"', '"yes"']) : random.pick(["false", '"否"', '"no"']),
      };
    }
    case "option":
      return { json: JSON.stringify(random.pick(type.options)) };
    case "checklist": {
      const named = spec.items.filter(() => !partly || !random.once(6));
      return checklist(
        new Map((named.length === 0 ? spec.items : named).map(({ name }) => [name, !random.once(3)])),
        random,
      );
    }
    case "qualitative": {
      const share = random.pick([
        "100",
        "95",
        "90",
        "89.99",
        "80",
        "79.99",
        "66.67",
        "60",
        "59.99",
        "50",
        "49",
        "0",
      ]);
      const value = plainOf(share);
      const grade = random.once(12)
        ? random.pick(["达成", "部分达成", "未达成"])
        : order(value, exact(80n)) >= 0
          ? "达成"
          : order(value, exact(60n)) >= 0
            ? "部分达成"
            : "未达成";
      return { json: JSON.stringify(`${grade} ${share}%`) };
    }
    case "text":
      return { json: '"文字"' };
    case "date": {
      const value = figure(spec, pool, random);
      return { json: JSON.stringify(dateText(value.n, random)), figure: value };
    }
    default: {
      const value = figure(spec, pool, random);
      return { json: figureJson(spec, value, random), figure: value };
    }
  }
}

function figureJson({ type }: FieldSpec, value: Exact, random: Random): string {
  if (type.kind === "ratio") {
    const percent = `${decimalText(times(value, exact(100n)))}%`;
    const small = order(value, exact(1n)) <= 0 && order(value, exact(-1n)) >= 0;
    const plain = decimalText(value);
    return random.pick([
      `"${percent}"`,
      `"${percent}"`,
      small ? `"${plain}"` : `"${percent}"`,
      small ? plain : `"${percent}"`,
    ]);
  }
  const unit = type.kind === "quantity" ? exact(type.factor.n, type.factor.d) : exact(1n);
  const text = decimalText(over(value, unit));
  const named = type.kind === "quantity" ? type.unit : type.kind === "points" ? "分" : "";
  const base =
    type.kind === "quantity" && type.dimension.length === 1 && type.dimension[0]?.[0] === "元"
      ? `"${decimalText(value)}元"`
      : `"${text}"`;
  return random.pick([`"${text}"`, text, `"${text}${named}"`, `" ${text} "`, base]);
}

function checklist(items: ReadonlyMap<string, boolean>, random: Random): Entry {
  const parts = [...items].map(
    ([name, met]) =>
      `${JSON.stringify(name)}: ${met ? random.pick(["true", '"是"']) : random.pick(["false", '"否"'])}`,
  );
  return { json: `{${parts.join(", ")}}`, items };
}

/** What cannot be used: out of range, or unreadable. */
function wrong(spec: FieldSpec, random: Random): Entry {
  const { low, high } = spec.range;
  const { unit } = grainOf(spec);
  if (random.once(2) && (low || high) && spec.type.kind !== "date") {
    const value = low
      ? minus(exact(low.value.n, low.value.d), unit)
      : high
        ? plus(exact(high.value.n, high.value.d), unit)
        : exact(0n);
    return { json: figureJson(spec, value, random) };
  }
  return {
    json: random.pick([
      '"约5"',
      '"5-6"',
      '"无"',
      '"10余"',
      '"1,2345"',
      '"#DIV/0!"',
      '"—"',
      '"abc"',
      "[]",
      '"=1+1"',
      '"9e9"',
    ]),
  };
}
