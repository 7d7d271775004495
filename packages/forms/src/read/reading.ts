/** What the readers of all file formats share: the result, a filing in the making, text out of bytes. */
import {
  diagnose,
  type DataPlace,
  type Diagnostic,
  type FieldSpec,
  type Names,
  type Program,
  type Report,
} from "@heng/lang";
import { foldWidth } from "@heng/number";
import { decodeText, type Encoding } from "@heng/office";
import type { Datum, Filing } from "@heng/engine";
import { H3003 } from "./H3003-wrong-kind/index.ts";
import { H3013 } from "./H3013-filed-twice/index.ts";
import { H3023 } from "./H3023-year-differs/index.ts";
import { H4001 } from "./H4001-not-text/index.ts";
import { placeText, shownText } from "./written.ts";

/**
 * What a file holds: every filing that could be read, in order, and everything found on the way, in the order of the
 * file. The diagnostic of an unreadable value is the very object that its Datum carries.
 */
export interface FilingsRead {
  readonly filings: readonly Filing[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A filing in the making. */
export interface Draft {
  agency: string | undefined;
  year: string | undefined;
  readonly values: Map<string, Datum>;
  readonly rows: Map<string, readonly ReadonlyMap<string, Datum>[]>;
  readonly texts: Map<string, string>;
  /** Where each field and text was filed, so that none is filed twice. */
  readonly filed: Map<string, DataPlace>;
}

export function newDraft(): Draft {
  return {
    agency: undefined,
    year: undefined,
    values: new Map(),
    rows: new Map(),
    texts: new Map(),
    filed: new Map(),
  };
}

/** The filing that a draft has become, under its name in results. */
export function filingOf({ agency, year, values, rows, texts }: Draft, name: string): Filing {
  return { name, agency, year, values, rows, texts };
}

/** Notes that a field is filed here. When it was before, neither counts: the field is unreadable, and why is reported. */
export function claim(draft: Draft, field: FieldSpec, place: DataPlace, report: Report): boolean {
  const first = draft.filed.get(field.name);
  draft.filed.set(field.name, place);
  if (first === undefined) return true;
  const diagnostic = diagnose(H3013, { field: field.name, first: placeText(first) }, { place });
  report(diagnostic);
  draft.values.set(field.name, { kind: "unreadable", diagnostic });
  return false;
}

/** Puts the reason or remark on an indicator in; blank ones are none. */
export function putText(draft: Draft, id: string, text: string, place: DataPlace, report: Report): void {
  if (text.trim() === "") return;
  // A name cannot hold a line break, so this key is no field's.
  const key = `${id}\n`;
  const first = draft.filed.get(key);
  draft.filed.set(key, place);
  if (first !== undefined) report(diagnose(H3013, { field: id, first: placeText(first) }, { place }));
  else draft.texts.set(id, text.trim());
}

const YEAR: Names = { zh: "年度（如 2022）", en: "a year (such as 2022)" };

/** Whether a filing is of the program's year; `written` is as in the file. Otherwise why not is reported. */
export function isOfYear(written: string, program: Program, place: DataPlace, report: Report): boolean {
  const found = /^([0-9]{4})(?:年度?)?$/.exec(foldWidth(written).trim())?.[1];
  if (found === program.year) return true;
  report(
    found === undefined
      ? diagnose(
          H3003,
          { field: place.field ?? "year", written: shownText(written), expected: YEAR },
          { place },
        )
      : diagnose(H3023, { found, expected: program.year }, { place }),
  );
  return false;
}

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8",
  gb18030: "GB18030",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

/** The text of a file, or undefined after saying why it has none. */
export function textOf(bytes: Uint8Array, file: string, report: Report): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.ok) return decoded.text;
  const { problem } = decoded;
  const { line, column } = problem;
  report(
    diagnose(
      H4001,
      problem.kind === "control"
        ? { encoding: "", control: problem.code, line }
        : { encoding: ENCODINGS[problem.encoding], control: undefined, line },
      { place: { file, line, column } },
    ),
  );
  return undefined;
}

/** Findings in the order of the file; those without a line first. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const at = (d: Diagnostic, of: "line" | "column"): number => d.place?.[of] ?? 0;
  return diagnostics.toSorted((a, b) => at(a, "line") - at(b, "line") || at(a, "column") - at(b, "column"));
}
