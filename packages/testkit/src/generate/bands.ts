/** Standards by where the value lies: 分档 of floors or ceilings, of intervals, of options; 插值. */
import { gets, result, type Leaf } from "./amounts.ts";
import { anyField, refer, type Declared } from "./declared.ts";
import { condition, figure } from "./figures.ts";
import { ladder, literal } from "./literals.ts";

/** Descending floors or ascending ceilings, with 当 and = rows anywhere. */
export function bands(declared: Declared, leaf: Leaf): string {
  const { spelling } = declared;
  const { random, word, sign } = spelling;
  const floors = random.once(2);
  const edges = ladder(spelling, leaf.kind, leaf.unit, random.between(1, 4));
  const closed = floors ? ">=" : "<=";
  const strict = floors ? ">" : "<";
  const ordered = floors ? edges.toReversed() : edges;
  const rows = ordered.flatMap((edge, i) => {
    const straight = i > 0 && random.once(4) ? ` ${word("至", "to")} ${result(spelling, leaf)}` : "";
    const given = straight === "" ? gets(spelling, leaf) : `${word("得", "gets")} ${result(spelling, leaf)}`;
    const row = `${sign(random.once(4) ? strict : closed, true)} ${edge} ${given}${straight}`;
    const other = random.once(6)
      ? [`${word("当", "when")} ${condition(declared, 1)} ${gets(spelling, leaf)}`]
      : random.once(8)
        ? [`${sign("=")} ${literal(spelling, leaf.kind, leaf.unit)} ${gets(spelling, leaf)}`]
        : [];
    return random.once(2) ? [...other, row] : [row, ...other];
  });
  rows.push(`${word("其他", "otherwise")} ${gets(spelling, leaf)}`);
  const head = random.once(5) && leaf.kind === "ratio" ? ` ${figure(declared, "ratio", 1)}` : "";
  return `${word("分档", "bands")}${head} {\n${rows.join(random.once(3) ? "; " : "\n")}\n}`;
}

/** Intervals that join, so that one holds of every value. */
export function intervals({ spelling }: Declared, leaf: Leaf): string {
  const { random, word } = spelling;
  const edges = ladder(spelling, leaf.kind, leaf.unit, random.between(1, 3));
  const left = random.once(2);
  const sides = ["", ...edges, ""];
  const rows = sides.slice(1).map((high, i) => {
    const low = sides[i] ?? "";
    const both = low !== "" && high !== "" && random.once(4);
    const given = both
      ? `${word("得", "gets")} ${result(spelling, leaf)} ${word("至", "to")} ${result(spelling, leaf)}`
      : gets(spelling, leaf);
    return `${left ? "[" : "("}${low}, ${high}${left ? ")" : "]"} ${given}`;
  });
  return `${word("分档", "bands")} {\n${random.shuffle(rows).join("\n")}\n}`;
}

export function optionBands(declared: Declared, leaf: Leaf): string | undefined {
  const { spelling } = declared;
  const { random, word } = spelling;
  const field = anyField(declared, "option");
  if (!field) return undefined;
  const some = random.once(3);
  const named = some ? field.items.slice(0, -1) : field.items;
  const rows = random.shuffle(named).map((item) => `${item} ${gets(spelling, leaf)}`);
  if (some) rows.push(`${word("其他", "otherwise")} ${gets(spelling, leaf)}`);
  return `${word("分档", "bands")} ${refer(declared, field)} {\n${rows.join("\n")}\n}`;
}

export function interpolate({ spelling }: Declared, leaf: Leaf): string {
  const { random, word } = spelling;
  const rows = ladder(spelling, leaf.kind, leaf.unit, random.between(2, 4)).map(
    (edge) => `${edge} ${word("得", "gets")} ${result(spelling, leaf)}`,
  );
  return `${word("插值", "interpolate")} {\n${rows.join(random.once(3) ? "; " : "\n")}\n}`;
}
