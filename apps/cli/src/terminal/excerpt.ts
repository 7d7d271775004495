/** The line a finding is on, with carets under the place. */
import type { Lines } from "@heng/lang";
import { paint } from "./colour.ts";
import { visible } from "./visible.ts";
import { widest, width } from "./width.ts";

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
  { text, positionOf }: Lines,
  range: { readonly start: number; readonly end: number },
  options: { readonly width: number; readonly label?: string | undefined },
): { readonly source: string; readonly carets: string } {
  const start = Math.min(range.start, text.length);
  const { line, column } = positionOf(start);
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
