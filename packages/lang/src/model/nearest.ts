/** The nearest names to one that is unknown: edit distance over code points, bounded, with a bonus for containment. */
export function nearest(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const scored: { readonly name: string; readonly distance: number }[] = [];
  const limit = Math.max(1, Math.floor(Array.from(name).length / 2));
  for (const candidate of known) {
    const contained = candidate.includes(name) || name.includes(candidate);
    const distance = editDistance(Array.from(name), Array.from(candidate));
    if (distance <= limit || contained) scored.push({ name: candidate, distance });
  }
  return scored
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, most)
    .map((s) => s.name);
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  // Names are at most 128 code points; two rows suffice.
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, x] of a.entries()) {
    const row = [i + 1];
    for (const [j, y] of b.entries()) {
      row.push(
        Math.min((row[j] ?? 0) + 1, (previous[j + 1] ?? 0) + 1, (previous[j] ?? 0) + (x === y ? 0 : 1)),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
