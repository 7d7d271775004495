/** Indicators: groups and leaves with their properties, and 加分项, 扣分项. */
import { countUnits, fieldLike, refer, type Declared } from "./declared.ts";
import { condition, figure } from "./figures.ts";
import { ends, literal, type Figure } from "./literals.ts";
import { standard } from "./standards.ts";

const TREATMENTS = [
  ["满分", "fullMarks"],
  ["零分", "zero"],
  ["剔除", "redistribute"],
  ["折算", "rescale"],
] as const;

/** Some `count` indicators that share 分值, in steps of the grain. */
export function indicators(
  declared: Declared,
  steps: number,
  depth: number,
  count: number,
): readonly string[] {
  const { random } = declared.spelling;
  const parts = Math.max(1, Math.min(count, steps));
  return random.split(steps, parts).map((part) => {
    const isGroup = depth < 4 && part >= 2 && random.once(depth + 1);
    return isGroup ? group(declared, part, depth) : leaf(declared, head(declared, part), part);
  });
}

function head({ spelling }: Declared, steps: number): string {
  const { random, word, points, fresh } = spelling;
  const name = random.once(10) ? `「指${fresh("、")}」` : fresh("指标");
  return `${word("指标", "indicator")} ${name} ${points(steps)}`;
}

function group(declared: Declared, steps: number, depth: number): string {
  const { random, word, number, points, fresh, grain, separator } = declared.spelling;
  const opening = head(declared, steps);
  const combine = random.pick(["sum", "sum", "sum", "average", "weighted"]);
  const count = random.between(1, 4);
  const body: string[] = [];
  if (combine === "sum") body.push(...indicators(declared, steps, depth + 1, count));
  else {
    // Here the children's points are free: they say how fine a child is, not what it weighs.
    const free = Array.from({ length: count }, () => random.between(1, 10 * 10 ** grain));
    const leaves = free.map((part) => ({ name: fresh("分指标"), part }));
    body.push(
      ...leaves.map(({ name, part }) =>
        leaf(declared, `${word("指标", "indicator")} ${name} ${points(part)}`, part, false),
      ),
    );
    if (combine === "average") body.push(word("平均", "average"));
    else {
      const shares = random.split(100, count);
      const rows = leaves.map(({ name }, i) => `${name} ${number(`${shares[i] ?? 0}`, "%")}`);
      body.push(`${word("加权", "weighted")} { ${rows.join("; ")} }`);
    }
  }
  if (random.once(4)) body.unshift(word("折算", "rescale"));
  // Two and more of them: the lowest that holds decides.
  for (let i = random.pick([0, 0, 0, 0, 1, 2]); i > 0; i -= 1) body.unshift(cap(declared, steps));
  for (let i = random.pick([0, 0, 0, 0, 1, 2, 3]); i > 0; i -= 1) body.unshift(veto(declared, steps));
  return `${opening} {\n${body.join(separator())}\n}`;
}

export function cap(declared: Declared, steps: number): string {
  const { random, word, points, places, grain } = declared.spelling;
  const when = random.once(2) ? ` ${word("当", "when")} ${condition(declared, 1)}` : "";
  const of = random.once(2) ? points(random.between(1, steps)) : `${random.pick(["50", "80", "90"])}%`;
  // A share of 分值 may be finer than scores are kept; then it is written in points.
  const share = of.endsWith("%") && places < grain + 1;
  return `${word("封顶", "cap")} ${share ? points(steps) : of}${when}`;
}

export function veto(declared: Declared, steps: number): string {
  const { random, word, points } = declared.spelling;
  const when = `${word("否决", "veto")} ${word("当", "when")} ${condition(declared, 1)}`;
  if (random.once(4)) {
    return `${when} ${word("等级", "grade")} ${word("不高于", "notAbove")} ${random.pick(declared.grades)}`;
  }
  const gets = random.pick(["0分", points(random.between(0, steps)), "30%"]);
  return `${when} ${word("得", "gets")} ${gets}`;
}

/** A 加分项 or 扣分项. */
export function extra(declared: Declared, i: number): string {
  const { random, word, points, grain } = declared.spelling;
  const steps = random.between(1, 10) * 10 ** grain;
  const kind = random.once(2) ? word("加分项", "bonus") : word("扣分项", "penalty");
  return leaf(declared, `${kind} 外${i + 1} ${word("至多", "atMost")} ${points(steps)}`, steps);
}

function leaf(declared: Declared, opening: string, steps: number, beyond = true): string {
  const { random, word, ascii, separator } = declared.spelling;
  const kind = random.pick<Figure>(["ratio", "ratio", "ratio", "count", "money", "number", "date"]);
  const unit = kind === "count" ? random.pick(countUnits(declared)) : kind === "money" ? "万元" : "";
  const lines: string[] = [];
  const value = figure(declared, kind, 2, unit);
  lines.push(`${word("值", "value")} ${ascii ? "=" : random.pick(["=", "=", "：", "＝"])} ${value}`);
  const aim = target(declared, kind, unit);
  if (aim !== undefined) lines.push(`${word("目标", "target")} ${aim.text}`);
  const scored = standard(declared, { kind, unit, steps, target: aim?.sign, beyond });
  lines.push(`${word("评分", "standard")} ${scored}`);
  for (let i = random.pick([0, 0, 0, 1, 1, 2]); i > 0; i -= 1) {
    const [zh, en] = random.pick(TREATMENTS);
    lines.push(
      `${word("不适用", "notApplicable")} ${word("当", "when")} ${condition(declared, 1)} ${word("按", "as")} ${word(zh, en)}`,
    );
  }
  for (let i = random.pick([0, 0, 0, 0, 1, 2]); i > 0; i -= 1) lines.push(veto(declared, steps));
  if (random.once(5))
    lines.push(
      `${word("须说明", "mustExplain")} ${word("当", "when")} ${word("得分", "score")} < ${word("分值", "points")}`,
    );
  if (random.once(8)) lines.push(`${word("解释", "describe")} "如何评"`, `${word("来源", "source")} “决算”`);
  if (random.once(8)) lines.push(`${word("依据", "basis")} "某号文"`);
  const short = lines.length < 4 && !lines.some((l) => l.includes("\n")) && random.once(4);
  return short ? `${opening} { ${lines.join("; ")} }` : `${opening} {\n${lines.join(separator())}\n}`;
}

/** A target for a value of some kind; of ratios it may be left out. */
function target(declared: Declared, kind: Figure, unit: string): { text: string; sign: string } | undefined {
  const { spelling } = declared;
  const { random, word } = spelling;
  if (kind === "ratio" && random.once(3)) return undefined;
  if (random.once(8)) {
    const [low, high] = ends(spelling, kind, unit);
    return {
      sign: "in",
      text: `${word("在", "in")} ${random.pick(["[", "("])}${low}, ${high}${random.pick(["]", ")"])}`,
    };
  }
  const sign = random.pick([">=", ">=", "<=", "<=", "=", ">", "<"]);
  const field = fieldLike(declared, kind, unit);
  if (random.once(3) && field !== undefined)
    return { sign, text: `${spelling.sign(sign, true)} ${refer(declared, field)}` };
  const limit = literal(spelling, kind, unit);
  if (kind !== "date" && random.once(8) && (sign === ">=" || sign === "<="))
    return {
      sign,
      text: `${limit.replaceAll(" ", "")}${sign === ">=" ? "以上" : random.pick(["以下", "以内"])}`,
    };
  return { sign, text: `${spelling.sign(sign, true)} ${limit}` };
}
