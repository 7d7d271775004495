/** Expressions of every kind of figure, and conditions. They hold each other, through 如果 and comparisons. */
import { anyDefinition, anyField, countUnits, fieldLike, refer, type Declared } from "./declared.ts";
import { ends, literal, type Figure } from "./literals.ts";

/** An expression of a kind, in ( ) where it is more than an operand. */
export function figure(declared: Declared, kind: Figure, depth: number, unit = ""): string {
  switch (kind) {
    case "money":
      return money(declared, depth);
    case "ratio":
      return ratio(declared, depth);
    case "count":
      return count(declared, depth, unit === "" ? declared.spelling.random.pick(countUnits(declared)) : unit);
    case "number":
      return number(declared, depth);
    case "date":
      return date(declared);
  }
}

export function money(declared: Declared, depth: number): string {
  const { random, word, times } = declared.spelling;
  const leaf = (): string => {
    const field = anyField(declared, "money");
    return field && !random.once(6) ? refer(declared, field) : literal(declared.spelling, "money", "万元");
  };
  if (depth === 0) return leaf();
  const inner = () => money(declared, depth - 1);
  const [rows] = declared.rowLists;
  return random.pick([
    leaf,
    leaf,
    leaf,
    () => `(${inner()} + ${inner()})`,
    () => `(${inner()} - ${inner()} + ${inner()})`,
    () => `(${inner()} ${times()} ${random.pick(["50%", "1.5", "2", "0.3"])})`,
    () => `${random.pick([word("最大", "max"), word("最小", "min")])}(${inner()}, ${inner()})`,
    () => `${word("绝对值", "abs")}(${inner()} - ${inner()})`,
    () => `${word("四舍五入", "roundHalfUp")}(${inOneUnit(declared)}, ${random.pick(["2", "0", "4"])})`,
    () => `${random.pick([word("向下取整", "floor"), word("向上取整", "ceil")])}(${inOneUnit(declared)})`,
    () => choice(declared, inner),
    () => anyDefinition(declared, "money") ?? leaf(),
    () =>
      rows
        ? `${random.pick([word("合计", "total"), word("最大", "max"), word("最小", "min"), word("平均", "average")])}(${rows.name}.资金${filter(declared)})`
        : leaf(),
  ])();
}

/** Money of one unit, as it must be to be rounded. */
function inOneUnit(declared: Declared): string {
  const { random, times, number: written } = declared.spelling;
  const first = anyField(declared, "money");
  const unit = first?.unit ?? "万元";
  const alike = declared.fields.filter((field) => field.kind === "money" && field.unit === unit);
  const leaf = (): string =>
    alike.length > 0 && !random.once(4)
      ? refer(declared, random.pick(alike))
      : written(random.pick(["0", "100", "12.5", "0.01", "333"]), unit);
  return random.pick([
    leaf,
    () => `${leaf()} + ${leaf()}`,
    () => `(${leaf()} - ${leaf()}) ${times()} ${random.pick(["50%", "1.5"])}`,
  ])();
}

function ratio(declared: Declared, depth: number): string {
  const { random, word, over } = declared.spelling;
  const leaf = (): string => {
    const field = anyField(declared, "ratio");
    return field && !random.once(8) ? refer(declared, field) : literal(declared.spelling, "ratio", "");
  };
  if (depth === 0) return leaf();
  const inner = () => ratio(declared, depth - 1);
  const above = () => money(declared, depth - 1);
  const below = () => moneyField(declared);
  const [rows] = declared.rowLists;
  const counts = (): string => {
    const unit = random.pick(countUnits(declared));
    const [part, whole] = [fieldLike(declared, "count", unit), fieldLike(declared, "count", unit)];
    return part && whole ? `${refer(declared, part)} ${over()} ${refer(declared, whole)}` : leaf();
  };
  return random.pick([
    leaf,
    leaf,
    () => `(${below()} ${over()} ${below()})`,
    () => `(${above()} ${over()} ${below()})`,
    () => `(${counts()})`,
    () => `(${counts()})`,
    () => `${word("变动率", "change")}(${above()}, ${below()})`,
    () => `(${inner()} - 5个百分点)`,
    () => `${random.pick([word("最大", "max"), word("最小", "min")])}(${inner()}, 100%)`,
    () => `${word("四舍五入", "roundHalfUp")}(${inner()}, ${random.pick(["4", "2"])})`,
    () => `${word("平均", "average")}(${leaf()}, ${leaf()}, ${leaf()})`,
    () => choice(declared, inner),
    () => anyDefinition(declared, "ratio") ?? leaf(),
    () =>
      declared.functions.length > 0 ? `${random.pick(declared.functions)}(${below()}, ${below()})` : leaf(),
    () => (rows ? `${word("加权平均", "weightedAverage")}(${rows.name}.率, ${rows.name}.资金)` : leaf()),
    () =>
      rows
        ? `${random.pick([word("平均", "average"), word("最小", "min")])}(${rows.name}.率${filter(declared)})`
        : leaf(),
  ])();
}

function moneyField(declared: Declared): string {
  const field = anyField(declared, "money");
  return field ? refer(declared, field) : "100万元";
}

function count(declared: Declared, depth: number, unit: string): string {
  const { random, word } = declared.spelling;
  const leaf = (): string => {
    const field = fieldLike(declared, "count", unit);
    return field && !random.once(8) ? refer(declared, field) : literal(declared.spelling, "count", unit);
  };
  if (depth === 0) return leaf();
  const inner = () => count(declared, depth - 1, unit);
  return random.pick([
    leaf,
    leaf,
    () => `(${inner()} - ${inner()})`,
    () => `(${inner()} + ${inner()})`,
    () => `${word("最大", "max")}(${inner()}, ${inner()})`,
    () => choice(declared, inner),
  ])();
}

function number(declared: Declared, depth: number): string {
  const { random, word, times } = declared.spelling;
  const leaf = (): string => {
    const field = anyField(declared, "number");
    return field && !random.once(6) ? refer(declared, field) : literal(declared.spelling, "number", "");
  };
  if (depth === 0) return leaf();
  const inner = () => number(declared, depth - 1);
  const [rows] = declared.rowLists;
  return random.pick([
    leaf,
    leaf,
    () => `(${inner()} + ${leaf()})`,
    () => `(${inner()} ${times()} 2)`,
    () => `${word("向下取整", "floor")}(${inner()})`,
    () => anyDefinition(declared, "number") ?? leaf(),
    () => (rows ? `${word("计数", "count")}(${rows.name}${filter(declared)})` : leaf()),
  ])();
}

function date(declared: Declared): string {
  const { random } = declared.spelling;
  const field = anyField(declared, "date");
  if (!field || random.once(6)) return literal(declared.spelling, "date", "");
  return random.once(4) ? `(${refer(declared, field)} + 7天)` : refer(declared, field);
}

/** A formula of points, as it stands after 评分 =. `steps`: 分值 in steps of the grain. */
export function pointsOf(declared: Declared, steps: number, depth: number): string {
  const { random, word, points, times } = declared.spelling;
  const leaf = (): string =>
    random.pick([word("分值", "points"), points(random.between(0, steps)), word("满分", "fullMarks")]);
  if (depth === 0) return leaf();
  const inner = () => pointsOf(declared, steps, depth - 1);
  return random.pick([
    () => `${ratio(declared, 1)} ${times()} ${word("分值", "points")}`,
    () => `${word("分值", "points")} - ${inner()}`,
    () => `${word("最大", "max")}(0分, ${inner()})`,
    () => choice(declared, inner),
    () =>
      `${word("最大", "max")}(0, 1 - 10 ${times()} ${ratio(declared, 0)}) ${times()} ${word("分值", "points")}`,
    leaf,
  ])();
}

function choice(declared: Declared, of: () => string): string {
  const { word } = declared.spelling;
  const [open, then, otherwise] = [word("如果", "if"), word("则", "then"), word("否则", "else")];
  return `(${open} ${condition(declared, 1)} ${then} ${of()} ${otherwise} ${of()})`;
}

/** Which rows of 明细 count. */
function filter({ spelling }: Declared): string {
  const { random, word, sign } = spelling;
  if (!random.once(2)) return "";
  const when = word("当", "when");
  const holds = random.pick([
    `率 ${sign(">=")} ${random.pick(["100", "60", "95"])}%`,
    "重点",
    `重点 = ${word("否", "no")}`,
    `资金 > 0万元`,
    `量 ${sign("<=")} 3个 ${word("且", "and")} 重点`,
  ]);
  return ` ${when} ${holds}`;
}

// ---- conditions --------------------------------------------------------------------------------------------

export function condition(declared: Declared, depth: number): string {
  const { random, word } = declared.spelling;
  if (depth === 0 || random.once(2)) return simple(declared);
  const inner = () => condition(declared, depth - 1);
  return random.pick([
    () => `${inner()} ${word("且", "and")} ${inner()}`,
    () => `(${inner()} ${word("或", "or")} ${inner()})`,
    () => `${word("非", "not")} (${inner()})`,
    () => `${word("非", "not")} ${inner()}`,
  ])();
}

/** One comparison, or what is itself 是 or 否. */
function simple(declared: Declared): string {
  const { spelling } = declared;
  const { random, word, sign } = spelling;
  const makers: (() => string | undefined)[] = [
    () =>
      `${ratio(declared, 0)} ${sign(random.pick([">=", "<", ">", "<=", "="]))} ${literal(spelling, "ratio", "")}`,
    () => {
      const by = `${ratio(declared, 0)} - ${ratio(declared, 0)}`;
      const whole = random.pick([
        `${word("四舍五入", "roundHalfUp")}(${by}, ${random.pick(["0", "1"])})`,
        `${random.pick([word("向下取整", "floor"), word("向上取整", "ceil")])}(${by})`,
      ]);
      return `${whole} ${sign(random.pick([">=", "<", ">", "<="]))} ${random.pick(["3", "0", "12.5"])}个百分点`;
    },
    () =>
      `${moneyField(declared)} ${sign(random.pick(["=", ">", "≠", "<="]))} ${literal(spelling, "money", "万元")}`,
    () => `${moneyField(declared)} = 0`,
    () => {
      const field = anyField(declared, "count");
      return (
        field &&
        `${refer(declared, field)} ${sign(random.pick(["=", ">", "<"]))} ${literal(spelling, "count", field.unit)}`
      );
    },
    () => {
      const field = anyField(declared, "yesNo");
      if (!field) return undefined;
      return random.once(2)
        ? refer(declared, field)
        : `${refer(declared, field)} ${sign("=")} ${random.pick([word("是", "yes"), word("否", "no")])}`;
    },
    () => {
      const field = anyField(declared, "option");
      return (
        field && `${refer(declared, field)} ${sign(random.pick(["=", "≠"]))} ${random.pick(field.items)}`
      );
    },
    () => {
      const field = anyField(declared, "checklist");
      return field && `${refer(declared, field)}.${random.pick(field.items)}`;
    },
    () => {
      const field = anyField(declared, "qualitative");
      return field && `${refer(declared, field)} = ${random.pick(["达成", "部分达成", "未达成"])}`;
    },
    () => {
      const field = anyField(declared, "date");
      return (
        field &&
        `${refer(declared, field)} ${sign(random.pick([">=", "<"]))} ${literal(spelling, "date", "")}`
      );
    },
    () => `${ratio(declared, 0)} ${word("在", "in")} [${ends(spelling, "ratio", "").join(", ")})`,
  ];
  for (;;) {
    const made = random.pick(makers)();
    if (made !== undefined) return made;
  }
}
