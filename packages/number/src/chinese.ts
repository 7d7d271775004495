const DIGITS = "零一二三四五六七八九";

/** A number below 1000 in Chinese characters as digits: `五` 5, `十二` 12, `九十` 90, `一百` 100, `三点五` 3.5; digits stay. */
export function chineseNumber(text: string): string {
  if (/^[0-9.]+$/.test(text)) return text;
  const [whole = "", ...decimals] = text.replaceAll("〇", "零").replaceAll("两", "二").split("点");
  const digit = (c: string) => DIGITS.indexOf(c);
  let total = 0;
  let pending = 0;
  for (const c of whole) {
    if (c === "百" || c === "十") {
      total += (pending === 0 ? 1 : pending) * (c === "百" ? 100 : 10);
      pending = 0;
    } else {
      // Digits read out one by one (`八五`) follow each other.
      pending = pending * 10 + digit(c);
    }
  }
  const fraction = Array.from(decimals.join("").replace(/[十百]/g, ""), digit).join("");
  return String(total + pending) + (fraction === "" ? "" : `.${fraction}`);
}
