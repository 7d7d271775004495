/** Fixes of what has no figure for some filings of a leaf. */
import { equals, isPoint } from "@heng/number";
import {
  isFigure,
  partsOf,
  type Expr,
  type Fix,
  type Group,
  type Leaf,
  type Program,
  type Range,
} from "@heng/lang";
import { lookUp } from "../space/domain.ts";
import type { Space } from "../space/space.ts";
import type { FaultMet } from "../space/trace.ts";
import { Walk } from "../space/walk.ts";
import type { Mends } from "./mends.ts";

/** A row that has been tried where none was left. */
export interface RowTried {
  readonly when: Expr;
  readonly origin: Range;
}

/** `range`: where the fault is told. */
export function faultFixes(
  space: Space,
  mends: Mends,
  leaf: Leaf,
  { cause, at, envs }: FaultMet,
  range: Range,
): readonly Fix[] {
  if (cause === "divisionByZero") return treatsNothing(space, mends, leaf, at, range, envs);
  return fillsGap(space, mends, rowsBefore(leaf, at), envs);
}

/** How a divisor that is 0 is treated; where it is never anything else, the rules are wrong in another way. */
function treatsNothing(
  space: Space,
  mends: Mends,
  leaf: Leaf,
  divisor: Expr,
  range: Range,
  envs: FaultMet["envs"],
): readonly Fix[] {
  const walk = new Walk(space);
  const always = envs.every((env) => {
    const reach = walk.value(divisor, env, false);
    return reach !== undefined && isPoint(reach.range) !== undefined;
  });
  return always ? [] : mends.treatsNothing(leaf, hasSiblings(space.program, leaf), divisor, range);
}

/** Where rows leave out a bound alone, that it is in one of them; else a last row for the rest. */
function fillsGap(
  space: Space,
  mends: Mends,
  rows: readonly RowTried[],
  envs: FaultMet["envs"],
): readonly Fix[] {
  const last = rows.at(-1);
  if (!last) return [];
  const fixes = rows
    .flatMap(({ when }) => comparisonsIn(when))
    .flatMap((e) => {
      const plain = space.plain(e);
      const alone = envs.every((env) => {
        const domain = plain && lookUp(env, plain.key)?.domain;
        const at = domain?.kind === "figure" ? isPoint(domain.range) : undefined;
        return at !== undefined && plain !== undefined && equals(at, plain.at);
      });
      return alone && e.origin ? mends.withBound(e.origin) : [];
    });
  return [...fixes.slice(0, 1), ...mends.withRest(last.origin)];
}

function comparisonsIn(e: Expr): readonly Extract<Expr, { node: "compare" }>[] {
  if (e.node === "compare") return e.origin && isFigure(e.left.type) ? [e] : [];
  return partsOf(e).flatMap(comparisonsIn);
}

/** The rows that have been tried where none was left, and a fault stands. */
export function rowsBefore({ standard }: Leaf, fault: Expr): readonly RowTried[] {
  if (fault.node !== "fault") return [];
  let found: readonly RowTried[] = [];
  const look = (e: Expr): void => {
    if (e.node === "cases" && e.otherwise === fault)
      found = e.cases.flatMap(({ when, origin }) => (origin ? [{ when, origin }] : []));
    else for (const part of partsOf(e)) look(part);
  };
  look(standard);
  return found;
}

/** Whether others stand beside an indicator, to take over its points. */
function hasSiblings({ root }: Program, leaf: Leaf): boolean {
  const among = (node: Group): boolean =>
    node.children.includes(leaf)
      ? node.children.length > 1
      : node.children.some((child) => child.kind === "group" && among(child));
  return among(root);
}
