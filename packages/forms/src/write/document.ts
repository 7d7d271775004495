import type { Lang } from "@heng/lang";

/**
 * A printed document as data: headings, tables with merged cells, notes. Worked out once, and the same in every format;
 * the renderers compute nothing.
 */
export interface Document {
  /** Of the words around the table. */
  readonly lang: Lang;
  readonly title: string;
  /** Lines under the title. */
  readonly lead: readonly string[];
  /** The first is what the document is about; what stands below it is said in `notes`. */
  readonly tables: readonly Table[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** A cell for each column; undefined where a merged cell of the same or an earlier row covers it. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly notes: readonly string[];
}

export interface Column {
  readonly heading: string;
  /** How wide it is printed, in columns of a monospaced font: a Chinese character has two. */
  readonly width: number;
  readonly align: "left" | "centre";
}

export interface Cell {
  /** Paragraphs. */
  readonly text: readonly string[];
  /** Rows and columns that it covers, itself included. */
  readonly rows: number;
  readonly columns: number;
  /** Its text is a figure: a decimal as people write it. */
  readonly figure?: true;
  /** A total or the name of a group. */
  readonly strong?: true;
}

/** A cell of one row and column. */
export function plain(...text: readonly string[]): Cell {
  return { text: text.filter((paragraph) => paragraph !== ""), rows: 1, columns: 1 };
}

/** Notes as they are listed: `1. …`; one alone has no number. */
export function numbered(notes: readonly string[]): readonly string[] {
  return notes.length < 2 ? notes : notes.map((note, i) => `${i + 1}. ${note}`);
}
