/** The styles of a workbook: each look of a cell once, in the order of its first use. */
import type { CellStyle, Font } from "./sheet.ts";
import { DECLARATION, xmlText } from "./xml.ts";

/** A look: what the cell says, its number format, and whether its text only looks like a formula. */
export interface Look extends CellStyle {
  readonly decimals: number | undefined;
  readonly quoted: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Formats that Excel has itself; others are numbered from 164. */
const BUILT_IN: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 2],
]);
const FIRST_FORMAT = 164;

export class Styles {
  readonly #font: Font;
  readonly #looks = new Map<string, number>();
  readonly #cells: string[] = [];
  readonly #fonts: string[] = [];
  readonly #formats: number[] = [];

  constructor(font: Font) {
    this.#font = font;
    // The first font is what widths are measured in, the first look that of cells that say nothing.
    this.#fontOf({ bold: false, size: font.size });
    this.of({
      bold: false,
      centred: false,
      bordered: false,
      shaded: false,
      decimals: undefined,
      quoted: false,
    });
  }

  /** The number of a look. */
  of(look: Look): number {
    const { bold, centred, top = false, bordered, shaded, decimals, quoted, size = this.#font.size } = look;
    const key = JSON.stringify([bold, centred, top, bordered, shaded, decimals ?? null, quoted, size]);
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    const format = decimals === undefined ? 0 : this.#formatOf(decimals);
    const attributes = [
      `numFmtId="${format}" fontId="${this.#fontOf({ bold, size })}" fillId="${shaded ? 2 : 0}" borderId="${bordered ? 1 : 0}" xfId="0"`,
      quoted ? ' quotePrefix="1"' : "",
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ].join("");
    const across = centred || decimals !== undefined ? "center" : "left";
    this.#cells.push(
      `<xf ${attributes}><alignment horizontal="${across}" vertical="${top ? "top" : "center"}" wrapText="1"/></xf>`,
    );
    this.#looks.set(key, this.#cells.length - 1);
    return this.#cells.length - 1;
  }

  #fontOf({ bold, size }: { readonly bold: boolean; readonly size: number }): number {
    const font = `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><name val="${xmlText(this.#font.name)}"/><family val="3"/><charset val="134"/></font>`;
    const known = this.#fonts.indexOf(font);
    return known < 0 ? this.#fonts.push(font) - 1 : known;
  }

  #formatOf(decimals: number): number {
    const builtIn = BUILT_IN.get(decimals);
    if (builtIn !== undefined) return builtIn;
    const known = this.#formats.indexOf(decimals);
    return FIRST_FORMAT + (known < 0 ? this.#formats.push(decimals) - 1 : known);
  }

  /** `xl/styles.xml` with all looks asked for. */
  xml(): string {
    const formats = this.#formats.map(
      (decimals, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="0.${"0".repeat(decimals)}"/>`,
    );
    const side = (name: string): string => `<${name} style="thin"><color indexed="64"/></${name}>`;
    const list = (name: string, entries: readonly string[]): string =>
      `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
    return [
      DECLARATION,
      `<styleSheet xmlns="${MAIN}">`,
      formats.length === 0 ? "" : list("numFmts", formats),
      list("fonts", this.#fonts),
      list("fills", [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/><bgColor indexed="64"/></patternFill></fill>',
      ]),
      list("borders", [
        "<border><left/><right/><top/><bottom/><diagonal/></border>",
        `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`,
      ]),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", this.#cells),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}
