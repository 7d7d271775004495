/** 按比例 as scoring tables word it. */
import { isZero, sign, ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import { constantOf, isOne } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import type { Expr } from "../../core/program.ts";
import { POINTS, RATIO } from "../../core/type.ts";
import type { Lang, Names } from "../../names.ts";
import { formulaWords, measuredWords, pointsFormula, standsWords } from "../../standards/formula.ts";
import { readingWords, STEPS } from "../../standards/tally/steps.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { proportionOf, type Proportion, type Proportional } from "./spelling.ts";

export function wording(m: Proportional, leaf: LeafContext): Names {
  return inBoth((lang) => wordingOf(m, leaf, lang));
}

function wordingOf(m: Proportional, leaf: LeafContext, lang: Lang): string {
  const { points, value, target } = leaf;
  if (!value || target?.kind !== "compare") return "";
  const zh = lang === "zh";
  const full = pointsWords(points, lang);
  const proportion = proportionOf(m);
  const constant = constantOf(target.of);
  const name = measuredWords(leaf, lang);
  const zero = b.figure(ZERO, target.of.type);
  const atZero = standsWords(name, { ...target, right: zero }, lang, leaf);
  // A target of 0 is met or not: no proportion, no completion.
  if (constant && isZero(constant)) {
    return zh
      ? `${atZero}的，得满分（${full}）；否则不得分。`
      : `Full marks (${full}) when ${atZero}; otherwise nothing.`;
  }
  const meets = standsWords(
    name,
    { kind: "compare", sign: proportion === "asAtLeast" ? ">=" : target.sign, right: target.of },
    lang,
    leaf,
  );
  const formula = formulaWords(shareOf(proportion, value, target.of, points), lang, leaf);
  const { upTo: cap } = m.clauses;
  const bonus = cap && !leaf.extra;
  const first = cap
    ? zh
      ? `得分＝${formula}，最高${pointsFormula(cap, lang, leaf)}${bonus ? `（超过${full}的部分计作加分）` : ""}`
      : `Score = ${formula}, at most ${pointsFormula(cap, lang, leaf)}${bonus ? ` (what goes beyond ${full} is a bonus)` : ""}`
    : zh
      ? `${meets}的，得满分（${full}）；否则得分＝${formula}`
      : `Full marks (${full}) when ${meets}; otherwise the score is ${formula}`;
  // Under a ceiling the best there is, 0 or less, has no quotient.
  const best = standsWords(name, { kind: "compare", sign: "<=", right: zero }, lang, leaf);
  const withoutQuotient =
    cap && proportion === "inverse"
      ? zh
        ? `${best}的，得${pointsFormula(cap, lang, leaf)}`
        : `${pointsFormula(cap, lang, leaf)} when ${best}`
      : undefined;
  const aim = formulaWords(target.of, lang, leaf);
  const noTarget =
    constant || !mayBeZero(target.of, leaf)
      ? undefined
      : zh
        ? `${aim}为0的，${atZero}得满分（${full}），否则不得分`
        : `when ${aim} is 0, full marks (${full}) if ${atZero}, otherwise nothing`;
  return [
    first,
    withoutQuotient,
    ...limitWords(m, leaf, value, target.of, lang),
    noTarget,
    zh ? "最低0分。" : "at least 0.",
  ]
    .filter((text) => text !== undefined)
    .join(zh ? "；" : "; ");
}

/** What is got where the target is missed. */
function shareOf(proportion: Proportion, value: Expr, target: Expr, points: LeafContext["points"]): Expr {
  const full = b.points(points);
  const quotient = (above: Expr, below: Expr): Expr => ({
    node: "product",
    type: POINTS,
    factors: [
      { inverse: false, of: above },
      { inverse: true, of: below },
      { inverse: false, of: full },
    ],
  });
  const direct = isOne(target) && value.type.kind === "ratio";
  switch (proportion) {
    case "inverse":
      return quotient(target, value);
    case "linear":
      return b.times(
        POINTS,
        b.minus(RATIO, b.number(2n), direct ? value : b.over(RATIO, value, target)),
        full,
      );
    case "lesserOverGreater":
      return quotient(b.min(value.type, value, target), b.max(value.type, value, target));
    default:
      return direct ? b.times(POINTS, value, full) : quotient(value, target);
  }
}

/** 低于 60% 不得分, 超过 130% …: of the completion, which is always 值 ÷ 目标. */
function limitWords(
  { clauses: { below, above } }: Proportional,
  leaf: LeafContext,
  value: Expr,
  target: Expr,
  lang: Lang,
): readonly string[] {
  const zh = lang === "zh";
  if (!below && !above) return [];
  const say = (of: Expr): string => formulaWords(of, lang, leaf);
  const quotient = say(b.over(RATIO, value, target));
  const direct = isOne(target) && value.type.kind === "ratio";
  const completion = direct ? say(value) : zh ? `完成率（${quotient}）` : `the completion (${quotient})`;
  const later = direct ? completion : zh ? "完成率" : "the completion";
  const texts = below
    ? [
        zh
          ? `但${completion}低于${say(below.value)}的，不得分`
          : `but nothing when ${completion} is below ${say(below.value)}`,
      ]
    : [];
  if (!above) return texts;
  const of = below ? later : completion;
  const reading = STEPS.find((key) => above[key]);
  const length = reading && above[reading];
  if (!reading || !length || !above.take) {
    return [
      ...texts,
      zh
        ? `${texts.length === 0 ? "但" : ""}${of}超过${say(above.value)}的，不得分`
        : `but nothing when ${of} is above ${say(above.value)}`,
    ];
  }
  const take = pointsFormula(above.take, lang, leaf);
  const read = readingWords(reading, say(length), false, lang);
  return [
    ...texts,
    zh
      ? `${texts.length === 0 ? "但" : ""}${of}超过${say(above.value)}的，在此得分上每超过${say(length)}扣${take}（${read}）`
      : `but ${of} above ${say(above.value)} takes ${take} from that score for every ${say(length)} beyond it (${read})`,
  ];
}

/** Whether a target from data can be 0 by the declared ranges. */
function mayBeZero(target: Expr, { within }: LeafContext): boolean {
  const low = within?.(target).low;
  return !low || sign(low.value) < 0 || (isZero(low.value) && !low.open);
}
