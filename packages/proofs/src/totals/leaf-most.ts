/** What a leaf comes to at most where more is known than what is declared. */
import { maximum, minimum, ZERO, type Bound } from "@heng/number";
import { isFigure, type Leaf } from "@heng/lang";
import { ask, highestOf } from "../asked.ts";
import type { Main } from "../claims/compared.ts";
import type { LeafMost } from "./bound.ts";
import type { Alternatives } from "../space/alternatives.ts";
import { narrowed, type Domain, type Env } from "../space/domain.ts";
import { isLine } from "../space/form.ts";
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

/** Leaves that are looked at again where more is known in one rule set: beyond these what is declared has to do. */
const MOST_LOOKS = 400;

/** What leaves come to at most where something is known, found once for all that a leaf asks for of it. */
export class LeafMosts {
  readonly #space: Space;
  readonly #declared: ReadonlyMap<Leaf, LeafMost>;
  readonly #reads = new Map<Leaf, ReadonlySet<string>>();
  readonly #found = new Map<Leaf, Map<string, LeafMost>>();
  #looks = 0;

  /** `declared`: what they come to with no more known than what is declared. */
  constructor(space: Space, declared: ReadonlyMap<Leaf, LeafMost>) {
    this.#space = space;
    this.#declared = declared;
  }

  /** Of all leaves: of those that ask for nothing that is known as declared. Never too low. */
  within(env: Env | undefined): ReadonlyMap<Leaf, LeafMost> {
    let changed = false;
    const found = new Map<Leaf, LeafMost>();
    for (const [leaf, most] of this.#declared) {
      const own = this.#of(leaf, env) ?? most;
      changed ||= own !== most;
      found.set(leaf, own);
    }
    return changed ? found : this.#declared;
  }

  #of(leaf: Leaf, env: Env | undefined): LeafMost | undefined {
    const known = this.#knownTo(leaf, env);
    if (known === undefined) return undefined;
    let all = this.#found.get(leaf);
    if (!all) this.#found.set(leaf, (all = new Map<string, LeafMost>()));
    let own = all.get(known);
    if (!own && this.#looks < MOST_LOOKS) {
      this.#looks += 1;
      all.set(known, (own = mostWithin(this.#space, leaf, [env])));
    }
    return own;
  }

  /** As text what is known of all that a leaf asks for; undefined: nothing is. */
  #knownTo(leaf: Leaf, env: Env | undefined): string | undefined {
    let reads = this.#reads.get(leaf);
    if (!reads) {
      reads = new Set(partsOfLeaf(leaf).flatMap((part) => Array.from(this.#space.reads(part))));
      this.#reads.set(leaf, reads);
    }
    const own = reads;
    const said = new Map<string, string>();
    let asks = false;
    for (let at = env; at !== undefined; at = at.up) {
      if (said.has(at.key)) continue;
      const asked = Array.from(this.#space.under(at.key)).some((key) => own.has(key));
      if (!asked && !isLine(at.key)) continue;
      asks ||= asked;
      said.set(at.key, domainText(at.domain));
    }
    return asks ? Array.from(said, ([key, text]) => `${key} ${text}`).join("\n") : undefined;
  }
}

function domainText(domain: Domain): string {
  if (domain.kind === "choice") return JSON.stringify(domain.options);
  const end = (of: Bound | undefined): string =>
    of ? `${of.open ? "(" : "["}${of.value.n}/${of.value.d}` : "";
  return `${end(domain.range.low)} ${end(domain.range.high)}`;
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
