/** What is filed for one field, as JSON: a value that can be read, in any of the ways people write it, or one that cannot. */
import type { FieldSpec } from "@heng/lang";
import { exact, minus, order, over, plus, times, type Exact } from "../exact.ts";
import type { Random } from "../random.ts";
import { grainOf, plainOf, triedFigure, type Constants } from "./filing-figures.ts";

/** What is written for one field: its JSON, and the figure it stands for; items of a checklist apart. */
export interface Entry {
  readonly json: string;
  readonly figure?: Exact;
  readonly items?: ReadonlyMap<string, boolean>;
}

/** A value of the field's kind, within its range. `partly`: a checklist may lack items. */
export function right(spec: FieldSpec, pool: Constants, random: Random, partly: boolean): Entry {
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
      const value = triedFigure(spec, pool, random);
      return { json: JSON.stringify(dateText(value.n, random)), figure: value };
    }
    default: {
      const value = triedFigure(spec, pool, random);
      return { json: figureJson(spec, value, random), figure: value };
    }
  }
}

/** What cannot be used: out of range, or unreadable. */
export function wrong(spec: FieldSpec, random: Random): Entry {
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

export function checklist(items: ReadonlyMap<string, boolean>, random: Random): Entry {
  const parts = [...items].map(
    ([name, met]) =>
      `${JSON.stringify(name)}: ${met ? random.pick(["true", '"是"']) : random.pick(["false", '"否"'])}`,
  );
  return { json: `{${parts.join(", ")}}`, items };
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
