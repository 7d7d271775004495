import type { DataPlace, Diagnostic, Value } from "@heng/lang";

/** One filed value with where it stands and what was written there. */
export type Datum =
  | { readonly kind: "value"; readonly value: Value; readonly place: DataPlace; readonly written: string }
  /** Could not be read: the field is 错误, with why. */
  | { readonly kind: "unreadable"; readonly diagnostic: Diagnostic };

/** What a unit filed, read but not judged: a field without an entry is 缺失. */
export interface Filing {
  /** As shown in results: the file's name or the row's. */
  readonly name: string;
  readonly agency: string | undefined;
  readonly year: string | undefined;
  readonly values: ReadonlyMap<string, Datum>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Datum>[]>;
  /** Reasons and remarks by indicator id (须说明, judged scores). */
  readonly texts: ReadonlyMap<string, string>;
}

/** Where a filing stands: of several in a file the line or entry, which what was filed knows. */
export function placeOf({ name, values, rows }: Filing): DataPlace {
  for (const cells of [values, ...[...rows.values()].flat()]) {
    for (const datum of cells.values()) {
      const place = datum.kind === "value" ? datum.place : datum.diagnostic.place;
      if (place?.row === undefined) continue;
      const { file, row, line } = place;
      return { file, row, ...(line === undefined ? {} : { line }) };
    }
  }
  return { file: name };
}
