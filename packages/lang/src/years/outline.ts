/** The indicators of last year's rule set, and the order in which the amendments put them. */
import { normal } from "../model/names.ts";
import type { AmendmentNode, ExtraNode, FileNode, IndicatorNode, NameNode } from "../syntax/tree.ts";

/** An indicator that was there, or one that an amendment adds. */
export interface Item {
  /** Undefined: the whole rule set. */
  readonly node: IndicatorNode | ExtraNode | undefined;
  readonly added: AmendmentNode | undefined;
  /** As last year called it. */
  readonly path: readonly string[];
  readonly id: string;
  readonly home: Item | undefined;
  name: string;
  parent: Item | undefined;
  /** In the order of the resolved text. */
  readonly children: Item[];
  moved: boolean;
  removed: boolean;
}

export interface Outline {
  readonly root: Item;
  /** All that were there, in the order of the text. */
  readonly all: readonly Item[];
}

/** `ids`: of paths that are not their own identity. */
export function outlineOf(tree: FileNode, ids: ReadonlyMap<string, string>): Outline {
  const root = itemOf(undefined, "", undefined, "");
  const all: Item[] = [];
  const visit = (body: FileNode["statements"], parent: Item): void => {
    for (const node of body) {
      if ((node.kind !== "indicator" && node.kind !== "extra") || !node.name) continue;
      const path = [...parent.path, node.name.text].join("/");
      const item = itemOf(node, node.name.text, parent, ids.get(path) ?? path);
      parent.children.push(item);
      all.push(item);
      visit(node.body, item);
    }
  };
  visit(tree.statements, root);
  return { root, all };
}

function itemOf(node: Item["node"], name: string, parent: Item | undefined, id: string): Item {
  const path = parent ? [...parent.path, name] : [];
  const none = { added: undefined, moved: false, removed: false };
  return { ...none, node, path, id, home: parent, name, parent, children: [] };
}

/** An indicator that is new under another. */
export function newItem(added: AmendmentNode | undefined, name: string, parent: Item): Item {
  return { ...itemOf(undefined, name, parent, ""), added };
}

/** The names from the top down, as the resolved text has them. */
export function pathOf(item: Item): readonly string[] {
  return item.parent ? [...pathOf(item.parent), item.name] : [];
}

/** Whether a path ends with these names. */
export function endsWith(path: readonly string[], names: readonly string[]): boolean {
  const skipped = path.length - names.length;
  return skipped >= 0 && names.every((name, i) => normal(name) === normal(path[skipped + i] ?? ""));
}

/** The items a name or path means: the one whose whole path it is, or all whose paths end so. */
export function called(
  names: readonly NameNode[],
  items: readonly Item[],
  path: (item: Item) => readonly string[] = (item) => item.path,
): readonly Item[] {
  const texts = names.map(({ text }) => text);
  const found = items.filter((item) => endsWith(path(item), texts));
  const exact = found.filter((item) => path(item).length === texts.length);
  return exact.length === 1 ? exact : found;
}

/** The shortest end of its path by which an item is known among all. */
export function shortest(
  item: Item,
  items: readonly Item[],
  path: (item: Item) => readonly string[],
): readonly string[] {
  const whole = path(item);
  for (let n = 1; n < whole.length; n++) {
    const names = whole.slice(-n);
    const found = items.filter((one) => endsWith(path(one), names));
    if (found.length === 1) return names;
  }
  return whole;
}

/** Puts an item among the children of another: behind or before one of them, or at their end. */
export function place(
  item: Item,
  under: Item,
  where: "after" | "before" | undefined,
  sibling: Item | undefined,
): void {
  if (item.parent) {
    const at = item.parent.children.indexOf(item);
    if (at >= 0) item.parent.children.splice(at, 1);
  }
  item.parent = under;
  const { children } = under;
  let at = sibling ? children.indexOf(sibling) + (where === "before" ? 0 : 1) : children.length;
  // 加分项 and 扣分项 stand behind all indicators.
  if (!sibling && isIndicator(item)) at = children.findLastIndex(isIndicator) + 1;
  children.splice(at, 0, item);
}

function isIndicator({ node, added }: Item): boolean {
  return added ? isIndicatorWord(added) : node?.kind === "indicator";
}

/** Whether an amendment is of an 指标, not of a 加分项 or 扣分项. */
export function isIndicatorWord({ subject }: AmendmentNode): boolean {
  return subject?.value === "指标" || subject?.value === "indicator";
}
