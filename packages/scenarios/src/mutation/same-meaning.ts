/** Whether parts of two programs say the same, wherever they stand and however they are worded. */

/** Where things stand, what tables show, what is said: no part of what is scored. */
const NO_MEANING: ReadonlySet<string> = new Set([
  "origin",
  "file",
  "tabled",
  "say",
  "words",
  "mend",
  "text",
  "rest",
]);

/** Plain data, alike but for what has no meaning. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  return sameSave(a, b, () => false);
}

/**
 * The same, save for pairs that `allowed` lets pass. Expressions share nodes: a pair is looked at once, so that none is
 * written out in full.
 */
export function sameSave(a: unknown, b: unknown, allowed: (a: object, b: object) => boolean): boolean {
  const seen = new Map<object, object>();
  const same = (x: unknown, y: unknown): boolean => {
    if (x === y) return true;
    if (typeof x !== "object" || typeof y !== "object" || x === null || y === null) return false;
    if (seen.get(x) === y) return true;
    seen.set(x, y);
    if (allowed(x, y)) return true;
    if (Array.isArray(x) || Array.isArray(y))
      return (
        Array.isArray(x) && Array.isArray(y) && x.length === y.length && x.every((of, i) => same(of, y[i]))
      );
    const keys = new Set<string>([...Object.keys(x), ...Object.keys(y)]);
    return [...keys].every((key) => NO_MEANING.has(key) || same(field(x, key), field(y, key)));
  };
  return same(a, b);
}

function field(of: object, key: string): unknown {
  return (of as Readonly<Record<string, unknown>>)[key];
}
