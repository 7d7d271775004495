/** What is looked up in a program, made once for each. */
import type { Definition, Expr, Group, Leaf, Program } from "@heng/lang";

export interface Catalogue {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The nearest 依据 above or at each node. */
  readonly citations: ReadonlyMap<Group | Leaf, string>;
  /** In document order, 加分项 and 扣分项 last. */
  readonly leaves: readonly Leaf[];
  /** Whatever has a 等级 不高于. */
  readonly limiting: readonly (Group | Leaf)[];
  /** Numbers of nodes, given as they are met ({@link Memo}). */
  readonly numbers: Map<Expr, number>;
}

const CATALOGUES = new WeakMap<Program, Catalogue>();

/** Looks a program up, or through, once. */
export function catalogueOf(program: Program): Catalogue {
  const known = CATALOGUES.get(program);
  if (known !== undefined) return known;
  const citations = new Map<Group | Leaf, string>();
  const leaves: Leaf[] = [];
  const limiting: (Group | Leaf)[] = [];
  const visit = (node: Group | Leaf, above: string | undefined): void => {
    const basis = node.basis ?? above;
    if (basis !== undefined) citations.set(node, basis);
    if (node.vetoes.some(({ notAbove }) => notAbove !== undefined)) limiting.push(node);
    if (node.kind === "leaf") leaves.push(node);
    else for (const child of node.children) visit(child, basis);
  };
  for (const node of [program.root, ...program.extras]) visit(node, program.basis);
  const catalogue: Catalogue = {
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    citations,
    leaves,
    limiting,
    numbers: new Map(),
  };
  CATALOGUES.set(program, catalogue);
  return catalogue;
}
