/** Why a condition comes out the same for every filing, or a row is never come to: the figure, or the row before, that makes it so. */
import { compareIntervals, isPoint, type Bound, type Interval } from "@heng/number";
import {
  isFigure,
  partsOf,
  printExpr,
  type Case,
  type ComparisonSign,
  type Expr,
  type Leaf,
  type Names,
  type Range,
  type Related,
} from "@heng/lang";
import { OPPOSITE } from "../space/narrow.ts";
import type { Env } from "../space/domain.ts";
import { MIRRORED, type Space } from "../space/space.ts";
import { Walk } from "../space/walk.ts";
import { inBoth } from "./claim.ts";

/** What makes a finding so. */
export interface Because {
  /** `“预算数”填的数都不小于 0万元` */
  readonly words: Names;
  /** What it comes of: fields, or the place of a row. What comes of the same is one mistake. */
  readonly of: ReadonlySet<string>;
  /** Where that is written. */
  readonly related: readonly Related[];
}

/** Why a row is never come to: by its own condition, or by what comes before it. */
export interface Unused extends Because {
  readonly by: "condition" | "before";
  /** The row that takes all that would come to it, where it takes more than that. */
  readonly covering?: Range;
}

type Comparison = Extract<Expr, { node: "compare" }>;
type Logic = Extract<Expr, { node: "logic" }>;

// ---- conditions ----------------------------------------------------------------------------------------------------

/** Whether a condition comes out one way for all that the declared ranges allow. */
function isAlways(walk: Walk, e: Expr, holds: boolean): boolean {
  return walk.truth(e, undefined, false) === holds || walk.assume(e, !holds, undefined) === "never";
}

/** Why a condition always holds, or never does; undefined where no figure tells it. */
export function whyAlways(space: Space, e: Expr, holds: boolean): Because | undefined {
  const walk = new Walk(space);
  if (!isAlways(walk, e, holds)) return undefined;
  switch (e.node) {
    case "compare":
      return isFigure(e.left.type) ? comparisonIs(walk, e, holds) : undefined;
    case "not":
      return whyAlways(space, e.of, !holds);
    case "use": {
      const of = space.definitions.get(e.definition)?.of;
      return of && whyAlways(space, of, holds);
    }
    case "logic":
      return (e.connective === "and") === holds ? allAre(space, e, holds) : oneIs(space, e, holds);
    default:
      return undefined;
  }
}

/** All parts are needed for it: each is told. */
function allAre(space: Space, { of: parts }: Logic, holds: boolean): Because | undefined {
  const found = parts.map((part) => whyAlways(space, part, holds));
  const all = found.filter((one) => one !== undefined);
  if (all.length < found.length) return undefined;
  return {
    words: {
      zh: all.map(({ words }) => words.zh).join("，"),
      en: all.map(({ words }) => words.en).join(", "),
    },
    of: new Set(all.flatMap(({ of }) => [...of])),
    related: all.flatMap(({ related }) => related),
  };
}

/** One part settles it. */
function oneIs(space: Space, { of: parts }: Logic, holds: boolean): Because | undefined {
  for (const part of parts) {
    const found = whyAlways(space, part, holds);
    if (found) return found;
  }
  return undefined;
}

function comparisonIs(walk: Walk, e: Comparison, holds: boolean): Because | undefined {
  const left = walk.value(e.left, undefined, false)?.range;
  const right = walk.value(e.right, undefined, false)?.range;
  // What hangs together beyond the ranges of the two sides no single figure tells.
  if (!left || !right || compareIntervals(e.sign, left, right) !== holds) return undefined;
  const by = holds ? e.sign : OPPOSITE[e.sign];
  const sides = [
    { of: e.left, range: left, end: endOf(by, left, right) },
    { of: e.right, range: right, end: endOf(MIRRORED[by], right, left) },
  ].filter(({ of }) => isFiled(of));
  const words = sides.map(({ of, range, end }) => sideWords(of, range, end));
  if (words.length === 0 || words.includes(undefined)) return undefined;
  const told = words.filter((one) => one !== undefined);
  const reads = walk.space.reads(e);
  return {
    words: { zh: told.map(({ zh }) => zh).join("，"), en: told.map(({ en }) => en).join(" and ") },
    of: reads.size > 0 ? reads : new Set(told.map(({ zh }) => zh)),
    related: declaredAt(walk.space, e),
  };
}

/** Whether an expression is of what is filed, and no figure of the rules. */
function isFiled(e: Expr): boolean {
  return e.node === "input" || e.node === "use" || e.node === "column" || partsOf(e).some(isFiled);
}

/** Which end of a range decides a comparison with another. */
function endOf(by: ComparisonSign, range: Interval, other: Interval): "low" | "high" | undefined {
  if (by === ">=" || by === ">") return "low";
  if (by === "<=" || by === "<") return "high";
  if (by === "=") return undefined;
  return compareIntervals("<=", range, other) === true ? "high" : "low";
}

function sideWords(of: Expr, range: Interval, end: "low" | "high" | undefined): Names | undefined {
  const name = { zh: printExpr(of, { lang: "zh" }), en: printExpr(of, { lang: "en" }) };
  const how = of.node === "input" || of.node === "column" ? "填的数" : "算出来";
  const at = isPoint(range);
  if (at) {
    const { zh, en } = inBoth(at, of.type);
    return { zh: `“${name.zh}”${how}总是 ${zh}`, en: `“${name.en}” is always ${en}` };
  }
  const bound: Bound | undefined = end && range[end];
  if (!end || !bound) return undefined;
  const { zh, en } = inBoth(bound.value, of.type);
  const said = ENDS[`${end} ${bound.open}`];
  return { zh: `“${name.zh}”${how}都${said.zh} ${zh}`, en: `“${name.en}” ${said.en} ${en}` };
}

const ENDS: Readonly<Record<`${"low" | "high"} ${boolean}`, Names>> = {
  "low false": { zh: "不小于", en: "is never below" },
  "low true": { zh: "大于", en: "is always above" },
  "high false": { zh: "不大于", en: "is never above" },
  "high true": { zh: "小于", en: "is always below" },
};

/** Where the range of the one field that decides it is declared. */
function declaredAt(space: Space, e: Expr): readonly Related[] {
  const [key, ...others] = space.reads(e);
  const source = key === undefined || others.length > 0 ? undefined : space.source(key);
  if (source?.kind !== "field" || source.field.judged) return [];
  const { name, origin } = source.field;
  return [
    {
      range: origin,
      message: { zh: `“${name}”的范围写在这里`, en: `the range of “${name}” is declared here` },
    },
  ];
}

// ---- standards ------------------------------------------------------------------------------------------------------

/** What a finding of a whole standard comes of: of a 方法, that is the same for all that use it. */
export function standardShared({ standard }: Leaf): Pick<Because, "of" | "related"> | undefined {
  const origin = standard.node === "cases" ? standard.cases[0]?.origin : undefined;
  return origin && { of: new Set([placeOf(origin)]), related: [] };
}

// ---- rows ----------------------------------------------------------------------------------------------------------

/** A row that nothing comes to: its condition, none of 其他, and the cases before it. */
export interface RowUnused {
  readonly when: Expr | undefined;
  readonly before: readonly Case[];
  readonly origin: Range;
  readonly leaf: Leaf;
}

/** Why nothing comes to a row; undefined where that cannot be told in a line. */
export function whyUnused(space: Space, row: RowUnused): Unused | undefined {
  const { when, before, origin } = row;
  const walk = new Walk(space);
  const own = new Set([placeOf(origin)]);
  if (when && isAlways(walk, when, false)) {
    const because = whyAlways(space, when, false);
    const words = because?.words ?? {
      zh: "几个条件不会同时成立",
      en: "what it asks cannot be so together",
    };
    return {
      words: { zh: `${words.zh}，它的条件从不成立`, en: `${words.en}, so that its condition never holds` },
      of: because?.of ?? own,
      related: because?.related ?? [],
      by: "condition",
    };
  }
  const inside = when ? walk.assume(when, true, undefined) : undefined;
  if (inside === "never") return undefined;
  const takes = (one: Expr): boolean =>
    walk.truth(one, inside, false) === true || walk.assume(one, false, inside) === "never";
  const at = before.findIndex((one) => takes(one.when));
  const covering = before[at];
  if (covering) {
    const asks = {
      zh: printExpr(covering.when, { lang: "zh" }),
      en: printExpr(covering.when, { lang: "en" }),
    };
    if (isAlways(new Walk(space), covering.when, true)) return alwaysTaken(space, covering, asks, own);
    const { origin: place } = covering;
    const isWider = when !== undefined && !impliesRow(walk, covering.when, when);
    return {
      words: {
        zh: `前面第 ${at + 1} 行的“${asks.zh}”已经包含它`,
        en: `“${asks.en}” of row ${at + 1} before takes all of it`,
      },
      of: place ? new Set([placeOf(place)]) : own,
      related: [],
      by: "before",
      ...(place && isWider ? { covering: place } : {}),
    };
  }
  if (before.length === 0 || row.leaf.notApplicable.length + row.leaf.vetoes.length > 0) return undefined;
  const last = lastNeeded(walk, inside, before);
  return {
    words: when
      ? { zh: `前面${last.zh}合起来已经包含它`, en: `${last.en} before take all of it together` }
      : { zh: `前面${last.zh}合起来已经包含所有情形`, en: `${last.en} before take everything together` },
    // Rows that are lost to several before them are lost together.
    of: new Set([`rows ${placeOf(before[0]?.origin ?? origin)}`]),
    related: last.related,
    by: "before",
  };
}

/** The first row that leaves nothing for those behind it; where that is not seen, all of them. */
function lastNeeded(
  walk: Walk,
  env: Env | undefined,
  before: readonly Case[],
): Names & { readonly related: readonly Related[] } {
  let left: Env | undefined | "never" = env;
  const at = before.findIndex(({ when }) => {
    if (left !== "never") left = walk.assume(when, false, left);
    return left === "never";
  });
  const origin = before[at]?.origin;
  if (!origin) return { zh: "各行", en: "the rows", related: [] };
  const message = {
    zh: "到这一行为止，已经没有剩下的，先核对这一行",
    en: "up to this row nothing is left: check this one first",
  };
  return { zh: ` ${at + 1} 行`, en: `the ${at + 1} rows`, related: [{ range: origin, message }] };
}

/** The rest of what always holds. */
function alwaysTaken(space: Space, { when }: Case, asks: Names, own: ReadonlySet<string>): Unused {
  const because = whyAlways(space, when, true);
  const by = because ? { zh: `：${because.words.zh}`, en: `: ${because.words.en}` } : { zh: "", en: "" };
  return {
    words: { zh: `“${asks.zh}”总是成立${by.zh}`, en: `“${asks.en}” always holds${by.en}` },
    of: because?.of ?? own,
    related: because?.related ?? [],
    by: "before",
  };
}

/** Whether a row asks no less than another. */
function impliesRow(walk: Walk, one: Expr, other: Expr): boolean {
  const inside = walk.assume(one, true, undefined);
  return inside !== "never" && walk.truth(other, inside, false) === true;
}

function placeOf({ file, start }: Range): string {
  return `${file}:${start}`;
}
