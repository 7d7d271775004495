/** SHA-256 over canonical JSON (numbers as strings, keys by code point): the same content has the same hash everywhere. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { exactText, type Fraction } from "@heng/number";
import type { Program } from "@heng/lang";
import type { Datum, Filing } from "./work/filing.ts";

/** Orders texts by code point; JavaScript's own order is by UTF-16 unit, which differs beyond the BMP. */
function byCodePoint(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  const [x, y] = [a.codePointAt(i) ?? -1, b.codePointAt(i) ?? -1];
  // Where the difference is in the second half of a pair, code points of the halves keep the order of the pairs.
  return x - y;
}

interface CanonicalOptions {
  /** Fields that do not belong to the meaning. */
  readonly omit?: ReadonlySet<string>;
  /** The JSON to write in place of an object. */
  replace?(value: object): string | undefined;
}

/**
 * Canonical JSON of plain data: keys in code-point order, numbers and fractions as strings, maps as objects, an absent
 * field like an undefined one, no blanks.
 */
export function canonical(value: unknown, options: CanonicalOptions = {}): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
    case "bigint":
      return `"${value}"`;
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null ? "null" : (options.replace?.(value) ?? canonicalObject(value, options));
    default:
      return "null";
  }
}

function canonicalObject(value: object, options: CanonicalOptions): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, options)).join(",")}]`;
  if (isFraction(value)) return `"${exactText(value)}"`;
  const entries: readonly (readonly [string, unknown])[] =
    value instanceof Map ? [...value].map(([key, of]) => [`${key}`, of]) : Object.entries(value);
  const fields = entries
    .filter(([key, of]) => of !== undefined && options.omit?.has(key) !== true)
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(([key, of]) => `${JSON.stringify(key)}:${canonical(of, options)}`);
  return `{${fields.join(",")}}`;
}

function isFraction(value: object): value is Fraction {
  return "n" in value && "d" in value && typeof value.n === "bigint" && typeof value.d === "bigint";
}

/** SHA-256, in hex, of the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonical(value));
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

const PROGRAMS = new WeakMap<Program, string>();
/** Where things stand in files, the rule set's own tests, what tables show, and how a cause is worded, are no part of what it means. */
const NO_MEANING = new Set(["origin", "file", "scenarios", "tabled", "formerly", "words", "mend"]);

/** The hash of what a program means; worked out once for each. */
export function programHash(program: Program): string {
  const known = PROGRAMS.get(program);
  if (known !== undefined) return known;
  // Expressions share nodes; written out in full, a program could double with every step. Equal nodes are written once
  // and referred to by number.
  const numbers = new Map<string, number>();
  const written = new Map<object, string>();
  const replace = (value: object): string | undefined => {
    if (!("node" in value)) return undefined;
    let reference = written.get(value);
    if (reference === undefined) {
      const text = canonicalObject(value, options);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      reference = `${number}`;
      written.set(value, reference);
    }
    return reference;
  };
  const options: CanonicalOptions = { omit: NO_MEANING, replace };
  const whole = canonical(program, options);
  const hash = sha256Hex(`[${[...numbers.keys()].join(",")},${whole}]`);
  PROGRAMS.set(program, hash);
  return hash;
}

/** The hash of what was filed, wherever it stood and however it was written: for readers that make filings. */
export function filingHash(filing: Filing): string {
  const content = (row: ReadonlyMap<string, Datum>) =>
    new Map([...row].map(([field, datum]) => [field, datum.kind === "value" ? datum.value : "unreadable"]));
  return hashOf({
    agency: filing.agency,
    year: filing.year,
    values: content(filing.values),
    rows: new Map([...filing.rows].map(([name, rows]) => [name, rows.map(content)])),
    texts: filing.texts,
  });
}
