/** The indicators in their new order, written into last year's text. */
import type { AmendmentNode, StatementNode } from "../syntax/tree.ts";
import type { Piece } from "./draft.ts";
import type { IndicatorWork } from "./naming.ts";
import { newItem, type Item } from "./outline.ts";
import { NEW_LINE, type Work } from "./work.ts";

/** Writes what is added and moved where it stands now. */
export function writeOrder({ outline, pieces }: IndicatorWork, work: Work): void {
  const write = (item: Item): readonly Piece[] => {
    if (!item.node) return pieces.get(item) ?? [];
    const { start, end, after } = work.extent(item.node);
    work.draft.move(start, after);
    return [{ of: "base", start, end }];
  };
  const visit = (group: Item): void => {
    let fixed: Item | undefined;
    let waiting: Item[] = [];
    const flush = (next: Item | undefined): void => {
      const lines = waiting.flatMap((item, index) => [...(index === 0 ? [] : [NEW_LINE]), ...write(item)]);
      waiting = [];
      if (lines.length === 0) return;
      if (fixed?.node) work.behind(fixed.node, lines);
      else if (next?.node) work.ahead(next.node, lines);
      else if (group.node) work.atEnd(group.node, lines);
      else if (group.added)
        work.draft.insert(closing(group.added), [NEW_LINE, ...lines, NEW_LINE], "amending");
      else work.behind(lastBefore(work), lines);
    };
    for (const item of group.children) {
      if (item.removed) continue;
      visit(item);
      if (!item.node || item.moved) {
        waiting.push(item);
        continue;
      }
      flush(item);
      fixed = item;
    }
    flush(undefined);
  };
  visit(outline.root);
}

function closing({ children, end }: AmendmentNode): number {
  return children.findLast((child) => !("children" in child) && child.value === "}")?.start ?? end;
}

/** The last statement that stands before indicators. */
function lastBefore({ base }: Work): StatementNode {
  const { statements } = base.tree;
  const last = statements.findLast(({ kind }) => kind !== "scenario") ?? statements[0];
  if (!last) throw new Error("a rule set without statements was taken for a year's");
  return last;
}

/** All that is there in the end, what stands inside of added indicators too. */
export function livePaths({ outline, added }: IndicatorWork): readonly Item[] {
  const gone = (item: Item): boolean =>
    item.removed || (!item.moved && item.home?.node !== undefined && gone(item.home));
  const inside = (body: readonly StatementNode[], parent: Item): readonly Item[] =>
    body.flatMap((node) => {
      if (node.kind !== "indicator" || !node.name) return [];
      const item: Item = { ...newItem(undefined, node.name.text, parent), home: undefined };
      return [item, ...inside(node.body, item)];
    });
  return [
    ...outline.all.filter((item) => !gone(item)),
    ...added.flatMap((item) => [item, ...inside(item.added?.body ?? [], item)]),
  ];
}
