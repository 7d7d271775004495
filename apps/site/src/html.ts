/** Text as HTML and back. */

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What a reader sees of a piece of HTML that `escaped` and the Markdown renderer made, on one line. */
export function textOf(html: string): string {
  return html
    .replace(/<\/(?:p|li|t[dh]|pre|h\d|figcaption|blockquote)>|<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
