/** The standard of a leaf: any method that fits its value and target. */
import { amount, STEP_WORDS, type Leaf } from "./amounts.ts";
import { bands, interpolate, intervals, optionBands } from "./bands.ts";
import { anyField, refer, type Declared } from "./declared.ts";
import { condition, figure, pointsOf } from "./figures.ts";
import { literal } from "./literals.ts";
import { adjustFrom, deduct } from "./tally.ts";

/** `depth`: in how many other standards it stands. A method that does not fit says undefined. */
export function standard(declared: Declared, leaf: Leaf, depth = 0): string {
  const { random, word } = declared.spelling;
  const makers: (() => string | undefined)[] = [
    () => proportional(declared, leaf),
    () => proportional(declared, leaf),
    () => threshold(declared, leaf),
    () => deduct(declared, leaf),
    () => deduct(declared, leaf),
    () => adjustFrom(declared, leaf),
    () => bands(declared, leaf),
    () => bands(declared, leaf),
    () => intervals(declared, leaf),
    () => optionBands(declared, leaf),
    () => interpolate(declared, leaf),
    () => checklist(declared, leaf),
    () => qualitative(declared),
    () => judged(declared, leaf),
    () => `= ${pointsOf(declared, leaf.steps, 2)}`,
    () => reuse(declared),
    () => firstOf(declared, leaf, depth),
    () => bestOf(declared, leaf, depth),
    ...(random.once(30) ? [() => word("待定", "open")] : []),
  ];
  for (;;) {
    const made = random.pick(makers)();
    if (made !== undefined) return made;
  }
}

function proportional({ spelling }: Declared, { kind, target, steps, beyond }: Leaf): string | undefined {
  const { random, word, number, points } = spelling;
  if (kind === "date" || target === "in") return undefined;
  // Without 目标 a ratio's is >= 100%.
  const sign = target ?? (kind === "ratio" ? ">=" : undefined);
  if (sign === undefined) return undefined;
  const reading =
    sign === "<=" || sign === "<"
      ? random.pick([word("反比", "inverse"), word("线性", "linear")])
      : sign === "="
        ? random.pick([word("同正向", "asAtLeast"), word("较小比较大", "lesserOverGreater")])
        : "";
  const clauses: string[] = [];
  if (random.once(3))
    clauses.push(
      `${word("低于", "below")} ${number(random.pick(["60", "50", "87.5"]), "%")} ${word("不得分", "nothing")}`,
    );
  if (random.once(3)) {
    const [zh, en] = random.pick(STEP_WORDS);
    const effect = random.once(2)
      ? word("不得分", "nothing")
      : `${word(zh, en)} ${number(random.pick(["10", "3", "2.5"]), "个百分点")} ${word("扣", "take")} ${amount(spelling, steps)}`;
    clauses.push(`${word("超过", "above")} ${number(random.pick(["130", "110", "100"]), "%")} ${effect}`);
  }
  const lesser = reading === "较小比较大" || reading === "lesserOverGreater";
  if (!lesser && beyond && random.once(5))
    clauses.push(`${word("最高", "upTo")} ${points(steps + random.between(0, steps))}`);
  return [word("按比例", "proportional"), reading, ...clauses].filter((t) => t !== "").join(" ");
}

function threshold(declared: Declared, { target, kind }: Leaf): string | undefined {
  const { random, word } = declared.spelling;
  const method = word("达标", "threshold");
  if ((target !== undefined || kind === "ratio") && random.once(2)) return method;
  return `${method} ${condition(declared, 1)}`;
}

function checklist(declared: Declared, { steps }: Leaf): string | undefined {
  const { random, word, points } = declared.spelling;
  const field = anyField(declared, "checklist");
  if (!field) return undefined;
  const head = `${word("要点", "checklist")} ${refer(declared, field)}`;
  if (random.once(4)) return `${head} ${word("缺一不得分", "allOrNothing")}`;
  if (random.once(3))
    return `${head} ${word("每缺一项", "eachMissing")} ${word("扣", "take")} ${points(random.between(1, steps))}`;
  if (steps < field.items.length) return undefined;
  const shares = random.split(steps, field.items.length);
  const rows = field.items.map((item, i) => {
    // Only earlier items are required, so there is no circle.
    const first =
      i > 0 && random.once(3) ? ` ${word("须先", "requires")} ${field.items[random.below(i)] ?? ""}` : "";
    const exempt = random.once(4)
      ? ` ${word("免检", "exempt")} ${word("当", "when")} ${condition(declared, 1)}`
      : "";
    return `${item} ${word("得", "gets")} ${points(shares[i] ?? 0)}${first}${exempt}`;
  });
  return `${head} {\n${rows.join("\n")}\n}`;
}

function qualitative(declared: Declared): string | undefined {
  const { random, word } = declared.spelling;
  const field = anyField(declared, "qualitative");
  if (!field) return undefined;
  const head = `${word("定性", "qualitative")} ${refer(declared, field)}`;
  if (random.once(2)) return head;
  const [grade, range] = random.pick([
    ["部分达成", "[50%, 80%)"],
    ["部分达成", "(60%, 90%]"],
    ["达成", "(90%, 100%]"],
    ["未达成", "[0%, 50%]"],
  ] as const);
  return `${head} { ${grade} ${word("酌情得", "getsJudged")} ${range} }`;
}

function judged({ spelling }: Declared, { steps }: Leaf): string {
  const { random, word, points } = spelling;
  const method = word("人工", "judged");
  if (steps < 2 || random.once(2)) return method;
  const low = random.between(0, steps - 1);
  return `${method} [${points(low)}, ${points(random.between(low + 1, steps))}]`;
}

function reuse(declared: Declared): string | undefined {
  const { spelling, standards } = declared;
  const name = standards.length === 0 ? undefined : spelling.random.pick(standards);
  return (
    name &&
    `${spelling.word("方法", "method")} ${name}(${figure(declared, "ratio", 1)}, ${literal(spelling, "ratio", "")})`
  );
}

function firstOf(declared: Declared, leaf: Leaf, depth: number): string | undefined {
  const { random, word } = declared.spelling;
  if (depth > 1) return undefined;
  const use = word("用", "use");
  const inner = (): string => `${use} ${standard(declared, leaf, depth + 1)}`;
  const rows = Array.from(
    { length: random.between(1, 2) },
    () => `${word("当", "when")} ${condition(declared, 1)} ${inner()}`,
  );
  return `${word("首个", "firstOf")} {\n${[...rows, `${word("其他", "otherwise")} ${inner()}`].join("\n")}\n}`;
}

function bestOf(declared: Declared, leaf: Leaf, depth: number): string | undefined {
  const { random, word } = declared.spelling;
  if (depth > 1) return undefined;
  const rows = Array.from({ length: random.between(2, 3) }, () => standard(declared, leaf, depth + 1));
  return `${word("择优", "bestOf")} {\n${rows.join("\n")}\n}`;
}
