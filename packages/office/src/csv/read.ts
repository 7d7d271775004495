/** The sizes up to which CSV is read; at a limit it passes, one over is a problem. */
export interface CsvLimits {
  /** UTF-16 code units of one record, its line break not counted: the same table passes in every encoding. */
  readonly recordLength: number;
  /** Cells of one record. */
  readonly columns: number;
}

/** What separates the cells of a file. */
export type CsvDelimiter = "," | "\t" | ";";

/** A place in CSV text: line and column from 1, offset from 0, the last two in UTF-16 code units. */
export interface CsvPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * One cell: its text without quotes, and where it starts; `end` is the offset behind its last character or quote. `row`,
 * `index`: where a spreadsheet shows it, from 1; a quoted line break begins no row.
 */
export interface CsvCell extends CsvPlace {
  readonly text: string;
  readonly end: number;
  readonly row: number;
  readonly index: number;
}

/** Why CSV text cannot be read, or should not be trusted. After any problem but `ragged` nothing more is read. */
export type CsvProblem =
  /** No record at all: nothing, or blank lines only. */
  | { readonly kind: "empty"; readonly at: CsvPlace }
  /** The record just given has another number of cells than the first record of the file. */
  | { readonly kind: "ragged"; readonly at: CsvPlace; readonly found: number; readonly expected: number }
  /** A quote inside a cell that does not begin with one. */
  | { readonly kind: "strayQuote"; readonly at: CsvPlace }
  /** Something other than a delimiter or the line's end behind the quote that closes the one at `opened`. */
  | { readonly kind: "textAfterQuote"; readonly at: CsvPlace; readonly opened: CsvPlace }
  /** The text ends inside the quotes opened here. */
  | { readonly kind: "unclosedQuote"; readonly at: CsvPlace }
  /** The record starting here is over the limit; `opened` is the quote still open there, the likely cause. */
  | {
      readonly kind: "recordTooLong";
      readonly at: CsvPlace;
      readonly limit: number;
      readonly opened: CsvPlace | undefined;
    }
  /** The cell here is the first one over the limit. */
  | { readonly kind: "tooManyColumns"; readonly at: CsvPlace; readonly limit: number };

/** What a reading gives, in the order of the file. A blank line has no cells and is no record. */
export type CsvItem =
  | { readonly kind: "row"; readonly line: number; readonly cells: readonly CsvCell[] }
  | { readonly kind: "blank"; readonly line: number }
  | { readonly kind: "problem"; readonly problem: CsvProblem };

/** A reading of CSV text: the delimiter found, and the items, read as they are asked for. */
export interface CsvReading {
  readonly delimiter: CsvDelimiter;
  readonly items: Generator<CsvItem, void>;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads CSV by RFC 4180, strictly about quotes, in time linear in the text. Lines end with CRLF, LF or CR; the last line
 * break ends the last record and begins no other. The delimiter is the one that stands most often in the first record
 * outside quotes (comma before TAB before semicolon where equal).
 * Cells keep their text as written: the guard against formulas is taken off with `withoutFormulaGuard`.
 */
export function readCsv(text: string, limits: CsvLimits): CsvReading {
  const delimiter = delimiterOf(text, limits.recordLength);
  return { delimiter, items: itemsOf({ text, at: 0, line: 1, lineStart: 0 }, delimiter, limits) };
}

/** How far the text has been read. */
interface Cursor {
  readonly text: string;
  at: number;
  line: number;
  lineStart: number;
}

function delimiterOf(text: string, recordLength: number): CsvDelimiter {
  let at = 0;
  while (isLineBreak(text.charCodeAt(at))) at += 1;
  const stop = at + recordLength < text.length ? at + recordLength : text.length;
  const counts = { ",": 0, "\t": 0, ";": 0 };
  for (let quoted = false; at < stop; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (isLineBreak(unit)) break;
    else if (unit === 0x2c) counts[","] += 1;
    else if (unit === 0x09) counts["\t"] += 1;
    else if (unit === 0x3b) counts[";"] += 1;
  }
  if (counts[","] >= counts["\t"] && counts[","] >= counts[";"]) return ",";
  return counts["\t"] >= counts[";"] ? "\t" : ";";
}

function isLineBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

function* itemsOf(cursor: Cursor, delimiter: CsvDelimiter, limits: CsvLimits): Generator<CsvItem, void> {
  const { text } = cursor;
  let expected: number | undefined;
  for (let row = 1; cursor.at < text.length; row += 1) {
    const at = placeOf(cursor);
    if (isLineBreak(text.charCodeAt(cursor.at))) {
      endLine(cursor);
      yield { kind: "blank", line: at.line };
      continue;
    }
    const record = readRecord(cursor, delimiter.charCodeAt(0), limits, row);
    if ("kind" in record) {
      yield { kind: "problem", problem: record };
      return;
    }
    yield { kind: "row", line: at.line, cells: record };
    expected ??= record.length;
    if (record.length !== expected) {
      yield { kind: "problem", problem: { kind: "ragged", at, found: record.length, expected } };
    }
  }
  if (expected === undefined) {
    yield { kind: "problem", problem: { kind: "empty", at: { line: 1, column: 1, offset: 0 } } };
  }
}

function placeOf({ at, line, lineStart }: Cursor): CsvPlace {
  return placeAt(at, line, lineStart);
}

function placeAt(offset: number, line: number, lineStart: number): CsvPlace {
  return { line, column: offset - lineStart + 1, offset };
}

/** Moves over the line break that the cursor stands on. */
function endLine(cursor: Cursor): void {
  const { text, at } = cursor;
  cursor.at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
  cursor.line += 1;
  cursor.lineStart = cursor.at;
}

/** Reads the record that begins at the cursor, and the line break behind it. */
function readRecord(
  cursor: Cursor,
  delimiter: number,
  limits: CsvLimits,
  row: number,
): CsvCell[] | CsvProblem {
  const { text } = cursor;
  const start = placeOf(cursor);
  // What begins at `stop` is no longer in the record, or makes it too long.
  const stop =
    start.offset + limits.recordLength < text.length ? start.offset + limits.recordLength : text.length;
  const tooLong = (opened?: CsvPlace): CsvProblem => ({
    kind: "recordTooLong",
    at: start,
    limit: limits.recordLength,
    opened,
  });

  const cells: CsvCell[] = [];
  for (;;) {
    const { at: offset, line, lineStart } = cursor;
    if (cells.length === limits.columns) {
      return { kind: "tooManyColumns", at: placeOf(cursor), limit: limits.columns };
    }

    const quoted = text.charCodeAt(offset) === QUOTE;
    let content: string | undefined;
    if (quoted) {
      content = readQuoted(cursor, stop);
      if (content === undefined) {
        const at = placeAt(offset, line, lineStart);
        return stop === text.length ? { kind: "unclosedQuote", at } : tooLong(at);
      }
    } else {
      cursor.at = endOfBare(text, offset, stop, delimiter);
      content = text.slice(offset, cursor.at);
    }
    const index = cells.length + 1;
    cells.push({ text: content, line, column: offset - lineStart + 1, offset, end: cursor.at, row, index });

    if (cursor.at === text.length) return cells;
    const unit = text.charCodeAt(cursor.at);
    if (isLineBreak(unit)) {
      endLine(cursor);
      return cells;
    }
    if (cursor.at >= stop) return tooLong();
    if (unit !== delimiter) {
      const at = placeOf(cursor);
      if (!quoted) return { kind: "strayQuote", at };
      return { kind: "textAfterQuote", at, opened: placeAt(offset, line, lineStart) };
    }
    cursor.at += 1;
  }
}

/** The offset at which a cell without quotes ends: a delimiter, a line break, a quote that does not belong, or `stop`. */
function endOfBare(text: string, start: number, stop: number, delimiter: number): number {
  let at = start;
  for (; at < stop; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter || unit === LF || unit === CR || unit === QUOTE) break;
  }
  return at;
}

/** Reads the quoted cell that begins at the cursor; undefined when it is still open at `stop`. */
function readQuoted(cursor: Cursor, stop: number): string | undefined {
  const { text } = cursor;
  const start = cursor.at + 1;
  let doubled = false;
  cursor.at = start;
  while (cursor.at < stop) {
    const unit = text.charCodeAt(cursor.at);
    if (isLineBreak(unit)) {
      endLine(cursor);
    } else if (unit !== QUOTE) {
      cursor.at += 1;
    } else if (text.charCodeAt(cursor.at + 1) === QUOTE) {
      doubled = true;
      cursor.at += 2;
    } else {
      const content = text.slice(start, cursor.at);
      cursor.at += 1;
      return doubled ? content.replaceAll('""', '"') : content;
    }
  }
  return undefined;
}
