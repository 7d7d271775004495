/** Rows that take or give points, as scoring tables word them. */
import { add, ZERO, type Fraction } from "@heng/number";
import * as b from "../../core/build.ts";
import { constantOf } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import type { Lang } from "../../names.ts";
import { formulaWords, holdsWords, judgedWords, pointsFormula } from "../formula.ts";
import { BASES, first, isGiving, measured, WORDS, type TallyRow } from "./rows.ts";
import { readingWords, STEPS } from "./steps.ts";

/** `超过100%的，每超过1个百分点扣0.5分（不足的按比例计算），最多扣2分` */
export function rowWords(row: TallyRow, leaf: LeafContext, lang: Lang): string {
  const { clauses } = row;
  const zh = lang === "zh";
  const cap = clauses.takeAtMost ?? clauses.giveAtMost;
  const capWord = WORDS[clauses.giveAtMost ? "giveAtMost" : "takeAtMost"];
  const most = cap
    ? zh
      ? `，${capWord.zh}${pointsFormula(cap, lang, leaf)}`
      : `, at most ${pointsFormula(cap, lang, leaf)} in all`
    : "";
  const verb = clauses.takeJudged ? "酌情扣" : clauses.give ? "加" : "扣";
  const points = clauses.takeJudged
    ? judgedWords(clauses.takeJudged, lang, leaf)
    : pointsFormula(clauses.take ?? clauses.give ?? b.points(ZERO), lang, leaf);
  const amount = zh
    ? `${verb}${points}`
    : `${clauses.give ? "gives" : "takes"} ${points}${clauses.takeJudged ? " as judged" : ""}`;
  if (clauses.when) {
    const when = holdsWords(clauses.when, lang, leaf);
    return zh ? `${when}的，${amount}${most}` : `${amount} when ${when}${most}`;
  }
  const of = measured(row, leaf);
  const reading = first(row, STEPS) ?? "each";
  const length = clauses[reading];
  const name = of ? formulaWords(of, lang, leaf) : leaf.name;
  const plain = length ? formulaWords(length, lang, leaf) : "";
  const step = zh && length && !constantOf(length) ? `（${plain}）` : plain;
  const key = first(row, BASES);
  const base = key && clauses[key];
  // Of what comes in whole steps there is no part of one.
  const fixed = length && constantOf(length);
  const isWhole =
    fixed && of && [of, ...(base ? [base] : [])].every((one) => leaf.comesIn?.(one, fixed) === true);
  const part = readingWords(reading, step, isGiving(row), lang);
  const read = isWhole ? "" : zh ? `（${part}）` : ` (${part})`;
  if (!key || !base) {
    return zh
      ? `${name}每有${step}${amount}${read}${most}`
      : `every ${step} of ${name} ${amount}${read}${most}`;
  }
  const date = of?.type.kind === "date";
  const [way, by, en] = {
    above: date ? (["晚于", "晚", "after"] as const) : (["超过", "超过", "above"] as const),
    below: date ? (["早于", "早", "before"] as const) : (["低于", "低于", "below"] as const),
    apart: date ? (["偏离", "相差", "apart from"] as const) : (["偏离", "偏离", "apart from"] as const),
  }[key];
  return zh
    ? `${name}${way}${formulaWords(base, lang, leaf)}的，每${by}${step}${amount}${read}${most}`
    : `${name} ${en} ${formulaWords(base, lang, leaf)} ${amount} for every ${step} beyond it${read}${most}`;
}

/** The most that rows can take or give together; undefined where they have no limit in figures. */
export function mostOf(rows: readonly TallyRow[]): Fraction | undefined {
  return rows.map(rowMost).reduce((all, one) => all && one && add(all, one), ZERO);
}

function rowMost({ clauses }: TallyRow): Fraction | undefined {
  const cap = clauses.takeAtMost ?? clauses.giveAtMost;
  if (cap) return constantOf(cap);
  if (!clauses.when) return undefined;
  if (clauses.takeJudged) return clauses.takeJudged.high && constantOf(clauses.takeJudged.high);
  const amount = clauses.take ?? clauses.give;
  return amount && constantOf(amount);
}
