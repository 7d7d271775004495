/** Lines that could not be read and have been reported: they may hold what seems to be missing. */
import type { Node, StatementNode, Token } from "../syntax/tree.ts";

/** Whether such a line has a `{ … }`, and whether there is one without. */
export interface Unread {
  readonly blocks: boolean;
  readonly lines: boolean;
}

const ALL_READ: Unread = { blocks: false, lines: false };

/** Whether a statement's `{ … }` is missing: what follows may have been meant to stand in it. */
export function lacksBody({ children }: Node): boolean {
  return children.at(-1)?.kind === "missing";
}

/** What a body has that was not read. */
export function unread(body: readonly StatementNode[]): Unread {
  if (!body.some(({ kind }) => kind === "junk" || kind === "indicator")) return ALL_READ;
  const junk = body.filter(({ kind }) => kind === "junk");
  const blocks = junk.filter(({ children }) => children.some((c) => !("children" in c) && c.value === "{"));
  const open = body.some((s) => s.kind === "indicator" && lacksBody(s));
  return { blocks: blocks.length > 0 || open, lines: blocks.length < junk.length };
}

/** Every name in what was not read: whether it is declared there cannot be told. */
export function unreadNames(node: Node, inside = node.kind === "junk"): readonly string[] {
  const names: string[] = [];
  const visit = (at: Node | Token, junk: boolean): void => {
    if ("children" in at) for (const child of at.children) visit(child, junk || at.kind === "junk");
    else if (junk && (at.kind === "word" || at.kind === "name")) names.push(at.value);
  };
  visit(node, inside);
  return names;
}
