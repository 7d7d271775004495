/**
 * Rule sets with so few filings that all can be tried: no two indicators ask for the same, so that each gets its most
 * whatever the others get. 否决 of two conditions, 封顶 with conditions, 剔除 and 折算, 加分项. The same seed gives the same text.
 */
import { Random } from "../random.ts";

/** Of each field. */
const MOST_COUNTED = 3;

export function smallWorld(seed: number): string {
  const random = new Random(seed);
  const count = random.between(1, 3);
  const own = Array.from({ length: count }, (_, i) => leaf(random, i + 1, random.pick([5, 10, 10])));
  const points = own.reduce((sum, one) => sum + one.points, 0);
  const limits = (group: number): readonly string[] => [
    ...(random.once(3) ? [`封顶 ${random.between(1, group)}分`] : []),
    ...(random.once(2) ? [`封顶 ${amount(random, group)}分 当 ${anyCondition(random, count)}`] : []),
    ...(random.once(3) ? [`否决 当 ${anyCondition(random, count)} 得 ${amount(random, group)}分`] : []),
  ];
  const grouped = count > 1 && random.once(2);
  const texts = own.map(({ text }) => text);
  const tree = grouped
    ? [
        ...(random.once(3) ? limits(points) : []),
        `指标 全部 ${points}分 {\n${[...limits(points), ...texts].join("\n")}\n}`,
      ]
    : [...limits(points), ...texts];
  const gradeLimit = random.once(3)
    ? [`否决 当 ${anyCondition(random, count)} 等级 不高于 ${random.pick(["优", "良", "差"])}`]
    : [];
  const extras = random.once(4) ? [random.pick([bonus, penalty])(random)] : [];
  const fields = own.map((_, i) => `数${i + 1} 人 [0, ${MOST_COUNTED}]\n是${i + 1} 是否`);
  return `${[
    "规则集 小 2022年度",
    `满分 ${points}分`,
    "得分保留 2位小数",
    `等级 { 优 >= ${points - 1}分; 良 >= ${points - 4}分; 差 其他 }`,
    `数据 {\n${[...fields, `获奖 人 [0, ${MOST_COUNTED}]`].join("\n")}\n}`,
    ...gradeLimit,
    ...tree,
    ...extras,
  ].join("\n")}\n`;
}

function bonus(random: Random): string {
  const before = random.pick(["", "", "不适用 当 获奖 = 1人 按 剔除\n", "否决 当 获奖 >= 2人 得 1分\n"]);
  const most = random.pick([1, 2, 3]);
  return `加分项 表彰 至多 3分 {\n${before}评分 加减 起点 0分 { 获奖 每 1人 加 1分 最多加 ${most}分 }\n}`;
}

function penalty(random: Random): string {
  const base = random.pick(["每 1人 扣 1分", "低于 2人 每 1人 扣 2分", "每 1人 扣 1分 最多扣 2分"]);
  const always = random.pick(["", "当 获奖 >= 0人 扣 1分\n"]);
  return `扣分项 处分 至多 4分 {\n评分 扣分 {\n${always}获奖 ${base}\n}\n}`;
}

/** Of a group, now and then to the cent. */
function amount(random: Random, most: number): string {
  return `${random.between(0, most)}${random.once(3) ? `.${random.pick(["01", "5", "99"])}` : ""}`.replace(
    new RegExp(`^${most}\\..*`),
    `${most}`,
  );
}

function leaf(random: Random, i: number, points: number): { readonly text: string; readonly points: number } {
  const gets = (): string =>
    random.pick(["满分", "满分", "0分", "1分", `${points - 2}分`, `${points - 1}分`]);
  const lines: string[] = [];
  if (random.once(3))
    lines.push(
      `不适用 当 ${condition(random, i)} 按 ${random.pick(["剔除", "剔除", "折算", "满分", "零分"])}`,
    );
  for (let n = random.pick([0, 1, 1, 2]); n > 0; n -= 1)
    lines.push(`否决 当 ${condition(random, i)} 得 ${random.pick(["0分", "0分", "1分", "满分"])}`);
  const rows = Array.from({ length: random.between(1, 3) }, () => `当 ${condition(random, i)} 得 ${gets()}`);
  lines.push(`评分 分档 {\n${[...rows, `其他 得 ${gets()}`].join("\n")}\n}`);
  return { text: `指标 指标${i} ${points}分 {\n${lines.join("\n")}\n}`, points };
}

function condition(random: Random, i: number): string {
  const counted = `数${i} ${random.pick([">=", "<=", ">", "<", "=", "≠"])} ${random.between(0, MOST_COUNTED)}人`;
  const fact = `${random.pick(["", "非 "])}是${i}`;
  return random.pick([
    counted,
    fact,
    `${counted} 且 ${fact}`,
    `(${counted} 或 ${fact})`,
    `非 (${counted} 且 ${fact})`,
  ]);
}

function anyCondition(random: Random, count: number): string {
  const one = (): string => condition(random, random.between(1, count));
  return random.once(3) ? `${one()} 且 ${one()}` : one();
}
