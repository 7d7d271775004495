import type {
  JsonEntry,
  JsonExpected,
  JsonFailure,
  JsonFault,
  JsonLimits,
  JsonNode,
  JsonRange,
  JsonReading,
} from "./nodes.ts";

/**
 * Reads JSON by RFC 8259, and more strictly than `JSON.parse`: no key twice in an object, no half surrogate pairs. Every
 * number keeps its text. Takes time linear in the text, and no stack whatever the depth.
 */
export function readJson(text: string, limits: JsonLimits): JsonReading {
  if (text.length > limits.length)
    return failure({ kind: "tooLong", limit: limits.length }, limits.length, text.length);
  const value = readDocument({ text, at: 0, open: [] }, limits.depth);
  return isFailure(value) ? value : { ok: true, value };
}

/** How far the text is read, and the objects and arrays that are open there, outermost first. */
interface Reader {
  readonly text: string;
  at: number;
  readonly open: Container[];
}

type Container = OpenObject | OpenArray;

interface OpenObject {
  readonly kind: "object";
  readonly start: number;
  readonly entries: JsonEntry[];
  /** The entries by key, once there are too many of them to compare one by one. */
  byKey: Map<string, JsonEntry> | undefined;
  /** The key whose value comes next. */
  key: string;
  keyRange: JsonRange;
}

interface OpenArray {
  readonly kind: "array";
  readonly start: number;
  readonly items: JsonNode[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function failure(fault: JsonFault, start: number, end: number): JsonFailure {
  return { ok: false, problem: { ...fault, start, end } };
}

function isFailure(result: JsonNode | JsonFailure): result is JsonFailure {
  return "problem" in result;
}

function readDocument(reader: Reader, depth: number): JsonNode | JsonFailure {
  const { text, open } = reader;
  for (;;) {
    skipSpace(reader);
    let value: JsonNode;
    const container = openerAt(text, reader.at);
    if (container === undefined) {
      const scalar = readScalar(reader);
      if (isFailure(scalar)) return scalar;
      value = scalar;
    } else {
      if (open.length >= depth) {
        return failure({ kind: "tooDeep", limit: depth }, reader.at, reader.at + 1);
      }
      open.push(container);
      reader.at += 1;
      skipSpace(reader);
      if (text.charCodeAt(reader.at) !== closerOf(container)) {
        const refused = container.kind === "object" ? readKey(reader, container) : undefined;
        if (refused !== undefined) return refused;
        continue;
      }
      value = close(reader, container);
    }

    // A value is complete, and so may be the containers around it.
    for (;;) {
      skipSpace(reader);
      const around = open.at(-1);
      if (around === undefined) return reader.at === text.length ? value : unexpected(reader, "end");
      add(around, value);
      if (text.charCodeAt(reader.at) === COMMA) {
        const refused = readComma(reader, around);
        if (refused !== undefined) return refused;
        break;
      }
      if (text.charCodeAt(reader.at) !== closerOf(around)) return unseparated(reader, around, value);
      value = close(reader, around);
    }
  }
}

/** The object or array that begins at `start`, still empty. */
function openerAt(text: string, start: number): Container | undefined {
  const unit = text.charCodeAt(start);
  if (unit === OPEN_ARRAY) return { kind: "array", start, items: [] };
  if (unit !== OPEN_OBJECT) return undefined;
  return { kind: "object", start, entries: [], byKey: undefined, key: "", keyRange: { start, end: start } };
}

function closerOf(container: Container): number {
  return container.kind === "object" ? CLOSE_OBJECT : CLOSE_ARRAY;
}

/** Moves over the bracket that closes the innermost container. */
function close(reader: Reader, container: Container): JsonNode {
  reader.open.pop();
  reader.at += 1;
  const { start } = container;
  return container.kind === "object"
    ? { kind: "object", entries: container.entries, start, end: reader.at }
    : { kind: "array", items: container.items, start, end: reader.at };
}

function add(container: Container, value: JsonNode): void {
  if (container.kind === "array") {
    container.items.push(value);
  } else {
    const { key, keyRange } = container;
    const entry: JsonEntry = { key, keyRange, value };
    container.entries.push(entry);
    container.byKey?.set(key, entry);
  }
}

/** Reads a comma and what has to come with it: in an object the next key, in any case not the closing bracket. */
function readComma(reader: Reader, container: Container): JsonFailure | undefined {
  const { text, at: comma } = reader;
  reader.at += 1;
  skipSpace(reader);
  if (text.charCodeAt(reader.at) === closerOf(container)) {
    return failure({ kind: "trailingComma" }, comma, comma + 1);
  }
  return container.kind === "object" ? readKey(reader, container) : undefined;
}

/** The problem of what stands behind a value, where a comma or the closing bracket is due. */
function unseparated(reader: Reader, container: Container, { end }: JsonNode): JsonFailure {
  const other = unexpected(reader, "commaOrClose");
  const { kind, start, end: until } = other.problem;
  const next = container.kind === "object" ? /"/y : /["{[0-9-]|(?:true|false|null)\b/y;
  next.lastIndex = reader.at;
  if (kind !== "unexpected" || !next.test(reader.text)) return other;
  const found = { start, end: until };
  return failure({ kind: "missingComma", found }, end, end);
}

/** Reads a key and its colon. */
function readKey(reader: Reader, object: OpenObject): JsonFailure | undefined {
  const { text, at: start } = reader;
  if (text.charCodeAt(start) !== QUOTE) return unexpected(reader, "key");
  const key = readString(reader);
  if (typeof key !== "string") return key;
  object.key = key;
  object.keyRange = { start, end: reader.at };
  const former = entryOf(object, key);
  if (former !== undefined) {
    const first = former.keyRange;
    return failure({ kind: "duplicateKey", key, first }, start, reader.at);
  }
  skipSpace(reader);
  if (text.charCodeAt(reader.at) !== COLON) return unexpected(reader, "colon");
  reader.at += 1;
  return undefined;
}

/** How many keys are compared one by one: faster than a Map for the few that most objects have. */
const FEW = 8;

function entryOf(object: OpenObject, key: string): JsonEntry | undefined {
  if (object.entries.length <= FEW) return object.entries.find((entry) => entry.key === key);
  object.byKey ??= new Map(object.entries.map((entry) => [entry.key, entry]));
  return object.byKey.get(key);
}

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const NOT_FINITE = /^[+-]?(?:NaN|Infinity)$/;

function readScalar(reader: Reader): JsonNode | JsonFailure {
  const { text, at: start } = reader;
  if (text.charCodeAt(start) === QUOTE) {
    const value = readString(reader);
    return typeof value === "string" ? { kind: "string", value, start, end: reader.at } : value;
  }
  const end = endOfWord(text, start);
  const word = text.slice(start, end);
  reader.at = end;
  if (NUMBER.test(word)) return { kind: "number", text: word, start, end };
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true", start, end };
  if (word === "null") return { kind: "null", start, end };

  reader.at = start;
  if (NOT_FINITE.test(word)) return failure({ kind: "notFinite" }, start, end);
  if (/^-?0[0-9]/.test(word)) return failure({ kind: "leadingZero" }, start, end);
  if (/^[-+.0-9]/.test(word)) return failure({ kind: "malformedNumber" }, start, end);
  return unexpected(reader, "value");
}

/** The end of the run of characters that numbers and words consist of, in JSON or in what is taken for it. */
function endOfWord(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    // + - . _
    if (!isDigit && !isLetter && unit !== 0x2b && unit !== 0x2d && unit !== 0x2e && unit !== 0x5f) break;
  }
  return at;
}

/** The problem of what stands at the reader's place, where `expected` could. */
function unexpected({ text, at, open }: Reader, expected: JsonExpected): JsonFailure {
  if (at === text.length) {
    const innermost = open.at(-1);
    return innermost === undefined
      ? failure({ kind: "empty" }, 0, text.length)
      : failure({ kind: "unclosed" }, innermost.start, innermost.start + 1);
  }
  if (text.startsWith("//", at) || text.startsWith("/*", at)) {
    return failure({ kind: "comment" }, at, at + 2);
  }
  const word = endOfWord(text, at);
  const first = text.charCodeAt(at);
  const character = at + (isSurrogate(first) && isPair(first, text.charCodeAt(at + 1)) ? 2 : 1);
  return failure({ kind: "unexpected", expected }, at, word > at ? word : character);
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  let at = reader.at;
  for (; ; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  reader.at = at;
}

/** Reads the string that begins at the reader's place, and gives what it stands for. */
function readString(reader: Reader): string | JsonFailure {
  const { text, at: start } = reader;
  let value = "";
  let from = start + 1;
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) break;
    if (unit === BACKSLASH) {
      const escaped = escapedAt(text, at);
      if (escaped === undefined) {
        return at + 1 < text.length
          ? failure({ kind: "badEscape" }, at, at + 2)
          : failure({ kind: "unterminatedString" }, start, start + 1);
      }
      value += text.slice(from, at) + String.fromCharCode(escaped);
      from = at + (text.charCodeAt(at + 1) === LETTER_U ? 6 : 2);
      if (isSurrogate(escaped)) {
        const low = escapedAt(text, from);
        if (!isPair(escaped, low)) return failure({ kind: "loneSurrogate" }, at, from);
        value += String.fromCharCode(low);
        from += 6;
      }
      at = from;
    } else if (isSurrogate(unit)) {
      if (!isPair(unit, text.charCodeAt(at + 1))) return failure({ kind: "loneSurrogate" }, at, at + 1);
      at += 2;
    } else if (unit >= 0x20) {
      at += 1;
    } else if (at < text.length) {
      return failure({ kind: "controlCharacter", code: unit }, at, at + 1);
    } else {
      return failure({ kind: "unterminatedString" }, start, start + 1);
    }
  }
  reader.at = at + 1;
  return value + text.slice(from, at);
}

const LETTER_U = 0x75;
const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['"', 0x22],
  ["\\", 0x5c],
  ["/", 0x2f],
  ["b", 0x08],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
]);

/** The code unit that the escape at `at` stands for; undefined where there is no escape, or a meaningless one. */
function escapedAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== BACKSLASH) return undefined;
  if (text.charCodeAt(at + 1) !== LETTER_U) return ESCAPES.get(text.charAt(at + 1));
  let unit = 0;
  for (let i = at + 2; i < at + 6; i += 1) {
    const digit = "0123456789abcdef".indexOf(text.charAt(i).toLowerCase());
    if (digit < 0 || i >= text.length) return undefined;
    unit = 16 * unit + digit;
  }
  return unit;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isPair(high: number, low: number | undefined): low is number {
  return high <= 0xdbff && low !== undefined && low >= 0xdc00 && low <= 0xdfff;
}
