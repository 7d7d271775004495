/** Where last year's text names what is renamed, moved or taken out: formulas, 加权, 案例. */
import { bySpelling, FUNCTION_WORDS, LEAF_WORDS } from "../keywords.ts";
import { quoted } from "../model/names.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import type { EntryNode, NameNode, Node, PhraseNode, RowsNode } from "../syntax/tree.ts";
import type { FieldWork } from "./fields.ts";
import type { IndicatorWork } from "./naming.ts";
import { livePaths } from "./order.ts";
import { called, pathOf, shortest } from "./outline.ts";
import type { Work } from "./work.ts";

const RESERVED = bySpelling([...LEAF_WORDS, "yes", "no"]);
const FOLDS: ReadonlyMap<string, unknown> = bySpelling(FUNCTION_WORDS);

/** Writes this year's names of fields where last year's text says last year's. */
export function renameFields({ renamed }: FieldWork, vocabulary: Vocabulary, work: Work): void {
  if (renamed.size === 0) return;
  const rows = new Map<string, RowsNode>();
  const options = new Map<string, ReadonlySet<string>>();
  for (const node of work.base.tree.statements) {
    if (node.kind === "rows" && node.name) rows.set(node.name.text, node);
    for (const field of node.kind === "data" ? node.fields : [])
      if (field.name && field.type?.items)
        options.set(field.name.text, new Set(field.type.items.map(({ name }) => name.text)));
  }
  const put = (name: NameNode | undefined, hidden: ReadonlySet<string>): void => {
    const now = name && renamed.get(name.text);
    if (!name || !now || hidden.has(name.text)) return;
    const { start, end } = name.token;
    work.draft.replace(start, end, [{ of: "amending", start: now.start, end: now.end }]);
  };
  const phrase = ({ word, head }: PhraseNode, hidden: ReadonlySet<string>): void => {
    const form = vocabulary.methods.get(word.value);
    const refers = form?.syntax.head?.arguments.some(
      (argument) => argument.refers === "checklist" || argument.refers === "qualitative",
    );
    if (refers && head?.kind === "nameRef") put(head, hidden);
  };
  const visit = (node: Node, hidden: ReadonlySet<string>, leaf: boolean): void => {
    let inside = hidden;
    let inLeaf = leaf;
    switch (node.kind) {
      case "data":
      case "rows":
      case "scenario":
        return; // the declarations are renamed where they are amended, and 案例 below
      case "define":
      case "standardDefinition":
        inside = new Set([...hidden, ...(node.parameters ?? []).map(({ text }) => text)]);
        inLeaf ||= node.kind === "standardDefinition";
        break;
      case "indicator":
      case "extra":
        inLeaf = true;
        break;
      case "call": {
        const list = FOLDS.has(node.callee.text) ? rowsIn(node.args, rows) : undefined;
        if (list) inside = new Set([...hidden, ...list.fields.flatMap(({ name }) => name?.text ?? [])]);
        break;
      }
      case "comparison": {
        // `档案情况 = 完备`: an option, whatever else is called so.
        const [left] = node.left?.kind === "reference" ? node.left.path : [];
        const named = left && options.get(left.text);
        if (named && node.left) {
          visit(node.left, hidden, leaf);
          visit(node.right, new Set([...hidden, ...named]), leaf);
          return;
        }
        break;
      }
      case "phrase":
        phrase(node, hidden);
        break;
      case "reference": {
        const [first, second] = node.path;
        // Of 财务制度.有制度 the first is a field whatever parameters there are.
        const reserved = inLeaf && first?.token.kind === "word" && RESERVED.has(first.text);
        if (second) put(first, new Set());
        else if (!reserved) put(first, inside);
        return;
      }
      default:
        break;
    }
    for (const child of node.children) if ("children" in child) visit(child, inside, inLeaf);
  };
  visit(work.base.tree, new Set(), false);
}

function rowsIn(
  args: readonly { readonly value: Node }[],
  rows: ReadonlyMap<string, RowsNode>,
): RowsNode | undefined {
  for (const { value } of args) {
    const [first] = value.kind === "reference" ? value.path : [];
    const list = first && rows.get(first.text);
    if (list) return list;
    const below = value.children.flatMap((child) => ("children" in child ? [{ value: child }] : []));
    const found = rowsIn(below, rows);
    if (found) return found;
  }
  return undefined;
}

/** Keeps 加权 and 案例 of last year to the names of this year; what there is no more goes out of them. */
export function renameMentions(on: IndicatorWork, fields: FieldWork, work: Work): void {
  for (const item of on.outline.all) {
    if (item.node?.kind !== "indicator") continue;
    for (const node of item.node.body)
      if (node.kind === "weighted")
        for (const { name } of node.rows) {
          const child = on.outline.all.find((one) => one.home === item && one.path.at(-1) === name?.text);
          if (name && child && child.name !== child.path.at(-1))
            work.draft.replace(name.start, name.end, [{ put: quoted(child.name) }]);
        }
  }
  const live = livePaths(on);
  const current = new Map(live.map((item) => [item, pathOf(item)]));
  const path = (item: (typeof live)[number]): readonly string[] => current.get(item) ?? item.path;
  const declared = new Set(
    work.base.tree.statements.flatMap((node) =>
      node.kind === "data"
        ? node.fields.flatMap(({ name }) => name?.text ?? [])
        : node.kind === "rows" && node.name
          ? [node.name.text]
          : [],
    ),
  );
  const indicator = (entry: EntryNode): void => {
    const [only] = called(entry.path, on.outline.all);
    const [first] = entry.path;
    if (!only || !first || called(entry.path, on.outline.all).length > 1) return;
    if (!current.has(only)) {
      work.remove(entry);
      return;
    }
    const means = called(entry.path, live, path);
    if (means.length === 1 && means[0] === only) return;
    const names = shortest(only, live, path).map(quoted).join("/");
    work.draft.replace(first.start, entry.path.at(-1)?.end ?? first.end, [{ put: names }]);
  };
  for (const node of work.base.tree.statements) {
    if (node.kind !== "scenario") continue;
    for (const entry of node.data) {
      const [first] = entry.path;
      if (!first) continue;
      const now = fields.renamed.get(first.text);
      if (fields.removed.has(first.text) && entry.path.length === 1) work.remove(entry);
      else if (now && entry.path.length === 1)
        work.draft.replace(first.start, first.end, [{ of: "amending", start: now.start, end: now.end }]);
      else if (!declared.has(first.text)) indicator(entry);
    }
    for (const entry of node.expect) indicator(entry);
  }
}
