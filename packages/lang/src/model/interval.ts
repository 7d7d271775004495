/** Intervals that some figure has to lie in: those of conditions and targets. */
import { compare } from "@heng/number";
import { constantRange } from "../core/constant.ts";
import type { BoundRange } from "../core/method.ts";
import { printExpr } from "../core/print.ts";
import type { Lang } from "../names.ts";
import { H1472 } from "./H1472-interval-empty/index.ts";
import { finding, type Scope } from "./scope.ts";

/** The interval, with a finding where its ends are known and nothing lies between them. */
export function inhabited(range: BoundRange | undefined, scope: Scope): BoundRange | undefined {
  const { low, high } = (range && constantRange(range)) ?? {};
  if (!range || !low || !high) return range;
  const order = compare(low.value, high.value);
  if (order > 0 || (order === 0 && (low.open || high.open))) {
    const interval = { zh: written(range, "zh"), en: written(range, "en") };
    finding(scope, H1472, { interval, turned: order > 0 }, range.origin);
  }
  return range;
}

function written({ low, lowOpen, high, highOpen }: BoundRange, lang: Lang): string {
  const [from, to] = [low, high].map((end) => (end ? printExpr(end, { lang }) : ""));
  return `${lowOpen ? "(" : "["}${from}, ${to}${highOpen ? ")" : "]"}`;
}
