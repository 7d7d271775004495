import { add, minimum, subtract, ZERO, type Fraction } from "@heng/number";
import type { Asks, Reference } from "../../core/method.ts";
import { judgedRows, rowPoints } from "../../standards/tally/reference.ts";
import type { adjustFromMethod } from "./index.ts";

export const reference: Reference<typeof adjustFromMethod.syntax> = (m, leaf, at) => {
  const rows = m.rows ?? [];
  const points = rowPoints(rows, leaf, at);
  const sum = (giving: boolean): Fraction =>
    rows.reduce(
      (total, row, i) =>
        (row.clauses.give !== undefined) === giving ? add(total, points[i] ?? ZERO) : total,
      ZERO,
    );
  const { base, giveAtMost, takeAtMost } = m.clauses;
  const given = giveAtMost ? minimum(sum(true), at.figure(giveAtMost)) : sum(true);
  const taken = takeAtMost ? minimum(sum(false), at.figure(takeAtMost)) : sum(false);
  return subtract(add(at.figure(base), given), taken);
};

export const asks: Asks<typeof adjustFromMethod.syntax> = (m) => judgedRows(m.rows ?? []);
