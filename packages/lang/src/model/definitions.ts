/** 定义 and functions of the rule set: worked out where used, shared in the program. */
import type { Expr } from "../core/program.ts";
import type { CallNode, ExprNode, NameNode, ReferenceNode } from "../syntax/tree.ts";
import { H1106 } from "./H1106-wrong-arguments/index.ts";
import { shownAlone } from "./shown-unit.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";

/** Works an expression out: handed in by `elaborate`, which names and calls are a part of. */
export type Elaborate = (node: ExprNode, place: Place, scope: Scope) => Expr | undefined;

/** A 定义 without parameters: worked out once, shared by all that use it. */
export function useDefinition(
  name: string,
  node: ReferenceNode,
  place: Place,
  scope: Scope,
  elaborate: Elaborate,
): Expr | undefined {
  const declared = scope.definitions.get(name);
  if (!declared?.node.body) return undefined;
  scope.usedDefinitions.add(name);
  if (declared.refused) return undefined;
  if (declared.result === undefined) {
    if (!enter(name, node, place, scope)) return undefined;
    const of = elaborate(declared.node.body, { file: declared.file }, scope);
    scope.underWay.pop();
    declared.result =
      of === undefined
        ? false
        : share(name, { zh: name, en: name }, shownAlone(of), rangeOf(declared.file, declared.node), scope);
  }
  return declared.result === false ? undefined : declared.result;
}

/** A function of the rule set: its body with the arguments put in, shared so that use costs nothing twice. */
export function callDefinition(
  node: CallNode,
  parameters: readonly NameNode[],
  place: Place,
  scope: Scope,
  elaborate: Elaborate,
): Expr | undefined {
  const name = node.callee.text;
  const declared = scope.definitions.get(name);
  const body = declared?.node.body;
  if (!declared || !body) return undefined;
  scope.usedDefinitions.add(name);
  if (node.args.length !== parameters.length || node.args.some((arg) => arg.when)) {
    finding(
      scope,
      H1106,
      { name, least: parameters.length, most: parameters.length, found: node.args.length, rows: false },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  const bound = bindArguments(
    name,
    parameters,
    node.args.map((arg) => arg.value),
    place,
    scope,
    elaborate,
  );
  if (!bound || declared.refused || !enter(name, node.callee, place, scope)) return undefined;
  const of = elaborate(body, { file: declared.file, parameters: bound }, scope);
  scope.underWay.pop();
  // Inside a row every row has its own value: nothing to share.
  return (
    of &&
    (place.row
      ? of
      : share(name, { zh: name, en: name }, shownAlone(of), rangeOf(declared.file, declared.node), scope))
  );
}

/** Parameters bound to their arguments; an argument that is more than a name or literal is worked out once. */
export function bindArguments(
  name: string,
  parameters: readonly NameNode[],
  args: readonly ExprNode[],
  place: Place,
  scope: Scope,
  elaborate: Elaborate,
): ReadonlyMap<string, Expr> | undefined {
  const bound = new Map<string, Expr>();
  for (const [i, parameter] of parameters.entries()) {
    const arg = args[i];
    const of = arg && elaborate(arg, place, scope);
    if (!of || !arg) return undefined;
    const atom =
      of.node === "figure" ||
      of.node === "input" ||
      of.node === "use" ||
      of.node === "yesNo" ||
      of.node === "option" ||
      of.node === "column";
    bound.set(
      parameter.text,
      atom || place.row
        ? of
        : share(
            `${name}.${parameter.text}`,
            { zh: parameter.text, en: parameter.text },
            of,
            rangeOf(place.file, arg),
            scope,
          ),
    );
  }
  return bound;
}

/** Begins a definition, unless too much was put in already. */
export function enter(name: string, node: ExprNode | NameNode, place: Place, scope: Scope): boolean {
  if (scope.budget.reported) return false;
  if (scope.underWay.length === 0) scope.budget.from = rangeOf(place.file, node);
  scope.underWay.push(name);
  return true;
}

/** Makes a definition of the program and gives its use. */
export function share(
  id: string,
  name: { zh: string; en: string },
  of: Expr,
  origin: { file: string; start: number; end: number },
  scope: Scope,
): Expr {
  let unique = id;
  for (let n = scope.copies.get(id) ?? 2; scope.program.has(unique); n += 1) {
    unique = `${id}(${n})`;
    scope.copies.set(id, n + 1);
  }
  scope.program.set(unique, { id: unique, name, of, origin });
  return { node: "use", type: of.type, definition: unique, name };
}
