/** A 方法 of the rule set where a standard names it. */
import type { BoundStandard, LeafContext } from "../core/method.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { NameNode, PhraseNode, PropertyNode, StandardNode } from "../syntax/tree.ts";
import { bindArguments, enter } from "./definitions.ts";
import { elaborate } from "./expression.ts";
import { nearestIn, quoted } from "./names.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1106 } from "./H1106-wrong-arguments/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { bindTarget, bindValue, defaultTarget } from "./value-and-target.ts";

/** Binds the phrase of a standard: handed in by `bindStandard`, which a use of a 方法 is a part of. */
type BindStandard = (
  phrase: PhraseNode,
  leaf: LeafContext,
  place: Place,
  scope: Scope,
) => BoundStandard | undefined;

/** The body of a 方法 with its arguments put in; its own 值 and 目标 stand for the leaf's. */
export function reuse(
  node: NameNode,
  leaf: LeafContext,
  place: Place,
  scope: Scope,
  bindStandard: BindStandard,
): BoundStandard | undefined {
  const declared = scope.standards.get(node.text);
  if (!declared) {
    const near = nearestIn(scope, node.text, () => [...scope.standards.keys()]);
    finding(scope, H1101, { name: node.text, near, of: "method" }, rangeOf(place.file, node), {
      fixes: near.map((n) =>
        replacement(rangeOf(place.file, node.token), quoted(n), `改为“${n}”`, `write ${n}`),
      ),
    });
    return undefined;
  }
  scope.usedDefinitions.add(node.text);
  const { parameters } = declared.node;
  const args = node.args ?? [];
  if (args.length !== parameters.length) {
    finding(
      scope,
      H1106,
      { name: node.text, least: parameters.length, most: parameters.length, found: args.length, rows: false },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  const bound = bindArguments(node.text, parameters, args, place, scope, elaborate);
  if (!bound || declared.refused || !enter(node.text, node, place, scope)) return undefined;
  const standard = bindBody(
    declared.node,
    { file: declared.file, parameters: bound },
    leaf,
    scope,
    bindStandard,
  );
  scope.underWay.pop();
  return standard;
}

/** What a 方法 says, bound for the leaf that uses it. */
function bindBody(
  node: StandardNode,
  place: Place,
  leaf: LeafContext,
  scope: Scope,
  bindStandard: BindStandard,
): BoundStandard | undefined {
  const property = (id: string): PropertyNode | undefined =>
    node.body.find((s): s is PropertyNode => s.kind === "property" && s.phrase.id === id);
  const name = node.name?.text ?? "";
  const value =
    bindValue(
      property("value"),
      `${leaf.id}#${name}`,
      leaf.name,
      { ...place, leaf: { points: leaf.points, value: leaf.value, target: leaf.target } },
      scope,
      node.body,
    ) ?? leaf.value;
  const targetProperty = property("target");
  const target = targetProperty
    ? bindTarget(
        targetProperty,
        value,
        { ...place, leaf: { points: leaf.points, value, target: undefined } },
        scope,
      )
    : (leaf.target ?? defaultTarget(value));
  const standard = property("standard")?.phrase.head;
  if (standard?.kind !== "phrase") {
    finding(
      scope,
      H1108,
      { part: { zh: "评分", en: "standard" }, of: name },
      rangeOf(place.file, node.name ?? node),
    );
    return undefined;
  }
  if (targetProperty && !target) return undefined;
  return bindStandard(
    standard,
    { ...leaf, value, target, origin: rangeOf(place.file, standard) },
    place,
    scope,
  );
}
