/** How values, ranges and scores look in sentences, in both languages. */
import type { Fraction, Interval } from "@heng/number";
import { RATIO, showFigure, type Names, type Type, type Value } from "@heng/lang";

export type Lang = keyof Names;

/** A filed value as people write it. */
export function showValue(value: Value, type: Type, lang: Lang): string {
  switch (value.kind) {
    case "figure":
      return showFigure(value.value, type, lang);
    case "yesNo":
      return showTruth(value.value, lang);
    case "option":
    case "text":
      return value.value;
    case "qualitative":
      return `${value.grade} ${showFigure(value.share, RATIO, lang)}`;
    case "checklist":
      return [...value.met]
        .map(([item, met]) => `${item} ${showTruth(met, lang)}`)
        .join(lang === "zh" ? "、" : ", ");
  }
}

export function showTruth(holds: boolean, lang: Lang): string {
  return lang === "zh" ? (holds ? "是" : "否") : holds ? "yes" : "no";
}

/** `[0%, 100%]`, `>= 0万元`, `> 0`. */
export function showInterval({ low, high }: Interval, type: Type, lang: Lang): string {
  // The range of a 定性 is that of its share.
  const shownAs: Type = type.kind === "qualitative" ? RATIO : type;
  const show = (value: Fraction): string => showFigure(value, shownAs, lang);
  if (low !== undefined && high !== undefined) {
    return `${low.open ? "(" : "["}${show(low.value)}, ${show(high.value)}${high.open ? ")" : "]"}`;
  }
  if (low !== undefined) return `${low.open ? ">" : ">="} ${show(low.value)}`;
  if (high !== undefined) return `${high.open ? "<" : "<="} ${show(high.value)}`;
  return lang === "zh" ? "任意数" : "any number";
}
