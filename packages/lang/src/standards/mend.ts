/** Fixes that methods propose: edits of what the author wrote. */
import type { Fix, Range } from "../diagnostics/diagnostic.ts";
import type { Names } from "../names.ts";
import type { Places } from "../core/method.ts";

/** A phrase or row: what a clause can be taken out of. */
interface Owner {
  readonly origin: Range;
  readonly places: Places;
  readonly head?: { readonly origin: Range } | undefined;
}

/** Takes a clause out, with the blanks before it, or where nothing known stands before it, those behind it. */
export function without(owner: Owner, key: string, word: Names): Fix {
  const at = owner.places.get(key) ?? owner.origin;
  const others = [...owner.places.values(), ...(owner.head ? [owner.head.origin] : [])];
  const ends = others.flatMap(({ end }) => (end <= at.start ? [end] : []));
  const starts = others.flatMap(({ start }) => (start >= at.end ? [start] : []));
  const range =
    ends.length > 0
      ? { ...at, start: Math.max(...ends) }
      : { ...at, end: starts.length > 0 ? Math.min(...starts) : at.end };
  return {
    title: { zh: `去掉“${word.zh}”`, en: `take out “${word.en}”` },
    safe: false,
    edits: [{ ...range, text: "" }],
  };
}

/** Puts words at the end of a phrase or row. */
export function append(origin: Range, text: string, title: Names): Fix {
  return {
    title,
    safe: false,
    edits: [{ file: origin.file, start: origin.end, end: origin.end, text: ` ${text}` }],
  };
}
