import { compare, ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { thresholdMethod } from "./index.ts";

export const reference: Reference<typeof thresholdMethod.syntax> = (m, leaf, at) => {
  if (m.head) return at.holds(m.head.value) ? leaf.points : ZERO;
  const { value, target } = leaf;
  if (!value || !target) return ZERO;
  const actual = at.figure(value);
  if (target.kind === "compare") {
    const order = compare(actual, at.figure(target.of));
    const met = {
      ">=": order >= 0,
      ">": order > 0,
      "<=": order <= 0,
      "<": order < 0,
      "=": order === 0,
      "≠": order !== 0,
    }[target.sign];
    return met ? leaf.points : ZERO;
  }
  const low = target.low ? compare(actual, at.figure(target.low)) : 1;
  const high = target.high ? compare(actual, at.figure(target.high)) : -1;
  const inside = (target.lowOpen ? low > 0 : low >= 0) && (target.highOpen ? high < 0 : high <= 0);
  return inside ? leaf.points : ZERO;
};
