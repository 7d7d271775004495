/** The names that may have been meant. */
import type { Names } from "@heng/lang";

export function nearest(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const folded = Array.from(name.toLowerCase());
  return Array.from(new Set(known))
    .map((candidate) => {
      const letters = Array.from(candidate.toLowerCase());
      const limit = Math.floor(Math.max(folded.length, letters.length) / 2);
      return { candidate, limit, distance: distance(folded, letters) };
    })
    .filter(
      ({ candidate, limit, distance: d }) =>
        d <= limit || (folded.length > 1 && (candidate.includes(name) || name.includes(candidate))),
    )
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** `相近的有 a、b`, or nothing. */
export function nearestWords(names: readonly string[]): Names {
  if (names.length === 0) return { zh: "", en: "" };
  return { zh: `相近的有 ${names.join("、")}`, en: `did you mean ${names.join(", ")}?` };
}

/** Insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, x] of a.entries()) {
    const row = [i + 1];
    for (const [j, y] of b.entries()) {
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (previous[j + 1] ?? 0) + 1,
        (previous[j] ?? 0) + (x === y ? 0 : 1),
      );
      if (i > 0 && j > 0 && x === b[j - 1] && a[i - 1] === y)
        least = Math.min(least, (before[j - 1] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
