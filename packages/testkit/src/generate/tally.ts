/** Standards that count what is taken and given: 扣分, 加减. */
import { amount, STEP_WORDS, type Leaf } from "./amounts.ts";
import { countUnits, type Declared } from "./declared.ts";
import { condition, figure } from "./figures.ts";
import { literal, stepLength, type Figure } from "./literals.ts";

export function deduct(declared: Declared, leaf: Leaf): string {
  const { random, word, points } = declared.spelling;
  const rows = Array.from({ length: random.between(1, 3) }, () => tallyRow(declared, leaf, false));
  const cap = random.once(4)
    ? ` ${word("最多扣", "takeAtMost")} ${points(random.between(1, leaf.steps))}`
    : "";
  return `${word("扣分", "deduct")} {\n${rows.join(random.once(3) ? "; " : "\n")}\n}${cap}`;
}

export function adjustFrom(declared: Declared, leaf: Leaf): string {
  const { random, word, points } = declared.spelling;
  const { steps } = leaf;
  const most = steps + (leaf.beyond ? random.between(0, steps) : 0);
  const rows = Array.from({ length: random.between(1, 3) }, () => tallyRow(declared, leaf, random.once(2)));
  const base = random.pick(["80%", "50%", "0分", points(random.between(0, steps))]);
  const upTo = random.once(2) ? ` ${word("最高", "upTo")} ${points(most)}` : "";
  const taken = random.once(4) ? ` ${word("最多扣", "takeAtMost")} ${points(random.between(1, steps))}` : "";
  const given = random.once(4) ? ` ${word("最多加", "giveAtMost")} ${points(random.between(1, steps))}` : "";
  return `${word("加减", "adjustFrom")} ${word("起点", "base")} ${base} {\n${rows.join("\n")}\n}${upTo}${taken}${given}`;
}

function tallyRow(declared: Declared, { kind, unit, steps }: Leaf, giving: boolean): string {
  const { spelling } = declared;
  const { random, word, points } = spelling;
  const most = giving ? word("最多加", "giveAtMost") : word("最多扣", "takeAtMost");
  const cap = random.once(3) ? ` ${most} ${amount(spelling, steps)}` : "";
  const judged = !giving && random.once(6);
  const effect = judged
    ? `${word("酌情扣", "takeJudged")} [${points(0)}, ${points(Math.max(1, steps))}]`
    : `${giving ? word("加", "give") : word("扣", "take")} ${amount(spelling, steps)}`;
  if (random.once(4)) {
    return `${word("当", "when")} ${condition(declared, 1)} ${effect}`.replace(/ 100%$/, " 50%");
  }
  const [zh, en] = random.pick(STEP_WORDS);
  const own = random.once(3) ? random.pick<Figure>(["count", "ratio", "money"]) : undefined;
  const ownUnit = own === "count" ? random.pick(countUnits(declared)) : own === "money" ? "万元" : "";
  const head = own === undefined ? "" : `${figure(declared, own, 1, ownUnit)} `;
  const measured = own ?? kind;
  const measuredUnit = own === undefined ? unit : ownUnit;
  const base =
    measured === "date" || !random.once(4)
      ? `${random.pick([word("超过", "above"), word("低于", "below"), word("偏离", "apart")])} ${literal(spelling, measured, measuredUnit)} `
      : "";
  return `${head}${base}${word(zh, en)} ${stepLength(spelling, measured, measuredUnit)} ${effect}${cap}`;
}
