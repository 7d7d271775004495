import { compare, fraction, multiply, type Fraction } from "@heng/number";
import { RATIO, type Type } from "../../core/type.ts";
import type { BoundRange, Reference } from "../../core/method.ts";
import type { qualitativeMethod } from "./index.ts";

const GRADE: Type = { kind: "option", options: ["达成", "部分达成", "未达成"] };

export const reference: Reference<typeof qualitativeMethod.syntax> = (m, leaf, at) => {
  const field = m.head?.value.field?.name ?? "";
  const share = at.figure({ node: "input", type: RATIO, field, part: "share" });
  const grade = at.text({ node: "input", type: GRADE, field, part: "grade" });
  const rowOf = (name: string): BoundRange | undefined =>
    m.rows?.find(({ head }) => head?.value.text === name)?.clauses.getsJudged;
  /** Whether the share is of the better one of two grades: by the row of either, else from 80% or 60%. */
  const isBetter = (better: string, worse: string, cut: Fraction): boolean => {
    const [low, high] = [rowOf(better), rowOf(worse)];
    if (low?.low) {
      const order = compare(share, at.figure(low.low));
      return low.lowOpen ? order > 0 : order >= 0;
    }
    if (!high?.high) return compare(share, cut) >= 0;
    const order = compare(share, at.figure(high.high));
    return high.highOpen ? order >= 0 : order > 0;
  };
  const means = isBetter("达成", "部分达成", fraction(4n, 5n))
    ? "达成"
    : isBetter("部分达成", "未达成", fraction(3n, 5n))
      ? "部分达成"
      : "未达成";
  return grade === means ? multiply(share, leaf.points) : at.fail("grade");
};
