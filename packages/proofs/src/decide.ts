/**
 * Whether something can be, where neither ranges nor a first filing tell: looked for in smaller and smaller parts of what
 * may be filed, until one shows it, none is left, or it has taken too long.
 */
import { add, divide, fraction } from "@heng/number";
import type { Leaf } from "@heng/lang";
import { ask } from "./asked.ts";
import type { Subject } from "./claims/claim.ts";
import type { Effort } from "./claims/effort.ts";
import { idleVetoes } from "./idle-vetoes.ts";
import type { Alternatives } from "./space/alternatives.ts";
import { cellsOf, narrowed, type Domain, type Env } from "./space/domain.ts";
import type { Space } from "./space/space.ts";
import { tightened } from "./space/tighten.ts";
import { Trace } from "./space/trace.ts";
import { Walk } from "./space/walk.ts";
import type { Counterexample, Sought } from "./witness/counterexample.ts";

/** Parts that are looked at for one question. */
const MOST_PARTS = 160;
/** Parts in which a filing is tried. */
const MOST_TRIED = 24;

/** What is to be decided. */
export interface Question extends Omit<Sought, "reads"> {
  /** Whether it may be somewhere in a part, as far as ranges tell. */
  readonly may: (walk: Walk, env: Env | undefined) => boolean;
}

/** A filing that shows it; `never`: there surely is none. */
export function decide(
  space: Space,
  subject: Subject,
  effort: Effort,
  { may, ...sought }: Question,
): Counterexample | "never" | undefined {
  const walk = new Walk(space);
  const cells = new Walk(space);
  cells.of(subject.parts);
  const keys = fieldsOf(space, subject);
  const parts = sought.envs
    .flatMap((env) => held(walk, env, sought.conditions ?? []))
    .map((env) => ({ env, depth: 0 }));
  let tried = 0;
  let open = false;
  for (const [looked, part] of parts.entries()) {
    if (looked >= MOST_PARTS || !effort.spend()) return undefined;
    const env = tightened(walk, part.env);
    if (env === "never" || !may(walk, env)) continue;
    if (tried < MOST_TRIED) {
      tried += 1;
      const shown = subject.show(space, { ...sought, envs: [env] });
      if (shown) return shown;
    }
    const smaller = parted(cells, keys, env, part.depth);
    if (smaller.length === 0) open = true;
    for (const one of smaller) parts.push({ env: one, depth: part.depth + 1 });
  }
  return open ? undefined : "never";
}

/** What is known where conditions hold, or do not. */
function held(
  walk: Walk,
  env: Env | undefined,
  conditions: NonNullable<Sought["conditions"]>,
): readonly (Env | undefined)[] {
  let at = env;
  for (const { when, holds } of conditions) {
    const next = walk.assume(when, holds, at);
    if (next === "never") return [];
    at = next;
  }
  return [at];
}

function fieldsOf(space: Space, { parts }: Subject): readonly string[] {
  const found = new Set<string>();
  for (const e of parts)
    for (const key of space.reads(e)) if (space.source(key)?.kind === "field") found.add(key);
  return [...found];
}

/** Smaller parts: by option, between the points at which something turns, else halves, of one field after the other. */
function parted(walk: Walk, keys: readonly string[], env: Env | undefined, depth: number): readonly Env[] {
  let halves: readonly Env[] = [];
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[(i + depth) % keys.length] as string;
    const domain = walk.domain(key, env);
    const into = (parts: readonly Domain[]): readonly Env[] =>
      parts.map((part) => narrowed(env, key, part, true));
    if (domain.kind === "choice") {
      if (domain.options.length === 1) continue;
      return into(domain.options.map((option) => ({ kind: "choice", options: [option] })));
    }
    const cells = walk.cells(key, env);
    if (cells.length > 1) return into(cells);
    const { low, high } = domain.range;
    if (halves.length > 0 || !low || !high) continue;
    const value = divide(add(low.value, high.value), fraction(2n));
    const both = cellsOf(domain, [value]);
    if (both.length > 1) halves = into(both);
  }
  return halves;
}

/** What a leaf meets in a part of what may be filed, clauses before its standard included. */
export function metIn(space: Space, leaf: Leaf, env: Env | undefined): Trace {
  const trace = new Trace(space);
  const walk = new Walk(space, trace);
  if (leaf.value) walk.value(leaf.value, env, false);
  for (const inside of askedIn(walk, space, leaf, env)) walk.value(leaf.standard, inside, false);
  return trace;
}

/** What is left to the standard of a leaf in a part. */
export function askedIn(walk: Walk, space: Space, leaf: Leaf, env: Env | undefined): Alternatives {
  return ask(walk, leaf, [env], undefined, (applies) => new Set(idleVetoes(space, leaf, applies).keys()))
    .left;
}
