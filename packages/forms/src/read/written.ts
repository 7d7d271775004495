/** What is written for a value, on its way to be read, and how messages show it. */
import {
  nearest,
  diagnose,
  type DataPlace,
  type DeclaredUnits,
  type Diagnostic,
  type Report,
  type Value,
} from "@heng/lang";
import type { JsonNode, JsonRange } from "@heng/office";
import { H3001 } from "./H3001-placeholder/index.ts";
import type { Span } from "./places.ts";

/** What is written: the text of a cell, or a value of JSON. */
export type Written = string | JsonNode;

/** Where a value stands, and what its reading needs from around it. */
export interface ValueContext {
  /** With the field, dotted for items and rows. */
  readonly place: DataPlace;
  /** Units of the rule set's own. */
  readonly units: DeclaredUnits;
  /** The year of the rule set. */
  readonly year?: string | undefined;
  /** Hears of every problem; a Datum carries only the first of its own. */
  readonly report: Report;
  /** The unit that the column's heading gives for bare figures, in place of the declared one. */
  readonly unit?: string | undefined;
  /** Where stretches of the file are, for JSON. */
  readonly spanOf?: ((range: JsonRange) => Span) | undefined;
}

/** A value, why there is none, or undefined: nothing was written. */
export type Outcome = Value | Diagnostic | undefined;

export function isDiagnostic(outcome: Value | Diagnostic): outcome is Diagnostic {
  return "code" in outcome;
}

/** `12:5`, line and column, for a message about another place. */
export function placeText({ line, column, file }: DataPlace): string {
  return line === undefined ? file : `${line}:${column ?? 1}`;
}

const MOST_SHOWN = 60;

/** A text as messages show it: in one line and not too long. */
export function shownText(text: string): string {
  const points = Array.from(text.slice(0, 2 * MOST_SHOWN).replaceAll(/\s+/g, " "));
  return points.length > MOST_SHOWN || text.length > 2 * MOST_SHOWN
    ? `${points.slice(0, MOST_SHOWN).join("")}…`
    : points.join("");
}

/** The nearest known names; what is longer than a unit or an option would be is not compared. */
export function nearOf(text: string, known: readonly string[]): readonly string[] {
  return text.length > 20 ? [] : nearest(text, known);
}

/** What is written, in one text. */
export function writtenText(written: Written): string {
  if (typeof written === "string") return written;
  switch (written.kind) {
    case "string":
      return written.value;
    case "number":
      return written.text;
    case "boolean":
      return written.value ? "true" : "false";
    case "null":
      return "null";
    case "array":
      return "[…]";
    case "object":
      return "{…}";
  }
}

/** A text on its way to a value: folded, as messages show it, and the name of what it is for. */
export interface Reading {
  readonly text: string;
  readonly written: string;
  readonly name: string;
  readonly context: ValueContext;
}

/** What people write where there is nothing to write. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    "- -- --- – – — —— ― − ─ / // \\ * . 。 …",
    "无 暂无 没有 无数据 空 未填 未报 不适用 N/A n/a NA na #N/A null NULL nil None",
  ].flatMap((list) => list.split(" ")),
);

/** `words`: what the field takes, unless that is a figure. */
export function placeholder(
  { name, written, context }: Reading,
  figure: boolean,
  words: readonly string[] = [],
): Diagnostic {
  return diagnose(H3001, { field: name, written, figure, words }, { place: context.place });
}
