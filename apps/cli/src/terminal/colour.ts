/**
 * Colours are marked with noncharacters and turned into escape sequences only when a line is written (session.ts):
 * until then a text may be measured and cut, and every escape character in it is known to be foreign.
 */
const STYLES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2, underline: 4 } as const;

export type Style = keyof typeof STYLES;

const FIRST = 0xfdd0;
const OFF = String.fromCodePoint(FIRST);
const NAMES = Object.keys(STYLES) as readonly Style[];

export function paint(style: Style, text: string): string {
  return text === "" ? "" : `${String.fromCodePoint(FIRST + 1 + NAMES.indexOf(style))}${text}${OFF}`;
}

/** Marks as escape sequences, or taken away. */
export function render(text: string, colour: boolean): string {
  return text.replace(/[\ufdd0-\ufdef]/g, (mark) => {
    if (!colour) return "";
    const style = NAMES[mark.charCodeAt(0) - FIRST - 1];
    return style ? `\u001b[${STYLES[style]}m` : "\u001b[0m";
  });
}
