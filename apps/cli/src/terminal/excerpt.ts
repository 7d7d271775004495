/** The line a finding is on, with carets under the place. */
import { paint } from "./colour.ts";
import { visible } from "./visible.ts";
import { widest, width } from "./width.ts";

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count. */
  readonly column: number;
}

/** Where an offset is. CR LF, LF and CR end a line. */
export function positionOf(text: string, offset: number): Position {
  const starts = lineStarts(text);
  const at = Math.min(offset, text.length);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** The offset of a position; a position past the text's end is its end. */
export function offsetOf(text: string, position: Position): number {
  const start = lineStarts(text)[position.line - 1] ?? text.length;
  return Math.min(text.length, start + position.column - 1);
}

/** A file may have as many findings as lines: its lines are counted once. */
const STARTS = new Map<string, readonly number[]>();
/** Texts whose lines are kept; there are seldom more with findings at a time. */
const KEPT = 8;

function lineStarts(text: string): readonly number[] {
  const known = STARTS.get(text);
  if (known) return known;
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) if (endsLine(text, i)) starts.push(i + 1);
  if (STARTS.size === KEPT) STARTS.clear();
  STARTS.set(text, starts);
  return starts;
}

function endsLine(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a);
}

/** ASCII: the carets are counted past it. */
const CUT = "...";

/** Characters for a column of the terminal, on either side of the place: nearly all take one column or two. */
const AROUND = 4;

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly widest: number;
  readonly marked: boolean;
}

/**
 * Two lines: `  41 │   指标 部门管理 33分 {` and the carets with `label`. A line longer than the terminal is cut around the
 * place; tabs are shown as blanks up to the next multiple of four. The place is underlined as well, for terminals that draw
 * characters before it wider than they are counted.
 */
export function excerpt(
  text: string,
  range: { readonly start: number; readonly end: number },
  options: { readonly width: number; readonly label?: string | undefined },
): { readonly source: string; readonly carets: string } {
  const start = Math.min(range.start, text.length);
  const { line, column } = positionOf(text, start);
  // A line may be the whole of a file: what is too far from the place to be shown is not looked at.
  const around = AROUND * options.width;
  const from = start - Math.min(column - 1, around);
  let to = start;
  while (to < text.length && to < start + around && text[to] !== "\n" && text[to] !== "\r") to += 1;
  const number = String(line);
  const gutter = `  ${number} │ `;
  const cells = cellsOf(text.slice(from, to), start - from, Math.max(range.end, start + 1) - from);
  const first = cells.findIndex((c) => c.marked);
  const shown = cutAround(cells, first < 0 ? cells.length : first, options.width - widest(gutter));
  const at = shown.findIndex((c) => c.marked);
  const before = at < 0 ? shown : shown.slice(0, at);
  const place = shown.filter((c) => c.marked);
  const behind = at < 0 ? [] : shown.slice(at + place.length);
  const blanks = before.reduce((sum, c) => sum + c.columns, 0);
  const carets = place.reduce((sum, c) => sum + c.columns, 0);
  const label = options.label === undefined || options.label === "" ? "" : ` ${visible(options.label)}`;
  return {
    source: `${gutter}${textOf(before)}${paint("underline", textOf(place))}${textOf(behind)}`.trimEnd(),
    carets: `  ${" ".repeat(number.length)} │ ${" ".repeat(blanks)}${"^".repeat(Math.max(1, carets))}${label}`,
  };
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((c) => c.text).join("");
}

/** The characters of a line as they are shown, those from `start` to `end` marked. */
function cellsOf(line: string, start: number, end: number): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  let column = 0;
  for (const character of line) {
    const text = character === "\t" ? " ".repeat(4 - (column % 4)) : visible(character);
    const columns = width(text);
    cells.push({ text, columns, widest: widest(text), marked: at >= start && at < end });
    at += character.length;
    column += columns;
  }
  return cells;
}

/** The part of a line around the place that fits in `room` columns. */
function cutAround(cells: readonly Cell[], first: number, room: number): readonly Cell[] {
  const total = cells.reduce((sum, c) => sum + c.widest, 0);
  if (total <= room) return cells;
  const mark: Cell = { text: CUT, columns: width(CUT), widest: widest(CUT), marked: false };
  const available = Math.max(8, room - 2 * mark.widest);
  // A third of the room before the place, so that its surroundings on both sides are seen.
  let low = first;
  let used = 0;
  while (low > 0 && used + (cells[low - 1]?.widest ?? 0) <= available / 3) {
    low -= 1;
    used += cells[low]?.widest ?? 0;
  }
  let high = low;
  used = 0;
  while (high < cells.length && used + (cells[high]?.widest ?? 0) <= available) {
    used += cells[high]?.widest ?? 0;
    high += 1;
  }
  while (low > 0 && used + (cells[low - 1]?.widest ?? 0) <= available) {
    low -= 1;
    used += cells[low]?.widest ?? 0;
  }
  return [...(low > 0 ? [mark] : []), ...cells.slice(low, high), ...(high < cells.length ? [mark] : [])];
}
