/** How a file is to be written. */
export interface CsvWriting {
  /** Begin with a byte-order mark, by which spreadsheet programs know UTF-8. */
  readonly bom: boolean;
}

/**
 * Writes rows as CSV by RFC 4180: comma, CRLF, quotes where needed. What a spreadsheet would run as a formula is guarded
 * by `withFormulaGuard`. `readCsv` gives the same rows back; a row without cells is a blank line.
 */
export function writeCsv(rows: Iterable<readonly string[]>, { bom }: CsvWriting): string {
  let text = bom ? "\uFEFF" : "";
  for (const row of rows) text += `${recordOf(row)}\r\n`;
  return text;
}

function recordOf(row: readonly string[]): string {
  // One empty cell in quotes, else it would be a blank line.
  return row.length === 1 && row[0] === "" ? '""' : row.map(cellOf).join(",");
}

/** Quotes any of the delimiters, so that readers that guess the delimiter find the comma, and a mark in first place. */
const NEEDS_QUOTES = /[",;\t\r\n\uFEFF]/;

function cellOf(text: string): string {
  const guarded = withFormulaGuard(text);
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** What makes spreadsheet programs take a text for a formula, behind any guards that it already has. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^'*[+-](?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?[%‰]?$/;

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}

/** `text` behind a `'` where a spreadsheet would run it as a formula; numbers with a sign stay numbers. */
export function withFormulaGuard(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** Takes off what `withFormulaGuard` put on; any other text, one that begins with `'` included, stays as it is. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
