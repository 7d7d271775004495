/** How values, ranges and scores look in sentences, in both languages. */
import type { Fraction, Interval } from "@heng/number";
import { RATIO, showFigure, type Lang, type Names, type Type, type Value } from "@heng/lang";

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

/** How an end of a range is shown; the range of a 定性 is that of its share. */
const shownEnd =
  (type: Type, lang: Lang) =>
  (value: Fraction): string =>
    showFigure(value, type.kind === "qualitative" ? RATIO : type, lang);

/** `0分 至 3分`; with one end, or none, as an interval is written. */
export function showBetween(range: Interval, type: Type): Names {
  const { low, high } = range;
  if (low === undefined || high === undefined) {
    return { zh: showInterval(range, type, "zh"), en: showInterval(range, type, "en") };
  }
  const [zh, en] = [shownEnd(type, "zh"), shownEnd(type, "en")];
  const left = [low, high].filter(({ open }) => open).map(({ value }) => value);
  const but =
    left.length === 0
      ? { zh: "", en: "" }
      : { zh: `（不含 ${left.map(zh).join("、")}）`, en: `, but not ${left.map(en).join(" or ")}` };
  return {
    zh: `${zh(low.value)} 至 ${zh(high.value)}${but.zh}`,
    en: `${en(low.value)} to ${en(high.value)}${but.en}`,
  };
}

/** `[0%, 100%]`, `>= 0万元`, `> 0`. */
export function showInterval({ low, high }: Interval, type: Type, lang: Lang): string {
  const show = shownEnd(type, lang);
  if (low !== undefined && high !== undefined) {
    return `${low.open ? "(" : "["}${show(low.value)}, ${show(high.value)}${high.open ? ")" : "]"}`;
  }
  if (low !== undefined) return `${low.open ? ">" : ">="} ${show(low.value)}`;
  if (high !== undefined) return `${high.open ? "<" : "<="} ${show(high.value)}`;
  return lang === "zh" ? "任意数" : "any number";
}
