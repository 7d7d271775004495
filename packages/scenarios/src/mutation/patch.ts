/** A rule set with some of its indicators as they are in another one. */
import { partsOf, type Definition, type Expr, type Program } from "@heng/lang";
import { nodesOf, type Node } from "../tree.ts";
import { sameMeaning } from "./same-meaning.ts";

/** Takes indicators over from one program into another. */
export class Patching {
  readonly #base: Program;
  readonly #from: Program;
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #before: ReadonlyMap<string, Definition>;
  readonly #after: ReadonlyMap<string, Definition>;
  /** Values and targets, by the indicator whose they are. */
  readonly #owned: ReadonlyMap<string, readonly Definition[]>;

  constructor(base: Program, from: Program) {
    this.#base = base;
    this.#from = from;
    this.#nodes = new Map(nodesOf(from).map((node) => [node.id, node]));
    this.#before = new Map(base.definitions.map((definition) => [definition.id, definition]));
    this.#after = new Map(from.definitions.map((definition) => [definition.id, definition]));
    this.#owned = Map.groupBy(from.definitions, ownerOf);
  }

  /**
   * The base with what is said of these indicators themselves, not of those within them, as it is in the other. Undefined
   * where more would have to be taken over: what others use as well has become another.
   */
  with(ids: ReadonlySet<string>): Program | undefined {
    const taken = new Map<string, Node>();
    for (const id of ids) {
      const node = this.#nodes.get(id);
      if (node !== undefined) taken.set(id, node);
    }
    if (taken.size < ids.size) return undefined;
    const own = this.#ownDefinitions([...taken.values()]);
    if (own === undefined) return undefined;
    const place = <N extends Node>(node: N): N => {
      const is = (taken.get(node.id) ?? node) as N;
      return node.kind === "leaf" || is.kind === "leaf" ? is : { ...is, children: node.children.map(place) };
    };
    const judged = new Map(
      this.#from.fields.flatMap((spec) =>
        spec.judged && ids.has(spec.judged.indicator) ? [[spec.name, spec]] : [],
      ),
    );
    const base = this.#base;
    return {
      ...base,
      definitions: own.size === 0 ? base.definitions : base.definitions.map((d) => own.get(d.id) ?? d),
      fields: judged.size === 0 ? base.fields : base.fields.map((spec) => judged.get(spec.name) ?? spec),
      root: { ...base.root, children: base.root.children.map(place) },
      extras: base.extras.map(place),
    };
  }

  /** The definitions that belong to these nodes alone; undefined where others that they use have changed. */
  #ownDefinitions(nodes: readonly Node[]): ReadonlyMap<string, Definition> | undefined {
    const own = new Map(nodes.flatMap(({ id }) => (this.#owned.get(id) ?? []).map((d) => [d.id, d])));
    for (const id of usedBy(nodes, this.#after)) {
      if (own.has(id)) continue;
      const [was, is] = [this.#before.get(id), this.#after.get(id)];
      if (was === undefined || is === undefined || !sameMeaning(was, is)) return undefined;
    }
    return own;
  }
}

/** `部门管理/资金投入` of `部门管理/资金投入#value`. */
function ownerOf({ id }: Definition): string {
  return id.slice(0, Math.max(0, id.lastIndexOf("#")));
}

/** The ids of all definitions that what is said of these nodes themselves uses. */
function usedBy(nodes: readonly Node[], definitions: ReadonlyMap<string, Definition>): ReadonlySet<string> {
  const used = new Set<string>();
  const seen = new Set<Expr>();
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.node === "use" && !used.has(e.definition)) {
      used.add(e.definition);
      const definition = definitions.get(e.definition);
      if (definition) visit(definition.of);
    }
    partsOf(e).forEach(visit);
  };
  nodes.flatMap(expressionsIn).forEach(visit);
  return used;
}

/** All that is said of a node itself. */
function expressionsIn(node: Node): readonly Expr[] {
  const given = (...all: readonly (Expr | undefined)[]): readonly Expr[] =>
    all.filter((e) => e !== undefined);
  const vetoes = node.vetoes.flatMap(({ when, gets }) => given(when, gets));
  if (node.kind === "group") return [...vetoes, ...node.caps.flatMap(({ of, when }) => given(of, when))];
  const { standard, value, target, notApplicable, mustExplain } = node;
  const targets = target?.kind === "range" ? given(target.low, target.high) : given(target?.of);
  const conditions = [...notApplicable, ...mustExplain].map(({ when }) => when);
  return [standard, ...given(value), ...targets, ...conditions, ...vetoes];
}
