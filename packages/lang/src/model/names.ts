/** Names equal after NFKC and without zero-width characters are one name. */
export function normal(name: string): string {
  return name.normalize("NFKC").replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, "");
}
