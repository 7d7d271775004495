/**
 * Random rule sets as text: every method, spelling and treatment of the language, such that they check without errors.
 * The same seed gives the same text.
 */
import { Random } from "../random.ts";
import { dataBlock, declare, rowBlocks, type Declared } from "./declared.ts";
import { definitions } from "./definitions.ts";
import { money } from "./figures.ts";
import { cap, extra, indicators, veto } from "./indicators.ts";
import { spellingOf, type Spelling } from "./spelling.ts";

export interface Generated {
  readonly seed: number;
  readonly text: string;
}

/** A rule set of some 3 to 30 leaves. */
export function generateRules(seed: number): Generated {
  const spelling = spellingOf(new Random(seed));
  const { random, grain, separator } = spelling;
  const declared = declare(spelling);
  const total = random.pick([100, 100, 100, 10, 40, 60]) * 10 ** grain;
  // Each part is written after those that it may refer to, and then put where it belongs.
  const defined = definitions(declared);
  const graded = grades(declared, total);
  const extras = Array.from({ length: random.pick([0, 0, 1, 2]) }, (_, i) => extra(declared, i));
  const tree = indicators(declared, total, 1, random.between(1, 4));
  // Two and more of them: the lowest that holds decides.
  const some = (make: () => string): readonly string[] =>
    Array.from({ length: random.pick([0, 0, 0, 0, 1, 2]) }, make);
  const caps = some(() => cap(declared, total));
  const vetoes = some(() => veto(declared, total));
  const parts = [
    ...head(spelling, total),
    graded,
    dataBlock(declared),
    ...rowBlocks(declared),
    ...crossChecks(declared),
    ...defined,
    ...vetoes,
    ...caps,
    ...tree,
    ...extras,
  ];
  return { seed, text: `${random.once(20) ? "\ufeff" : ""}${parts.join(separator())}\n` };
}

function head({ random, word, points, places }: Spelling, total: number): readonly string[] {
  return [
    `${word("规则集", "ruleset")} 随机 2022${word("年度", "year")}`,
    ...(random.once(2) ? [`${word("标题", "title")} ${random.pick(['"随机规则"', "“随机规则”"])}`] : []),
    ...(random.once(3) ? [`${word("依据", "basis")} "甘财绩〔2022〕7号"`] : []),
    `${word("满分", "fullMarks")} ${points(total)}`,
    `${word("得分保留", "round")} ${places}位小数`,
    ...(random.once(6) ? [word("折算", "rescale")] : []),
  ];
}

function grades({ spelling, grades: names }: Declared, total: number): string {
  const { random, word, sign, points } = spelling;
  const count = random.between(1, 4);
  const cuts = new Set<number>();
  while (cuts.size < count) cuts.add(random.between(1, total - 1));
  const rows = [...cuts]
    .toSorted((a, b) => b - a)
    .map((cut, i) => `${"甲乙丙丁"[i] ?? ""} ${sign(random.once(5) ? ">" : ">=")} ${points(cut)}`);
  names.push(...rows.map((_, i) => "甲乙丙丁"[i] ?? ""), "差");
  const last = random.once(2) ? `差 ${word("其他", "otherwise")}` : `差 ${sign(">=")} 0分`;
  return `${word("等级", "grade")} {\n${[...rows, last].join(random.once(4) ? "; " : "\n")}\n}`;
}

function crossChecks(declared: Declared): readonly string[] {
  const { random, word, sign } = declared.spelling;
  if (!random.once(3)) return [];
  const tolerance = random.once(2) ? ` ${word("误差", "tolerance")} 0.01万元` : "";
  return [
    `${word("核对", "crossCheck")} "相符" ${money(declared, 1)} ${sign(random.pick(["=", "<=", ">="]))} ${money(declared, 1)}${tolerance}`,
  ];
}
