/** Breaks text into lines: at Chinese punctuation if the line is then at least half full, else where it may. */
import { widest, widestCharacter } from "./width.ts";

/** A line may end after these … */
const AFTER = /[，。；：、！？）》】」』”,;]/u;
/** … and none of these may begin one. */
const NEVER_FIRST = /[，。；：、！？）》〉】〕」』”’,.;:!?)\]}%％…—]/u;
const NEVER_LAST = /[（《〈【〔「『“‘([{]/u;
/** Characters that stay together: words, numbers, formulas' signs with their digits. */
const GLUED = /[A-Za-z0-9_.%#/[\]@:\\~-]/;

/** A number stays with its unit: 2898.45万元, 0.39万元/人. */
const FIGURE = /[0-9]…?[万亿]?$|[^\s/]\/$/u;
/** A blank at which no line ends. */
const TIED = "\u00a0";
/** An interval stays in one: [0%, 100%]. */
const INTERVAL = /[[(（][^\s[\]()（），。；]{1,16}, [^\s[\]()（），。；]{1,16}[\])）]/gu;
const HAN = /\p{Script=Han}/u;

export interface WrapOptions {
  /** Columns, counted at their widest. */
  readonly width: number;
  /** Before the first line. */
  readonly first?: string;
  /** Before the others. */
  readonly rest?: string;
}

export function wrap(text: string, options: WrapOptions): readonly string[] {
  const { first = "", rest = "" } = options;
  return text.split("\n").flatMap((line, i) => wrapLine(line, options.width, i === 0 ? first : rest, rest));
}

function wrapLine(text: string, columns: number, first: string, rest: string): readonly string[] {
  const lines: string[] = [];
  const characters = Array.from(text.replace(INTERVAL, (interval) => interval.replace(", ", `,${TIED}`)));
  let prefix = first;
  for (let from = 0; ;) {
    const room = Math.max(4, columns - widest(prefix));
    const end = endOfLine(characters, from, room);
    lines.push((prefix + characters.slice(from, end).join("")).replaceAll(TIED, " ").trimEnd());
    from = end;
    while (characters[from] === " ") from += 1;
    if (from >= characters.length) return lines;
    prefix = rest;
  }
}

/** Where a line of `room` columns ends that begins at `from`. */
function endOfLine(characters: readonly string[], from: number, room: number): number {
  let used = 0;
  let fits = from;
  while (fits < characters.length) {
    const next = widestCharacter(characters[fits] ?? "");
    if (used + next > room) break;
    used += next;
    fits += 1;
  }
  if (fits === characters.length) return fits;
  let possible = from;
  for (let at = fits; at > from; at -= 1) {
    if (!mayBreak(characters, from, at)) continue;
    if (possible === from) possible = at;
    if (AFTER.test(characters[at - 1] ?? "") || characters[at] === "（") {
      const filled = characters.slice(from, at).reduce((sum, c) => sum + widestCharacter(c), 0);
      if (filled * 2 >= room) return at;
      break;
    }
  }
  return possible > from ? possible : Math.max(from + 1, fits);
}

function mayBreak(characters: readonly string[], from: number, at: number): boolean {
  const before = characters[at - 1] ?? "";
  const after = characters[at] ?? "";
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  if (before === TIED || after === TIED) return false;
  if (GLUED.test(before) && GLUED.test(after)) return false;
  // What a basis or a remark begins with stays with it.
  if (["依据：", "说明："].includes(characters.slice(Math.max(from, at - 3), at).join(""))) return false;
  const figure = characters.slice(Math.max(from, at - 3), at).join("");
  return !(FIGURE.test(figure) && HAN.test(after)) && widestCharacter(after) > 0;
}
