/** The indicators of a rule set as a list: the whole first, then in document order, 加分项 and 扣分项 last. */
import type { Group, Leaf, Program } from "@heng/lang";

export type Node = Group | Leaf;

/** All of them, groups included; the whole has the id `""`. */
export function nodesOf({ root, extras }: Program): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    if (node.kind === "group") node.children.forEach(visit);
  };
  [root, ...extras].forEach(visit);
  return nodes;
}

export function leavesOf(program: Program): readonly Leaf[] {
  return nodesOf(program).filter((node) => node.kind === "leaf");
}
