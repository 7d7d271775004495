/** Tables: columns of text lined up by display width, without drawn borders, within the terminal's width. */
import { visible } from "./visible.ts";
import { padEnd, padStart, widest, width } from "./width.ts";
import { wrap } from "./wrap.ts";

export interface Column {
  readonly head: string;
  readonly align: "left" | "right";
  /** The fewest columns the cells may be wrapped to; a column without it is never wrapped. */
  readonly least?: number;
}

const GAP = "  ";

/** Lines of a table: heads, then rows. A cell's leading blanks are its indentation, kept on the lines it wraps to. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  limit: number,
): readonly string[] {
  const cells = [columns.map((c) => c.head), ...rows].map((row) => row.map(visible));
  const widths = refilled(columns, cells, limit, fit(columns, cells, limit));
  return cells.flatMap((row) => {
    const lines = columns.map((column, i) =>
      column.least === undefined ? [row[i] ?? ""] : wrapCell(row[i] ?? "", widths[i] ?? 0),
    );
    const height = Math.max(...lines.map((cell) => cell.length));
    return Array.from({ length: height }, (_, y) =>
      columns
        .map((column, i) => {
          const text = lines[i]?.[y] ?? "";
          return column.align === "left" ? padEnd(text, widths[i] ?? 0) : padStart(text, widths[i] ?? 0);
        })
        .join(GAP)
        .trimEnd(),
    );
  });
}

function wrapCell(text: string, columns: number): readonly string[] {
  if (widest(text) <= columns || width(text) === 0) return [text];
  const indent = /^ */.exec(text)?.[0] ?? "";
  return wrap(text.slice(indent.length), { width: columns, first: indent, rest: `${indent}  ` });
}

/** Narrowed columns cut down to what their wrapped cells take; the first narrowed column gets what is left. */
function refilled(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  limit: number,
  narrowed: readonly number[],
): readonly number[] {
  const taken = (i: number): number =>
    cells.reduce((most, row) => {
      const lines = wrapCell(row[i] ?? "", narrowed[i] ?? 0);
      return lines.reduce((m, line) => Math.max(m, widest(line)), most);
    }, 0);
  const widths = columns.map((c, i) => (c.least === undefined ? (narrowed[i] ?? 0) : taken(i)));
  const first = columns.findIndex((c) => c.least !== undefined);
  if (first < 0) return widths;
  const others = widths.reduce(
    (sum, w, i) => (i === first ? sum : sum + w),
    GAP.length * (columns.length - 1),
  );
  const natural = cells.reduce((most, row) => Math.max(most, widest(row[first] ?? "")), 0);
  widths[first] = Math.max(widths[first] ?? 0, Math.min(natural, limit - others));
  return widths;
}

/** Widths that fit: each as wide as its widest cell, the widest of those that may wrap narrowed until the line fits. */
function fit(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  limit: number,
): readonly number[] {
  const widths = columns.map((_, i) => cells.reduce((most, row) => Math.max(most, widest(row[i] ?? "")), 0));
  const room = limit - GAP.length * (columns.length - 1);
  let over = widths.reduce((sum, w) => sum + w, 0) - room;
  while (over > 0) {
    let chosen = -1;
    for (const [i, column] of columns.entries()) {
      const w = widths[i] ?? 0;
      if (column.least !== undefined && w > column.least && w > (widths[chosen] ?? 0)) chosen = i;
    }
    if (chosen < 0) break;
    widths[chosen] = (widths[chosen] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}
