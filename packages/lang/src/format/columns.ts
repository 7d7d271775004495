/** The columns of a block whose rows are a table: fields, bands, grades, the entries of a 案例. */
import type { Node, Token } from "../syntax/tree.ts";
import { firstToken } from "./elements.ts";
import type { Piece, Row } from "./segments.ts";
import { isNode } from "./words.ts";

/** For the first piece of a cell: how many blanks stand before it. */
export type Gaps = ReadonlyMap<Token, number>;

/** Clauses that begin the second column of a method's rows. */
const RESULTS: ReadonlySet<string> = new Set(["gets", "getsJudged"]);

/** Aligns the rows that have a line of their own; `widthOf` measures a piece. */
export function align(rows: readonly Row[], widthOf: (piece: Piece) => number): Gaps {
  const tables = rows.map((row) => cellsOf(row, widthOf)).filter((cells) => cells.length > 0);
  const widest: number[] = [];
  for (const cells of tables) {
    // The last cell of a row needs no room.
    for (const [index, { width }] of cells.slice(0, -1).entries()) {
      widest[index] = Math.max(widest[index] ?? 0, width);
    }
  }
  const gaps = new Map<Token, number>();
  for (const cells of tables) {
    let position = 0;
    let column = 0;
    for (const [index, { width, token }] of cells.entries()) {
      if (token && index > 0) {
        gaps.set(token, column - position);
        position = column;
      }
      position += width;
      const room = widest[index] ?? 0;
      column += room === 0 ? 0 : room + 1;
    }
  }
  return gaps;
}

interface Cell {
  /** Undefined for an empty cell. */
  readonly token: Token | undefined;
  readonly width: number;
}

/** The cells of a row, without empty ones at its end; none where the row is no part of a table. */
function cellsOf({ pieces, node }: Row, widthOf: (piece: Piece) => number): Cell[] {
  const starts = node ? startsOf(node) : [];
  if (starts.length === 0) return [];
  const text: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "block" || piece.trailing !== undefined || piece.own.length > 0) break;
    text.push(piece);
  }
  const cells: { token: Token | undefined; width: number }[] = [{ token: text[0]?.token, width: 0 }];
  for (const start of starts) {
    const present = start !== undefined && text.some(({ token }) => token === start);
    cells.push({ token: present ? start : undefined, width: 0 });
  }
  let current = cells[0];
  for (const [index, piece] of text.entries()) {
    const next = index === 0 ? undefined : cells.find(({ token }) => token === piece.token);
    if (next && next !== current) current = next;
    else if (current && index > 0 && !piece.glued) current.width += 1;
    if (current) current.width += widthOf(piece);
  }
  while (cells.length > 0 && cells.at(-1)?.token === undefined) cells.pop();
  return cells;
}

/** The first tokens of all cells but the first, in order; undefined for one that is empty. */
function startsOf(node: Node): (Token | undefined)[] {
  const first = (of: Node | undefined): Token | undefined => of && firstToken(of);
  switch (node.kind) {
    case "field": {
      const constraint = node.children
        .filter(isNode)
        .find(
          (child) => child.kind === "comparison" || child.kind === "membership" || child.kind === "range",
        );
      return [first(node.type), first(constraint), first(node.note)];
    }
    case "gradeRow": {
      const last = node.children.at(-1);
      return [last && firstToken(last)];
    }
    case "item":
      return [first(node.note)];
    case "weightRow":
      return [first(node.share)];
    case "entry":
      return node.entries ? [] : [first(node.values[0])];
    case "projectUse":
      return wordsIn(node).slice(1, 2);
    case "adjustment":
      return node.field ? startsOf(node.field) : wordsIn(node).slice(0, 1);
    case "row":
      return [node.clauses.find(({ key }) => RESULTS.has(key))?.word];
    default:
      return [];
  }
}

/** The tokens that stand directly in a node. */
function wordsIn({ children }: Node): Token[] {
  return children.flatMap((child) => (isNode(child) ? [] : [child]));
}
