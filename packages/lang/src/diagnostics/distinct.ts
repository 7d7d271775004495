/** Findings that say the same of the same place. */
import type { Diagnostic } from "./diagnostic.ts";

/**
 * What a finding is told apart by: its type, its place and its data, which its words are made of. Without `range` and
 * `place`, what it says wherever it stands.
 */
export function keyOf({
  code,
  range,
  place,
  data,
}: Pick<Diagnostic, "code" | "range" | "place" | "data">): string {
  return JSON.stringify([code, range, place, data], (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

/** Each finding once, where it is first. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((d) => {
    const key = keyOf(d);
    return !seen.has(key) && seen.add(key);
  });
}
