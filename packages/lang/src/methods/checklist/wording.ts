/** 要点 as scoring tables word it: 评价要点：①…；②…。 */
import { equals, sign, ZERO } from "@heng/number";
import type { Lang, Names } from "../../names.ts";
import type { LeafContext } from "../../core/method.ts";
import { holdsWords, pointsFormula } from "../../standards/formula.ts";
import { inBoth, numeral, pointsWords } from "../../standards/wording.ts";
import { itemsOf, pointsOf, type Checklist } from "./items.ts";

export function wording(m: Checklist, leaf: LeafContext): Names {
  const items = itemsOf(m);
  const shares = pointsOf(items, leaf.points);
  const take = m.clauses.eachMissing?.take;
  const whole = take !== undefined || m.clauses.allOrNothing === true;
  const first = shares[0] ?? ZERO;
  const alike = shares.every((share) => equals(share, first));
  return inBoth((lang) => {
    const zh = lang === "zh";
    const full = pointsWords(leaf.points, lang);
    const lines = items.map(({ name, note, requires, exempt }, i) => {
      const share = shares[i] ?? ZERO;
      const points = pointsWords(share, lang);
      const before = items.findIndex((item) => item.name === requires);
      const title = note === undefined ? name : zh ? `${name}（${note}）` : `${name} (${note})`;
      const parts = [
        ...(whole || alike
          ? []
          : sign(share) === 0
            ? [zh ? "不计分" : "no points"]
            : [zh ? `得${points}` : points]),
        ...(before < 0 ? [] : [zh ? `以${numeral(before)}符合为前提` : `only if ${numeral(before)} is met`]),
        ...(exempt
          ? [
              zh
                ? `${holdsWords(exempt, lang, leaf)}的视同符合`
                : `counts as met when ${holdsWords(exempt, lang, leaf)}`,
            ]
          : []),
      ];
      return `${numeral(i)}${[title, ...parts].join(zh ? "，" : ", ")}`;
    });
    const rule = ruleOf(lang, full, pointsWords(first, lang));
    return zh ? `评价要点：${lines.join("；")}。${rule}。` : `Items: ${lines.join("; ")}. ${rule}.`;
  });

  function ruleOf(lang: Lang, full: string, share: string): string {
    const zh = lang === "zh";
    if (take) {
      const less = pointsFormula(take, lang, leaf);
      return zh
        ? `全部符合得${full}，每缺一项扣${less}，扣完为止`
        : `All met: ${full}; ${less} off for each that is missing, down to 0分`;
    }
    if (whole) return zh ? `全部符合得${full}，缺一项不得分` : `All met: ${full}; nothing if one is missing`;
    if (alike)
      return zh ? `每符合一项得${share}，满分${full}` : `${share} for each that is met, ${full} in all`;
    return zh ? `各项得分相加，满分${full}` : `The points of those met are added, ${full} in all`;
  }
}
