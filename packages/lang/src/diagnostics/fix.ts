/** Fixes: edits of what the author wrote. */
import type { Places } from "../core/places.ts";
import type { Names } from "../names.ts";
import type { Fix, Range } from "./diagnostic.ts";

/** Puts `text` in place of a range. */
export function replacement(range: Range, text: string, zh: string, en: string, safe = false): Fix {
  return { title: { zh, en }, safe, edits: [{ ...range, text }] };
}

/** A phrase or row: what a clause can be taken out of. */
interface Owner {
  readonly origin: Range;
  readonly places: Places;
}

/** Takes a clause out, with the blanks before it, or where it begins a row, those behind it. */
export function without(owner: Owner, key: string, word: Names): Fix {
  const at = owner.places.get(key) ?? owner.origin;
  const range =
    at.start > owner.origin.start
      ? (owner.places.spaced(key) ?? at)
      : { ...at, end: owner.places.after(at.end) ?? at.end };
  return replacement(range, "", `去掉“${word.zh}”`, `take out “${word.en}”`);
}

/** Puts words at the end of a phrase or row. */
export function append(origin: Range, text: string, title: Names): Fix {
  return replacement({ ...origin, start: origin.end }, ` ${text}`, title.zh, title.en);
}
