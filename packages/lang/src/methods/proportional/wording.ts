/** 按比例 as scoring tables word it. */
import { isZero } from "@heng/number";
import type { Expr } from "../../core/program.ts";
import type { Names } from "../../names.ts";
import type { ComparisonSign } from "../../syntax/tree.ts";
import { constantOf, isOne } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import { readingWords, STEPS, type Reading } from "../../standards/tally/steps.ts";
import { inBoth, pointsWords, standsWords, words } from "../../standards/wording.ts";
import { proportionOf, type Proportion, type Proportional } from "./spelling.ts";

export function wording(m: Proportional, leaf: LeafContext): Names {
  return inBoth((lang) => wordingOf(m, leaf, lang));
}

function wordingOf(m: Proportional, { name, points, value, target }: LeafContext, lang: keyof Names): string {
  if (!value || target?.kind !== "compare") return "";
  const zh = lang === "zh";
  const full = pointsWords(points, lang);
  const aim = words(target.of, lang);
  const proportion = proportionOf(m);
  const formulas: Readonly<Record<Proportion, string>> = {
    atLeast: isOne(target.of) ? `${name}×${full}` : `${name}÷${aim}×${full}`,
    asAtLeast: `${name}÷${aim}×${full}`,
    inverse: `${aim}÷${name}×${full}`,
    linear: isOne(target.of) ? `(2－${name})×${full}` : `(2－${name}÷${aim})×${full}`,
    lesserOverGreater: zh
      ? `${name}与${aim}中较小者÷较大者×${full}`
      : `the lesser of ${name} and ${aim} ÷ the greater × ${full}`,
  };
  const sign = proportion === "asAtLeast" ? ">=" : target.sign;
  const { below, above, upTo: cap } = m.clauses;
  const formula = zh ? formulas[proportion] : formulas[proportion].replaceAll("－", " - ");
  const limit = (of: Expr | undefined) => (of ? words(of, lang) : "");
  const reading: Reading | undefined = above && STEPS.find((key) => above[key]);
  const length = limit(reading && above?.[reading]);
  const zero = constantOf(target.of);
  const meets = (of: ComparisonSign): string =>
    standsWords(name, { kind: "compare", sign: of, right: target.of }, lang);
  // A target of 0 is met or not: no proportion, no completion.
  if (zero && isZero(zero)) {
    return zh
      ? `${meets(target.sign)}的，得满分（${full}）；否则不得分。`
      : `Full marks (${full}) when ${meets(target.sign)}; otherwise nothing.`;
  }
  if (zh) {
    return [
      cap
        ? `得分＝${formula}，最高${words(cap, lang)}（超过${full}的部分计作加分）`
        : `${meets(sign)}的，得满分（${full}）；否则得分＝${formula}`,
      below && `完成率低于${limit(below.value)}的，不得分`,
      above?.nothing && `完成率超过${limit(above.value)}的，不得分`,
      reading &&
        `完成率超过${limit(above?.value)}的，每超过${length}扣${limit(above?.take)}（${readingWords(reading, length, false, lang)}）`,
    ]
      .filter((text) => typeof text === "string")
      .join("；")
      .concat("；最低0分。");
  }
  return [
    cap
      ? `Score = ${formula}, at most ${words(cap, lang)} (what goes beyond ${full} is a bonus)`
      : `Full marks (${full}) when ${meets(sign)}; otherwise the score is ${formula}`,
    below && `nothing when the completion is below ${limit(below.value)}`,
    above?.nothing && `nothing when the completion is above ${limit(above.value)}`,
    reading &&
      `completion above ${limit(above?.value)} takes ${limit(above?.take)} for every ${length} beyond it (${readingWords(reading, length, false, lang)})`,
  ]
    .filter((text) => typeof text === "string")
    .join("; ")
    .concat("; at least 0.");
}
