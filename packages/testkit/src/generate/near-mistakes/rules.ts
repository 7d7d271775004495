/**
 * Small rule sets such as people write them, with something nearly right: a guard that leaves a case out, rows of which one
 * takes what another was for, a formula that leaves its range. Most check without error; the same seed gives the same text.
 */
import { Random } from "../../random.ts";
import { standard } from "./standards.ts";
import {
  both,
  condition,
  dataBlock,
  divisor,
  figure,
  literal,
  SIGNS,
  vocabulary,
  type Vocabulary,
} from "./vocabulary.ts";

/** A rule set of one to four leaves. */
export function nearMistakes(seed: number): string {
  const random = new Random(seed);
  const of = vocabulary(random);
  const leaves = Array.from({ length: random.between(1, 4) }, (_, i) => ({
    name: `指标${i + 1}`,
    points: 10,
  }));
  const texts = leaves.map(({ name, points }) => leaf(of, name, points));
  const group = leaves.length > 1 && random.once(3);
  const total = 10 * leaves.length;
  const limits = [
    ...(random.once(4) ? [`封顶 ${random.between(1, total)}分`] : []),
    ...(random.once(4)
      ? [`封顶 ${random.between(1, total)}分 当 ${random.pick([condition, both])(of)}`]
      : []),
    ...(random.once(8) ? [`否决 当 ${condition(of)} 等级 不高于 ${random.pick(["优", "良", "差"])}`] : []),
    ...(random.once(6)
      ? [`否决 当 ${random.pick([condition, both])(of)} 得 ${random.pick([0, 0, 5, total - 2])}分`]
      : []),
  ];
  const tree = group
    ? [`指标 全部 ${total}分 {\n${[...limits, ...texts].join("\n")}\n}`]
    : [...limits, ...texts];
  const extras = random.once(6) ? [extra(of)] : [];
  const defined = Array.from(of.definitions, ([name, text]) => `定义 ${name} = ${text}`);
  const grades = random.pick([
    `优 >= ${total - 1}分; 良 > ${total - 5}分; 差 其他`,
    `优 >= ${total - 1}.5分; 良 > ${total - 1}分; 差 其他`,
  ]);
  return `${[
    "规则集 近似 2022年度",
    `满分 ${total}分`,
    `得分保留 ${random.pick([2, 2, 1, 0])}位小数`,
    `等级 { ${grades} }`,
    dataBlock(of),
    ...defined,
    ...tree,
    ...extras,
  ].join("\n")}\n`;
}

function leaf(of: Vocabulary, name: string, points: number): string {
  const { random } = of;
  const measure = random.pick(["ratio", "ratio", "ratio", "money", "people", "number"] as const);
  const sign = random.pick(["", "", ">=", ">=", "<=", "<=", "="]);
  const lines = [
    `值 = ${figure(of, measure, random.pick([0, 1, 1, 2]))}`,
    ...(sign === "" ? [] : [`目标 ${sign} ${literal(of, measure)}`]),
    ...guards(of),
    `评分 ${standard(of, { measure, points, sign: sign !== "" ? sign : measure === "ratio" ? ">=" : undefined })}`,
    ...(random.once(6)
      ? [`须说明 当 ${random.pick(["得分 < 分值", condition(of), "得分 < 分值 且 公开"])}`]
      : []),
  ];
  return `指标 ${name} ${points}分 {\n${lines.join("\n")}\n}`;
}

function guards(of: Vocabulary): readonly string[] {
  const { random } = of;
  const lines: string[] = [];
  for (let i = random.pick([0, 0, 1, 1, 2]); i > 0; i -= 1) {
    const when = random.pick([
      () => `${divisor(of)} ${random.pick(SIGNS)} 0万元`,
      () => `${divisor(of)} = 0万元`,
      () => `${divisor(of)} = 0万元 且 ${divisor(of)} = 0万元`,
      () => `${divisor(of)} = 0万元 或 ${divisor(of)} = 0万元`,
      () => "计数(项目) = 0",
      () => "合计(项目.资金) <= 0万元",
      () => condition(of),
    ])();
    lines.push(`不适用 当 ${when} 按 ${random.pick(["满分", "零分", "剔除", "折算"])}`);
  }
  for (let i = random.pick([0, 0, 0, 1, 2]); i > 0; i -= 1)
    lines.push(
      `否决 当 ${random.pick([condition, both])(of)} 得 ${random.pick(["0分", "0分", "1分", "5分", "满分"])}`,
    );
  if (random.once(12)) lines.push(`否决 当 ${condition(of)} 等级 不高于 ${random.pick(["优", "良"])}`);
  return lines;
}

function extra(of: Vocabulary): string {
  const { random } = of;
  return random.pick([
    () => `加分项 表彰 至多 3分 {\n评分 加减 起点 0分 { ${figure(of, "people", 0)} 每 1人 加 1分 }\n}`,
    () => `扣分项 违规 至多 5分 {\n评分 扣分 { 当 ${condition(of)} 扣 5分 }\n}`,
  ])();
}
