/** The rows of 扣分 and 加减 a second time, in plain fractions: what their references share. */
import {
  absolute,
  ceiling,
  divide,
  floor,
  fraction,
  maximum,
  minimum,
  multiply,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import type { Syntax } from "../../syntax/phrase.ts";
import type { LeafContext, Reference } from "../../core/method.ts";
import type { TallyRow } from "./rows.ts";

type At = Parameters<Reference<Syntax>>[2];

/** How many rows a person judges. */
export function judgedRows(rows: readonly TallyRow[]): number {
  return rows.filter(({ clauses }) => clauses.takeJudged).length;
}

/** Points each row takes or gives. What a person judges is numbered in the order of the rows. */
export function rowPoints(rows: readonly TallyRow[], leaf: LeafContext, at: At): readonly Fraction[] {
  let asked = 0;
  return rows.map((row) => {
    const { clauses } = row;
    const judged = clauses.takeJudged ? asked++ : undefined;
    const amount = (): Fraction => {
      if (judged !== undefined) return at.asked(judged);
      const written = clauses.take ?? clauses.give;
      return written ? at.figure(written) : ZERO;
    };
    const cap = clauses.takeAtMost ?? clauses.giveAtMost;
    const capped = (points: Fraction): Fraction => (cap ? minimum(points, at.figure(cap)) : points);
    if (clauses.when) return at.holds(clauses.when) ? capped(amount()) : ZERO;
    const of = row.head?.value ?? leaf.value;
    const length = clauses.each ?? clauses.eachFull ?? clauses.eachStarted;
    if (!of || !length) return ZERO;
    const measured = at.figure(of);
    const { above, below, apart } = clauses;
    const beyond = above
      ? subtract(measured, at.figure(above))
      : below
        ? subtract(at.figure(below), measured)
        : apart
          ? absolute(subtract(measured, at.figure(apart)))
          : measured;
    const excess = maximum(beyond, ZERO);
    if (excess.n === 0n) return ZERO;
    const steps = divide(excess, at.figure(length));
    const counted = clauses.eachFull
      ? fraction(floor(steps))
      : clauses.eachStarted
        ? fraction(ceiling(steps))
        : steps;
    return capped(multiply(counted, amount()));
  });
}
