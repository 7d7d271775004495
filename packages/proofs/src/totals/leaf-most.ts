/** What a leaf comes to at most where more is known than what is declared. */
import { maximum, minimum, ZERO } from "@heng/number";
import { isFigure, type Leaf } from "@heng/lang";
import { ask, highestOf } from "../asked.ts";
import type { Main } from "../claims/compared.ts";
import type { LeafMost } from "./bound.ts";
import type { Alternatives } from "../space/alternatives.ts";
import { narrowed, type Env } from "../space/domain.ts";
import type { Space } from "../space/space.ts";
import { Walk } from "../space/walk.ts";
import { partsOfLeaf } from "../witness/counterexample.ts";

/** The atom that a leaf measures, and which way it goes with what is measured. */
export function mainOf(space: Space, { value }: Leaf): Main | undefined {
  if (!value || !isFigure(value.type)) return undefined;
  const [form, ...others] = space.forms(value);
  const [term, ...more] = form?.terms ?? [];
  if (!form || !term || others.length > 0 || more.length > 0 || term.inverse) return undefined;
  return { key: term.key, rises: term.coef.n > 0n };
}

/** Of all leaves what they come to where something is known: of those that ask for none of it as before. */
export function mostsWithin(
  space: Space,
  mosts: ReadonlyMap<Leaf, LeafMost>,
  env: Env | undefined,
): ReadonlyMap<Leaf, LeafMost> {
  const known = new Set<string>();
  for (let at = env; at !== undefined; at = at.up) for (const key of space.under(at.key)) known.add(key);
  const asks = (leaf: Leaf): boolean =>
    partsOfLeaf(leaf).some((part) => Array.from(space.reads(part)).some((key) => known.has(key)));
  let changed = false;
  const found = new Map<Leaf, LeafMost>();
  for (const [leaf, most] of mosts) {
    const own = asks(leaf) ? mostWithin(space, leaf, [env]) : most;
    changed ||= own !== most;
    found.set(leaf, own);
  }
  return changed ? found : mosts;
}

function mostWithin(space: Space, leaf: Leaf, from: Alternatives): LeafMost {
  const main = mainOf(space, leaf)?.key;
  const walk = new Walk(space, undefined, main);
  walk.of(partsOfLeaf(leaf));
  const { left, most, ...rest } = ask(walk, leaf, from);
  const cells = (env: Env | undefined): Alternatives =>
    main === undefined ? [env] : walk.cells(main, env).map((cell) => narrowed(env, main, cell, true));
  const own = left.length === 0 ? ZERO : (highestOf(walk, leaf.standard, left.flatMap(cells)) ?? leaf.upTo);
  return { ...rest, most: maximum(most, minimum(own, leaf.upTo)) };
}
