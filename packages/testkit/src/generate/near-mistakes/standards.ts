/** Standards as they are written with one thing wrong: a sign, a bound, the order of rows, a case that is left out. */
import {
  both,
  condition,
  figure,
  ladder,
  literal,
  SIGNS,
  type Measure,
  type Vocabulary,
} from "./vocabulary.ts";

/** The leaf that a standard is written for: what it measures, and its 分值. */
export interface Target {
  readonly measure: Exclude<Measure, "points">;
  readonly points: number;
  /** Sign of its 目标, where it has one. */
  readonly sign: string | undefined;
}

type Made = string | undefined;

export function standard(of: Vocabulary, leaf: Target, depth = 0): string {
  const { random } = of;
  const makers: readonly (() => Made)[] = [
    () => bands(of, leaf),
    () => bands(of, leaf),
    () => bands(of, leaf),
    () => intervals(of, leaf),
    () => boundsFiled(of, leaf),
    () => options(of, leaf),
    () => interpolate(of, leaf),
    () => interpolate(of, leaf),
    () => formula(of, leaf),
    () => formula(of, leaf),
    () => tally(of, leaf),
    () => tally(of, leaf),
    () => adjusted(of, leaf),
    () => firstOf(of, leaf, depth),
    () => firstOf(of, leaf, depth),
    () => bestOf(of, leaf, depth),
    () => proportional(of, leaf),
    () => `达标 ${condition(of)}`,
    () => checklist(of, leaf),
    () => "定性 改革",
    () => (random.once(3) ? `人工 [${random.pick(["0分", "1分"])}, ${leaf.points}分]` : undefined),
  ];
  for (;;) {
    const made = random.pick(makers)();
    if (made !== undefined) return made;
  }
}

/** Points of a row, a share of them, or nearly all. */
function gets({ random }: Vocabulary, { points }: Target): string {
  return random.pick(["满分", "满分", "0分", "60%", `${points}分`, `${points - 1}分`, "1分"]);
}

/** Points that go one way, most of the time. */
function descending(of: Vocabulary, { points }: Target, count: number): readonly string[] {
  const { random } = of;
  const all = [points, points - 1, 2, 1, 0].slice(random.once(4) ? 1 : 0);
  const found = all.slice(0, count).map((one) => `${one}分`);
  return random.once(5) ? random.shuffle(found) : found;
}

function bands(of: Vocabulary, leaf: Target): string {
  const { random } = of;
  const floors = random.once(2);
  const edges = ladder(of, leaf.measure, random.between(1, 4));
  const ordered = floors ? edges.toReversed() : edges;
  const points = descending(of, leaf, ordered.length + 1);
  const rows = ordered.map((edge, i) => {
    const sign = floors ? random.pick([">=", ">=", ">"]) : random.pick(["<=", "<=", "<"]);
    const straight = i > 0 && random.once(5) ? ` 至 ${gets(of, leaf)}` : "";
    return `${sign} ${edge} 得 ${points[i] ?? "0分"}${straight}`;
  });
  if (random.once(3))
    rows.splice(
      random.below(rows.length + 1),
      0,
      `当 ${random.pick([condition, both])(of)} 得 ${gets(of, leaf)}`,
    );
  if (random.once(6)) rows.splice(random.below(rows.length + 1), 0, `= ${literal(of, leaf.measure)} 得 1分`);
  if (!random.once(6)) rows.push(`其他 得 ${points.at(-1) ?? "0分"}`);
  return `分档 {\n${rows.join("\n")}\n}`;
}

/** Whose ends leave a value out, or take one twice, once in a while. */
function intervals(of: Vocabulary, leaf: Target): string {
  const { random } = of;
  const edges = ladder(of, leaf.measure, random.between(1, 3));
  const sides = ["", ...edges, ""];
  const left = random.once(2);
  const rows = sides.slice(1).map((high, i) => {
    const closedLow = left !== random.once(12);
    const closedHigh = left === random.once(12);
    return `${closedLow ? "[" : "("}${sides[i] ?? ""}, ${high}${closedHigh ? "]" : ")"} 得 ${gets(of, leaf)}`;
  });
  // An open end is written with a round bracket, or none.
  if (random.once(3)) rows.splice(random.below(rows.length), 1);
  if (random.once(3)) rows.push(`其他 得 ${random.pick(["0分", "0分", "1分"])}`);
  return `分档 {\n${rows.join("\n")}\n}`;
}

/** Bands whose bounds are filed: nothing is known of their order. */
function boundsFiled(of: Vocabulary, leaf: Target): Made {
  const { random } = of;
  const bound = figure(of, leaf.measure, 0);
  const rows = [
    `${random.pick([">=", ">"])} ${bound} 得 满分`,
    `${random.pick(["<", "<=", "<"])} ${random.once(4) ? literal(of, leaf.measure) : bound} 得 ${gets(of, leaf)}`,
  ];
  return `分档 {\n${rows.map((row, i) => (i === 0 ? row : `当 ${row}`)).join("\n")}\n}`;
}

function options(of: Vocabulary, leaf: Target): string {
  const { random } = of;
  const all = random.shuffle(["完备", "基本完备", "缺失"]);
  const rows = all.slice(random.below(2)).map((name) => `${name} 得 ${gets(of, leaf)}`);
  if (rows.length < 3 || random.once(3)) rows.push(`其他 得 ${gets(of, leaf)}`);
  return `分档 档案 {\n${rows.join("\n")}\n}`;
}

function interpolate(of: Vocabulary, leaf: Target): string {
  const edges = ladder(of, leaf.measure, of.random.between(2, 4));
  const points = descending(of, leaf, edges.length);
  const ordered = of.random.once(2) ? points : points.toReversed();
  return `插值 {\n${edges.map((edge, i) => `${edge} 得 ${ordered[i] ?? "0分"}`).join("\n")}\n}`;
}

function formula(of: Vocabulary, { points }: Target): string {
  const { random } = of;
  const ratio = (): string => figure(of, "ratio", random.below(2));
  return `= ${random.pick([
    () => `${ratio()} × 分值`,
    () => `分值 - ${ratio()} × ${random.pick(["5分", "分值", "2分"])}`,
    () => `最大(0分, 分值 - ${ratio()} × 20分)`,
    () => `最小(分值, ${ratio()} × ${points + 1}分)`,
    () => `最大(0分, 最小(分值, ${ratio()} × 分值))`,
    () => `(如果 ${condition(of)} 则 分值 否则 ${ratio()} × 分值)`,
    () => `(如果 ${condition(of)} 则 分值 否则 如果 ${condition(of)} 则 1分 否则 0分)`,
    () => `分值 × (1 - ${ratio()})`,
    () => `(${ratio()} × ${random.pick(["50%", "60%"])} + ${ratio()} × 40%) × 分值`,
    () => `${points - 1}分`,
  ])()}`;
}

function tallyRow(of: Vocabulary, leaf: Target, giving: boolean): string {
  const { random } = of;
  const effect = `${giving ? "加" : "扣"} ${random.pick(["1分", "0.5分", "10%", "2分"])}`;
  const cap = random.once(4) ? ` ${giving ? "最多加" : "最多扣"} ${random.pick(["1分", "2分"])}` : "";
  if (random.once(3)) return `当 ${condition(of)} ${effect}`;
  const measure = random.once(2) ? leaf.measure : "people";
  const head = measure === leaf.measure ? "" : `${figure(of, "people", 0)} `;
  const length = { ratio: "5个百分点", money: "10万元", people: "1人", number: "1" }[measure];
  const base = random.once(5) ? "" : `${random.pick(["超过", "低于", "偏离"])} ${literal(of, measure)} `;
  return `${head}${base}${random.pick(["每", "每满", "每不满"])} ${length} ${effect}${cap}`;
}

function tally(of: Vocabulary, leaf: Target): string {
  const { random } = of;
  const rows = Array.from({ length: random.between(1, 3) }, () => tallyRow(of, leaf, false));
  return `扣分 {\n${rows.join("\n")}\n}${random.once(4) ? ` 最多扣 ${random.pick(["1分", "2分"])}` : ""}`;
}

function adjusted(of: Vocabulary, leaf: Target): string {
  const { random } = of;
  const rows = Array.from({ length: random.between(1, 2) }, () => tallyRow(of, leaf, !random.once(3)));
  return `加减 起点 ${random.pick(["0分", "50%", "80%", "满分"])} {\n${rows.join("\n")}\n}`;
}

/** 首个, the conditions of which may take each other's place. */
function firstOf(of: Vocabulary, leaf: Target, depth: number): Made {
  const { random } = of;
  if (depth > 0) return undefined;
  const asked = figure(of, "ratio", 0);
  const rows = Array.from({ length: random.between(1, 3) }, () => {
    const when = random.once(2) ? `${asked} ${random.pick(SIGNS)} ${literal(of, "ratio")}` : condition(of);
    return `当 ${when} 用 ${standard(of, leaf, depth + 1)}`;
  });
  return `首个 {\n${rows.join("\n")}\n其他 用 ${standard(of, leaf, depth + 1)}\n}`;
}

function bestOf(of: Vocabulary, leaf: Target, depth: number): Made {
  if (depth > 0) return undefined;
  return `择优 {\n${standard(of, leaf, depth + 1)}\n${standard(of, leaf, depth + 1)}\n}`;
}

function proportional({ random }: Vocabulary, { sign }: Target): Made {
  if (sign === undefined || sign === "在") return undefined;
  const reading = sign === "<=" || sign === "<" ? random.pick([" 反比", " 线性"]) : "";
  const clauses = random.once(3) ? " 低于 60% 不得分" : "";
  return `按比例${reading}${clauses}`;
}

function checklist({ random }: Vocabulary, { points }: Target): string {
  return random.pick([
    () => "要点 制度",
    () => "要点 制度 缺一不得分",
    () => "要点 制度 每缺一项 扣 1分",
    () => `要点 制度 {\n建立 得 1分\n执行 得 ${points - 1}分 须先 建立\n}`,
  ])();
}
