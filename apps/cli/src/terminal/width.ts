/**
 * How many columns a text takes on a terminal.
 *
 * Characters of ambiguous width (“” … — × ÷ ①) count as one column when columns are lined up: Windows Terminal, VS Code,
 * GNOME, macOS and xterm draw them so. The console of a Chinese Windows draws them two wide; so that nothing wraps
 * there either, a line's limit is measured with `widest`, where they count as two, and anchor.ts holds the columns.
 */
import { characterWidth, displayWidth as width, within, type Ranges } from "@heng/lang/width";

export { width };

/** Blocks with characters of ambiguous width; taken whole, since `widest` may overestimate. */
const AMBIGUOUS: Ranges = [
  [0xa1, 0xff],
  [0x391, 0x3c9],
  [0x401, 0x451],
  [0x2010, 0x2027],
  [0x2030, 0x203e],
  [0x2074, 0x2bff],
  [0xe000, 0xf8ff],
  [0xfffd, 0xfffd],
  [0x1f100, 0x1f1ff],
];

/** What has been asked for: a text has few characters, and each many times. */
const WIDEST = new Map<string, 0 | 1 | 2>();

/** Columns of one character where terminals differ: the most it can take. */
export function widestCharacter(character: string): 0 | 1 | 2 {
  let columns = WIDEST.get(character);
  if (columns === undefined) {
    columns = characterWidth(character);
    if (columns === 1 && within(character.codePointAt(0) ?? 0, AMBIGUOUS)) columns = 2;
    WIDEST.set(character, columns);
  }
  return columns;
}

/** Columns of a text, at most. */
export function widest(text: string): number {
  let columns = 0;
  for (const character of text) columns += widestCharacter(character);
  return columns;
}

export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - width(text))) + text;
}
