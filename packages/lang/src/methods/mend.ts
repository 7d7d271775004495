/** Fixes that methods propose: edits of what the author wrote. */
import type { Fix, Range } from "../diagnostics/diagnostic.ts";
import type { Names } from "../syntax/phrase.ts";
import type { Places } from "./method.ts";

/** A phrase or row: what a clause can be taken out of. */
interface Owner {
  readonly origin: Range;
  readonly places: Places;
  readonly head?: { readonly origin: Range } | undefined;
}

/** Takes a clause out, with the blanks before it (after it where it comes first). */
export function without(owner: Owner, key: string, word: Names): Fix {
  const at = owner.places.get(key) ?? owner.origin;
  const others = [...owner.places.values(), ...(owner.head ? [owner.head.origin] : [])];
  const before = others.reduce(
    (end, r) => (r.end <= at.start && r.end > end ? r.end : end),
    owner.origin.start,
  );
  const after = others.reduce(
    (start, r) => (r.start >= at.end && r.start < start ? r.start : start),
    owner.origin.end,
  );
  // The first thing in a row goes with the blanks behind it; anything else with those before it.
  const opens = at.start === owner.origin.start;
  const range = opens
    ? { ...at, end: after }
    : { ...at, start: before === owner.origin.start ? at.start : before };
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
