import { add, compare, divide, multiply, subtract, ZERO, type Fraction } from "@heng/number";
import type { Asks, Reference } from "../../core/method.ts";
import type { bandsMethod } from "./index.ts";

export const reference: Reference<typeof bandsMethod.syntax> = (m, leaf, at) => {
  const of = m.head?.value ?? leaf.value;
  let asked = 0;
  /** The edge of the last step of the ladder. */
  let before: Fraction | undefined;
  for (const { head, clauses } of m.rows ?? []) {
    const judged = clauses.getsJudged ? asked++ : undefined;
    let holds = false;
    let low: Fraction | undefined;
    let high: Fraction | undefined;
    if (clauses.otherwise) {
      holds = true;
    } else if (clauses.when) {
      holds = at.holds(clauses.when);
    } else if (head?.shape === "name") {
      holds = of !== undefined && at.text(of) === head.value.text;
    } else if (head && of && head.value.kind === "compare") {
      const { sign } = head.value;
      const edge = at.figure(head.value.right);
      const order = compare(at.figure(of), edge);
      holds = {
        ">=": order >= 0,
        ">": order > 0,
        "<=": order <= 0,
        "<": order < 0,
        "=": order === 0,
        "≠": order !== 0,
      }[sign];
      if (sign !== "=") {
        [low, high] = sign === ">" || sign === ">=" ? [edge, before] : [before, edge];
        before = edge;
      }
    } else if (head && of && head.value.kind === "range") {
      const figure = at.figure(of);
      low = head.value.low && at.figure(head.value.low);
      high = head.value.high && at.figure(head.value.high);
      const above = low ? compare(figure, low) : 1;
      const below = high ? compare(figure, high) : -1;
      holds = (head.value.lowOpen ? above > 0 : above >= 0) && (head.value.highOpen ? below < 0 : below <= 0);
    }
    if (!holds) continue;
    if (judged !== undefined) return at.asked(judged);
    const from = clauses.gets ? at.figure(clauses.gets) : ZERO;
    if (!clauses.to || !low || !high || !of) return from;
    const share = divide(subtract(at.figure(of), low), subtract(high, low));
    return add(from, multiply(share, subtract(at.figure(clauses.to), from)));
  }
  return ZERO;
};

export const asks: Asks<typeof bandsMethod.syntax> = (m) =>
  (m.rows ?? []).filter(({ clauses }) => clauses.getsJudged).length;
