/** The names and words that may have been meant. */

/**
 * The nearest known names, best first: at most half the letters differ (neighbours swapped count once), or one name
 * holds the other. Capitals and small letters are the same.
 */
export function nearest(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const letters = Array.from(name.toLowerCase());
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of new Set(known)) {
    const others = Array.from(candidate.toLowerCase());
    const distance = editDistance(letters, others);
    const limit = Math.max(1, Math.floor(Math.max(letters.length, others.length) / 2));
    const holds =
      letters.length > 1 && others.length > 1 && (candidate.includes(name) || name.includes(candidate));
    if (holds || (distance <= limit && distance < Math.max(letters.length, others.length))) {
      found.push({ candidate, distance });
    }
  }
  return found
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/**
 * The known word that was most likely meant, if one alone is nearest: one letter off (two in long words); a word of
 * one character is never guessed. Neighbours swapped count once.
 */
export function meantWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let distance = word.length > 4 ? 3 : 2;
  if (word.length < 2 || word.length > 40) return undefined;
  for (const candidate of known) {
    if (candidate.length < 2 || Math.abs(candidate.length - word.length) >= distance + 1) continue;
    const found = editDistance(word, candidate);
    if (found < distance) [best, distance] = [candidate, found];
    else if (found === distance && best !== undefined && candidate !== best) best = undefined;
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one list of letters into the other. */
function editDistance(
  a: ArrayLike<string> & Iterable<string>,
  b: ArrayLike<string> & Iterable<string>,
): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
