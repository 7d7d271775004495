/** Rows to lines. */
import type { Node } from "../syntax/tree.ts";
import { align, type Gaps } from "./columns.ts";
import type { Block, Piece, Row } from "./segments.ts";
import type { OwnLine } from "./trivia.ts";
import { displayWidth } from "./width.ts";

/** Columns that what the author wrote on one line may take. */
const LINE = 80;
const STEP = "  ";

/** How the cells of a table are apart: as printed, and as measured in Chinese. */
interface Alignment {
  readonly printed: Gaps;
  readonly measured: Gaps;
}
const UNALIGNED: Alignment = { printed: new Map(), measured: new Map() };

/** Text on one line, and the columns it takes in Chinese. */
interface Flat {
  readonly text: string;
  readonly width: number;
}

/** Rows that may share a line; all others are statements, which have one each. */
const SMALL: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  "field",
  "gradeRow",
  "item",
  "weightRow",
  "entry",
  "row",
  "adjustment",
  "nameRef",
  "projectUse",
]);

/** The text of rows at the margin, and of the comments after them. */
export function layOut({ rows, end }: Pick<Block, "rows" | "end">): string {
  const lines = [...linesOfRows(rows, "", ";", true), ...ownLines(end, "", rows.length === 0)];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** Rows one below the other; small ones that shared a line still do while they fit, where `sharing` is allowed. */
function linesOfRows(rows: readonly Row[], indent: string, separator: ";" | ",", sharing: boolean): string[] {
  const groups = groupRows(rows, indent, sharing);
  const single = groups.flatMap((group) => (group.length === 1 ? group : []));
  // Entries that share lines are no table, and one alone among them would look astray.
  const table = groups.length === single.length || single.every(({ node }) => node?.kind !== "entry");
  const alignment: Alignment = !table
    ? UNALIGNED
    : {
        printed: align(single, ({ text }) => displayWidth(text)),
        measured: align(single, ({ width }) => width),
      };
  const lines: string[] = [];
  for (const [index, group] of groups.entries()) {
    const [first] = group;
    if (!first) continue;
    lines.push(...ownLines(first.own, indent, index === 0));
    if (first.blank && (index > 0 || first.own.length > 0)) lines.push("");
    const text =
      group.length === 1
        ? linesOfRow(first, indent, alignment)
        : [indent + group.map((row) => flatRow(row)?.text ?? "").join(`${separator} `)];
    lines.push(...withTrailing(text, group.at(-1)?.trailing));
  }
  return lines;
}

/** Which rows share a line: those that shared one, over as many lines as they need. */
function groupRows(rows: readonly Row[], indent: string, sharing: boolean): Row[][] {
  const runs: { row: Row; width: number }[][] = [];
  let open = false;
  for (const row of rows) {
    const flat = flatRow(row);
    const small = flat !== undefined && row.node !== undefined && SMALL.has(row.node.kind);
    const entry = { row, width: flat?.width ?? 0 };
    if (sharing && row.joined && open && small) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    open = small && row.trailing === undefined;
  }
  return runs.flatMap((run) => spread(run, LINE - indent.length)).map((line) => line.map(({ row }) => row));
}

/** Entries over as few lines as they fit on, and those as even as they can be, so that none is left over alone. */
function spread<T extends { readonly width: number }>(run: readonly T[], limit: number): T[][] {
  const fill = (room: number): T[][] => {
    const lines: T[][] = [];
    let left = -1;
    for (const entry of run) {
      left -= entry.width + 2;
      if (left >= 0) lines.at(-1)?.push(entry);
      else {
        lines.push([entry]);
        left = room - entry.width;
      }
    }
    return lines;
  };
  const fewest = fill(limit);
  if (fewest.length === 1) return fewest;
  for (let room = 1; room < limit; room++) {
    const lines = fill(room);
    if (lines.length === fewest.length) return lines;
  }
  return fewest;
}

function ownLines(own: readonly OwnLine[], indent: string, first: boolean): string[] {
  return own.flatMap(({ text, blank }, index) => [
    ...(blank && !(first && index === 0) ? [""] : []),
    indent + text,
  ]);
}

function withTrailing(lines: string[], comment: string | undefined): string[] {
  const last = lines.pop() ?? "";
  return [...lines, comment === undefined ? last : `${last} ${comment}`];
}

/** The row on one line, without indentation; undefined where it cannot be. */
function flatRow(row: Row, alignment: Alignment = UNALIGNED): Flat | undefined {
  let line = "";
  let width = 0;
  for (const [index, piece] of row.pieces.entries()) {
    const flat = piece.kind === "block" ? flatBlock(piece) : flatPiece(piece);
    if (flat === undefined) return undefined;
    const gap = gapBefore(piece, index, alignment);
    line += gap.text + flat.text;
    width += gap.width + flat.width;
  }
  return { text: line, width };
}

function flatPiece({ text, width, trailing, own }: Piece): Flat | undefined {
  return trailing === undefined && own.length === 0 && !text.includes("\n") ? { text, width } : undefined;
}

function flatBlock(block: Block): Flat | undefined {
  if (!block.oneLine || block.end.length > 0) return undefined;
  const rows: Flat[] = [];
  for (const row of block.rows) {
    const flat = flatRow(row);
    // A group of indicators, or the sections of a 案例, are never put on one line.
    const large =
      row.node === undefined ? row.pieces.some(({ kind }) => kind === "block") : isLarge(row.node);
    if (flat === undefined || large || row.trailing !== undefined || row.own.length > 0) return undefined;
    rows.push(flat);
  }
  if (rows.length === 0) return { text: "{}", width: 2 };
  return {
    text: `{ ${rows.map(({ text }) => text).join(`${block.separator} `)} }`,
    width: rows.reduce((sum, { width }) => sum + width + 2, 2),
  };
}

function isLarge({ kind }: Node): boolean {
  return kind === "indicator" || kind === "extra" || kind === "amendment" || kind === "projectGroup";
}

function gapBefore(piece: Piece | Block, index: number, alignment: Alignment): Flat {
  if (index === 0) return { text: "", width: 0 };
  if (piece.kind === "block") return { text: " ", width: 1 };
  if (piece.glued) return { text: "", width: 0 };
  const { printed, measured } = alignment;
  return { text: " ".repeat(printed.get(piece.token) ?? 1), width: measured.get(piece.token) ?? 1 };
}

/** A row with its blocks and comments. */
function linesOfRow(row: Row, indent: string, alignment: Alignment): string[] {
  const margin = row.indent ?? indent;
  const flat = flatRow(row, alignment);
  const hasBlock = row.pieces.some(({ kind }) => kind === "block");
  const hasBreak = row.pieces.some((piece) => piece.kind === "piece" && piece.newline);
  if (flat !== undefined && (margin.length + flat.width <= LINE || !(hasBlock || hasBreak))) {
    return [margin + flat.text];
  }
  const inner = indent + STEP;
  const breaks = breaksOf(row, margin.length, alignment);
  const lines: string[] = [];
  let line = margin;
  /** Nothing stands on the line yet. */
  let fresh = true;
  for (const [index, piece] of row.pieces.entries()) {
    if (piece.kind === "piece") {
      if (piece.trailing !== undefined) line += ` ${piece.trailing}`;
      if (piece.trailing !== undefined || piece.own.length > 0 || breaks.has(piece)) {
        lines.push(line, ...ownLines(piece.own, inner, false));
        line = inner;
        fresh = true;
      }
      line += (fresh ? "" : gapBefore(piece, index, alignment).text) + piece.text;
      fresh = false;
      continue;
    }
    lines.push(...withTrailing([`${line} {`], piece.trailing));
    lines.push(...linesOfRows(piece.rows, inner, piece.separator, !piece.oneLine));
    lines.push(...ownLines(piece.end, inner, piece.rows.length === 0));
    line = `${indent}}`;
    fresh = false;
  }
  lines.push(line);
  return lines;
}

/** Where the author's line breaks stay: in stretches that would be too long without them. */
function breaksOf(row: Row, margin: number, alignment: Alignment): ReadonlySet<Piece> {
  const breaks = new Set<Piece>();
  let stretch: Piece[] = [];
  let width = margin;
  const close = (): void => {
    if (width > LINE) for (const piece of stretch) if (piece.newline) breaks.add(piece);
    stretch = [];
    width = margin;
  };
  for (const [index, piece] of row.pieces.entries()) {
    if (piece.kind === "block") {
      width += 2;
      close();
      width += 1;
      continue;
    }
    if (piece.trailing !== undefined || piece.own.length > 0) close();
    stretch.push(piece);
    width += gapBefore(piece, index, alignment).width + piece.width;
  }
  close();
  return breaks;
}
