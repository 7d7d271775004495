/** What a JSON text holds, each value with its place, and what can be wrong with one. */

/** The sizes up to which JSON is read; at a limit it passes, one over is a problem. */
export interface JsonLimits {
  /** Objects and arrays inside one another, the outermost counted. */
  readonly depth: number;
  /** UTF-16 code units of the whole text. */
  readonly length: number;
}

/** A stretch of the text, [start, end) in UTF-16 code units. */
export interface JsonRange {
  readonly start: number;
  readonly end: number;
}

/** A value and where it stands. Objects keep their entries in order; numbers keep their text and are never rounded. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonObject extends JsonRange {
  readonly kind: "object";
  /** No two have the same key; any key is ordinary, `__proto__` too. */
  readonly entries: readonly JsonEntry[];
}

export interface JsonEntry {
  readonly key: string;
  readonly keyRange: JsonRange;
  readonly value: JsonNode;
}

export interface JsonArray extends JsonRange {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends JsonRange {
  readonly kind: "string";
  readonly value: string;
}

export interface JsonNumber extends JsonRange {
  readonly kind: "number";
  /** As written: `1.50`, `1e400`, `-0`. */
  readonly text: string;
}

export interface JsonBoolean extends JsonRange {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface JsonNull extends JsonRange {
  readonly kind: "null";
}

/** What can stand at a place where something else does; `end` is behind the one value of the text. */
export type JsonExpected = "value" | "key" | "colon" | "commaOrClose" | "end";

/** What is wrong, without its place. */
export type JsonFault =
  /** Nothing but white space. */
  | { readonly kind: "empty" }
  /** What lies beyond the limit. */
  | { readonly kind: "tooLong"; readonly limit: number }
  /** The bracket is one level over the limit. */
  | { readonly kind: "tooDeep"; readonly limit: number }
  /** Something that JSON does not have at this place: one character, or a whole word such as `True`. */
  | { readonly kind: "unexpected"; readonly expected: JsonExpected }
  /** The next entry begins at `found`, and nothing parts it from the value that ends here. */
  | { readonly kind: "missingComma"; readonly found: JsonRange }
  /** The text ends before the object or array that this bracket opens. */
  | { readonly kind: "unclosed" }
  /** The text ends before the string that this quote opens. */
  | { readonly kind: "unterminatedString" }
  /** A comma with nothing behind it but the closing bracket. */
  | { readonly kind: "trailingComma" }
  /** The beginning of a comment: JSON has none. */
  | { readonly kind: "comment" }
  /** `NaN`, `Infinity`, also with a sign. */
  | { readonly kind: "notFinite" }
  /** A number such as `007`. */
  | { readonly kind: "leadingZero" }
  /** Almost a number: `1.`, `.5`, `+1`, `1e`, `-`, `0x1F`, `1_000`. */
  | { readonly kind: "malformedNumber" }
  /** A backslash with something behind it that gives it no meaning. */
  | { readonly kind: "badEscape" }
  /** Half of a surrogate pair, as a character or as an escape. */
  | { readonly kind: "loneSurrogate" }
  /** A character below U+0020 in a string, where it has to be escaped. */
  | { readonly kind: "controlCharacter"; readonly code: number }
  /** A key that the same object already has at `first`. */
  | { readonly kind: "duplicateKey"; readonly key: string; readonly first: JsonRange };

/** Why a text is not JSON, and the stretch of it that shows so. */
export type JsonProblem = JsonFault & JsonRange;

/** The first problem of a text. */
export interface JsonFailure {
  readonly ok: false;
  readonly problem: JsonProblem;
}

/** The one value of a JSON text, or the first problem in it. */
export type JsonReading = { readonly ok: true; readonly value: JsonNode } | JsonFailure;
