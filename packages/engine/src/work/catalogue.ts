/** What is looked up in a program, made once for each. */
import {
  marksOf,
  partsOf,
  type Definition,
  type Expr,
  type Group,
  type Leaf,
  type Program,
} from "@heng/lang";
import type { Fraction } from "@heng/number";

export interface Catalogue {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The nearest 依据 above or at each node. */
  readonly citations: ReadonlyMap<Group | Leaf, string>;
  /** The group that a leaf stands in; of a 加分项 or 扣分项 none. */
  readonly parents: ReadonlyMap<Leaf, Group>;
  /** In document order, 加分项 and 扣分项 last. */
  readonly leaves: readonly Leaf[];
  /** Whatever has a 等级 不高于. */
  readonly limiting: readonly (Group | Leaf)[];
  /** The ratios written in the rules, which a rounded one could be taken for. */
  readonly marks: readonly Fraction[];
  /** Numbers of nodes, given as they are met ({@link Memo}). */
  readonly numbers: Map<Expr, number>;
}

const CATALOGUES = new WeakMap<Program, Catalogue>();

/** Looks a program up, or through, once. */
export function catalogueOf(program: Program): Catalogue {
  const known = CATALOGUES.get(program);
  if (known !== undefined) return known;
  const citations = new Map<Group | Leaf, string>();
  const parents = new Map<Leaf, Group>();
  const leaves: Leaf[] = [];
  const limiting: (Group | Leaf)[] = [];
  const visit = (node: Group | Leaf, above: string | undefined): void => {
    const basis = node.basis ?? above;
    if (basis !== undefined) citations.set(node, basis);
    if (node.vetoes.some(({ notAbove }) => notAbove !== undefined)) limiting.push(node);
    if (node.kind === "leaf") leaves.push(node);
    else {
      for (const child of node.children) {
        if (child.kind === "leaf") parents.set(child, node);
        visit(child, basis);
      }
    }
  };
  for (const node of [program.root, ...program.extras]) visit(node, program.basis);
  let marks: readonly Fraction[] | undefined;
  const catalogue: Catalogue = {
    definitions: new Map(program.definitions.map((definition) => [definition.id, definition])),
    citations,
    parents,
    leaves,
    limiting,
    // Asked where something is said, which is seldom of what is only scored.
    get marks() {
      return (marks ??= marksIn(program, leaves));
    },
    numbers: new Map(),
  };
  CATALOGUES.set(program, catalogue);
  return catalogue;
}

function marksIn({ definitions }: Program, leaves: readonly Leaf[]): readonly Fraction[] {
  const found = new Map<string, Fraction>();
  const seen = new Set<Expr>();
  const waiting: (Expr | undefined)[] = definitions.map(({ of }) => of);
  for (const { standard, target, notApplicable, vetoes } of leaves) {
    waiting.push(standard, ...[...notApplicable, ...vetoes].map(({ when }) => when));
    if (target?.kind === "compare") waiting.push(target.of);
    if (target?.kind === "range") waiting.push(target.low, target.high);
  }
  // A list instead of recursion: what stands in several places is looked at once.
  for (let e = waiting.pop(); waiting.length > 0 || e !== undefined; e = waiting.pop()) {
    if (e === undefined || seen.has(e)) continue;
    seen.add(e);
    if (e.node === "figure" && e.type.kind === "ratio") found.set(`${e.value.n}/${e.value.d}`, e.value);
    waiting.push(...partsOf(e));
  }
  return marksOf(found.values());
}
