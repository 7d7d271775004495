/** Which definitions the official wording calls by their names, and for which it puts the formula. */
import type { Spelling } from "../core/method.ts";
import type { Definition, Expr } from "../core/program.ts";
import { partsOf } from "../core/walk.ts";

/** Parts of a formula that is still put in place of a name. */
const SHORT = 40;

export type Definitions = ReadonlyMap<string, Definition>;

/** By id, for {@link spellingOf} and {@link namedIn}; `definitions`: each after those it uses. */
export function definitionsOf(definitions: readonly Definition[]): Definitions {
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

/**
 * How the wording of an indicator writes definitions: `own`, its value, and what the rules define by name (定义) go by
 * their names; of what was put in for a parameter there are several of one name, so its formula is written, or its id
 * where that would be too long.
 */
export function spellingOf(definitions: Definitions, own: Expr | undefined): Spelling {
  const ownId = own?.node === "use" ? own.definition : undefined;
  const sizes = new Map<string, number>();
  const isNamed = (id: string): boolean => id === ownId || definitions.get(id)?.name.zh === id;
  const sizeOf = (e: Expr): number =>
    partsOf(e).reduce(
      (size, part) => size + sizeOf(part),
      e.node === "use" && !isNamed(e.definition) ? (sizes.get(e.definition) ?? 1) : 1,
    );
  for (const { id, of } of definitions.values()) sizes.set(id, sizeOf(of));
  return {
    spell({ definition }) {
      if (isNamed(definition)) return undefined;
      const of = definitions.get(definition)?.of;
      return of && (sizes.get(definition) ?? 0) <= SHORT ? of : definition;
    },
  };
}

/** The definitions that a wording of these expressions mentions by name, each once, first mentioned first. */
export function namedIn(
  expressions: readonly Expr[],
  definitions: Definitions,
  spelling: Spelling,
  own: Expr | undefined,
): readonly Definition[] {
  const found = new Map<string, Definition>();
  const seen = new Set<string>(own?.node === "use" ? [own.definition] : []);
  const waiting: Expr[] = [];
  const visit = (e: Expr): void => {
    if (e.node === "use") {
      const definition = definitions.get(e.definition);
      if (!definition || seen.has(e.definition)) return;
      seen.add(e.definition);
      const spelt = spelling.spell(e);
      if (spelt !== undefined && typeof spelt !== "string") visit(spelt);
      else {
        found.set(definition.id, definition);
        waiting.push(definition.of);
      }
      return;
    }
    for (const part of partsOf(e)) visit(part);
  };
  for (const e of expressions) visit(e);
  for (let next = waiting.shift(); next; next = waiting.shift()) visit(next);
  return Array.from(found.values());
}
