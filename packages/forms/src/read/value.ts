/** What people write for a value, read into the value that a field takes: exactly, and without guessing. */
import { foldWidth } from "@heng/number";
import {
  diagnose,
  kindName,
  normal,
  type DataPlace,
  type Diagnostic,
  type FieldSpec,
  type Names,
  type Type,
} from "@heng/lang";
import type { Datum } from "@heng/engine";
import type { JsonObject } from "@heng/office";
import { H3003 } from "./H3003-wrong-kind/index.ts";
import { H3012 } from "./H3012-unknown-item/index.ts";
import { H3013 } from "./H3013-filed-twice/index.ts";
import { readGrade, readOption, readYesNo } from "./choices.ts";
import { readDate, readFigure } from "./figures.ts";
import {
  isDiagnostic,
  nearOf,
  PLACEHOLDERS,
  placeholder,
  placeText,
  shownText,
  writtenText,
  type Outcome,
  type Reading,
  type ValueContext,
  type Written,
} from "./written.ts";

/**
 * Reads what is written for a field. Undefined: nothing is written, the field is missing. What cannot be read is
 * reported and carried by the Datum; nothing becomes 0 on the way, and nothing is rounded.
 */
export function readValue(written: Written, field: FieldSpec, context: ValueContext): Datum | undefined {
  return datum(outcomeOf(written, field, context), writtenText(written), context);
}

function datum(outcome: Outcome, written: string, { place, report }: ValueContext): Datum | undefined {
  if (outcome === undefined) return undefined;
  if (!isDiagnostic(outcome)) return { kind: "value", value: outcome, place, written };
  report(outcome);
  return { kind: "unreadable", diagnostic: outcome };
}

/** One item of a checklist: its name, what is written for it, and where. */
export interface WrittenItem {
  readonly name: string;
  readonly written: Written;
  readonly context: ValueContext;
  /** Where its name stands, when it is not named by the heading of a column. */
  readonly named?: DataPlace;
}

/** Reads a checklist from its items. Those without an entry are missing; so is the checklist when all are. */
export function readChecklist(
  items: readonly WrittenItem[],
  field: FieldSpec,
  context: ValueContext,
): Datum | undefined {
  const written = items.map((item) => `${item.name} ${writtenText(item.written)}`).join("；");
  return datum(checklistOf(items, field, context), written, context);
}

/** Of several problems one is given back, the others are reported. */
function checklistOf(items: readonly WrittenItem[], field: FieldSpec, context: ValueContext): Outcome {
  const names = new Map(field.items.map(({ name }) => [normal(name), name]));
  const met = new Map<string, boolean>();
  const filed = new Map<string, DataPlace>();
  const problems: Diagnostic[] = [];
  for (const { name: written, written: value, context: own, named } of items) {
    const at = { place: named ?? own.place };
    const name = names.get(normal(written.trim()));
    if (name === undefined) {
      problems.push(diagnose(H3012, unknownItem(written, field, nameOf(field, context)), at));
      continue;
    }
    const before = filed.get(name);
    if (before !== undefined) {
      problems.push(diagnose(H3013, { field: nameOf(field, own), first: placeText(before) }, at));
      continue;
    }
    filed.set(name, at.place);
    const outcome = readYesNo(value, nameOf(field, own), own);
    if (outcome === undefined) continue;
    if (isDiagnostic(outcome)) problems.push(outcome);
    else if (outcome.kind === "yesNo") met.set(name, outcome.value);
  }
  const [first, ...others] = problems;
  for (const problem of others) context.report(problem);
  return first ?? (met.size === 0 ? undefined : { kind: "checklist", met });
}

function unknownItem(item: string, field: FieldSpec, name: string) {
  const items = field.items.map((i) => i.name);
  return { field: name, item: shownText(item), items, near: nearOf(item, items) };
}

function nameOf(field: FieldSpec, { place }: ValueContext): string {
  return place.field ?? field.name;
}

function outcomeOf(written: Written, field: FieldSpec, context: ValueContext): Outcome {
  const { type } = field;
  const name = nameOf(field, context);
  const wrongKind = (): Diagnostic =>
    diagnose(
      H3003,
      { field: name, written: shownText(writtenText(written)), expected: expectedOf(type) },
      { place: context.place },
    );
  if (type.kind === "yesNo") return readYesNo(written, name, context);
  if (typeof written !== "string") {
    if (written.kind === "null") return undefined;
    if (written.kind === "object" && type.kind === "checklist") {
      return checklistOf(itemsOf(written, field, context), field, context);
    }
    if (written.kind === "array" || written.kind === "object" || written.kind === "boolean")
      return wrongKind();
    if (written.kind === "number" && type.kind === "text") return wrongKind();
  }
  const text = foldWidth(writtenText(written)).trim();
  if (text === "") return undefined;
  const read: Reading = { text, written: shownText(writtenText(written)), name, context };
  switch (type.kind) {
    case "text":
      return { kind: "text", value: writtenText(written).trim() };
    case "checklist":
      return PLACEHOLDERS.has(text) ? placeholder(read, false) : wrongKind();
    case "option":
      return readOption(read, type.options);
    case "qualitative":
      return readGrade(read);
    case "date":
      return readDate(read);
    default: {
      const value = readFigure(read, type, field);
      return "code" in value ? value : { kind: "figure", value };
    }
  }
}

function itemsOf(object: JsonObject, field: FieldSpec, context: ValueContext): readonly WrittenItem[] {
  return object.entries.map(({ key, keyRange, value }) => {
    const place = { ...context.place, field: `${nameOf(field, context)}.${shownText(key)}` };
    return {
      name: key,
      written: value,
      context: { ...context, place: { ...place, ...context.spanOf?.(value) } },
      named: { ...place, ...context.spanOf?.(keyRange) },
    };
  });
}

/** What a field of a type takes, in words. */
function expectedOf(type: Type): Names {
  switch (type.kind) {
    case "checklist":
      return {
        zh: `清单，逐项写是或否（${type.items.join("、")}）`,
        en: `a checklist, yes or no for each of ${type.items.join(", ")}`,
      };
    case "option":
      return { zh: `选项之一（${type.options.join("、")}）`, en: `one of ${type.options.join(", ")}` };
    case "quantity":
      return { zh: `以${type.unit}计的数`, en: `a figure in ${type.unit}` };
    case "points":
      return { zh: "得分（如 3分）", en: "points (such as 3分)" };
    case "text":
      return { zh: "文字", en: "a text" };
    default:
      return kindName(type);
  }
}
