/** Takes a filing in: which field has a value, lacks one or cannot be used (docs/reference/semantics.md, section 3). */
import { compare, ONE, ZERO, type Fraction, type Interval } from "@heng/number";
import {
  diagnose,
  isFigure,
  type DataPlace,
  type Diagnostic,
  type FieldSpec,
  type Names,
  type Program,
  type Report,
  type RowList,
  type Type,
  type Value,
} from "@heng/lang";
import { H3101 } from "../diagnostics/H3101-out-of-range/index.ts";
import { H3102 } from "../diagnostics/H3102-value-does-not-fit/index.ts";
import { H3103 } from "../diagnostics/H3103-too-many-rows/index.ts";
import { placeOf, type Datum, type Filing } from "./filing.ts";
import { showBetween, showInterval, showValue } from "../words.ts";

/** A field of a filing after it was checked. */
export interface Field {
  readonly spec: FieldSpec;
  /** Dotted where it is a cell of a row: `项目[3].资金`. */
  readonly name: string;
  readonly state: "value" | "missing" | "error";
  readonly value?: Value;
  readonly place: DataPlace | undefined;
  /** Why the field is an error. */
  readonly diagnostic?: Diagnostic;
}

export type Row = ReadonlyMap<string, Field>;

/** The rows of a list; `list` undefined: none were filed, the list is missing. */
interface Rows {
  readonly spec: RowList;
  readonly state: "value" | "missing" | "error";
  readonly list: readonly Row[];
  /** A row of which nothing is known: what any row can be while the list is missing. */
  readonly unknown: Row;
}

export interface Intake {
  readonly fields: Row;
  readonly rows: ReadonlyMap<string, Rows>;
}

/** Checks what was filed against what the program asks for (§3.1–§3.4). Faults are reported once, at their field. */
export function takeIn(program: Program, filing: Filing, report: Report): Intake {
  return {
    fields: takeRow(program.fields, filing.values, filing.name, "", report),
    rows: new Map(program.rowLists.map((list) => [list.name, takeList(list, filing, report)])),
  };
}

const NOTHING: ReadonlyMap<string, Datum> = new Map();

function takeList(spec: RowList, filing: Filing, report: Report): Rows {
  const rows = filing.rows.get(spec.name);
  const unknown = takeRow(spec.columns, NOTHING, filing.name, `${spec.name}.`, report);
  if (rows === undefined) return { spec, state: "missing", list: [], unknown };
  if (rows.length > spec.atMost) {
    const data = { rows: spec.name, count: rows.length, atMost: spec.atMost };
    report(diagnose(H3103, data, { place: { ...placeOf(filing), field: spec.name } }));
    return { spec, state: "error", list: [], unknown };
  }
  const list = rows.map((row, i) =>
    takeRow(spec.columns, row, filing.name, `${spec.name}[${i + 1}].`, report),
  );
  return { spec, state: "value", list, unknown };
}

function takeRow(
  specs: readonly FieldSpec[],
  data: ReadonlyMap<string, Datum>,
  file: string,
  prefix: string,
  report: Report,
): Row {
  const fields = new Map<string, Field>();
  for (const spec of specs) {
    const name = prefix + spec.name;
    const datum = data.get(spec.name);
    if (datum === undefined) {
      fields.set(spec.name, { spec, name, state: "missing", place: undefined });
    } else if (datum.kind === "unreadable") {
      report(datum.diagnostic);
      fields.set(spec.name, {
        spec,
        name,
        state: "error",
        place: datum.diagnostic.place,
        diagnostic: datum.diagnostic,
      });
    } else {
      const { value, place } = datum;
      const fault = faultOf(spec, name, value);
      if (fault === undefined) fields.set(spec.name, { spec, name, state: "value", value, place });
      else {
        const diagnostic: Diagnostic = {
          ...fault,
          place: { field: name, ...place, file: place.file || file },
        };
        report(diagnostic);
        fields.set(spec.name, { spec, name, state: "error", place, diagnostic });
      }
    }
  }
  return fields;
}

function within(value: Fraction, { low, high }: Interval): boolean {
  if (low !== undefined) {
    const order = compare(value, low.value);
    if (order < 0 || (order === 0 && low.open)) return false;
  }
  if (high !== undefined) {
    const order = compare(value, high.value);
    if (order > 0 || (order === 0 && high.open)) return false;
  }
  return true;
}

/** What a missing share of a 定性 can be. */
export const SHARES: Interval = { low: { value: ZERO, open: false }, high: { value: ONE, open: false } };

const shownBoth = (value: Value, type: Type): Names => ({
  zh: showValue(value, type, "zh"),
  en: showValue(value, type, "en"),
});

function outOfRange({ type, judged }: FieldSpec, field: string, value: Value, range: Interval): Diagnostic {
  const data = {
    field,
    value: shownBoth(value, type),
    range: { zh: showInterval(range, type, "zh"), en: showInterval(range, type, "en") },
  };
  return diagnose(H3101, judged === undefined ? data : { ...data, judged: showBetween(range, type) }, {});
}

function unfit({ type }: FieldSpec, field: string, value: Value, known: readonly string[] = []): Diagnostic {
  return diagnose(H3102, { field, value: shownBoth(value, type), known }, {});
}

/** Why a value cannot stand in a field, if it cannot (§3.2, §3.3). */
function faultOf(spec: FieldSpec, field: string, value: Value): Diagnostic | undefined {
  const { type, range } = spec;
  switch (value.kind) {
    case "figure":
      if (!isFigure(type)) return unfit(spec, field, value);
      return within(value.value, range) ? undefined : outOfRange(spec, field, value, range);
    case "option":
      if (type.kind !== "option") return unfit(spec, field, value);
      return type.options.includes(value.value) ? undefined : unfit(spec, field, value, type.options);
    case "checklist":
      if (type.kind !== "checklist") return unfit(spec, field, value);
      return [...value.met.keys()].every((item) => type.items.includes(item))
        ? undefined
        : unfit(spec, field, value, type.items);
    case "qualitative":
      if (type.kind !== "qualitative") return unfit(spec, field, value);
      return within(value.share, SHARES) ? undefined : outOfRange(spec, field, value, SHARES);
    case "yesNo":
    case "text":
      return type.kind === value.kind ? undefined : unfit(spec, field, value);
  }
}
