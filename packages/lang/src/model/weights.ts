/** 分值 and 权重: how an indicator's weight is read, and how those of a group add up. */
import { add, equals, fraction, multiply, sign, ZERO, type Fraction } from "@heng/number";
import * as b from "../core/build.ts";
import type { Group } from "../core/program.ts";
import { POINTS } from "../core/type.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { ExprNode, IndicatorNode, ProjectRowsNode, WeightedNode } from "../syntax/tree.ts";
import { figureAs } from "./expression.ts";
import { nearestIn, quoted } from "./names.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1113 } from "./H1113-property-twice/index.ts";
import { H1203 } from "../diagnostics/H1203-too-many-decimals/index.ts";
import { H1206 } from "./H1206-shares-unequal/index.ts";
import { H1207 } from "./H1207-not-positive/index.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";
import { unread } from "./unread.ts";

/** What has a weight. */
export type Weighed = IndicatorNode | ProjectRowsNode;

/** The weight of an indicator in 分, with its checks; undefined when reported. */
export function weight(
  node: ExprNode | undefined,
  name: string,
  file: string,
  scope: Scope,
): Fraction | undefined {
  if (!node || node.kind === "missing") return undefined; // the parser has reported it
  const e = figureAs(node, POINTS, { file }, scope);
  if (e?.node !== "figure") {
    if (e)
      finding(
        scope,
        H1108,
        { part: { zh: "分值（一个数）", en: "points (one figure)" }, of: name },
        rangeOf(file, node),
      );
    return undefined;
  }
  const range = rangeOf(file, node);
  if (sign(e.value) <= 0) {
    finding(scope, H1207, { name }, range);
    return undefined;
  }
  return checkDecimals(e.value, name, range, scope) ? e.value : undefined;
}

/** 分值 and caps have no more decimals than scores are rounded to; false when reported. */
export function checkDecimals(value: Fraction, name: string, range: Range, scope: Scope): boolean {
  if (value.d === 1n) return true;
  const scaled = multiply(value, fraction(10n ** BigInt(scope.places)));
  if (scaled.n % scaled.d === 0n) return true;
  finding(scope, H1203, { name, points: b.showPlain(value), places: scope.places }, range);
  return false;
}

/** How the scores of `node`'s children make its own. A child counts by its name, whatever else is wrong with it. */
export function combination(
  node: IndicatorNode,
  weighted: WeightedNode | undefined,
  average: boolean,
  name: string,
  file: string,
  scope: Scope,
): Group["combine"] | undefined {
  if (average && weighted) {
    finding(scope, H1113, { word: "加权", of: name, other: "平均" }, rangeOf(file, weighted));
    return undefined;
  }
  if (average) return { kind: "average" };
  if (!weighted) return { kind: "sum" };
  const below = indicatorsOf(node);
  const parts = below.flatMap((child) => (child.name ? [child.name.text] : []));
  const whole = parts.length === below.length && !unread(node.body).blocks;
  const shares = new Map<string, Fraction>();
  for (const row of weighted.rows) {
    if (!row.name || !row.share) return undefined;
    const e = figureAs(row.share, { kind: "ratio", sense: "ratio" }, { file }, scope);
    if (e?.node !== "figure") {
      if (e)
        finding(
          scope,
          H1108,
          {
            part: { zh: "权重（一个数，如 60%）", en: "a share (one figure, such as 60%)" },
            of: row.name.text,
          },
          rangeOf(file, row.share),
        );
      return undefined;
    }
    const rowName = row.name.text;
    if (shares.has(rowName)) {
      finding(scope, H1102, { name: rowName }, rangeOf(file, row.name));
      return undefined;
    }
    if (!parts.includes(rowName)) {
      if (!whole) return undefined; // it may be one that could not be read
      const near = nearestIn(scope, rowName, () => parts);
      finding(scope, H1101, { name: rowName, near, of: "given" }, rangeOf(file, row.name), {
        fixes: near.map((n) =>
          replacement(rangeOf(file, row.name ?? row), quoted(n), `改为“${n}”`, `write ${n}`),
        ),
      });
      return undefined;
    }
    shares.set(rowName, e.value);
  }
  if (!whole) return undefined;
  const list = parts.map((p) => shares.get(p) ?? ZERO);
  const total = list.reduce(add, ZERO);
  if (!equals(total, fraction(1n)) || list.some((s) => sign(s) <= 0)) {
    finding(
      scope,
      H1206,
      {
        of: name,
        sum: b.showPlain(multiply(total, fraction(100n))),
        without: parts.filter((p) => !shares.has(p)),
        notPositive: Array.from(shares).flatMap(([child, share]) => (sign(share) <= 0 ? [child] : [])),
      },
      rangeOf(file, weighted),
    );
    return undefined;
  }
  return { kind: "weighted", shares: list };
}

/** The indicators right below one. */
export function indicatorsOf(node: IndicatorNode): readonly IndicatorNode[] {
  return node.body.filter((s): s is IndicatorNode => s.kind === "indicator");
}

/** What indicators weigh together, whatever else is wrong with them; undefined where a weight could not be read. */
export function totalWeight(
  nodes: readonly Weighed[],
  weights: ReadonlyMap<Weighed, Fraction>,
): Fraction | undefined {
  let total = ZERO;
  for (const node of nodes) {
    const own = weights.get(node);
    if (own === undefined) return undefined;
    total = add(total, own);
  }
  return total;
}
