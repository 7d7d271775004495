/** What may be written for missing data, where that is not plainly a figure with its unit. */
import { showFigure, POINTS, type FieldSpec, type Program } from "@heng/lang";
import type { Accepted } from "../diagnostics/H3121-fields-missing/index.ts";
import { showBetween } from "../words.ts";

/** For missing data by their names in results: what each kind of them takes, those that take the same together. */
export function acceptedFor(missing: readonly string[], program: Program): readonly Accepted[] {
  const found = new Map<string, Accepted & { readonly fields: string[] }>();
  for (const name of missing) {
    const accepted = acceptedOf(name, program);
    if (accepted === undefined) continue;
    const { fields, ...rest } = accepted;
    const key = JSON.stringify(rest.kind === "judged" ? [rest.kind, rest.taken] : rest);
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...accepted, fields: [...fields] });
    else if (known.kind === "judged" && rest.kind === "judged") {
      found.set(key, {
        ...known,
        fields: [...known.fields, ...fields],
        ranges: [...known.ranges, ...rest.ranges],
      });
    } else known.fields.push(...fields.filter((field) => !known.fields.includes(field)));
  }
  return [...found.values()];
}

function acceptedOf(name: string, { fields, rowLists }: Program): Accepted | undefined {
  const list = rowLists.find((rows) => rows.name === name);
  if (list !== undefined) {
    return { kind: "rows", fields: [name], columns: list.columns.map((column) => column.name) };
  }
  const whole = fields.find((field) => field.name === name);
  if (whole !== undefined) return ofField(whole, name, fields);
  // A cell of a row, or an item of a checklist.
  const column = rowLists
    .flatMap((rows) => rows.columns.map((spec) => ({ rows, spec })))
    .find(({ rows, spec }) => name.startsWith(`${rows.name}[`) && name.endsWith(`].${spec.name}`));
  if (column !== undefined) return ofField(column.spec, name, fields);
  return fields.some(({ name: of }) => name.startsWith(`${of}.`))
    ? { kind: "yesNo", fields: [name] }
    : undefined;
}

function ofField(
  { type, judged, range, items }: FieldSpec,
  name: string,
  all: readonly FieldSpec[],
): Accepted | undefined {
  if (judged !== undefined) {
    return {
      kind: "judged",
      taken: judged.taken === true,
      fields: [shortName(name, all)],
      ranges: [showBetween(range, type)],
      most: showFigure(range.high?.value ?? judged.full, POINTS, "zh"),
    };
  }
  switch (type.kind) {
    case "option":
      return { kind: "option", fields: [name], words: type.options };
    case "checklist":
      return { kind: "checklist", fields: [name], items: items.map((item) => item.name) };
    case "yesNo":
    case "qualitative":
      return { kind: type.kind, fields: [name] };
    default:
      return undefined;
  }
}

/** The end of an indicator's path, where no other field ends so: filings may name it by that. */
function shortName(path: string, all: readonly FieldSpec[]): string {
  const last = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
  const short = last(path);
  return all.filter(({ name }) => last(name) === short).length === 1 ? short : path;
}
