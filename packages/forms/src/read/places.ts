import type { DataPlace } from "@heng/lang";
import type { Position } from "./positions.ts";
import type { JsonRange } from "./strict-json.ts";

const LF = 0x0a;
const CR = 0x0d;

/** Gives the positions of many offsets of one text: the lines are found once, when the first is asked. */
function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Gives what places say of many stretches of one text. */
export function spansIn(text: string): (range: JsonRange) => Span {
  const positionOf = positionsIn(text);
  return ({ start, end }) => ({ ...positionOf(start), length: end - start });
}

/** Where a stretch of a text is, and how long. */
export type Span = Position & Required<Pick<DataPlace, "length">>;

/** The offsets at which lines start; a line ends with LF, CRLF or CR. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
