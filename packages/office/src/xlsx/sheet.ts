/** A workbook as it is to be written: cells, how they look, and how their sheet prints. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly font: Font;
}

export interface Font {
  readonly name: string;
  /** Points. */
  readonly size: number;
}

export interface Sheet {
  /** Shown on its tab: what Excel does not take is left out. */
  readonly name: string;
  /** Widths of the columns in digits of the font. */
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
  /** The rows, counted from 0, that stay on the screen and stand on every page. */
  readonly headings?: { readonly first: number; readonly last: number };
  readonly print: Print;
}

interface Print {
  readonly landscape: boolean;
  /** Codes of Excel: `第 &P 页` has the page. */
  readonly footer: string;
}

export interface SheetRow {
  /** Points; at most {@link ROW_HEIGHT}. */
  readonly height: number;
  /** A cell for each column; undefined where there is none, or a merged cell covers it. */
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetCell {
  /** A decimal as people write it, for a number. */
  readonly value: string;
  /** Decimals shown of a number; absent: the value is text. Text is never a formula. */
  readonly decimals?: number;
  /** Rows and columns that it covers, itself included. */
  readonly rows: number;
  readonly columns: number;
  readonly style: CellStyle;
}

export interface CellStyle {
  readonly bold: boolean;
  readonly centred: boolean;
  /** Its text stands at the top: of a merged cell the middle may fall on the end of a page. */
  readonly top?: boolean;
  readonly bordered: boolean;
  readonly shaded: boolean;
  /** Points, where it is not the font's. */
  readonly size?: number;
}

/** The highest a row can be, in points. */
export const ROW_HEIGHT = 409;
/** The longest a text of a cell can be, in UTF-16 units. */
export const CELL_TEXT = 32_767;
