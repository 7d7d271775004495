/** What the explanation looks up in a program, made once for each. */
import type { Definition, Group, Leaf, Program } from "@heng/lang";

export interface Catalogue {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The nearest 依据 above or at each node. */
  readonly citations: ReadonlyMap<Group | Leaf, string>;
}

const CATALOGUES = new WeakMap<Program, Catalogue>();

export function catalogueOf(program: Program): Catalogue {
  const known = CATALOGUES.get(program);
  if (known !== undefined) return known;
  const citations = new Map<Group | Leaf, string>();
  const cite = (node: Group | Leaf, above: string | undefined): void => {
    const basis = node.basis ?? above;
    if (basis !== undefined) citations.set(node, basis);
    if (node.kind === "group") for (const child of node.children) cite(child, basis);
  };
  cite(program.root, program.basis);
  for (const extra of program.extras) cite(extra, program.basis);
  const catalogue: Catalogue = {
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    citations,
  };
  CATALOGUES.set(program, catalogue);
  return catalogue;
}
