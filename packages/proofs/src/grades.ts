/** The proofs of the grades. */
import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  fraction,
  multiply,
  power10,
  roundHalfUp,
  subtract,
  type Fraction,
} from "@heng/number";
import type { Group, Leaf, Program } from "@heng/lang";
import { inBoth, type Ledger } from "./claims/claim.ts";
import { H2113 } from "./H2113-grade-skipped/index.ts";

/** What all grades that no total comes up to come of. */
export const HIGHEST: ReadonlySet<string> = new Set(["highest"]);

/** The grades that 否决 … 等级 不高于 may give. */
function gradesOfLimits(node: Group | Leaf): ReadonlySet<string> {
  const own = node.vetoes.flatMap(({ notAbove }) => (notAbove === undefined ? [] : [notAbove]));
  const below = node.kind === "group" ? node.children.flatMap((child) => [...gradesOfLimits(child)]) : [];
  return new Set([...own, ...below]);
}

/** A grade between whose bounds no rounded total lies, or to which none comes up. */
export function gradesReached(ledger: Ledger, program: Program, most: Fraction, mended: Fraction): void {
  let above: Fraction | undefined;
  const highest = roundHalfUp(most, program.places);
  const highestMended = roundHalfUp(mended, program.places);
  const step = fraction(1n, power10(program.places));
  /** The least total above a bound. */
  const leastOf = (bound: Fraction, strict: boolean): Fraction => {
    const least = multiply(fraction(ceiling(divide(bound, step))), step);
    return strict && equals(least, bound) ? add(least, step) : least;
  };
  const limited = gradesOfLimits(program.root);
  for (const [i, grade] of program.grades.entries()) {
    const { name, atLeast, strict, origin } = grade;
    if (!atLeast) continue;
    const least = leastOf(atLeast, strict);
    const tooHigh = compare(least, highest) > 0 ? inBoth(highest, { kind: "points" }) : undefined;
    // What a limit of the grade brings down to it has it all the same.
    const skipped = above !== undefined && compare(least, above) >= 0 && !limited.has(name);
    if (origin && (tooHigh || skipped)) {
      const below = program.grades[i + 1];
      const bound = above && subtract(above, strict ? add(step, step) : step);
      const next = below?.atLeast && leastOf(below.atLeast, below.strict);
      const hasRoom = bound && (!next || compare(leastOf(bound, strict), next) > 0);
      const fixes = hasRoom && !tooHigh ? ledger.mends.gradeBound(grade, bound) : [];
      const data = { name, places: program.places, highest: tooHigh };
      const follows = tooHigh !== undefined && compare(least, highestMended) <= 0;
      const because = tooHigh ? { of: HIGHEST, related: [] } : undefined;
      ledger.tell(H2113, data, origin, undefined, fixes, { because, follows });
    } else ledger.holds();
    above = least;
  }
}
