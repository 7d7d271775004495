/**
 * Holds columns where terminals differ (docs/decisions/0007). Behind characters of ambiguous width the cursor is where the
 * terminal has drawn them to; so blanks that line something up are followed by a jump to the column they are to end at. Where
 * such characters are one column wide the jump goes nowhere; where they are two, it goes back over some of the blanks.
 */
import { characterWidth } from "@heng/lang/width";
import { widestCharacter } from "./width.ts";

/** `text` with jumps, for a terminal of `limit` columns; a line that it would wrap has none behind its end. */
export function anchored(text: string, limit: number): string {
  return text
    .split("\n")
    .map((line) => anchoredLine(line, limit))
    .join("\n");
}

function anchoredLine(line: string, limit: number): string {
  let written = "";
  let column = 0;
  /** How much further the cursor may be than `column`. */
  let shift = 0;
  let blanks = 0;
  for (const character of line) {
    if (character === " ") {
      blanks += 1;
    } else {
      // One blank is between words; and a jump must not go back over what is not blank.
      if (shift > 0 && blanks > Math.max(1, shift) && column < limit) {
        written += `\u001b[${column + 1}G`;
        shift = 0;
      }
      blanks = 0;
    }
    const columns = characterWidth(character);
    column += columns;
    shift += widestCharacter(character) - columns;
    written += character;
  }
  return written;
}
