/** Where rule text can be changed: bounds, comparison signs, caps, amounts and weights, in the order of the text. */
import type {
  FileNode,
  PhraseNode,
  QuantityNode,
  RangeNode,
  StatementNode,
  SyntaxNode,
  Token,
} from "@heng/lang";
import { change, type Change, type ChangeKind } from "./change.ts";
import { beside, FLIPPED, flippedBracket } from "./figures.ts";
import { itemAmounts, numberOf } from "./written.ts";
import { weightChanges } from "./weights.ts";

/** Statements of which no score comes, and 案例 themselves. */
const NO_SCORE: ReadonlySet<StatementNode["kind"]> = new Set([
  "ruleset",
  "data",
  "rows",
  "crossCheck",
  "include",
  "unit",
  "statistics",
  "scenario",
  "projectRows",
  "amendment",
  "junk",
]);
/** Properties that change no score, and 满分, which the weights decide. */
const NO_SCORE_PROPERTIES: ReadonlySet<string> = new Set([
  "title",
  "basis",
  "describe",
  "source",
  "fullMarks",
  "round",
  "mustExplain",
]);
const CAPS: ReadonlySet<string> = new Set(["upTo", "takeAtMost", "giveAtMost"]);
const AMOUNTS: ReadonlySet<string> = new Set([
  "gets",
  "getsJudged",
  "to",
  "take",
  "takeJudged",
  "give",
  "base",
]);

/** All changes of a file, each of one thing; of what two neighbouring bands share, in both. */
export function changesIn(file: string, tree: FileNode, text: string): readonly Change[] {
  const changes: Change[] = [...weightChanges(file, tree, text)];
  /** What has been changed together with its like. */
  const done = new Set<SyntaxNode | Token>();
  const add = (
    kind: ChangeKind,
    path: readonly string[],
    at: readonly { readonly start: number; readonly end: number }[],
    put: string,
  ): void => {
    changes.push(
      change(
        kind,
        path,
        at.map(({ start, end }) => ({ file, start, end, text: put, was: text.slice(start, end) })),
      ),
    );
  };

  const visitAll = (
    nodes: readonly (SyntaxNode | Token)[],
    kind: ChangeKind,
    path: readonly string[],
  ): void => {
    for (const node of nodes) if ("children" in node) visit(node, kind, path);
  };

  const visit = (node: SyntaxNode, kind: ChangeKind, path: readonly string[]): void => {
    switch (node.kind) {
      case "indicator":
        return statements(node.body, [...path, node.name?.text ?? ""]);
      case "extra": {
        const own = [...path, node.name?.text ?? ""];
        if (node.atMost) visit(node.atMost, "cap", own);
        return statements(node.body, own);
      }
      case "property":
        if (NO_SCORE_PROPERTIES.has(node.phrase.id ?? "")) return;
        return visit(node.phrase, node.phrase.id === "cap" ? "cap" : "bound", path);
      case "phrase":
        if (node.id === "veto" || node.id === "cap") return limit(node, path);
        neighbours(node, path);
        for (const amount of itemAmounts(node)) done.add(amount);
        return visitAll(node.children, kind, path);
      case "clause":
        return visitAll(node.children, kindOf(node.key), path);
      case "comparison": {
        sign(node, path);
        return visitAll(node.children, kind, path);
      }
      case "range":
        brackets(node, path);
        return visitAll(node.children, kind, path);
      case "quantity":
        if (!done.has(node))
          for (const put of beside(numberOf(node)?.text ?? "")) figure(kind, path, [node], put);
        return;
      default:
        visitAll(node.children, kind, path);
    }
  };

  const kindOf = (key: string): ChangeKind => (CAPS.has(key) ? "cap" : AMOUNTS.has(key) ? "amount" : "bound");

  const statements = (body: readonly StatementNode[], path: readonly string[]): void => {
    for (const statement of body) {
      if (NO_SCORE.has(statement.kind) || statement.kind === "weighted") continue;
      visit(statement, "bound", path);
    }
  };

  /** What a 封顶 or 否决 gives is a cap, its condition bounds. */
  const limit = (node: PhraseNode, path: readonly string[]): void => {
    for (const child of node.children) {
      if (!("children" in child)) continue;
      if (child.kind === "clause") visitAll(child.children, child.key === "gets" ? "cap" : "bound", path);
      else visit(child, "cap", path);
    }
  };

  const figure = (
    kind: ChangeKind,
    path: readonly string[],
    nodes: readonly QuantityNode[],
    put: string,
  ): void => {
    const units = nodes.map((node) => text.slice(numberOf(node)?.end ?? node.end, node.end));
    add(kind, path, nodes, `${put}${units[0] ?? ""}`);
  };

  const sign = (
    node: Extract<SyntaxNode, { readonly kind: "comparison" }>,
    path: readonly string[],
  ): void => {
    const token = node.children.find(
      (child): child is Token => !("children" in child) && child.value !== "(",
    );
    if (token === undefined) return;
    const put = FLIPPED[node.sign];
    // 不低于 95%, 95%以上: written with the sign where it is put.
    const after = node.right.end <= token.start;
    if (!after) return add("sign", path, [token], put);
    changes.push(
      change("sign", path, [
        {
          file,
          start: node.start,
          end: node.end,
          text: `${put} ${text.slice(node.right.start, node.right.end)}`,
          was: text.slice(node.start, node.end),
        },
      ]),
    );
  };

  const brackets = (node: RangeNode, path: readonly string[]): void => {
    for (const token of [bracketOf(node, "low"), bracketOf(node, "high")]) {
      const put = token && flippedBracket(token.value);
      if (token && put !== undefined && !done.has(token)) add("sign", path, [token], put);
    }
  };

  /** Where one band ends and the next begins: moved together, for apart the check would find it. */
  const neighbours = ({ rows = [] }: PhraseNode, path: readonly string[]): void => {
    const ranges = rows.flatMap(({ head }) => (head?.kind === "range" ? [head] : []));
    for (const lower of ranges) {
      const upper = ranges.find((other) => other !== lower && sameFigure(lower.high, other.low));
      if (upper?.low?.kind !== "quantity" || lower.high?.kind !== "quantity") continue;
      const [end, begin] = [lower.high, upper.low];
      done.add(end).add(begin);
      for (const put of beside(numberOf(end)?.text ?? "")) figure("bound", path, inOrder(end, begin), put);
      const [close, open] = [bracketOf(lower, "high"), bracketOf(upper, "low")];
      const [closed, opened] = [close && flippedBracket(close.value), open && flippedBracket(open.value)];
      if (!close || !open || closed === undefined || opened === undefined) continue;
      done.add(close).add(open);
      changes.push(
        change(
          "sign",
          path,
          [
            { file, start: close.start, end: close.end, text: closed, was: close.text },
            { file, start: open.start, end: open.end, text: opened, was: open.text },
          ].toSorted((a, b) => a.start - b.start),
        ),
      );
    }
  };

  const sameFigure = (a: RangeNode["low"], b: RangeNode["low"]): boolean =>
    a?.kind === "quantity" && b?.kind === "quantity" && a.number === b.number && a.unit === b.unit;

  statements(tree.statements, []);
  return changes.toSorted((a, b) => a.origin.start - b.origin.start);
}

function inOrder(...nodes: readonly QuantityNode[]): readonly QuantityNode[] {
  return nodes.toSorted((a, b) => a.start - b.start);
}

function bracketOf(node: RangeNode, side: "low" | "high"): Token | undefined {
  const tokens = node.children.filter(
    (child): child is Token => !("children" in child) && child.value !== ",",
  );
  return side === "low" ? tokens[0] : tokens.at(-1);
}
