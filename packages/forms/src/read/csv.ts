/** Filings from CSV: the first record names the columns, each further one is a filing. */
import {
  diagnose,
  isFigure,
  isOf,
  normal,
  shownUnit,
  unitType,
  type DataPlace,
  type DeclaredUnits,
  type Diagnostic,
  type FieldSpec,
  type Program,
  type Report,
} from "@heng/lang";
import type { Filing } from "@heng/engine";
import { readCsv, withoutFormulaGuard, type CsvCell, type CsvItem, type CsvProblem } from "@heng/office";
import { H3022 } from "./H3022-ambiguous-name/index.ts";
import { H4003 } from "./H4003-over-limit/index.ts";
import { H4005 } from "./H4005-no-filing/index.ts";
import { H4011 } from "./H4011-csv-quotes/index.ts";
import { H4012 } from "./H4012-ragged-row/index.ts";
import { H4013 } from "./H4013-unknown-column/index.ts";
import { H4014 } from "./H4014-column-twice/index.ts";
import { H4015 } from "./H4015-column-without-name/index.ts";
import { H4016 } from "./H4016-rows-in-csv/index.ts";
import { H4017 } from "./H4017-unit-of-column/index.ts";
import { H4019 } from "./H4019-title-above-headings/index.ts";
import { H4020 } from "./H4020-total-row/index.ts";
import { DATA_LIMITS } from "./limits.ts";
import { lookup, namesOf, type Lookup, type ProgramNames } from "./names.ts";
import { filingOf, inOrder, isOfYear, newDraft, putText, textOf, type FilingsRead } from "./reading.ts";
import { sameKind } from "./figures.ts";
import { readChecklist, readValue, type WrittenItem } from "./value.ts";
import { shownText } from "./written.ts";

/** The columns that say whose filing a record is, and of which year. */
export const AGENCY_COLUMN = "预算单位";
export const YEAR_COLUMN = "年度";
/** What follows the name of an indicator in the heading of its reasons. */
export const REASON_SUFFIX = "说明";

/** What stands for an agency where a line sums up others. */
const TOTALS = new Set(["合计", "总计", "小计", "共计"]);

const AGENCY_NAMES = new Set([AGENCY_COLUMN, "单位名称"]);

/** Reads the filings of a CSV file. `name` is the file's, as results and places show it. Never throws. */
export function readCsvFilings(bytes: Uint8Array, program: Program, name: string): FilingsRead {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (d) => void diagnostics.push(d);
  const filings: Filing[] = [];
  const done = (): FilingsRead => ({ filings, diagnostics: inOrder(diagnostics) });

  const text = textOf(bytes, name, report);
  if (text === undefined) return done();
  const limits = { recordLength: DATA_LIMITS.csvRecord, columns: DATA_LIMITS.csvColumns };
  const names = namesOf(program);
  const columnNamed = columnsOf(program, names);
  const titled = titleIn(readCsv(text, limits).items, columnNamed);
  if (titled !== undefined) {
    const { line: title } = titled.title;
    report(diagnose(H4019, { title, headings: titled.headings }, { place: placeOf(titled.title, name) }));
    return done();
  }
  const unnamed = new Set<number>();
  let columns: readonly Column[] | undefined;
  let records = 0;
  let totals = 0;
  // A record is read once the item behind it shows that it is not ragged.
  let waiting: readonly CsvCell[] | undefined;
  const readWaiting = (): boolean => {
    const cells = waiting;
    waiting = undefined;
    if (cells === undefined || cells.every((cell) => cell.text.trim() === "")) return true;
    if (columns === undefined) {
      columns = headings(cells, columnNamed, name, report);
      return columns !== undefined;
    }
    records += 1;
    const total = totalIn(cells, columns);
    if (total !== undefined) {
      totals += 1;
      const place = { ...placeOf(total, name), row: records, field: AGENCY_COLUMN };
      report(diagnose(H4020, { line: total.line, written: shownText(total.text.trim()) }, { place }));
      return true;
    }
    const table = { columns, program, units: names.units, unnamed, file: name, report };
    const filing = readRecord(cells, table, records);
    if (filing !== undefined) filings.push(filing);
    return true;
  };
  for (const item of readCsv(text, limits).items) {
    if (item.kind === "problem") {
      let length = 1;
      if (item.problem.kind === "ragged") {
        length = (waiting?.at(-1)?.end ?? 0) - item.problem.at.offset;
        waiting = undefined;
        records += 1;
      } else if (!readWaiting()) {
        return done();
      }
      report(ofProblem(item.problem, name, length));
    } else {
      if (!readWaiting()) return done();
      if (item.kind === "row") waiting = item.cells;
    }
  }
  if (!readWaiting()) return done();
  if (records === totals && !diagnostics.some((d) => d.severity === "error")) {
    const found =
      totals === 0
        ? { zh: "只有列名的表", en: "a table of headings only" }
        : { zh: "只有合计的表", en: "a table of totals only" };
    report(diagnose(H4005, { found, kind: "csv" }, { place: { file: name } }));
  }
  return done();
}

/** Where a cell stands, with its quotes, and what a spreadsheet calls it. */
function placeOf({ line, column, offset, end, row, index }: CsvCell, file: string): DataPlace {
  return { file, line, column, length: end - offset, cell: `${columnLetters(index)}${row}` };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** `A`, `Z`, `AA`: what a spreadsheet calls a column, counted from 1. */
function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / LETTERS.length)) {
    letters = LETTERS.charAt((rest - 1) % LETTERS.length) + letters;
  }
  return letters;
}

/** `length`: of a ragged record; other problems are at one character. */
function ofProblem(problem: CsvProblem, file: string, length: number): Diagnostic {
  const { line, column } = problem.at;
  const place = { file, line, column, length };
  switch (problem.kind) {
    case "empty":
      return diagnose(
        H4005,
        { found: { zh: "空的文件", en: "an empty file" }, kind: "csv" },
        { place: { file } },
      );
    case "ragged":
      return diagnose(H4012, { line, found: problem.found, expected: problem.expected }, { place });
    case "strayQuote":
    case "unclosedQuote":
      return diagnose(H4011, { problem: problem.kind, line }, { place });
    case "textAfterQuote":
      return diagnose(H4011, { problem: problem.kind, line: problem.opened.line }, { place });
    case "recordTooLong":
      return diagnose(
        H4003,
        { what: "csvRecord", limit: problem.limit },
        { place: { ...place, line: problem.opened?.line ?? line, column: problem.opened?.column ?? column } },
      );
    case "tooManyColumns":
      return diagnose(H4003, { what: "csvColumns", limit: problem.limit }, { place });
  }
}

// --- headings ---

/** What a column holds. */
type Column =
  | { readonly kind: "agency" }
  | { readonly kind: "year" }
  /** `unit`: the heading's own, for bare figures. */
  | { readonly kind: "field"; readonly field: FieldSpec; readonly unit: string | undefined }
  | { readonly kind: "item"; readonly field: FieldSpec; readonly item: string }
  | { readonly kind: "reason"; readonly indicator: string }
  /** Without a heading: nothing may stand in it. */
  | { readonly kind: "unnamed" }
  /** Its heading has been reported. */
  | { readonly kind: "unknown" };

/** A field, or an item of a checklist, as headings name it. */
interface Heading {
  readonly name: string;
  readonly field: FieldSpec;
  readonly item: string | undefined;
}

/** What a heading names; the problem, its place left to the caller, when it names nothing. */
type ColumnNamed = (heading: CsvCell) => Column | Diagnostic;

function columnsOf(program: Program, names: ProgramNames): ColumnNamed {
  const find = headingsOf(program);
  return (heading) => columnOf(headingText(heading), find, names, program);
}

/** A heading as it is looked up, and as messages show it: as it is written. */
interface HeadingText {
  readonly name: string;
  readonly written: string;
}

function headingText(cell: CsvCell): HeadingText {
  const text = withoutFormulaGuard(cell.text);
  return { name: normal(text).replaceAll(/\s+/g, " ").trim(), written: shownText(text.trim()) };
}

/** Lines that may stand above the headings, and the headings. */
const TOP_LINES = 6;

/** The title above the headings: a first line that names no column, where a line near below names most of its own. */
function titleIn(
  items: Iterable<CsvItem>,
  columnNamed: ColumnNamed,
): { readonly title: CsvCell; readonly headings: number } | undefined {
  let title: CsvCell | undefined;
  let lines = 0;
  for (const item of items) {
    if (item.kind === "problem" && item.problem.kind !== "ragged") return undefined;
    if (item.kind !== "row") continue;
    const filled = item.cells.filter((cell) => cell.text.trim() !== "");
    const [first] = filled;
    if (first === undefined) continue;
    const known = filled.filter((cell) => {
      const column = columnNamed(cell);
      return !("code" in column && isOf(H4013, column));
    });
    if (title === undefined) {
      if (known.length > 0) return undefined;
      title = first;
    } else if (2 * known.length >= filled.length) {
      return { title, headings: item.line };
    }
    lines += 1;
    if (lines === TOP_LINES) return undefined;
  }
  return undefined;
}

/** The columns, or undefined after saying why the file cannot be read by them. */
function headings(
  cells: readonly CsvCell[],
  columnNamed: ColumnNamed,
  file: string,
  report: Report,
): readonly Column[] | undefined {
  const seen = new Map<string, number>();
  let readable = true;
  const columns = cells.map((cell, i): Column => {
    const place = placeOf(cell, file);
    const column = columnNamed(cell);
    if ("code" in column) {
      const problem = { ...column, place };
      report(problem);
      if (isOf(H4017, problem)) readable = false;
      return { kind: "unknown" };
    }
    const key = keyOf(column);
    const first = key === undefined ? undefined : seen.get(key);
    if (first !== undefined) {
      report(diagnose(H4014, { name: headingText(cell).written, first, second: i + 1 }, { place }));
      readable = false;
    } else if (key !== undefined) {
      seen.set(key, i + 1);
    }
    return column;
  });
  return readable ? columns : undefined;
}

function headingsOf(program: Program): Lookup<Heading> {
  const plain = program.fields.filter((f) => f.judged === undefined);
  return lookup<Heading>({
    whole: plain.flatMap((field): Heading[] =>
      field.type.kind === "checklist"
        ? field.items.map(({ name: item }) => ({ name: `${field.name}.${item}`, field, item }))
        : [{ name: field.name, field, item: undefined }],
    ),
    byPath: program.fields
      .filter((f) => f.judged !== undefined)
      .map((field) => ({ name: field.name, field, item: undefined })),
    nameOf: (heading) => heading.name,
    beside: [AGENCY_COLUMN, YEAR_COLUMN],
  });
}

function columnOf(
  { name, written }: HeadingText,
  find: Lookup<Heading>,
  names: ProgramNames,
  program: Program,
): Column | Diagnostic {
  if (name === "") return { kind: "unnamed" };
  const found = find(name);
  if (found.kind === "one") return ofHeading(found.of, undefined);
  if (found.kind === "many") return diagnose(H3022, { name: written, candidates: found.candidates }, {});
  if (AGENCY_NAMES.has(name)) return { kind: "agency" };
  if (name === YEAR_COLUMN) return { kind: "year" };

  const [base, unit] = splitUnit(name);
  if (unit !== undefined && !LIKE_REASON.includes(unit)) {
    const inner = find(base);
    if (inner.kind === "one" && inner.of.item === undefined && isFigure(inner.of.field.type)) {
      const { type } = inner.of.field;
      const known = unitType(unit, names.units);
      if (known !== undefined && sameKind(known.type, type)) return ofHeading(inner.of, unit);
      return diagnose(H4017, { name: written, unit: shownText(unit), expected: shownUnit(type) }, {});
    }
  }
  if (name.endsWith(REASON_SUFFIX)) {
    const subject = names.subject(name.slice(0, -REASON_SUFFIX.length));
    if (subject.kind === "one") return { kind: "reason", indicator: subject.of };
    if (subject.kind === "many") {
      return diagnose(H3022, { name: written, candidates: subject.candidates }, {});
    }
  }
  const rows = names.rows.get(base) ?? names.rows.get(base.split(".")[0] ?? base);
  if (rows !== undefined) return diagnose(H4016, { name: written, rows: rows.name }, {});
  return diagnose(H4013, { name: written, near: nearHeadings(name, find, names, program) ?? found.near }, {});
}

/** What a heading is that names nothing as it stands, where it says more than which name is like it. */
function nearHeadings(
  name: string,
  find: Lookup<Heading>,
  names: ProgramNames,
  program: Program,
): readonly string[] | undefined {
  const [base, unit] = splitUnit(name);
  const checklist = program.fields.find((f) => f.type.kind === "checklist" && normal(f.name) === base);
  if (checklist !== undefined) {
    return checklist.items.slice(0, 3).map((item) => `${checklist.name}.${item.name}`);
  }
  const about = reasonsOf(name);
  if (about !== undefined && names.subject(about).kind !== "none") return [`${about} ${REASON_SUFFIX}`];
  return unit !== undefined && find(base).kind !== "none" ? [base] : undefined;
}

/** What people call a column of reasons by instead: `重点工作理由`, `重点工作（说明）`. */
const LIKE_REASON = [REASON_SUFFIX, "理由", "原因", "备注"];

/** The indicator of a heading that is like one of reasons. */
function reasonsOf(name: string): string | undefined {
  const text = name.endsWith(")") ? name.slice(0, -1).trimEnd() : name;
  const word = LIKE_REASON.find((suffix) => text.endsWith(suffix));
  if (word === undefined) return undefined;
  const about = text.slice(0, -word.length).trimEnd();
  return (about.endsWith("(") ? about.slice(0, -1) : about).trim();
}

function ofHeading({ field, item }: Heading, unit: string | undefined): Column {
  return item === undefined ? { kind: "field", field, unit } : { kind: "item", field, item };
}

/** `全年预算数(万元)` and `全年预算数(单位:万元)` into the name and the unit, which is undefined where there is none. */
function splitUnit(name: string): readonly [base: string, unit: string | undefined] {
  const open = name.lastIndexOf("(");
  if (open <= 0 || !name.endsWith(")")) return [name, undefined];
  const inside = name.slice(open + 1, -1).trim();
  const unit = inside.startsWith("单位:") ? inside.slice("单位:".length).trim() : inside;
  return [name.slice(0, open).trim(), unit];
}

/** What no two columns may share. */
function keyOf(column: Column): string | undefined {
  switch (column.kind) {
    case "field":
      return `field ${column.field.name}`;
    case "item":
      return `field ${column.field.name}.${column.item}`;
    case "reason":
      return `reason ${column.indicator}`;
    case "agency":
    case "year":
      return column.kind;
    default:
      return undefined;
  }
}

// --- records ---

/** What reading a record takes along. */
interface Table {
  readonly columns: readonly Column[];
  readonly program: Program;
  readonly units: DeclaredUnits;
  /** Columns without a heading that have been reported: each is once. */
  readonly unnamed: Set<number>;
  readonly file: string;
  readonly report: Report;
}

/** The cell that says that a record sums up others, and is none of an agency. */
function totalIn(cells: readonly CsvCell[], columns: readonly Column[]): CsvCell | undefined {
  const cell = cells[columns.findIndex((column) => column.kind === "agency")];
  return cell !== undefined && TOTALS.has(normal(cell.text).replaceAll(/[\s:]/g, "")) ? cell : undefined;
}

function readRecord(cells: readonly CsvCell[], table: Table, row: number): Filing | undefined {
  const { columns, program, units, unnamed, file, report } = table;
  const draft = newDraft();
  const checklists = new Map<FieldSpec, WrittenItem[]>();
  for (const [i, cell] of cells.entries()) {
    const column = columns[i];
    const text = withoutFormulaGuard(cell.text);
    if (column === undefined || text.trim() === "") continue;
    const base: DataPlace = { ...placeOf(cell, file), row };
    switch (column.kind) {
      case "agency":
        draft.agency = text.trim();
        break;
      case "year":
        if (!isOfYear(text, program, { ...base, field: YEAR_COLUMN }, report)) return undefined;
        draft.year = program.year;
        break;
      case "field": {
        const { field, unit } = column;
        const context = { place: { ...base, field: field.name }, units, year: program.year, report, unit };
        const datum = readValue(text, field, context);
        if (datum !== undefined) draft.values.set(field.name, datum);
        break;
      }
      case "item": {
        const { field, item } = column;
        const context = { place: { ...base, field: `${field.name}.${item}` }, units, report };
        const items = checklists.get(field) ?? [];
        items.push({ name: item, written: text, context });
        checklists.set(field, items);
        break;
      }
      case "reason":
        putText(draft, column.indicator, text, { ...base, field: column.indicator }, report);
        break;
      case "unnamed":
        if (unnamed.has(i)) break;
        unnamed.add(i);
        report(diagnose(H4015, { column: i + 1, written: shownText(text) }, { place: base }));
        break;
      case "unknown":
        break;
    }
  }
  for (const [field, items] of checklists) {
    const place = { ...(items[0]?.context.place ?? { file }), field: field.name };
    const datum = readChecklist(items, field, { place, units, report });
    if (datum !== undefined) draft.values.set(field.name, datum);
  }
  return filingOf(draft, `${file}:${cells[0]?.line ?? row}`);
}
