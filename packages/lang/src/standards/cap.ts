/** 最高: the highest score, where it may pass 分值. */
import { compare, equals, exactText, finiteDecimal, roundHalfUp, type Fraction } from "@heng/number";
import type { Expr } from "../core/program.ts";
import { diagnose, type Range, type Report } from "../diagnostics/diagnostic.ts";
import { without } from "../diagnostics/fix.ts";
import { H1424 } from "./H1424-base-above-cap/index.ts";
import { H1210 } from "./H1210-cap-above-at-most/index.ts";
import { H1211 } from "./H1211-bonus-under-average/index.ts";
import { H1427 } from "./H1427-cap-from-data/index.ts";
import { H1203 } from "../diagnostics/H1203-too-many-decimals/index.ts";
import { constantOf } from "../core/constant.ts";
import type { LeafContext } from "../core/method.ts";
import type { Places } from "../core/places.ts";
import { pointsWords } from "./wording.ts";

/** A phrase that may have 最高. */
interface Capped {
  readonly clauses: { readonly upTo?: Expr };
  readonly origin: Range;
  readonly places: Places;
}

/**
 * 最高 is a constant, no finer than scores, and not below the base it caps (起点, or full marks); above 至多 it says
 * nothing, and above 分值 nothing that a mean could count.
 */
export function checkCap(
  m: Capped,
  base: { readonly points: Fraction | undefined; readonly of: "base" | "full" },
  leaf: LeafContext,
  report: Report,
): void {
  const cap = m.clauses.upTo;
  const range = m.places.get("upTo") ?? m.places.get("base") ?? m.origin;
  const most = cap ? constantOf(cap) : leaf.points;
  if (!most) return report(diagnose(H1427, {}, { range }));
  // A finer cap could be rounded up, out of the range it sets.
  if (cap && !equals(roundHalfUp(most, leaf.places), most)) {
    const data = { name: leaf.name, points: finiteDecimal(most) ?? exactText(most), places: leaf.places };
    report(diagnose(H1203, data, { range }));
  }
  if (cap && leaf.extra && compare(most, leaf.points) > 0) {
    const data = { name: leaf.name, cap: pointsWords(most, "zh"), atMost: pointsWords(leaf.points, "zh") };
    report(diagnose(H1210, data, { range }));
  }
  if (cap && leaf.shareOf && compare(most, leaf.points) > 0) {
    const data = {
      name: leaf.name,
      cap: pointsWords(most, "zh"),
      points: pointsWords(leaf.points, "zh"),
      group: leaf.shareOf.name,
      by: leaf.shareOf.by,
    };
    const fixes = [without(m, "upTo", { zh: "最高", en: "upTo" })];
    report(diagnose(H1211, data, { range }, { fixes }));
  }
  if (base.points && compare(base.points, most) > 0) {
    const data = { base: pointsWords(base.points, "zh"), cap: pointsWords(most, "zh"), of: base.of };
    report(diagnose(H1424, data, { range }));
  }
}

/** What `lower` gives as `upTo`: present only where 最高 is written. */
export function upTo(cap: Expr | undefined): { readonly upTo?: Fraction } {
  const most = cap && constantOf(cap);
  return most ? { upTo: most } : {};
}
