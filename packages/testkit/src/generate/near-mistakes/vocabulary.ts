/** What small rule sets are written with: fields with narrow ranges, figures made of them, bounds at and beside each other. */
import type { Random } from "../../random.ts";

/** What can be measured and compared. */
export type Measure = "money" | "ratio" | "points" | "people" | "number";

interface Field {
  readonly name: string;
  readonly measure: Measure;
  readonly declared: string;
}

/** The names that a rule set may use. */
export interface Vocabulary {
  readonly random: Random;
  readonly fields: readonly Field[];
  /** 定义 of ratios, with their text. */
  readonly definitions: Map<string, string>;
  /** Conditions of what is no figure. */
  readonly facts: readonly string[];
}

const RANGES: Readonly<Record<Exclude<Measure, "points">, readonly string[]>> = {
  money: [">= 0", ">= 0", "> 0", "> 0", "[0, 100]", "[50, 100]", "(0, 10]", "[-10万元, 10万元]", ""],
  people: [">= 0", ">= 0", "> 0", "[0, 3]", "[1, 10]", "[5, 8]"],
  ratio: ["[0%, 100%]", "[0%, 100%]", ">= 0%", "[50%, 100%]", "(0%, 150%)", "[-100%, 200%]", "[90%, 95%]"],
  number: ["[0, 10]", ">= 0", "[1, 5]", ""],
};
const UNITS: Readonly<Record<Exclude<Measure, "points">, string>> = {
  money: "万元",
  people: "人",
  ratio: "比率",
  number: "数",
};
const NAMES: readonly (readonly [string, Exclude<Measure, "points">])[] = [
  ["支出", "money"],
  ["预算", "money"],
  ["结转", "money"],
  ["在职", "people"],
  ["编制", "people"],
  ["满意度", "ratio"],
  ["覆盖率", "ratio"],
  ["系数", "number"],
];

export function vocabulary(random: Random): Vocabulary {
  const fields = NAMES.map(([name, measure]) => ({
    name,
    measure,
    declared: `${name} ${UNITS[measure]} ${random.pick(RANGES[measure])}`,
  }));
  const facts = [
    "公开",
    "非 公开",
    "档案 = 完备",
    "档案 ≠ 缺失",
    "制度.建立",
    "改革 = 达成",
    "验收 <= 2022年6月30日",
  ];
  return { random, fields, definitions: new Map(), facts };
}

export function dataBlock({ fields }: Vocabulary): string {
  const others = [
    "公开 是否",
    "档案 选项 { 完备, 基本完备, 缺失 }",
    "制度 清单 { 建立, 执行 }",
    "改革 定性",
    "验收 日期",
  ];
  const rows = "明细 项目 至多 3行 {\n资金 万元 >= 0\n进度 比率 [0%, 100%]\n}";
  return `数据 {\n${[...fields.map(({ declared }) => declared), ...others].join("\n")}\n}\n${rows}`;
}

function field({ random, fields }: Vocabulary, measure: Measure): string {
  return random.pick(fields.filter((one) => one.measure === measure)).name;
}

// ---- figures -----------------------------------------------------------------------------------------------------

/** What an indicator measures: seldom more than a field or a quotient of two. */
export function figure(of: Vocabulary, measure: Exclude<Measure, "points">, depth = 1): string {
  const { random, definitions } = of;
  const own = (): string => field(of, measure);
  if (depth === 0) return own();
  const money = (): string => field(of, "money");
  const inner = (): string => figure(of, measure, depth - 1);
  if (measure === "ratio") {
    return random.pick([
      own,
      own,
      () => quotient(of, "money"),
      () => quotient(of, "money"),
      () => quotient(of, "people"),
      () => `(${money()} - ${money()}) / ${money()}`,
      () => `${money()} / (${money()} + ${money()})`,
      () => `变动率(${money()}, ${money()})`,
      () => `最小(${inner()}, 100%)`,
      () => `(如果 ${condition(of)} 则 ${literal(of, "ratio")} 否则 ${inner()})`,
      () => `四舍五入(${inner()}, 2)`,
      () => `平均(${own()}, ${own()})`,
      () => "加权平均(项目.进度, 项目.资金)",
      () => "平均(项目.进度 当 资金 > 0万元)",
      () => define(of, inner()),
      () => (definitions.size > 0 ? random.pick([...definitions.keys()]) : own()),
    ])();
  }
  return random.pick([
    own,
    own,
    () => `(${inner()} - ${own()})`,
    () => `(${inner()} + ${own()})`,
    () => `最大(${inner()}, ${literal(of, measure)})`,
    () => `绝对值(${inner()} - ${own()})`,
    () => `(如果 ${condition(of)} 则 ${own()} 否则 ${inner()})`,
    () => `(${own()} × ${random.pick(["2", "50%", "0.3"])})`,
    ...(measure === "money" ? [() => "合计(项目.资金)"] : []),
    ...(measure === "number" ? [() => "计数(项目 当 进度 >= 100%)"] : []),
  ])();
}

/** Of two fields; once in a while of the same one. */
function quotient(of: Vocabulary, measure: "money" | "people"): string {
  const above = field(of, measure);
  const below = field(of, measure);
  return above === below && !of.random.once(4) ? quotient(of, measure) : `${above} / ${below}`;
}

function define({ definitions }: Vocabulary, text: string): string {
  const name = `率${definitions.size + 1}`;
  definitions.set(name, text);
  return name;
}

// ---- bounds ------------------------------------------------------------------------------------------------------

const BOUNDS: Readonly<Record<Measure, readonly string[]>> = {
  money: ["0万元", "0万元", "10万元", "50万元", "100万元", "0.01万元"],
  people: ["0人", "1人", "3人", "5人", "8人"],
  ratio: ["0%", "50%", "60%", "90%", "95%", "100%", "100%", "150%"],
  number: ["0", "1", "2", "5", "10"],
  points: ["0分", "1分", "5分", "10分"],
};

export function literal({ random }: Vocabulary, measure: Measure): string {
  return random.pick(BOUNDS[measure]);
}

const LADDERS: Readonly<Record<Exclude<Measure, "points">, readonly string[]>> = {
  money: ["0万元", "10万元", "50万元", "60万元", "100万元", "120万元"],
  people: ["0人", "1人", "3人", "5人", "8人", "10人"],
  ratio: ["0%", "50%", "60%", "80%", "90%", "95%", "100%", "110%"],
  number: ["0", "1", "2", "5", "8", "10"],
};

/** Bounds in ascending order, all different. */
export function ladder({ random }: Vocabulary, measure: Exclude<Measure, "points">, count: number): string[] {
  const all = LADDERS[measure];
  const left = all.map((_, i) => i);
  while (left.length > count) left.splice(random.below(left.length), 1);
  return left.map((i) => all[i] ?? "");
}

// ---- conditions --------------------------------------------------------------------------------------------------

export const SIGNS = [">=", "<=", ">", "<", "=", "≠"] as const;

export function condition(of: Vocabulary, depth = 1): string {
  const { random, facts } = of;
  const simple = (): string => {
    const measure = random.pick(["money", "money", "ratio", "people", "number"] as const);
    const other = random.once(5) ? field(of, measure) : literal(of, measure);
    return `${field(of, measure)} ${random.pick(SIGNS)} ${other}`;
  };
  if (depth === 0) return random.once(4) ? random.pick(facts) : simple();
  const inner = (): string => condition(of, depth - 1);
  return random.pick([
    inner,
    inner,
    inner,
    () => `${inner()} 且 ${inner()}`,
    () => `(${inner()} 或 ${inner()})`,
    () => `非 (${inner()})`,
    () => `${field(of, "ratio")} 在 [${ladder(of, "ratio", 2).join(", ")}${random.pick(["]", ")"])}`,
    () => `${figure(of, "ratio")} ${random.pick(SIGNS)} ${literal(of, "ratio")}`,
  ])();
}

/** Of two ratios together, the same two each time: what one clause takes another may ask for. */
export function both(of: Vocabulary): string {
  const { random } = of;
  const [first = "", second = ""] = of.fields.flatMap(({ name, measure }) =>
    measure === "ratio" ? [name] : [],
  );
  const sign = random.pick(SIGNS);
  return `${first} ${sign} ${literal(of, "ratio")} 且 ${second} ${random.pick([sign, sign, ">"])} ${literal(of, "ratio")}`;
}

/** The money that a ratio is divided by, as guards ask for it. */
export function divisor(of: Vocabulary): string {
  return field(of, "money");
}
