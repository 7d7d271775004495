/** Text put together of others, and where each part of it comes from. */
import type { Range } from "../diagnostics/diagnostic.ts";

/** A stretch [start, end) of a text: copied from a file at `from`, or signs put in there. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly file: string;
  readonly from: number;
  readonly copied: boolean;
}

/** A text, and the files its parts are from. */
export interface Composed {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** The text of a file as it stands. */
export function whole(file: string, text: string): Composed {
  return { text, segments: [{ start: 0, end: text.length, file, from: 0, copied: true }] };
}

/** Puts a text together from left to right. */
export class Composer {
  readonly #parts: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;

  /** A stretch of another text, as it stands there. */
  copy(of: Composed, start: number, end: number): void {
    if (start >= end) return;
    for (let i = segmentAt(of.segments, start); i < of.segments.length; i++) {
      const segment = of.segments[i];
      if (!segment || segment.start >= end) break;
      const from = Math.max(start, segment.start);
      const until = Math.min(end, segment.end);
      if (until > from) this.#add(segment, from - segment.start, of.text.slice(from, until));
    }
  }

  /** Signs that no file has: they count to what stands before them. */
  put(text: string): void {
    const last = this.#segments.at(-1);
    const { file, from } = last ? { file: last.file, from: placeOf(last, last.end) } : { file: "", from: 0 };
    this.#push(text, { file, from, copied: false });
  }

  get done(): Composed {
    return { text: this.#parts.join(""), segments: this.#segments };
  }

  #add(segment: Segment, skipped: number, text: string): void {
    this.#push(text, { ...segment, from: segment.from + (segment.copied ? skipped : 0) });
  }

  #push(text: string, { file, from, copied }: Pick<Segment, "file" | "from" | "copied">): void {
    this.#segments.push({ start: this.#length, end: this.#length + text.length, file, from, copied });
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function placeOf({ start, from, copied }: Segment, at: number): number {
  return copied ? from + at - start : from;
}

/** Index of the segment that holds an offset; of the text's end, that of the last. */
function segmentAt(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Where what stands at [start, end) of a text put together was written. */
export function originOf({ segments }: Composed, { start, end }: Pick<Range, "start" | "end">): Range {
  const first = segments[segmentAt(segments, start)];
  if (!first) return { file: "", start, end };
  const from = placeOf(first, start);
  const last = end > start ? segments[segmentAt(segments, end - 1)] : first;
  const until = last?.file === first.file ? placeOf(last, end) : -1;
  // Where parts of other files, or of elsewhere, stand in between, the first part alone is meant.
  const to = until >= from ? until : placeOf(first, Math.min(end, first.end));
  return { file: first.file, start: from, end: Math.max(from, to) };
}

/** Whether [start, end) was copied as it stands from one place. */
export function isCopied({ segments }: Composed, { start, end }: Pick<Range, "start" | "end">): boolean {
  const segment = segments[segmentAt(segments, start)];
  return segment !== undefined && segment.copied && end <= segment.end;
}
