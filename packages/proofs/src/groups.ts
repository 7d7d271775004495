/** The proofs of what groups and the whole add: their limits, and the grades. */
import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  fraction,
  minimum,
  multiply,
  power10,
  roundHalfUp,
  subtract,
  type Fraction,
} from "@heng/number";
import { work } from "@heng/engine";
import type { Expr, Group, Leaf, Names, Program, Range } from "@heng/lang";
import { whyAlways } from "./claims/because.ts";
import { inBoth, type Ledger } from "./claims/claim.ts";
import { tellFault, type Asker } from "./claims/fault.ts";
import type { Highest } from "./highest.ts";
import { Space } from "./space/space.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import { counterexample } from "./witness/counterexample.ts";
import { shownFiling } from "./witness/shown.ts";
import { H2110 } from "./H2110-never-applies/index.ts";
import { H2112 } from "./H2112-limit-never-bites/index.ts";
import { H2113 } from "./H2113-grade-skipped/index.ts";

/** What all grades that no total comes up to come of. */
const HIGHEST: ReadonlySet<string> = new Set(["highest"]);
const VETO: Names = { zh: "否决", en: "veto" };
const CAP: Names = { zh: "封顶", en: "cap" };
const NOT_ABOVE: Names = { zh: "等级 不高于", en: "grade notAbove" };

/** The lowest 封顶 of a group that always holds. */
export function cappedAt(space: Space, { caps }: Group): Fraction | undefined {
  const walk = new Walk(space);
  let least: Fraction | undefined;
  for (const { of, when } of caps) {
    const high = when ? undefined : walk.value(of, undefined, true)?.range.high?.value;
    if (!high) continue;
    const own = roundHalfUp(high, space.program.places);
    least = least ? minimum(least, own) : own;
  }
  return least;
}

/**
 * 否决 and 封顶 that never hold, change nothing when they do, or cannot always be worked out.
 * `mended`: what there is once the leaves that cannot get their marks are mended.
 */
export function limits(space: Space, ledger: Ledger, most: Highest, mended: Highest): void {
  // The highest grade that a total comes to: not to be above it says nothing.
  const topOf = ({ total }: Highest): string | undefined =>
    space.program.grades.find(
      ({ atLeast }) => !atLeast || compare(atLeast, roundHalfUp(total, space.program.places)) <= 0,
    )?.name;
  const top = topOf(most);
  const follows = top !== topOf(mended);
  const visit = (node: Group | Leaf): void => {
    for (const { notAbove, origin } of node.vetoes)
      if (notAbove !== undefined && notAbove === top) {
        const name = { zh: notAbove, en: notAbove };
        const data = { name: node.name, word: NOT_ABOVE, limit: name, most: name };
        const removal = ledger.mends.withoutStatement(origin);
        ledger.tell(H2112, data, origin, undefined, [], { removal, follows });
      }
    if (node.kind === "leaf") return;
    limitsOf(space, ledger, node, most.of.get(node), mended.of.get(node));
    for (const child of node.children) visit(child);
  };
  visit(space.program.root);
}

function limitsOf(
  space: Space,
  ledger: Ledger,
  group: Group,
  highest: Fraction | undefined,
  mended: Fraction | undefined,
): void {
  const { name, vetoes, caps } = group;
  if (vetoes.length + caps.length === 0) return;
  const trace = new Trace(space);
  const walk = new Walk(space, trace);
  const parts = [
    ...vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
    ...caps.flatMap(({ when, of }) => (when ? [when, of] : [of])),
  ];
  walk.of(parts);
  const clauses = [
    ...vetoes.map(({ when, origin }) => ({ when, origin, word: VETO })),
    ...caps.flatMap(({ when, origin }) => (when ? [{ when, origin, word: CAP }] : [])),
  ];
  for (const { when, origin, word } of clauses) {
    const never = walk.truth(when, undefined, true) === false;
    if (never || walk.assume(when, true, undefined) === "never")
      tellNever(space, ledger, { name, when, word, origin });
    else ledger.holds();
  }
  for (const { gets } of vetoes) if (gets) walk.value(gets, undefined, false);
  for (const { of, origin } of caps) {
    const limit = walk.value(of, undefined, true)?.range.low?.value;
    if (!limit || !highest || compare(limit, highest) < 0) {
      ledger.holds();
      continue;
    }
    const shown = (value: Fraction): Names => inBoth(value, { kind: "points" });
    const data = { name, word: CAP, limit: shown(limit), most: shown(highest) };
    const removal = ledger.mends.withoutStatement(origin);
    const follows = mended !== undefined && compare(limit, mended) < 0;
    ledger.tell(H2112, data, origin, undefined, [], { removal, follows });
  }
  const asker = askerOf(space, group, parts);
  for (const fault of trace.faults.values()) tellFault(space, ledger, asker, fault);
}

function tellNever(
  space: Space,
  ledger: Ledger,
  {
    name,
    when,
    word,
    origin,
  }: { readonly name: string; readonly when: Expr; readonly word: Names; readonly origin: Range },
): void {
  const because = whyAlways(space, when, false);
  const removal = ledger.mends.withoutStatement(origin);
  ledger.tell(H2110, { name, word, why: because?.words }, origin, undefined, [], { because, removal });
}

/** A group whose limits are tried without its parts. */
function askerOf(space: Space, group: Group, reads: readonly Expr[]): Asker {
  const { program } = space;
  const { name, origin, vetoes, caps } = group;
  const root: Group = { ...program.root, vetoes, caps, children: [] };
  const alone: Program = { ...program, crossChecks: [], scenarios: [], root, extras: [] };
  return {
    name,
    origin,
    show: (sought) => counterexample(new Space(alone), { ...sought, reads }, space),
    words: (shown) => shownFiling(program, group, shown),
    score: ({ standings, filing }) => {
      const score = standings.get(root)?.score;
      // Where all its parts are left out, so are its limits.
      return score?.state === "error" ? work(program, filing).standings.get(group)?.score : score;
    },
    // What a limit is where it cannot be worked out nobody can guess.
    mended: () => ({ fixes: [] }),
  };
}

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
