/** Characters that steer a terminal or hide text, shown instead of obeyed. */

// C0 (but the newline), DEL, C1, zero-width and direction marks, line separators, BOM, lone surrogates.
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** The text with what would not be seen made visible: ESC is ␛, U+202E is ‹U+202E›. Tabs become two spaces. */
export function visible(text: string): string {
  return text.replace(HIDDEN, picture);
}

/** JSON text with the same characters as escapes; its meaning stays. */
export function visibleJson(json: string): string {
  return json.replace(HIDDEN, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return "  ";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
