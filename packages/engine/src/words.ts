/** How values, ranges and scores look in sentences, in both languages. */
import { finiteDecimal, fraction, power10, type Fraction, type Interval } from "@heng/number";
import { RATIO, showFigure, type Names, type Type, type Value } from "@heng/lang";

export type Lang = keyof Names;

/** A number for reading: as it is while short, else cut (never rounded) after four decimals: `8.6277…`. */
export function cutDecimal(value: Fraction): string {
  const finite = finiteDecimal(value);
  if (finite !== undefined && (finite.split(".")[1] ?? "").length <= 6) return finite;
  const scale = power10(4);
  // Truncation towards zero: the quotient of bigints.
  const cut = finiteDecimal(fraction((value.n * scale) / value.d, scale)) ?? "";
  return `${value.n < 0n && !cut.startsWith("-") ? "-" : ""}${cut}…`;
}

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
