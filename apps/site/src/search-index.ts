/** What the search looks through, as a script: a page opened from a folder may not fetch. */

export interface Entry {
  readonly path: string;
  readonly title: string;
  /** The title of the page, where the entry is a part of one. */
  readonly page: string;
  readonly text: string;
}

/** The script; `search.js` reads what it sets. */
export function searchIndex(entries: readonly Entry[]): string {
  const rows = entries.map(({ path, title, page, text }) => JSON.stringify([path, title, page, text]));
  return `window.hengSearchIndex = [\n${rows.join(",\n")}\n];\n`;
}
