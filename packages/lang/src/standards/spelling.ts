/** Which definitions the official wording calls by their names, and for which it puts the formula. */
import type { Spelling } from "../core/method.ts";
import type { Definition, Expr } from "../core/program.ts";
import { partsOf } from "../core/walk.ts";

/** Parts of a formula that is still put in place of a name. */
const SHORT = 40;

/** The definitions of a program by id, each with the size of its formula once what has no name is put in. */
export type Definitions = ReadonlyMap<string, Definition & { readonly size: number }>;

/** `definitions`: each after those it uses. */
export function definitionsOf(definitions: readonly Definition[]): Definitions {
  const known = new Map<string, Definition & { readonly size: number }>();
  const sizeOf = (e: Expr): number => {
    const used = e.node === "use" ? known.get(e.definition) : undefined;
    return partsOf(e).reduce((size, part) => size + sizeOf(part), used && !isNamed(used) ? used.size : 1);
  };
  for (const definition of definitions)
    known.set(definition.id, { ...definition, size: sizeOf(definition.of) });
  return known;
}

/** Whether the rules define it by its name (定义); of what was put in for a parameter there may be several of one name. */
function isNamed({ id, name }: Definition): boolean {
  return name.zh === id;
}

/**
 * How the wording of an indicator writes definitions: `own`, its value, and what the rules define by name go by their
 * names; of others the formula is written, or the id where that would be too long.
 */
export function spellingOf(definitions: Definitions, own: Expr | undefined): Spelling {
  const ownId = own?.node === "use" ? own.definition : undefined;
  return {
    spell({ definition: id }) {
      const definition = definitions.get(id);
      if (!definition || id === ownId || isNamed(definition)) return undefined;
      return definition.size <= SHORT ? definition.of : id;
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
