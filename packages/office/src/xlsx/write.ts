/**
 * Writes a workbook: the few parts of SpreadsheetML that a printed table needs (docs/decisions/0014), and the same bytes
 * for the same workbook, since nothing of the moment or the machine goes in.
 */
import { strToU8, zipSync, type Zippable } from "fflate/browser";
import { CELL_TEXT, ROW_HEIGHT, type Sheet, type SheetCell, type SheetRow, type Workbook } from "./sheet.ts";
import { Styles } from "./styles.ts";
import { cellText, DECLARATION, xmlText } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Without a zone it is the same hour on every machine: the first that zip can say. */
const NO_TIME = "1980-01-01T00:00:00";

/** Texts that Excel takes for a formula or a number when a cell is typed into: they keep a `'` that is not shown. */
const NOT_TYPED = /^[=+\-@\t\r\n＝＋－＠]/;

export function writeXlsx({ sheets, font }: Workbook): Uint8Array {
  const styles = new Styles(font);
  const names = sheetNames(sheets);
  const pages = sheets.map((sheet, i) => sheetXml(sheet, styles, i === 0));
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ["[Content_Types].xml", contentTypes(sheets.length)],
    [
      "_rels/.rels",
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ["xl/workbook.xml", workbookXml(sheets, names)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets.length)],
    ["xl/styles.xml", styles.xml()],
    ...pages.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml] as const),
  ];
  const files: Zippable = {};
  for (const [path, xml] of parts)
    files[path] = strToU8(xml.startsWith(DECLARATION) ? xml : DECLARATION + xml);
  return zipSync(files, { level: 6, mtime: NO_TIME });
}

function contentTypes(sheets: number): string {
  const part = (path: string, kind: string): string =>
    `<Override PartName="/xl/${path}.xml" ContentType="${KIND}.${kind}+xml"/>`;
  return [
    `<Types xmlns="${TYPES}">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("workbook", "sheet.main"),
    ...Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, "worksheet")),
    part("styles", "styles"),
    "</Types>",
  ].join("");
}

function workbookRelations(sheets: number): string {
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}.xml"/>`;
  return [
    `<Relationships xmlns="${RELATIONS}">`,
    ...Array.from({ length: sheets }, (_, i) => relation(i + 1, "worksheet", `worksheets/sheet${i + 1}`)),
    relation(sheets + 1, "styles", "styles"),
    "</Relationships>",
  ].join("");
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const titles = sheets.flatMap(({ headings }, i) => {
    if (!headings) return [];
    const name = `'${(names[i] ?? "").replaceAll("'", "''")}'`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(`${name}!$${headings.first + 1}:$${headings.last + 1}`)}</definedName>`,
    ];
  });
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    "<bookViews><workbookView/></bookViews>",
    "<sheets>",
    ...names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
    "</sheets>",
    titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`,
    "</workbook>",
  ].join("");
}

/** The names on the tabs: at most 31 characters, none of `[]:*?/\`, no `'` at an end, and no two alike. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, i) => {
    const usable = Array.from(name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ""))
      .slice(0, 24)
      .join("")
      .replaceAll(/^'+|'+$/g, "")
      .trim();
    const first = usable === "" ? `${i + 1}` : usable;
    const free = taken.has(first.toLowerCase()) ? `${first} ${i + 1}` : first;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The parts of a sheet, in the order that the schema has. */
function sheetXml({ columns, rows, headings, print }: Sheet, styles: Styles, first: boolean): string {
  const merged = mergesOf(rows);
  const covered = coveredIn(rows);
  const below = headings ? headings.last + 1 : 0;
  const pane = headings
    ? `<pane ySplit="${below}" topLeftCell="A${below + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : "";
  return [
    `<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ""} showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    "<sheetData>",
    ...rows.map((row, i) => rowXml(row, i, covered, styles)),
    "</sheetData>",
    merged.length === 0
      ? ""
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.47" right="0.47" top="0.59" bottom="0.63" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="${print.landscape ? "landscape" : "portrait"}"/>`,
    `<headerFooter><oddFooter>${xmlText(print.footer)}</oddFooter></headerFooter>`,
    "</worksheet>",
  ].join("");
}

/** By reference, the cells that a merged cell covers: a border is drawn only where each of them has it. */
function coveredIn(rows: Sheet["rows"]): ReadonlyMap<string, SheetCell> {
  const covered = new Map<string, SheetCell>();
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell || (cell.rows === 1 && cell.columns === 1)) continue;
      for (let down = 0; down < cell.rows; down += 1)
        for (let across = 0; across < cell.columns; across += 1)
          if (down + across > 0) covered.set(`${letters(column + across)}${row + down + 1}`, cell);
    }
  }
  return covered;
}

function rowXml(
  { cells, height }: SheetRow,
  at: number,
  covered: ReadonlyMap<string, SheetCell>,
  styles: Styles,
): string {
  const texts = cells.flatMap((cell, column) => {
    const ref = `${letters(column)}${at + 1}`;
    if (cell) return [cellXml(cell, ref, styles)];
    const over = covered.get(ref);
    return over
      ? [`<c r="${ref}" s="${styles.of({ ...over.style, decimals: undefined, quoted: false })}"/>`]
      : [];
  });
  return `<row r="${at + 1}" ht="${Math.min(height, ROW_HEIGHT)}" customHeight="1">${texts.join("")}</row>`;
}

function cellXml({ value, decimals, style }: SheetCell, ref: string, styles: Styles): string {
  const look = { ...style, decimals, quoted: decimals === undefined && NOT_TYPED.test(value) };
  const s = styles.of(look);
  if (decimals !== undefined) return `<c r="${ref}" s="${s}"><v>${xmlText(value)}</v></c>`;
  if (value === "") return `<c r="${ref}" s="${s}"/>`;
  return `<c r="${ref}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${cellText(value.slice(0, CELL_TEXT))}</t></is></c>`;
}

function mergesOf(rows: Sheet["rows"]): readonly string[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell && (cell.rows > 1 || cell.columns > 1)
        ? [`${letters(column)}${row + 1}:${letters(column + cell.columns - 1)}${row + cell.rows}`]
        : [],
    ),
  );
}

/** `A`, … `Z`, `AA` */
function letters(column: number): string {
  const A = 65;
  const before = column < 26 ? "" : letters(Math.floor(column / 26) - 1);
  return before + String.fromCharCode(A + (column % 26));
}
