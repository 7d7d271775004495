/** What is known where a condition holds, or does not, as one of several: `非 (甲 且 乙)` is 非 甲, or 非 乙. */
import { isFigure, type Expr } from "@heng/lang";
import { intersect } from "@heng/number";
import { inSteps, isEmpty, lookUp, narrowed, type Env } from "./domain.ts";
import { OPPOSITE } from "./narrow.ts";
import type { Walk } from "./walk.ts";

/** One of these is what is known; none: nothing is left. */
export type Alternatives = readonly (Env | undefined)[];

export interface Split {
  readonly into: Alternatives;
  /** They say all that the condition does; otherwise they leave more than there is. */
  readonly exact: boolean;
}

/** Nothing is known. */
export const ANYTHING: Alternatives = [undefined];
/** With more alternatives than this, what parts them is not known. */
const MOST = 64;

/** What is left of each alternative where a condition holds, or does not. Leaves more than it could, never less. */
export function split(walk: Walk, e: Expr, holds: boolean, from: Alternatives): Split {
  const into: (Env | undefined)[] = [];
  let exact = true;
  for (const env of from) {
    const own = splitOne(walk, e, holds, env);
    into.push(...own.into);
    exact &&= own.exact;
  }
  if (into.length <= MOST || into.length <= from.length) return { into, exact };
  const kept = from.flatMap((env) => assumed(walk, e, holds, env));
  return { into: kept, exact: false };
}

function splitOne(walk: Walk, e: Expr, holds: boolean, env: Env | undefined): Split {
  switch (e.node) {
    case "yesNo":
      return { into: e.value === holds ? [env] : [], exact: true };
    case "use": {
      const of = walk.space.definitions.get(e.definition)?.of;
      return of ? splitOne(walk, of, holds, env) : { into: [env], exact: false };
    }
    case "step":
      return splitOne(walk, e.of, holds, env);
    case "not":
      return splitOne(walk, e.of, !holds, env);
    case "logic":
      return (e.connective === "and") === holds
        ? splitAll(walk, e.of, holds, env)
        : splitAny(walk, e.of, holds, env);
    case "input":
      return { into: assumed(walk, e, holds, env), exact: true };
    case "compare":
      return isFigure(e.left.type) ? splitFigures(walk, e, holds, env) : splitChoice(walk, e, holds, env);
    default:
      return asOne(walk, e, holds, env);
  }
}

/** All of them hold, or do not. */
function splitAll(walk: Walk, parts: readonly Expr[], holds: boolean, env: Env | undefined): Split {
  let all: Split = { into: [env], exact: true };
  for (const part of parts) {
    const next = split(walk, part, holds, all.into);
    all = { into: next.into, exact: all.exact && next.exact };
  }
  return all;
}

/** One of them at least does, or does not: which, is the alternatives; several may at once. */
function splitAny(walk: Walk, parts: readonly Expr[], holds: boolean, env: Env | undefined): Split {
  const all = parts.map((part) => splitOne(walk, part, holds, env));
  return { into: all.flatMap(({ into }) => into), exact: all.every(({ exact }) => exact) };
}

function splitFigures(
  walk: Walk,
  e: Extract<Expr, { node: "compare" }>,
  holds: boolean,
  env: Env | undefined,
): Split {
  const plain = walk.space.plain(e);
  if (!plain) return asOne(walk, e, holds, env);
  const domain = walk.domain(plain.key, env);
  if (domain.kind !== "figure" || (holds ? plain.sign : OPPOSITE[plain.sign]) !== "≠")
    return { into: assumed(walk, e, holds, env), exact: true };
  // A hole has two sides.
  const end = { value: plain.at, open: true };
  const sides = [{ high: end }, { low: end }].flatMap((side) => {
    const range = intersect(domain.range, side);
    if (!range || isEmpty(range, domain.step)) return [];
    return [
      narrowed(
        env,
        plain.key,
        { ...domain, range: inSteps(range, domain.step) },
        lookUp(env, plain.key)?.cell === true,
      ),
    ];
  });
  return { into: sides, exact: true };
}

function splitChoice(
  walk: Walk,
  e: Extract<Expr, { node: "compare" }>,
  holds: boolean,
  env: Env | undefined,
): Split {
  const plain = e.left.node === "input" && (e.right.node === "option" || e.right.node === "yesNo");
  return plain ? { into: assumed(walk, e, holds, env), exact: true } : asOne(walk, e, holds, env);
}

/** What is known of a condition without looking at its parts. */
function asOne(walk: Walk, e: Expr, holds: boolean, env: Env | undefined): Split {
  const found = walk.silent.truth(e, env, false);
  if (found !== undefined) return { into: found === holds ? [env] : [], exact: true };
  return { into: assumed(walk, e, holds, env), exact: false };
}

function assumed(walk: Walk, e: Expr, holds: boolean, env: Env | undefined): Alternatives {
  const inside = walk.assume(e, holds, env);
  return inside === "never" ? [] : [inside];
}
