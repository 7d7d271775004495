/** What stands between two tokens, read apart: comments, and where lines end. */
export interface Trivia {
  /** A comment on the line of the token before. */
  readonly trailing: string | undefined;
  /** Comments on lines of their own. */
  readonly own: readonly OwnLine[];
  /** A blank line stands just before the token. */
  readonly blank: boolean;
  /** The token begins a line. */
  readonly newline: boolean;
}

/** A comment on a line of its own; `blank`: a blank line stands before it. */
export interface OwnLine {
  readonly text: string;
  readonly blank: boolean;
}

const LINE_END = /\r\n|\r|\n/;
/** A `#` is read as `//`; it is told of, and stays as written until that is mended. */
const COMMENT = /([/／]{2}|[#＃]+)(.*)/;
const NOTHING: Trivia = { trailing: undefined, own: [], blank: false, newline: false };

/** Reads the `before` of a token. Blanks go, and so do the hidden characters among them. */
export function readTrivia(before: string, first: boolean): Trivia {
  if (!first && (before === "" || before === " ")) return NOTHING;
  const lines = before.split(LINE_END);
  const own: OwnLine[] = [];
  let trailing: string | undefined;
  let blank = false;
  for (const [index, line] of lines.entries()) {
    const text = commentIn(line);
    if (text === undefined) {
      // The first piece belongs to the line before, the last to the token's own line.
      blank ||= (index > 0 || first) && index < lines.length - 1;
    } else if (index === 0 && !first) trailing = text;
    else {
      own.push({ text, blank });
      blank = false;
    }
  }
  return { trailing, own, blank, newline: first || lines.length > 1 };
}

/** The comment in a line of trivia, behind two slashes in ASCII, without blanks at its end. */
function commentIn(line: string): string | undefined {
  const [, mark = "", text] = COMMENT.exec(line) ?? [];
  return text === undefined ? undefined : `${/^[/／]/.test(mark) ? "//" : mark}${text.trimEnd()}`;
}
