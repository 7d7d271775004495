/** Text as XML has it. */

/** Characters that XML 1.0 cannot have, half pairs included: they become U+FFFD. */
const IMPOSSIBLE =
  // oxlint-disable-next-line no-control-regex -- these are the ones
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** Text for an element or for an attribute in double quotes. */
export function xmlText(text: string): string {
  return text
    .replaceAll(IMPOSSIBLE, "\uFFFD")
    .replaceAll(/[&<>"\t\n\r]/g, (character) => ENTITIES.get(character) ?? character);
}

/** Text of a cell: there Excel takes `_x000A_` for a line break, so that an underscore that looks like it is spelt out. */
export function cellText(text: string): string {
  return xmlText(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
