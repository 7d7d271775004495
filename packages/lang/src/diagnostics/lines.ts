/** Lines of a text: what people call a place in it. */

/** A place as people and editors name it. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A text, and the way between its offsets and its positions. */
export interface Lines {
  readonly text: string;
  /** Where an offset is; past the text's end, at its end. */
  readonly positionOf: (offset: number) => Position;
  /** The offset of a position; past the text's end, its end. */
  readonly offsetOf: (position: Position) => number;
}

/** The lines of a text, ended by LF, CR LF or CR. They are found once, when the first place is asked for. */
export function linesOf(text: string): Lines {
  let found: readonly number[] | undefined;
  const starts = (): readonly number[] => (found ??= lineStarts(text));
  return {
    text,
    positionOf(offset) {
      const at = Math.min(offset, text.length);
      const lines = starts();
      let low = 0;
      let high = lines.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((lines[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: at - (lines[low] ?? 0) + 1 };
    },
    offsetOf({ line, column }) {
      return Math.min(text.length, (starts()[line - 1] ?? text.length) + column - 1);
    },
  };
}

const LF = 0x0a;
const CR = 0x0d;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
