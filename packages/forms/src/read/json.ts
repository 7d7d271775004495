/** Filings from JSON: documents `heng.filing/1`, bare objects of fields, or an array of such. */
import {
  diagnose,
  linesOf,
  normal,
  type DataPlace,
  type Diagnostic,
  type FieldSpec,
  type Lines,
  type Names,
  type Program,
  type Report,
  type RowList,
} from "@heng/lang";
import type { Datum, Filing } from "@heng/engine";
import {
  readJson,
  type JsonEntry,
  type JsonNode,
  type JsonObject,
  type JsonProblem,
  type JsonRange,
} from "@heng/office";
import { H3003 } from "./H3003-wrong-kind/index.ts";
import { H3021 } from "./H3021-unknown-field/index.ts";
import { H3022 } from "./H3022-ambiguous-name/index.ts";
import { H3024 } from "./H3024-project-rows-later/index.ts";
import { H4002 } from "./H4002-json-syntax/index.ts";
import { H4003 } from "./H4003-over-limit/index.ts";
import { H4004 } from "./H4004-key-twice/index.ts";
import { H4005 } from "./H4005-no-filing/index.ts";
import { H4006 } from "./H4006-unknown-key/index.ts";
import { H4007 } from "./H4007-schema-differs/index.ts";
import { DATA_LIMITS } from "./limits.ts";
import { lookup, namesOf, suggester, type Lookup, type ProgramNames } from "./names.ts";
import { spansIn, type Span } from "./places.ts";
import {
  claim,
  filingOf,
  inOrder,
  isOfYear,
  newDraft,
  putText,
  textOf,
  type Draft,
  type FilingsRead,
} from "./reading.ts";
import { readValue } from "./value.ts";
import { shownText, writtenText, type ValueContext } from "./written.ts";

export const FILING_SCHEMA = "heng.filing/1";

/** Reads the filings of a JSON file. `name` is the file's, as results and places show it. Never throws. */
export function readJsonFilings(bytes: Uint8Array, program: Program, name: string): FilingsRead {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (d) => void diagnostics.push(d);
  const nothing = (): FilingsRead => ({ filings: [], diagnostics });

  if (bytes.length > DATA_LIMITS.jsonBytes) {
    report(diagnose(H4003, { what: "jsonBytes", limit: DATA_LIMITS.jsonBytes }, { place: { file: name } }));
    return nothing();
  }
  const text = textOf(bytes, name, report);
  if (text === undefined) return nothing();
  const lines = linesOf(text);
  const parsed = readJson(text, { depth: DATA_LIMITS.jsonDepth, length: DATA_LIMITS.jsonBytes });
  if (!parsed.ok) {
    report(ofProblem(parsed.problem, lines, name));
    return nothing();
  }
  const reader: Reader = {
    program,
    names: namesOf(program),
    columns: new Map(program.rowLists.map((list) => [list.name, columnsOf(list)])),
    keys: suggester(Object.keys(DOCUMENT)),
    report,
    spanOf: spansIn(lines),
  };
  const root = parsed.value;
  if (root.kind !== "array") {
    const filing = readFiling(root, { file: name }, name, reader);
    return { filings: filing === undefined ? [] : [filing], diagnostics: inOrder(diagnostics) };
  }
  if (root.items.length === 0) {
    report(noFiling({ zh: "空的数组", en: "an empty array" }, at(root, { file: name }, reader)));
  }
  const filings = root.items.flatMap(
    (item, i) => readFiling(item, { file: name, row: i + 1 }, `${name}[${i + 1}]`, reader) ?? [],
  );
  return { filings, diagnostics: inOrder(diagnostics) };
}

/** What reading one file takes along. */
interface Reader {
  readonly program: Program;
  readonly names: ProgramNames;
  /** The columns of each row list, by its name. */
  readonly columns: ReadonlyMap<string, Lookup<FieldSpec>>;
  readonly keys: (text: string) => readonly string[];
  readonly report: Report;
  readonly spanOf: (range: JsonRange) => Span;
}

function columnsOf(list: RowList): Lookup<FieldSpec> {
  return lookup({ whole: list.columns, byPath: [], nameOf: (f) => f.name });
}

/** A place in the file: where a node stands. */
function at(node: JsonRange, place: DataPlace, reader: Reader): DataPlace {
  return { ...place, ...reader.spanOf(node) };
}

function noFiling(found: Names, place: DataPlace): Diagnostic {
  return diagnose(H4005, { found, kind: "json" }, { place });
}

function ofProblem(problem: JsonProblem, { text, positionOf }: Lines, file: string): Diagnostic {
  const { start, end } = problem;
  const place = { file, ...positionOf(start), length: Math.max(1, end - start) };
  switch (problem.kind) {
    case "tooLong":
      return diagnose(H4003, { what: "jsonBytes", limit: problem.limit }, { place });
    case "tooDeep":
      return diagnose(H4003, { what: "jsonDepth", limit: problem.limit }, { place });
    case "duplicateKey":
      return diagnose(
        H4004,
        { key: shownText(problem.key), line: positionOf(problem.first.start).line },
        { place },
      );
    case "empty":
      return diagnose(H4002, { kind: "empty", found: "", expected: undefined }, { place });
    case "missingComma": {
      const { line, column } = positionOf(problem.found.start);
      const found = `${line}:${column}`;
      return diagnose(H4002, { kind: "missingComma", found, expected: undefined }, { place });
    }
    case "unexpected":
    case "unclosed":
    case "unterminatedString":
    case "trailingComma":
    case "comment":
    case "notFinite":
    case "leadingZero":
    case "malformedNumber":
    case "badEscape":
    case "loneSurrogate":
    case "controlCharacter": {
      const { kind } = problem;
      const found =
        kind === "loneSurrogate" || kind === "controlCharacter"
          ? ""
          : shownText(text.slice(problem.start, problem.end));
      const expected = kind === "unexpected" ? problem.expected : undefined;
      return diagnose(H4002, { kind, found, expected, inText: endsText(problem, text) }, { place });
    }
  }
}

/** Whether words stand right behind the quote that ends a text: it was to be a quote within it, as in `"第四期"论坛"办好了"`. */
function endsText(problem: JsonProblem, text: string): boolean {
  return (
    problem.kind === "unexpected" &&
    problem.expected !== "value" &&
    text.charAt(problem.start - 1) === '"' &&
    /^[\p{L}\p{N}]/u.test(text.slice(problem.start, problem.end))
  );
}

/** The keys of a document, each with what reads it: false when the document is not one of this program's. */
const DOCUMENT = {
  schema: readSchema,
  agency: readAgency,
  year: readYear,
  data: readData,
  texts: readTexts,
  judged: readJudged,
  project: readProject,
} as const satisfies Readonly<
  Record<string, (node: JsonNode, draft: Draft, place: DataPlace, reader: Reader) => boolean>
>;

function readFiling(node: JsonNode, base: DataPlace, name: string, reader: Reader): Filing | undefined {
  if (node.kind !== "object") {
    const found = shownText(writtenText(node));
    reader.report(noFiling({ zh: found, en: found }, at(node, base, reader)));
    return undefined;
  }
  const draft = newDraft();
  const fits = isDocument(node, reader)
    ? readDocument(node, draft, base, reader)
    : readFields(node, draft, base, reader);
  if (!fits) return undefined;
  return filingOf(draft, name);
}

/** Reads a document into the draft; false when it is none of this program's. */
function readDocument(node: JsonObject, draft: Draft, base: DataPlace, reader: Reader): boolean {
  if (!node.entries.some(({ key }) => key === "schema")) {
    const data = { found: undefined, expected: FILING_SCHEMA };
    // What lacks is in none of the entries: the bracket stands for the document.
    const { start } = node;
    reader.report(diagnose(H4007, data, { place: at({ start, end: start + 1 }, base, reader) }));
  }
  let fits = true;
  for (const entry of node.entries) {
    const { key, value } = entry;
    if (isDocumentKey(key)) fits = DOCUMENT[key](value, draft, { ...base, field: key }, reader) && fits;
    else reader.report(unknownKey(entry, Object.keys(DOCUMENT), base, reader));
  }
  return fits;
}

function isDocumentKey(key: string): key is keyof typeof DOCUMENT {
  return Object.hasOwn(DOCUMENT, key);
}

/** A document says its schema, or at least has `data`; anything else is a bare object of fields. */
function isDocument(node: JsonObject, { program }: Reader): boolean {
  const isField = (key: string): boolean => program.fields.some((f) => f.name === key);
  return node.entries.some(({ key }) => (key === "schema" || key === "data") && !isField(key));
}

/** What people call the keys, where they write Chinese ones. */
const CALLED: Readonly<Record<string, ReadonlySet<string>>> = {
  agency: new Set(["预算单位", "单位", "单位名称", "填报单位", "部门", "部门名称"]),
  year: new Set(["年度", "年份", "财政年度"]),
  data: new Set(["数据", "填报数据"]),
  texts: new Set(["说明", "原因", "备注"]),
  judged: new Set(["评定", "评判", "评分", "人工评分"]),
  project: new Set(["自定指标"]),
  score: new Set(["得分", "分数", "评分"]),
  reason: new Set(["理由", "原因", "说明"]),
};

function isCalled(key: string, name: string): boolean {
  return CALLED[key]?.has(normal(name.trim())) === true;
}

function nearKeys(key: string, known: readonly string[], { keys }: Reader): readonly string[] {
  const called = known.filter((k) => isCalled(k, key));
  return called.length > 0 ? called : keys(key).filter((k) => known.includes(k));
}

function unknownKey(
  { key, keyRange }: JsonEntry,
  known: readonly string[],
  base: DataPlace,
  reader: Reader,
): Diagnostic {
  return diagnose(
    H4006,
    { key: shownText(key), near: nearKeys(key, known, reader), known },
    { place: at(keyRange, base, reader) },
  );
}

const TEXT: Names = { zh: "文字", en: "a text" };
const FIELDS: Names = { zh: "花括号里的各项（{ … }）", en: "entries in braces ({ … })" };
const LIST: Names = { zh: "方括号里的各行（[{ … }, …]）", en: "rows in brackets ([{ … }, …])" };

function wrongKind(node: JsonNode, expected: Names, place: DataPlace, reader: Reader): Diagnostic {
  return diagnose(
    H3003,
    { field: place.field ?? "", written: shownText(writtenText(node)), expected },
    { place: at(node, place, reader) },
  );
}

/** A text, or undefined when it is blank or, after saying so, no text. */
function textIn(node: JsonNode, place: DataPlace, reader: Reader): string | undefined {
  if (node.kind === "string") return node.value.trim() === "" ? undefined : node.value.trim();
  if (node.kind !== "null") reader.report(wrongKind(node, TEXT, place, reader));
  return undefined;
}

/** The entries of an object; null has none, and anything else is reported. */
function entriesIn(node: JsonNode, place: DataPlace, reader: Reader): readonly JsonEntry[] {
  if (node.kind === "object") return node.entries;
  if (node.kind !== "null") reader.report(wrongKind(node, FIELDS, place, reader));
  return [];
}

function readSchema(node: JsonNode, _: Draft, place: DataPlace, reader: Reader): boolean {
  if (node.kind === "string" && node.value === FILING_SCHEMA) return true;
  const found = shownText(writtenText(node));
  reader.report(diagnose(H4007, { found, expected: FILING_SCHEMA }, { place: at(node, place, reader) }));
  return false;
}

function readAgency(node: JsonNode, draft: Draft, place: DataPlace, reader: Reader): boolean {
  draft.agency = textIn(node, place, reader);
  return true;
}

function readYear(node: JsonNode, draft: Draft, place: DataPlace, reader: Reader): boolean {
  if (node.kind === "null") return true;
  draft.year = reader.program.year;
  return isOfYear(writtenText(node), reader.program, at(node, place, reader), reader.report);
}

function readData(node: JsonNode, draft: Draft, place: DataPlace, reader: Reader): boolean {
  const { field: _, ...base } = place;
  if (node.kind === "object") readFields(node, draft, base, reader);
  else entriesIn(node, place, reader);
  return true;
}

/** The thing that a key names, or undefined after saying why there is none. */
function named<T>(
  entry: JsonEntry,
  find: Lookup<T>,
  of: Names,
  base: DataPlace,
  reader: Reader,
): T | undefined {
  const found = find(entry.key);
  if (found.kind === "one") return found.of;
  const place = at(entry.keyRange, { ...base, field: shownText(entry.key) }, reader);
  const name = shownText(entry.key);
  reader.report(
    found.kind === "many"
      ? diagnose(H3022, { name, candidates: found.candidates }, { place })
      : diagnose(H3021, { name, near: found.near, of, ...beside(entry.key, of, find) }, { place }),
  );
  return undefined;
}

/** The key of a document that was written among the data. */
function beside(
  name: string,
  of: Names,
  find: (key: string) => { readonly kind: string },
): { readonly key?: string; readonly part?: { readonly of: string; readonly name: string } } {
  // As the columns of a table are called.
  const [list = "", item] = name.split(".");
  if (of === FIELD && item !== undefined && find(list).kind === "one")
    return { part: { of: list, name: item } };
  const key = of === FIELD ? Object.keys(DOCUMENT).find((k) => k === name || isCalled(k, name)) : undefined;
  return key === undefined ? {} : { key };
}

const FIELD: Names = { zh: "数据", en: "field" };
const JUDGED: Names = { zh: "要评判的指标", en: "judged indicator" };
const INDICATOR: Names = { zh: "指标", en: "indicator" };
const COLUMN: Names = { zh: "明细数据", en: "column" };

function readFields(object: JsonObject, draft: Draft, base: DataPlace, reader: Reader): true {
  for (const entry of object.entries) {
    const list = reader.names.rows.get(normal(entry.key.trim()));
    if (list !== undefined) {
      readRows(entry.value, list, draft, { ...base, field: list.name }, reader);
      continue;
    }
    const field = named(entry, reader.names.field, FIELD, base, reader);
    if (field !== undefined) put(draft, field, entry.value, base, reader);
  }
  return true;
}

function contextOf(place: DataPlace, { program, names, report, spanOf }: Reader): ValueContext {
  return { place, units: names.units, year: program.year, report, spanOf };
}

/** Reads the value of a field into the filing. */
function put(draft: Draft, field: FieldSpec, node: JsonNode, base: DataPlace, reader: Reader): void {
  const place = at(node, { ...base, field: field.name }, reader);
  if (!claim(draft, field, place, reader.report)) return;
  const datum = readValue(node, field, contextOf(place, reader));
  if (datum !== undefined) draft.values.set(field.name, datum);
}

function readTexts(node: JsonNode, draft: Draft, place: DataPlace, reader: Reader): boolean {
  for (const entry of entriesIn(node, place, reader)) {
    const id = named(entry, reader.names.subject, INDICATOR, place, reader);
    if (id === undefined) continue;
    const own = at(entry.value, { ...place, field: id }, reader);
    putText(draft, id, textIn(entry.value, own, reader) ?? "", own, reader.report);
  }
  return true;
}

function readJudged(node: JsonNode, draft: Draft, place: DataPlace, reader: Reader): boolean {
  for (const entry of entriesIn(node, place, reader)) {
    const field = named(entry, reader.names.judged, JUDGED, place, reader);
    if (field === undefined) continue;
    const base = { ...place, field: field.name };
    for (const part of entriesIn(entry.value, base, reader)) {
      if (part.key === "score") {
        put(draft, field, part.value, base, reader);
      } else if (part.key === "reason") {
        const own = at(part.value, base, reader);
        putText(draft, field.name, textIn(part.value, own, reader) ?? "", own, reader.report);
      } else {
        reader.report(unknownKey(part, ["score", "reason"], base, reader));
      }
    }
  }
  return true;
}

function readProject(node: JsonNode, _: Draft, place: DataPlace, reader: Reader): boolean {
  if (node.kind === "null") return true;
  if (node.kind !== "array") reader.report(wrongKind(node, LIST, place, reader));
  else if (node.items.length > 0) {
    reader.report(diagnose(H3024, { count: node.items.length }, { place: at(node, place, reader) }));
  }
  return true;
}

/** Stands for the rows beyond the limit: the engine refuses a list by their number, so they are counted and not read. */
const UNREAD: ReadonlyMap<string, Datum> = new Map();

function readRows(node: JsonNode, list: RowList, draft: Draft, place: DataPlace, reader: Reader): void {
  if (node.kind === "null") return;
  if (node.kind !== "array") {
    reader.report(wrongKind(node, LIST, place, reader));
    return;
  }
  draft.rows.set(
    list.name,
    node.items.map((item, i) =>
      i < list.atMost ? readRow(item, list, { ...place, field: `${list.name}[${i + 1}]` }, reader) : UNREAD,
    ),
  );
}

function readRow(
  node: JsonNode,
  list: RowList,
  place: DataPlace,
  reader: Reader,
): ReadonlyMap<string, Datum> {
  const find = reader.columns.get(list.name);
  const row = newDraft();
  if (node.kind !== "object" || find === undefined) {
    const diagnostic = wrongKind(node, FIELDS, place, reader);
    reader.report(diagnostic);
    return new Map(list.columns.map(({ name }) => [name, { kind: "unreadable", diagnostic }]));
  }
  for (const entry of node.entries) {
    const column = named(entry, find, COLUMN, place, reader);
    if (column === undefined) continue;
    const own = at(entry.value, { ...place, field: `${place.field ?? list.name}.${column.name}` }, reader);
    if (!claim(row, column, own, reader.report)) continue;
    const datum = readValue(entry.value, column, contextOf(own, reader));
    if (datum !== undefined) row.values.set(column.name, datum);
  }
  return row.values;
}
