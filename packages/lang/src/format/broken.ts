/** Which parts of a file are printed as they were written, because they could not be read. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FileNode, Node, RowNode } from "../syntax/tree.ts";
import { isNode } from "./words.ts";

/** Nodes that stand on their own: one of them can stay as it is while those around it are formatted. */
const UNITS: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  "ruleset",
  "grades",
  "gradeRow",
  "data",
  "rows",
  "field",
  "item",
  "crossCheck",
  "define",
  "standardDefinition",
  "include",
  "unit",
  "statistics",
  "indicator",
  "extra",
  "weighted",
  "weightRow",
  "property",
  "row",
  "scenario",
  "entry",
  "projectRows",
  "projectGroup",
  "projectCount",
  "projectUse",
  "amendment",
  "adjustment",
  "junk",
]);

export function isUnit(node: Node): boolean {
  return UNITS.has(node.kind);
}

/** The smallest units in which there is a mistake of form, and rows that a comma seems to have cut in two. */
export function brokenUnits(tree: FileNode, diagnostics: readonly Diagnostic[]): ReadonlySet<Node> {
  const broken = new Set<Node>();
  const visit = (node: Node, unit: Node | undefined): void => {
    const own = isUnit(node) ? node : unit;
    let depth = node.kind === "file" ? 1 : 0;
    if (node.kind === "phrase") for (const row of cutRows(node)) broken.add(row);
    for (const child of node.children) {
      if (!isNode(child)) {
        if (child.kind === "symbol" && child.value === "{") depth++;
        if (child.kind === "symbol" && child.value === "}") depth--;
        if (child.kind === "junk" && own) broken.add(own);
        continue;
      }
      // Among the rows of a block junk is a row of its own.
      if (child.kind === "junk" && depth > 0) broken.add(child);
      else if ((child.kind === "junk" || child.kind === "missing") && own) broken.add(own);
      visit(child, own);
    }
  };
  visit(tree, undefined);
  for (const { severity, range } of diagnostics) {
    const unit = severity === "error" && range ? unitAt(tree, range.start, range.end) : undefined;
    if (unit) broken.add(unit);
  }
  return broken;
}

/**
 * `每缺一项，扣 1分`: what stands behind a comma says nothing of its own accord, only what the row before it does not say. Whoever
 * wrote this meant one row, and is told so as long as the comma is there. `>= 90% 得 5分, 其他 得 0分` are two.
 */
function cutRows({ children }: Node): readonly Node[] {
  const cut: Node[] = [];
  let before: RowNode | undefined;
  let comma = false;
  for (const child of children) {
    if (!isNode(child)) {
      comma = before !== undefined && child.kind === "symbol" && child.value === ",";
      if (!comma) before = undefined;
    } else if (child.kind === "row") {
      if (comma && before && continues(before, child)) cut.push(before, child);
      before = child;
      comma = false;
    }
  }
  return cut;
}

function continues(row: RowNode, next: RowNode): boolean {
  const said = new Set(row.clauses.map(({ key }) => key));
  return next.head === undefined && next.clauses.length > 0 && !next.clauses.some(({ key }) => said.has(key));
}

/** The smallest unit with a token in [start, end); none where only blanks and comments are. */
function unitAt(tree: Node, start: number, end: number): Node | undefined {
  let found: Node | undefined;
  for (let node: Node | undefined = tree; node !== undefined;) {
    if (isUnit(node)) found = node;
    const next: Node["children"][number] | undefined = node.children.find(
      (child) => child.start < Math.max(end, start + 1) && child.end > start,
    );
    if (next === undefined) return undefined;
    if (!isNode(next)) return found;
    node = next;
  }
  return found;
}

/** The statements of the file that hold broken units: whole, since indentation may tell which block lost its brace. */
export function brokenStatements(tree: FileNode, broken: ReadonlySet<Node>): ReadonlySet<Node> {
  const holds = (node: Node): boolean =>
    broken.has(node) || node.children.some((child) => isNode(child) && holds(child));
  return new Set(tree.statements.filter(holds));
}
