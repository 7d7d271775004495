import { add, minimum, subtract, ZERO } from "@heng/number";
import type { Asks, Reference } from "../../core/method.ts";
import { judgedRows, rowPoints } from "../../standards/tally/reference.ts";
import type { deductMethod } from "./index.ts";

export const reference: Reference<typeof deductMethod.syntax> = (m, leaf, at) => {
  const taken = rowPoints(m.rows ?? [], leaf, at).reduce(add, ZERO);
  const cap = m.clauses.takeAtMost;
  return subtract(leaf.points, cap ? minimum(taken, at.figure(cap)) : taken);
};

export const asks: Asks<typeof deductMethod.syntax> = (m) => judgedRows(m.rows ?? []);
