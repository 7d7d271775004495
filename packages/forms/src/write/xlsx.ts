/** A document as a workbook: a sheet for each table, as high as its texts, ready to print. */
import {
  CELL_TEXT,
  ROW_HEIGHT,
  writeXlsx,
  type CellStyle,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "@heng/office/xlsx";
import { numbered, type Cell, type Document, type Table } from "./document.ts";

const FONT = { name: "宋体", size: 10 };
const TITLE_SIZE = 16;
/** Points of a line of text, and around the lines of a cell. */
const LINE = 14.5;
const MARGIN = 5;

const TEXT: CellStyle = { bold: false, centred: false, bordered: true, shaded: false };
const HEADING: CellStyle = { bold: true, centred: true, bordered: true, shaded: true };
const NOTE: CellStyle = { bold: false, centred: false, bordered: false, shaded: false };
const LEAD: CellStyle = { ...NOTE, centred: true };
const TITLE: CellStyle = { ...LEAD, bold: true, size: TITLE_SIZE };

export function xlsxOf(document: Document): Uint8Array {
  return writeXlsx({
    font: FONT,
    sheets: document.tables.map((table, i) => sheetOf(table, document, i === 0)),
  });
}

function sheetOf(
  { name, columns, rows, notes }: Table,
  { lang, title, lead }: Document,
  first: boolean,
): Sheet {
  const widths = columns.map(({ width }) => width);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const across = (text: string, style: CellStyle, lines: number): readonly SheetRow[] =>
    split(
      [{ value: text, rows: 1, columns: columns.length, style }, ...widths.slice(1).map(() => undefined)],
      lines,
    );
  const top = [
    ...across(first ? title : `${title}　${name}`, TITLE, 2),
    ...(first ? lead : []).flatMap((text) => across(text, LEAD, linesOf(text, whole))),
  ];
  const headings = columns.map(({ heading }): SheetCell => ({
    value: heading,
    rows: 1,
    columns: 1,
    style: HEADING,
  }));
  const decimals = decimalsOf(rows);
  return {
    name,
    columns: widths,
    rows: [
      ...top,
      {
        height: LINE * Math.max(...columns.map((c) => linesOf(c.heading, c.width))) + MARGIN,
        cells: headings,
      },
      ...bodyRows(rows, columns, decimals),
      ...numbered(notes).flatMap((text) => across(text, NOTE, linesOf(text, whole))),
    ],
    headings: { first: top.length, last: top.length },
    print: { landscape: true, footer: lang === "zh" ? "&C第 &P 页，共 &N 页" : "&CPage &P of &N" },
  };
}

/** Decimals of the figures of a table: the most that one of them has. */
function decimalsOf(rows: Table["rows"]): number {
  const figures = rows.flat().filter((cell) => cell?.figure === true);
  return Math.max(0, ...figures.map((cell) => cell?.text.join("").split(".")[1]?.length ?? 0));
}

/**
 * The rows as they are written. A row that is higher than a row can be becomes several whose cells are merged, so that
 * all of its text shows; a group whose name is higher than its rows makes the last of them higher.
 */
function bodyRows(rows: Table["rows"], columns: Table["columns"], decimals: number): readonly SheetRow[] {
  const heights = rows.map((row) =>
    Math.max(
      ...row.map((cell, i) => (cell && cell.rows === 1 ? heightOf(cell, i, columns) : 0)),
      LINE + MARGIN,
    ),
  );
  for (const [at, row] of rows.entries()) {
    for (const [i, cell] of row.entries()) {
      if (!cell || cell.rows === 1) continue;
      const last = at + cell.rows - 1;
      const has = heights.slice(at, last + 1).reduce((sum, height) => sum + height, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, heightOf(cell, i, columns) - has);
    }
  }
  const parts = heights.map((height) => Math.ceil(height / ROW_HEIGHT));
  return rows.flatMap((row, at) => {
    const count = parts[at] ?? 1;
    const covered = (cell: Cell): number =>
      parts.slice(at, at + cell.rows).reduce((sum, part) => sum + part, 0);
    const cells = row.map(
      (cell, i) => cell && cellOf(cell, columns[i]?.align === "centre", covered(cell), decimals),
    );
    const height = (heights[at] ?? LINE) / count;
    return Array.from({ length: count }, (_, part) => ({
      height,
      cells: part === 0 ? cells : cells.map(() => undefined),
    }));
  });
}

function cellOf(cell: Cell, centred: boolean, rows: number, decimals: number): SheetCell {
  const style = { ...TEXT, centred, top: rows > 1, bold: cell.strong === true };
  const value = cell.text.join("\n");
  const shape = { rows, columns: cell.columns, style };
  return cell.figure === true ? { value, decimals, ...shape } : { value: cut(value), ...shape };
}

/** A text that no cell can hold ends with a mark; the other formats have it whole. */
function cut(text: string): string {
  return text.length <= CELL_TEXT ? text : `${text.slice(0, CELL_TEXT - 1)}…`;
}

function heightOf(cell: Cell, column: number, columns: Table["columns"]): number {
  const width = columns.slice(column, column + cell.columns).reduce((sum, { width: of }) => sum + of, 0);
  return cell.text.reduce((sum, text) => sum + linesOf(text, width), 0) * LINE + MARGIN;
}

/** Rows across the whole sheet: one, or several merged where it would be too high. */
function split(cells: readonly (SheetCell | undefined)[], lines: number): readonly SheetRow[] {
  const height = lines * LINE + MARGIN;
  const count = Math.ceil(height / ROW_HEIGHT);
  return Array.from({ length: count }, (_, part) => ({
    height: height / count,
    cells: part === 0 ? cells.map((cell) => cell && { ...cell, rows: count }) : cells.map(() => undefined),
  }));
}

/** Lines that a text takes at most in a column: whatever is not ASCII may be as wide as a Chinese character. */
function linesOf(text: string, width: number): number {
  // What may not begin or end a line leaves a character's room behind.
  const room = Math.max(2, width - 3);
  return text
    .split("\n")
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(printedWidth(part) / room)), 0);
}

function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character < "\u0080" ? 1 : 2;
  return width;
}
