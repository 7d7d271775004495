/** What a text file was written in. A byte-order mark is taken off the text; that UTF-8 had one is kept here. */
export type Encoding = "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le" | "utf-16be";

/**
 * Where in a file a problem is: a byte offset from 0, and the line and column it falls on, from 1; columns are counted in
 * UTF-16 units of what stands before it.
 */
export interface BytePlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Why bytes are not text. `malformed`: the first byte sequence that `encoding` does not allow, `encoding` being the one
 * the file most resembles. `control`: a character that no text has (`code` 0 is NUL), so the file is binary, or UTF-16
 * without its mark.
 */
export type DecodeProblem =
  | ({ readonly kind: "malformed"; readonly encoding: Encoding } & BytePlace)
  | ({ readonly kind: "control"; readonly code: number } & BytePlace);

/** The text of a file and its encoding, or the one problem that keeps it from being text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly problem: DecodeProblem };

/**
 * Reads the bytes of a text file: UTF-8 first, then GB18030, both strictly; UTF-16 only where a byte-order mark says so.
 * No byte is ever replaced or skipped, and a damaged UTF-8 file is refused rather than read as Chinese nonsense.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be");

  // In UTF-8 and GB18030 these bytes stand for themselves only, never inside a longer sequence.
  const control = firstControl(bytes);
  if (control !== undefined) {
    return failed({ kind: "control", code: bytes[control] ?? 0, ...placeAt(bytes, control) });
  }

  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== undefined) return { ok: true, text: utf8, encoding: marked ? "utf-8-bom" : "utf-8" };
  if (marked || resemblesUtf8(bytes)) {
    const encoding = marked ? "utf-8-bom" : "utf-8";
    return failed({ kind: "malformed", encoding, ...malformedUtf8(bytes) });
  }

  const gb18030 = strictly("gb18030", bytes);
  if (gb18030 === undefined) {
    const offset = firstMalformedGb18030(bytes);
    return failed({ kind: "malformed", encoding: "gb18030", ...placeAt(bytes, offset, "gb18030") });
  }
  // Decoders take off the mark of UTF-8 and UTF-16 themselves, but not the one of GB18030 (84 31 95 33).
  return { ok: true, text: gb18030.startsWith("\uFEFF") ? gb18030.slice(1) : gb18030, encoding: "gb18030" };
}

function failed(problem: DecodeProblem): Decoded {
  return { ok: false, problem };
}

/** The text of `bytes`, without its mark, or undefined where a sequence is not allowed. */
function strictly(
  label: "utf-8" | "gb18030" | "utf-16le" | "utf-16be",
  bytes: Uint8Array,
): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  const high = encoding === "utf-16be" ? 0 : 1;
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i += 1) {
    units[i] = ((bytes[2 * i + high] ?? 0) << 8) | (bytes[2 * i + 1 - high] ?? 0);
  }
  const control = firstControl(units);
  if (control !== undefined) {
    return failed({ kind: "control", code: units[control] ?? 0, ...unitPlaceAt(units, control) });
  }
  const text = strictly(encoding, bytes);
  if (text !== undefined) return { ok: true, text, encoding };
  const index = firstMalformedUtf16(units);
  return failed({ kind: "malformed", encoding, ...unitPlaceAt(units, index) });
}

/** The code units of a text: bytes, or the 16-bit units of UTF-16. */
type Units = Uint8Array | Uint16Array;

/** Index of the first control character other than white space (TAB, LF, VT, FF, CR). */
function firstControl(units: Units): number | undefined {
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] ?? 0;
    if ((unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || unit === 0x7f) return index;
  }
  return undefined;
}

/** Where bytes stop being UTF-8: at their end where they do not. */
export function malformedUtf8(bytes: Uint8Array): BytePlace {
  return placeAt(bytes, firstMalformedUtf8(bytes));
}

/** The place of the byte at `offset`; what stands before it is mostly right in one encoding. */
function placeAt(bytes: Uint8Array, offset: number, encoding: "utf-8" | "gb18030" = "utf-8"): BytePlace {
  const { line, start } = lineAt(bytes, offset);
  const before = bytes.subarray(start, offset);
  const text = strictly(encoding, before) ?? strictly("gb18030", before);
  return { offset, line, column: (text?.length ?? before.length) + 1 };
}

/** The place of the unit of UTF-16 at `index`; the mark at the beginning is in no column. */
function unitPlaceAt(units: Uint16Array, index: number): BytePlace {
  const { line, start } = lineAt(units, index);
  return { offset: 2 * index, line, column: index - start + (line === 1 ? 0 : 1) };
}

/** The line, from 1, of the code unit at `index`, and where it starts; a line ends with LF, CRLF or CR. */
function lineAt(units: Units, index: number): { readonly line: number; readonly start: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < index; i += 1) {
    if (units[i] === 0x0d || (units[i] === 0x0a && units[i - 1] !== 0x0d)) line += 1;
    if (units[i] === 0x0d || units[i] === 0x0a) start = i + 1;
  }
  return { line, start };
}

/**
 * Whether bytes that are not UTF-8 as a whole were meant to be: half or more of their non-ASCII bytes stand in sequences
 * of three or four, as all Chinese text in UTF-8 does. In GB18030 text only a few in a hundred do so by chance. Without
 * this question a file cut off inside a character, or one with a line pasted in from another encoding, would often be
 * valid GB18030, and wrong.
 */
function resemblesUtf8(bytes: Uint8Array): boolean {
  let beyondAscii = 0;
  let inLongSequences = 0;
  for (let index = 0; index < bytes.length;) {
    const size = utf8Size(bytes, index);
    if (size !== 1) beyondAscii += size === 0 ? 1 : size;
    if (size >= 3) inLongSequences += size;
    index += size === 0 ? 1 : size;
  }
  return 2 * inLongSequences >= beyondAscii;
}

function firstMalformedUtf8(bytes: Uint8Array): number {
  let index = 0;
  for (let size = 1; size > 0 && index < bytes.length; index += size) size = utf8Size(bytes, index);
  return index;
}

/** Index of the first unpaired surrogate, or of the half unit at the end. */
function firstMalformedUtf16(units: Uint16Array): number {
  let index = 0;
  for (let size = 1; size > 0 && index < units.length; index += size) {
    size = utf16Size(units[index] ?? 0, units[index + 1] ?? 0);
  }
  return index;
}

/** Enough to make one call of the decoder worth it, little enough to be searched character by character. */
const STRETCH = 4096;

function firstMalformedGb18030(bytes: Uint8Array): number {
  for (let from = 0; from < bytes.length;) {
    let to = from;
    let size = 1;
    while (to < bytes.length && to - from < STRETCH) {
      size = gb18030Size(bytes, to);
      if (size === 0) break;
      to += size;
    }
    // The form is right up to `to`; whether every code is assigned only the decoder's table knows.
    if (strictly("gb18030", bytes.subarray(from, to)) === undefined) {
      let index = from;
      for (let next = from; next < to; index = next) {
        next = index + gb18030Size(bytes, index);
        if (strictly("gb18030", bytes.subarray(index, next)) === undefined) break;
      }
      return index;
    }
    if (size === 0) return to;
    from = to;
  }
  return bytes.length;
}

/** How many bytes the UTF-8 sequence at `index` has; 0 where none is well-formed (Unicode, table 3-7). */
function utf8Size(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[index + 1] ?? 0;
  if (first < 0xe0) return isContinuation(second) ? 2 : 0;
  // The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest || !isContinuation(bytes[index + 2])) return 0;
  if (first < 0xf0) return 3;
  return isContinuation(bytes[index + 3]) ? 4 : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** How many bytes the GB18030 sequence at `index` has by its form; 0 where it has none of the three forms. */
function gb18030Size(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first <= 0x80) return 1;
  if (first === 0xff) return 0;
  const second = bytes[index + 1] ?? 0;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2;
  const third = bytes[index + 2] ?? 0;
  return isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(bytes[index + 3]) ? 4 : 0;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** How many code units the UTF-16 character that starts with `unit` has; 0 for half a surrogate pair. */
function utf16Size(unit: number, next: number): number {
  if (unit < 0xd800 || unit > 0xdfff) return 1;
  return unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff ? 2 : 0;
}
