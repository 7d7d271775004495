/** That what indicators weigh sums to what stands above them, told once at the place to mend. */
import { add, compare, equals, sign, subtract, ZERO, type Fraction } from "@heng/number";
import * as b from "../core/build.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { IndicatorNode } from "../syntax/tree.ts";
import { reaches } from "./grades.ts";
import { H1202 } from "./H1202-total-unequal/index.ts";
import { H1204 } from "./H1204-children-unequal/index.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";
import { unread } from "./unread.ts";
import { indicatorsOf, totalWeight, type Weighed } from "./weights.ts";

/** Indicators whose score is the sum of those below. */
type Summed = ReadonlyMap<Weighed, { readonly name: string; readonly file: string }>;

/** What there is to sum: what indicators weigh, and which of them sum what is below. */
export interface Sums {
  readonly weights: ReadonlyMap<Weighed, Fraction>;
  readonly summed: Summed;
}

/** 满分, where it stands, and whether it has no more decimals than scores. */
export interface Marks {
  readonly points: Fraction;
  readonly at: Range;
  readonly even: boolean;
}

/**
 * Checks 满分 (where it is known), then every level below. Where the sum comes right as soon as one below does, only
 * that one is told.
 */
export function checkSums(top: readonly Weighed[], marks: Marks | undefined, sums: Sums, scope: Scope): void {
  const total = marks && top.length > 0 ? totalWeight(top, sums.weights) : undefined;
  const agrees = marks && total && equals(total, marks.points);
  if (marks && total && agrees === false && !mendedBelow(top, marks.points, sums)) {
    const text = `${b.showPlain(total)}分`;
    const parts = top.map((node) => ({
      name: node.name?.text ?? "",
      points: b.showPlain(sums.weights.get(node) ?? ZERO),
    }));
    // Other full marks must not take a grade out of reach.
    const outOfReach = scope.grades.find((grade) => reaches(marks.points, grade) && !reaches(total, grade));
    const fix = replacement(marks.at, text, `将满分改为 ${text}`, `set full marks to ${text}`);
    finding(
      scope,
      H1202,
      {
        sum: b.showPlain(total),
        fullMarks: b.showPlain(marks.points),
        parts,
        ...(outOfReach ? { outOfReach: outOfReach.name } : {}),
      },
      marks.at,
      { fixes: outOfReach ? [] : [fix] },
    );
  }
  for (const node of top) if (node.kind === "indicator") checkBelow(node, agrees === true, sums, scope);
}

/** What is below an indicator, as far as all of it could be read. */
function sumBelow(node: Weighed, { weights, summed }: Sums): Fraction | undefined {
  if (node.kind !== "indicator" || !summed.has(node) || unread(node.body).blocks) return undefined;
  return totalWeight(indicatorsOf(node), weights);
}

/** Whether some would sum to the points if each of them weighed what is below it. */
function mendedBelow(nodes: readonly Weighed[], points: Fraction, sums: Sums): boolean {
  const total = nodes.reduce<Fraction>(
    (sum, node) => add(sum, sumBelow(node, sums) ?? sums.weights.get(node) ?? ZERO),
    ZERO,
  );
  return equals(total, points);
}

/** `fits`: the points of this indicator and its neighbours are what stands above them, so the mistake is below. */
function checkBelow(node: IndicatorNode, fits: boolean, sums: Sums, scope: Scope): void {
  const below = indicatorsOf(node);
  const points = sums.weights.get(node);
  const total = sumBelow(node, sums);
  const agrees = points && total && equals(total, points);
  if (points && total && !agrees && !mendedBelow(below, points, sums))
    report(node, { points, total, fits }, sums, scope);
  for (const child of below) checkBelow(child, agrees === true, sums, scope);
}

/** The message says by how much, and where the difference could be put. */
function report(
  node: IndicatorNode,
  { points, total, fits }: { readonly points: Fraction; readonly total: Fraction; readonly fits: boolean },
  { weights, summed }: Sums,
  scope: Scope,
): void {
  const of = summed.get(node);
  if (!of || !node.points) return;
  const { name, file } = of;
  const range = rangeOf(file, node.points);
  const text = `${b.showPlain(total)}分`;
  const difference = subtract(points, total);
  const above = replacement(range, text, `将“${name}”改为 ${text}`, `set “${name}” to ${text}`);
  const below = indicatorsOf(node);
  const last = below.findLast((child) => !summed.has(child)) ?? below.at(-1);
  const own = last && weights.get(last);
  const rest = own && add(own, difference);
  const fixes = [above];
  if (last?.points && last.name && rest && sign(rest) > 0) {
    const to = `${b.showPlain(rest)}分`;
    const fix = replacement(
      rangeOf(file, last.points),
      to,
      `将下级“${last.name.text}”改为 ${to}`,
      `set “${last.name.text}” below it to ${to}`,
    );
    if (fits) fixes.unshift(fix);
    else fixes.push(fix);
  }
  finding(
    scope,
    H1204,
    {
      name,
      sum: b.showPlain(total),
      points: b.showPlain(points),
      difference: b.showPlain(difference),
      more: compare(total, points) > 0,
      fits,
    },
    range,
    { fixes },
  );
}
