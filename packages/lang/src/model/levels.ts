/**
 * How deep 定义, functions and 方法 build on each other: circles, and what goes over the bound, are told before anything
 * is worked out. Walks without recursion, since what it looks for would overflow it.
 */
import { LIMITS } from "../limits.ts";
import type { Element, NameNode, Node, StatementNode } from "../syntax/tree.ts";
import { FUNCTIONS, rowsOf } from "./calls.ts";
import { H1104 } from "./H1104-circular-definition/index.ts";
import { H1122 } from "./H1122-built-too-deep/index.ts";
import { isReserved } from "./references.ts";
import { finding, rangeOf, type DeclaredDefinition, type DeclaredStandard, type Scope } from "./scope.ts";

type Declared = DeclaredDefinition | DeclaredStandard;

/** A name of another 定义 or 方法 in a body, and under how many levels of that body it stands. */
interface Use {
  readonly name: string;
  readonly at: Node;
  readonly inside: number;
}

/** One that is being looked through, with those that led to it before it. */
interface Open {
  readonly name: string;
  readonly declared: Declared;
  readonly uses: readonly Use[];
  next: number;
  levels: number;
}

/**
 * Reports circles and what is built of more levels than allowed, each once, and marks as `refused` these and whatever
 * uses them.
 */
export function checkLevels(scope: Scope): void {
  const levels = new Map<string, number>();
  const path: Open[] = [];
  const places = new Map<string, number>();
  const open = (name: string): void => {
    const declared = scope.definitions.get(name) ?? scope.standards.get(name);
    if (!declared) return;
    const { uses, deepest } = usesIn(declared, scope);
    places.set(name, path.length);
    path.push({ name, declared, uses, next: 0, levels: 1 + deepest });
  };
  const follow = (from: Open, { name, at, inside }: Use): void => {
    const known = levels.get(name);
    const place = places.get(name);
    if (known !== undefined) {
      from.levels = Math.max(from.levels, 1 + inside + known);
      if (scope.definitions.get(name)?.refused || scope.standards.get(name)?.refused)
        from.declared.refused = true;
    } else if (place === undefined) open(name);
    else {
      from.declared.refused = true;
      finding(scope, H1104, { chain: chainFrom(path, place) }, rangeOf(from.declared.file, at));
    }
  };
  const close = ({ name, declared, levels: found }: Open): void => {
    if (found > LIMITS.levels && !declared.refused) {
      const { node, file } = declared;
      finding(scope, H1122, { name, levels: found, limit: LIMITS.levels }, rangeOf(file, node.name ?? node));
      declared.refused = true;
    }
    levels.set(name, found);
    places.delete(name);
  };
  for (const name of inOrder(scope)) {
    if (!levels.has(name)) open(name);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const use = last.uses[last.next];
      if (use === undefined) {
        close(last);
        path.pop();
        continue;
      }
      const before = path.length;
      follow(last, use);
      // One that was opened here is counted when it has been closed.
      if (path.length === before) last.next += 1;
    }
  }
}

/** The names of a circle, which goes from a place in the path back to it; of a long one, as many as can be read. */
function chainFrom(path: readonly Open[], place: number): readonly string[] {
  const names = path.slice(place, place + SHOWN).map(({ name }) => name);
  return [...names, ...(path.length - place > SHOWN ? ["…"] : []), ...names.slice(0, 1)];
}
const SHOWN = 8;

/** Definitions first: a circle is told from the one that is worked out by itself. */
function inOrder({ definitions, standards }: Scope): readonly string[] {
  const all = Array.from(definitions);
  const named = (withParameters: boolean): string[] =>
    all.flatMap(([name, { node }]) => ((node.parameters !== undefined) === withParameters ? [name] : []));
  return [...named(false), ...named(true), ...standards.keys()];
}

/** What a body names, as it will be looked up, and its own deepest level: of brackets, calls, 如果, 非, signs and rows. */
function usesIn(
  { node }: Declared,
  scope: Scope,
): { readonly uses: readonly Use[]; readonly deepest: number } {
  const parameters = new Set(node.parameters?.map(({ text }) => text));
  const uses: Use[] = [];
  let deepest = 0;
  const rest: Part[] = node.kind === "define" ? within([node.body]) : within(node.body.flatMap(standardsIn));
  for (let part = rest.pop(); part; part = rest.pop()) {
    const { at, inside } = part;
    deepest = Math.max(deepest, inside);
    const named = nameIn(part, parameters, node.kind === "standardDefinition", scope);
    if (named) uses.push({ name: named.text, at, inside });
    if (at.kind === "reference") continue;
    const rows = at.kind === "call" ? rowsOf(at.args, scope) : undefined;
    const columns = rows ? new Set(rows.columns.map(({ name }) => name)) : part.columns;
    rest.push(...within(at.children, inside + (isLevel(at) ? 1 : 0), columns));
  }
  return { uses, deepest };
}

/** A part of a body, the levels it stands under, and the columns that its names may stand for. */
interface Part {
  readonly at: Node;
  readonly inside: number;
  readonly columns: ReadonlySet<string>;
}
const NO_COLUMNS: ReadonlySet<string> = new Set();

/** Parts to be taken from the end, the first last. */
function within(parts: readonly (Element | undefined)[], inside = 0, columns = NO_COLUMNS): Part[] {
  return parts.flatMap((at) => (at && "children" in at ? [{ at, inside, columns }] : [])).toReversed();
}

/** What a property of a 方法 says: its own word is no level. */
function standardsIn(node: StatementNode): readonly Element[] {
  return node.kind === "property" ? node.phrase.children : [];
}

function isLevel(node: Node): boolean {
  switch (node.kind) {
    case "paren":
    case "call":
    case "if":
    case "row":
    case "not":
      return true;
    case "sum":
      return node.terms.length === 1; // a sign
    default:
      return false;
  }
}

/** The name of a 定义 or 方法 that stands for it here, and for nothing nearer. */
function nameIn(
  { at, columns }: Part,
  parameters: ReadonlySet<string>,
  inStandard: boolean,
  { definitions, standards, fields, methods }: Scope,
): NameNode | undefined {
  switch (at.kind) {
    case "reference": {
      const [name, more] = at.path;
      if (!name || more || parameters.has(name.text) || columns.has(name.text)) return undefined;
      if ((inStandard && isReserved(name)) || fields.has(name.text)) return undefined;
      const definition = definitions.get(name.text);
      return definition && definition.node.parameters === undefined ? name : undefined;
    }
    case "call": {
      const isOwn = at.callee.token.kind !== "word" || !FUNCTIONS.has(at.callee.text);
      return isOwn && definitions.get(at.callee.text)?.node.parameters ? at.callee : undefined;
    }
    case "phrase": {
      const { head, id } = at;
      const refers = methods.get(id ?? "")?.syntax.head?.arguments.some((a) => a.refers === "standard");
      return refers && head?.kind === "nameRef" && standards.has(head.text) ? head : undefined;
    }
    default:
      return undefined;
  }
}
